"""Protocol servers for tests: separate processes that speak what real providers speak."""

import contextlib
import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Server:
    """A running server."""

    url: str
    """Its base URL, without ``/v1``."""

    @property
    def base(self) -> str:
        """What goes into ``OPENAI_BASE_URL``."""
        return f"{self.url}/v1"

    def log(self) -> list[dict[str, Any]]:
        """Return every request that it received since the last reset, in order."""
        return self._call("GET", "/_log")

    def reset(self, **settings: Any) -> None:
        """Forget requests and faults, and go back to the settings of the command line, changed by these."""
        self._call("POST", "/_reset", settings)

    def next(self, *faults: str) -> None:
        """Let the next requests fail in these ways, one each; ``ok`` stands for none."""
        self._call("POST", "/_next", list(faults))

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}{path}", data=data, method=method)
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10) as answer:
            return json.load(answer)


@contextlib.contextmanager
def running(name: str = "chat", *arguments: str) -> Iterator[Server]:
    """Run a server of this folder on a free port, until the block ends."""
    command = [sys.executable, str(HERE / f"{name}.py"), "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            port = process.stdout.readline().strip()
            if not port.isdigit():
                raise RuntimeError(f"the server {name} didn't start: it printed {port!r}")
            yield Server(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()
            process.wait(timeout=10)
