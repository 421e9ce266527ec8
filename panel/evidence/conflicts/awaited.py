"""Signs that one sentence says that a thing isn't there yet, and the other that it is to come: both can be true."""

import re

from panel.evidence.conflicts.denial_signs import denies
from panel.evidence.lowered import word_set
from panel.evidence.words import words

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_TO_COME = re.compile(
    r"\b(?:(?<!as )(?<!to )(?:planned|expected|scheduled|slated)(?: (?:for|in|to|by|this|next)\b|[.,;]|$)|plans? to|upcoming|on the roadmap|"
    r"due (?:in|next|this|later|out|for)|being (?:tested|built|written|developed)|in (?:development|testing|the works|preparation)|"
    r"coming (?:soon|this|next|in)|(?:will|should) (?:be (?:out|in|on|available|ready|there|added|released)|come|follow|arrive|land|ship|appear|launch)|"
    r"on (?:the|its) way|to follow|later this (?:year|month|spring|summer|autumn|winter))\b",
    re.IGNORECASE,
)
"""Words of what is to come."""
_CUES = frozenset(
    words(
        "planned expected scheduled slated plan plans upcoming roadmap due being development testing works preparation coming will should "
        "way follow later"
    )
)
_NOT_BEFORE = re.compile(
    r"\b(?:until|till|before|never|ever|any ?more|no longer|won['’]t|will not|no plans?)\b", re.IGNORECASE
)
"""Words of what isn't to come, or came to its end."""
_SO_FAR = re.compile(
    r"\b(?:yet|so far|currently|at the moment|at present|right now|now|today|still|for now|at launch|to date|"
    rf"(?:in|as of|by|on) (?:(?:early|late|mid)[- ])?(?:\d+ )?(?-i:{_MONTH})|this (?:month|week))\b",
    re.IGNORECASE,
)
"""Words that say of which day a sentence speaks."""


def still_awaited(a: str, b: str) -> bool:
    """Whether one of two sentences says that a thing is to come, and the other that it isn't there by now."""
    return _is_awaited(a, b) or _is_awaited(b, a)


def _is_awaited(promise: str, lack: str) -> bool:
    if _CUES.isdisjoint(word_set(promise)) or not denies(lack) or denies(promise):
        return False
    if _NOT_BEFORE.search(lack) or _TO_COME.search(lack):
        return False
    return _SO_FAR.search(lack) is not None and _TO_COME.search(promise) is not None
