"""Whose number it is, and which test it was scored on."""

import re

from panel.evidence.conflicts.names import Name, is_own
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.measures import Quantity

_BENCH = re.compile(
    r"bench|index|\beval|\bhard\b|verified|arena|mmlu|gpqa|aime|humaneval|math|swe\b|\barc|glue|\bexam|suite|\btest"
    r"|docvqa|refcoco|leaderboard|livecode",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\s*(?:,? (?:which|who) (?:has|have|had)|with|at|\(|:|=|scor\w+|reach\w+|has|gets|got|on|is at)\s*(?:a\s"
    r"|about\s)?",
    re.IGNORECASE,
)
_OPENER = re.compile(r"(?:[^,]{0,40}: )?(?:on|in|at)\s(?:the\s)?", re.IGNORECASE)
_ON = re.compile(r"\bon\s(?:the\s)?$", re.IGNORECASE)
_OF = re.compile(r"\b(?:for|by|of)\s(?:the\s)?$")
_VERSION = re.compile(r"v?\d+(\.\d+)*")


def tests_named(spoken: Spoken, span: tuple[int, int]) -> frozenset[str]:
    """Return the words of the names of tests that stand with a number."""
    if not spoken.names:
        return frozenset()
    opener = _OPENER.match(spoken.text)
    names = [
        name for name in spoken.names if span[0] <= name.start < span[1] or (opener and opener.end() == name.start)
    ]
    return frozenset(
        word
        for name in names
        if not is_own(name, spoken.own) and (_BENCH.search(name.text) or _placed_on(spoken.text, name))
        for word in name.words
        if not _VERSION.fullmatch(word)
    )


def _placed_on(text: str, name: Name) -> bool:
    return bool(_ON.search(text[max(0, name.start - 8) : name.start]))


def owner_of(spoken: Spoken, quantity: Quantity, span: tuple[int, int]) -> frozenset[str]:
    """Return whose number it is: the name behind ``for``, the one right before it, or the subject."""
    start, end = quantity.span
    for name in spoken.names:
        if end <= name.start <= end + 12 and _OF.search(spoken.text[end : name.start]) and not _BENCH.search(name.text):
            return frozenset() if is_own(name, spoken.own) else name.words
    near = [
        name
        for name in spoken.names
        if span[0] - 40 <= name.end <= start and _WITH.fullmatch(spoken.text, name.end, start)
    ]
    if near and not _BENCH.search(near[-1].text):
        return frozenset() if is_own(near[-1], spoken.own) else near[-1].words
    tests = frozenset(word for name in spoken.names if _BENCH.search(name.text) for word in name.words)
    return spoken.whose(start) - tests
