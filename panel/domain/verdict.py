"""The panel's conclusion on a release."""

import datetime as dt
from typing import Final, Literal

from pydantic import Field

from panel.domain.ballot import Ballot, SpoiledBallot
from panel.domain.noun import Noun
from panel.domain.release import Link, Pricing

SCHEMA_VERSION: Final = 1

State = Literal["draft", "edited", "approved", "published"]


class Finding(Noun):
    """Something that an editor should look at before a verdict is published."""

    kind: str
    """What it is, such as ``unknown-citation`` or ``unsupported``."""
    text: str
    """One sentence for the editor."""
    persona: str | None = None
    """Whose ballot it is about; None if it is about the dossier."""
    passage: str | None = None
    """The words that it is about."""
    cites: tuple[str, ...] = ()
    """The sentences that bear on it."""
    by: str = "rules"
    """Who found it: ``rules``, or a model."""
    resolution: str | None = None
    """How an editor resolved it; None while it is open."""


class Tally(Noun):
    """How the seats voted, and how far the count can be trusted."""

    ship_percent: int | None
    """Weight of ship among the weight that voted, whole percent; None below quorum."""
    ship: int
    """Seats that voted ship."""
    skip: int
    """Seats that voted skip."""
    abstained: int = 0
    """Seats whose samples tied."""
    spoiled: int
    """Seats that failed."""
    seats: int
    """Seats on the panel."""
    interval: tuple[int, int] | None
    """Where the percentage would lie if the same panel sat again; None below quorum."""
    interval_level: float = 0.95
    """Probability that the interval is meant to hold."""
    effective_votes: float | None = None
    """How many independent votes the seats are worth; None while history is too short."""
    headline: str
    """One line for people."""


class Event(Noun):
    """One step in a verdict's editorial life."""

    at: dt.datetime
    """When (UTC)."""
    who: str
    """Who did it."""
    state: State
    """The state that it led to."""
    why: str
    """What was done, and why."""
    replaced: str | None = Field(default=None, exclude_if=lambda value: value is None)
    """Revision of the record that an editor's step replaced; None where a panel wrote it."""
    restored: str | None = Field(default=None, exclude_if=lambda value: value is None)
    """Revision that an undo went back to."""
    redone: str | None = Field(default=None, exclude_if=lambda value: value is None)
    """Revision that taking an undo back went to."""


class Sampling(Noun):
    """What adaptive sampling came to."""

    most: int
    """Ballots that all seats together might have cast."""
    cast: int
    """Ballots that they did cast."""
    saved: int
    """Ballots that weren't needed."""


class Provenance(Noun):
    """What the verdict was made from."""

    dossier: str
    """Hash of the dossier."""
    personas: dict[str, str]
    """Hash of every persona that sat."""
    prompt: str
    """Hash of the prompt templates, or of the builtin reviewer's rules."""
    models: tuple[str, ...]
    """The models that answered."""
    shipskip: str
    """Version of shipskip."""
    sampling: Sampling | None = None
    """What adaptive sampling came to; None where every seat cast all its samples."""


class Subject(Noun):
    """The release as the verdict shows it, without the texts of its sources."""

    slug: str
    """Name of its folder."""
    name: str
    """What its vendor calls it."""
    vendor: str | None = None
    """Who makes it."""
    category: str | None = None
    """The shelf it stands on."""
    tagline: str | None = None
    """One line about it."""
    description: str | None = None
    """A paragraph about it, made of sentences of its sources."""
    date: dt.date | None = None
    """When it was released."""
    pricing: Pricing = Pricing()
    """The way in."""
    licence: str | None = None
    """Under which terms it may be used."""
    links: tuple[Link, ...] = ()
    """Where to find it."""
    tags: tuple[str, ...] = ()
    """Words that decide which personas it suits."""
    sources: tuple["CitedSource", ...] = ()
    """The documents read."""


class CitedSource(Noun):
    """A source as the verdict lists it, with the sentences that are cited."""

    key: str
    """``S1``, ``S2`` …"""
    title: str | None = None
    """Its headline."""
    url: str | None = None
    """Where it was published."""
    publisher: str | None = None
    """Who published it."""
    date: dt.date | None = None
    """When it was published."""
    hash: str | None = None
    """Hash of what the panel was shown of it; None in older records."""
    cited: dict[str, str] = Field(default_factory=dict)
    """The text of every sentence that a ballot cites, by citation."""


class Verdict(Noun):
    """The panel's conclusion on a release, as ``verdict.json`` holds it."""

    schema_version: Literal[1] = SCHEMA_VERSION
    """Version of this record's form."""
    release: Subject
    """What was judged."""
    tally: Tally
    """How the seats voted."""
    ballots: tuple[Ballot, ...]
    """The valid votes, in order of the seats."""
    spoiled: tuple[SpoiledBallot, ...] = ()
    """The seats that failed."""
    findings: tuple[Finding, ...] = ()
    """What an editor should look at."""
    state: State = "draft"
    """Where it stands on its way to readers."""
    history: tuple[Event, ...] = ()
    """How it got there."""
    provenance: Provenance
    """What it was made from."""
    disclosure: str
    """That the reviewers are simulated, and by which model."""
    titles: dict[str, str] = Field(default_factory=dict)
    """What the page calls each persona."""

    @property
    def slug(self) -> str:
        """Name of the verdict's folder."""
        return self.release.slug
