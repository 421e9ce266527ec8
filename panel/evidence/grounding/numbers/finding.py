"""What a check of a statement comes to."""

from dataclasses import dataclass
from typing import Literal

from panel.evidence.measures import Quantity

Found = Literal["supported", "contradicted", "unsupported"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one checkable part of a statement."""

    kind: Found
    """Whether it is borne out."""
    part: str
    """The words that were checked."""
    place: int | None = None
    """Where the sentence stands that decides it."""
    said: str = ""
    """What that sentence says instead."""
    span: tuple[int, int] | None = None
    """Where in that sentence the figure stands."""
    fit: float = 0.0
    """How much of the statement stands near what was found, from 0 to 1."""
    quantity: Quantity | None = None
    """The number that was checked, if it is one."""
