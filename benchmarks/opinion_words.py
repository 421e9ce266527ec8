"""Fit the words of ``panel/evidence/grounding/opinions/words.json``: which tell that a statement is an opinion.

Says how many opinions they recognise on sets that they weren't fitted to.

    python benchmarks/opinion_words.py            print the figures
    python benchmarks/opinion_words.py --write    … and write the words

Needs the extra ``[tune]``. Run it after new sets were added.
"""

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.claim_weights import COUNTS, DATA
from panel.evidence.grounding.opinions.likely import LIKELY, Words, terms

FOLDS = 8
FEW = 4
"""Statements that a word must stand in to be told from chance."""
NOTHING = 0.02
"""Weight below which a word is left out."""
BOUNDS = (0.1, 0.2, 0.3, LIKELY, 0.5)

Statement = tuple[frozenset[str], bool]
"""The terms of a statement, and whether it is an opinion."""


def read(name: str) -> list[Statement]:
    """Read a labelled set."""
    rows = [json.loads(line) for line in (DATA / f"statements{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [(terms(row["statement"]), row["grounded"] is None) for row in rows]


def fitted(rows: list[Statement]) -> Words:
    """Return what the words of some statements come to."""
    counts = Counter(term for each, _ in rows for term in each)
    known = {term: place for place, term in enumerate(sorted(term for term, count in counts.items() if count >= FEW))}
    places = [[known[term] for term in sorted(each) if term in known] for each, _ in rows]
    ends = np.cumsum([0, *map(len, places)])
    indices = np.array([place for each in places for place in each])
    table = csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(rows), len(known)))
    model = LogisticRegression(max_iter=2_000).fit(table, [opinion for _, opinion in rows])
    weights = {term: round(float(model.coef_[0][place]), 3) for term, place in known.items()}
    kept = {term: weight for term, weight in weights.items() if abs(weight) >= NOTHING}
    return Words(round(float(model.intercept_[0]), 3), kept)


def held_out(sets: list[list[Statement]]) -> None:
    """Print how well each eighth of the sets does when the words are fitted to the rest."""
    seen: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        words = fitted([row for number, each in enumerate(sets) if number % FOLDS != fold for row in each])
        seen += [(words.chance(found), opinion) for each in sets[fold::FOLDS] for found, opinion in each]
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
    words = fitted([row for each in sets for row in each])
    lines = ",\n".join(f"{json.dumps(term, ensure_ascii=False)}: {weight}" for term, weight in words.weights.items())
    path = Path(__file__).parents[1] / "panel/evidence/grounding/opinions/words.json"
    path.write_text(f'{{"bias": {words.bias}, "weights": {{\n{lines}\n}}}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
