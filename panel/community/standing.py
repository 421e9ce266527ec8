"""Readers' votes counted: a percentage with its interval and n, or none yet; never pooled with a panel's."""

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from panel.domain.noun import Noun
from panel.stats.proportion import whole_percent
from panel.store.settings import Votes
from panel.store.workspace import Workspace

if TYPE_CHECKING:
    from panel.community.books import VoteBooks

LABEL: Final = "Readers’ votes"
"""What stands beside a community percentage, so that nobody takes it for the panel's."""


STORE_VARIABLE: Final = "SHIPSKIP_VOTES_STORE"
"""Environment variable with the URL of the votes' database; goes before ``panel.toml``, where no password belongs."""


class Standing(Noun):
    """How a release stands with readers; human votes only."""

    n: int
    """Readers who voted."""
    ship: int
    """Those of them who voted ship; not to be shown to readers unless ``shown``."""
    percent: int | None
    """Share that voted ship, whole percent; None below the threshold."""
    interval: tuple[int, int] | None
    """Wilson's interval around it, whole percent; None below the threshold."""
    interval_level: float = 0.95
    """Probability that the interval is meant to hold."""
    threshold: int
    """Votes from which a percentage is shown."""
    shown: bool
    """Whether there are enough votes to show a percentage."""

    @property
    def skip(self) -> int:
        """Readers who voted skip."""
        return self.n - self.ship

    @property
    def headline(self) -> str:
        """One line for people: ``59 % of 34 readers would ship it (95 % interval 42–74 %)``."""
        if self.percent is None or self.interval is None:
            votes = "no votes yet" if not self.n else f"{self.n} vote{'' if self.n == 1 else 's'} so far"
            return f"— {votes}; shown from {self.threshold}"
        low, high = self.interval
        level = f"{self.interval_level * 100:g}"
        return f"{self.percent} % of {self.n} readers would ship it ({level} % interval {low}–{high} %)"


def standing(ship: int, skip: int, threshold: int, level: float = 0.95) -> Standing:
    """Count votes; below the threshold there is no percentage."""
    n = ship + skip
    if n < threshold:
        return Standing(n=n, ship=ship, percent=None, interval=None, threshold=threshold, shown=False)
    percent, interval = whole_percent(ship, n, level)
    return Standing(
        n=n, ship=ship, percent=percent, interval=interval, interval_level=level, threshold=threshold, shown=True
    )


def standings(home: Workspace, *, until: dt.datetime | None = None) -> dict[str, Standing]:
    """Return how every release stands on which readers voted, by slug; empty where no vote was ever stored.

    Args:
        home: The workspace.
        until: Count only what was voted before this moment, each reader's latest vote.

    Raises:
        DeclarationError: The votes can't be read.
    """
    settings = home.panel_settings()
    books = opened(home, settings.votes)
    if books is None:
        return {}
    try:
        counts = books.counts(until=until)
    finally:
        books.close()
    level = settings.interval_level
    return {slug: standing(*votes, settings.votes.threshold, level) for slug, votes in sorted(counts.items())}


def opened(home: Workspace, votes: Votes) -> "VoteBooks | None":
    """Return the votes' books; None where no vote was ever stored, and then no database library is loaded either."""
    place = vote_place(home, votes)
    if isinstance(place, Path) and not place.exists():
        return None
    from panel.community.books import VoteBooks

    return VoteBooks(place)


def vote_place(home: Workspace, votes: Votes) -> Path | str:
    """Return where a workspace keeps its votes: a file, or the URL of a database, which the environment may name."""
    return os.environ.get(STORE_VARIABLE, "").strip() or votes.store or home.votes_file
