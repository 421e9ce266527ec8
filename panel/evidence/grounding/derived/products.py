"""Numbers that follow from how much one costs and how many there are, from a rate, or from what comes on top."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.derived.differences import derived_at
from panel.evidence.grounding.derived.lapses import lapse_at
from panel.evidence.grounding.derived.neighbours import beside_former, beside_margin, beside_multiple
from panel.evidence.grounding.derived.parts import parted
from panel.evidence.grounding.derived.rates import allowances, rated
from panel.evidence.grounding.derived.sums import summed_at
from panel.evidence.grounding.derived.surcharges import surcharged
from panel.evidence.grounding.numbers.amounts import SECONDS, comes_to
from panel.evidence.grounding.numbers.comparable import comparable
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

NEAR = 10
"""Sentences whose numbers are multiplied, added and divided."""

MOST = 12
"""Numbers of a sentence that are tried."""

_PERIODS = frozenset({*SECONDS, "month", "year"})
_SCALES = {"1k": 1e3, "1m": 1e6}

_PEOPLE = frozenset(
    words(
        "user person people seat head member developer employee colleague engineer agent editor technician teammate worker "
        "programmer designer creator author teacher student pupil player driver analyst operator participant collaborator"
    )
)
"""Whom a price for one is for, whatever they are called."""

_YIELDS = re.compile(
    r"\b(?:buys?|lasts?|enough for|allows?|yields?|gives?|gets?|makes?|covers?|works out|comes? to|so)\b", re.IGNORECASE
)
"""What says how often one number goes into another."""


def reckoned_at(claim: Passage, quantity: Quantity, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the sentence from whose figures another one follows, by a difference, a product or a lapse; None if from none."""
    place = derived_at(claim, quantity, evidence, places)
    if place is None:
        place = multiplied_at(claim, quantity, evidence, places)
    if place is None:
        place = summed_at(claim, quantity, evidence, places)
    return lapse_at(claim, quantity, evidence) if place is None else place


def multiplied_at(claim: Passage, quantity: Quantity, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the place of a sentence from whose numbers and a statement's own a quantity follows; None if there is none.

    Args:
        claim: The statement.
        quantity: Its number.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    others = [each for each in claim.quantities if each is not quantity]
    priced = sorted(evidence.priced) if quantity.kind == "money" else []
    for place in dict.fromkeys((*places[:NEAR], *priced)):
        passage = evidence.passages[place]
        figures = rated(evidence, place)
        values = [
            *beside_margin(claim, quantity, passage, figures, evidence),
            *parted(claim, quantity, place, evidence),
        ]
        values += [*beside_multiple(claim, quantity, passage), *beside_former(claim, quantity, place, evidence)]
        if quantity.kind in ("money", "count"):
            values += _times(quantity, figures, [*others, *figures], evidence)
        if quantity.kind == "money":
            values += _for_a_span(claim, quantity, figures)
            values += surcharged(claim, quantity, passage, figures, evidence, places)
            values += _for_a_year(claim, quantity, figures, evidence)
        else:
            values += _rates(quantity, figures)
            if _YIELDS.search(claim.text):
                values += _goes_into(quantity, figures, others)
        if any(comes_to(value, quantity) for value in values):
            return place
    return None


def _times(
    quantity: Quantity, prices: Sequence[Quantity], counts: Sequence[Quantity], evidence: Evidence
) -> Iterator[float]:
    """Yield what a price for one comes to for as many as are counted: ``₹2 per page`` for ``500 pages``."""
    for price in prices:
        if not price.per or not same_measure(price, quantity):
            continue
        periods = _PERIODS & set(price.per)
        months = 12.0 if "month" in periods and "year" in quantity.per else 1.0
        for count in counts:
            if count.kind in ("time", "months"):
                unit = next((each for each in price.per if each in _PERIODS), "")
                span = _length(count, unit)
                if span:
                    yield price.value * span
            elif count.kind in ("count", "number") and (part := _counted(price, count)):
                yield price.value * count.value / part * months
                free = [each.value for each in allowances(evidence) if same_measure(count, each)]
                yield from (price.value * (count.value - each) / part for each in free if each < count.value)


def is_factor(claim: Passage, quantity: Quantity, evidence: Evidence, places: Sequence[int]) -> bool:
    """Whether a number is an example that another one of the statement is worked out for: ``500 pages cost ₹1,000``.

    Args:
        claim: The statement.
        quantity: Its number.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if quantity.kind not in ("count", "number", "time", "months"):
        return False
    results = [each for each in claim.quantities if each is not quantity and each.kind in ("money", "count")]
    near = dict.fromkeys((*places[:NEAR], *sorted(evidence.priced))) if results else ()
    return any(
        comes_to(value, each)
        for place in near
        for each in results
        for value in _times(each, rated(evidence, place), [quantity], evidence)
    )


_SPAN = re.compile(r"\b(?:an?|one|per|each|every)\s(second|minute|hour|day|week)\b", re.IGNORECASE)


def _for_a_span(claim: Passage, quantity: Quantity, prices: Sequence[Quantity]) -> Iterator[float]:
    """Yield what a price for one span of time comes to for another: half a cent a minute for ``an hour``."""
    spans = [match[1].lower() for match in _SPAN.finditer(claim.text)]
    for price in prices if spans else ():
        own = next((each for each in price.per if each in SECONDS), "")
        if own and same_measure(price, quantity):
            yield from (price.value * SECONDS[span] / SECONDS[own] for span in spans if span != own)


_YEARLY = re.compile(r"\b(?:an?|one|per|each|every|full|whole)\syear\b|\byearly\b|\bannual(?:ly)?\b", re.IGNORECASE)


def _for_a_year(claim: Passage, quantity: Quantity, prices: Sequence[Quantity], evidence: Evidence) -> Iterator[float]:
    """Yield what a price for a month comes to in a year, where no source has one for a year."""
    if not _YEARLY.search(claim.text) or "month" in quantity.per:
        return
    parts = [unit for unit in evidence.parts(claim) if unit.strong]
    for place in evidence.priced:
        yearly = any(each.kind == "money" and "year" in each.per for each in evidence.passages[place].quantities)
        if yearly and (not parts or any(has_unit(evidence.said(place), unit) for unit in parts)):
            return
    monthly = (each for each in prices if each.kind == "money" and "month" in each.per)
    yield from (12 * each.value for each in monthly if each.unit == quantity.unit)


def _counted(price: Quantity, count: Quantity) -> float:
    """Return per how many of what is counted a price is; 0 if it is per something else."""
    for per in price.per:
        scale, _, noun = per.rpartition(" ")
        if noun == "token" and "tok" not in price.text and scale:
            return _SCALES.get(scale, 1.0)  # "$0.80 per thousand" of whatever is sold
        if noun not in _PERIODS and count.unit and (_is_same(noun, count.unit) or {noun, count.unit} <= _PEOPLE):
            return _SCALES.get(scale, 1.0)
    return 0.0


def _is_same(one: str, two: str) -> bool:
    return concept_of(stem(one)) == concept_of(stem(two))


def _length(count: Quantity, unit: str) -> float:
    """Return how many of a unit a time lasts; 0 if it can't be said."""
    if count.kind == "months":
        return {"month": count.value, "year": count.value / 12}.get(unit, 0.0)
    return count.value / SECONDS[unit] if unit in SECONDS else 0.0


def _rates(quantity: Quantity, figures: Sequence[Quantity]) -> Iterator[float]:
    """Yield how many there are in a minute or an hour of what is done in a longer or shorter time."""
    unit = next((each for each in quantity.per if each in SECONDS), "")
    for count in figures if unit else ():
        if count.kind not in ("count", "number") or not comparable(quantity, count):
            continue
        own = next((each for each in count.per if each in SECONDS), "")
        if own and (own != unit or sum(own in each.per for each in figures) == 1):
            yield count.value / SECONDS[own] * SECONDS[unit]
        yield from (count.value / each.value * SECONDS[unit] for each in figures if each.kind == "time" and each.value)


def _goes_into(quantity: Quantity, figures: Sequence[Quantity], others: Sequence[Quantity]) -> Iterator[float]:
    """Yield how often a number of a statement goes into one of the dossier: 20 credits into 700."""
    if quantity.kind not in ("count", "number", "time", "months"):
        return
    for other in others:
        for whole in figures:
            if other.value and whole.value > other.value and same_measure(other, whole) and other.unit == whole.unit:
                yield whole.value / other.value
