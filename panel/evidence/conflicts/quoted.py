"""Signs that a sentence quotes what the maker says and says that it is otherwise: ``well short of the 10 months on the box``."""

import re

from panel.evidence.conflicts.statements import Signs
from panel.evidence.lowered import word_set
from panel.evidence.words import words

_MAKER = (
    r"(?:promis\w+|claim\w*|advertis\w+|announc\w+|stat(?:es|ed)|report(?:s|ed)|giv(?:es|en)|quot(?:es|ed)|list(?:s|ed)|"
    r"says|specifi\w+|rated|on (?:the|its|their) (?:box|page|website|sheet|label|sticker|packaging|shop page|"
    r"product page|data ?sheet|spec sheet|leaflet|model card|card)|(?:the|its|their) (?:box|page|label|data ?sheet|"
    r"model card|maker|vendor|company|manufacturer|blog|announcement|leaflet) (?:says|gives|claims|promises|puts|has it|states))"
)
_DIFFERS = re.compile(
    rf"\b(?:than|short of|below|under|beyond|above|not|n['’]t|instead of|rather than|over|against|far from|nowhere near|as opposed to|fewer than|"
    rf"less than|more than)\b(?: the| a| an| its| their| what)?(?: \w+)? ?[^,;()]{{0,50}}?\b{_MAKER}",
    re.IGNORECASE,
)
_CUES = re.compile(_MAKER, re.IGNORECASE)
_DIFFERING = frozenset(words("than short below under beyond above not t instead over against far nowhere opposed"))
"""Words of which a sentence that says that something is otherwise has one."""


def _may_differ(text: str) -> bool:
    """Whether a sentence has words without which it says of nothing that it is otherwise than the maker says."""
    return not _DIFFERING.isdisjoint(word_set(text)) and _CUES.search(text) is not None


def quotes(text: str) -> list[tuple[int, int]]:
    """Return where a sentence quotes what it says isn't so."""
    return [found.span() for found in _DIFFERS.finditer(text)] if _may_differ(text) else []


def quoted(a: str, b: str) -> Signs:
    """Return whether just one of two sentences quotes what is said elsewhere, to say that it is otherwise."""
    ours, theirs = (_may_differ(each) and _DIFFERS.search(each) is not None for each in (a, b))
    return {"one quotes and differs": 1.0} if ours != theirs else {}
