"""Numbers of a text with what they count, and how exactly they are meant: ``over $14.3bn``, ``262K tokens``."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from panel.evidence.ahead import before
from panel.evidence.around import goes_on, hedged, is_side, read_quantity
from panel.evidence.date_reading import read_dates
from panel.evidence.dates import DateMention
from panel.evidence.lowered import lowered, word_set
from panel.evidence.measures import Quantity
from panel.evidence.numerals import read_numerals
from panel.evidence.ranks import RANK_HINTS, may_rank, ranks
from panel.evidence.shares import MULTIPLE_HINTS, PART_HINTS, SOME, fractions, multiples, one_in
from panel.evidence.units import unit_named

_HINTS = PART_HINTS | RANK_HINTS | MULTIPLE_HINTS | frozenset(SOME)
"""Words of which everything has one that isn't written as a plain number; a text is asked for them once."""


def read_quantities(text: str, dates: tuple[DateMention, ...] | None = None) -> tuple[Quantity, ...]:
    """Read every quantity of a text, from left to right.

    Numbers in names (``GPT-5.4``, ``Llama 4``), versions (``v4.0``) and dates are left out.

    Args:
        text: Any text; sentences, usually.
        dates: Its dates, if they are already read.
    """
    return _read(text, tuple(mention.span for mention in (read_dates(text) if dates is None else dates)))


@lru_cache(maxsize=2_048)
def _read(text: str, dates: tuple[tuple[int, int], ...]) -> tuple[Quantity, ...]:
    """Read the quantities of a text outside its dates; several readers ask for the same ones."""
    taken = bytearray(len(text))
    for span in dates:
        if not is_side(text, span[0]):
            _take(span, taken)
    spelt = word_set(text)
    hints = spelt & _HINTS  # most texts have none of them
    found: list[Quantity] = []
    if not hints.isdisjoint(PART_HINTS):
        found += [_as_hedged(text, share) for share in fractions(text) if _take(share.span, taken)]
    if may_rank(lowered(text), hints):
        found += [rank for rank in ranks(text) if _take(rank.span, taken)]
    if not hints.isdisjoint(SOME) and not spelt.isdisjoint(("in", "out")):
        found += [share for share in one_in(text) if _take(share.span, taken)]
    for numeral in read_numerals(text):
        if 1 not in taken[slice(*numeral.span)] and (quantity := read_quantity(text, numeral)):
            _take(quantity.span, taken)
            found.append(quantity)
    if not hints.isdisjoint(MULTIPLE_HINTS):
        found += [multiple for multiple in multiples(text) if _take(multiple.span, taken)]
    if len(found) > 1:
        return tuple(_completed(text, sorted(found, key=lambda each: each.span)))
    return tuple(found)


def _take(span: tuple[int, int], taken: bytearray) -> bool:
    """Mark a span as read; False if some of it was."""
    here = slice(*span)
    free = 1 not in taken[here]
    taken[here] = b"\x01" * (span[1] - span[0])
    return free


def _as_hedged(text: str, share: Quantity) -> Quantity:
    """Return a fraction with the hedge before it: ``less than a fifth``."""
    behind = before(text, share.span[0])
    if share.hedge or not behind.hedge:
        return share
    low, high = hedged(behind.hedge, share.value, share.low, share.high)
    span = (behind.start, share.span[1])
    return replace(share, text=text[slice(*span)], span=span, low=low, high=high, hedge=behind.hedge, exact=False)


def _completed(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Yield quantities with the units that a sentence leaves out, and ``11 hours and 20 minutes`` as one."""
    last: Quantity | None = None
    lender: Quantity | None = None
    for each in found:
        if last is not None and _adds_to(each, last):
            if re.fullmatch(r",?\s(?:and\s)?", text[last.span[1] : each.span[0]]):
                span = (last.span[0], each.span[1])
                value, low, high = last.value + each.value, last.low + each.value, last.high + each.value
                last = replace(last, text=text[slice(*span)], span=span, value=value, low=low, high=high)
                continue
        if last is not None:
            yield last
            asks = each.kind == "number" and each.hedge != "upto" and last.kind in _LENT
            asked = asks and (goes_on(text, each.span[0]) or _is_parallel(text, last, each))
            if asked and _LENDS.match(text, each.span[1]):
                lender = lender or last
                factor = _unit_factor(lender)
                value, low, high = each.value * factor, each.low * factor, each.high * factor
                each = replace(each, kind=last.kind, unit=last.unit, value=value, low=low, high=high)  # noqa: PLW2901
            else:
                lender = None
        last = each
    if last is not None:
        yield last


def _adds_to(each: Quantity, last: Quantity) -> bool:
    """Whether a time may be the smaller part of the one before it: ``2 hours and 5 minutes``, ``a year and two months``."""
    if each.kind != last.kind or each.value >= last.value:
        return False
    return each.kind == "time" or (each.kind == "months" and "month" in each.text and "year" in last.text)


_LENT = frozenset(
    {"time", "months", "money", "bytes", "length", "weight", "percent", "frequency", "frame rate", "bandwidth"}
)

_LENDS = re.compile(r"\s?(?:[.,;)]|$|(?:or|and)\s\d|(?:is|was|isn|wasn|with|for|on|at)\b)")
"""What stands behind a number whose unit was said before."""

_BETWEEN = re.compile(
    r"\s(?P<leads>on|for|with|without|in|at|by|over)\s[^,;.\d]{1,30}?(?:,|;|,?\s(?:and|but|or))\s(?:only\s|just\s|about\s)?"
)
"""What stands between two numbers that are each said of one of two: `` on the frame, ``."""


def _is_parallel(text: str, last: Quantity, each: Quantity) -> bool:
    """Whether a number is said of one thing as the one before it is of another: ``5 years on the frame, 2 on the motor``."""
    between = _BETWEEN.fullmatch(text, last.span[1], each.span[0])
    return between is not None and re.compile(rf"\s{between['leads']}\b(?!\s\d)").match(text, each.span[1]) is not None


def _unit_factor(quantity: Quantity) -> float:
    """Return how many base units the unit of a quantity is, judged by its words."""
    unit = next((unit for word in reversed(quantity.text.split()) if (unit := unit_named(word.strip(".,-")))), None)
    return unit.factor if unit and unit.kind == quantity.kind else 1.0
