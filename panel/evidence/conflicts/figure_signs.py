"""Signs in the figures and dates of two sentences: whether they measure one thing, and whether they agree."""

from collections.abc import Collection
from dataclasses import replace
from itertools import product

from panel.evidence.concepts import concept_of
from panel.evidence.conflicts.amount_topics import same_unit
from panel.evidence.conflicts.statements import Signs
from panel.evidence.dates import DateMention, may_be_same
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

_PLAIN_KINDS = frozenset({"number", "percent", "count", "time", "months", "money", "multiple"})
"""Kinds of figures of which a release has many; of another kind, such as its weight, it has one."""

_EVENTS = frozenset({"available", "announce", "found", "update", "plan", "money raised", "buy"})
_SECONDS = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0}
_SLACK = 0.02
"""How far a product may be from the figure that it is said to come to."""

Alike = list[tuple[Quantity, Quantity]]


def figures(a: Passage, b: Passage, shared: Collection[str]) -> Signs:
    """Return the signs in two sentences' figures."""
    ours, theirs = _telling(a), _telling(b)
    alike = [(one, other) for one, other in product(ours, theirs) if _one_measure(one, other)]
    agreeing = [each for each in alike if _agree(*each)]
    settled = {id(quantity) for each in agreeing for quantity in each}
    left = [each for each in alike if settled.isdisjoint(map(id, each))]
    of_two_kinds = bool(ours and theirs) and not alike
    return {
        "figures agree": float(bool(agreeing)),
        "one thing counted agrees": float(any(_nouns(one) & _nouns(other) for one, other in agreeing)),
        "figures of two kinds": float(of_two_kinds),
        "figures on one side": float(bool(ours) != bool(theirs)),
        "figures multiply": float(_multiply(ours, theirs) or _multiply(theirs, ours)),
        **_clash(left, ours, theirs, shared),
    }


def _clash(left: Alike, ours: list[Quantity], theirs: list[Quantity], shared: Collection[str]) -> Signs:
    """Return the signs in figures of one measure that don't agree."""
    clash = bool(left)
    nouns = any(_nouns(one) & _nouns(other) for one, other in left)
    kinds = {one.kind for one, _ in left}
    single = clash and len(ours) == len(theirs) == 1
    ratio = min((_ratio(one.value, other.value) for one, other in left), default=1.0)
    other_things = all(_nouns(one) and _nouns(other) and not _nouns(one) & _nouns(other) for one, other in left)
    return {
        "figures clash": float(clash),
        "figures clash on what is shared": clash * min(len(shared), 4) / 2,
        "figures clash, nothing shared": float(clash and not shared),
        "one thing counted": float(nouns),
        "other things counted": float(clash and other_things),
        "prices clash": float(clash and "money" in kinds),
        "scores clash": float(clash and kinds <= {"number", "percent"}),
        "times clash": float(clash and bool(kinds & {"time", "months"})),
        "its one figure of a kind": float(clash and not kinds <= _PLAIN_KINDS),
        "one figure each": float(single),
        "one figure each on what is shared": single * min(len(shared), 4) / 2,
        "figures near": float(clash and ratio < 2),
        "figures far": float(clash and ratio > 5),
        "several figures": float(clash and min(len(ours), len(theirs)) > 1),
        "periods differ": float(clash and any(_periods_differ(one, other) for one, other in left)),
    }


def _periods_differ(one: Quantity, other: Quantity) -> bool:
    return bool(one.per and other.per) and set(one.per).isdisjoint(other.per)


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures say the same; a word such as ``about`` lets them be a twentieth apart."""
    if one.value and other.value and {one.kind, other.kind} != {"time", "months"}:
        return _ratio(one.value, other.value) < 1.05 and (close_enough(one, other) or close_enough(other, one))
    return close_enough(one, other) or close_enough(other, one)


def _ratio(one: float, other: float) -> float:
    return max(one, other) / max(min(one, other), 1e-9)


def _multiply(parts: list[Quantity], wholes: list[Quantity]) -> bool:
    """Whether a figure of the one comes to one of the other, as many times as one of the two says: 50 people at €6."""
    return any(
        abs(part.value * times.value - whole.value) <= _SLACK * whole.value
        for whole in wholes
        for part in parts
        for times in (*parts, *wholes)
        if part.kind == whole.kind == "money" and times.kind in ("count", "number") and times.value > 1
    )


def telling(passage: Passage) -> bool:
    """Whether a sentence has a figure that tells anything."""
    return bool(_telling(passage))


def _telling(passage: Passage) -> list[Quantity]:
    return [
        _timed(each)
        for each in passage.quantities
        if each.kind != "rank"
        and not (each.kind in ("count", "number") and each.text.lower().startswith("one "))
        and "-bit" not in each.text
    ]


def _timed(quantity: Quantity) -> Quantity:
    """Return ``build minutes`` as minutes."""
    if quantity.kind != "count" or quantity.unit not in _SECONDS:
        return quantity
    factor = _SECONDS[quantity.unit]
    value, low, high = quantity.value * factor, quantity.low * factor, quantity.high * factor
    return replace(quantity, kind="time", unit="second", value=value, low=low, high=high)


def _one_measure(a: Quantity, b: Quantity) -> bool:
    if "count" in (a.kind, b.kind) and {a.kind, b.kind} <= {"count", "number"}:
        return not a.unit or not b.unit or bool(_nouns(a) & _nouns(b)) or _unit(a) == _unit(b)
    return same_measure(a, b) or {a.kind, b.kind} == {"percent", "number"}


def _unit(quantity: Quantity) -> str:
    return same_unit().get(quantity.unit, quantity.unit)


def _nouns(quantity: Quantity) -> set[str]:
    found = {concept_of(stem(word)).name for word in quantity.noun}
    return found | ({_unit(quantity)} if quantity.kind == "count" and quantity.unit else set())


def days(a: Passage, b: Passage, shared: Collection[str]) -> Signs:
    """Return the signs in two sentences' dates."""
    met = list(product(_days(a), _days(b)))
    clash = bool(met) and not any(may_be_same(one, other) for one, other in met)
    gaps = [abs((one.start - other.start).days) for one, other in met if one.start and other.start]
    return {
        "dates near": float(clash and bool(gaps) and min(gaps) < 100),
        "dates clash, little said": float(clash and min(len(a.items), len(b.items)) <= 4),
        "dates clash": float(clash),
        "dates clash on one event": float(clash and bool(_EVENTS & set(shared))),
        "dates clash on what is shared": clash * min(len(shared), 4) / 2,
        "dates agree": float(bool(met) and not clash),
    }


def _days(passage: Passage) -> list[DateMention]:
    """Return the dates of a sentence; ``today`` only where nothing says what day that is."""
    exact = [each for each in passage.dates if each.month or each.start]
    return exact or list(passage.dates)
