"""What an editor made of a reviewer's words, word by word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from panel.domain.ballot import Ballot, Claim, Words
from panel.domain.noun import Noun

ALIKE = 0.35
"""Share of common words below which two texts are set one after the other: single words in common only confuse."""


SHORTEST = 3
"""Common words in a row that keep two changes apart; fewer are told as changed with them."""
Opcode = tuple[str, int, int, int, int]


class Piece(Noun):
    """Some words of a text, and whether they are the reviewer's, the editor's, or both's."""

    kind: Literal["same", "added", "removed"]
    """``removed`` words are the reviewer's, ``added`` ones the editor's."""
    text: str
    """The words, with the spaces around them."""


class Difference(Noun):
    """One part of a ballot that isn't as the reviewer left it."""

    part: str
    """Which part: ``vote``, ``quote``, ``flips_if``, ``claims``, or the name of a move."""
    pieces: tuple[Piece, ...]
    """The old and the new words."""


def differences(ballot: Ballot) -> tuple[Difference, ...]:
    """Return what of a ballot isn't as the reviewer left it, part by part."""
    return tuple(_parts(ballot.written, ballot.words))


def compared(old: str, new: str) -> tuple[Piece, ...]:
    """Return two texts as one, word by word."""
    before, after = re.findall(r"\S+\s*|\s+", old), re.findall(r"\S+\s*|\s+", new)
    matcher = SequenceMatcher(None, [word.strip() for word in before], [word.strip() for word in after], autojunk=False)
    if matcher.ratio() < ALIKE:
        whole = (Piece(kind="removed", text=old), Piece(kind="added", text=new))
        return tuple(piece for piece in whole if piece.text)
    return tuple(_pieces(_merged(matcher.get_opcodes(), len(before)), before, after))


def _merged(steps: Iterable[Opcode], length: int) -> Iterator[Opcode]:
    """Join changes that only a few common words keep apart."""
    open_change: Opcode | None = None
    for kind, a, b, c, d in steps:
        short = kind == "equal" and b - a < SHORTEST and a > 0 and b < length
        if kind != "equal" or (short and open_change is not None):
            start = open_change or ("replace", a, b, c, d)
            open_change = ("replace", start[1], b, start[3], d)
            continue
        if open_change is not None:
            yield open_change
            open_change = None
        yield kind, a, b, c, d
    if open_change is not None:
        yield open_change


def _pieces(steps: Iterable[Opcode], before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    for kind, a, b, c, d in steps:
        if kind == "equal":
            yield Piece(kind="same", text="".join(after[c:d]))
            continue
        if a < b:
            yield Piece(kind="removed", text="".join(before[a:b]))
        if c < d:
            yield Piece(kind="added", text="".join(after[c:d]))


def _parts(old: Words, new: Words) -> Iterator[Difference]:
    if old.vote != new.vote:
        yield Difference(part="vote", pieces=compared(old.vote, new.vote))
    if old.quote != new.quote:
        yield Difference(part="quote", pieces=compared(old.quote, new.quote))
    steps = {step.move: step.text for step in new.argument}
    for step in old.argument:
        if steps.get(step.move, "") != step.text:
            yield Difference(part=step.move, pieces=compared(step.text, steps.get(step.move, "")))
    if old.claims != new.claims:
        yield Difference(part="claims", pieces=compared(_told(old.claims), _told(new.claims)))
    if (old.flips_if or "") != (new.flips_if or ""):
        yield Difference(part="flips_if", pieces=compared(old.flips_if or "", new.flips_if or ""))


def _told(claims: tuple[Claim, ...]) -> str:
    return "\n".join(f"{claim.text} [{', '.join(claim.cites)}]" for claim in claims)
