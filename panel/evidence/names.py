"""Proper names, what they are compared by, and when two of them mean the same thing."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from panel.evidence.peoples import PEOPLES


class Name(NamedTuple):
    """A proper name as a text has it."""

    text: str
    """The words."""
    span: tuple[int, int]
    """Where they stand."""
    key: frozenset[str]
    """Its words in lower case, without possessive endings: what names are compared by."""
    sure: bool = True
    """False for a single capitalised word that opens a sentence and may be any word."""


@lru_cache(maxsize=5_000)
def key_of(name: str) -> frozenset[str]:
    """Return the words that a name is compared by: ``Claude Opus 4.6’s`` → claude, opus, 4.6."""
    plain = name if name.isascii() else _unaccented(name)
    parts = (
        without_possessive(part).strip(".,'’\"").lower() for part in plain.replace("-", " ").replace("_", " ").split()
    )
    key = frozenset(_part(part) for part in parts if part and part not in ("of", "&"))
    if _ALIASED.isdisjoint(key):
        return key
    return next((key - long | short for long, short in _ALIASES if long <= key), key)


_POSSESSIVE = re.compile(r"['’]s?$")


def without_possessive(name: str) -> str:
    """Return a name without the ending of a possessive: ``Claude’s`` → Claude."""
    return _POSSESSIVE.sub("", name) if "'" in name or "’" in name else name


def _unaccented(text: str) -> str:
    """Return a text without accents: a name is often written without them."""
    return "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))


_ALIASES = (
    (frozenset({"europe", "union"}), frozenset({"eu"})),
    (frozenset({"united", "states"}), frozenset({"us"})),
    (frozenset({"united", "kingdom"}), frozenset({"uk"})),
    (frozenset({"usa"}), frozenset({"us"})),
    (frozenset({"u.s"}), frozenset({"us"})),
    (frozenset({"postgresql"}), frozenset({"postgres"})),
    (frozenset({"k8s"}), frozenset({"kubernetes"})),
    (frozenset({"js"}), frozenset({"javascript"})),
    (frozenset({"visual", "studio", "code"}), frozenset({"vs", "code"})),
    (frozenset({"golang"}), frozenset({"go"})),
)

_ALIASED = frozenset().union(*(long for long, _ in _ALIASES))


def _part(word: str) -> str:
    """Return a word of a name as it is compared: ``v4.0`` → 4.0, ``H100s`` → h100, ``Swedish`` → sweden."""
    if word in PEOPLES:
        return PEOPLES[word]
    if word[0] == "v" and word[1:2].isdigit():
        return word[1:]
    if word[0].isdigit() and "." in word:
        return re.sub(r"(?:\.0)+$", "", word)  # 2.0 and 2.0.0 are one version
    return word[:-1] if word[-1] == "s" and word[-2:-1].isdigit() else word


def same_name(a: Collection[str], b: Collection[str]) -> bool:
    """Whether two names can mean the same thing: one says no more than the other."""
    a, b = frozenset(a), frozenset(b)
    if not a or not b:
        return False
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return small <= large and (any(part[0].isalpha() for part in small) or small == large)
