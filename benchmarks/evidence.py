"""Measure how long the check of a dossier takes by rules alone, in one process that has checked others before.

    python benchmarks/evidence.py [--words 6000] [--times 5]

A dossier of three sources is joined from the ones that the tests have, and read each time from texts that weren't
seen before. What it takes is told in milliseconds of processor time, so that a busy machine disturbs less, and as a
ratio to a floor that is measured in the same run: finding all its words once.
"""

import argparse
import json
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from panel.domain.release import Dossier, Release, Source
from panel.evidence.conflicts import disagreements
from panel.evidence.dossier import read_dossier
from panel.evidence.facts import read_facts
from panel.evidence.grounding import ground_statement
from panel.evidence.hostile import hostile_findings
from panel.evidence.living import living_dossier
from panel.publish.dossier_page import dossier_markdown
from panel.store.examinations import examined
from panel.store.releases import read_release
from panel.store.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "data" / "evidence"
FOLDERS = (DATA / "dossiers", ROOT / "releases", ROOT / "tests" / "data" / "builtin")
SOURCES = 3
STATEMENTS = 20
FLOOR_TIMES = 100
"""How often the floor is measured for its mean: once is too short to be told."""

Part = Callable[[Dossier], object]
PARTS: dict[str, Part] = {
    "cut": lambda dossier: read_dossier(dossier.release),
    "disagreements": disagreements,
    "facts": read_facts,
    "page": lambda dossier: dossier_markdown(living_dossier(dossier, {})),
    "hostile": hostile_findings,
}
"""What ``shipskip check`` does with a release."""


def texts() -> list[str]:
    """Return the texts of all dossiers."""
    entries = [path for folder in FOLDERS for path in sorted(folder.iterdir()) if path.is_dir() or path.suffix == ".md"]
    return [source.text for path in entries for source in read_release(path).sources]


def statements() -> list[str]:
    """Return the statements of the oldest set."""
    lines = (DATA / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["statement"] for line in lines]


def dossiers(words: int) -> Iterator[Release]:
    """Yield releases whose sources have so many words together, no text in two of them."""
    left = iter(texts())
    number = 0
    while len(sources := list(_sources(left, words))) == SOURCES:
        number += 1
        yield Release(slug=f"joined-{number}", name=f"Joined {number}", sources=tuple(sources))


def _sources(left: Iterator[str], words: int) -> Iterator[Source]:
    for number in range(1, SOURCES + 1):
        parts: list[str] = []
        for text in left:
            parts.append(text)
            if sum(len(part.split()) for part in parts) >= words / SOURCES:
                yield Source(key=f"S{number}", text="\n\n".join(parts))
                break


def measured(release: Release, said: list[str]) -> dict[str, float]:
    """Check one dossier, then statements against it, and say how many milliseconds each part took."""
    words = re.compile(r"\w+")
    texts = [source.text for source in release.sources]
    floor = _took(lambda: [words.findall(text) for _ in range(FLOOR_TIMES) for text in texts]) / FLOOR_TIMES
    dossier = read_dossier(release)
    parts = {name: _took(partial(part, dossier)) for name, part in PARTS.items()}
    with tempfile.TemporaryDirectory() as folder:
        home = Workspace(Path(folder))
        examined(home, dossier)
        again = _took(lambda: [read_dossier(release), examined(home, dossier)])
    first, *others = said
    statements = {
        "first statement": _took(lambda: ground_statement(first, dossier)),
        "each further one": _took(lambda: [ground_statement(each, dossier) for each in others]) / len(others),
    }
    return {"floor": floor, **parts, "in all": sum(parts.values()), "the same again": again, **statements}


def _took(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return 1_000 * (time.process_time() - start)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="Measure the check of a dossier by rules alone.")
    options.add_argument("--words", type=int, default=6_000)
    options.add_argument("--times", type=int, default=5, help="dossiers that are measured, at most")
    chosen = options.parse_args()
    warm, also_warm, *rest = dossiers(chosen.words)
    said = statements()
    for release in (warm, also_warm):
        measured(release, said[-60:])  # compiles what is compiled at first use
    found = [
        measured(release, said[number * STATEMENTS :][:STATEMENTS])
        for number, release in enumerate(rest[: chosen.times])
    ]
    print(f"{'':>18}{'ms':>8}{'ratio to the floor':>22}")
    for name in found[0]:
        milliseconds = statistics.median(each[name] for each in found)
        ratio = statistics.median(each[name] / each["floor"] for each in found)
        print(f"{name:>18}{milliseconds:>8.1f}{ratio:>22.1f}")


if __name__ == "__main__":
    main()
