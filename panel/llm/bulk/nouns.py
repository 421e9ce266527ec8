"""The nouns of asking in bulk."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field

from panel.domain.noun import Noun
from panel.llm.ladder import Rung

Outcome = Literal["answered", "failed", "refused", "cancelled", "crowded", "unsent"]
"""What became of one line: ``failed`` may be sent again, ``refused`` would be refused again, ``crowded`` has to wait
until the provider's queue has room, ``unsent`` never reached the provider."""


class Limits(Noun):
    """How much one of a provider's batches may hold."""

    requests: int = Field(ge=1)
    """Most requests."""
    size: int = Field(ge=1)
    """Most bytes."""


class Posted(Noun):
    """A provider's batch, as the ledger's database knows it."""

    key: str
    """Our own name for it, known before it is submitted."""
    model: str
    """The model asked."""
    server: str
    """Address of the provider, without passwords."""
    rung: Rung
    """How structure was asked for."""
    state: Literal["sending", "sent", "closed"]
    """``sending`` until the provider's id is known, ``closed`` when every line has its outcome."""
    batch: str | None
    """The provider's own id."""
    count: int
    """Its requests."""
    owner: str
    """The process that was about to submit it."""
    at: dt.datetime
    """When it was about to be submitted (UTC)."""

    @property
    def place(self) -> str:
        """Which one it is, and where: ``batch b-1 at https://api.openai.com/v1 (since 2 May, 10:00 UTC)``."""
        name = "a batch that is being sent" if self.batch is None else f"batch {self.batch}"
        return f"{name} at {self.server} (since {self.at:%d %B, %H:%M} UTC)"


class Progress(Noun):
    """How far a provider is with a batch."""

    state: Literal["running", "ended", "rejected"]
    """``rejected`` if nothing of it was asked."""
    said: str
    """The provider's own word for it."""
    done: int = 0
    """Requests that are through, as far as the provider says so."""
    problem: str | None = None
    """Why it was rejected."""
    crowded: bool = False
    """Whether it was rejected only because too much is waiting already."""


@dataclass(frozen=True)
class Answer:
    """What came back for one line."""

    request: str
    """Its custom id: the id of the request."""
    outcome: Outcome
    """What became of it."""
    completion: Mapping[str, Any] | None = None
    """The answer in the form of a chat completion, if it was answered."""
    reason: str | None = None
    """Why it wasn't."""
    about_structure: bool = False
    """Whether it was refused for the way in which structure was asked for."""
