"""From a balance to a ballot in the persona's voice, made of quoted sentences."""

import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from panel.domain.persona import Move, Persona, Signal
from panel.domain.wording import listed
from panel.evidence.mentions import Mention
from panel.llm.builtin import phrasing
from panel.llm.builtin.excerpts import excerpt, quality
from panel.llm.builtin.weighing import Balance, Weighed

TOLD = 3
"""Points for the vote that the paragraph tells, besides one of the other side."""

TOLD_IN_MOVE = 2
"""Points that a move's text tells."""

PLAIN_ENOUGH = 0.55
"""Strength from which a sentence may be quoted for what it says."""

WORTH_TELLING = -0.9
"""Weight of an absence from which the paragraph tells it."""

WORTH_GRANTING = 0.35
"""Weight from which a point of the other side is granted."""


class Point(NamedTuple):
    """What one signal came to, with the sentence that shows it."""

    weighed: Weighed
    """The signal, and what was read."""
    mention: Mention
    """The sentence quoted."""
    said: str
    """The words quoted."""

    @property
    def ships(self) -> bool:
        """Whether it speaks for a ship."""
        return self.weighed.points > 0

    @property
    def says(self) -> str:
        """What it came to, as a clause."""
        return phrasing.says(self.weighed.signal, holds=self.mention.holds)


class Teller:
    """Writes one ballot.

    Args:
        persona: Who speaks.
        balance: What was read.
        slug: The release's; it decides between several ways to say the same.
    """

    def __init__(self, persona: Persona, balance: Balance, slug: str) -> None:
        self._persona, self._balance, self._slug = persona, balance, slug
        self._points = list(self._choose_points())

    def ballot(self) -> dict[str, object]:
        """Return the ballot in the form in which models write it."""
        if self._balance.blank:
            return self._blank()
        told, granted = self._told(), self._granted()
        claimed = [*told, *granted] or self._points[:TOLD_IN_MOVE]
        return {
            "argument": [{"move": move.name, "text": self._argue(move)} for move in self._persona.moves],
            "claims": [{"text": _claim(point), "cites": [point.mention.cite]} for point in claimed],
            "vote": self._vote,
            "confidence": self._balance.confidence,
            "quote": " ".join(self._paragraph(told, granted)),
            "flips_if": self._flips(),
        }

    @property
    def _vote(self) -> str:
        return "ship" if self._balance.ship else "skip"

    def _choose_points(self) -> Iterator[Point]:
        """Yield a point for every signal that can be quoted, heaviest first, each with a sentence of its own."""
        taken: set[str] = set()
        for weighed in sorted(self._balance.weighed, key=lambda each: -abs(each.points)):
            affirmed = (weighed.signal.affirmed > 0) == (weighed.points > 0)
            mentions = [each for each in (weighed.affirmed if affirmed else weighed.denied) if each.cite not in taken]
            for mention in sorted(mentions, key=quality, reverse=True):
                said = excerpt(mention, self._persona.never_says)
                if said and mention.strength >= PLAIN_ENOUGH:
                    taken.add(mention.cite)
                    yield Point(weighed, mention, said)
                    break

    def _told(self) -> list[Point]:
        """Choose what the paragraph tells: the heaviest points for the vote, of different moves if possible."""
        mine = [point for point in self._points if point.ships == self._balance.ship]
        chosen: list[Point] = []
        for point in mine:
            if len(chosen) < TOLD and self._move(point) not in map(self._move, chosen):
                chosen.append(point)
        chosen += [point for point in mine if point not in chosen][: TOLD - len(chosen)]
        order = [move.name for move in self._persona.moves]
        return sorted(chosen, key=lambda point: order.index(self._move(point)))

    def _granted(self) -> list[Point]:
        other = [point for point in self._points if point.ships != self._balance.ship]
        return [point for point in other[:1] if abs(point.weighed.points) >= WORTH_GRANTING]

    def _move(self, point: Point) -> str:
        return self._move_of(point.weighed)

    def _move_of(self, weighed: Weighed) -> str:
        return weighed.signal.move or self._persona.moves[0].name

    def _paragraph(self, told: Sequence[Point], granted: Sequence[Point]) -> Iterator[str]:
        yield from self._absences(told)
        used: set[str] = set()
        for point in told:
            yield self._tell(point, used)
        for point in granted:
            yield phrasing.spoken(self._one_of("grants"), says=point.says, said=point.said)
        yield self._one_of(self._vote)

    def _absences(self, told: Sequence[Point]) -> Iterator[str]:
        """Say what a skip rests on although no sentence says so: that nothing was read of a thing that counts."""
        if self._balance.ship:
            return
        absent = sorted((each for each in self._balance.weighed if each.silent), key=lambda each: each.points)
        for weighed in absent[:1]:
            if not told or weighed.points <= WORTH_TELLING:
                yield self._silent(weighed.signal)

    def _silent(self, signal: Signal) -> str:
        return phrasing.spoken(self._one_of("silent"), says=phrasing.says(signal, holds=True))

    def _argue(self, move: Move) -> str:
        """Tell one move: its heaviest points, what can be read both ways, or that there is nothing."""
        points = [point for point in self._points if self._move(point) == move.name][:TOLD_IN_MOVE]
        used: set[str] = set()
        sentences = [self._tell(point, used) for point in points]
        sentences += [dispute for point in points[:1] if (dispute := self._dispute(point))]
        return " ".join(sentences) or self._silence(move)

    def _tell(self, point: Point, used: set[str]) -> str:
        """Tell a point in its move's words, in a way that wasn't used before."""
        move = next(each for each in self._persona.moves if each.name == self._move(point))
        side = "pro" if point.ships else "contra"
        ways: tuple[str, ...] = getattr(move.tells, side) or getattr(phrasing.PLAIN, side)
        fresh = [way for way in ways if way not in used] or list(ways)
        way = self._pick(fresh, f"{move.name}/{point.weighed.signal.name}")
        used.add(way)
        return phrasing.spoken(way, says=point.says, said=point.said)

    def _dispute(self, point: Point) -> str | None:
        """Quote the sentence that says the opposite, if one does so plainly."""
        if not point.weighed.disputed:
            return None
        others = point.weighed.denied if point.mention.holds else point.weighed.affirmed
        other = max(others, key=quality)
        words = excerpt(other, self._persona.never_says)
        if not words or other.cite == point.mention.cite or other.strength < PLAIN_ENOUGH:
            return None
        return phrasing.spoken(phrasing.DISPUTED, said=point.said, other=words)

    def _silence(self, move: Move) -> str:
        """Say what a move would have needed to know and nothing was read of."""
        mine = [
            each for each in self._balance.weighed if (each.signal.move or self._persona.moves[0].name) == move.name
        ]
        silent = [each.signal for each in mine if each.silent]
        if not silent:
            return phrasing.BARE
        signal = max(silent, key=lambda each: max(abs(each.affirmed), abs(each.denied)))
        return self._silent(signal)

    def _flips(self) -> str:
        """Name what would turn the vote: the good thing that is missing most, or the one that it rests on."""
        if self._balance.ship:
            signal = max(self._balance.weighed, key=lambda each: each.points).signal
            return phrasing.spoken(
                self._one_of("flips_to_skip"), says=phrasing.says(signal, holds=signal.affirmed <= 0)
            )
        lacking = max(
            self._balance.weighed, key=lambda each: max(each.signal.affirmed, each.signal.denied) - each.points
        )
        signal = lacking.signal
        return phrasing.spoken(self._one_of("flips_to_ship"), says=phrasing.says(signal, holds=signal.affirmed > 0))

    def _one_of(self, part: str) -> str:
        ways: tuple[str, ...] = getattr(self._persona.closing, part) or getattr(phrasing.PLAIN_CLOSING, part)
        return self._pick(ways, part)

    def _pick(self, ways: Sequence[str], salt: str) -> str:
        return ways[zlib.crc32(f"{self._slug}/{salt}".encode()) % len(ways)]

    def _blank(self) -> dict[str, object]:
        names = listed([each.signal.name for each in self._balance.weighed[:3]], "or") or "anything"
        return {
            "argument": [{"move": move.name, "text": self._silence(move)} for move in self._persona.moves],
            "claims": [],
            "vote": "skip",
            "confidence": 50,
            "quote": phrasing.spoken(phrasing.NOTHING, names=names),
            "flips_if": phrasing.spoken(phrasing.NOTHING_FLIPS, names=names),
        }


def _claim(point: Point) -> str:
    """State what a sentence says in its own words; of a stated fact, that it is stated."""
    if point.mention.cite.startswith("F."):
        label = point.mention.cite.partition(".")[2]
        return f"The stated {label} is “{point.said.partition(': ')[2] or point.said}”."
    return f"“{point.said}”"
