"""How long after one day that is known another one lies: ``52 days later``."""

import re
from datetime import date

from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage

_LATER_BY = re.compile(r"\s(?:later|earlier|after|before|ahead|behind|late|early)\b", re.IGNORECASE)
DAY = 86_400
"""Seconds of a day."""

MONTH = 30.44
"""Days of a month."""


def lies_between(claim: Passage, quantity: Quantity, evidence: Evidence) -> bool:
    """Whether two days that are known lie as far apart as a statement says: ``seventeen days later``.

    Args:
        claim: The statement.
        quantity: Its number.
        evidence: The dossier.
    """
    if not _LATER_BY.match(claim.text[quantity.span[1] :]):
        return False
    known = {each.start for passage in (claim, *evidence.passages) for each in passage.dates if each.precision == "day"}
    days = sorted({day for day in (*known, *evidence.days_written) if day})
    return any(_is_apart(one, two, quantity) for at, one in enumerate(days) for two in days[at:])


_FROM_LAUNCH = re.compile(
    r"\s(?:from|after|of|following)\s(?:the\s|its\s)?(?:launch|release|sale|start|introduction|debut)\b", re.I
)
_UNTIL = re.compile(r"\b(?:until|till|through|to|up to)\s(?:at least\s|the end of\s)?$", re.IGNORECASE)


def _until_at(claim: Passage, quantity: Quantity, evidence: Evidence) -> int | None:
    """Return the place of a sentence with a last day that lies as long after another day as a statement says."""
    if not _FROM_LAUNCH.match(claim.text[quantity.span[1] :]):
        return None
    days = {each.start for passage in evidence.passages for each in passage.dates if each.precision == "day"}
    days |= set(evidence.days_written)
    long = quantity.value if quantity.kind == "time" else quantity.value * MONTH * DAY
    slack = max(0.02 * long, 31 * DAY)
    return next(
        (
            place
            for place, passage in enumerate(evidence.passages)
            for last in passage.dates
            if last.start and _UNTIL.search(passage.text[: last.span[0]]) and has_part(claim, passage)
            if any(day and abs((last.start - day).days * DAY - long) <= slack for day in days)
        ),
        None,
    )


def has_part(claim: Passage, passage: Passage) -> bool:
    """Whether two sentences share a telling word."""
    return any(item.weight >= 1 and item.concept in passage.concepts for item in claim.items)


def lapse_at(claim: Passage, quantity: Quantity, evidence: Evidence) -> int | None:
    """Return the place of a day that lies as far from another one as a statement says; None if none does."""
    if quantity.kind not in ("time", "months"):
        return None
    if (place := _until_at(claim, quantity, evidence)) is not None:
        return place
    if (place := _from_hour_to_hour(quantity, evidence)) is not None:
        return place
    if not _LATER_BY.match(claim.text[quantity.span[1] :]):
        return None
    days = [
        (each.start, place)
        for place, passage in enumerate(evidence.passages)
        for each in passage.dates
        if each.precision == "day" and each.start
    ]
    return next((place for day, place in days for other, _ in days if _is_apart(other, day, quantity)), None)


_HOURS = re.compile(
    r"\b(?P<h1>\d{1,2})(?:[:.](?P<m1>[0-5]\d))?(?:\s?(?P<p1>[ap])\.?m\b\.?)?\s?(?:-|–|to|and|until|till)\s?"
    r"(?P<h2>\d{1,2})(?:[:.](?P<m2>[0-5]\d))?(?:\s?(?P<p2>[ap])\.?m\b)?",
    re.IGNORECASE,
)
"""Two times of a day: ``between 18:00 and 08:00``, ``9 am to 5.30 pm``."""


def _from_hour_to_hour(quantity: Quantity, evidence: Evidence) -> int | None:
    """Return the place of a sentence with two times of a day that lie as far apart as a statement says."""
    if quantity.kind != "time" or not HOUR <= quantity.value < DAY:
        return None
    for place, passage in enumerate(evidence.passages):
        for match in _HOURS.finditer(passage.text) if any(map(str.isdigit, passage.text)) else ():
            clock = (match["m1"] and match["m2"]) or match["p2"]
            one, two = (_seconds(match, at) for at in "12")
            if clock and one is not None and two is not None and abs((two - one) % DAY - quantity.value) < HOUR / 60:
                return place
    return None


HOUR = 3_600
"""Seconds of an hour."""


def _seconds(match: re.Match[str], at: str) -> int | None:
    """Return how long after midnight one of two times is; None if no clock shows it."""
    hour, half = int(match[f"h{at}"]), (match[f"p{at}"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * HOUR + int(match[f"m{at}"] or 0) * 60 if hour <= 24 else None


def _is_apart(one: date, two: date, quantity: Quantity) -> bool:
    """Whether a second day is a stated time after a first."""
    long = quantity.value if quantity.kind == "time" else quantity.value * MONTH * DAY
    return abs((two - one).days * DAY - long) <= max(0.02 * long, DAY / 2)
