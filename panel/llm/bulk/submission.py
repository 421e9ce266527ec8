"""Submitting a batch, once: by whoever holds its claim, or by nobody; killed or asleep, another run takes it over."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from panel.errors import CallError, DeclarationError, RateLimited
from panel.llm.bulk.lane import Lane
from panel.llm.bulk.nouns import Posted
from panel.llm.bulk.office import Office
from panel.llm.ledger import RENEW_S

NEVER = "it was never submitted"


class _Lost(Exception):
    """Another run has taken over: this one was silent for longer than its claim holds."""


class Submissions:
    """Submits the batches of one run, and goes on with those that other runs left half-way.

    Args:
        office: The books, the pace and the count.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    async def submit(self, lane: Lane, posted: Posted, file: Path) -> Posted | None:
        """Submit a batch that is claimed; None if another run has taken it over: that one sees to its calls.

        Raises:
            CallError: The provider can't be reached, or takes no batches.
        """
        async with self._holding(posted):
            try:
                batch = await self._begun(lane, posted, file)
            except _Lost:
                silent = "while this one was silent"
                self._office.tell(f"{lane.model}: another run has taken over {posted.count:,} calls {silent}.")
                return None
            noted = await self._office.run(lambda books: books.holds.sent(posted.key, batch))
        if not noted:
            await self._call_off(lane, posted, batch)
            return None
        self._office.tell(f"{lane.model}: sent batch {batch} of {posted.count:,} calls.")
        return posted.model_copy(update={"state": "sent", "batch": batch})

    async def _begun(self, lane: Lane, posted: Posted, file: Path) -> str:
        """Begin a batch; where it isn't clear whether an attempt arrived, look for it before there is another."""
        unsure = False

        async def still_ours() -> None:
            nonlocal unsure
            if not await self._office.run(lambda books: books.holds.own(posted.key)):
                raise _Lost
            unsure = True

        async def attempt(number: int) -> str:
            nonlocal unsure
            patience = self._office.pace.listed_s if unsure else 0.0
            if number and (found := await self._looked_for(lane, posted, patience)) is not None:
                return found
            unsure = False
            try:
                return await lane.submit(posted, file, still_ours)
            except CallError as error:
                unsure = unsure and error.may_retry and not isinstance(error, RateLimited)
                raise

        try:
            return await self._office.pace.patiently(attempt)
        except CallError as error:
            if not error.may_retry and not unsure:
                reason = str(error)
                left = await self._office.run(lambda books: books.holds.drop(posted.key, "cancelled", reason))
                self._office.takings.count("cancelled", left or 0)
            raise

    async def _looked_for(self, lane: Lane, posted: Posted, seconds: float) -> str | None:
        """Look for a batch until its provider must have listed it, if it was begun at all."""
        until, number = time.monotonic() + seconds, 0
        while True:
            late = time.monotonic() >= until
            found = await self._office.find(lane, posted)
            if found is not None or late:
                return found
            if not number:
                what = f"a batch of {posted.count:,} calls that may have been begun"
                self._office.tell(f"{lane.model}: looking for {seconds:g} s for {what}.")
            await asyncio.sleep(min(self._office.pace.pause(number), max(until - time.monotonic(), 0)))
            number += 1

    async def _call_off(self, lane: Lane, posted: Posted, batch: str) -> None:
        """Cancel a batch that was begun after its calls had been left to another run."""
        late = f"{lane.model}: batch {batch} of {posted.count:,} calls was begun too late, another run sees to them"
        try:
            await self._office.pace.patiently(lambda _: lane.cancel(batch))
        except CallError as error:
            yourself = f"it can't be cancelled, so cancel it at {lane.server} yourself"
            self._office.tell(f"{late}; {yourself}: {error.problem}.")
        else:
            self._office.tell(f"{late}; it was cancelled.")

    async def recover(self, lane: Lane, posted: Posted) -> Posted | None:
        """Wait until somebody else has submitted a batch; once they are gone, find it, or let its calls be sent anew.

        Returns None where there is nothing to be collected.

        Raises:
            CallError: The provider can't be asked.
        """
        told = False
        while True:
            there = await self._office.run(lambda books: books.open())
            now = next((each for each in there if each.key == posted.key), None)
            if now is None or now.batch is not None:
                return now
            if await self._office.run(lambda books: books.holds.own(posted.key)):
                await self._take_over(lane, now)
                continue
            if not told:
                self._office.tell(f"Another process is about to submit {posted.count:,} calls of {posted.model}.")
            told = True
            await asyncio.sleep(self._office.pace.pause(2))

    async def _take_over(self, lane: Lane, posted: Posted) -> None:
        office = self._office
        async with self._holding(posted):
            found = await office.pace.patiently(lambda _: self._looked_for(lane, posted, office.pace.listed_s))
            if found is None:
                left = await office.run(lambda books: books.holds.drop(posted.key, "unsent", NEVER))
                office.takings.count("unsent", left or 0)
            elif await office.run(lambda books: books.holds.sent(posted.key, found)):
                office.tell(f"{posted.model}: batch {found} of {posted.count:,} calls was found again.")

    @asynccontextmanager
    async def _holding(self, posted: Posted) -> AsyncIterator[None]:
        """Keep others from taking over the submission of a batch while the block runs, however long that takes."""

        async def hold() -> None:
            while True:
                await asyncio.sleep(RENEW_S)
                with suppress(DeclarationError):  # a database that is away for a moment
                    await self._office.run(lambda books: books.holds.hold(posted.key))

        holding = asyncio.create_task(hold())
        try:
            yield
        finally:
            holding.cancel()
            with suppress(DeclarationError):
                await self._office.run(lambda books: books.holds.let_go(posted.key))
