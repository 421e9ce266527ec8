"""Which figures of a sentence a statement's could be, and whether they are the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf
from types import MappingProxyType

from panel.evidence.dates import DateMention, may_be_same
from panel.evidence.grounding.numbers.comparable import Figure, comparable, is_margin
from panel.evidence.licences import LicenceMention, same_licence
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.passages import Passage


def quantities_alike(claim: Passage, passage: Passage, figure: Figure) -> Iterator[tuple[Figure, bool]]:
    """Yield the numbers of a sentence that a statement's could be, each with whether it is the same."""
    assert isinstance(figure, Quantity)
    margin = is_margin(claim, figure) and figure.kind != "multiple"
    figure = _as_bound(claim, figure)
    for other in passage.quantities:
        if figure.kind == "weight" and other.kind == "money":
            other = _as_weight(other)  # noqa: PLW2901
        if comparable(figure, other) and margin == (is_margin(passage, other) and other.kind != "multiple"):
            near = (close_enough(figure, other) and not is_finer(figure, other)) or _roughly(figure, other)
            near = near and not _far_below(figure, other) and not _is_anothers(claim, figure, other)
            yield other, near and _same_period(figure, other) and not (figure.per and _paid_once(passage, other))


def _as_bound(claim: Passage, figure: Quantity) -> Quantity:
    """Return the bound that a denied count comes to: ``not for fewer than five`` is for five or more."""
    if (
        figure.kind != "count"
        or figure.hedge not in _TURNED
        or not claim.denials
        or not _DENIED.search(claim.text[: figure.span[0]])
    ):
        return figure
    hedge = _TURNED[figure.hedge]
    low, high = (figure.value, inf) if hedge == "atleast" else (0.8 * figure.value, figure.value)
    return replace(figure, hedge=hedge, low=low, high=high)


_TURNED = MappingProxyType({"under": "atleast", "over": "upto"})
_DENIED = re.compile(r"(?:\b(?:not|cannot|never|no)|n['’]t)\b[^,;]{0,40}$", re.IGNORECASE)


def _as_weight(stated: Quantity) -> Quantity:
    """Return pounds that no sign makes money as the weight that they may be: ``Up to 40 pounds.`` of ``18 kg``."""
    if stated.unit != "GBP" or stated.per or not _POUNDS.search(stated.text):
        return stated
    value, low, high = (each * POUND for each in (stated.value, stated.low, stated.high))
    return replace(stated, kind="weight", unit="gram", value=value, low=low, high=high)


_POUNDS = re.compile(r"\d\spounds?\b", re.IGNORECASE)

POUND = 453.6
"""Grams of a pound."""


def _far_below(claimed: Quantity, stated: Quantity) -> bool:
    """Whether a most of a statement's is more than a source allows: ``as many as four`` of two."""
    return claimed.hedge == "upto" and stated.hedge in ("", "upto") and stated.value < 0.8 * claimed.value


def _is_anothers(claim: Passage, figure: Quantity, stated: Quantity) -> bool:
    """Whether a number that is a rounder one is another one of the statement to the digit: the 8,000 of ``7,760 of 8,000``."""
    return figure.value != stated.value and any(
        each is not figure and each.value == stated.value and comparable(each, stated) for each in claim.quantities
    )


_ONCE = re.compile(
    r",?\s?(?:(?:paid|billed|charged|payable|and pay|you pay)\s(?:only\s|just\s)?)?(?:once\b|one[- ]time|one[- ]off|outright|for life|for good|lifetime|forever)",
    re.IGNORECASE,
)


def _paid_once(passage: Passage, stated: Quantity) -> bool:
    """Whether a price is said to be paid only once, or what is given to be given only once: ``ten free hours once``."""
    once = _ONCE if stated.kind == "money" else _GIVEN_ONCE
    return not stated.per and bool(once.match(passage.text[stated.span[1] :]))


_GIVEN_ONCE = re.compile(r",?\s(?:only\s|just\s)?(?:once(?:\sonly)?|one[- ]time)(?=\s?[.,;)]|$)", re.IGNORECASE)
"""What stands behind an amount that nobody gets again."""


def is_finer(claimed: Quantity, stated: Quantity) -> bool:
    """Whether a statement is more exact than its source: ``97`` of a source's ``100``."""
    if not claimed.exact or abs(claimed.value - stated.value) <= 0.006 * abs(stated.value):
        return False
    return _digits(claimed) > _digits(stated) and claimed.unit == stated.unit


def _digits(quantity: Quantity) -> int:
    match = re.search(r"\d[\d.,]*", quantity.text)
    return len(re.sub(r"\D", "", match.group()).strip("0")) if match else 1


def _roughly(claimed: Quantity, stated: Quantity) -> bool:
    """Whether two hedges meet: ``nearly 50,000`` of ``over 48,000``."""
    if not same_measure(claimed, stated) or not claimed.hedge or claimed.hedge in ("atleast", "upto", "under"):
        return False
    low, high = {"nearly": (0.88, 1.0), "over": (1.0, 1.12)}.get(claimed.hedge, (0.9, 1.1))
    return low * claimed.value <= stated.value <= high * claimed.value


_PERIODS = frozenset({"month", "year", "week", "day", "hour", "minute", "second"})


def _same_period(a: Quantity, b: Quantity) -> bool:
    one, two = _PERIODS & set(a.per), _PERIODS & set(b.per)
    mine, theirs = set(a.per) - _BILLED, set(b.per) - _BILLED
    if mine and theirs and not mine & theirs and a.kind == "money" and not _same_number(a, b):
        return False
    return not one or not two or bool(one & two)


_BILLED = frozenset({"monthly", "annually", "annual"})
"""How often a price is paid, which isn't what it is for."""


def _same_number(a: Quantity, b: Quantity) -> bool:
    """Whether two prices are per so many, and one doesn't say of what: ``per 1,000``."""
    one, two = ({each.split()[0] for each in quantity.per if " " in each} for quantity in (a, b))
    return bool(one & two) and any("tok" not in each.text and "1k token" in each.per for each in (a, b))


_UNIT = re.compile(r"(?:\w+\s)*?(\w+)\s([a-z]+)\W*$", re.IGNORECASE)


def is_of_other_unit(claimed: Quantity, stated: Figure) -> bool:
    """Whether two times have one number and two units: ``nine months``, ``nine weeks``."""
    if claimed.kind not in ("time", "months") or not isinstance(stated, Quantity):
        return False
    one, two = (_UNIT.match(each.text.lower()) for each in (claimed, stated))
    return bool(one and two) and one[1] == two[1] and one[2] != two[2]  # type: ignore[index]


_VERSION = re.compile(r"(?<![\w.])v?(\d+\.\d+\.\d+)(?![\w.]*\d)")


def _of_other_version(claim: Passage, passage: Passage) -> bool:
    """Whether a sentence names versions, such as ``2.0.1``, and none that the statement names."""
    mine, theirs = (set(_VERSION.findall(each.text)) for each in (claim, passage))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def dates_alike(claim: Passage, passage: Passage, figure: Figure) -> Iterator[tuple[Figure, bool]]:
    """Yield the dates of a sentence, each with whether a statement's may be the same."""
    assert isinstance(figure, DateMention)
    if _of_other_version(claim, passage):
        return
    for other in passage.dates:
        if other.start or other.month:
            yield other, may_be_same(figure, other) and not _finer(figure, other)


def _finer(claimed: DateMention, stated: DateMention) -> bool:
    """Whether a statement is more exact than its source."""
    order = ("day", "week", "month", "quarter", "half", "year")
    return order.index(claimed.precision) < order.index(stated.precision)


def licences_alike(_: Passage, passage: Passage, figure: Figure) -> Iterator[tuple[Figure, bool]]:
    """Yield the licences of a sentence, each with whether a statement's is the same."""
    assert isinstance(figure, LicenceMention)
    for other in passage.licences:
        yield other, same_licence(figure.name, other.name)


def stands_at(quantity: Quantity, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the place of a sentence that shares no word with the statement and has a number; None if none has."""
    tried = set(places)
    if quantity.kind == "money":
        others = (place for place in sorted(evidence.priced) if place not in tried)
    else:
        hint = _SHARE if quantity.kind == "percent" else _ANY if quantity.kind == "count" else _DIGIT
        others = (
            place for place, each in enumerate(evidence.passages) if place not in tried and hint.search(each.text)
        )
    return next(
        (
            place
            for place in others
            for other in evidence.passages[place].quantities
            if same_measure(quantity, other) and close_enough(quantity, other) and not is_finer(quantity, other)
            if quantity.kind != "count" or quantity.unit == other.unit
        ),
        None,
    )


_SHARE = re.compile(r"%|per ?cent|half|third|quarter|fifth|tenth|\bone in\b", re.IGNORECASE)


_DIGIT = re.compile(r"\d")
_ANY = re.compile("")
