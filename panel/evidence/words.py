"""Words and their stems, and expressions of many words."""

import re
from collections.abc import Iterable
from typing import TypeAlias

_Branches: TypeAlias = "dict[str, _Branches]"
_END = ""


def words(line: str) -> tuple[str, ...]:
    """Return the words of a list that is easier to read as one line of text."""
    return tuple(line.split())


def singular(word: str) -> str:
    """Return an English noun's singular in lower case, well enough to compare by: ``queries`` → ``query``."""
    word = word.lower()
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


def any_of(found: Iterable[str]) -> str:
    """Return an expression for any of some words, the longest first, in which no letter is asked for twice."""
    branches: _Branches = {}
    for word in found:
        at = branches
        for letter in word:
            at = at.setdefault(letter, {})
        at[_END] = {}
    return _spelt(branches)


def _spelt(branches: _Branches) -> str:
    """Return an expression for what begins with any of some letters and goes on as they say."""
    ways = [re.escape(letter) + _spelt(rest) for letter, rest in branches.items() if letter]
    if not ways:
        return ""
    ends = _END in branches
    return ways[0] if len(ways) == 1 and not ends else f"(?:{'|'.join(ways)}){'?' if ends else ''}"
