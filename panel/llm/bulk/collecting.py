"""Waiting for a batch until it has ended, and entering what came back."""

import asyncio
from collections.abc import Sequence
from functools import partial

from panel.domain.call import Call
from panel.errors import DeclarationError
from panel.llm.bulk.calls import with_call
from panel.llm.bulk.lane import Lane
from panel.llm.bulk.nouns import Answer, Outcome, Posted
from panel.llm.bulk.office import Office
from panel.llm.bulk.submission import NEVER
from panel.llm.scrubbing import scrub

HANDFUL = 500
"""Answers entered in one transaction."""


class Collector:
    """Waits for batches and enters them.

    Args:
        office: The books, the pace and the count.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    async def collect(self, lane: Lane, posted: Posted) -> None:
        """Wait for a batch and enter it.

        Raises:
            CallError: The provider can't be asked.
            DeclarationError: It rejected the batch.
        """
        strangers: frozenset[str] = frozenset()
        while posted.batch is not None:
            if not await self._ended(lane, posted):
                return
            if await self._office.pace.patiently(partial(self._entered, lane, posted)):
                return
            strangers |= {posted.batch}  # it was somebody else's of the same size, made at the same time
            found = await self._office.find(lane, posted, strangers=strangers)
            posted = posted.model_copy(update={"batch": found})
        await self._office.drop(posted, "unsent", NEVER)

    async def _ended(self, lane: Lane, posted: Posted) -> bool:
        """Wait until a batch has ended; False if it was rejected and there is nothing to collect."""
        assert posted.batch is not None
        batch, looks, said = posted.batch, 0, ""
        while True:
            await asyncio.sleep(self._office.pace.pause(looks))
            looks += 1
            progress = await self._office.pace.patiently(lambda _: lane.look(batch))
            if progress.state == "ended":
                return True
            if progress.state == "rejected":
                await self._rejected(lane, posted, progress.problem or "", crowded=progress.crowded)
                return False
            now = f"{lane.model}: batch {batch} is {progress.said.replace('_', ' ')}" + (
                f", {progress.done:,} of {posted.count:,} calls are through." if progress.done else "."
            )
            if now != said:
                self._office.tell(now)
            said = now

    async def _rejected(self, lane: Lane, posted: Posted, problem: str, *, crowded: bool) -> None:
        outcome: Outcome = "crowded" if crowded else "cancelled"
        await self._office.drop(posted, outcome, problem)
        if not crowded:
            raise DeclarationError(f"{lane.server} rejected batch {posted.batch} of {lane.model!r}: {scrub(problem)}")
        self._office.tell(f"{lane.model}: {lane.server} has no room for batch {posted.batch} yet: {scrub(problem)}")

    async def _entered(self, lane: Lane, posted: Posted, _: int) -> bool:
        """Enter a batch that has ended; False if it isn't ours after all."""
        assert posted.batch is not None
        its, came, some = 0, 0, []
        before = self._office.takings.of("answered")
        async for answer in lane.answers(posted.batch):
            some.append(with_call(answer, lane, posted))
            came += 1
            if len(some) == HANDFUL:
                its += await self._enter(posted, some)
                some = []
        its += await self._enter(posted, some)
        if came and not its:
            return False
        await self._office.drop(posted, "failed", "no answer came back")
        answered = self._office.takings.of("answered") - before
        share = f"{answered:,} of {posted.count:,} answers"
        self._office.tell(f"{lane.model}: batch {posted.batch} has ended with {share}.")
        return True

    async def _enter(self, posted: Posted, some: Sequence[tuple[Answer, Call | None]]) -> int:
        if not some:
            return 0
        its, new = await self._office.run(lambda books: books.enter(posted.key, some))
        by_id = {answer.request: (answer.outcome, call) for answer, call in some}
        for outcome, call in (by_id[request] for request in new):
            self._office.takings.count(outcome)
            if call is not None:
                self._office.takings.add(call)
        return its
