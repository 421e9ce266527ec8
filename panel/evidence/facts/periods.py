"""What a price is per: the month, seat or million tokens that its sentence, table or neighbours name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from panel.evidence.grounding.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage
from panel.evidence.quantities import read_quantities
from panel.evidence.words import singular, words

PERIODS = ("month", "year", "week", "day")


_TIMED = frozenset({*PERIODS, "hour", "minute", "second"})


NAMED_PERIOD = re.compile(
    r"\b(?:(?P<plain>monthly|month|yearly|year|annual(?:ly)?|weekly|week)(?:\s(?:plan|subscription|price|fee|pass))?|"
    r"(?P<plan>monthly|yearly|annual|weekly)\s(?:plan|subscription|price|fee|pass|licen[cs]e|membership|rate)s?\s"
    r"(?:is|are|costs?|comes (?:to|in at|out at)|at|of|for))\s?[:|–-]?\s?$",
    re.I,
)
"""What stands before a price in a price list: ``Quince Plus Yearly $29.99``."""


_PERIOD_OF = MappingProxyType({"mont": "month", "year": "year", "annu": "year", "week": "week"})


def completed(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> Quantity:
    """Return a price with what it is per where a row's label or the price before it says so: ``Price per month``."""
    quantity = _qualified(passage, quantity)
    behind = _AND_PERIOD.match(passage.text[quantity.span[1] :])
    if quantity.per and behind:
        quantity = replace(quantity, per=(*quantity.per, behind[1].lower()))
    if any(each.rpartition(" ")[2] in _SMALL for each in quantity.per):
        quantity = replace(quantity, per=())
    before = [
        each for each in passage.quantities if each.kind == "money" and each.per and each.span[1] <= quantity.span[0]
    ]
    if (
        quantity.per == ("1m token",)
        and "token" not in quantity.text.lower()
        and before
        and before[-1].per[0].startswith("1m")
    ):
        return replace(quantity, per=before[-1].per)
    if quantity.per:
        return _with_period(quantity, column_of(evidence, place, passage, quantity))
    return _told_beside(evidence, place, passage, quantity, before)


def _with_period(quantity: Quantity, column: str) -> Quantity:
    """Return a price per seat and the like with the period that the head of its column names."""
    if any(each in _TIMED for each in quantity.per):
        return quantity
    return replace(quantity, per=(*quantity.per, *(each for each in _per_in(column) if each in PERIODS)))


def _told_beside(
    evidence: Evidence, place: int, passage: Passage, quantity: Quantity, before: Sequence[Quantity]
) -> Quantity:
    """Return a bare price with what its label, its table or the price before it says that it is per."""
    if named := NAMED_PERIOD.search(passage.text[: quantity.span[0]]):
        return replace(quantity, per=(_PERIOD_OF[(named["plain"] or named["plan"])[:4].lower()],))
    told = passage.text[: quantity.span[0]]
    if (label := _LABELLED_PER.search(told)) and (per := _per_in(label.group())):
        return replace(quantity, per=per)
    if (one := _ONE_COSTS.search(told)) and (per := _per_in(f"per {one[1]}")):
        return replace(quantity, per=per)
    if metered := _METERED.match(passage.text[quantity.span[1] :]):
        return replace(quantity, per=("1m token" if metered[1][-1] in "nM" else "1k token",))
    for text in _labels(evidence, place, passage, quantity):
        if per := _per_in(text):
            return replace(quantity, per=(*per, *_unit_beside(evidence, place, text, per)))
    counted = bool(before) and before[-1].per[0].startswith("1")
    between = passage.text[before[-1].span[1] : quantity.span[0]] if before else ""
    down = _DOWN_TO.fullmatch(between) and _FOR_A_YEAR.match(passage.text[quantity.span[1] :])
    joined = bool(before) and before[-1].per[0] not in PERIODS and _AND.fullmatch(between)
    if before and (counted or down or joined or _OR.fullmatch(between)):
        return replace(quantity, per=before[-1].per)
    if (after := _told_after(passage, quantity)) is not None:
        return replace(quantity, per=after)
    last = evidence.before(place)
    earlier = (
        [each for each in evidence.passages[last].quantities if each.kind == "money" and each.per]
        if last is not None
        else []
    )
    if earlier and earlier[0].per[0].startswith("1") and not before:
        return replace(quantity, per=earlier[0].per)
    return quantity


def _unit_beside(evidence: Evidence, place: int, text: str, per: Sequence[str]) -> tuple[str, ...]:
    """Return what the column before says that prices are per besides the month: ``Per user, per month | Billed yearly``."""
    head = evidence.tables.get(place)
    if head is None or not _BILLED_LABEL.search(text) or any(each not in PERIODS for each in per):
        return ()
    cells = evidence.passages[head].text.split(" | ")
    units = [tuple(each for each in _per_in(cell) if each not in PERIODS) for cell in cells if "month" in cell.lower()]
    return next((each for each in units if each), ())


_LABELLED_PER = re.compile(r"(?:\bper\s|/\s?)[^$€£:;.]{2,40}:\s?$", re.IGNORECASE)
"""What a price is per, told before it: ``Price per million tokens: $5 input, $25 output``."""


_ONE_COSTS = re.compile(
    r"\b(?:an?|each|every|one|per) (image|picture|page|minute|hour|call|request|query|clip|second|song|message|parcel|word|user|seat|device|trip|"
    r"delivery|track|document|run|build|search|transaction|order|ticket|month|year)\s(?:[a-z\d]+\s){0,6}?(?:costs?|comes to|is|at|for|sets you back)\s"
    r"(?:about |just |only )?$",
    re.IGNORECASE,
)
"""What a price is per, told before its verb: ``an image costs 4 cents``."""


_METERED = re.compile(
    r"(?:\s?(?:in|out|input|output|tokens?|and|or|for|/|,|cached|[$€£]?\d[\d.,]*+)){0,24}?\s?(?:per|/|an?)\s?(?:1\s?)?(million|M|thousand|K)\b"
)
"""What a price is per, told after the one that it stands beside: ``$0.20 in and $0.60 out per million tokens``."""


def _labels(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> Iterator[str]:
    """Yield what may say what a price in a table is per: its row, its column, what stands over the table."""
    head = evidence.tables.get(place)
    if head is not None:
        yield passage.text.partition(" | ")[0]
        yield column_of(evidence, place, passage, quantity)
        for over in (evidence.before(head), evidence.headings.get(head)):
            if over is not None:
                yield evidence.passages[over].text if _PRICES_PER.search(evidence.passages[over].text) else ""
    if head is not None or len(passage.text) < LISTED:
        yield _told_of_prices(evidence).get(passage.cite.partition(".")[0], "")


LISTED = 60
"""Longest line that is taken for one of a price list."""


_PRICES_PER = re.compile(
    r"\b(?:prices?|pricing|rates?|fees?|costs?|charges|plans|billed|all)\b[^.;$€£]{0,40}(?:\b(?:per|a|an|by the)\s|/)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def _told_of_prices(evidence: Evidence) -> dict[str, str]:
    """Return by source the sentence that says what all its prices are per: ``Prices are per month, without VAT``."""
    return {
        passage.cite.partition(".")[0]: passage.text
        for place, passage in reversed(list(enumerate(evidence.passages)))
        if " per " in passage.text and place not in evidence.priced and _ALL_PRICES.search(passage.text)
    }


_ALL_PRICES = re.compile(
    r"\b(?:prices?|rates|plans) (?:\w+ ){0,3}(?:are|is)?\s?(?:\w+ ){0,3}per\b|\bprices? in \w+ per\b", re.IGNORECASE
)


@lru_cache(maxsize=512)
def _per_in(text: str) -> tuple[str, ...]:
    """Return what a label says that prices are per: ``Price per 1M tokens``, ``Monthly``, ``€/user/month``."""
    for match in _FROM_PER.finditer(text):
        read = [each.per for each in read_quantities(f"$1 {match.group()}") if each.kind == "money" and each.per]
        if read and not any(each.rpartition(" ")[2] in _SMALL for each in read[0]):
            also = (each[1].lower() for each in _PER.finditer(match.group()))
            return (*read[0], *(each for each in also if each in PERIODS and each not in read[0]))
        if millions := _PER_MILLION.match(match.group()):
            return ("1m token" if millions[1][-1] in "nM" else "1k token",)
    if _BILLED_LABEL.search(text):
        return ("month",)
    if named := _MONTHLY_LABEL.search(text):
        return (_PERIOD_OF[named[1][:4].lower()],)
    return tuple(match[1].lower() for match in _PER.finditer(text))


_FROM_PER = re.compile(r"(?:\bper\s|/(?!\s?(?:in|out)(?:put)?\b)\s?).*", re.IGNORECASE)


_PER_MILLION = re.compile(r"(?:per|/)\s?(?:1\s?)?(million|M|thousand|K)\b")


_BILLED_LABEL = re.compile(r"\b(?:billed|paid|charged|with)\b[^|]{0,12}\b(?:annual|year)", re.IGNORECASE)
"""Head of a column with what a month costs for those who pay for a year."""


_MONTHLY_LABEL = re.compile(r"\b(mont|year|annu|week)(?:h?ly|ally|al)\b", re.IGNORECASE)


_QUALIFIES = frozenset(
    words(
        "active standard registered named individual single additional concurrent paying generated billable licensed "
        "editing contributing full regular normal finished successful processed monthly connected"
    )
)
"""What may stand before the noun that a price is per: ``per active developer``."""


_NEXT_NOUN = re.compile(r"\s(?P<noun>[a-z]+)")


def _qualified(passage: Passage, quantity: Quantity) -> Quantity:
    """Return a price with the noun that it is per, where only the word before it was read: ``per standard image``."""
    noun = _NEXT_NOUN.match(passage.text, quantity.span[1])
    if not quantity.per or quantity.per[-1] not in _QUALIFIES or not noun or noun["noun"] in _SMALL:
        return quantity
    span = (quantity.span[0], noun.end())
    return replace(quantity, per=(*quantity.per[:-1], singular(noun["noun"])), span=span)


_AND_PERIOD = re.compile(r"\s(?:(?:[a-z]+ed|kept|held|sent|of (?:[a-z]+\s)?[a-z]+)\s)?(?:and|per|a|an|each|every)\s(?:per\s)?(month|year|week|day)\b", re.IGNORECASE)


def column_of(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> str:
    """Return what stands at the head of a price's column; nothing outside of tables."""
    head = evidence.tables.get(place)
    if head is None:
        return ""
    cells = evidence.passages[head].text.split(" | ")
    column = passage.text[: quantity.span[0]].count(" | ") - (passage.text.count(" | ") >= len(cells))
    return cells[column] if 0 <= column < len(cells) else ""


_SMALL = frozenset(
    words(
        "a an the as on in at for and or but with to of from by per each through via under over above plus then if is are"
    )
)


_PER = re.compile(r"\b(?:per|an?|and|/)\s?(month|year|week|day|hour|user|seat|member)\b", re.IGNORECASE)


def _told_after(passage: Passage, quantity: Quantity) -> tuple[str, ...] | None:
    """Return what the last price of a list is per: ``Solo at $25, Team at $60 and Agency at $150 a month``."""
    last = quantity
    for each in passage.quantities:
        if each.kind != "money" or each.span[0] <= last.span[0] or not last.span[1] <= each.span[0]:
            continue
        told = passage.text[: last.span[0]], passage.text[last.span[1] : each.span[0]]
        if not _ITEM.search(told[0]) or not _ITEM.search(told[1]) or not _LIST.match(told[1]):
            return None
        if each.per:
            return each.per
        last = each
    return None


_ITEM = re.compile(
    r"(?:^|\s)(?:[A-Z][\w+-]*|[Ii]nput|[Oo]utput)(?: tokens?)?(?:\s(?:is (?:priced )?at|at|for|is|costs|from)|:)?\s$"
)
_LIST = re.compile(r",?\s(?:and\s|or\s)?[\w+:-]+(?:\s[\w+:-]+){0,3}\s$")
"""What stands before each price of a list, and between two of them."""

_AND = re.compile(r"[^.;,$€£]{0,40}\band\s")


_DOWN_TO = re.compile(r"[^.;]{0,40}\b(?:to|at|only|just)\s")
_FOR_A_YEAR = re.compile(r"[^.;]{0,30}\b(?:annual|annually|yearly|year)\b", re.IGNORECASE)
"""What stands between the price of a month and the lower one, and behind that: ``$20 monthly, discounted to $16 for annual``."""


_OR = re.compile(r"\s?\(|[^.;]{0,40}\bor\s|[^.;]{0,60},\s(?:and\s|or\s)?", re.IGNORECASE)
