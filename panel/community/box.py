"""The ballot box: takes votes from many readers at once, and says that one is counted only when the disk has it."""

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from panel.community.books import VoteBooks
from panel.community.casting import Cast, Effect
from panel.community.standing import Standing, standing
from panel.domain.ballot import Vote
from panel.llm.batches import Batches

Result = TypeVar("Result")

_FRESH_S = 2.0
"""Seconds for which a count is shown again without looking."""
_MOST_COUNTS = 10_000
"""Releases whose counts are remembered."""


class BallotBox:
    """Votes on their way to the store.

    Votes that come in while others are being written go into the next transaction together, so that hundreds of
    readers at once wait for a few writes to the disk and not for hundreds.

    Args:
        place: An SQLite file, or the URL of a PostgreSQL database.
        mark: Mark of the secret under which voters are hashed.
        threshold: Votes from which a percentage is shown.
        level: Probability that its interval should hold.
    """

    def __init__(self, place: Path | str, mark: str, threshold: int, level: float) -> None:
        self._threshold, self._level = threshold, level
        self._written, self._read = VoteBooks(place, mark), VoteBooks(place, mark)
        self._pen = ThreadPoolExecutor(max_workers=1, thread_name_prefix="votes")
        self._eye = ThreadPoolExecutor(max_workers=1, thread_name_prefix="counts")
        self._casting: Batches[Cast, Effect] = Batches(self._write, self._pen)
        self._counts: dict[str, tuple[float, Standing]] = {}

    async def open(self) -> None:
        """Make sure that votes can be taken before anybody is asked for one.

        Raises:
            DeclarationError: The store can't be used, or belongs to another secret.
        """
        await asyncio.get_running_loop().run_in_executor(self._pen, self._written.prepare)

    async def cast(self, cast: Cast) -> Effect:
        """Take a vote; it is on the disk when this returns.

        Raises:
            DeclarationError: The store can't be written to; the vote isn't counted.
        """
        effect = await self._casting.do(cast)
        if effect != "unchanged":
            self._counts.pop(cast.release, None)
        return effect

    async def standing(self, release: str) -> Standing:
        """Return how a release stands with readers, at most two seconds old."""
        now = time.monotonic()
        then, known = self._counts.get(release, (0.0, None))
        if known is not None and now - then < _FRESH_S:
            return known
        ship, skip = await self.reading(lambda books: books.count(release))
        if len(self._counts) >= _MOST_COUNTS:
            self._counts.clear()
        found = standing(ship, skip, self._threshold, self._level)
        self._counts[release] = (now, found)
        return found

    async def vote_of(self, release: str, voter: str, holder: str, link: str | None) -> Vote | None:
        """Return how a holder voted on a release; None if it hasn't, or if the link belongs to another."""
        return await self.reading(lambda books: books.vote_of(release, voter, holder, link))

    async def link_holder(self, link: str) -> str | None:
        """Return whose a link is; None while it is unused."""
        return await self.reading(lambda books: books.link_holder(link))

    async def holds_link(self, release: str, holder: str) -> bool:
        """Whether a holder used a link on a release."""
        return await self.reading(lambda books: books.holds_link(release, holder))

    async def reading(self, work: Callable[[VoteBooks], Result]) -> Result:
        """Read from the store without waiting for what is being written."""
        return await asyncio.get_running_loop().run_in_executor(self._eye, work, self._read)

    async def close(self) -> None:
        """Write what is waiting, and close the store."""
        await self._casting.finish()
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._pen, self._written.close)
        await loop.run_in_executor(self._eye, self._read.close)
        self._pen.shutdown()
        self._eye.shutdown()

    def _write(self, casts: Sequence[Cast]) -> list[Effect]:
        return self._written.cast(casts)
