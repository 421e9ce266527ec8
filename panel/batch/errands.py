"""What is to be asked in bulk about one release, and what a run in bulk came to."""

from typing import NamedTuple

from pydantic import Field

from panel.domain.call import Request
from panel.domain.noun import Noun


class Errand(NamedTuple):
    """What one model is to be asked about one release."""

    model: str
    """The model."""
    in_bulk: tuple[Request, ...]
    """What goes into a batch."""
    directly: tuple[Request, ...]
    """What the run that follows asks at the full price: answers to be repaired, and calls that batches gave up."""


class Returned(Noun):
    """What a run through the providers' batch APIs came to."""

    sent: int = Field(default=0, ge=0)
    """Calls sent, resent ones counted again."""
    answered: int = Field(default=0, ge=0)
    """Answers entered into the ledger, those of an earlier run's batches included."""
    failed: int = Field(default=0, ge=0)
    """Calls that came back without an answer, each time counted: errors, and calls that expired."""
    turned_away: int = Field(default=0, ge=0)
    """Releases of which nothing was sent, because they didn't fit into what may be spent."""
    cost_usd: float = Field(default=0.0, ge=0)
    """US dollars of the answers whose price is known."""
    unpriced: int = Field(default=0, ge=0)
    """Answers whose price isn't."""
    tokens: int = Field(default=0, ge=0)
    """Tokens read and written."""
