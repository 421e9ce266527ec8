"""What probes come to: nouns, and one plain answer each."""

from typing import Literal

from panel.domain.noun import Noun
from panel.tune.estimate import Estimate

Should = Literal["stay", "change"]
Answer = Literal["alarm", "steady", "follows", "deaf", "can't tell"]


class LeftOut(Noun):
    """A release that is in no figure of a probe."""

    release: str
    """Slug of the release; of two that were set against each other, both with ``+`` between."""
    why: str
    """Why, as a clause: ``it has only one source``."""


class SeatEffect(Noun):
    """What a probe does to one seat's votes; a description, without a test of its own."""

    seat: str
    """Id of the persona."""
    votes: int
    """Releases on which it cast a readable vote both times."""
    base: float
    """Share of them that it ships as they are."""
    changed: float
    """Share of them that it ships with the change."""
    change: Estimate
    """Changed minus base, from −1 to 1, with its interval by release."""
    to_ship: int
    """Votes that turned towards ship."""
    to_skip: int
    """Votes that turned towards skip."""


class ProbeResult(Noun):
    """What one probe came to: the same releases as they are and with the change, pair by pair."""

    name: str
    """Name of the probe."""
    about: str
    """What is changed, as a noun phrase: ``the order of the sources``."""
    should: Should
    """Whether votes should stay as they are, or follow the change."""
    towards: Literal["ship", "skip"] | None
    """Where votes should go, if they should change and the probe says where."""
    unit: Literal["votes", "choices"]
    """What is counted: votes on single releases, or choices between two. Of choices, ``ship`` means the release that is
    shown first, ``base`` its share of the choices when it stands second, ``changed`` when it stands first."""
    releases: int
    """Releases (or pairs of them) in the figures."""
    left_out: tuple[LeftOut, ...]
    """Releases that are in no figure, and why."""
    votes: int
    """Votes that could be set against each other: seats times releases."""
    base: Estimate
    """Share of votes that ship, as the releases are."""
    changed: Estimate
    """Share of votes that ship, with the change."""
    change: Estimate
    """Changed minus base, from −1 to 1."""
    to_ship: Estimate
    """Share of votes that turned towards ship."""
    to_skip: Estimate
    """Share of votes that turned towards skip."""
    p: float
    """Chance of an effect at least as large if the change did nothing."""
    p_adjusted: float
    """The same, corrected for having asked several probes (Holm)."""
    alpha: float
    """Level of the test."""
    least: float | None
    """The smallest change of the ship share that so many releases find four times of five; None if they find none."""
    answer: Answer
    """``alarm``: votes moved that should stay. ``deaf``: votes stayed that should move. ``steady`` and ``follows``: as
    it should be, as far as these releases can tell."""
    told: str
    """The answer in plain words."""
    seats: tuple[SeatEffect, ...]
    """The same, seat by seat."""
    spoiled: int
    """Ballots of which nothing could be read."""

    @property
    def shuts(self) -> bool:
        """Whether a gate fails on it."""
        return self.answer in ("alarm", "deaf")


class ProbeReport(Noun):
    """What a set of probes came to."""

    models: tuple[str, ...]
    """The models that spoke for the personas."""
    seats: tuple[str, ...]
    """The personas that were asked."""
    samples: int
    """Ballots per seat, model and release, reduced to one vote."""
    releases: int
    """Releases that there are."""
    alpha: float
    """Chance of a false alarm, over all probes."""
    probes: tuple[ProbeResult, ...]
    """One per probe, in the order named."""
    unasked: tuple[LeftOut, ...]
    """Probes that could ask nothing anywhere, by name, and what they need."""
    spoiled: int
    """Ballots of which nothing could be read."""
    cost_usd: float | None
    """US dollars of all ballots, whenever they were paid; None where a price is unknown."""
    simulated: str = "The panel's reviewers are simulated; a probe changes what they read, and nobody else is asked."
    """What must be said beside every percentage."""

    @property
    def shutting(self) -> tuple[ProbeResult, ...]:
        """The probes on which a gate fails."""
        return tuple(each for each in self.probes if each.shuts)
