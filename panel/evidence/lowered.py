"""A sentence in small letters and as a set of words, so that slow expressions run only where they can find something."""

import re
from functools import lru_cache

_ALIKE = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})
"""Letters that expressions which ignore case take for these, and ``str.lower`` doesn't."""

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=2_048)
def lowered(text: str) -> str:
    """Return a text in small letters, each in its place: what is found in it stands in the text at the same place."""
    return text.lower() if text.isascii() else text.translate(_ALIKE).lower()


@lru_cache(maxsize=2_048)
def word_set(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, in no order."""
    return frozenset(_WORD.findall(lowered(text)))
