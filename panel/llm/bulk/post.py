"""Sending batches, waiting for them, entering what comes back; killed at any moment, nothing is sent twice or lost."""

import asyncio
import datetime as dt
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import Field

from panel.domain.call import Call, Request
from panel.domain.noun import Noun
from panel.errors import CallError, DeclarationError, Refused
from panel.llm.answer import answered_by, usage_of, words_of
from panel.llm.bulk.books import BulkBooks, this_process
from panel.llm.bulk.lane import Lane
from panel.llm.bulk.nouns import Answer, Outcome, Posted
from panel.llm.ladder import Rung
from panel.llm.ledger import RENEW_S
from panel.llm.scrubbing import scrub

Result = TypeVar("Result")

HANDFUL = 500
"""Answers entered in one transaction."""
SUBMISSIONS = 8
"""Most attempts to submit one batch, and to ask about one, before its run gives up; the next run goes on."""
NEVER = "it was never submitted"


class Pace(Noun):
    """How often a provider is asked how far it is."""

    first_s: float = Field(default=2.0, gt=0)
    """Seconds until the first look at a batch; each pause after it is half as long again."""
    longest_s: float = Field(default=60.0, gt=0)
    """Seconds of the longest pause."""


class Post:
    """Submits batches, keeps account of them in the ledger's database, and collects them.

    Args:
        place: The ledger: an SQLite file, or the URL of a PostgreSQL database.
        pace: How often providers are asked.
        tell: Told in a sentence of whatever a person who waits wants to know.
    """

    def __init__(self, place: Path | str, pace: Pace, tell: Callable[[str], None]) -> None:
        self._books, self._pace, self._tell = BulkBooks(place), pace, tell
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bulk")
        self._under_way: dict[str, asyncio.Task[None]] = {}
        self._elsewhere: set[str] = set()
        self.counts: dict[Outcome, int] = {}
        """Lines by what became of them."""
        self.cost_usd, self.unpriced, self.tokens = 0.0, 0, 0
        """What the answers entered cost, how many have no known price, and what they read and wrote."""

    @property
    def waiting(self) -> int:
        """Batches that are under way."""
        return len(self._under_way)

    async def resume(self, open_lane: Callable[[str], Lane]) -> None:
        """Find every batch again that was sent, or may have been, and wait for it from now on.

        Raises:
            CallError: A provider can't be asked.
        """
        for posted in await self.run(self._books.open):
            self._resume(posted, open_lane)

    async def join(self, open_lane: Callable[[str], Lane]) -> int:
        """Wait from now on for those batches of other runs that hold what was to be sent; return how many they are.

        Raises:
            CallError: A provider can't be asked.
        """
        wanted, self._elsewhere = self._elsewhere, set()
        found = [posted for posted in await self.run(self._books.open) if posted.key in wanted] if wanted else []
        return sum(self._resume(posted, open_lane) for posted in found)

    def _resume(self, posted: Posted, open_lane: Callable[[str], Lane]) -> bool:
        if posted.key in self._under_way:
            return False
        stays = f"A batch of {posted.count:,} calls stays at {posted.server}"
        try:
            lane = open_lane(posted.model)
        except DeclarationError as error:
            self._tell(f"{stays}: {error}")
            return False
        if lane.server != posted.server:
            self._tell(f"{stays}: {lane.server} is set now.")
            return False
        if posted.batch is not None:
            since = f"since {posted.at:%d %B, %H:%M} UTC"
            self._tell(f"{posted.model}: batch {posted.batch} of {posted.count:,} calls is under way {since}.")
        self._wait_for(lane, posted)
        return True

    async def free(self, requests: Sequence[Request]) -> tuple[list[Request], list[Request]]:
        """Return those of these requests that may be sent, and those that no batch will answer any more.

        The others are under way. What was refused, or failed thrice, is for the direct run to ask.
        """
        ids = [each.id for each in requests]
        busy = await self.run(lambda: self._books.under_way(ids))
        self._elsewhere.update(set(busy.values()) - set(self._under_way))
        before = await self.run(lambda: self._books.outcomes(ids))
        idle = [each for each in requests if each.id not in busy]
        free = [each for each in idle if _worth_sending(before.get(each.id, ()))]
        return free, [each for each in idle if not _worth_sending(before.get(each.id, ()))]

    async def note(self, requests: Sequence[Request]) -> None:
        """Note what is about to be sent, so that its answers can be entered whoever brings them."""
        await self.run(lambda: self._books.note(requests))

    async def submit(self, lane: Lane, requests: Sequence[str], file: Path) -> int:
        """Submit a file of lines, and wait for its batch from now on; return how many calls were sent.

        Raises:
            CallError: The provider can't be reached, or takes no batches.
        """
        key = f"shipskip-{secrets.token_hex(12)}"
        posted = Posted(
            key=key,
            model=lane.model,
            server=lane.server,
            rung=lane.ladder.rung,
            state="sending",
            batch=None,
            count=len(requests),
            owner=this_process(),
            at=dt.datetime.now(dt.UTC),
        )
        free = await self.run(lambda: self._books.claim(posted, requests))
        if len(free) < len(requests):
            _keep_only(file, requests, set(free))
            others = list(set(requests) - set(free))
            self._elsewhere.update((await self.run(lambda: self._books.under_way(others))).values())
        if not free:
            return 0
        posted = posted.model_copy(update={"count": len(free)})
        async with self._holding(posted):
            batch = await self._submitted(lane, posted, file)
            await self.run(lambda: self._books.sent(key, batch))
        self._tell(f"{lane.model}: sent batch {batch} of {len(free):,} calls.")
        self._wait_for(lane, posted.model_copy(update={"state": "sent", "batch": batch}))
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
        await self.run(self._books.close)
        self._thread.shutdown()

    async def run(self, work: Callable[[], Result]) -> Result:
        """Do work on the books in their own thread; it is done even if nobody waits for it any more."""
        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._thread, work))

    def _wait_for(self, lane: Lane, posted: Posted) -> None:
        self._under_way[posted.key] = asyncio.create_task(self._collected(lane, posted))

    async def _submitted(self, lane: Lane, posted: Posted, file: Path) -> str:
        """Submit a batch; where it isn't clear whether an attempt arrived, look for it before there is another."""

        async def attempt(number: int) -> str:
            found = await self._find(lane, posted) if number else None
            return found or await lane.submit(posted, file)

        try:
            return await self._patiently(attempt)
        except CallError as error:
            if not error.may_retry:
                await self.run(partial(self._drop, posted, "cancelled", str(error)))
            raise

    async def _find(self, lane: Lane, posted: Posted, *, strangers: frozenset[str] = frozenset()) -> str | None:
        return await lane.find(posted, await self.run(self._books.known) | strangers)

    async def _patiently(self, attempt: Callable[[int], Awaitable[Result]]) -> Result:
        for number in range(SUBMISSIONS):
            try:
                return await attempt(number)
            except CallError as error:
                if not error.may_retry or number + 1 == SUBMISSIONS:
                    raise
                await asyncio.sleep(self._pause(number, getattr(error, "retry_after", None)))
            except (LookupError, TypeError, AttributeError) as odd:  # a server that calls itself compatible
                raise Refused(f"the provider's answer about a batch has an unknown form ({odd!r})") from None
        raise AssertionError

    def _pause(self, number: int, asked: float | None = None) -> float:
        return max(min(self._pace.first_s * 1.5**number, self._pace.longest_s), asked or 0.0)

    async def _collected(self, lane: Lane, posted: Posted) -> None:
        """Wait for a batch and enter it."""
        if posted.batch is None:
            adopted = await self._adopted(lane, posted)
            if adopted is None:
                return
            posted = adopted
        strangers: frozenset[str] = frozenset()
        while posted.batch is not None:
            if await self._ended(lane, posted):
                if await self._patiently(partial(self._entered, lane, posted)):
                    return
                strangers |= {posted.batch}  # it was somebody else's of the same size, made at the same time
                posted = posted.model_copy(update={"batch": await self._find(lane, posted, strangers=strangers)})
            else:
                return
        await self.run(partial(self._drop, posted, "unsent", NEVER))

    async def _adopted(self, lane: Lane, posted: Posted) -> Posted | None:
        """Wait until somebody else has submitted a batch; find it, or let its calls be sent anew, once they are gone.

        Returns None where there is nothing to be collected.
        """
        told = False
        while True:
            now = next((each for each in await self.run(self._books.open) if each.key == posted.key), None)
            if now is None or now.batch is not None:
                return now
            if await self.run(partial(self._books.take_over, now)):
                return await self._taken_over(lane, now)
            if not told:
                self._tell(f"Another process is about to submit {posted.count:,} calls of {posted.model}.")
            told = True
            await asyncio.sleep(self._pause(2))

    async def _taken_over(self, lane: Lane, posted: Posted) -> Posted | None:
        async with self._holding(posted):
            found = await self._patiently(lambda _: self._find(lane, posted))
            if found is None:  # what was sent with its owner's last breath may not be listed yet
                await asyncio.sleep(self._pause(2))
                found = await self._patiently(lambda _: self._find(lane, posted))
            if found is None:
                await self.run(partial(self._drop, posted, "unsent", NEVER))
                return None
            await self.run(partial(self._books.sent, posted.key, found))
        self._tell(f"{posted.model}: batch {found} of {posted.count:,} calls was found again.")
        return posted.model_copy(update={"state": "sent", "batch": found})

    @asynccontextmanager
    async def _holding(self, posted: Posted) -> AsyncIterator[None]:
        """Keep others from taking over the submission of a batch while the block runs, however long that takes."""

        async def hold() -> None:
            while True:
                await asyncio.sleep(RENEW_S)
                with suppress(DeclarationError):  # a database that is away for a moment
                    await self.run(partial(self._books.hold, posted.key))

        holding = asyncio.create_task(hold())
        try:
            yield
        finally:
            holding.cancel()
            with suppress(DeclarationError):
                await self.run(partial(self._books.let_go, posted.key))

    async def _ended(self, lane: Lane, posted: Posted) -> bool:
        """Wait until a batch has ended; False if it was rejected and there is nothing to collect."""
        assert posted.batch is not None
        batch, looks, said = posted.batch, 0, ""
        while True:
            await asyncio.sleep(self._pause(looks))
            looks += 1
            progress = await self._patiently(lambda _: lane.look(batch))
            if progress.state == "ended":
                return True
            if progress.state == "rejected":
                await self._rejected(lane, posted, progress.problem or "", crowded=progress.crowded)
                return False
            now = f"{lane.model}: batch {batch} is {progress.said.replace('_', ' ')}" + (
                f", {progress.done:,} of {posted.count:,} calls are through." if progress.done else "."
            )
            if now != said:
                self._tell(now)
            said = now

    async def _rejected(self, lane: Lane, posted: Posted, problem: str, *, crowded: bool) -> None:
        outcome: Outcome = "crowded" if crowded else "cancelled"
        await self.run(lambda: self._drop(posted, outcome, problem))
        if not crowded:
            raise DeclarationError(f"{lane.server} rejected batch {posted.batch} of {lane.model!r}: {scrub(problem)}")
        self._tell(f"{lane.model}: {lane.server} has no room for batch {posted.batch} yet: {scrub(problem)}")

    async def _entered(self, lane: Lane, posted: Posted, _: int = 0) -> bool:
        """Enter a batch that has ended; False if it isn't ours after all."""
        assert posted.batch is not None
        its, came, some = 0, 0, []
        before = self.counts.get("answered", 0)
        async for answer in lane.answers(posted.batch):
            some.append(_with_call(_stepped_down(lane, posted, answer), lane, posted))
            came += 1
            if len(some) == HANDFUL:
                its += await self._enter(posted, some)
                some = []
        its += await self._enter(posted, some)
        if came and not its:
            return False
        left = await self.run(lambda: self._books.close_batch(posted.key, "failed", "no answer came back"))
        self._count("failed", left)
        answered = self.counts.get("answered", 0) - before
        self._tell(f"{lane.model}: batch {posted.batch} has ended with {answered:,} of {posted.count:,} answers.")
        return True

    async def _enter(self, posted: Posted, some: Sequence[tuple[Answer, Call | None]]) -> int:
        if not some:
            return 0
        its, new = await self.run(lambda: self._books.enter(posted.key, some))
        by_id = {answer.request: (answer.outcome, call) for answer, call in some}
        for outcome, call in (by_id[request] for request in new):
            self._count(outcome, 1)
            if call is not None:
                self._add(call)
        return its

    def _add(self, call: Call) -> None:
        self.cost_usd += call.cost_usd or 0.0
        self.unpriced += call.cost_usd is None
        self.tokens += (call.usage.prompt_tokens or 0) + (call.usage.completion_tokens or 0)

    def _count(self, outcome: Outcome, number: int) -> None:
        self.counts[outcome] = self.counts.get(outcome, 0) + number

    def _drop(self, posted: Posted, outcome: Outcome, reason: str) -> None:
        self._count(outcome, self._books.close_batch(posted.key, outcome, reason))


def _worth_sending(before: Sequence[Outcome]) -> bool:
    """Whether a request may be sent once more: the direct run does better with what was refused or failed thrice."""
    return "refused" not in before and "answered" not in before and before.count("failed") < 3


def _stepped_down(lane: Lane, posted: Posted, answer: Answer) -> Answer:
    """Return the answer as one to be sent again, if it was refused for its rung and there is a lower one."""
    if answer.about_structure and lane.ladder.step_down(posted.rung):
        return Answer(answer.request, "crowded", reason=answer.reason)
    return answer


def _with_call(answer: Answer, lane: Lane, posted: Posted) -> tuple[Answer, Call | None]:
    if answer.completion is None:
        return answer, None
    return answer, call_of(answer, lane.model, rung=posted.rung, cost_usd=lane.price(answer.completion))


def call_of(answer: Answer, model: str, *, rung: Rung, cost_usd: float | None) -> Call:
    """Return an answer that came in bulk as a call; how long it took is nobody's business, so that is 0."""
    completion = answer.completion
    text, finish_reason = words_of(completion)
    return Call(
        request=answer.request,
        model=model,
        answered_by=answered_by(completion) or model,
        text=text,
        finish_reason=finish_reason,
        rung=rung,
        usage=usage_of(completion),
        cost_usd=cost_usd,
        at=dt.datetime.now(dt.UTC),
    )


def _keep_only(file: Path, requests: Sequence[str], kept: set[str]) -> None:
    """Leave out of a file the lines of requests that somebody else has under way; line n is request n's."""
    beside = file.with_suffix(".kept")
    with file.open("rb") as lines, beside.open("wb") as left:
        left.writelines(line for line, request in zip(lines, requests, strict=True) if request in kept)
    beside.replace(file)
