"""What became of one release of a batch."""

from typing import Literal

from pydantic import Field

from panel.domain.noun import Noun

State = Literal["done", "unchanged", "kept", "failed"]

PASSING = frozenset({"Unreachable", "RateLimited", "OverBudget", "UnderWay"})
"""Kinds of errors that say nothing about the release: another day the seat would vote."""


class Outcome(Noun):
    """What became of one release."""

    place: str
    """Where it was named: a path, or ``launches.jsonl, line 12``."""
    slug: str
    """Name of its folder under ``verdicts/``; empty if it can't be told."""
    state: State
    """``done``: heard, and its verdict stored; ``unchanged``: its stored verdict says what the panel would be asked
    today; ``kept``: the same, and an editor has worked on it; ``failed``: there is no new verdict."""
    reason: str | None = None
    """Why it failed, in one sentence; None if it didn't."""
    kind: str | None = None
    """The error's name, such as ``DeclarationError`` or ``Unreachable``, if it failed."""
    headline: str | None = None
    """The verdict in one line."""
    ship_percent: int | None = None
    """Ship %, if there is one."""
    spoiled: int = Field(default=0, ge=0)
    """Seats that failed."""
    seats: int = Field(default=0, ge=0)
    """Seats on the panel."""
    seated: tuple[str, ...] = ()
    """Personas that sat."""
    spoiled_by: tuple[str, ...] = ()
    """Names of the errors that spoiled ballots."""
    asked: int = Field(default=0, ge=0)
    """Calls that this run asked and stored for it."""
    from_ledger: int = Field(default=0, ge=0)
    """Ballot papers that were in the ledger already."""
    cost_usd: float | None = 0.0
    """US dollars of the calls that this run asked; None where a price is unknown."""
    tokens: int = Field(default=0, ge=0)
    """Tokens read and written by the calls that this run asked."""
    seconds: float = Field(default=0.0, ge=0)
    """From its admission to its verdict."""
