"""What everybody who has to do with batches shares: the books in a thread of their own, the pace, and the count."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from panel.llm.bulk.books import BulkBooks
from panel.llm.bulk.lane import Lane
from panel.llm.bulk.nouns import Outcome, Posted
from panel.llm.bulk.pace import Pace
from panel.llm.bulk.takings import Takings

Result = TypeVar("Result")


class Office:
    """Keeps the books of one run.

    Args:
        place: The ledger: an SQLite file, or the URL of a PostgreSQL database.
        pace: How often providers are asked.
        tell: Told in a sentence of whatever a person who waits wants to know.
    """

    def __init__(self, place: Path | str, pace: Pace, tell: Callable[[str], None]) -> None:
        self.pace, self.tell, self.takings = pace, tell, Takings()
        self._books = BulkBooks(place)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bulk")

    async def run(self, work: Callable[[BulkBooks], Result]) -> Result:
        """Do work on the books in their own thread; it is done even if nobody waits for it any more."""
        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._thread, work, self._books))

    async def find(self, lane: Lane, posted: Posted, *, strangers: frozenset[str] = frozenset()) -> str | None:
        """Look once for a batch at its provider; those known by name, and strangers', it certainly isn't."""
        return await lane.find(posted, await self.run(BulkBooks.known) | strangers)

    async def drop(self, posted: Posted, outcome: Outcome, reason: str) -> None:
        """Close a batch; what is still without an outcome gets this one."""
        self.takings.count(outcome, await self.run(lambda books: books.close_batch(posted.key, outcome, reason)))

    async def close(self) -> None:
        """Close the books."""
        await self.run(BulkBooks.close)
        self._thread.shutdown()
