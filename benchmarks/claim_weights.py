"""Fit the trees of ``panel/evidence/grounding/weighed/trees.json`` to the labelled statements.

Says how well rules and trees do together on each set that the trees weren't fitted to.

    python benchmarks/claim_weights.py            print the figures
    python benchmarks/claim_weights.py --write    … and write the trees

Needs the extra ``[tune]``. Run it after any change of the rules.
"""

import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import average_precision_score

from panel.domain.release import Dossier
from panel.evidence.conflicts.statements import Signs
from panel.evidence.dossier import read_dossier
from panel.evidence.grounding.judging import by_rules, is_weighed
from panel.evidence.grounding.weighed.weighing import WRONG, claim_signs
from panel.evidence.lookup.evidence import prepare
from panel.evidence.trees import Forest, Tree
from panel.store.releases import read_release

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "data" / "evidence"
OLD = ("", "_held_out", "_fresh", *(f"_fresh{each}" for each in range(2, 8)))
MENDED = tuple(f"_fresh{each}" for each in (*range(8, 14), *range(16, 47)))
LATE = tuple(f"_fresh{each}" for each in (*range(47, 96), *range(100, 113), *range(129, 134)))
UNMENDED = tuple(f"_fresh{each}" for each in range(113, 129))
COUNTS = {OLD: 0.3, MENDED: 0.2, LATE: 0.75, UNMENDED: 1.0}
"""What a statement of each group of sets counts: where rules were mended with the errors in sight they look better than
they are on unseen text, so the sets that nobody mends on tell most."""
OPINION_COUNTS = 3.0
"""What an opinion counts beside another statement: none is to be flagged."""
BOUNDS = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75)


class Labelled(NamedTuple):
    """One labelled statement."""

    found: Signs
    """Its signs; none where the rules alone decide."""
    ruled: bool
    wrong: bool
    opinion: bool


def dossier_of(slug: str) -> Dossier:
    """Read a labelled dossier."""
    places = (DATA / "dossiers" / slug, DATA / "dossiers" / f"{slug}.md", ROOT / "releases" / slug)
    return read_dossier(read_release(next(place for place in places if place.exists())))


def read(name: str) -> list[Labelled]:
    """Read a labelled set."""
    rows = [json.loads(line) for line in (DATA / f"statements{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    known = {slug: dossier_of(slug) for slug in {row["slug"] for row in rows}}
    return [labelled(row, known[row["slug"]]) for row in rows]


def labelled(row: dict[str, Any], dossier: Dossier) -> Labelled:
    """Read one statement."""
    evidence = prepare(dossier)
    claim = evidence.read(row["statement"])
    ruled = by_rules(claim, evidence)
    found = claim_signs(claim, evidence, evidence.candidates(claim), ruled.kind) if is_weighed(claim, evidence) else {}
    return Labelled(found, ruled.grounded is False, row["grounded"] is False, row["grounded"] is None)


def fitted(sets: dict[str, list[Labelled]]) -> Forest:
    """Return the trees that some sets come to."""
    counts = {name: count for names, count in COUNTS.items() for name in names}
    rows = [(row, counts[name]) for name, each in sets.items() for row in each if row.found]
    names = sorted({name for row, _ in rows for name in row.found})
    table = np.array([[row.found.get(name, 0.0) for name in names] for row, _ in rows])
    weights = np.array([count * (OPINION_COUNTS if row.opinion else 1.0) for row, count in rows])
    wrong = np.array([row.wrong for row, _ in rows])
    model = GradientBoostingClassifier(
        n_estimators=400,
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
    return Forest(float(np.log(share / (1 - share))), trees)


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


def held_out(sets: dict[str, list[Labelled]]) -> None:
    """Print how well each set does when the trees are fitted to all others."""
    seen: dict[str, np.ndarray] = {}
    for left_out, rows in sets.items():
        forest = fitted({name: each for name, each in sets.items() if name != left_out})
        seen[left_out] = np.array([forest.chance(row.found) if row.found else float(row.ruled) for row in rows])
        print(f"statements{left_out:10} left out: {told(seen[left_out], rows, WRONG)}", flush=True)
    for names in COUNTS:
        rows, chances = [row for name in names for row in sets[name]], np.concatenate([seen[name] for name in names])
        mean = average_precision_score([row.wrong for row in rows], chances)
        print(f"from {names[0] or 'the oldest'} to {names[-1]}: average precision {mean:.3f}")
        for bound in BOUNDS:
            print(f"  flagged above {bound}: {told(chances, rows, bound)}")


def main() -> None:
    """Print the figures; write the trees if asked to."""
    sets = {name: read(name) for names in COUNTS for name in names}
    if "--write" not in sys.argv:
        held_out(sets)
        return
    forest = fitted(sets)
    trees = ",\n".join(json.dumps(tree) for tree in forest.trees)
    path = ROOT / "panel/evidence/grounding/weighed/trees.json"
    path.write_text(f'{{"bias": {forest.bias:.4f}, "trees": [\n{trees}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
