"""Times of day: ``16:00``, ``4 p.m.``, ``four o'clock``, ``noon``."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from panel.evidence.calendar_words import SMALL
from panel.evidence.lowered import lowered

_HOUR = "|".join(word for word in SMALL if word not in ("a", "an"))
_CLOCK = re.compile(
    rf"\b(?P<lead>before|by|until|till|to|after|from|since|at|between|and)\s(?:about\s)?(?P<time>"
    rf"(?:(?P<hour>[01]?\d|2[0-4])(?::(?P<minute>[0-5]\d))?(?:\s?(?P<half>[ap])\.?m\b|(?<=:\d\d)|\so['’]clock\b))"
    rf"|(?P<word>{_HOUR})(?:\s(?:in the (?P<part>morning|afternoon|evening))|\so['’]clock)\b|(?P<noon>noon|midday|midnight)\b)",
    re.IGNORECASE,
)
"""A time of day, and the word that leads to it."""

_SIDES = {"before": "end", "by": "end", "until": "end", "till": "end", "to": "end", "and": "end"}
_SIDES |= {"after": "start", "from": "start", "since": "start", "between": "start"}
"""Whether a word leads to where a stretch of time ends or begins."""

_HINT = re.compile(r"\d:\d\d|\d\s?[ap]\.?m\b|noon|midday|midnight|o['’]clock|in the (?:morning|afternoon|evening)")


class Clock(NamedTuple):
    """A time of day in a text."""

    side: str
    """Whether something ends or begins at it; empty if it happens then."""
    minutes: int
    """Minutes since midnight."""
    whole: bool
    """Whether it is told which half of the day is meant."""
    span: tuple[int, int]
    text: str


def clock_times(text: str) -> Iterator[Clock]:
    """Yield the times of day of a text."""
    if not _HINT.search(lowered(text)):
        return
    for match in _CLOCK.finditer(text):
        hour, whole = _hour(match)
        minutes = 60 * hour + int(match["minute"] or 0)
        yield Clock(_SIDES.get(match["lead"].lower(), ""), minutes, whole, match.span("time"), match["time"])


def _hour(match: re.Match[str]) -> tuple[int, bool]:
    """Return the hour of the day, and whether it is told in which half of it that is."""
    if noon := match["noon"]:
        return (0 if noon.lower() == "midnight" else 12), True
    hour = int(match["hour"] or 0) or SMALL.get(lowered(match["word"] or ""), 0)
    half = {"morning": "a", "afternoon": "p", "evening": "p"}.get(lowered(match["part"] or "")) or match["half"]
    if half:
        return hour % 12 + (12 if half.lower() == "p" else 0), True
    return hour % 24, bool(match["minute"])


def same_clock(one: Clock, two: Clock) -> bool:
    """Whether two times of day may be the same; who says four o'clock may mean the morning's or the afternoon's."""
    apart = abs(one.minutes - two.minutes)
    return apart == 0 or (not (one.whole and two.whole) and apart == 12 * 60)
