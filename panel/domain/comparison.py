"""Two or more verdicts side by side."""

from typing import Literal

from pydantic import Field

from panel.domain.head_to_head import HeadToHead
from panel.domain.noun import Noun
from panel.domain.verdict import SCHEMA_VERSION, Event, Finding, State, Verdict


class Split(Noun):
    """One persona's votes across the compared releases."""

    persona: str
    """Who."""
    title: str
    """What the page calls it."""
    votes: tuple[str | None, ...]
    """Its vote on each release: ``ship``, ``skip``, ``abstain``, ``spoiled``; None where it wasn't seated."""


class Lead(Noun):
    """How one release stands against another."""

    ahead: str
    """Slug of the release with the higher percentage (the first one, if equal)."""
    behind: str
    """Slug of the other."""
    chance: float | None
    """Probability that the order would hold if both panels sat again and didn't tie; None below quorum."""
    decided: bool
    """Whether that chance reaches the level at which shipskip recommends."""


class Rank(Noun):
    """One place of the ranking; several releases share it where nothing separates them."""

    place: int = Field(ge=1)
    """The place, counted from 1; after a tie of two on place 1 comes place 3."""
    releases: tuple[str, ...] = Field(min_length=1)
    """Slugs on this place, in the order asked for."""
    why: str = ""
    """Why they share it, if they do: too close, or a circle in which each is beaten by another."""


class ReaderAdvice(Noun):
    """What follows for one kind of reader, through the eyes of the persona that shares its question."""

    persona: str
    """Whose lens it is."""
    title: str
    """What the page calls that persona."""
    reader: str
    """Whom it is for, as a clause: ``you build``."""
    release: str | None
    """Slug of the release to ship with; None if it is too close to call, or neither."""
    text: str
    """The advice in a sentence, such as ``If you build: Qwen3.6-27B.`` and why."""


class Comparison(Noun):
    """Verdicts side by side, with a recommendation."""

    schema_version: Literal[1] = SCHEMA_VERSION
    """Version of this record's form."""
    slug: str
    """``<a>-vs-<b>``."""
    title: str
    """``A vs B``."""
    headline: str
    """``A 25 % · B 100 %: which one should you ship with?``"""
    verdicts: tuple[Verdict, ...]
    """The verdicts, in the order asked for."""
    splits: tuple[Split, ...]
    """Who voted how on which, seat by seat."""
    leads: tuple[Lead, ...]
    """The ranking: each release against the next."""
    recommendation: str | None
    """Slug of the release to ship with; None if it is too close to call."""
    bottom_line: str
    """The recommendation in a sentence or two."""
    pricing_read: str
    """What the ways in cost, like with like."""
    reviewer_split: str
    """Who splits from whom."""
    written_by: str = "rules"
    """Who wrote the texts: ``rules``, or a model."""
    disclosure: str
    """That the reviewers are simulated, and by which models."""
    state: State = Field(default="draft", exclude_if=lambda state: state == "draft")
    """Where it stands on its way to readers."""
    history: tuple[Event, ...] = Field(default=(), exclude_if=lambda history: not history)
    """How it got there."""
    original: dict[str, str] = Field(default_factory=dict, exclude_if=lambda original: not original)
    """Texts as they were drafted, by field, where an editor has changed them."""
    head_to_head: tuple[HeadToHead, ...] = ()
    """Every pair before the same seats, in the order asked for; empty in older records."""
    ranking: tuple[Rank, ...] = ()
    """All releases, best first, ties together; empty in older records."""
    ranking_method: str = ""
    """How the ranking was made, and where a circle or a tie stands in it, in a sentence or two."""
    readers: tuple[ReaderAdvice, ...] = ()
    """What follows for whom; empty in older records."""
    findings: tuple[Finding, ...] = ()
    """What an editor should look at in the texts and head-to-head answers of this page."""

    @property
    def spoiled(self) -> bool:
        """Whether a ballot or a head-to-head answer failed."""
        answers = (answer for duel in self.head_to_head for seat in duel.seats for answer in seat.answers)
        return any(verdict.spoiled for verdict in self.verdicts) or any(answer.choice is None for answer in answers)
