"""What the labels of a price list say that its prices are per: a row, the head of a column, a line over all of them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from types import MappingProxyType

from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage
from panel.evidence.quantities import read_quantities
from panel.evidence.words import words

PERIODS = ("month", "year", "week", "day")

PERIOD_OF = MappingProxyType({"mont": "month", "year": "year", "annu": "year", "week": "week"})
"""Periods by the first letters of the words for them."""


def unit_beside(evidence: Evidence, place: int, text: str, per: Sequence[str]) -> tuple[str, ...]:
    """Return what the column before says that prices are per besides the month: ``Per user, per month | Billed yearly``."""
    head = evidence.tables.get(place)
    if head is None or not _BILLED_LABEL.search(text) or any(each not in PERIODS for each in per):
        return ()
    cells = evidence.passages[head].text.split(" | ")
    units = [tuple(each for each in per_in(cell) if each not in PERIODS) for cell in cells if "month" in cell.lower()]
    return next((each for each in units if each), ())


def labels(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> Iterator[str]:
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


def _sums(passage: Passage) -> bool:
    """Whether a sentence names a sum."""
    return any(each.kind == "money" for each in passage.quantities)


@lru_cache(maxsize=8)
def _told_of_prices(evidence: Evidence) -> dict[str, str]:
    """Return by source the sentence that says what all its prices are per: ``Prices are per month, without VAT``."""
    return {
        passage.cite.partition(".")[0]: passage.text
        for passage in reversed(evidence.passages)
        if " per " in passage.text and _ALL_PRICES.search(passage.text) and not _sums(passage)
    }


_ALL_PRICES = re.compile(
    r"\b(?:prices?|rates|plans) (?:\w+ ){0,3}(?:are|is)?\s?(?:\w+ ){0,3}per\b|\bprices? in \w+ per\b", re.IGNORECASE
)


@lru_cache(maxsize=512)
def per_in(text: str) -> tuple[str, ...]:
    """Return what a label says that prices are per: ``Price per 1M tokens``, ``Monthly``, ``€/user/month``."""
    for match in _FROM_PER.finditer(text):
        read = [each.per for each in read_quantities(f"$1 {match.group()}") if each.kind == "money" and each.per]
        if read and not any(each.rpartition(" ")[2] in PREPOSITIONS for each in read[0]):
            also = (each[1].lower() for each in _PER.finditer(match.group()))
            return (*read[0], *(each for each in also if each in PERIODS and each not in read[0]))
        if millions := _PER_MILLION.match(match.group()):
            return ("1m token" if millions[1][-1] in "nM" else "1k token",)
    if _BILLED_LABEL.search(text):
        return ("month",)
    if named := _MONTHLY_LABEL.search(text):
        return (PERIOD_OF[lowered(named[1])[:4]],)
    return tuple(match[1].lower() for match in _PER.finditer(text))


_FROM_PER = re.compile(r"(?:\bper\s|/(?!\s?(?:in|out)(?:put)?\b)\s?).*", re.IGNORECASE)


_PER_MILLION = re.compile(r"(?:per|/)\s?(?:1\s?)?(million|M|thousand|K)\b")


_BILLED_LABEL = re.compile(r"\b(?:billed|paid|charged|with)\b[^|]{0,12}\b(?:annual|year)", re.IGNORECASE)
"""Head of a column with what a month costs for those who pay for a year."""


_MONTHLY_LABEL = re.compile(r"\b(mont|year|annu|week)(?:h?ly|ally|al)\b", re.IGNORECASE)


def column_of(evidence: Evidence, place: int, passage: Passage, quantity: Quantity) -> str:
    """Return what stands at the head of a price's column; nothing outside of tables."""
    head = evidence.tables.get(place)
    if head is None:
        return ""
    cells = evidence.passages[head].text.split(" | ")
    column = passage.text[: quantity.span[0]].count(" | ") - (passage.text.count(" | ") >= len(cells))
    return cells[column] if 0 <= column < len(cells) else ""


PREPOSITIONS = frozenset(
    words(
        "a an the as on in at for and or but with to of from by per each through via under over above plus then if is are"
    )
)
"""Small words, which no price is per."""

_PER = re.compile(r"\b(?:per|an?|and|/)\s?(month|year|week|day|hour|user|seat|member)\b", re.IGNORECASE)
