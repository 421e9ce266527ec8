"""What a sentence states, in a form that can be held against what another one states."""

from collections.abc import Callable
from typing import NamedTuple

from panel.evidence.conflicts.frames import Frame
from panel.evidence.conflicts.spoken import Spoken


class Statement(NamedTuple):
    """One thing that a sentence says."""

    kind: str
    """How it is compared: ``amount``, ``event``, ``feature`` …"""
    keys: frozenset[str]
    """What it is about; only statements that share a key are held against each other."""
    value: object
    """What it says, for the reader that made it."""
    frame: Frame
    """What limits it."""
    others: frozenset[str]
    """Words of the names of somebody else whom it is about; empty for the release."""
    spoken: Spoken
    """The sentence."""


class Clash(NamedTuple):
    """Why two statements can't both be true."""

    about: str
    """What they are about, in a few words."""
    reason: str
    """One sentence that puts both side by side."""


Compare = Callable[[Statement, Statement], Clash | None]


def same_subject(a: Statement, b: Statement) -> bool:
    """Whether two statements are about the same product, as far as their words tell."""
    if a.others and b.others:
        return a.others <= b.others or b.others <= a.others
    if not a.others and not b.others:
        return True
    return not (a.spoken.own or b.spoken.own)
