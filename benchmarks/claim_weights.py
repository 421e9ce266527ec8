"""Fit ``trees.json`` and ``wordings.json`` of ``panel/evidence/grounding/weighed`` to the labelled statements.

Says how well rules and weighing do together on sets that it wasn't fitted to. What words tell is one sign of the trees:
while these are fitted, it is told by the statements of other sets, as it will be on unseen text.

    python benchmarks/claim_weights.py            print the figures
    python benchmarks/claim_weights.py --write    … and write the weights

Needs the extra ``[tune]``. Run it after ``opinion_words.py``, and after any change of the rules.
"""

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import average_precision_score

from benchmarks.fitted_words import Case, fitted_words, write_words
from panel.domain.release import Dossier
from panel.evidence.conflicts.statements import Signs
from panel.evidence.dossier import read_dossier
from panel.evidence.grounding.judging import by_rules, is_weighed
from panel.evidence.grounding.outright import Outright
from panel.evidence.grounding.weighed.signs import Seen
from panel.evidence.grounding.weighed.weighing import WORDINGS, WRONG, claim_signs
from panel.evidence.grounding.weighed.wordings import wordings
from panel.evidence.lookup.evidence import Evidence, prepare
from panel.evidence.trees import Forest, Tree
from panel.evidence.word_weights import Words
from panel.store.releases import read_release

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "data" / "evidence"
OLD = ("", "_held_out", "_fresh", *(f"_fresh{each}" for each in range(2, 8)))
MENDED = tuple(f"_fresh{each}" for each in (*range(8, 14), *range(16, 47)))
LATE = tuple(f"_fresh{each}" for each in (*range(47, 96), *range(100, 113), *range(129, 134)))
UNMENDED = tuple(f"_fresh{each}" for each in range(113, 129))
MORE = tuple(f"_more{each}" for each in range(1, 15))
COUNTS = {OLD: 0.75, MENDED: 0.2, LATE: 0.75, UNMENDED: 1.0, MORE: 1.0}
"""What a statement of each group of sets counts: where rules were mended with the errors in sight they look better than
they are on unseen text, so the sets that nobody mends on tell most."""
OPINION_COUNTS = 3.0
"""What an opinion counts beside another statement: none is to be flagged."""
BOUNDS = (0.4, 0.45, 0.5, WRONG, 0.6, 0.65, 0.7)
FOLDS = 8
FEW = 5
"""Statements that a word must stand in to be told from chance."""
STRENGTH = 0.2
"""How far the weights of words may go: the inverse of the penalty of the logistic regression."""


class Labelled(NamedTuple):
    """One labelled statement."""

    group: str
    """The first set of its group."""
    home: str
    """The set to which its dossier belongs, which is another where statements were written for older dossiers."""
    found: Signs
    """Its signs; none where the rules alone decide."""
    terms: frozenset[str]
    """Its words, and those of its likest sentence."""
    ruled: bool
    wrong: bool
    opinion: bool
    counts: float


class Weights(NamedTuple):
    """What the weighing consists of."""

    words: Words
    forest: Forest

    def chance(self, row: Labelled) -> float:
        """Return the chance that a statement is wrong; where rules alone decide, it is sure."""
        if not row.found:
            return float(row.ruled)
        return self.forest.chance({**row.found, WORDINGS: self.words.odds(row.terms)})


def dossier_of(slug: str) -> Dossier:
    """Read a labelled dossier."""
    places = (DATA / "dossiers" / slug, DATA / "dossiers" / f"{slug}.md", ROOT / "releases" / slug)
    return read_dossier(read_release(next(place for place in places if place.exists())))


def read() -> list[Labelled]:
    """Read all labelled sets that something is fitted to."""
    groups = {name: names[0] for names in COUNTS for name in names}
    homes: dict[str, str] = {}
    for name in groups:
        for line in lines_of(name):
            homes.setdefault(json.loads(line)["slug"], name)
    with ProcessPoolExecutor() as pool:
        return list(chain.from_iterable(pool.map(partial(_read, homes), groups.items())))


def lines_of(name: str) -> list[str]:
    """Return the lines of a labelled set."""
    return (DATA / f"statements{name}.jsonl").read_text(encoding="utf-8").splitlines()


def _read(homes: dict[str, str], named: tuple[str, str]) -> list[Labelled]:
    name, group = named
    rows = [json.loads(line) for line in lines_of(name)]
    known = {slug: prepare(dossier_of(slug)) for slug in sorted({row["slug"] for row in rows})}
    return [_labelled(row, known[row["slug"]], group, homes[row["slug"]]) for row in rows]


def _labelled(row: dict[str, Any], evidence: Evidence, group: str, home: str) -> Labelled:
    claim = evidence.read(row["statement"])
    ruled = by_rules(claim, evidence)
    places = evidence.candidates(claim)
    weighed = is_weighed(Outright(claim, evidence)) and bool(places)
    found = claim_signs(claim, evidence, places, ruled.kind) if weighed else {}
    terms = wordings(Seen(claim, evidence, places)) if weighed else frozenset[str]()
    opinion = row["grounded"] is None
    counts = next(count for names, count in COUNTS.items() if names[0] == group) * (OPINION_COUNTS if opinion else 1.0)
    return Labelled(group, home, found, terms, ruled.grounded is False, row["grounded"] is False, opinion, counts)


def fold_of(row: Labelled) -> int:
    """Return to which part of the sets a statement belongs."""
    return crc32(row.home.encode()) % FOLDS


def fitted(rows: list[Labelled]) -> Weights:
    """Return the weights that some statements come to."""
    rows = [row for row in rows if row.found]
    found = [{**row.found, WORDINGS: odds} for row, odds in zip(rows, crossed(rows), strict=True)]
    names = sorted({name for each in found for name in each})
    table = np.array([[each.get(name, 0.0) for name in names] for each in found], dtype=np.float32)
    weights, wrong = np.array([row.counts for row in rows]), np.array([row.wrong for row in rows])
    model = GradientBoostingClassifier(
        n_estimators=600,
        max_depth=6,
        learning_rate=0.025,
        subsample=0.5,
        min_samples_leaf=20,
        max_features=0.1,
        random_state=0,
    )
    model.fit(table, wrong, sample_weight=weights)
    share = float((weights * wrong).sum() / weights.sum())
    trees = [written(each[0].tree_, 0, names, model.learning_rate) for each in model.estimators_]
    return Weights(_words(rows), Forest(float(np.log(share / (1 - share))), trees))


def _words(rows: list[Labelled]) -> Words:
    return fitted_words([Case(row.terms, row.wrong, row.counts) for row in rows], FEW, STRENGTH)


def crossed(rows: list[Labelled]) -> list[float]:
    """Return what the words of each statement tell by those of the other sets."""
    told: dict[int, Words] = {}
    for fold in sorted({fold_of(row) for row in rows}):
        told[fold] = _words([row for row in rows if fold_of(row) != fold])
    return [told[fold_of(row)].odds(row.terms) for row in rows]


def written(tree: Any, node: int, names: list[str], rate: float) -> Tree:
    """Return a tree as it is written down, from a node on."""
    if tree.children_left[node] < 0:
        return round(float(tree.value[node][0][0]) * rate, 4)
    below, above = (written(tree, child[node], names, rate) for child in (tree.children_left, tree.children_right))
    return [names[tree.feature[node]], round(float(tree.threshold[node]), 4), below, above]


def told(chances: np.ndarray, rows: list[Labelled], bound: float) -> str:
    """Say how well rules and trees do."""
    said = chances > bound
    wrong, opinion = np.array([row.wrong for row in rows]), np.array([row.opinion for row in rows])
    right = (said & wrong).sum()
    return (
        f"precision {right / max(1, said.sum()):.2f}, recall {right / wrong.sum():.2f}, "
        f"opinions flagged {(said & opinion).sum()} of {opinion.sum()}"
    )


def held_out(rows: list[Labelled]) -> None:
    """Print how well each part of the sets does when the weights are fitted to the others."""
    with ProcessPoolExecutor() as pool:
        seen = dict(chain.from_iterable(pool.map(partial(_left_out, rows), range(FOLDS))))
    chances = np.array([seen[place] for place in range(len(rows))])
    for names in COUNTS:
        places = [place for place, row in enumerate(rows) if row.group == names[0]]
        group = [rows[place] for place in places]
        mean = average_precision_score([row.wrong for row in group], chances[places])
        print(f"from {names[0] or 'the oldest'} to {names[-1]}: average precision {mean:.3f}")
        for bound in BOUNDS:
            print(f"  flagged above {bound}: {told(chances[places], group, bound)}")


def _left_out(rows: list[Labelled], fold: int) -> list[tuple[int, float]]:
    weights = fitted([row for row in rows if fold_of(row) != fold])
    return [(place, weights.chance(row)) for place, row in enumerate(rows) if fold_of(row) == fold]


def main() -> None:
    """Print the figures; write the weights if asked to."""
    rows = read()
    if "--write" not in sys.argv:
        held_out(rows)
        return
    weights = fitted(rows)
    folder = ROOT / "panel/evidence/grounding/weighed"
    trees = ",\n".join(json.dumps(tree) for tree in weights.forest.trees)
    (folder / "trees.json").write_text(
        f'{{"bias": {weights.forest.bias:.4f}, "trees": [\n{trees}\n]}}\n', encoding="utf-8"
    )
    write_words(weights.words, folder / "wordings.json")


if __name__ == "__main__":
    main()
