"""Start-up as a ratio to bare Python, measured in the same run.

Every command is run in turn with ``python -c pass`` and compared pair by pair, so that a machine whose speed drifts
doesn't change the ratio. Prints medians; decides nothing.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAIRS = 11
GOALS = {"--help": 10, "review of the longest example": 50}


def main() -> None:
    """Print a table of ratios and peak memory."""
    command = Path(sys.executable).with_name("shipskip")
    longest = max((ROOT / "releases").iterdir(), key=_words)
    bare = [sys.executable, "-c", "pass"]
    rows = {
        "--help": [str(command), "--help"],
        "--version": [str(command), "--version"],
        "review of the longest example": [str(command), "review", str(longest), "--json"],
    }
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "panel.toml").touch()
        print(f"{'command':32} {'× python -c pass':>17} {'min–max':>13} {'goal':>6} {'peak MB':>8}")
        for name, argv in rows.items():
            ratios, peak = _paired(argv, bare, folder)
            goal = f"{GOALS[name]}" if name in GOALS else ""
            spread = f"{min(ratios):.1f}–{max(ratios):.1f}"
            print(f"{name:32} {statistics.median(ratios):17.1f} {spread:>13} {goal:>6} {peak:8.0f}")


def _paired(argv: list[str], bare: list[str], folder: str) -> tuple[list[float], float]:
    _timed(argv, folder)
    ratios, peak = [], 0.0
    for _ in range(PAIRS):
        floor, _ = _timed(bare, folder)
        spent, memory = _timed(argv, folder)
        ratios.append(spent / floor)
        peak = max(peak, memory)
    return ratios, peak


def _timed(argv: list[str], folder: str) -> tuple[float, float]:
    """Run a command; return its wall seconds and its own peak memory in MB."""
    start = time.perf_counter()
    child = subprocess.Popen(argv, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    spent = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(argv)} left with {child.returncode}")
    return spent, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def _words(folder: Path) -> int:
    return sum(len(file.read_text(encoding="utf-8").split()) for file in folder.glob("*.md"))


if __name__ == "__main__":
    main()
