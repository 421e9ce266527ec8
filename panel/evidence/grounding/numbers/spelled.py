"""Small numbers that are spelled out and that a source must have all the same: ``a five-year warranty``, ``one cent a page``."""

import re

from panel.evidence.grounding.numbers.comparable import is_margin
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.passages import Passage

_MEASURED = frozenset({"time", "months"})
"""Kinds of numbers that nobody gets at by counting what a source lists."""

_SPANS = frozenset({"day", "week", "month", "year"})
"""What an allowance is for: ``two scans a day``."""

_LIMITS = frozenset({"upto", "atleast"})
"""Hedges of a number that is a limit, and meant exactly."""

_RECKONED = re.compile(
    r"\b(?:after|before|than|later|earlier|ahead|behind|between|apart|since|until|every|each|first|(?<!can )(?<!may )(?<!will )(?<!to )(?<!must )last|next|past|previous|coming|within|under|"
    r"over|more|less|another|extra|further|additional|save[sd]?|saving|worth|equivalent|same|as|instead|total|together|altogether|twice|half|times|ago|"
    r"old|now|or)\b",
    re.IGNORECASE,
)
"""What says that a time is got by working out, or is one of several that follow each other."""

_GIVEN = re.compile(r"\b(?:the|those|these|its|their|all|both)\s(?:[a-z]+\s)?$", re.IGNORECASE)
"""What stands before a time of which is taken for granted how long it was: ``the twelve months to June``."""


SPELLED = 20
"""Numbers up to this are often spelled out, and often summed up from others."""


def is_small(quantity: Quantity) -> bool:
    """Whether a number is spelled out, and small as it is measured."""
    return quantity.value <= SPELLED and not any(c.isdigit() for c in quantity.text)


def must_stand(claim: Passage, quantity: Quantity) -> bool:
    """Whether a small number that is spelled out must stand in a source: a price, or a time that isn't worked out.

    Args:
        claim: The statement.
        quantity: Its number.
    """
    if claim.denials or is_margin(claim, quantity):
        return False
    if quantity.kind == "money":
        return True
    start, end = quantity.span
    if _RECKONED.search(claim.text[:start]) or _RECKONED.search(claim.text[end:]):
        return False
    if quantity.kind not in _MEASURED and not _is_allowance(quantity):
        return False
    if not quantity.exact and quantity.hedge not in _LIMITS:
        return False
    if quantity.text.lower().startswith(("a ", "an ")):
        return False
    return not _GIVEN.search(claim.text[: quantity.span[0]])


def _is_allowance(quantity: Quantity) -> bool:
    """Whether a number says how many of something there are in a time; how often something is done may be said otherwise."""
    return quantity.kind == "count" and quantity.unit != "time" and not _SPANS.isdisjoint(quantity.per)


def stands_spelled(quantity: Quantity, evidence: Evidence) -> bool:
    """Whether a number stands anywhere, in another unit or without one: ``a week`` as ``7 days`` or ``I got seven``.

    Args:
        quantity: The number.
        evidence: The dossier.
    """
    bare = re.compile(rf"\b{re.escape(re.split(r'[ -]', quantity.text)[0])}{_NO_UNIT}", re.IGNORECASE)
    return any(
        bare.search(passage.text)
        or any(same_measure(quantity, other) and close_enough(quantity, other) for other in passage.quantities)
        for passage in evidence.passages
    )


_NO_UNIT = r"(?=[,.;:)]|$|\s(?:with|without|on|off|in|at|when|where|for|if|and|or|but|to|instead|rather)\b)"
"""What follows a number whose unit was said before."""


def is_soft(quantity: Quantity) -> bool:
    """Whether a number is a small word that says little by itself: ``two walls``, ``a year``, ``a dozen``, ``a fifth``."""
    return quantity.kind != "money" and not any(c.isdigit() for c in quantity.text) and not _BIG.search(quantity.text)


_BIG = re.compile(r"teen|ty\b|hundred|thousand|million|billion|trillion", re.IGNORECASE)
