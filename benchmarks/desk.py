"""How long the desk's pages take on the server, with a thousand drafts in the inbox.

    python benchmarks/desk.py [--drafts 1000] [--rounds 20]

The real server runs in a process of its own; the times are those of its ``Server-Timing`` header. The goal is an inbox
of 1,000 drafts in under 200 ms.
"""

import argparse
import http.client
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]
GOAL_MS = 200


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drafts", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = workspace(Path(folder), given.drafts)
        command = [sys.executable, "-m", "panel.cli", "desk", "--port", "0", "--no-browser", "--workspace", str(home)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as desk:
            try:
                began = time.perf_counter()
                desk.stdout.readline()
                link = desk.stdout.readline().strip()
                print(f"Start to link: {time.perf_counter() - began:.1f} s")
                measure(link, given)
            finally:
                desk.terminate()


def workspace(folder: Path, drafts: int) -> Path:
    """Make a workspace with that many drafts like the first worked example."""
    shutil.copytree(ROOT / "releases", folder / "releases")
    shutil.copy(ROOT / "panel.toml", folder)
    base = (ROOT / "verdicts" / "muse-spark" / "verdict.json").read_text(encoding="utf-8")
    for number in range(drafts):
        slug = "muse-spark" if number == 0 else f"draft-{number:05}"
        record = base.replace('"slug": "muse-spark"', f'"slug": "{slug}"').replace("Muse Spark", f"Muse Spark {number}")
        (folder / "verdicts" / slug).mkdir(parents=True)
        (folder / "verdicts" / slug / "verdict.json").write_text(record, encoding="utf-8")
    return folder


def measure(link: str, given: argparse.Namespace) -> None:
    """Visit pages again and again and print what the server says."""
    place = urlsplit(link)
    _, headers, _ = ask(place.netloc, f"{place.path}?{place.query}")
    cookie = headers["set-cookie"].partition(";")[0]
    pages = {
        f"inbox, {given.drafts} drafts": "/?state=all",
        "inbox, searched": "/?q=42",
        "verdict room": "/verdicts/muse-spark",
        "release and cost": "/releases/muse-spark",
    }
    print(f"{'page':<24}{'first':>9}{'median':>9}{'slowest':>9}  milliseconds on the server")
    for name, path in pages.items():
        times = [ms(ask(place.netloc, path, cookie)) for _ in range(given.rounds)]
        rest = times[1:] or times
        print(f"{name:<24}{times[0]:>9.1f}{statistics.median(rest):>9.1f}{max(rest):>9.1f}")
        if name.startswith("inbox, ") and "drafts" in name:
            inbox = statistics.median(rest)
    print(f"Goal for the inbox: under {GOAL_MS} ms; it takes {inbox:.0f} ms.")


def ask(netloc: str, path: str, cookie: str = "") -> tuple[int, dict[str, str], str]:
    """Open a page."""
    connection = http.client.HTTPConnection(netloc, timeout=120)
    connection.request("GET", path, headers={"Accept": "text/html", **({"Cookie": cookie} if cookie else {})})
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()
    connection.close()
    return found


def ms(answer: tuple[int, dict[str, str], str]) -> float:
    """Return the server's own time."""
    status, headers, _ = answer
    assert status == 200
    return float(re.search(r"dur=([\d.]+)", headers["server-timing"]).group(1))


if __name__ == "__main__":
    main()
