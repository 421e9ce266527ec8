"""What a run is asked for, and what it came to."""

import datetime as dt
from typing import get_args

from pydantic import Field

from panel.batch.account import Tab
from panel.batch.outcome import Outcome, State
from panel.domain.noun import Noun


class Wanted(Noun):
    """What a run is asked for; the journal keeps it, so that ``--resume`` alone goes on with it."""

    places: tuple[str, ...] = ()
    """Files, folders, patterns and lists, as they were given."""
    folder: str = "."
    """The folder that relative places are relative to."""
    models: tuple[str, ...] = ()
    """The models for every seat; empty for what the workspace says."""
    seats: str | None = None
    """Personas in order; None for what the workspace says."""
    samples: int | None = None
    """Ballots per seat; None for what the workspace says."""
    adaptive: bool | None = None
    """Whether further samples are cast only where they matter."""
    engine: str = "local"
    """Who asks: ``local``, ``ray`` or ``provider``."""
    at_once: int | None = Field(default=None, ge=1, le=10_000)
    """Requests under way at the same time; None for what the workspace says."""
    workers: int | None = Field(default=None, ge=0, le=64)
    """Processes that read evidence and write records; None for one per core."""
    retry: bool = False
    """Whether every spoiled ballot is asked for again."""
    capped: bool = False
    """Whether it had a budget: going on with it needs one too."""


class Caps(Noun):
    """Where a run ends before its input does."""

    usd: float | None = Field(default=None, ge=0)
    """US dollars that it may spend."""
    tokens: int | None = Field(default=None, ge=0)
    """Tokens that it may spend."""
    until: dt.datetime | None = None
    """When it begins nothing new any more."""


class Summary(Noun):
    """What a run came to."""

    releases: int = Field(default=0, ge=0)
    """Releases that it looked at."""
    done: int = Field(default=0, ge=0)
    """Heard, and their verdicts stored."""
    unchanged: int = Field(default=0, ge=0)
    """Left as they are: the panel would be asked the same."""
    kept: int = Field(default=0, ge=0)
    """The same, and an editor has worked on them."""
    failed: int = Field(default=0, ge=0)
    """Without a new verdict, each for its own reason."""
    left: int | None = Field(default=0, ge=0)
    """Not begun; None where nobody knows how many."""
    spoiled: int = Field(default=0, ge=0)
    """Spoiled ballots in the verdicts looked at."""
    asked: int = Field(default=0, ge=0)
    """Calls asked and stored."""
    from_ledger: int = Field(default=0, ge=0)
    """Ballot papers that were stored already."""
    cost_usd: float = Field(default=0.0, ge=0)
    """US dollars of the calls asked whose price is known."""
    unpriced: int = Field(default=0, ge=0)
    """Calls asked whose price isn't."""
    tokens: int = Field(default=0, ge=0)
    """Tokens read and written by the calls asked."""
    pauses: dict[str, int] = Field(default_factory=dict)
    """How often each provider asked for a pause."""
    comparisons: tuple[str, ...] = ()
    """Comparisons made anew because a verdict in them changed."""
    seconds: float = Field(default=0.0, ge=0)
    """How long it took."""
    stopped: str | None = None
    """Why it ended before its input did: ``budget``, ``deadline``, ``interrupted`` or ``unreachable``."""
    why: str | None = None
    """The same in a sentence."""

    @property
    def exit_code(self) -> int:
        """0 if every release has all its ballots, 1 if some failed or were spoiled, 3 at the budget or the deadline."""
        if self.stopped in ("budget", "deadline"):
            return 3
        if self.stopped == "interrupted":
            return 130
        return 1 if self.failed or self.spoiled or self.stopped else 0


class Count:
    """A run's sums while it goes on."""

    def __init__(self) -> None:
        self._states: dict[str, int] = dict.fromkeys(get_args(State), 0)
        self._spoiled = self._from_ledger = 0
        self.left_some = False
        """Whether releases were left that nobody has counted."""

    def note(self, outcome: Outcome) -> None:
        """Add what became of a release."""
        self._states[outcome.state] += 1
        self._spoiled += outcome.spoiled
        self._from_ledger += outcome.from_ledger

    def summary(self, total: Tab) -> Summary:
        """Return the sums so far.

        Args:
            total: What was asked.
        """
        return Summary(
            releases=sum(self._states.values()),
            **self._states,
            left=None if self.left_some else 0,
            spoiled=self._spoiled,
            from_ledger=self._from_ledger,
            asked=total.asked,
            cost_usd=round(total.cost_usd, 10),
            unpriced=total.unpriced,
            tokens=total.tokens,
        )
