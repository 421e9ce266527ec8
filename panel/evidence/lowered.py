"""A sentence in small letters and as a set of words, so that slow expressions run only where they can find something."""

import re
from functools import lru_cache

_ODD = frozenset("İıſ")
_ALIKE = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})
"""Letters that expressions which ignore case take for these, and ``str.lower`` doesn't; hardly any text has one."""

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=2_048)
def lowered(text: str) -> str:
    """Return a text in small letters, each in its place: what is found in it stands in the text at the same place."""
    if not text.isascii() and not _ODD.isdisjoint(text):
        text = text.translate(_ALIKE)
    return text.lower()


@lru_cache(maxsize=2_048)
def word_set(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, in no order."""
    return frozenset(_WORD.findall(lowered(text)))
