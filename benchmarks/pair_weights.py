"""Fit the weights of ``panel/evidence/conflicts/weights.py`` to the labelled pairs.

Says how well they do on each set that they weren't fitted to.

    python benchmarks/pair_weights.py            print the figures
    python benchmarks/pair_weights.py --write    … and write the weights

Six sets are never fitted to: they are what the tests hold them against. Needs the extra ``[tune]``.
"""

import json
import re
import sys
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from panel.evidence.conflicts.crossed import crossed, is_crossed
from panel.evidence.conflicts.given_pairs import read_pair
from panel.evidence.conflicts.statements import Signs
from panel.evidence.conflicts.weighing import LEAST, clashes

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "data" / "evidence"
OLD = ("pairs", "pairs_held_out")
TUNED = tuple(f"pairs_fresh{each}" for each in (8, 9, 10, 12, 13, 14))
READ = tuple(f"pairs_fresh{each}" for each in (11, *range(16, 27), *range(28, 96), *range(100, 113), *range(121, 129)))
UNMENDED = tuple(f"pairs_fresh{each}" for each in (*range(113, 121), *range(129, 134)))
KEPT = ("pairs_unread", "pairs_unread2", *(f"pairs_fresh{each}" for each in range(96, 100)))
COUNTS = dict.fromkeys(OLD, 3.0) | dict.fromkeys(TUNED, 2.0) | dict.fromkeys(READ, 3.0) | dict.fromkeys(UNMENDED, 4.0)
"""What a pair of each set counts: rules and signs were mended with the errors on the others in sight, on the last they
weren't."""
STRENGTH = 0.2
"""Inverse strength of the regularisation."""
NEAR_MISS_COUNTS = 2.0
"""What a near miss counts beside a contradiction: a wrong alarm costs more than a silence."""

LEAST_WEIGHT = 0.005
"""A weight that isn't written if it is less."""

LISTED = frozenset({"kinds apart", "same kinds", "kinds of one", "opposed", "one relation"})
"""Signs of lists of words. These were written with the labelled pairs in sight, so they know fewer of unseen ones."""
RULED = frozenset({"ruled"})
"""Signs of rules that were mended on the sentences of old sets, so that these don't tell how good they are."""
UNWEIGHED = "kinds apart"
"""A sign that tells something only together with others."""


_NUMBERED = re.compile(r"-i{2,}$")
"""What tells two dossiers of one slug apart."""


class Labelled(NamedTuple):
    """One labelled pair."""

    found: Signs
    contradiction: bool


def read(name: str) -> list[Labelled]:
    """Read a labelled set."""
    rows = [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        Labelled(
            read_pair(row["a"]["text"], row["b"]["text"], _NUMBERED.sub("", row["slug"]).replace("-", " ")).signs,
            row["contradiction"],
        )
        for row in rows
    ]


def without(found: Signs, names: Collection[str]) -> Signs:
    """Return signs as they'd be without some, and without what these make together with others."""
    alone = {name: each for name, each in found.items() if name not in names and not is_crossed(name)}
    return alone | crossed(alone)


def fitted(sets: dict[str, list[Labelled]], names: list[str]) -> LogisticRegression:
    """Fit the weights to some sets, each pair once as it is and once without the signs of lists."""
    pairs = [
        (name, row._replace(found=found))
        for name, each in sets.items()
        for row in each
        for found in (
            row.found if name in READ + UNMENDED else without(row.found, RULED),
            without(row.found, LISTED if name in READ + UNMENDED else LISTED | RULED),
        )
    ]
    rows = [row for _, row in pairs]
    counts = [COUNTS[name] * (1.0 if row.contradiction else NEAR_MISS_COUNTS) / 2 for name, row in pairs]
    return LogisticRegression(C=STRENGTH, max_iter=5000).fit(
        table(rows, names), [row.contradiction for row in rows], sample_weight=counts
    )


def table(rows: list[Labelled], names: list[str]) -> np.ndarray:
    """Return signs as numbers."""
    return np.array([[row.found.get(name, 0.0) for name in names] for row in rows])


def chances(model: LogisticRegression, rows: list[Labelled], names: list[str]) -> np.ndarray:
    """Return how likely each pair is a contradiction."""
    return model.predict_proba(table(rows, names))[:, 1] * [clashes(row.found) for row in rows]


def told(likely: np.ndarray, rows: list[Labelled], least: float = LEAST) -> str:
    """Say how well weights do on a set."""
    said = likely > least
    is_so = np.array([row.contradiction for row in rows])
    right, alarms = (said & is_so).sum(), (said & ~is_so).sum()
    return (
        f"F1 {2 * right / (said.sum() + is_so.sum()):.2f}, {right} of {is_so.sum()} found, "
        f"{alarms} of {(~is_so).sum()} near misses alarmed"
    )


def main() -> None:
    """Print the figures; write the weights if asked to."""
    sets = {name: read(name) for name in COUNTS}
    found = {name for rows in sets.values() for row in rows for name in row.found}
    names = sorted(name for name in found if not name.startswith(UNWEIGHED))
    left_out = {}
    for name, labelled in sets.items():
        others = {other: rows for other, rows in sets.items() if other != name}
        left_out[name] = chances(fitted(others, names), labelled, names)
        print(f"{name:16} left out: {told(left_out[name], labelled)}")
    likely = np.concatenate([left_out[name] for name in READ + UNMENDED])
    for least in (0.4, 0.45, 0.5, 0.55, 0.6, 0.65):
        print(
            f"new sets, LEAST {least}: {told(likely, [row for name in READ + UNMENDED for row in sets[name]], least)}"
        )
    model = fitted(sets, names)
    for name in KEPT:
        labelled = read(name)
        print(f"{name:16} never fitted: {told(chances(model, labelled, names), labelled)}")
    if "--write" in sys.argv:
        weights = zip(names, model.coef_[0], strict=True)
        lines = [f"    {json.dumps(name)}: {weight:.2f}," for name, weight in weights if abs(weight) >= LEAST_WEIGHT]
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
