"""Which releases are put before which seats, for everything that tuning measures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from panel.domain.ballot import Choice
from panel.domain.release import Release
from panel.domain.seating import Panel
from panel.stats.reduce import reduce_votes
from panel.store.prompts import Prompts
from panel.store.seating import seat_panel
from panel.store.workspace import Workspace
from panel.tune.asking import Question
from panel.tune.votes_table import VotesTable


@dataclass(frozen=True)
class Docket:
    """Releases, who judges each of them, and who sits on the workspace's panel for it."""

    releases: dict[str, Release]
    """Slug → release."""
    seated: dict[str, Panel]
    """Slug → everybody who is asked about it."""
    panels: dict[str, Panel]
    """Slug → who counts in the panel's verdict on it."""

    def questions(self, arm: str = "", prompts: Prompts | None = None, first: int = 1) -> list[Question]:
        """Return what is to be asked, release by release.

        Args:
            arm: What is done differently, for the table.
            prompts: Templates to ask with, if not the workspace's own.
            first: Number of the first sample.
        """
        return [
            Question(self.releases[slug], seat, arm, first, prompts)
            for slug, panel in self.seated.items()
            for seat in panel.seats
        ]

    def verdict(self, table: VotesTable, slug: str) -> Choice | None:
        """Return what the panel says of a release: the heavier side, abstain where both weigh the same."""
        return weighed({seat.persona.id: seat.weight for seat in self.panels[slug].seats}, table, slug)


def open_docket(
    home: Workspace,
    releases: Sequence[str],
    *,
    models: Sequence[str] = (),
    seats: str | None = None,
    samples: int | None = None,
) -> Docket:
    """Read releases and seat everybody who is to be asked about them.

    Args:
        home: The workspace.
        releases: Slugs or paths; one named twice is read once.
        models: The models for every seat; empty for what the workspace says.
        seats: Personas in order; None for all of them, of whom the workspace's seats make up the panel.
        samples: Ballots per seat; None for what the workspace says.

    Raises:
        DeclarationError: A release can't be read, or a persona isn't known.
    """
    settings, personas = home.panel_settings(), home.personas()
    read = {release.slug: release for release in (home.release(place) for place in dict.fromkeys(releases))}
    everybody = {
        slug: seat_panel(settings, release, personas, models=models, seats=seats or "all", samples=samples)
        for slug, release in read.items()
    }
    panels = {
        slug: everybody[slug]
        if seats is not None
        else seat_panel(settings, release, personas, models=models, samples=samples)
        for slug, release in read.items()
    }
    return Docket(read, everybody, panels)


def weighed(weights: Mapping[str, float], table: VotesTable, slug: str) -> Choice | None:
    """Return the heavier side of a release's votes; abstain where both weigh the same, None where nobody voted."""
    said = {seat: table.reduced(slug, seat) for seat in weights}
    ship = sum(weights[seat] for seat, vote in said.items() if vote == "ship")
    skip = sum(weights[seat] for seat, vote in said.items() if vote == "skip")
    if ship == skip:
        return "abstain" if any(vote is not None for vote in said.values()) else None
    return reduce_votes(["ship" if ship > skip else "skip"])
