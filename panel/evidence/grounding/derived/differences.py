"""Numbers that no source states but that follow from those that it does: ``five points more``, ``$12 a month`` of $144."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, permutations

from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.passages import Passage

_CUE = re.compile(
    r"\b(?:more|less|fewer|by|gap|lead|ahead|behind|difference|gains?|gained|saves?|saved|above|below|over|"
    r"under|higher|lower|better|worse|"
    r"cheaper|faster|slower|extra|additional|margin|(?<!hook )(?<!set )(?<!sign )(?<!link )(?<!back )up|down|longer|shorter|later|earlier|points?|double|times|added|adds|new|knocks?|off)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(r"\b(?:cost|price|expensive|cheap|dear|charge|pay|fee)", re.IGNORECASE)
_OF = re.compile(r"\s?(?:out )?of (?:(?:the|its|all|our|their|his|her|my) )*", re.IGNORECASE)
_RAISED = re.compile(r"\s(?:more|higher|dearer|extra|on top|surcharge|increase)\b", re.IGNORECASE)
_REDUCED = re.compile(
    r"\b(?:discount|off|more|higher|surcharge|increase|less|reduc\w*|rebate|cheaper|sav\w+|cut)\b", re.IGNORECASE
)

_HEDGE = re.compile(
    r"^(?:(?:no |not |little |slightly |far )?(?:more|less|fewer|longer|higher|lower|later|earlier) than|over|under|up to|above|below)\b",
    re.IGNORECASE,
)
"""What hedges a number by which nothing need be apart: ``no more than 25``."""

NEAR = 8
"""Sentences whose numbers are set against each other."""

MOST = 12
"""Numbers of a sentence that are set against each other."""


def derived_at(claim: Passage, quantity: Quantity, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the place of a sentence from whose numbers a quantity follows; None if there is none.

    Args:
        claim: The statement.
        quantity: Its number.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    start, end = quantity.span
    said = (
        f"{claim.text[max(0, start - 30) : start]}{_HEDGE.sub('', claim.text[start:end])}{claim.text[end : end + 30]}"
    )
    gap = quantity.kind == "multiple" or bool(_CUE.search(said))
    for place in places[:NEAR]:
        figures = list(evidence.passages[place].quantities[:MOST])
        if _in_proportion(claim, quantity, figures):
            return place
        following = place + 1
        if following < len(evidence.passages) and evidence.before(following) == place:
            figures += evidence.passages[following].quantities[:MOST]
        if any(_same(value, quantity) for value in _derived(quantity, figures, evidence, place, gap=gap, claim=claim)):
            return place
    return _apart(claim, quantity, evidence) if quantity.kind == "money" and gap else None


def _derived(
    quantity: Quantity, figures: Sequence[Quantity], evidence: Evidence, place: int, *, gap: bool, claim: Passage
) -> Iterator[float]:
    """Yield what follows from pairs of numbers, of the kind that is asked for."""
    if quantity.kind == "percent":
        for one, other in pairwise(figures):
            between = evidence.passages[place].text[one.span[1] : other.span[0]]
            if 0 < one.value < other.value and _OF.fullmatch(between):
                yield 100 * one.value / other.value
    if quantity.kind == "money":
        yield from _other_periods(quantity, figures, evidence)
        yield from _reductions(quantity, figures, evidence, place)
    if not gap:
        return
    money = bool(_PRICE.search(claim.text))
    for one, other in permutations(figures, 2):
        if quantity.kind == "multiple":
            alike = one.kind == other.kind and one.unit == other.unit and money == (one.kind == "money")
            if alike and one.value > other.value > 0:
                yield one.value / other.value
        elif _same_scale(one, other, quantity) and one.value > other.value:
            yield one.value - other.value


_FREE_MONTHS = re.compile(
    r"\b(one|two|three|four|1|2|3|4) months? (?:are |is |come |for )?(?:free|on us|off)\b", re.IGNORECASE
)
"""What is taken off for who pays for a year."""

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4}


@lru_cache(maxsize=8)
def _free_months(evidence: Evidence) -> tuple[int, ...]:
    """Return how many months the sentences of a dossier give to who pays for a year."""
    found = [match[1].lower() for passage in evidence.passages if (match := _FREE_MONTHS.search(passage.text))]
    return tuple(_NUMBERS.get(each) or int(each) for each in found)


def _other_periods(quantity: Quantity, figures: Sequence[Quantity], evidence: Evidence) -> Iterator[float]:
    """Yield what a price comes to a month or a year."""
    for figure in figures:
        if figure.kind == "money" and figure.unit == quantity.unit and "month" in figure.per:
            yield from (figure.value * (12 - months) for months in _free_months(evidence))
        if figure.kind == "money" and figure.unit == quantity.unit:
            if "year" in figure.per and "month" in quantity.per:
                yield figure.value / 12
            elif "month" in figure.per and "year" in quantity.per:
                yield figure.value * 12


def _reductions(quantity: Quantity, figures: Sequence[Quantity], evidence: Evidence, place: int) -> Iterator[float]:
    """Yield prices of the dossier less what a sentence takes off."""
    if not _REDUCED.search(evidence.passages[place].text):
        return
    prices = {
        each.value
        for at in evidence.priced
        for each in evidence.passages[at].quantities[:MOST]
        if each.kind == "money" and each.unit == quantity.unit
    }
    for figure in figures:
        if figure.kind == "percent":
            share = figure.value / 100
            factor = 1 + share if _RAISED.search(evidence.passages[place].text[figure.span[1] :]) else 1 - share
            yield from (price * factor for price in prices)
        elif figure.kind == "money" and figure.unit == quantity.unit:
            yield from (price - figure.value for price in prices if 0.03 * price < figure.value < price)


def _in_proportion(claim: Passage, quantity: Quantity, figures: Sequence[Quantity]) -> bool:
    """Whether two numbers of a statement stand to each other as two of a sentence: ten seconds for 50, one for five."""
    for mine in claim.quantities:
        if mine is quantity or not mine.value or not quantity.value:
            continue
        for one, other in permutations(figures, 2):
            if one.value and other.value and same_measure(quantity, one) and same_measure(mine, other):
                factor = quantity.value / one.value
                if factor != 1 and one.kind != other.kind and abs(mine.value / other.value / factor - 1) < 0.01:
                    return True
    return False


def _apart(claim: Passage, quantity: Quantity, evidence: Evidence) -> int | None:
    """Return the place of one of two prices that stand in different sentences and differ by an amount."""
    named = [place for name in claim.names for place in evidence.named_at(name.key)]
    for place in sorted(set(named) & evidence.priced):
        for one in evidence.passages[place].quantities[:MOST]:
            for other_place in sorted(evidence.priced):
                for other in evidence.passages[other_place].quantities[:MOST]:
                    if _same_scale(one, other, quantity) and _same(abs(one.value - other.value), quantity):
                        return place
    return None


def _same_scale(one: Quantity, other: Quantity, quantity: Quantity) -> bool:
    kinds = {one.kind, other.kind}
    loose = {"number", "percent", "count"}
    return (kinds == {quantity.kind} or (kinds <= loose and quantity.kind in loose)) and (
        quantity.kind != "money" or one.unit == other.unit == quantity.unit
    )


def _same(value: float, quantity: Quantity) -> bool:
    """Whether a value that was worked out is the one stated."""
    if quantity.kind == "multiple" or not quantity.exact:
        return quantity.low * 0.99 <= value <= min(quantity.high, 2 * quantity.value) * 1.01
    slack = max(0.02 * quantity.value, min(0.051, 0.05 * quantity.value))
    return value > 0 and abs(value - quantity.value) <= slack
