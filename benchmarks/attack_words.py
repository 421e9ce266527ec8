"""Fit the words of ``panel/evidence/hostile/words.json``: which tell that a passage is written for those who judge.

Says how many passages and pages they recognise that they weren't fitted to.

    python benchmarks/attack_words.py            print the figures
    python benchmarks/attack_words.py --write    … and write the words

Harmless are the labelled passages that say so, every labelled dossier and the clean pages. Needs the extra ``[tune]``.
Run it after passages were added.
"""

import json
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from benchmarks.fitted_words import Case, fitted_words, write_words
from panel.domain.release import Dossier
from panel.evidence.dossier import read_dossier
from panel.evidence.hostile import hostile_findings
from panel.evidence.hostile.aimed import LIKELY, LONGEST, passages, terms
from panel.evidence.sentences import cut
from panel.evidence.word_weights import Words
from panel.store.releases import read_release

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "data" / "evidence"
FEW = 20
"""Passages that a word must stand in to be told from chance; each sentence of a page stands in up to six."""
STRENGTH = 0.5
"""How far weights may go: the inverse of the penalty of the logistic regression."""
OF_PAGES = {"attack": 0.4, "clean": 2.0, "dossier": 0.25}
"""What a passage of a page counts beside one that was labelled by itself."""
FOLDS = 5
BOUNDS = (0.5, 0.6, 0.7, LIKELY, 0.9)


class Page(NamedTuple):
    """A page, or a dossier, and its passages."""

    name: str
    kind: str
    found: bool
    """Whether the rules find something in it."""
    told: tuple[tuple[frozenset[str], bool], ...]
    """The words of its passages, and whether the rules find something in each sentence of it."""


def fold_of(name: str) -> int:
    """Return to which part something belongs."""
    return crc32(name.encode()) % FOLDS


def labelled() -> list[tuple[str, Case]]:
    """Return the labelled passages and the sentences of harmless ones, each with where it comes from."""
    cases: list[tuple[str, Case]] = []
    for line in (DATA / "passages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        cases.append((row["text"], Case(terms(row["text"]), row["attack"])))
        if not row["attack"]:
            cases += [(row["text"], Case(terms(each.text), False, 0.5)) for each in cut(row["text"], "S1")]
    return cases


def pages() -> list[Page]:
    """Read the pages with attacks, the clean ones and the dossiers."""
    paths = {
        "attack": [path for folder in sorted(DATA.glob("attacks*")) for path in sorted(folder.glob("*.md"))],
        "clean": [path for folder in sorted(DATA.glob("clean*")) for path in sorted(folder.glob("*.md"))],
        "dossier": sorted((DATA / "dossiers").iterdir()),
    }
    with ProcessPoolExecutor() as pool:
        return list(
            chain.from_iterable(pool.map(partial(_page, kind), each, chunksize=20) for kind, each in paths.items())
        )


def _page(kind: str, path: Path) -> Page:
    dossier = read_dossier(read_release(path))
    found = hostile_findings(dossier, by_words=False)
    cites = {cite for finding in found for cite in finding.cites}
    return Page(path.name, kind, bool(found), tuple(_told(dossier, cites)))


def _told(dossier: Dossier, found: set[str]) -> Iterator[tuple[frozenset[str], bool]]:
    for source in dossier.release.sources:
        for each in passages(tuple(dossier.of(source.key)), LONGEST):
            said = frozenset(chain.from_iterable(terms(sentence.text) for sentence in each))
            yield said, all(sentence.cite in found for sentence in each)


def cases_of(page: Page) -> Iterator[Case]:
    """Yield what a page teaches: of one with an attack only the sentences in which the rules find it."""
    for said, found in page.told:
        if page.kind != "attack":
            yield Case(said, False, OF_PAGES[page.kind])
        elif found:
            yield Case(said, True, OF_PAGES[page.kind])


def fitted(passages: list[tuple[str, Case]], read: list[Page]) -> Words:
    """Return what the words of some passages and pages come to."""
    cases = [case for _, case in passages] + [case for page in read for case in cases_of(page)]
    return fitted_words(cases, FEW, STRENGTH)


def held_out(passages: list[tuple[str, Case]], read: list[Page]) -> None:
    """Print how many passages and pages of each part are found by words that were fitted to the others."""
    alone: list[tuple[float, bool]] = []
    whole: list[tuple[float, Page]] = []
    for fold in range(FOLDS):
        words = fitted(
            [each for each in passages if fold_of(each[0]) != fold],
            [page for page in read if fold_of(page.name) != fold],
        )
        alone += [(words.chance(case.terms), case.first) for text, case in passages if fold_of(text) == fold]
        whole += [
            (max((words.chance(said) for said, _ in page.told), default=0.0), page)
            for page in read
            if fold_of(page.name) == fold
        ]
    for bound in BOUNDS:
        print(f"above {bound}:")
        for attack in (True, False):
            chances = [chance for chance, is_attack in alone if is_attack == attack]
            print(f"  {share(chances, bound)} passages, {'attacks' if attack else 'harmless'}")
        for kind in OF_PAGES:
            for found in (True, False):
                chances = [chance for chance, page in whole if page.kind == kind and page.found == found]
                print(f"  {share(chances, bound)} pages, {kind}, {'' if found else 'not '}found by rules")


def share(chances: list[float], bound: float) -> str:
    """Say how many chances are above a bound."""
    return f"{sum(chance > bound for chance in chances)} of {len(chances)}"


def main() -> None:
    """Print the figures; write the words if asked to."""
    passages, read = labelled(), pages()
    if "--write" not in sys.argv:
        held_out(passages, read)
        return
    write_words(fitted(passages, read), ROOT / "panel/evidence/hostile/words.json")


if __name__ == "__main__":
    main()
