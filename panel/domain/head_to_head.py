"""Two releases put before the same seats: which of them each would ship, whatever the order and the names."""

from typing import Literal

from pydantic import Field

from panel.domain.ballot import Step
from panel.domain.call import Usage
from panel.domain.noun import Noun

TIE = "tie"
"""Stands where a seat prefers neither; no release can have this slug in a comparison's answers."""

Basis = Literal["asked", "verdicts"]


class Preference(Noun):
    """What one reply says, once it is read: which of two dossiers, before it is known which release stood where."""

    argument: tuple[Step, ...] = ()
    """The persona's moves, in order."""
    choice: Literal["first", "second", "tie"]
    """The dossier chosen, by its place in the prompt."""
    confidence: float | None = Field(default=None, ge=0, le=1)
    """How sure the reviewer is, from 0 to 1; None if the reply didn't say."""
    reason: str = Field(min_length=1)
    """Why, in a few sentences."""
    cites: tuple[str, ...] = ()
    """Citations such as ``A.S1.4`` (first dossier) or ``B.F.pricing`` (second dossier)."""
    gaps: tuple[str, ...] = ()
    """What the reply left out or got wrong, one sentence each; the answer stands all the same."""


class Answer(Noun):
    """One of the questions put to a seat: one order, named or masked, one model."""

    first: str
    """Slug of the release that was shown first."""
    masked: bool
    """Whether names were hidden."""
    choice: str | None
    """Slug of the release chosen, ``tie``, or None if the answer was spoiled."""
    confidence: float | None = Field(default=None, ge=0, le=1)
    """How sure it is, from 0 to 1."""
    argument: tuple[Step, ...] = ()
    """The persona's moves, in order, as they were made; masked labels stay as they were read."""
    reason: str = ""
    """Why; the reason of the failure, if it was spoiled."""
    cites: tuple[str, ...] = ()
    """What it cites, as ``slug:S1.4``."""
    model: str
    """The model that answered, or was asked."""
    recipe: str
    """Id of its recipe."""
    usage: Usage = Usage()
    """Tokens of its calls."""
    cost_usd: float | None = None
    """US dollars of its calls; None where a price is unknown."""


class SeatPreference(Noun):
    """What one seat prefers of two releases."""

    persona: str
    """Who sits there."""
    title: str
    """What the page calls it."""
    weight: float = Field(default=1.0, gt=0)
    """Weight of the seat."""
    basis: Basis = "asked"
    """``asked`` head to head, or read off its votes on both releases because no model speaks for it."""
    named: str | None = None
    """Slug it prefers in both orders with the names shown, ``tie``, or None: spoiled, or not seated for both."""
    masked: str | None = None
    """The same with names hidden; None also where it wasn't asked."""
    turned_by_order: tuple[Literal["named", "masked"], ...] = ()
    """Where its answer changed with the order, and so counts as a tie."""
    brand_pull: str | None = None
    """Slug of the release that gains by its name: the seat moves towards it once names are shown; None if none does."""
    reason: str = ""
    """Why, in its own words (of its surest named answer)."""
    cites: tuple[str, ...] = ()
    """What that reason cites, as ``slug:S1.4``."""
    answers: tuple[Answer, ...] = ()
    """Every question that it was asked."""


class PairCount(Noun):
    """How the seats chose between two releases, in one way of asking."""

    a: int = Field(ge=0)
    """Seats that prefer the first release of the pair."""
    tie: int = Field(ge=0)
    """Seats that prefer neither, or changed with the order."""
    b: int = Field(ge=0)
    """Seats that prefer the second."""
    missing: int = Field(default=0, ge=0)
    """Seats without an answer: spoiled, or not seated for both."""
    percent: int | None = Field(default=None, ge=0, le=100)
    """Share of the weight for the first release, ties counted half, whole percent; None below quorum."""
    interval: tuple[int, int] | None = None
    """Where that share would lie if the same seats were asked again; None below quorum."""
    chance: float | None = Field(default=None, ge=0, le=1)
    """Probability that the first release would be ahead if they were asked again and it weren't level."""
    winner: str | None = None
    """Slug of the release that is ahead by more than chance; None if it is too close to call."""


class HeadToHead(Noun):
    """Two releases before the same seats."""

    a: str
    """Slug of the one."""
    b: str
    """Slug of the other."""
    basis: Basis = "asked"
    """Whether a model was asked at all, or everything is read off the two verdicts."""
    named: PairCount
    """The count with names shown."""
    masked: PairCount | None = None
    """The count with names hidden; None where nobody was asked."""
    seats: tuple[SeatPreference, ...] = ()
    """Seat by seat."""
    winner: str | None = None
    """Slug of the release that wins with and without names; None if it is too close to call."""
    brand_pull: str | None = None
    """Slug of the release towards which more seats are pulled by names than away from it; None if neither."""
    summary: str = ""
    """The result in a sentence or two, brand pull and changes with the order included."""
    cited: dict[str, str] = Field(default_factory=dict)
    """The text of every sentence that is cited, by ``slug:S1.4``."""
    cost_usd: float | None = None
    """US dollars of all its calls; None where a price is unknown, 0 where nobody was asked."""
    usage: Usage = Usage()
    """Tokens of all its calls."""
