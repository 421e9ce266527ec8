"""What a sentence only compares with: an earlier version, a rival, what a figure was before."""

import re

from panel.evidence.lowered import lowered, word_set
from panel.evidence.words import words

_BASELINE = re.compile(
    r"\b(?:(?:up|down|grown|increased|raised|reduced|cut|lowered|risen|rose|fell|dropped|grew|shrunk) from|than|unlike|"
    r"versus|vs\.?|compared (?:to|with)|as opposed to|just as|"
    r"(?:double|twice|half|(?:\d[\d.]*|two|three|four|five|six|eight|ten|\w+ and a half) times|percent|%) (?:what|that of|the \w+ of|as \w+ as)) (?!(?:it|that|this|i|we|you) \w)"
    r"(?:[^,.;:()]|[,.](?=\d))*",
    re.IGNORECASE,
)
_COMPARES = frozenset(words("than unlike versus vs compared opposed double twice half times percent"))
_CHANGED = frozenset(words("up down grown increased raised reduced cut lowered risen rose fell dropped grew shrunk"))
"""Words of which a sentence that compares has one; the latter only beside ``from``."""
_BEFORE = re.compile(
    r"(?:\b(?:up|down|grown|increased|raised|reduced|cut|lowered|risen|rose|fell|dropped|grew|shrunk) from |"
    r"\b(?:in place of|instead of|rather than) )(?:the |its |a |about |some |around |just |only )*$",
    re.IGNORECASE,
)


def without_baselines(text: str) -> str:
    """Return a sentence without what it compares with: ``up from 128,000 in Senna 1``, ``dearer than Corvid 2's``."""
    return _BASELINE.sub(" ", text) if _may_compare(text) else text


def _may_compare(text: str) -> bool:
    """Whether a sentence has a word without which it compares with nothing."""
    spelt = word_set(text)
    if not _COMPARES.isdisjoint(spelt) or "%" in text or ("just" in spelt and "as" in spelt):
        return True
    return "from" in spelt and not _CHANGED.isdisjoint(spelt)


def was_before(text: str, start: int) -> bool:
    """Whether the figure at a place is what something was before: the 128,000 of ``up from 128,000``."""
    if not any(word in lowered(text)[max(0, start - 40) : start] for word in _LEADING):
        return False
    return _BEFORE.search(text, max(0, start - 40), start) is not None


_LEADING = ("from ", "place of ", "instead of ", "rather than ")
"""What stands before the figure that something was before."""
