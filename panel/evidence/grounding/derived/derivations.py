"""Numbers that say how two others compare: by how much, how many times, which share, what is left, what one of several costs.

Such a number seldom stands in a source. It follows from two that do, or no two come to it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from typing import NamedTuple

from panel.evidence.grounding.derived.derived_cues import REST, Cue, cue_of, has_digit
from panel.evidence.grounding.numbers.amounts import COUNTS
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.passages import Passage
from panel.evidence.units import unit_named

NEAR = 8
"""Sentences whose numbers are set against each other."""

MOST = 12
"""Numbers of a sentence that are set against each other."""

FEW = 40
"""Numbers of a dossier of one measure beyond which two of them come to anything."""

SCALE = 100
"""How many times a number must be another one, to be on another scale: points of a hundred, and of one."""

_LOOSE = frozenset({"count", "number", "percent"})


class Derivation(NamedTuple):
    """Whether a number follows from others."""

    follows: bool
    """Whether it follows from two numbers of a sentence; else it may follow from some that are not said of one thing."""
    place: int | None = None
    """The sentence from whose numbers it follows."""


OPEN = Derivation(follows=False)


def derivation(
    claim: Passage, finding: Finding, quantity: Quantity, evidence: Evidence, places: Sequence[int]
) -> Derivation | None:
    """Say whether a number follows from others, or may.

    None if it doesn't say how others compare, if a source says so itself, or if no numbers come to it: a percentage that stands
    nowhere either, a plain distance in a dossier with few numbers of its measure.

    Args:
        claim: The statement.
        finding: What became of its number.
        quantity: The number.
        evidence: The dossier.
        places: The sentences that have most in common with the statement.
    """
    cue = cue_of(claim, quantity)
    if cue is None:
        return _of_prices(claim, quantity, evidence) if quantity.kind == "money" else None
    near = list(places[:NEAR])
    around = _figures if cue == "share" else _around
    for place in near:
        if _comes_to(claim, quantity, cue, around(evidence, place)):
            return Derivation(follows=True, place=place)
    if _is_compared(finding, quantity, cue, evidence):
        return None
    tried = False
    for one, two in combinations(near, 2) if cue in ("apart", "times") else ():
        met = _one_each(quantity, cue, _figures(evidence, one), _figures(evidence, two))
        if _comes_to(claim, quantity, cue, met):
            return Derivation(follows=True, place=one)
        tried = tried or any(_values(claim, quantity, cue, met))
    if any(_comes_to(claim, quantity, cue, _around(evidence, place)) for place in range(len(evidence.passages))):
        return OPEN
    if quantity.kind == "percent":
        return None
    tried = tried or any(any(_values(claim, quantity, cue, _figures(evidence, place))) for place in near)
    plain = cue == "apart" and tried and _is_plain(claim, quantity)
    return None if plain and not _is_anywhere(quantity, evidence) else OPEN


_THAN = re.compile(r"[\w\s-]{1,30}?\sthan\s(?!(?:two|three|four|five|six|ten|twelve|\d+)\b)", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:by|gap of|lead of|margin of|difference of)\s(?:(?:about|around|some|roughly|only|just|an?)\s)*$", re.I
)
"""What stands behind and before a number that can be nothing but a distance."""


def _is_plain(claim: Passage, quantity: Quantity) -> bool:
    """Whether a number plainly says how far two others are apart: ``€300 more than``, ``by 14 points``."""
    start, end = quantity.span
    return quantity.exact and bool(_THAN.match(claim.text[end:]) or _BY.search(claim.text[:start]))


def _one_each(quantity: Quantity, cue: Cue, ours: list[Quantity], theirs: list[Quantity]) -> list[Quantity]:
    """Return a number of one sentence and those of another that it can be compared with; of counts and percentages only lone ones."""
    for one in ours:
        alike = [each for each in theirs if _alike(one, each)]
        loose = cue == "apart" and quantity.kind not in _LOOSE
        if alike and (loose or (len(alike) == 1 and sum(_alike(one, each) for each in ours) == 1)):
            return [one, *alike]
    return []


def _is_compared(finding: Finding, quantity: Quantity, cue: Cue, evidence: Evidence) -> bool:
    """Whether the sentence that has another number instead says by it how others compare, on the same scale."""
    if finding.kind != "contradicted" or finding.place is None:
        return False
    passage, said = evidence.passages[finding.place], finding.said.strip(" .,")
    return any(
        (cue == "share" and each.kind == "percent") or cue_of(passage, each) is not None
        for each in passage.quantities
        if each.text.strip(" .,") == said and quantity.value < SCALE * each.value
    )


def _figures(evidence: Evidence, place: int) -> list[Quantity]:
    return list(evidence.passages[place].quantities[:MOST])


def _around(evidence: Evidence, place: int) -> list[Quantity]:
    """Return the numbers of a sentence and of the one before it."""
    before = evidence.before(place)
    return [*(_figures(evidence, before) if before is not None else ()), *_figures(evidence, place)]


def _comes_to(claim: Passage, quantity: Quantity, cue: Cue, figures: Sequence[Quantity]) -> bool:
    """Whether two of these numbers come to the one that is stated."""
    return any(_same(value, quantity) for value in _values(claim, quantity, cue, figures))


def _values(claim: Passage, quantity: Quantity, cue: Cue, figures: Sequence[Quantity]) -> Iterator[float]:
    """Yield what each two numbers come to, of the kind that is asked for."""
    for one, two in permutations(figures, 2):
        if cue == "apart" and one.kind == two.kind == "money" and "month" in one.per and "year" in two.per:
            if one.unit == two.unit and 0 < two.value < 12 * one.value:
                yield from _saved(quantity, 12 * one.value, two.value)
        if not 0 < one.value < two.value or not _alike(one, two):
            continue
        counts = {one.kind, two.kind} <= COUNTS
        if cue == "times":
            yield from (two.value / one.value, one.value / two.value)
        elif cue == "rest" and counts:
            yield two.value - one.value
        elif cue == "share" and counts:
            yield 100 * (two.value - one.value if REST.search(claim.text) else one.value) / two.value
        elif cue == "apart" and quantity.kind == "percent":
            yield from _apart_in_percent(claim, quantity, one, two)
        elif cue == "apart" and _measures_alike(quantity, one):
            yield two.value - one.value
            if two.value <= 1 and "point" in quantity.text:
                yield 100 * (two.value - one.value)


def _apart_in_percent(claim: Passage, quantity: Quantity, small: Quantity, large: Quantity) -> Iterator[float]:
    """Yield by how much percent two numbers differ: of the larger where something is less, of the smaller where it is more."""
    if small.kind == "percent":
        yield large.value - small.value
    start, end = quantity.span
    near = claim.text[max(0, start - 40) : end + 40]
    if not _LESS.search(near):
        yield 100 * (large.value - small.value) / small.value
    if not _MORE.search(near):
        yield 100 * (large.value - small.value) / large.value


_LESS = re.compile(
    r"\b(?:less|fewer|lower|cheaper|smaller|lighter|shorter|quieter|below|fell|falls?|fallen|drop\w*|shr[aiu]nk\w*|cut\w*|reduc\w*|decreas\w*|down|"
    r"sav\w+|off|discount\w*)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:more|higher|dearer|pricier|larger|bigger|heavier|longer|louder|above|rose|rises?|risen|grew|grows?|grown|climb\w*|increas\w*|up|premium)\b",
    re.IGNORECASE,
)


def _saved(quantity: Quantity, months: float, year: float) -> Iterator[float]:
    """Yield what who pays for a year saves beside twelve months: in all, a month, in percent."""
    if quantity.kind == "percent":
        yield 100 * (months - year) / months
    else:
        yield from (months - year, (months - year) / 12)


def _is_anywhere(quantity: Quantity, evidence: Evidence) -> bool:
    """Whether any two numbers of the dossier are as far apart as is stated, or it has too many to tell."""
    alike = {
        each.value for passage in evidence.passages for each in passage.quantities if _measures_alike(quantity, each)
    }
    return len(alike) > FEW or any(_same(two - one, quantity) for one, two in combinations(sorted(alike), 2))


def _alike(one: Quantity, two: Quantity) -> bool:
    return same_measure(one, two) or {one.kind, two.kind} <= COUNTS


def _measures_alike(quantity: Quantity, other: Quantity) -> bool:
    """Whether a distance between numbers may be one between numbers like another; points are percent's too."""
    if quantity.kind in _LOOSE and other.kind in _LOOSE:
        return True
    return same_measure(quantity, other)


def _of_prices(claim: Passage, quantity: Quantity, evidence: Evidence) -> Derivation | None:
    """Say whether a sum is what several cost, or one unit of what is sold: 4,800 euros for 9.6 kWh are 500 per kWh."""
    start = quantity.span[0]
    counts = [
        each.value
        for each in claim.quantities
        if each.kind == "count" and 1 < each.value <= MOST and _COST.fullmatch(claim.text[each.span[1] : start])
    ]
    sold = [each for place in evidence.priced for each in _figures(evidence, place) if each.kind == "money"]
    units = [] if any(set(each.per) & set(quantity.per) for each in sold) else quantity.per
    for place in sorted(evidence.priced):
        around = _around(evidence, place)
        prices = [each.value for each in around if each.kind == "money" and each.unit == quantity.unit]
        values = [price * count for price in prices for count in counts]
        for unit in filter(None, map(unit_named, units)):
            sizes = [each.value / unit.factor for each in around if each.kind == unit.kind and each.value]
            values += [price / size for price in prices for size in sizes]
        if any(_same(value, quantity) for value in values):
            return Derivation(follows=True, place=place)
    return None


_COST = re.compile(
    r"(?:\s(?:of (?:them|these|those)|together|would|will))*\s(?:costs?|come to|comes to|are|amount to|set you back|run to)\s(?:about\s|just\s|only\s)?",
    re.IGNORECASE,
)
"""What stands between how many are bought and what they cost."""


def _same(value: float, quantity: Quantity) -> bool:
    """Whether a value that was worked out is the one stated, as far as it was rounded."""
    if quantity.kind == "percent":
        slack = 0.6 if quantity.exact and has_digit(quantity) else 3.0
    elif quantity.kind == "multiple":
        slack = 0.06 * quantity.value
    else:
        slack = max(0.02 * quantity.value, min(0.051, 0.05 * quantity.value))
    if abs(value - quantity.value) <= slack:
        return True
    return not quantity.exact and quantity.low * 0.99 <= value <= min(quantity.high, 1.5 * quantity.value) * 1.01
