"""What a sentence states, in a form that can be held against what another one states."""

from collections.abc import Callable
from typing import NamedTuple

from panel.evidence.conflicts.frames import Frame
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.lazily import lazily


class Statement:
    """One thing that a sentence says.

    What limits it, and whom it is about, is read only when another statement shares a key with it: most never meet one.

    Args:
        kind: How it is compared: ``amount``, ``event``, ``feature`` …
        keys: What it is about; only statements that share a key are held against each other.
        value: What it says, for the module that read it.
        spoken: The sentence.
        frame: Reads what limits it.
        others: Reads the words of the names of somebody else whom it is about; empty for the release.
        place: Where in the sentence it stands.
    """

    def __init__(
        self,
        kind: str,
        keys: frozenset[str],
        value: object,
        spoken: Spoken,
        frame: Callable[[], Frame],
        others: Callable[[], frozenset[str]],
        place: int = 0,
    ) -> None:
        self.kind = kind
        self.keys = keys
        self.value = value
        self.spoken = spoken
        self.place = place
        self._frame = frame
        self._others = others

    @lazily
    def frame(self) -> Frame:
        """What limits it."""
        return self._frame()

    @lazily
    def others(self) -> frozenset[str]:
        """Words of the names of somebody else whom it is about; empty for the release."""
        return self._others()

    @lazily
    def thing(self) -> frozenset[str]:
        """What part of the release its clause is about."""
        return self.spoken.thing(self.place)


class Clash(NamedTuple):
    """Why two statements can't both be true."""

    about: str
    """What they are about, in a few words."""
    reason: str
    """One sentence that puts both side by side."""


Signs = dict[str, float]
"""What tells for a contradiction or against one: the name of each sign and how strong it is, from 0 to 3."""

Compare = Callable[[Statement, Statement], Clash | None]


def same_subject(a: Statement, b: Statement) -> bool:
    """Whether two statements are about the same product, as far as their words tell."""
    if a.others and b.others:
        return a.others <= b.others or b.others <= a.others
    if a.others or b.others:
        return not (a.spoken.own or b.spoken.own)
    one, other = a.thing, b.thing
    if not one or not other or one & other:
        return True
    return bool(one & b.spoken.all_concepts or other & a.spoken.all_concepts)
