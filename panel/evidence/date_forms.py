"""The forms in which dates are written, and how each is read."""

import calendar
import datetime as dt
import re
from collections.abc import Callable
from functools import cache

from panel.evidence.calendar_words import (
    BEFORE_YEAR,
    COUNT,
    DAY,
    DAYS,
    MONTH,
    MONTHS,
    ORDINALS,
    SMALL,
    SPELLED_DAY,
    UNIT,
    WEEKDAY,
    YEAR,
)
from panel.evidence.dates import DateMention, Precision
from panel.evidence.lowered import lowered

Reader = Callable[[re.Match[str], dt.date | None], DateMention | None]
"""Makes a date of what a pattern has matched, given the day of writing; None if it is none."""


def _span_of_month(year: int, month: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def _stretch(
    match: re.Match[str], first: dt.date, last: dt.date, precision: Precision, *, relative: bool = False
) -> DateMention:
    month = first.month if precision in ("day", "month") else None
    day = first.day if precision == "day" else None
    return DateMention(match.group(), match.span(), precision, first, last, month, day, relative)


def _day(match: re.Match[str], today: dt.date | None) -> DateMention | None:
    """Read a day with a named or numbered month; without a year, the one nearest to the day of writing."""
    parts = match.groupdict()
    month = int(parts["month"]) if parts["month"].isdigit() else MONTHS[lowered(parts["month"])]
    day = ORDINALS.get(lowered(parts["day"])) or int(parts["day"])
    year = parts.get("year") or ""
    if not year and parts["month"] in ("may", "mar", "march"):
        return None
    if not year and today is None:
        return DateMention(match.group(), match.span(), "day", None, None, month, day)
    try:
        date = _nearest(today, month, day) if today and not year else dt.date(int(year), month, day)
    except ValueError:
        return None
    return _stretch(match, date, date, "day")


def _nearest(today: dt.date, month: int, day: int) -> dt.date:
    near = [dt.date(year, month, day) for year in (today.year - 1, today.year, today.year + 1)]
    return min(near, key=lambda date: abs((date - today).days))


def _numeric(match: re.Match[str], _: dt.date | None) -> DateMention | None:
    """Read ``8.4.2026`` day first, ``04/08/2026`` month first with the other reading kept."""
    first, second = int(match["first"]), int(match["second"])
    year = int(match["year"])
    day_first = match["mark"] != "/" or first > 12
    month, day = (second, first) if day_first else (first, second)
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    swapped = dt.date(year, day, month) if match["mark"] == "/" and day <= 12 and day != month else None
    return DateMention(match.group(), match.span(), "day", date, date, month, day, swapped=swapped)


def _month(match: re.Match[str], today: dt.date | None) -> DateMention | None:
    parts = match.groupdict()
    month = int(parts["month"]) if parts["month"].isdigit() else MONTHS[lowered(parts["month"])]
    if not 1 <= month <= 12:
        return None
    if parts.get("year"):
        return _stretch(match, *_span_of_month(int(parts["year"]), month), "month")
    if not parts["month"][0].isupper():
        return None
    if today is None:
        return DateMention(match.group(), match.span(), "month", None, None, month)
    return _stretch(match, *_span_of_month(_nearest(today, month, 15).year, month), "month")


def _quarter(match: re.Match[str], _: dt.date | None) -> DateMention | None:
    word, year = match["quarter"].lower(), int(match["year"])
    number = int(word) if word.isdigit() else ORDINALS[word]
    return _stretch(match, dt.date(year, 3 * number - 2, 1), _span_of_month(year, 3 * number)[1], "quarter")


def _half(match: re.Match[str], _: dt.date | None) -> DateMention | None:
    word, year = match["half"].lower(), int(match["year"])
    first = 1 if word in ("1", "first") else 7
    return _stretch(match, dt.date(year, first, 1), _span_of_month(year, first + 5)[1], "half")


def _part_of_year(match: re.Match[str], _: dt.date | None) -> DateMention | None:
    """Read early, mid or late of a year, generously: nobody means a month by it."""
    year = int(match["year"])
    first, last = {"e": (1, 4), "b": (1, 4), "m": (4, 9)}.get(lowered(match["part"])[0], (9, 12))
    if match["part"].lower() == "end":
        first, last = 10, 12
    return _stretch(match, dt.date(year, first, 1), _span_of_month(year, last)[1], "year")


def _part_of_decade(match: re.Match[str], _: dt.date | None) -> DateMention | None:
    """Read early, mid or late of ten years, each a little longer than a third: ``the late 1960s``."""
    year = int(match["decade"])
    first, last = {"e": (0, 4), "m": (3, 7)}.get(lowered(match["part"])[0], (5, 9))
    return _stretch(match, dt.date(year + first, 1, 1), dt.date(year + last, 12, 31), "year")


def _year(match: re.Match[str], _: dt.date | None) -> DateMention | None:
    year = int(match["year"])
    span = match.span("year")
    return DateMention(match["year"], span, "year", dt.date(year, 1, 1), dt.date(year, 12, 31))


def _relative_day(match: re.Match[str], today: dt.date | None) -> DateMention | None:
    """Read ``yesterday``, ``last Tuesday``, ``on Friday``: news looks back unless it says otherwise."""
    parts = match.groupdict()
    if today is None:
        return DateMention(match.group(), match.span(), "day", relative=True)
    if parts.get("near"):
        shift = {"yesterday": -1, "tomorrow": 1}.get(lowered(parts["near"]), 0)
    else:
        ahead = (DAYS[lowered(parts["weekday"])] - today.weekday()) % 7
        which = (parts["which"] or "").lower()
        behind = ahead - 7
        shift = {"next": ahead or 7, "coming": ahead or 7, "last": behind, "past": behind, "this": ahead}.get(
            which, behind if ahead else 0
        )
    date = today + dt.timedelta(days=shift)
    return _stretch(match, date, date, "day", relative=True)


def _relative_stretch(match: re.Match[str], today: dt.date | None) -> DateMention | None:
    """Read ``this week``, ``last month``, ``three weeks ago``."""
    parts = match.groupdict()
    unit = parts["unit"].lower()
    precision: Precision = unit  # type: ignore[assignment]
    if today is None:
        return DateMention(match.group(), match.span(), precision, relative=True)
    if parts.get("count"):
        word = parts["count"].lower()
        steps = -(int(word) if word.isdigit() else SMALL[word])
    else:
        steps = {"last": -1, "past": -1, "previous": -1, "next": 1, "this": 0}[lowered(parts["which"])]
    first, last = _shifted(today, unit, steps)
    return _stretch(match, first, last, precision, relative=True)


def _shifted(today: dt.date, unit: str, steps: int) -> tuple[dt.date, dt.date]:
    """Return the day, week, month or year that lies some steps from today's."""
    if unit == "day":
        date = today + dt.timedelta(days=steps)
        return date, date
    if unit == "week":
        monday = today + dt.timedelta(days=7 * steps - today.weekday())
        return monday, monday + dt.timedelta(days=6)
    if unit == "month":
        months = today.year * 12 + today.month - 1 + steps
        return _span_of_month(months // 12, months % 12 + 1)
    year = today.year + steps
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


_OF = r"(?:\s+(?:of|de|del))?"

_FORMS: tuple[tuple[str, str, Reader], ...] = (
    ("YS", rf"(?<![\d-]){YEAR}([-/.])(?P<month>0[1-9]|1[0-2])\2(?P<day>0[1-9]|[12]\d|3[01])(?!\d)", _day),
    (
        "YS",
        rf"(?<![\d.,/$€£])(?P<first>\d{{1,2}})(?P<mark>[./-])\s?(?P<second>\d{{1,2}})(?P=mark)\s?{YEAR}",
        _numeric,
    ),
    ("MD", rf"(?<![\w.,]){DAY}{_OF}\s+{MONTH},?{_OF}(?:\s+{YEAR})?", _day),
    ("MD", rf"\b{MONTH}\s+(?:the\s+)?{DAY}(?:\s?(?:[–-]|to|and)\s?\d{{1,2}}(?!\d))?(?:,?\s+{YEAR})?", _day),
    ("M", rf"\bthe\s{SPELLED_DAY}\sof\s{MONTH}(?:,?\s+{YEAR})?", _day),
    ("YP", rf"\b(?:Q(?P<quarter>[1-4]))[\s/-]?{YEAR}", _quarter),
    ("YP", rf"\b(?P<quarter>first|second|third|fourth)[\s-]quarter\s(?:of\s)?{YEAR}", _quarter),
    ("YP", rf"\bH(?P<half>[12])\s?{YEAR}", _half),
    ("YP", rf"\b(?P<half>first|second)\shalf\s(?:of\s)?{YEAR}", _half),
    ("YM", rf"\b{MONTH},?{_OF}\s+{YEAR}", _month),
    ("YS", rf"(?<![\d-]){YEAR}-(?P<month>0[1-9]|1[0-2])(?![\d-])", _month),
    ("YS", rf"(?<![\w.,/$€£-])(?P<month>0?[1-9]|1[0-2])/{YEAR}(?![\w/-])", _month),
    (
        "YE",
        r"\b(?P<part>early|mid|middle|late)(?:\sof)?[\s-](?:the\s)?(?P<decade>(?:19|20)\d0)['’]?s\b",
        _part_of_decade,
    ),
    (
        "YE",
        rf"\b(?P<part>early|beginning|mid|middle|late|end)(?:\sof)?[\s-](?:the\s(?:year\s)?)?{YEAR}",
        _part_of_year,
    ),
    (
        "W",
        rf"(?<!\ba )(?<!\bany )(?<!\beach )(?<!\bevery )(?:\b(?P<which>last|past|next|coming|this|on)\s)?\b{WEEKDAY}(?!\sTimes)",
        _relative_day,
    ),
    ("C", r"\b(?P<near>yesterday|today|tonight|tomorrow)\b(?!['’]s)", _relative_day),
    ("U", rf"\b(?P<which>last|past|previous|next|this)\s{UNIT}\b(?!-|s)", _relative_stretch),
    ("A", rf"\b{COUNT}\s{UNIT}s?\sago\b", _relative_stretch),
    (
        "M",
        rf"\b(?:in|since|by|until|till|from|of|during|early|mid|late|last|this|next|for)[\s-]{MONTH}(?!\s*\d)",
        _month,
    ),
    (
        "Y",
        rf"{BEFORE_YEAR}{YEAR}(?![\w%°-]|\s(?:(?!has|was|is|as\b|its\b|his\b|plus\b|across\b)[a-z]+s\b|token|people))",
        _year,
    ),
    ("Y", rf"(?<![\w$€£#.,+-]){YEAR}(?=['’]s\b|[,;:.)–]\s|[.)]?$|\s?[–-]\s|/)", _year),
)
"""What a text must have, one letter each, the pattern, and what reads it; most telling first."""


@cache
def forms() -> tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...]:
    """Return the forms, most telling first: what one has read, the next ones leave alone."""
    return tuple((frozenset(needed), re.compile(pattern, re.IGNORECASE), read) for needed, pattern, read in _FORMS)
