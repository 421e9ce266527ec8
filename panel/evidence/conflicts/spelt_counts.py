"""Counts that only pairs are read for: ``a team of three``, ``a single maintainer``, ``a full hour``, ``once a week``."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from panel.evidence.lowered import lowered, word_set
from panel.evidence.measures import Quantity
from panel.evidence.words import singular, words

SECONDS = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0}

_TEAM = re.compile(
    r"\b(?:team|group|staff|payroll|headcount|workforce|crew|collective|company|co-?op(?:erative)?|band) of (?:just |only |about |some )?"
    r"(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\b(?! [a-z]+s\b)",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    r"\b(?:has|have|had|is|with|by|carr(?:y|ies)|offers?|at|uses?) (?:only |just )?(a single|just one|only one) "
    r"(?:[\d.]+-\w+ )?([a-z]+)\b",
    re.IGNORECASE,
)
_ONE_ALLOWED = re.compile(
    r"\b(?:covers?|includes?|allows?|allowed|gives? you|lets you \w+|limited to|up to|at most|allowance of) (one) (?:(?!of\b)[a-z]+(?:ed|al) )?([a-z]+)\b(?! of\b)|"
    r"\b([Oo]ne) ([a-z]+) (?:at (?:a|any one) time|at once)\b",
)
"""What somebody is allowed one of: ``covers one saved place``, ``one tunnel at a time``."""
_SOME_SIZED = re.compile(r"\b(two|three|four|five|six|eight) (?:[\d.]+-\w+ )(?:[A-Z][\w-]+ )?([a-z]{3,}s)\b")
"""How many there are, before a number that says how large each is: ``two 2.5-gigabit ports``."""
_YEARS_AFTER = re.compile(
    r"\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (year|month)s? after (?:its|their|the|each|that|every|being|publication|release)\b",
    re.IGNORECASE,
)
_SMALL = {
    word: float(number)
    for number, word in enumerate(words("zero one two three four five six seven eight nine ten eleven twelve"))
} | {"fifteen": 15.0, "twenty": 20.0}


_WHOLE = re.compile(
    r"\b(?:an?|one) (?:full|whole|entire|single|solid|good) (second|minute|hour|day|week)\b", re.IGNORECASE
)
_A_TIME = re.compile(
    r"\b(?:for|within|after|in|under|lasts?|lasted|takes?|took|keeps? (?:\w+ )?for|only|just|about|nearly|almost) "
    r"an? (second|minute|hour|day|week)\b(?! (?:of|later|ago|earlier|before|after)\b)",
    re.IGNORECASE,
)
_A_COIN = re.compile(r"\b(?:costs?|for|pays?|paid|charges?|is|only|just|about|another) an? (dollar|euro|pound)\b", re.I)
_COINS = {"dollar": "USD", "euro": "EUR", "pound": "GBP"}
_ALL_OF = re.compile(
    r"\b(?:wholly|entirely|completely|exclusively|fully) (?=(?:made|built|recycled|renewable|biodegradable|recyclable|open|organic|powered)\b)",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    r"\b(?:once (?:an?|every|per|each) (second|minute|hour|day|week)|every (second|minute|hour|day|week)|(hourly|daily|weekly))\b",
    re.IGNORECASE,
)
_DAYS = {"hourly": "hour", "daily": "day", "weekly": "week"}


_SPANS = re.compile(
    r"\b(?:in|within|takes?|took|only|just|about|over|needs?|needed|for|lasted|lasts?) an? (?:single |whole |good |long )?"
    r"(morning|afternoon|evening|night|weekend|working day)\b|\b(overnight)\b",
    re.IGNORECASE,
)
_HOURS = {
    "morning": (1.5, 6.0),
    "afternoon": (1.5, 6.0),
    "evening": (1.5, 6.0),
    "night": (5.0, 14.0),
    "overnight": (5.0, 14.0),
    "weekend": (8.0, 60.0),
    "working day": (6.0, 24.0),
}
"""How many hours such a stretch of a day has, at least and at most."""


def _stretch(match: re.Match[str]) -> Quantity:
    """Return what somebody took for something as a time that isn't told by the clock."""
    least, most = (hours * SECONDS["hour"] for hours in _HOURS[lowered(match[1] or match[2])])
    middle = (least * most) ** 0.5
    return Quantity(match.group(), match.span(), middle, least, most, "time", "second", hedge="about", exact=False)


def _time(match: re.Match[str], seconds: float) -> Quantity:
    return Quantity(match.group(), match.span(), seconds, seconds, seconds, "time", "second")


@lru_cache(maxsize=1_024)
def spelt_counts(text: str) -> tuple[Quantity, ...]:
    """Return the counts of ``a team of three`` and ``a single maintainer``."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[Quantity]:
    spelt = word_set(text)
    if _ALL_CUES.isdisjoint(spelt):
        return
    for cues, pattern, reader in _READERS:
        if not cues.isdisjoint(spelt):
            yield from map(reader, pattern.finditer(text))


def _team(match: re.Match[str]) -> Quantity:
    value = _SMALL.get(lowered(match[1])) or float(match[1])
    return Quantity(match.group(), match.span(), value, value, value, "count", "people")


def _told_time(match: re.Match[str]) -> Quantity:
    return _time(match, SECONDS[lowered(match[1])])


def _coin(match: re.Match[str]) -> Quantity:
    return Quantity(match.group(), match.span(), 1.0, 1.0, 1.0, "money", _COINS[lowered(match[1])])


def _some_sized(match: re.Match[str]) -> Quantity:
    value, noun = _SMALL[lowered(match[1])], singular(match[2])
    return Quantity(match.group(), match.span(1), value, value, value, "count", noun, (noun,))


def _years_after(match: re.Match[str]) -> Quantity:
    value = (_SMALL.get(lowered(match[1])) or float(match[1])) * (12 if lowered(match[2]) == "year" else 1)
    return Quantity(match.group(), match.span(), value, value, value, "months", "month")


def _all_of(match: re.Match[str]) -> Quantity:
    return Quantity(match.group(), match.span(), 100.0, 100.0, 100.0, "percent", "%")


def _often(match: re.Match[str]) -> Quantity:
    return _time(match, SECONDS[lowered(match[1] or match[2] or _DAYS[lowered(match[3])])])


def _one_allowed(match: re.Match[str]) -> Quantity:
    place = 1 if match[1] else 3
    noun = singular(match[place + 1])
    told = f"just {match[place].lower()} {noun}"
    return Quantity(told, match.span(place), 1.0, 1.0, 1.0, "count", noun, (noun,))


def _single(match: re.Match[str]) -> Quantity:
    noun = singular(match[2].lower())
    return Quantity(match.group(), match.span(1), 1.0, 1.0, 1.0, "count", noun, (noun,))


_READERS: tuple[tuple[frozenset[str], re.Pattern[str], Callable[[re.Match[str]], Quantity]], ...] = tuple(
    (frozenset(words(cues)), pattern, reader)
    for cues, pattern, reader in (
        ("team group staff payroll headcount workforce crew collective company co coop cooperative band", _TEAM, _team),
        ("full whole entire single solid good", _WHOLE, _told_time),
        ("second minute hour day week", _A_TIME, _told_time),
        ("morning afternoon evening night weekend working overnight", _SPANS, _stretch),
        ("dollar euro pound", _A_COIN, _coin),
        ("two three four five six eight", _SOME_SIZED, _some_sized),
        ("after", _YEARS_AFTER, _years_after),
        ("wholly entirely completely exclusively fully", _ALL_OF, _all_of),
        ("once every hourly daily weekly", _OFTEN, _often),
        ("one", _ONE_ALLOWED, _one_allowed),
        ("single one", _SINGLE, _single),
    )
)
"""Words of which a sentence with such a count has one, how it is put, and what it comes to."""
_ALL_CUES = frozenset().union(*(cues for cues, _, _ in _READERS))
