"""Sums that may both be right and are taken for one another: 14 billion for a stake, 14.3 for a rebuild."""

import re
from collections.abc import Iterable, Iterator

from panel.domain.disagreement import Disagreement
from panel.evidence.conflicts.amounts import Amount
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Statement
from panel.evidence.lowered import lowered, word_set

_LARGE_WORDS = ("illi", "crore", "lakh")
_LARGE = re.compile(r"\d(?:\s?(?:bn|m|tn)\b|(?:[.,’' ]?\d){6})", re.IGNORECASE)
_SHORT = frozenset(("mio", "mrd"))

_LEAST = 1e6
"""Sums below this are common, and near each other by chance."""

_NEAR = 0.05
"""How far apart two such sums are at most, as a share of the greater."""


def has_large_sum(spoken: Spoken) -> bool:
    """Whether a sentence gives a sum that may be taken for another one."""
    return _may_be_large(spoken.text) and any(
        each.kind == "money" and each.value >= _LEAST for each in spoken.quantities
    )


def _may_be_large(text: str) -> bool:
    """Whether a sentence has what a large sum is written with."""
    small = lowered(text)
    return (
        any(map(small.__contains__, _LARGE_WORDS))
        or _LARGE.search(text) is not None
        or not word_set(text).isdisjoint(_SHORT)
    )


def lookalikes(read: Iterable[Statement]) -> Iterator[Disagreement]:
    """Yield pairs of nearly equal sums of different things from different sources, each pair of things once."""
    sums = sorted(
        ((each.value, each) for each in read if isinstance(each.value, Amount) and _counts(each.value)),
        key=lambda pair: (pair[0].quantity.unit, pair[0].quantity.value),
    )
    told: set[frozenset[str]] = set()
    for place, (one, a) in enumerate(sums):
        for other, b in sums[place + 1 : place + 4]:
            things = one.topic ^ other.topic
            if not _alike(one, other) or _source(a) == _source(b) or one.topic & other.topic or things in told:
                continue
            told.add(things)
            first, second = sorted((a, b), key=_source)
            yield Disagreement(
                a=first.spoken.cite,
                b=second.spoken.cite,
                about=" and ".join(sorted(things)),
                reason=f"{one.quantity.text.strip(' .,')} and {other.quantity.text.strip(' .,')} are sums of different "
                "things and easily taken for one another.",
                kind="confusable",
            )


def _counts(amount: Amount) -> bool:
    return amount.quantity.kind == "money" and amount.quantity.value >= _LEAST and bool(amount.topic - {"price"})


def _alike(one: Amount, other: Amount) -> bool:
    a, b = one.quantity, other.quantity
    return a.unit == b.unit and a.value != b.value and abs(a.value - b.value) <= _NEAR * max(a.value, b.value)


def _source(statement: Statement) -> str:
    return statement.spoken.cite.partition(".")[0]
