"""How a number of a statement says that two others compare: by how much, how many times, which share, what is left."""

import re
from typing import Literal

from panel.evidence.grounding.numbers.amounts import COUNTS
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage

Cue = Literal["apart", "times", "share", "rest"]
"""How a number says that two others compare."""

_COMPARATIVES = (
    "more|less|fewer|higher|lower|cheaper|dearer|pricier|faster|slower|quicker|quieter|louder|longer|shorter|heavier|lighter|"
    "larger|smaller|bigger|thinner|thicker|taller|wider|narrower|brighter|dimmer|hotter|cooler|warmer|colder|older|younger|"
    "newer|earlier|later|sooner|better|worse|ahead|behind|above|below|short of|shy of|stronger|weaker|off"
)
"""Words behind a number that says how far two others are apart."""

_APART_BEHIND = re.compile(
    rf"\s?-?(?:percentage\s)?(?:points?|percent)?\s(?:a (?:month|year|seat)\s|per \w+\s)?(?:[\w-]+\s)?(?:{_COMPARATIVES})\b(?!\s(?:[$€£¥]?\d))",
    re.IGNORECASE,
)
_MOVED = (
    "rises?|rose|falls?|fell|grows?|grew|shrinks?|shrank|drops?|dropped|climbs?|climbed|improv\\w+|increas\\w+|decreas\\w+|reduc\\w+|cuts?|"
    "beats?|leads?|trails?|outscor\\w+|outdo\\w*|ahead|behind|exceed\\w*|went|goes|gone|moved|shorter|longer|up|down"
)
_APART_BEFORE = re.compile(
    rf"\b(?:(?:{_MOVED})\b[^,;]{{0,40}}\bby|(?:gap|lead|margin|difference|advantage|edge|saving|gain|drop|rise|increase|discount|premium) of|"
    r"sav(?:es?|ed|ing)(?: \w+)?|(?:goes|went|gone|moved) (?:up|down))\s(?:(?:by|about|around|some|roughly|only|just|over|nearly|almost|an?)\s)*$",
    re.IGNORECASE,
)
_APART_BEFORE_A_MEASURE = re.compile(
    r"\b(?:by|rose|fell|grew|shrank|dropped|climbed|improved|increased|decreased|gained|lost|extra|another|additional|adds?|added|"
    r"(?:is|was) (?:up|down))\s(?:(?:by|about|around|some|roughly|only|just|over|nearly|almost|an?)\s)*$",
    re.IGNORECASE,
)
"""What stands before a distance in money, time or percent; before a count it may be the count itself: ``used by 400 teams``."""

_UNMOVED = re.compile(r"\b(?:no|not|at)$", re.IGNORECASE)
"""What stands before a number behind which ``more`` makes it a limit: ``no more than``."""

_SHARE_BEHIND = re.compile(
    r"\s?of\s(?!a\b|an\b)(?:(?:the|its|their|all|those|these|our|his|her|every|them|whom|which)\b|[A-Z]\w+['’]s?\b|\d|[a-z]+s\b)|"
    r"\s?(?:[\w-]+\s){0,2}(?:passed|solved|answered|right|correct\w*|success\w*|succeeded|completed|failed|missed)\b",
    re.IGNORECASE,
)
REST = re.compile(
    r"\b(?:outside|(?:the )?others|rest|remaining|failed|fails?|missed|elsewhere|wrong|unanswered|unsolved|declined|refused)\b",
    re.IGNORECASE,
)
_TIMES_BEHIND = re.compile(
    rf"\s(?:as\s\w+\s(?:as|again)|the\s\w+|that|what|its|(?:[\w-]+\s)?(?:{_COMPARATIVES}))\b|\s?[.,;]?$", re.IGNORECASE
)


def cue_of(claim: Passage, quantity: Quantity) -> Cue | None:
    """Return how a number of a statement says that two others compare; None if it doesn't."""
    start, end = quantity.span
    before, behind = claim.text[:start], claim.text[end:]
    if quantity.kind == "multiple":
        return "times" if _TIMES_BEHIND.match(behind) else None
    if quantity.hedge not in _LIMITS or quantity.kind == "percent":
        ended = claim.text[end - 1] in ",;:"
        if _is_distance(quantity, before) or (
            not ended and _APART_BEHIND.match(behind) and not _UNMOVED.search(before.rstrip())
        ):
            return "apart"
    if quantity.kind == "percent":
        return "share" if _SHARE_BEHIND.match(behind) or not has_digit(quantity) else None
    counts = quantity.kind in COUNTS and not quantity.hedge
    return "rest" if counts and _is_rest(before, behind) else None


_LIMITS = frozenset({"upto", "atleast", "under", "over"})
"""Hedges that make a number a limit, not a distance."""


def _is_distance(quantity: Quantity, before: str) -> bool:
    """Whether what stands before a number says that it is a distance."""
    measured = quantity.kind not in COUNTS and _APART_BEFORE_A_MEASURE.search(before)
    return bool(_APART_BEFORE.search(before) or measured)


def _is_rest(before: str, behind: str) -> bool:
    """Whether what stands beside a count, in its clause, says that it is what is left of a whole: ``failed six of the 40``."""
    near = re.split(r"[,;]", behind[:BESIDE])[0]
    return bool(REST.search(before[-BESIDE // 2 :]) or REST.search(near))


BESIDE = 45
"""Characters behind a count in which the word stands that says what it is left of, half of them before it."""


def has_digit(quantity: Quantity) -> bool:
    """Whether a number is written in digits, and so meant to the digit."""
    return any(char.isdigit() for char in quantity.text)
