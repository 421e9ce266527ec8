"""A Panel is an ordered list of Seats."""

from pydantic import Field

from panel.domain.noun import Noun
from panel.domain.persona import Persona


class Seat(Noun):
    """One place on a panel, with the persona that takes it for the release at hand."""

    persona: Persona
    """Who sits here."""
    models: tuple[str, ...] = Field(min_length=1)
    """The models that speak for it, as litellm names them, or ``builtin``; several are a jury. ``a else b`` is a chain:
    b is asked where a can't answer."""
    samples: int = Field(default=1, ge=1, le=99)
    """How many ballots each model casts; they are reduced to its one vote."""
    weight: float = Field(default=1.0, gt=0, le=100)
    """Weight of its vote."""
    note: str | None = None
    """What an editor asks the persona to consider, where the seat is asked again; part of every recipe."""


class Panel(Noun):
    """Who judges a release, in order of speaking."""

    seats: tuple[Seat, ...] = Field(min_length=1)
    """The seats, in order."""
    quorum: float = Field(default=0.5, ge=0, lt=1)
    """More than this share of the seats must have voted before there is a percentage."""
    interval_level: float = Field(default=0.95, gt=0, lt=1)
    """Level of the percentage's interval."""
    adaptive: bool = False
    """Whether a seat casts its further samples only where the panel is close or the seat wavers."""
