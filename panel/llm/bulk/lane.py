"""What every provider's batch API has in common."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from panel.domain.call import Request
from panel.llm.bulk.nouns import Answer, Limits, Posted, Progress
from panel.llm.ladder import Ladder


class Lane(Protocol):
    """The way to one model's batch API.

    Whatever asks somebody raises CallError where no answer came, which may be asked again if it says so.
    """

    model: str
    """The model as its user named it."""
    server: str
    """Its provider's address, without passwords: batches of another address are none of its."""
    limits: Limits
    """How much one batch may hold."""
    ladder: Ladder
    """How structure is asked for."""

    def line(self, request: Request) -> bytes:
        """Return a request as one line of a batch's file, without the line's end."""

    async def submit(self, posted: Posted, file: Path, still_ours: Callable[[], Awaitable[None]]) -> str:
        """Submit a file of lines once; return the provider's id of the batch.

        Args:
            posted: What is known of the batch.
            file: Its lines.
            still_ours: Awaited right before the batch is begun, which costs; whatever it raises keeps it from that.
        """

    async def find(self, posted: Posted, not_these: set[str]) -> str | None:
        """Return the provider's id of a batch that may have been submitted; None if it wasn't.

        Args:
            posted: What is known of it.
            not_these: Batches that it certainly isn't.
        """

    async def cancel(self, batch: str) -> None:
        """Cancel a batch; what is answered by now is paid for."""

    async def look(self, batch: str) -> Progress:
        """Return how far the provider is with a batch."""

    def answers(self, batch: str) -> AsyncIterator[Answer]:
        """Yield what came back for each line of a batch that has ended."""

    def price(self, completion: Mapping[str, Any]) -> float | None:
        """Return what an answer cost in a batch, in US dollars; None where that isn't known."""

    async def close(self) -> None:
        """Give back what it holds."""
