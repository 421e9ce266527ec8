"""Fit the weights of ``panel/evidence/conflicts/weights.py`` to the labelled pairs.

Says how well they do on each set that they weren't fitted to.

    python benchmarks/pair_weights.py            print the figures
    python benchmarks/pair_weights.py --write    … and write the weights

The newest set is never fitted to: it is what the tests hold them against. Needs the extra ``[tune]``.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from panel.evidence.conflicts.crossed import crossed
from panel.evidence.conflicts.given_pairs import read_pair
from panel.evidence.conflicts.statements import Signs
from panel.evidence.conflicts.weighing import LEAST, clashes

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "data" / "evidence"
OLD = ("pairs", "pairs_held_out")
NEW = ("pairs_fresh8", "pairs_fresh9", "pairs_fresh10", "pairs_fresh12", "pairs_fresh13", "pairs_fresh14")
KEPT = "pairs_fresh11"
STRENGTH = 0.4
"""Inverse strength of the regularisation."""
NEW_COUNTS = 4.0
"""What a pair of the new sets counts beside one of the old: the rules were written with the old in sight."""
NEAR_MISS_COUNTS = 2.0
"""What a near miss counts beside a contradiction: a wrong alarm costs more than a silence."""


LISTED = frozenset({"kinds apart", "same kinds", "kinds of one", "opposed", "one relation"})
"""Signs of lists of words. These were written with the labelled pairs in sight, so they know fewer of unseen ones."""


class Labelled(NamedTuple):
    """One labelled pair."""

    found: Signs
    contradiction: bool


def read(name: str) -> list[Labelled]:
    """Read a labelled set."""
    rows = [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        Labelled(
            read_pair(row["a"]["text"], row["b"]["text"], row["slug"].replace("-", " ")).signs, row["contradiction"]
        )
        for row in rows
    ]


def unlisted(found: Signs) -> Signs:
    """Return signs as they'd be had the lists of words known none of the sentences' words."""
    alone = defaultdict(float, {name: each for name, each in found.items() if name not in LISTED and " + " not in name})
    return dict(alone) | crossed(alone)


def fitted(sets: dict[str, list[Labelled]], names: list[str]) -> LogisticRegression:
    """Fit the weights to some sets, each pair once as it is and once without the signs of lists."""
    pairs = [
        (name, row._replace(found=found))
        for name, each in sets.items()
        for row in each
        for found in (row.found, unlisted(row.found))
        if clashes(found)
    ]
    rows = [row for _, row in pairs]
    counts = [
        (NEW_COUNTS if name in NEW else 1.0) * (1.0 if row.contradiction else NEAR_MISS_COUNTS) / 2
        for name, row in pairs
    ]
    return LogisticRegression(C=STRENGTH, max_iter=5000).fit(
        table(rows, names), [row.contradiction for row in rows], sample_weight=counts
    )


def table(rows: list[Labelled], names: list[str]) -> np.ndarray:
    """Return signs as numbers."""
    return np.array([[row.found.get(name, 0.0) for name in names] for row in rows])


def told(model: LogisticRegression, rows: list[Labelled], names: list[str]) -> str:
    """Say how well weights do on a set."""
    chances = model.predict_proba(table(rows, names))[:, 1] * [clashes(row.found) for row in rows]
    said = chances > LEAST
    is_so = np.array([row.contradiction for row in rows])
    right, alarms = (said & is_so).sum(), (said & ~is_so).sum()
    return (
        f"F1 {2 * right / (said.sum() + is_so.sum()):.2f}, {right} of {is_so.sum()} found, "
        f"{alarms} of {(~is_so).sum()} near misses alarmed"
    )


def main() -> None:
    """Print the figures; write the weights if asked to."""
    sets = {name: read(name) for name in (*OLD, *NEW)}
    names = sorted({name for rows in sets.values() for row in rows for name in row.found})
    for left_out, labelled in sets.items():
        others = {name: rows for name, rows in sets.items() if name != left_out}
        print(f"{left_out:16} left out: {told(fitted(others, names), labelled, names)}")
    model = fitted(sets, names)
    print(f"{KEPT:16} never fitted: {told(model, read(KEPT), names)}")
    if "--write" in sys.argv:
        lines = [f"    {json.dumps(name)}: {weight:.2f}," for name, weight in zip(names, model.coef_[0], strict=True)]
        text = (
            '"""What each sign of ``signs`` tells; fitted by ``benchmarks/pair_weights.py``, not by hand."""\n\n'
            f"BIAS = {model.intercept_[0]:.2f}\n"
            '"""Where two sentences stand without any sign."""\n\nWEIGHTS: dict[str, float] = {\n'
            + "\n".join(lines)
            + '\n}\n"""Log odds of a contradiction for each unit of a sign."""\n'
        )
        (ROOT / "panel/evidence/conflicts/weights.py").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
