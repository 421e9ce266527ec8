"""Measure how long the check of a dossier takes by rules alone, in one process that has checked another one before.

    python benchmarks/evidence.py [--words 6000] [--times 3]

A dossier of three sources is joined from the ones that the tests have, and read each time from texts that weren't
seen before. What it takes is told in milliseconds of processor time, so that a busy machine disturbs less, and as a
ratio to a floor that is measured in the same run: finding and lower-casing all its words a hundred times.
"""

import argparse
import json
import re
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from panel.domain.release import Release, Source
from panel.evidence.conflicts import disagreements
from panel.evidence.dossier import read_dossier
from panel.evidence.facts import read_facts
from panel.evidence.grounding import ground_statement
from panel.evidence.hostile import hostile_findings
from panel.store.releases import read_release

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "data" / "evidence"
FOLDERS = (DATA / "dossiers", ROOT / "releases", ROOT / "tests" / "data" / "builtin")
SOURCES = 3
STATEMENTS = 20
FLOOR_TIMES = 100


class Measured(NamedTuple):
    """Milliseconds that one dossier took."""

    floor: float
    """Its words found and lower-cased a hundred times."""
    check: float
    """Read, held against itself, searched for commands and for facts."""
    statements: float
    """Twenty statements checked against it."""


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


def measured(release: Release, said: list[str]) -> Measured:
    """Check one dossier and say what it took."""
    words = re.compile(r"\w+")
    texts = [source.text for source in release.sources]
    floor = _took(lambda: [[w.lower() for w in words.findall(text)] for _ in range(FLOOR_TIMES) for text in texts])
    dossier = read_dossier(release)

    def check() -> None:
        fresh = read_dossier(release)
        disagreements(fresh)
        hostile_findings(fresh)
        read_facts(fresh)

    return Measured(floor, _took(check), _took(lambda: [ground_statement(each, dossier) for each in said]))


def _took(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return 1_000 * (time.process_time() - start)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description="Measure the check of a dossier by rules alone.")
    options.add_argument("--words", type=int, default=6_000)
    options.add_argument("--times", type=int, default=3, help="dossiers that are measured, at most")
    chosen = options.parse_args()
    first, *rest = dossiers(chosen.words)
    said = statements()
    measured(first, said[-60:])  # compiles what is compiled at first use
    found = [
        measured(release, said[number * STATEMENTS :][:STATEMENTS])
        for number, release in enumerate(rest[: chosen.times])
    ]
    print(f"{'':>14}{'ms':>8}{'ratio to the floor':>22}")
    for name in Measured._fields:
        milliseconds = statistics.median(getattr(each, name) for each in found)
        ratio = statistics.median(getattr(each, name) / each.floor for each in found)
        print(f"{name:>14}{milliseconds:>8.1f}{ratio:>22.2f}")


if __name__ == "__main__":
    main()
