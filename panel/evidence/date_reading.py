"""Dates as people write them, read into days: ``April 8, 2026``, ``8.4.2026``, ``Q1 2026``, ``last Tuesday``."""

import datetime as dt
import re
from functools import cache, lru_cache

from panel.evidence.calendar_words import DAYS, MONTHS
from panel.evidence.date_forms import Reader, forms
from panel.evidence.dates import DateMention
from panel.evidence.lowered import lowered, word_set


def read_dates(text: str, today: dt.date | None = None) -> tuple[DateMention, ...]:
    """Read every date in a text, from left to right, no two overlapping.

    Args:
        text: Any text; month names are known in English, German, French, Spanish, Italian, Portuguese and Dutch.
        today: The day of writing: relative dates and dates without a year are read from it.
    """
    timeless = _read(text, None)
    if today is None or not timeless or all(each.start and not each.relative for each in timeless):
        return timeless
    return _read(text, today)


@lru_cache(maxsize=4_096)
def _read(text: str, today: dt.date | None) -> tuple[DateMention, ...]:
    """Read every date in a text; several readers ask for the same ones."""
    readers = _fitting(_traits(text))
    if not readers:
        return ()
    found: list[DateMention] = []
    taken = bytearray(len(text))
    for pattern, read in readers:
        for match in pattern.finditer(text):
            start, end = match.span()
            if 1 in taken[start:end]:
                continue
            mention = read(match, today)
            if mention is not None:
                taken[start:end] = b"\x01" * (end - start)
                found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.span))


_DIGIT = re.compile(r"\d")
_CENTURY = re.compile(r"(?:19|20)\d\d")
_SEPARATED = re.compile(r"\d[-/.]\s?\d")
_PERIOD = re.compile(r"[qh][1-4]")
_MONTHS = frozenset(MONTHS)
_PARTS = frozenset(("early", "beginning", "mid", "middle", "late", "end"))
_WEEKDAYS = frozenset(DAYS)
_CLOSE = frozenset(("yesterday", "today", "tonight", "tomorrow"))
_WHICH = frozenset(("last", "past", "previous", "next", "this"))
_UNITS = frozenset(("day", "week", "month", "year"))


def _traits(text: str) -> str:
    """Return what a text has of what the slower patterns need, one letter each.

    ``D`` a digit, ``Y`` a year, ``S`` figures parted by a mark, ``P`` a quarter or half, ``E`` early or late, ``M`` a
    month, ``W`` a weekday, ``C`` a close day, ``U`` which unit of time is meant, ``A`` ``ago``.
    """
    spelt = word_set(text)
    traits = ""
    if _DIGIT.search(text):
        traits = "D"
        if _CENTURY.search(text):
            traits = "DYS" if _SEPARATED.search(text) else "DY"
            traits += "P" if _may_part_year(lowered(text)) else ""
            traits += "" if spelt.isdisjoint(_PARTS) else "E"
    if not spelt.isdisjoint(_MONTHS):
        traits += "M"
    traits += "" if spelt.isdisjoint(_WEEKDAYS) else "W"
    traits += "" if spelt.isdisjoint(_CLOSE) else "C"
    traits += "" if spelt.isdisjoint(_UNITS) or spelt.isdisjoint(_WHICH) else "U"
    return f"{traits}A" if "ago" in spelt else traits


def _may_part_year(small: str) -> bool:
    """Whether a text in small letters has what every quarter and half of a year has."""
    return "quarter" in small or "half" in small or _PERIOD.search(small) is not None


@cache
def _fitting(traits: str) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Return the patterns that may find something in a text with these traits, most telling first."""
    return tuple((pattern, read) for needed, pattern, read in forms() if needed <= set(traits))
