"""The parts of a sentence that a semicolon or a conjunction keeps apart, to be judged one by one."""

import re


def halves(text: str) -> list[str]:
    """Return the two parts of a sentence that a semicolon keeps apart, if one of them denies something and one doesn't."""
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    apart = len(parts) == 2 and not QUOTES.search(text) and len({bool(_DENIES.search(part)) for part in parts}) == 2
    apart = apart and all(not _ELLIPTIC.search(part) for part in parts)
    if apart:
        return parts
    first = _SET_APART.split(text, maxsplit=1)[0]
    return [text, first] if len(first) < len(text) and len(first.split()) >= FEW else [text]


FEW = 4
"""Words from which the first part of a sentence is read by itself too."""


_SET_APART = re.compile(
    r",? whereas | while (?=[^,;]*\b(?:no|not|isn|aren|doesn|don|can))|"
    r"(?:,|;|,? but| and) (?=(?:those|the ones|that|the one) (?:for|on|in|of|with|from) [^,;]*\b(?:is|are|does|do|was|were|has|have)\b)"
)
"""What keeps two things apart of which a sentence says opposite things: ``those for Linux are, those for macOS aren't``."""


_ELLIPTIC = re.compile(
    r"\b(?:is|are|was|were|does|do|did|has|have|can|could|will)(?:n['’]t|\snot)?[.!]?$", re.IGNORECASE
)
"""What ends a part that says nothing without the other: ``the server's isn't``."""


_PARTS = re.compile(r"; (?!one\b)|, and (?=(?:no|none|nothing|nobody)\b)")


QUOTES = re.compile('[“”"«»„]')


_DENIES = re.compile(r"\b(?:no|not|never|none|without|cannot|closed|proprietary)\b|n['’]t\b", re.IGNORECASE)
