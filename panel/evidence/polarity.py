"""Whether a sentence says that a thing is so, that it isn't, or neither: negation, promises, conditions, hearsay."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from panel.evidence.clauses import clauses
from panel.evidence.cues import cue_book
from panel.evidence.lazily import lazily
from panel.evidence.phrases import Match
from panel.evidence.reach import denies, outside, paired, reaches
from panel.evidence.stems import Row, row
from panel.evidence.words import words

Asked = Literal["yes", "no", "open"]
"""How the next sentence answers a question."""

Why = Literal["stated", "negated", "promised", "supposed", "wanted", "past", "conditional", "asked"]

SHORT = 4
"""Words that ``few`` or ``poor`` can turn round."""

NEAR = 8
"""Words within which a predicate such as ``is missing`` belongs to what stands before it."""

_UNDONE = frozenset(
    row(
        "undocumented unencrypted unavailable unsupported unprotected unpublished undisclosed untested unfinished"
        " impossible missing absent closed hidden excluded"
    ).stems
)
"""Predicates that deny what stands before them, so that ``no part of it is undocumented`` affirms it."""

_FREE = frozenset(words("i we you they people users user customer customers anyone everyone who weight"))
_MOST_LITTLE = frozenset(words("lowest fewest smallest shortest"))


class Stance(NamedTuple):
    """What a sentence says about a thing that it mentions."""

    holds: bool
    """True where it is affirmed, False where it is denied."""
    certainty: float
    """From 0 (says nothing about whether it is so) to 1 (says so plainly)."""
    why: Why
    """What was decisive."""
    claimed: bool = False
    """Whether the words are given as somebody's claim."""


_LESSENING = {True: frozenset({"little", "poor"}), False: frozenset({"little", "mends"})}
"""Kinds of cues that turn round the next few words, of good things and of bad ones."""

_DOUBTING = frozenset({"if", "wanted", "later", "past", "maybe"})
"""Kinds of cues that make a statement less than plain."""


class Reading:
    """One sentence, read for what it affirms and denies.

    Args:
        line: The sentence as stems.
        asked: Whether it is a question, and how the next sentence answers it: ``yes``, ``no`` or ``open``.
        bounds: The number of the clause that each token stands in, if they are read already.
    """

    def __init__(
        self,
        line: Row,
        asked: Asked | None = None,
        bounds: tuple[int, ...] | None = None,
    ) -> None:
        self.line = line
        self.asked = asked
        self.clauses = clauses(line) if bounds is None else bounds
        self.cues = paired(cue_book().find(line), line)

    def stance(self, places: Sequence[int], *, good: bool = True, timeless: bool = False) -> Stance:
        """Return what the sentence says about the thing that stands at these tokens.

        Args:
            places: Tokens of the mention; cues among them belong to it and don't turn it round.
            good: Whether it is a thing that one may have too little of; ``poor`` turns round only these, ``fixes``
                only the others.
            timeless: Whether a forecast is as good as a fact, because the thing is a forecast.
        """
        if self.asked == "open":
            return Stance(holds=True, certainty=0.0, why="asked")
        own = set(places)
        cues = self._live
        if not own.isdisjoint(self._places):
            cues = [part for cue in cues for part in outside(cue, own, self.line)]
        contains_no = not good and any(
            cue.label in ("not", "gone") and own.intersection(cue.places) for cue in self.cues
        )
        turned = int(self._gone(cues, places, good=good)) if contains_no else self._turned(cues, places, good=good)
        if self.asked == "no":
            turned += 1
        holds = turned % 2 == 0
        claimed = any(cue.label == "claimed" and cue.start < places[0] for cue in cues)
        why: Why
        certainty, why = (1.0, "stated") if timeless else self._certainty(cues, places, good=good, holds=holds)
        if why == "wanted":
            return Stance(holds=False, certainty=certainty, why="wanted", claimed=claimed)
        if why == "stated" and turned:
            why = "negated"
        return Stance(holds=holds, certainty=certainty, why=why, claimed=claimed)

    @lazily
    def _live(self) -> list[Match[str]]:
        """The cues that do something."""
        return [cue for cue in self.cues if cue.label != "idle"]

    @lazily
    def _places(self) -> frozenset[int]:
        """The tokens of these."""
        return frozenset(place for cue in self._live for place in cue.places)

    def _turned(self, cues: Sequence[Match[str]], places: Sequence[int], *, good: bool) -> int:
        """Count what turns the mention round."""
        first, last = places[0], places[-1]
        lessening = _LESSENING[good]
        before, count = False, 0
        lessened: set[str] = set()
        for cue in cues:
            start = cue.places[0]
            if start > first:
                count += start < last and denies(self.line, cue)
            elif start < first and self._same_clause(start, first):
                before = True
                if cue.label in lessening:
                    if first - cue.end < SHORT and not self._stop_between(cue.end, first):
                        lessened.add(cue.label)
                else:
                    count += denies(self.line, cue) and reaches(self.line, cue, first)
        count += len(lessened)
        if count == 1 and good and before and self._undone(places):
            return 2
        return count + (not count and self._gone(cues, places, good=good))

    def _same_clause(self, one: int, other: int) -> bool:
        return self.clauses[one] == self.clauses[other]

    def _undone(self, places: Sequence[int]) -> bool:
        """Whether the same clause goes on to deny what is denied already: ``no part of the API is undocumented``."""
        ahead = range(places[-1] + 1, min(places[-1] + NEAR, len(self.line.stems)))
        return any(self.line.stems[at] in _UNDONE and self._same_clause(at, places[-1]) for at in ahead)

    def _stop_between(self, start: int, end: int) -> bool:
        return any(stem in ("and", "or", ",") for stem in self.line.stems[start:end])

    def _gone(self, cues: Sequence[Match[str]], places: Sequence[int], *, good: bool) -> bool:
        """Whether a predicate after the mention says that it isn't there; of bad things, that it is over."""
        end = places[-1] + 1
        return any(
            cue.label == ("gone" if good else "over")
            and 0 <= cue.start - end <= (NEAR if good else 2 * NEAR)
            and (self._same_clause(cue.start, places[-1]) or self._label(end, cue.start, good=good))
            and not self._negated_again(cues, cue)
            for cue in cues
        )

    def _label(self, end: int, start: int, *, good: bool) -> bool:
        """Whether the predicate is about what stands before it although a sign parts them: ``Export: none``."""
        between = self.line.stems[end:start]
        if (
            not good
            and between
            and between[-1] == ","
            and _MOST_LITTLE.intersection(self.line.stems[start : start + 2])
        ):
            return True
        if not good and {"it", "they", "both", "all", "since", "now"}.intersection(between):
            return True
        return len(between) <= 2 and all(stem in (":", "—", "–", "?", ",", "which", "that") for stem in between)

    def _negated_again(self, cues: Sequence[Match[str]], gone: Match[str]) -> bool:
        return any(cue.label == "not" and cue.start < gone.start < cue.start + 4 for cue in cues) and (
            self.line.stems[gone.start] not in ("is", "are", "was", "were", "has", "have", "had", "does", "do", "did")
        )

    def _follows_closely(self, cue: Match[str], places: Sequence[int]) -> bool:
        between = self.line.stems[places[-1] + 1 : cue.start]
        return cue.start > places[-1] and len(between) <= NEAR and not {",", ";", "but"}.intersection(between)

    def _doubts(self, cue: Match[str], places: Sequence[int]) -> bool:
        """Whether a word such as ``may`` casts doubt; in ``you may keep it`` it gives leave."""
        if cue.start > places[0] or not self._same_clause(cue.start, places[0]):
            return False
        subject = self.line.stems[cue.start - 1] if cue.start else ""
        return not (self.line.stems[cue.start] in ("may", "could") and subject in _FREE)

    def _certainty(
        self, cues: Sequence[Match[str]], places: Sequence[int], *, good: bool, holds: bool
    ) -> tuple[float, Why]:
        """Weigh promises, suppositions, wishes and conditions; what is promised counts little for a good thing."""
        if not any(cue.label in _DOUBTING for cue in cues):
            return 1.0, "stated"
        clause = self.clauses[places[0]]
        after = {cue.label for cue in cues if self._follows_closely(cue, places)}
        before = {cue.label for cue in cues if self.clauses[cue.start] == clause and cue.start < places[0]}
        glad = holds == good
        if "if" in before:
            return 0.1, "conditional"
        if good and "wanted" in before and holds:
            return 0.5, "wanted"
        if "later" in before or (glad and "later" in after):
            return (0.12, "promised") if glad else (0.6, "promised")
        if "past" in before:
            return 0.2, "past"
        if any(cue.label == "maybe" and self._doubts(cue, places) for cue in cues):
            return (0.3, "supposed") if glad else (0.6, "supposed")
        return 1.0, "stated"
