"""A seat's vote: a Ballot, or a SpoiledBallot with its reason."""

from typing import Literal

from pydantic import Field

from panel.domain.call import Usage
from panel.domain.noun import Noun

Vote = Literal["ship", "skip"]
Choice = Literal["ship", "skip", "abstain"]


def _unset(value: object) -> bool:
    """Whether an editor's field is at its default: records that nobody has edited don't mention it."""
    return not value


class Step(Noun):
    """One move of the argument as it was made."""

    move: str
    """Name of the persona's move."""
    text: str
    """What it came to."""


class Claim(Noun):
    """A checkable statement and the places that bear it out."""

    text: str
    """The statement."""
    cites: tuple[str, ...] = ()
    """Citations such as ``S2.14``."""


class Sample(Noun):
    """One ballot paper of a seat, before a seat's papers are reduced to its vote."""

    vote: Vote | None
    """What it says; None if it was spoiled."""
    confidence: float | None = Field(default=None, ge=0, le=1)
    """How sure its writer is, from 0 to 1."""
    model: str
    """The model that answered, or was asked."""
    recipe: str
    """Id of its recipe."""
    reason: str | None = None
    """Why it was spoiled."""


class Juror(Noun):
    """How one of several models on a seat voted."""

    model: str
    """The model asked."""
    vote: Choice | None
    """Its samples' strict majority; None if none of them could be read."""
    ship: int = Field(ge=0)
    """Its samples that ship."""
    skip: int = Field(ge=0)
    """Its samples that skip."""
    spoiled: int = Field(ge=0)
    """Its samples that were spoiled."""


class Paper(Noun):
    """What one reply says, once it is read: a ballot paper before anything is counted."""

    argument: tuple[Step, ...] = ()
    """The persona's moves, in order."""
    claims: tuple[Claim, ...] = ()
    """What the argument rests on."""
    vote: Vote
    """Ship or skip."""
    confidence: float | None = Field(default=None, ge=0, le=1)
    """How sure the reviewer is, from 0 to 1; None if the reply didn't say."""
    quote: str = Field(min_length=1)
    """The paragraph for the scorecard."""
    flips_if: str | None = None
    """What would change the vote."""
    gaps: tuple[str, ...] = ()
    """What the reply left out or got wrong, one sentence each; the ballot stands all the same."""


class Words(Noun):
    """What an editor may change in a ballot, as the reviewer left it."""

    vote: Choice
    """How it voted."""
    quote: str
    """Its paragraph for the scorecard."""
    argument: tuple[Step, ...] = ()
    """Its moves, in order."""
    claims: tuple[Claim, ...] = ()
    """What its argument rested on."""
    flips_if: str | None = None
    """What would have changed its vote."""


class Ballot(Noun):
    """A seat's valid vote."""

    persona: str
    """Who sits there."""
    vote: Choice
    """Ship, skip, or abstain where its samples tie."""
    confidence: float | None = Field(default=None, ge=0, le=1)
    """How sure the reviewer is, from 0 to 1."""
    argument: tuple[Step, ...] = ()
    """The persona's moves, in order."""
    quote: str
    """The paragraph for the scorecard."""
    claims: tuple[Claim, ...] = ()
    """What the argument rests on, each with its citations."""
    flips_if: str | None = None
    """What would change the vote."""
    gaps: tuple[str, ...] = ()
    """What the reply left out or got wrong, one sentence each."""
    weight: float = Field(default=1.0, gt=0)
    """Weight of the seat."""
    model: str
    """The model that answered."""
    rung: str = "prompt"
    """How structure was asked for."""
    samples: tuple[Sample, ...]
    """Every paper that this seat cast."""
    jury: tuple[Juror, ...] = ()
    """How its models split, where several speak for it."""
    recipe: str
    """Id of the recipe of the paper that is quoted."""
    usage: Usage = Usage()
    """Tokens of all the seat's calls."""
    cost_usd: float | None = None
    """US dollars of all the seat's calls; None where a price is unknown."""
    original: Words | None = Field(default=None, exclude_if=_unset)
    """What the reviewer had written before an editor changed it; None while nobody has."""
    edited_by: tuple[str, ...] = Field(default=(), exclude_if=_unset)
    """The editors who have changed it, in order."""
    overruled: str | None = Field(default=None, exclude_if=_unset)
    """Why an editor overruled its vote; None where the vote is the reviewer's own."""
    note: str | None = Field(default=None, exclude_if=_unset)
    """What an editor asked the reviewer to consider, where the seat was asked again."""
    replaces: tuple[str, ...] = Field(default=(), exclude_if=_unset)
    """Ids of the recipes that the panel had asked by, where the seat was asked again in another way."""

    @property
    def words(self) -> Words:
        """What it says now."""
        return Words(
            vote=self.vote, quote=self.quote, argument=self.argument, claims=self.claims, flips_if=self.flips_if
        )

    @property
    def written(self) -> Words:
        """What the reviewer itself said."""
        return self.original or self.words

    @property
    def asked_by(self) -> tuple[str, ...]:
        """Ids of the recipes that the panel asked by."""
        return self.replaces or tuple(sample.recipe for sample in self.samples)


class SpoiledBallot(Noun):
    """A seat that failed; counted apart, never dropped, never a skip."""

    persona: str
    """Who sits there."""
    reason: str
    """One sentence."""
    kind: str
    """The error's name, such as ``Unreadable``."""
    reply: str | None = None
    """The raw reply, if there was one."""
    weight: float = Field(default=1.0, gt=0)
    """Weight of the seat."""
    model: str
    """The model asked."""
    samples: tuple[Sample, ...] = ()
    """Every paper that this seat cast."""
    recipe: str
    """Id of the recipe."""
    usage: Usage = Usage()
    """Tokens of all the seat's calls."""
    cost_usd: float | None = None
    """US dollars of all the seat's calls; None where a price is unknown."""
