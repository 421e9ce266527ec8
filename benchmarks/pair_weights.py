"""Fit the weights of ``panel/evidence/conflicts/weights.py`` to the labelled pairs.

Says how well they do on each set that they weren't fitted to.

    python benchmarks/pair_weights.py            print the figures
    python benchmarks/pair_weights.py --write    … and write the weights

What words tell is one sign more: while the others are fitted, it is told by other sets. Six sets are never fitted to:
they are what the tests hold the weights against. Needs the extra ``[tune]``.
"""

import json
import re
import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.fitted_words import Case, fitted_words, write_words
from panel.evidence.conflicts.crossed import crossed, is_crossed
from panel.evidence.conflicts.given_pairs import read_pair
from panel.evidence.conflicts.pair_wordings import PAIR_WORDINGS
from panel.evidence.conflicts.statements import Signs
from panel.evidence.conflicts.weighing import LEAST, clashes
from panel.evidence.word_weights import Words

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "data" / "evidence"
OLD = ("pairs", "pairs_held_out")
TUNED = tuple(f"pairs_fresh{each}" for each in (8, 9, 10, 12, 13, 14))
READ = tuple(f"pairs_fresh{each}" for each in (11, *range(16, 27), *range(28, 96), *range(100, 113), *range(121, 129)))
UNMENDED = tuple(f"pairs_fresh{each}" for each in (*range(113, 121), *range(129, 134)))
KEPT = ("pairs_unread", "pairs_unread2", *(f"pairs_fresh{each}" for each in range(96, 100)))
MORE = ("pairs_more1", "pairs_more2", "pairs_more3")
FRESH = READ + UNMENDED + MORE
COUNTS = (
    dict.fromkeys(OLD, 3.0) | dict.fromkeys(TUNED, 2.0) | dict.fromkeys(READ, 3.0) | dict.fromkeys(UNMENDED + MORE, 4.0)
)
"""What a pair of each set counts: rules and signs were mended with the errors on the others in sight, on the last they
weren't."""
STRENGTH = 0.2
"""Inverse strength of the regularisation."""
WORDS_STRENGTH = 0.3
"""The same for what words tell."""
FEW = 4
"""Pairs that a word must stand in to be told from chance."""
FOLDS = 8
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

    name: str
    """The set that it is of."""
    home: str
    """The set to which its dossier belongs, which is another where pairs were written for older dossiers."""
    found: Signs
    """Its signs, but for what its words tell."""
    terms: frozenset[str]
    """Its words."""
    contradiction: bool

    @property
    def counts(self) -> float:
        """What it counts."""
        return COUNTS[self.name] * (1.0 if self.contradiction else NEAR_MISS_COUNTS)


class Weights(NamedTuple):
    """What the weighing of pairs consists of."""

    names: list[str]
    """The signs."""
    signs: LogisticRegression
    """What each tells."""
    words: Words
    """What their words tell."""

    def chances(self, rows: Sequence[Labelled]) -> np.ndarray:
        """Return how likely each pair is a contradiction."""
        told = [{**row.found, PAIR_WORDINGS: self.words.odds(row.terms)} for row in rows]
        return self.signs.predict_proba(table(told, self.names))[:, 1] * [clashes(row.found) for row in rows]


def read(names: Iterable[str]) -> list[Labelled]:
    """Read labelled sets."""
    rows = {
        name: [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        for name in names
    }
    homes: dict[str, str] = {}
    for name, each in rows.items():
        for row in each:
            homes.setdefault(row["slug"], name)
    return [labelled(name, homes[row["slug"]], row) for name, each in rows.items() for row in each]


def labelled(name: str, home: str, row: dict[str, Any]) -> Labelled:
    """Read one pair."""
    pair = read_pair(row["a"]["text"], row["b"]["text"], _NUMBERED.sub("", row["slug"]).replace("-", " "))
    found = {sign: strength for sign, strength in pair.signs.items() if sign != PAIR_WORDINGS}
    return Labelled(name, home, found, pair.terms, row["contradiction"])


def without(found: Signs, names: Collection[str]) -> Signs:
    """Return signs as they'd be without some, and without what these make together with others."""
    alone = {name: each for name, each in found.items() if name not in names and not is_crossed(name)}
    return alone | crossed(alone)


def fold_of(row: Labelled) -> int:
    """Return to which part of the sets a pair belongs."""
    return crc32(row.home.encode()) % FOLDS


def fitted(rows: list[Labelled]) -> Weights:
    """Fit the weights to some pairs, each once as it is and once without the signs of lists."""
    told = {fold: _words([row for row in rows if fold_of(row) != fold]) for fold in {fold_of(row) for row in rows}}
    pairs = [
        ({**found, PAIR_WORDINGS: told[fold_of(row)].odds(row.terms)}, row)
        for row in rows
        for found in (
            row.found if row.name in FRESH else without(row.found, RULED),
            without(row.found, LISTED if row.name in FRESH else LISTED | RULED),
        )
    ]
    names = sorted({name for found, _ in pairs for name in found if not name.startswith(UNWEIGHED)})
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(
        table([found for found, _ in pairs], names),
        [row.contradiction for _, row in pairs],
        sample_weight=[row.counts / 2 for _, row in pairs],
    )
    return Weights(names, model, _words(rows))


def _words(rows: list[Labelled]) -> Words:
    return fitted_words([Case(row.terms, row.contradiction, row.counts / 4) for row in rows], FEW, WORDS_STRENGTH)


def table(rows: Sequence[Signs], names: list[str]) -> np.ndarray:
    """Return signs as numbers."""
    return np.array([[row.get(name, 0.0) for name in names] for row in rows])


def told(likely: np.ndarray, rows: Sequence[Labelled], least: float = LEAST) -> str:
    """Say how well weights do on some pairs."""
    said = likely > least
    is_so = np.array([row.contradiction for row in rows])
    right, alarms = (said & is_so).sum(), (said & ~is_so).sum()
    return (
        f"F1 {2 * right / (said.sum() + is_so.sum()):.2f}, {right} of {is_so.sum()} found, "
        f"{alarms} of {(~is_so).sum()} near misses alarmed"
    )


def left_out(rows: list[Labelled]) -> None:
    """Print how well each part of the sets does when the weights are fitted to the others."""
    likely = np.zeros(len(rows))
    for fold in range(FOLDS):
        places = [place for place, row in enumerate(rows) if fold_of(row) == fold]
        weights = fitted([row for row in rows if fold_of(row) != fold])
        likely[places] = weights.chances([rows[place] for place in places])
    for names in (OLD + TUNED, READ, UNMENDED, MORE):
        places = [place for place, row in enumerate(rows) if row.name in names]
        group = [rows[place] for place in places]
        for least in (0.4, 0.45, 0.5, 0.55, 0.6, 0.65):
            print(f"{names[0]} to {names[-1]}, above {least}: {told(likely[places], group, least)}")


def main() -> None:
    """Print the figures; write the weights if asked to."""
    rows = read(COUNTS)
    if "--write" not in sys.argv:
        left_out(rows)
    weights = fitted(rows)
    for name in KEPT:
        kept = read([name])
        print(f"{name:16} never fitted: {told(weights.chances(kept), kept)}")
    if "--write" in sys.argv:
        write(weights)


def write(weights: Weights) -> None:
    """Write the weights down."""
    folder = ROOT / "panel/evidence/conflicts"
    told = zip(weights.names, weights.signs.coef_[0], strict=True)
    lines = [f"    {json.dumps(name)}: {weight:.2f}," for name, weight in told if abs(weight) >= LEAST_WEIGHT]
    text = (
        '"""What each sign of ``signs`` tells; fitted by ``benchmarks/pair_weights.py``, not by hand."""\n\n'
        f"BIAS = {weights.signs.intercept_[0]:.2f}\n"
        '"""Where two sentences stand without any sign."""\n\nWEIGHTS: dict[str, float] = {\n'
        + "\n".join(lines)
        + '\n}\n"""Log odds of a contradiction for each unit of a sign."""\n'
    )
    (folder / "weights.py").write_text(text, encoding="utf-8")
    write_words(weights.words, folder / "wordings.json")


if __name__ == "__main__":
    main()
