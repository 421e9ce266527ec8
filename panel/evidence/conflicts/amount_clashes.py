"""Whether two numbers of two sentences can both be true."""

import re
from dataclasses import replace
from functools import lru_cache

from panel.evidence.conflicts.amount_topics import ALONE, HEADS
from panel.evidence.conflicts.amounts import Amount, scale_of
from panel.evidence.conflicts.circumstances import opened_otherwise
from panel.evidence.conflicts.concepts import concept_of, concepts
from panel.evidence.conflicts.frames import alike
from panel.evidence.conflicts.names import is_own, numbered_apart
from panel.evidence.conflicts.statements import Clash, Statement, same_subject
from panel.evidence.conflicts.told_apart import told_apart
from panel.evidence.dates import may_be_same
from panel.evidence.measures import Quantity, agree, same_measure
from panel.evidence.stems import stem

_PERIODS = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2629800.0,
    "year": 31557600.0,
}
_LIMIT = re.compile(r"\b(?:limit\w*|maximum|max|at most|up to|no more than|capped|cap)\b", re.IGNORECASE)


_ENTRY = re.compile(r"\b(?:starts?|starting|begins?|from|cheapest|lowest|entry|as low as)\b", re.IGNORECASE)


_IGNORED = {
    "money": ("platform",),
    "bytes": ("config",),
    "power": ("part",),
    "customers": ("tier",),
}
"""By kind of measure: classes of limits that make no difference to it."""


def amounts_clash(a: Statement, b: Statement) -> Clash | None:
    """Return why two numbers can't both be true; None if they can."""
    one, other = a.value, b.value
    if not isinstance(one, Amount) or not isinstance(other, Amount):
        return None
    if not _comparable(one.quantity, other.quantity) or not _same_thing(one, other):
        return None
    x, y = _per_same(*_without_unit(one, other, a, b))
    if x is None or y is None or not _differ(*_as_limits(x, y, a, b)):
        return None
    if numbered_apart(
        *([name.words for name in each.spoken.names if not is_own(name, each.spoken.own)] for each in (a, b))
    ):
        return None  # on a Pixel 9, on a Pixel 7a
    if opened_otherwise(a.spoken.text, b.spoken.text, a.spoken.own):
        return None  # run logs, audit logs
    if told_apart(a.spoken.text, one.quantity, b.spoken.text, other.quantity, a.spoken.own):
        return None
    if _says_too(a, one, y) or _says_too(b, other, x) or _on_other_days(a, b) or _other_work(a, one, b, other):
        return None
    physical = x.kind in ALONE or (x.kind == "money" and "price" in one.topic)
    if (physical or not (x.value and y.value)) and not _same_part(a, b):
        return None  # one part may be free, or heavy, and another not
    timeless = ("time",) if one.topic & {"support", "warranty"} else ()
    ignored = (*_IGNORED.get(x.kind, ()), *(_IGNORED["customers"] if x.unit == "customer" else ()), *timeless)
    investor = one.topic & {"funding", "acquisition"}  # may be the subject of the sentence
    if not (investor or same_subject(a, b)) or not alike(a.frame, b.frame, ignoring=ignored, if_both=("kind",)):
        return None
    told = (one.quantity.text.strip(" .,"), other.quantity.text.strip(" .,"))
    return Clash(_about(one, other), f"One says {told[0]!r}, the other {told[1]!r}.")


def _on_other_days(a: Statement, b: Statement) -> bool:
    """Whether both sentences name days or months, and none of the one's is the other's."""
    mine, theirs = ([date for date in each.spoken.dates if date.month] for each in (a, b))
    return bool(mine and theirs) and not any(may_be_same(one, other) for one in mine for other in theirs)


_WORK = re.compile(
    r"\b(?:over|for|of|on|with|across|from|through|at) (?:about |some |only |just |a |the )*$", re.IGNORECASE
)


def _other_work(a: Statement, one: Amount, b: Statement, other: Amount) -> bool:
    """Whether two times are what different amounts of work take, or two numbers are these amounts.

    A search over 2,000 notes takes less than one over 10,000.
    """
    mine, theirs = _work(a), _work(b)
    if {one.quantity.kind, other.quantity.kind} == {"time"}:
        return any(unit in theirs and value != theirs[unit] for unit, value in mine.items())
    return one.quantity.unit in mine.keys() & theirs.keys() and _other_times(a, b)


def _other_times(a: Statement, b: Statement) -> bool:
    """Whether both sentences give times, and none in common."""
    mine, theirs = ({each.value for each in x.spoken.quantities if each.kind == "time"} for x in (a, b))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _work(statement: Statement) -> dict[str, float]:
    """Return how much of what there is to do, by what it is."""
    text = statement.spoken.text
    return {
        each.unit: each.value
        for each in statement.spoken.quantities
        if each.kind == "count" and each.unit and _WORK.search(text, max(0, each.span[0] - 24), each.span[0])
    }


def _says_too(statement: Statement, amount: Amount, quantity: Quantity) -> bool:
    """Whether a sentence gives another number beside this one, and that is the other sentence's."""
    return any(
        each.span != amount.quantity.span
        and each.unit == quantity.unit
        and each.kind == quantity.kind
        and (agree(each, quantity) or agree(quantity, each))
        for each in statement.spoken.quantities
    )


def _same_part(a: Statement, b: Statement) -> bool:
    """Whether the subjects name the same part of the release, or one names a part that the other sentence has too."""
    one, other = a.thing, b.thing
    apart = (one - b.spoken.all_concepts) | (other - a.spoken.all_concepts)
    return not apart


def _same_thing(one: Amount, other: Amount) -> bool:
    """Whether two numbers measure the same, as far as the words round them tell."""
    if scale_of(one.quantity) != scale_of(other.quantity) or bool(one.baseline) != bool(other.baseline):
        return False
    if one.baseline and concepts(one.baseline, frozenset()).isdisjoint(concepts(other.baseline, frozenset())):
        return False
    kinds = {one.quantity.kind, other.quantity.kind}
    if "count" in kinds:
        if one.modifiers and other.modifiers and one.modifiers.isdisjoint(other.modifiers):
            return False
        return one.quantity.unit == other.quantity.unit and (
            one.quantity.unit != "token" or bool(one.topic & other.topic)
        )
    if kinds & {"number", "percent", "rank"}:
        if one.bench or other.bench:
            return bool(one.bench and other.bench) and (one.bench <= other.bench or other.bench <= one.bench)
        return _overlap(one.words, other.words, fewest=2 if "number" in kinds else 1)
    if one.topic and other.topic:
        return not one.topic.isdisjoint(other.topic)
    if one.topic or other.topic:
        return len(one.words & other.words) >= 2
    return bool(kinds & ALONE) or _overlap(one.words, other.words, fewest=2 if kinds & {"time", "months"} else 1)


def _overlap(a: frozenset[str], b: frozenset[str], *, fewest: int) -> bool:
    shared = len(a & b)
    fewest = max(fewest, 2 if min(len(a), len(b)) > 2 else 1)
    return shared >= fewest and shared * 2 >= min(len(a), len(b))


def _per_same(a: Quantity, b: Quantity) -> tuple[Quantity | None, Quantity | None]:
    """Return two quantities per the same period and unit; None where they can't be brought to one."""
    (a_units, a_period), (b_units, b_period) = _pers(a.per), _pers(b.per)
    if a_units != b_units and a.value and b.value:
        return None, None
    if a_period and b_period and a_period != b_period:
        if a.kind == "money":
            return None, None  # who pays for a year pays less
        factor = _PERIODS[b_period] / _PERIODS[a_period]
        return replace(a, value=a.value * factor, low=a.low * factor * 0.98, high=a.high * factor * 1.02), b
    return a, b


def _without_unit(one: Amount, other: Amount, a: Statement, b: Statement) -> tuple[Quantity, Quantity]:
    """Return two quantities without a ``per node`` that the other sentence says in other words: ``each node``."""
    if one.quantity.per == other.quantity.per:
        return one.quantity, other.quantity
    apart = _apart(one.quantity.per, other.quantity.per)
    if apart <= a.spoken.all_concepts and apart <= b.spoken.all_concepts:
        shared = tuple(each for each in one.quantity.per if each in other.quantity.per)
        return replace(one.quantity, per=shared), replace(other.quantity, per=shared)
    return one.quantity, other.quantity


@lru_cache(maxsize=2_048)
def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> frozenset[str]:
    """Return the concepts of what only one of two numbers is per."""
    return frozenset(concept_of(stem(each)) for each in {*one} ^ {*other})


@lru_cache(maxsize=2_048)
def _pers(per: tuple[str, ...]) -> tuple[frozenset[str], str | None]:
    """Return what a number is per: units, and a period."""
    periods = [each for each in per if each in _PERIODS]
    units = frozenset(
        "head" if each in HEADS else re.sub(r"^(1[mk]) .*", r"\1", each) for each in per if each not in _PERIODS
    )
    return units, periods[0] if periods else None


def _comparable(a: Quantity, b: Quantity) -> bool:
    if a.kind == b.kind == "money" and not (a.value and b.value):
        return True  # nothing is nothing in every currency
    return same_measure(a, b)


def _as_limits(x: Quantity, y: Quantity, a: Statement, b: Statement) -> tuple[Quantity, Quantity]:
    """Return two quantities as they are, or without their ``up to`` where both sentences set a limit."""
    limits = {x.hedge, y.hedge} & {"upto"} and _LIMIT.search(a.spoken.text) and _LIMIT.search(b.spoken.text)
    entries = {x.hedge, y.hedge} & {"atleast"} and _ENTRY.search(a.spoken.text) and _ENTRY.search(b.spoken.text)
    if limits or entries:
        return (
            replace(x, low=x.value * 0.99, high=x.value * 1.01, hedge="", exact=True),
            replace(y, low=y.value * 0.99, high=y.value * 1.01, hedge="", exact=True),
        )
    return x, y


def _differ(a: Quantity, b: Quantity) -> bool:
    """Whether no reading of the two numbers lets both be true."""
    if agree(a, b) or agree(b, a):
        return False
    if {a.kind, b.kind} == {"time", "months"}:
        a, b = (
            replace(x, low=x.low * 2629800 * 0.95, high=x.high * 2629800 * 1.05, kind="time")
            if x.kind == "months"
            else x
            for x in (a, b)
        )
    return a.high < b.low * 0.999 or b.high < a.low * 0.999


def _about(one: Amount, other: Amount) -> str:
    quantity = one.quantity
    if quantity.unit.startswith("nth "):
        return f"order of the {quantity.unit.removeprefix('nth ')}s"
    if quantity.kind == "count":
        return f"number of {quantity.unit}s"
    if quantity.kind == "rank":
        return "rank"
    if one.bench & other.bench:
        return f"score on {' '.join(sorted(one.bench & other.bench))}"
    shared = sorted(one.topic & other.topic) or sorted(one.words & other.words)
    if quantity.kind == "money" and "price" in shared:
        return "price"
    return {"money": "sum", "number": "score", "bytes": "size", "months": "time"}.get(quantity.kind, quantity.kind) + (
        f" ({', '.join(shared[:3])})" if shared else ""
    )
