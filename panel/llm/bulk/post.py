"""Sending batches, waiting for them, entering what comes back; killed at any moment, nothing is sent twice or lost."""

import asyncio
import datetime as dt
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from panel.domain.call import Request
from panel.errors import DeclarationError
from panel.llm.bulk.books import BulkBooks
from panel.llm.bulk.collecting import Collector
from panel.llm.bulk.holds import this_process
from panel.llm.bulk.lane import Lane
from panel.llm.bulk.nouns import Outcome, Posted
from panel.llm.bulk.office import Office
from panel.llm.bulk.pace import Pace
from panel.llm.bulk.submission import Submissions
from panel.llm.bulk.takings import Takings


class Post:
    """Submits batches, keeps account of them in the ledger's database, and collects them.

    Args:
        place: The ledger: an SQLite file, or the URL of a PostgreSQL database.
        pace: How often providers are asked.
        tell: Told in a sentence of whatever a person who waits wants to know.
    """

    def __init__(self, place: Path | str, pace: Pace, tell: Callable[[str], None]) -> None:
        self._office = Office(place, pace, tell)
        self._submissions, self._collector = Submissions(self._office), Collector(self._office)
        self._under_way: dict[str, asyncio.Task[None]] = {}
        self._elsewhere: set[str] = set()

    @property
    def waiting(self) -> int:
        """Batches that are under way."""
        return len(self._under_way)

    @property
    def takings(self) -> Takings:
        """What was collected so far."""
        return self._office.takings

    async def resume(self, open_lane: Callable[[str], Lane]) -> None:
        """Find every batch again that was sent, or may have been, and wait for it from now on.

        Raises:
            CallError: A provider can't be asked.
        """
        for posted in await self._office.run(BulkBooks.open):
            self._resume(posted, open_lane)

    async def join(self, open_lane: Callable[[str], Lane]) -> int:
        """Wait from now on for those batches of other runs that hold what was to be sent.

        Returns how many there are to wait for, or have been closed since: what they leave is to be looked at again.

        Raises:
            CallError: A provider can't be asked.
        """
        wanted, self._elsewhere = self._elsewhere, set()
        if not wanted:
            return 0
        found = {each.key: each for each in await self._office.run(BulkBooks.open) if each.key in wanted}
        return sum(self._resume(each, open_lane) for each in found.values()) + len(wanted - found.keys())

    def _resume(self, posted: Posted, open_lane: Callable[[str], Lane]) -> bool:
        if posted.key in self._under_way:
            return False
        stays = f"A batch of {posted.count:,} calls stays at {posted.server}"
        try:
            lane = open_lane(posted.model)
        except DeclarationError as error:
            self._office.tell(f"{stays}: {error}")
            return False
        if lane.server != posted.server:
            self._office.tell(f"{stays}: {lane.server} is set now.")
            return False
        if posted.batch is not None:
            since = f"since {posted.at:%d %B, %H:%M} UTC"
            self._office.tell(f"{posted.model}: batch {posted.batch} of {posted.count:,} calls is under way {since}.")
        self._wait_for(lane, posted)
        return True

    async def free(self, requests: Sequence[Request]) -> tuple[list[Request], list[Request]]:
        """Return those of these requests that may be sent, and those that no batch will answer any more.

        The others are under way. What was refused, or failed thrice, is for the direct run to ask.
        """
        ids = [each.id for each in requests]
        busy = await self._office.run(lambda books: books.under_way(ids))
        self._elsewhere.update(set(busy.values()) - set(self._under_way))
        before = await self._office.run(lambda books: books.outcomes(ids))
        idle = [each for each in requests if each.id not in busy]
        free = [each for each in idle if _worth_sending(before.get(each.id, ()))]
        return free, [each for each in idle if not _worth_sending(before.get(each.id, ()))]

    async def note(self, requests: Sequence[Request]) -> None:
        """Note what is about to be sent, so that its answers can be entered whoever brings them."""
        await self._office.run(lambda books: books.note(requests))

    async def submit(self, lane: Lane, requests: Sequence[str], file: Path) -> int:
        """Submit a file of lines, and wait for its batch from now on; return how many calls were sent.

        Raises:
            CallError: The provider can't be reached, or takes no batches.
        """
        posted = _about_to_be_posted(lane, len(requests))
        free = await self._office.run(lambda books: books.holds.claim(posted, requests))
        if len(free) < len(requests):
            _keep_only(file, requests, set(free))
            others = list(set(requests) - set(free))
            self._elsewhere.update((await self._office.run(lambda books: books.under_way(others))).values())
        if not free:
            return 0
        sent = await self._submissions.submit(lane, posted.model_copy(update={"count": len(free)}), file)
        if sent is None:
            self._elsewhere.add(posted.key)
            return 0
        self._wait_for(lane, sent)
        return len(free)

    async def collect(self) -> None:
        """Wait until every batch has ended and is entered.

        Raises:
            CallError: A provider can't be asked.
            DeclarationError: A provider rejected a batch, or somebody cancelled one there.
        """
        results = await asyncio.gather(*self._under_way.values(), return_exceptions=True)
        self._under_way.clear()
        for wrong in results:
            if isinstance(wrong, BaseException):
                raise wrong

    async def close(self) -> None:
        """Leave what is under way to its providers, and close the database."""
        for task in self._under_way.values():
            task.cancel()
        await asyncio.gather(*self._under_way.values(), return_exceptions=True)
        await self._office.close()

    def _wait_for(self, lane: Lane, posted: Posted) -> None:
        self._under_way[posted.key] = asyncio.create_task(self._collected(lane, posted))

    async def _collected(self, lane: Lane, posted: Posted) -> None:
        there = posted if posted.batch is not None else await self._submissions.recover(lane, posted)
        if there is not None:
            await self._collector.collect(lane, there)


def _about_to_be_posted(lane: Lane, count: int) -> Posted:
    return Posted(
        key=f"shipskip-{secrets.token_hex(12)}",
        model=lane.model,
        server=lane.server,
        rung=lane.ladder.rung,
        state="sending",
        batch=None,
        count=count,
        owner=this_process(),
        at=dt.datetime.now(dt.UTC),
    )


def _worth_sending(before: Sequence[Outcome]) -> bool:
    """Whether a request may be sent once more: the direct run does better with what was refused or failed thrice."""
    return "refused" not in before and "answered" not in before and before.count("failed") < 3


def _keep_only(file: Path, requests: Sequence[str], kept: set[str]) -> None:
    """Leave out of a file the lines of requests that somebody else has under way; line n is request n's."""
    beside = file.with_suffix(".kept")
    with file.open("rb") as lines, beside.open("wb") as left:
        left.writelines(line for line, request in zip(lines, requests, strict=True) if request in kept)
    beside.replace(file)
