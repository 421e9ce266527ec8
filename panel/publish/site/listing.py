"""What lists show of a verdict and of a comparison: small enough to keep thousands at hand."""

import datetime as dt
from functools import cached_property
from typing import Final

from panel.domain.comparison import Comparison
from panel.domain.noun import Noun, fingerprint
from panel.domain.verdict import State, Verdict
from panel.publish.sheet import Sheet

EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""Stands for the time of a record that tells none."""
_LONGEST = 280


class SeatVote(Noun):
    """How one seat voted."""

    persona: str
    """Who."""
    title: str
    """What the page calls it."""
    vote: str
    """``ship``, ``skip``, ``abstain`` or ``spoiled``."""


class Listing(Noun):
    """What lists show of a verdict."""

    slug: str
    """Name of its folder."""
    record: str
    """SHA-256 of its record."""
    state: State
    """Where it stands on its way to readers."""
    name: str
    """What its vendor calls it."""
    vendor: str | None
    """Who makes it."""
    category: str | None
    """The shelf it stands on."""
    tagline: str | None
    """One line about it."""
    about: str
    """The beginning of its description."""
    date: dt.date | None
    """When it was released."""
    entry: str
    """The way in, as people read it."""
    tags: tuple[str, ...]
    """Words that it is found by."""
    percent: int | None
    """The panel's ship percentage; None below quorum."""
    interval: tuple[int, int] | None
    """Where the percentage would lie if the panel sat again."""
    level: float
    """Probability that the interval is meant to hold."""
    headline: str
    """The count in one line."""
    seats: tuple[SeatVote, ...]
    """Every seat, in order."""
    disclosure: str
    """Who really voted."""
    first: dt.datetime
    """When readers first got it; for a draft, when it was drafted (UTC)."""
    updated: dt.datetime
    """When it last changed for readers (UTC)."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 of what lists show of it: changes only when they do."""
        return fingerprint({**self.model_dump(mode="json"), "record": None})

    @property
    def split(self) -> float:
        """How evenly the seats are divided, from 0 (all alike) to 1 (half and half)."""
        votes = [seat.vote for seat in self.seats if seat.vote in ("ship", "skip")]
        ships = votes.count("ship")
        return 2 * min(ships, len(votes) - ships) / len(votes) if votes else 0.0

    @property
    def count(self) -> str:
        """The percentage as people read it; a dash below quorum."""
        return "—" if self.percent is None else f"{self.percent} %"

    @property
    def votes(self) -> tuple[tuple[str, str], ...]:
        """Who voted how: what a comparison must still agree with."""
        return tuple(sorted((seat.persona, seat.vote) for seat in self.seats))


class PairListing(Noun):
    """What lists show of a comparison."""

    slug: str
    """Name of its record."""
    record: str
    """SHA-256 of its record."""
    title: str
    """``A vs B``."""
    headline: str
    """Both percentages."""
    bottom_line: str
    """Which one to ship with."""
    names: dict[str, str]
    """Name of every compared release, by slug."""
    votes: dict[str, tuple[tuple[str, str], ...]]
    """Who voted how on each release when they were compared, by slug."""
    percents: dict[str, int | None]
    """The panels' percentages, by slug."""
    recommendation: str | None
    """Slug of the release to ship with; None if it is too close to call."""
    disclosure: str
    """Who really voted."""
    released: bool
    """Whether nothing in it waits for an editor."""
    first: dt.datetime
    """When it was first there for readers (UTC)."""
    updated: dt.datetime
    """When it last changed (UTC)."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 of what lists show of it."""
        return fingerprint({**self.model_dump(mode="json"), "record": None})

    @property
    def call(self) -> str:
        """Which one to ship with, in a few words."""
        return "Too close to call" if self.recommendation is None else f"Ship with {self.names[self.recommendation]}"


def listing(slug: str, verdict: Verdict, record: str) -> Listing:
    """Return what lists show of a verdict.

    Args:
        slug: Name of its folder.
        verdict: The verdict.
        record: SHA-256 of its record.
    """
    release, tally = verdict.release, verdict.tally
    seats = (SeatVote(persona=seat.persona, title=seat.title, vote=seat.vote) for seat in Sheet(verdict).seats)
    first, updated = _times(verdict)
    return Listing(
        slug=slug,
        record=record,
        state=verdict.state,
        name=release.name,
        vendor=release.vendor,
        category=release.category,
        tagline=release.tagline,
        about=shortened(release.description or ""),
        date=release.date,
        entry=release.pricing.shown,
        tags=release.tags,
        percent=tally.ship_percent,
        interval=tally.interval,
        level=tally.interval_level,
        headline=tally.headline,
        seats=tuple(seats),
        disclosure=verdict.disclosure,
        first=first,
        updated=updated,
    )


def pair_listing(slug: str, comparison: Comparison, record: str) -> PairListing:
    """Return what lists show of a comparison."""
    by_rules = comparison.written_by == "rules" and all(each.resolution for each in comparison.findings)
    times = [event.at for event in comparison.history] or [max(_times(each)[1] for each in comparison.verdicts)]
    listed = {each.slug: listing(each.slug, each, "") for each in comparison.verdicts}
    return PairListing(
        slug=slug,
        record=record,
        title=comparison.title,
        headline=comparison.headline,
        bottom_line=comparison.bottom_line,
        names={each.slug: each.name for each in listed.values()},
        votes={each.slug: each.votes for each in listed.values()},
        percents={each.slug: each.percent for each in listed.values()},
        recommendation=comparison.recommendation,
        disclosure=comparison.disclosure,
        released=comparison.state == "published" or by_rules,
        first=times[0],
        updated=times[-1],
    )


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return the beginning of a text, ended after a whole word."""
    if len(text) <= longest:
        return text
    return f"{text[:longest].rpartition(' ')[0].rstrip(' ,;:.')} …"


def _times(verdict: Verdict) -> tuple[dt.datetime, dt.datetime]:
    """Return when readers first got a verdict and when it last changed for them; the release's day if unknown."""
    released = [event.at for event in verdict.history if event.state == "published"]
    times = (released if verdict.state == "published" else None) or [event.at for event in verdict.history]
    if times:
        return times[0], times[-1]
    day = verdict.release.date
    known = EPOCH if day is None else dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    return known, known
