"""What a denial leaves untouched: the state in which something is measured (``without the pen it weighs 228 grams``), an exception."""

import re

from panel.evidence.lowered import word_set
from panel.evidence.names import same_name
from panel.evidence.passages import Passage

_WITHOUT = re.compile(r"without\b", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[.;:]\s)(?:\w+,\s)?$|^(?:Even|But|And|Only)\s$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"without\s(?:[\w'’-]+\s){0,4}[\w'’-]+(?:,\s|\s(?:it|they|you|he|she|we|this|that|the|its)\s)", re.IGNORECASE
)
"""A sentence that begins with what is left off, and goes on to tell what is so then."""

_COUNTED = frozenset({"count", "number"})
"""Kinds of figures beside which ``without`` denies all the same: ``two rooms without a window``."""


def is_circumstance(passage: Passage, at: int) -> bool:
    """Whether a denial tells in which state something is measured or holds, not that a thing isn't there.

    Args:
        passage: The sentence.
        at: Where its denial stands.
    """
    text = passage.text
    if not _WITHOUT.match(text, at):
        return False
    if _OPENS.search(text[:at]) and _GOES_ON.match(text, at):
        return True
    return any(
        each.kind not in _COUNTED and 0 <= at - each.span[1] <= NEAR and not _PARTED.search(text[each.span[1] : at])
        for each in passage.quantities
    )


def exceptions(passage: Passage) -> list[range]:
    """Return where a sentence names what its denial doesn't hold of: ``nor are network drives, except on Pro``, not ``everywhere except on Pro``.

    Args:
        passage: The sentence.
    """
    if word_set(passage.text).isdisjoint(_EXCEPTING):
        return []
    found = list(_EXCEPT.finditer(passage.text))
    if not found:
        return []
    denials = [at for at in passage.denials if not any(match.start() <= at < match.end() for match in found)]
    return [range(*match.span("what")) for match in found if denials and denials[0] < match.start()]


def is_excepted(claim: Passage, passage: Passage) -> bool:
    """Whether a statement affirms something by a name that a sentence excepts from what it denies.

    Args:
        claim: The statement.
        passage: The sentence.
    """
    if not (excepted := exceptions(passage)):
        return False
    named = [name for name in passage.names if any(name.span[0] in each for each in excepted)]
    return any(
        same_name(name.key, other.key) for name in named for other in claim.names if claim.sign_at(other.span) > 0
    )


_EXCEPTING = frozenset({"except", "excepting", "apart", "other", "save", "exception"})
"""One of these words names what a denial doesn't hold of."""

_EXCEPT = re.compile(
    r"\b(?:except|excepting|apart from|other than|save for|with the exception of)\b(?P<what>[^,;.]*)", re.IGNORECASE
)
_PARTED = re.compile(r"[,;:.]|\b(?:and|but|which|that|comes?|ships?|sold)\b", re.IGNORECASE)
"""What stands between a figure and a denial that has nothing to do with it."""

NEAR = 12
"""Characters between a figure and what it is without."""
