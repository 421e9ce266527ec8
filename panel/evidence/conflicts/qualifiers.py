"""What tells two things of one kind apart: input and output, the phone's app and the web's, announced and shipped."""

import re
from functools import cache, lru_cache

from panel.evidence.conflicts.kind_table import KINDS
from panel.evidence.lowered import lowered
from panel.evidence.openings import Openings, finds

_TRIAL, _RELEASE = 4, 8
"""Members of ``stage``: a beta, and a release."""
_DATES = frozenset({"stage"})
"""Kinds that tell only dates apart: who releases a version and who ships 240 rules may speak of one thing."""
_BUT_DATES = frozenset({"time", "licence of"})
"""Kinds that tell no dates apart: these are times themselves."""


def one_pattern(words: str) -> re.Pattern[str]:
    """Return an expression for whole words, whatever their case."""
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return one expression for each kind, a group for each of its members."""
    return {
        kind: re.compile(rf"(?<![\w-])(?:{'|'.join(f'({member})' for member in members)})(?![\w-])")
        for kind, members in KINDS.items()
    }


@cache
def _openings() -> Openings[str]:
    return Openings({kind: "|".join(members) for kind, members in KINDS.items()})


@lru_cache(maxsize=1_024)
def _named(text: str) -> dict[str, frozenset[int]]:
    """Return which members of each kind a sentence names."""
    told, patterns = lowered(text), _patterns()
    named = ((kind, finds(patterns[kind], told, places)) for kind, places in _openings().places(told))
    return {
        kind: found
        for kind, each in named
        if each and (found := _stage(kind, frozenset((member.lastindex or 0) - 1 for member in each)))
    }


def _stage(kind: str, found: frozenset[int]) -> frozenset[int]:
    """Return the members found; a beta that was released is a beta, and no release."""
    return found - {_RELEASE} if kind == "stage" and _TRIAL in found else found


def kinds_apart(a: str, b: str, *, dates: bool) -> list[str]:
    """Return the kinds of which two sentences name different members.

    Args:
        a: One sentence.
        b: The other.
        dates: Whether they clash in dates; some kinds tell dates apart and nothing else, or all but dates.
    """
    ours, theirs = _named(a), _named(b)
    mute = _BUT_DATES if dates else _DATES
    return [
        kind
        for kind, members in ours.items()
        if kind in theirs and kind not in mute and members.isdisjoint(theirs[kind])
    ]


def kinds_shared(a: str, b: str) -> list[str]:
    """Return the kinds of which two sentences name the same members."""
    ours, theirs = _named(a), _named(b)
    return [kind for kind, members in ours.items() if members == theirs.get(kind)]


def kinds_of_one(a: str, b: str) -> list[str]:
    """Return the kinds of which only one of two sentences names a member."""
    return sorted(_named(a).keys() ^ _named(b).keys())
