"""The engine for bulk asking in a process of its own, to be killed; it is given a workspace and a model."""

import signal
import sys
from pathlib import Path

from panel.store.workspace import Workspace
from tests.batch.bulk_places import sent

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts jobs in the background deaf to Ctrl-C
    try:
        print(sent(Workspace(Path(sys.argv[1])), sys.argv[2], print), flush=True)
    except KeyboardInterrupt:
        sys.exit(130)
