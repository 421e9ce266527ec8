"""Days that lie a stated time before or after another: ``five months after the founding``, ``updates for eight years``."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from panel.evidence.dates import DateMention
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage
from panel.evidence.words import words

_SPELLED = {
    word: at for at, word in enumerate(words("a two three four five six seven eight nine ten eleven twelve"), 1)
}
_SPELLED |= {"an": 1, "one": 1, "fifteen": 15, "eighteen": 18, "twenty": 20}
_LONG = rf"\b(?P<many>\d{{1,3}}|{'|'.join(_SPELLED)})\s(?P<unit>year|month|week|day)s?"
_AWAY = re.compile(
    rf"{_LONG}\s(?:(?P<later>later|on\b(?! the))|(?P<earlier>earlier|ago)|after|from|since|before|prior to|ahead of)\b",
    re.I,
)
"""A time that lies between two days."""

_FOR = re.compile(rf"\b(?:for|lasts?|runs?)\s(?:at least\s|another\s|a further\s|up to\s|a full\s)?{_LONG}\b", re.I)
"""A time that something goes on for."""

_UNTIL = re.compile(
    r"\b(?:until|till|through|to|into|by|before|end(?:s|ing)? in|expires? in|runs? out in)\s(?:at least\s|about\s|around\s|roughly\s|the end of\s)*$",
    re.IGNORECASE,
)
"""What stands before the day on which it ends."""

_ORDER = ("day", "week", "month", "quarter", "half", "year")
Days = tuple[dt.date, dt.date]
"""A first day and a last."""


def lies_away(claim: Passage, mention: DateMention, evidence: Evidence) -> bool:
    """Whether a date lies as far from another one as a sentence says, or is when that ends which began with the release.

    Args:
        claim: The statement.
        mention: Its date.
        evidence: The dossier.
    """
    if mention.start is None or mention.end is None:
        return False
    ends = bool(_UNTIL.search(claim.text[: mention.span[0]]))
    return any(
        first <= mention.end and mention.start <= last
        for place in range(len(evidence.passages))
        for first, last in _reckoned(mention, evidence, place, ends=ends)
    )


def _reckoned(mention: DateMention, evidence: Evidence, place: int, *, ends: bool) -> Iterator[Days]:
    """Yield the days that lie as long before or after one that is known as a sentence says."""
    text = evidence.passages[place].text
    for away in _AWAY.finditer(text):
        short = away["unit"].lower() in _DAYS
        if short and mention.precision != "day":
            continue
        known = [*(() if short or away["earlier"] else _whole_days(evidence)), *_near(mention, evidence, place)]
        yield from (_moved(each, away, 1) for each in known if not away["earlier"])
        yield from (_moved(each, away, -1) for each in known if not away["later"])
    for span in _FOR.finditer(text) if ends else ():
        if span["unit"].lower() not in _DAYS:
            yield from (_moved(each, span, 1) for each in _whole_days(evidence))


def _whole_days(evidence: Evidence) -> Iterator[Days]:
    """Yield the days that a dossier names, and those on which it was written."""
    days = {each.start for passage in evidence.passages for each in passage.dates if each.precision == "day"}
    yield from ((day, day) for day in sorted(day for day in days | set(evidence.days_written) if day))


def _near(mention: DateMention, evidence: Evidence, place: int) -> Iterator[Days]:
    """Yield the months and years of a sentence and of those beside it, none of them rougher than a statement's date."""
    last = len(evidence.passages) - 1
    for at in range(max(0, place - 1), min(last, place + 1) + 1):
        for each in evidence.passages[at].dates:
            if each.start and each.end and _ORDER.index(each.precision) <= _ORDER.index(mention.precision):
                yield each.start, each.end


_DAYS = {"week": 7, "day": 1}
"""Days of the units that no month or year is reckoned with."""


def _moved(days: Days, span: re.Match[str], sign: int) -> Days:
    """Return days that lie a time later or earlier."""
    unit, word = span["unit"].lower(), span["many"].lower()
    many = sign * (_SPELLED.get(word) or int(word))
    if unit in _DAYS:
        first, last = (day + dt.timedelta(days=many * _DAYS[unit]) for day in days)
    else:
        first, last = (_months_later(day, many * (12 if unit == "year" else 1)) for day in days)
    return first, last


def _months_later(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), 9999)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
