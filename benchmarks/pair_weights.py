"""Fit the weights of ``panel/evidence/conflicts/weights.py`` to the labelled pairs.

Says how well they do on each set that they weren't fitted to.

    python benchmarks/pair_weights.py            print the figures
    python benchmarks/pair_weights.py --write    … and write the weights

The newest set is never fitted to: it is what the tests hold them against. Needs the extra ``[tune]``.
"""

import json
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from panel.evidence.conflicts import judge_pair
from panel.evidence.conflicts.names import own_words
from panel.evidence.conflicts.signs import Signs, signs
from panel.evidence.conflicts.weighing import RULED, UNRULED, clashes, read_pair

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "data" / "evidence"
OLD = ("pairs", "pairs_held_out")
NEW = ("pairs_fresh8", "pairs_fresh9", "pairs_fresh10")
KEPT = "pairs_fresh11"
STRENGTH = 0.5
"""Inverse strength of the regularisation."""
OLD_COUNTS = 1.0
"""What a pair of the old sets counts beside one of the new: the rules were written with them in sight."""


class Labelled(NamedTuple):
    """One labelled pair."""

    found: Signs
    ruled: bool
    contradiction: bool


def read(name: str) -> list[Labelled]:
    """Read a labelled set."""
    rows = [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        Labelled(
            signs(*read_pair(row["a"]["text"], row["b"]["text"]), own_words(row["slug"].replace("-", " "))),
            judge_pair(row["a"]["text"], row["b"]["text"], subject=row["slug"].replace("-", " "), weigh=False)
            is not None,
            row["contradiction"],
        )
        for row in rows
    ]


def fitted(sets: dict[str, list[Labelled]], names: list[str]) -> LogisticRegression:
    """Fit the weights to some sets."""
    grounded = {name: [row for row in each if clashes(row.found)] for name, each in sets.items()}
    rows = [row for each in grounded.values() for row in each]
    counts = [OLD_COUNTS if name in OLD else 2.0 for name, each in grounded.items() for _ in each]
    return LogisticRegression(C=STRENGTH, max_iter=5000).fit(
        table(rows, names), [row.contradiction for row in rows], sample_weight=counts
    )


def table(rows: list[Labelled], names: list[str]) -> np.ndarray:
    """Return signs as numbers."""
    return np.array([[row.found.get(name, 0.0) for name in names] for row in rows])


def told(model: LogisticRegression, rows: list[Labelled], names: list[str]) -> str:
    """Say how well weights do on a set."""
    chances = model.predict_proba(table(rows, names))[:, 1] * [clashes(row.found) for row in rows]
    said = chances > np.where([row.ruled for row in rows], RULED, UNRULED)
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
