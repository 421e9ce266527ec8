"""A site of the worked examples and 2,000 made-up verdicts: built in one run, and again after one edit, as a ratio.

Every build is a process of its own, as people start it, so that the time to start counts. The edit changes what lists
show of one release that is in the middle of the list; each further one changes another release. Prints seconds of this
machine and the ratio, which is what counts; decides nothing.
"""

import datetime as dt
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from panel.domain.verdict import Event  # noqa: E402 - found through the path above
from panel.store.workspace import Workspace  # noqa: E402
from tests.site.made import put, verdict, workspace  # noqa: E402

MADE, PAIRS, EDITS, GOAL = 2_000, 200, 5, 0.1
ADDRESS = "https://example.org/verdicts"


def main() -> None:
    """Print how long a whole build takes, one after an edit, and one after none."""
    with tempfile.TemporaryDirectory() as folder:
        home = workspace(Path(folder), MADE, pairs=PAIRS)
        _worked_examples(home)
        whole, first = _built(home)
        print(f"{first['verdicts']} verdicts, {first['comparisons']} comparisons, {first['files']} files")
        print(f"{'build':28} {'seconds':>8} {'written':>8} {'× whole':>8} {'goal':>6}")
        print(f"{'whole':28} {whole:8.1f} {first['written']:8}")
        edits = [_edited(home, MADE // 2 + number) for number in range(EDITS)]
        _row("after one edit, median", statistics.median(seconds for seconds, _ in edits), edits[0][1], whole, GOAL)
        _row("after one edit, slowest", max(seconds for seconds, _ in edits), edits[0][1], whole, GOAL)
        _row("after no edit", *_built(home), whole, None)


def _row(name: str, seconds: float, built: dict, whole: float, goal: float | None) -> None:
    print(f"{name:28} {seconds:8.2f} {built['written']:8} {seconds / whole:8.3f} {'' if goal is None else goal:>6}")


def _worked_examples(home: Workspace) -> None:
    """Put the worked examples beside the others, as if an editor had published them."""
    shutil.copytree(ROOT / "verdicts" / "compare", home.comparisons_folder, dirs_exist_ok=True)
    for made in Workspace(ROOT).verdicts():
        event = Event(at=dt.datetime(2026, 11, 21, tzinfo=dt.UTC), who="an editor", state="published", why="released")
        put(home, made.model_copy(update={"state": "published", "history": (*made.history, event)}))


def _edited(home: Workspace, number: int) -> tuple[float, dict]:
    """Change one release's tagline; return how long the build after it took, and what it came to."""
    made = verdict(number)
    release = made.release.model_copy(update={"tagline": "Edited a moment ago"})
    put(home, made.model_copy(update={"release": release}))
    return _built(home)


def _built(home: Workspace) -> tuple[float, dict]:
    command = [sys.executable, "-m", "panel.cli", "site", "build", "--json", "--base-url", ADDRESS]
    start = time.perf_counter()
    done = subprocess.run([*command, "--workspace", str(home.root)], cwd=ROOT, capture_output=True, check=True)
    return time.perf_counter() - start, json.loads(done.stdout)


if __name__ == "__main__":
    main()
