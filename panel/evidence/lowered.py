"""A sentence in small letters and as a set of words, so that slow expressions run only where they can find something."""

import re
from functools import lru_cache

_ODD = frozenset("İıſ")
_ALIKE = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})
"""Letters that expressions which ignore case take for these, and ``str.lower`` doesn't; hardly any text has one."""

_WORD = re.compile(r"\w+")
_SMALL = bytes(ord(chr(n).lower()) if chr(n).isalnum() or chr(n) == "_" else ord(" ") for n in range(128)).ljust(256)
"""What every letter of ASCII is in a text that is to be split: itself in small, or a space; a table is quicker than
an expression."""


@lru_cache(maxsize=2_048)
def lowered(text: str) -> str:
    """Return a text in small letters, each in its place: what is found in it stands in the text at the same place."""
    if not text.isascii() and not _ODD.isdisjoint(text):
        text = text.translate(_ALIKE)
    return text.lower()


@lru_cache(maxsize=2_048)
def word_set(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, in no order."""
    if text.isascii():
        return frozenset(text.encode().translate(_SMALL).decode().split())
    return frozenset(_WORD.findall(lowered(text)))
