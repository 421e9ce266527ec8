"""What one persona's two texts come to on the same releases, in figures and in plain words."""

from typing import Literal

from panel.domain.noun import Noun
from panel.tune.estimate import Estimate

WORTHWHILE = 0.05
"""Smallest difference that releases are counted for, if what was seen is smaller still."""

Answer = Literal["better", "worse", "can't tell", "ships more", "ships less"]


class Matchup(Noun):
    """One persona's two texts on the same releases."""

    persona: str
    """Id of the persona."""
    before: str
    """How the old text was named."""
    after: str
    """How the new text was named."""
    held_to: Literal["gold", "nothing"]
    """Whether people's votes say which vote is right; without, only a change of votes can be told, never a better."""
    releases: int
    """Releases on which both texts cast a readable ballot and people's majority is known."""
    left_out: int
    """Releases on which one of these was missing."""
    changed: int
    """Releases on which the vote changed."""
    ships: tuple[float, float] | None
    """Share of the releases that the old and the new text ship."""
    right: tuple[Estimate, Estimate] | None
    """Share of the releases on which the old and the new text vote as people's majority; a tie counts half."""
    only_before: float
    """Releases that only the old text gets right (without gold: that only the old text ships); a tie counts half."""
    only_after: float
    """The same for the new text."""
    difference: Estimate
    """New minus old: share that is right, or that ships."""
    louder: Estimate
    """New minus old: mean confidence, from −1 to 1, on releases where both state it."""
    p: float
    """Chance of a difference at least as large if the texts were alike."""
    p_adjusted: float
    """The same, corrected for having compared several personas."""
    alpha: float
    """Level of the test."""
    answer: Answer
    """What can be said."""
    least: float | None
    """The smallest difference that so many releases find four times of five; None if they are too few for any."""
    more: int | None
    """How many more releases it would take to tell, four times of five; None if more than thousands."""
    stopped_early: bool = False
    """Whether fewer releases were asked than there are, because they sufficed."""
    evidence: Estimate | None = None
    """In sequential mode: share of differing releases that the new text wins."""

    @property
    def told(self) -> str:
        """The answer in plain words."""
        return f"{self.persona}: {_HEADLINES[self.answer]}. {self._what} {self._therefore}".strip()

    @property
    def _what(self) -> str:
        what = "votes as most people do" if self.held_to == "gold" else "ships"
        points = 100 * (self.difference.value or 0.0)
        how = f"{abs(points):.0f} points {'more' if points > 0 else 'less'}" if round(points) else "equally"
        told = f"The new text {what} {how} often than the old one".replace("equally often than", "as often as")
        if (interval := self.difference.interval) is not None:
            told += f" (between {_points(interval[0])} and {_points(interval[1])})"
        return f"{told}: {self.changed} of {self.releases} votes changed, p = {self.p_adjusted:.3f}."

    @property
    def _therefore(self) -> str:
        said = []
        if self.answer == "can't tell":
            seen = "a difference like this" if abs(self.difference.value or 0) >= WORTHWHILE else "one of 5 points"
            many = "more than 20,000" if self.more is None else f"about {self.more}"
            said.append(f"To tell {seen} four times of five takes {many} more releases.")
            if self.least is not None:
                said.append(f"These releases find a difference of {100 * self.least:.0f} points or more.")
        if self.answer != "better" and self.louder.above(0):
            said.append(f"It has become louder: {self.louder.shown(0, factor=100)} points more confident.")
        return " ".join(said)


def _points(share: float) -> str:
    return f"{100 * share:+.0f}".replace("-", "−")


_HEADLINES: dict[Answer, str] = {
    "better": "BETTER",
    "worse": "WORSE",
    "can't tell": "CAN'T TELL",
    "ships more": "SHIPS MORE (without gold, more isn't better)",
    "ships less": "SHIPS LESS (without gold, less isn't worse)",
}
