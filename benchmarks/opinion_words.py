"""Fit the words of ``panel/evidence/grounding/opinions/words.json``: which tell that a statement is an opinion.

Says how many opinions they recognise on sets that they weren't fitted to.

    python benchmarks/opinion_words.py            print the figures
    python benchmarks/opinion_words.py --write    … and write the words

Needs the extra ``[tune]``. Run it after new sets were added.
"""

import json
import sys
from pathlib import Path

from benchmarks.claim_weights import COUNTS, DATA
from benchmarks.fitted_words import Case, fitted_words, write_words
from panel.evidence.grounding.opinions.likely import HARDLY, LIKELY, terms

FOLDS = 8
FEW = 4
"""Statements that a word must stand in to be told from chance."""
BOUNDS = (HARDLY, 0.2, 0.3, LIKELY, 0.5)


def read(name: str) -> list[Case]:
    """Read a labelled set."""
    rows = [json.loads(line) for line in (DATA / f"statements{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [Case(terms(row["statement"]), row["grounded"] is None) for row in rows]


def held_out(sets: list[list[Case]]) -> None:
    """Print how well each eighth of the sets does when the words are fitted to the rest."""
    seen: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        words = fitted_words([row for number, each in enumerate(sets) if number % FOLDS != fold for row in each], FEW)
        seen += [(words.chance(case.terms), case.first) for each in sets[fold::FOLDS] for case in each]
    opinions = sum(opinion for _, opinion in seen)
    for bound in BOUNDS:
        said = [opinion for chance, opinion in seen if chance > bound]
        print(
            f"above {bound}: {sum(said) / opinions:.1%} of {opinions} opinions, "
            f"{(len(said) - sum(said)) / (len(seen) - opinions):.1%} of {len(seen) - opinions} others"
        )


def main() -> None:
    """Print the figures; write the words if asked to."""
    sets = [read(name) for names in COUNTS for name in names]
    if "--write" not in sys.argv:
        held_out(sets)
        return
    words = fitted_words([row for each in sets for row in each], FEW)
    write_words(words, Path(__file__).parents[1] / "panel/evidence/grounding/opinions/words.json")


if __name__ == "__main__":
    main()
