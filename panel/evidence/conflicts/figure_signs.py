"""Signs in the figures and dates of two sentences: whether they measure one thing, and whether they agree."""

from dataclasses import replace
from itertools import product

from panel.evidence.concepts import concept_of
from panel.evidence.conflicts.amount_topics import same_unit
from panel.evidence.conflicts.statements import Signs
from panel.evidence.dates import DateMention, may_be_same
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

_SECONDS = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0}


def figures(a: Passage, b: Passage) -> Signs:
    """Return the signs in two sentences' figures."""
    ours, theirs = _telling(a), _telling(b)
    alike = [(one, other) for one, other in product(ours, theirs) if _one_measure(one, other)]
    agreeing = [each for each in alike if _agree(*each)]
    settled = {id(quantity) for each in agreeing for quantity in each}
    left = [each for each in alike if settled.isdisjoint(map(id, each))]
    ratio = min((_ratio(one.value, other.value) for one, other in left), default=1.0)
    return {
        "figures agree": float(bool(agreeing)),
        "figures on one side": float(bool(ours) != bool(theirs)),
        "figures clash": float(bool(left)),
        "figures near": float(bool(left) and ratio < 2),
        "figures far": float(bool(left) and ratio > 5),
    }


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures say the same; a word such as ``about`` lets them be a twentieth apart."""
    if one.value and other.value and {one.kind, other.kind} != {"time", "months"}:
        return _ratio(one.value, other.value) < 1.05 and (close_enough(one, other) or close_enough(other, one))
    return close_enough(one, other) or close_enough(other, one)


def _ratio(one: float, other: float) -> float:
    return max(one, other) / max(min(one, other), 1e-9)


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


def days(a: Passage, b: Passage) -> Signs:
    """Return the signs in two sentences' dates."""
    met = list(product(_days(a), _days(b)))
    clash = bool(met) and not any(may_be_same(one, other) for one, other in met)
    gaps = [abs((one.start - other.start).days) for one, other in met if one.start and other.start]
    return {
        "dates clash": float(clash),
        "dates near": float(clash and bool(gaps) and min(gaps) < 100),
    }


def _days(passage: Passage) -> list[DateMention]:
    """Return the dates of a sentence; ``today`` only where nothing says what day that is."""
    exact = [each for each in passage.dates if each.month or each.start]
    return exact or list(passage.dates)
