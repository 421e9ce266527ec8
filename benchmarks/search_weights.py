"""Fit the trees of ``panel/evidence/conflicts/trees.json``: how likely two sentences of a dossier contradict.

Says how well the search of whole dossiers does on sets that it wasn't fitted to.

    python benchmarks/search_weights.py            print the figures
    python benchmarks/search_weights.py --write    … and write the trees, and what is told at a glance

The pairs were labelled by hands that hadn't seen the tool; what nobody labelled counts as no contradiction,
and pairs in which nothing clashes are never weighed. Needs the
extra ``[tune]``. Run it after ``pair_weights.py``.
"""

import json
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from benchmarks.claim_weights import dossier_of, written
from panel.evidence.conflicts.searching import Candidate, candidates, read_sentences
from panel.evidence.conflicts.statements import Signs

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "data" / "evidence"
SETS = tuple(f"fresh{each}" for each in range(47, 84))
WORKED = "worked examples"
WORKED_COUNTS = 6.0
"""What a pair of the worked examples counts: they are whole pages, not written to be checked."""
FOLDS = 8
BOUNDS = (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)


class Row(NamedTuple):
    """A pair of sentences that is weighed."""

    set: str
    glance: Signs
    found: Signs
    ruled: bool
    wrong: bool


def read() -> tuple[list[Row], int]:
    """Return the pairs that the dossiers of all sets yield, and how many labelled contradictions there are."""
    labels: dict[tuple[str, str], dict[frozenset[str], bool | None]] = {
        (name, json.loads(line)["slug"]): {}
        for name in SETS
        for line in (DATA / f"facts_{name}.jsonl").read_text(encoding="utf-8").splitlines()
    } | {(WORKED, path.name): {} for path in sorted((ROOT / "releases").iterdir()) if path.is_dir()}
    for line in (DATA / "disagreements.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labels[row["set"], row["slug"]][frozenset((row["a"], row["b"]))] = row["contradiction"]
    rows: list[Row] = []
    for (name, slug), known in labels.items():
        dossier = dossier_of(slug)
        for each in sorted(candidates(read_sentences(dossier), dossier.release, None), key=_places):
            said = known.get(_cites(each), False)
            if said is not None and each.clashes:
                rows.append(Row(name, each.glance, each.signs, each.clash is not None, said))
    return rows, sum(said is True for known in labels.values() for said in known.values())


def _places(candidate: Candidate) -> tuple[str, str]:
    return candidate.a.spoken.cite, candidate.b.spoken.cite


def _cites(candidate: Candidate) -> frozenset[str]:
    return frozenset(_places(candidate))


def table(found: list[Signs], names: list[str]) -> np.ndarray:
    """Return signs as numbers."""
    return np.array([[each.get(name, 0.0) for name in names] for each in found], dtype=np.float32)


def fitted(rows: list[Row], names: list[str]) -> GradientBoostingClassifier:
    """Return the trees that some pairs come to."""
    model = GradientBoostingClassifier(
        n_estimators=100,
        max_depth=3,
        learning_rate=0.08,
        subsample=0.5,
        min_samples_leaf=8,
        max_features=0.2,
        random_state=0,
    )
    counts = [WORKED_COUNTS if row.set == WORKED else 1.0 for row in rows]
    return model.fit(table([row.found for row in rows], names), [row.wrong for row in rows], sample_weight=counts)


def held_out(rows: list[Row], names: list[str], labelled: int) -> None:
    """Print how well each eighth of the sets does when the trees are fitted to the rest."""
    sets = sorted({row.set for row in rows})
    wrong, ruled = np.array([row.wrong for row in rows]), np.array([row.ruled for row in rows])
    likely = np.zeros(len(rows))
    for fold in range(FOLDS):
        left_out = np.array([row.set in sets[fold::FOLDS] for row in rows])
        model = fitted([row for row, out in zip(rows, left_out, strict=True) if not out], names)
        out = table([row.found for row, is_out in zip(rows, left_out, strict=True) if is_out], names)
        likely[left_out] = model.predict_proba(out)[:, 1]
    print(f"{len(rows)} pairs, {wrong.sum()} contradictions of {labelled} that are labelled")
    print(f"rules alone: {told(ruled, wrong, labelled)}")
    for bound in BOUNDS:
        print(f"above {bound}: {told(likely > bound, wrong, labelled)}")


def told(said: np.ndarray, wrong: np.ndarray, labelled: int) -> str:
    """Say how well a search does."""
    right = (said & wrong).sum()
    return f"{said.sum()} found, precision {right / max(1, said.sum()):.2f}, recall {right / labelled:.2f}"


def promise(rows: list[Row]) -> dict[str, float]:
    """Return what each sign that is seen at a glance tells."""
    names = sorted(rows[0].glance)
    seen = table([row.glance for row in rows], names)
    spread = np.where(seen.std(axis=0) > 0, seen.std(axis=0), 1.0)
    model = LogisticRegression(max_iter=2_000).fit(seen / spread, [row.wrong for row in rows])
    return {name: round(float(weight), 4) for name, weight in zip(names, model.coef_[0] / spread, strict=True)}


def main() -> None:
    """Print the figures; write the trees if asked to."""
    rows, labelled = read()
    names = sorted({name for row in rows for name in row.found})
    if "--write" not in sys.argv:
        held_out(rows, names, labelled)
        return
    model = fitted(rows, names)
    share = float(np.mean([row.wrong for row in rows]))
    trees = ",\n".join(json.dumps(written(each[0].tree_, 0, names, model.learning_rate)) for each in model.estimators_)
    folder = ROOT / "panel" / "evidence" / "conflicts"
    bias = np.log(share / (1 - share))
    (folder / "trees.json").write_text(f'{{"bias": {bias:.4f}, "trees": [\n{trees}\n]}}\n', encoding="utf-8")
    lines = "".join(f"    {json.dumps(name)}: {weight},\n" for name, weight in promise(rows).items())
    (folder / "search_weights.py").write_text(
        '"""What two sentences tell at a glance; fitted by ``benchmarks/search_weights.py``, not by hand."""\n\n'
        f"PROMISE: dict[str, float] = {{\n{lines}}}\n"
        '"""Log odds of a contradiction for each unit of a sign."""\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
