"""A living dossier: what is known of a release by now, and which ballots were cast before it was known."""

import datetime as dt

from panel.domain.noun import Noun


class Cited(Noun):
    """One line of a living dossier."""

    text: str
    """Its words."""
    cites: tuple[str, ...] = ()
    """The sentences that it rests on."""


class Moment(Cited):
    """One line of the timeline."""

    date: str
    """When, as exactly as it is known: ``2026-04-08``, ``2026-04``, ``2026-Q2``, ``2026``."""
    start: dt.date
    """First day that this may mean; the timeline is sorted by it."""


class Dispute(Cited):
    """What two places can't both be right about."""

    said: tuple[Cited, ...] = ()
    """What stands in each of them."""


class KeyFact(Noun):
    """One fact about a release, with every reading of it."""

    name: str
    """What it is, such as ``Entry price``."""
    readings: tuple[Cited, ...] = ()
    """What the sources say, the likeliest first; none if nothing is known."""


class LivingDossier(Noun):
    """What is known of a release by now, each line with the sentences that it rests on."""

    slug: str
    """Name of the release's folder."""
    name: str
    """What its vendor calls it."""
    overview: tuple[Cited, ...] = ()
    """What each source says first about it."""
    timeline: tuple[Moment, ...] = ()
    """What happened when, the oldest first."""
    facts: tuple[KeyFact, ...] = ()
    """The key facts, in a fixed order."""
    disagreements: tuple[Dispute, ...] = ()
    """What the sources can't both be right about."""
    sources: tuple[Cited, ...] = ()
    """The sources by key, with title, publisher and day."""


class StaleBallot(Noun):
    """A ballot that was cast before something changed."""

    persona: str
    """Whose ballot it is."""
    reasons: tuple[str, ...]
    """What has changed since, one sentence each; what the ballot cites comes first."""
