"""What a sentence only compares with: an earlier version, a rival, what a figure was before."""

import re

_BASELINE = re.compile(
    r"\b(?:(?:up|down|grown|increased|raised|reduced|cut|lowered|risen|rose|fell|dropped|grew|shrunk) from|than|unlike|"
    r"versus|vs\.?|compared (?:to|with)|as opposed to|just as|"
    r"(?:double|twice|half|(?:\d[\d.]*|two|three|four|five|six|eight|ten|\w+ and a half) times|percent|%) (?:what|that of|the \w+ of|as \w+ as)) (?!(?:it|that|this|i|we|you) \w)"
    r"(?:[^,.;:()]|[,.](?=\d))*",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:up|down|grown|increased|raised|reduced|cut|lowered|risen|rose|fell|dropped|grew|shrunk) from |"
    r"\b(?:in place of|instead of|rather than) )(?:the |its |a |about |some |around |just |only )*$",
    re.IGNORECASE,
)


def without_baselines(text: str) -> str:
    """Return a sentence without what it compares with: ``up from 128,000 in Senna 1``, ``dearer than Corvid 2's``."""
    return _BASELINE.sub(" ", text)


def was_before(text: str, start: int) -> bool:
    """Whether the figure at a place is what something was before: the 128,000 of ``up from 128,000``."""
    return _BEFORE.search(text, max(0, start - 40), start) is not None
