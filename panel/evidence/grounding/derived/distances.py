"""How far, or how many times, a statement sets two numbers apart of which one sentence has both: ``more than ten points``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.comparable import is_margin
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.passages import Passage

NEAR = 4
"""Sentences that are looked into."""

ENOUGH = 0.6
"""Share of a statement's telling words and names that a sentence must have."""

_POINTS = re.compile(r"\s?(?:percentage\s)?points?\b|\bpoints?\b", re.IGNORECASE)
_MOVES = re.compile(
    r"\b(?:gain\w*|los(?:es?|t)|improv\w+|rose|rises?|fell|falls?|drop\w*|ahead|behind|above|below|better|worse|more|less|higher|lower|over|lead\w*|up|down)\b",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\s(?:as\s\w+(?:\s\w+)?\sas|the\s\w+\sof|what|more|less|that\sof|(?:[a-z]+er)\sthan)\b", re.IGNORECASE
)


def check_distances(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a distance in points and a multiple against the sentence that has the two numbers.

    Args:
        claim: The statement; one that denies is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    for quantity in claim.quantities if not claim.denials else ():
        times = (
            quantity.kind == "multiple" and quantity.value > 1 and bool(_COMPARES.match(claim.text, quantity.span[1]))
        )
        if not times and not _is_in_points(claim, quantity):
            continue
        for place in places[:NEAR]:
            pair = _pair(claim, evidence.passages[place])
            if pair is None or not _has_most(claim, place, evidence):
                continue
            small, large = pair
            value = large / small if times else large - small
            if not _may_be(value, quantity, times=times):
                yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)
            break


def _is_in_points(claim: Passage, quantity: Quantity) -> bool:
    """Whether a number says how many points two results are apart."""
    start, end = quantity.span
    if quantity.kind not in ("number", "percent", "count") or not _POINTS.search(
        claim.text, max(start, end - 18), end + 18
    ):
        return False
    return bool(_MOVES.search(claim.text[max(0, start - 25) : start] + claim.text[end : end + 25]))


def _pair(claim: Passage, passage: Passage) -> tuple[float, float] | None:
    """Return the two numbers of a sentence that has two of one measure, and no distance of its own."""
    figures = [each for each in passage.quantities if each.kind not in ("multiple", "rank")]
    if any(is_margin(passage, each) for each in figures) or any(each.kind == "multiple" for each in passage.quantities):
        return None
    for one in figures:
        alike = [each for each in figures if (same_measure(one, each) and each.per == one.per) or _is_price(one, each)]
        told = [
            each
            for each in claim.quantities
            if same_measure(one, each) and each.value in (each_.value for each_ in alike)
        ]
        if len(alike) == 2 and not told and 0 < min(each.value for each in alike) < max(each.value for each in alike):
            return min(each.value for each in alike), max(each.value for each in alike)
    return None


def _is_price(one: Quantity, two: Quantity) -> bool:
    return one.kind == two.kind == "money" and one.unit == two.unit


def _has_most(claim: Passage, place: int, evidence: Evidence) -> bool:
    """Whether a sentence has most of what a statement tells, and all names of others."""
    said = evidence.said(place)
    told = [unit for unit in evidence.parts(claim) if unit.strong]
    return bool(told) and sum(has_unit(said, unit) for unit in told) >= ENOUGH * len(told)


def _may_be(value: float, quantity: Quantity, *, times: bool) -> bool:
    """Whether two numbers may be as far apart as is stated, rounding widely."""
    if times:
        return (
            0.75 * quantity.low
            <= value
            <= 1.3 * max(quantity.high if quantity.exact else 2 * quantity.value, quantity.value)
        )
    high = 2 * quantity.value if quantity.high > 2 * quantity.value else quantity.high
    return 0.85 * quantity.low - 0.5 <= value <= 1.15 * high + 0.5
