"""Fit the weights of ``panel/evidence/grounding/weights.py`` to the labelled statements.

Says how well rules and weights do together on each set that the weights weren't fitted to.

    python benchmarks/claim_weights.py            print the figures
    python benchmarks/claim_weights.py --write    … and write the weights

Needs the extra ``[tune]``.
"""

import json
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from panel.domain.release import Dossier
from panel.evidence.conflicts.statements import Signs
from panel.evidence.dossier import read_dossier
from panel.evidence.grounding.evidence import prepare
from panel.evidence.grounding.judging import by_rules
from panel.evidence.grounding.opinions import is_fragment, is_opinion
from panel.evidence.grounding.weighing import RULED, claim_signs, is_freely_worded, is_wrong
from panel.store.releases import read_release

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "data" / "evidence"
OLD = ("", "_held_out", "_fresh", "_fresh2", "_fresh3", "_fresh4", "_fresh5", "_fresh6", "_fresh7")
NEW = ("_fresh8", "_fresh9", "_fresh10", "_fresh11", "_fresh12")
STRENGTH = 0.3
"""Inverse strength of the regularisation, of signs brought to one scale."""
NEW_COUNTS = 2.0
"""What a statement of the freely worded sets counts beside a plain one."""


class Labelled(NamedTuple):
    """One labelled statement."""

    found: Signs
    weighed: bool
    free: bool
    ruled: str
    wrong: bool


def dossier_of(slug: str) -> Dossier:
    """Read a labelled dossier."""
    places = (DATA / "dossiers" / slug, DATA / "dossiers" / f"{slug}.md", ROOT / "releases" / slug)
    return read_dossier(read_release(next(place for place in places if place.exists())))


def read(name: str) -> list[Labelled]:
    """Read a labelled set."""
    rows = [json.loads(line) for line in (DATA / f"statements{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    known = {slug: dossier_of(slug) for slug in {row["slug"] for row in rows}}
    return [labelled(row, known[row["slug"]]) for row in rows]


def labelled(row: dict, dossier: Dossier) -> Labelled:
    """Read one statement."""
    evidence = prepare(dossier)
    claim = evidence.read(row["statement"])
    return Labelled(
        claim_signs(claim, evidence, evidence.candidates(claim)),
        not is_opinion(claim) and not is_fragment(claim),
        is_freely_worded(claim),
        by_rules(claim, evidence).kind,
        row["grounded"] is False,
    )


def fitted(sets: dict[str, list[Labelled]], names: list[str]) -> tuple[np.ndarray, float]:
    """Return the weights and the bias that some sets come to."""
    rows = [(row, NEW_COUNTS if name in NEW else 1.0) for name, each in sets.items() for row in each if row.weighed]
    table = tabled([row for row, _ in rows], names)
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(
        (table - mean) / spread, [row.wrong for row, _ in rows], sample_weight=[count for _, count in rows]
    )
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - (weights * mean).sum())


def tabled(rows: list[Labelled], names: list[str]) -> np.ndarray:
    """Return signs as numbers."""
    return np.array([[row.found.get(name, 0.0) for name in names] for row in rows])


def told(weights: np.ndarray, bias: float, rows: list[Labelled], names: list[str]) -> str:
    """Say how well rules and weights do on a set."""
    table = dict(zip(names, weights, strict=True))
    said = np.array(
        [
            is_wrong(row.found, ruled=row.ruled, bias=bias, weights=table)
            if row.weighed and row.free
            else row.ruled in RULED
            for row in rows
        ]
    )
    wrong = np.array([row.wrong for row in rows])
    right = (said & wrong).sum()
    return f"precision {right / max(1, said.sum()):.2f}, recall {right / wrong.sum():.2f}"


def main() -> None:
    """Print the figures; write the weights if asked to."""
    sets = {name: read(name) for name in (*OLD, *NEW)}
    names = sorted({name for rows in sets.values() for row in rows for name in row.found})
    for left_out, rows in sets.items():
        others = {name: each for name, each in sets.items() if name != left_out}
        print(f"statements{left_out:10} left out: {told(*fitted(others, names), rows, names)}")
    weights, bias = fitted(sets, names)
    if "--write" in sys.argv:
        lines = [f"    {json.dumps(name)}: {weight:.3f}," for name, weight in zip(names, weights, strict=True)]
        text = (
            '"""What each sign of a statement tells; fitted by ``benchmarks/claim_weights.py``, not by hand."""\n\n'
            f"BIAS = {bias:.3f}\n"
            '"""Where a statement stands without any sign."""\n\nWEIGHTS: dict[str, float] = {\n'
            + "\n".join(lines)
            + '\n}\n"""Log odds of a wrong statement for each unit of a sign."""\n'
        )
        (ROOT / "panel/evidence/grounding/weights.py").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
