"""A run: releases come in as a stream, a bounded number of them is heard at once, everything is kept at once."""

import asyncio
import datetime as dt
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import replace
from itertools import islice

from panel.batch.account import Tab
from panel.batch.budget import Budget
from panel.batch.entry import Entry
from panel.batch.hear import Ear, Hearings, hear_elsewhere, hear_one, open_hearings
from panel.batch.journal import Journal
from panel.batch.nouns import Caps, Count, Summary, Wanted
from panel.batch.outcome import Outcome
from panel.batch.pacing import Pacing
from panel.batch.panel_hash import PanelHash
from panel.batch.refreshing import Comparisons
from panel.batch.sifting import Sieve, line_of
from panel.batch.workers import Workers
from panel.domain.release import Release
from panel.errors import DeclarationError, PanelError
from panel.llm.ledger import Ledger
from panel.llm.room import Gateway
from panel.llm.rooms import open_gateway
from panel.sitting import Case, Sitting
from panel.stats.effective import mean_correlation
from panel.store.ballot_history import past_votes
from panel.store.workspace import Workspace
from panel.store.writable import check_writable

ELSEWHERE = 256
"""Releases under way at most where other machines hear them: enough tasks for a cluster, few enough for memory."""
GIVE_UP = 10
"""Releases in a row of which no seat could be reached, after which a run ends: the provider is down."""

HISTORY = 1_000
"""Past verdicts from which the seats' correlation is estimated."""

LOOK_S = 0.05
"""Seconds until a run looks again whether more could be under way."""


class Stop:
    """Asks a run to end: what is under way is finished and kept, nothing new is begun."""

    def __init__(self) -> None:
        self.reason: str | None = None
        self.why: str | None = None

    def now(self, reason: str, why: str) -> None:
        """End, for the first reason that is given."""
        if self.reason is None:
            self.reason, self.why = reason, why


async def run_batch(
    home: Workspace,
    entries: Iterable[Entry],
    wanted: Wanted,
    caps: Caps | None = None,
    *,
    tell: Callable[[Outcome], None] = lambda _: None,
    say: Callable[[str], None] = lambda _: None,
    watch: Callable[["Run"], None] = lambda _: None,
    stop: Stop | None = None,
    ear: Ear | None = None,
    before: Callable[[Hearings], Awaitable[None]] | None = None,
) -> Summary:
    """Hear a stream of releases and say what became of them.

    Args:
        home: The workspace.
        entries: The releases; any number, they are never held at once.
        wanted: Who sits, and how models are asked.
        caps: Where it ends.
        tell: Told what became of each release, in the order in which they end.
        say: Told in sentences what else is worth knowing.
        watch: Given the run when it begins, to look at its progress.
        stop: Asks it to end.
        ear: Hears a release elsewhere than in this process.
        before: Called once before the first release is heard, if any must be.

    Raises:
        DeclarationError: The workspace, the ledger or the disk can't be used; what was done until then is kept.
    """
    run = Run(home, wanted, caps or Caps(), tell, say, stop or Stop(), ear, before)
    watch(run)
    return await run.go(entries)


class Run:
    """One run; see :func:`run_batch`."""

    def __init__(
        self,
        home: Workspace,
        wanted: Wanted,
        caps: Caps,
        tell: Callable[[Outcome], None],
        say: Callable[[str], None],
        stop: Stop,
        ear: Ear | None = None,
        before: Callable[[Hearings], Awaitable[None]] | None = None,
    ) -> None:
        self.home, self.wanted, self.caps, self.stop = home, wanted, caps, stop
        self._tell, self._say, self._ear, self._before = tell, say, ear, before
        self._count = Count()
        self._opened: Hearings | None = None
        self.began = time.monotonic()
        """When it began, by a clock that only grows."""
        self.under_way = 0
        """Releases that are being heard."""
        self._error: BaseException | None = None
        self._row = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._ready = False

    @property
    def summary(self) -> Summary:
        """What it came to so far."""
        return self._count.summary(Tab() if self._opened is None else self._opened.account.total)

    @property
    def seconds(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self.began

    async def go(self, entries: Iterable[Entry]) -> Summary:
        """Hear everything."""
        async with self._ready_to_hear():
            number = self._journal.begin(self.wanted.model_dump(mode="json"))
            record = self.home.verdict_file
            sieve = Sieve(entries, self._journal, self._hashes.of_seats, record, retry=self.wanted.retry)
            try:
                await self._take_in(sieve)
                await self._drain()
            except BaseException:
                for task in self._tasks:
                    task.cancel()
                await asyncio.gather(*self._tasks, return_exceptions=True)
                raise
            if self._error is not None:
                await self._pacing.come_to_rest()
                raise self._error
            summary = await self._finish()
            self._journal.end(number, summary.model_dump(mode="json"))
        return summary

    @asynccontextmanager
    async def _ready_to_hear(self) -> AsyncIterator[None]:
        wanted = self.wanted
        sitting = Sitting(
            self.home, models=wanted.models, seats=wanted.seats, samples=wanted.samples, adaptive=wanted.adaptive
        )
        calls = sitting.settings.calls
        at_once = wanted.at_once or calls.at_once
        self._pacing = Pacing(at_once, calls.limits)
        self._workers = Workers(self.home, wanted.workers)

        def gateway(ledger: Ledger) -> Gateway:
            return open_gateway(calls, ledger, self._pacing)

        async with AsyncExitStack() as stack:
            self._journal = Journal(self.home.root / ".shipskip" / "batch.db")
            stack.push_async_callback(self._journal.close)
            stack.push_async_callback(self._workers.close)
            self._hearings = self._opened = await stack.enter_async_context(
                open_hearings(
                    sitting,
                    gateway=gateway,
                    keep=self._workers.keep,
                    examine=self._workers.examine,
                    retry=wanted.retry,
                )
            )
            self._hearings.account.settle = self._pacing.settle
            self._hearings.account.fail = self._pacing.shut
            self._hearings.account.storing = self._pacing.storing
            self._hashes = PanelHash(sitting, self._hearings.bench)
            self._budget = Budget(self.caps.usd, self.caps.tokens, self._hearings.account)
            self._comparisons = Comparisons(self.home)
            calls_each = max(len(sitting.places) * (wanted.samples or sitting.settings.samples), 1)
            self._window = max(4, -(-2 * at_once // calls_each) + 4)
            if self._ear is not None:
                self._window = max(self._window, ELSEWHERE)
            yield

    async def _take_in(self, sieve: Sieve) -> None:
        while self._goes_on() and (chunk := await asyncio.to_thread(sieve.next)):
            for entry, known in chunk:
                if known is not None:
                    self._note(known)
                elif await self._room() and await self._prepared():
                    self.under_way += 1
                    task = asyncio.create_task(self._hear(entry))
                    self._tasks.add(task)
                    task.add_done_callback(self._tasks.discard)
                else:
                    self._count.left_some = True
                    return

    def _goes_on(self) -> bool:
        if self.caps.until is not None and dt.datetime.now(dt.UTC) >= self.caps.until:
            self.stop.now("deadline", "the deadline came")
        return self.stop.reason is None and self._error is None

    async def _room(self) -> bool:
        """Wait until another release may be heard; False if the run ends."""
        while self._goes_on():
            more = 4 * self._window if self._pacing.held_up else self._window
            if self.under_way < more:
                return True
            await asyncio.wait(self._tasks, timeout=LOOK_S, return_when=asyncio.FIRST_COMPLETED)
        return False

    async def _prepared(self) -> bool:
        """Find out, before the first release is heard, whether every model can be asked; False if the run ends here."""
        if not self._ready:
            await self._prepare()
        return self._goes_on()

    async def _prepare(self) -> None:
        self._ready = True
        sitting, bench = self._hearings.sitting, self._hearings.bench
        await asyncio.to_thread(sitting.check, _cases(sitting), bench)
        votes = past_votes(self.home.verdicts_folder, without="")
        correlation = await asyncio.to_thread(lambda: mean_correlation(islice(votes, HISTORY)))
        self._hearings = replace(self._hearings, correlation=correlation)
        if self._before is not None:
            check_writable(self.home.verdicts_folder)
            await self._before(self._hearings)
            self._budget.spent_usd, self._budget.spent_tokens = self._spent()

    async def _hear(self, entry: Entry) -> None:
        try:
            outcome = await self._heard(entry)
            if outcome.kind == "OverBudget" and outcome.state == "failed":
                self.stop.now("budget", "what is left of the budget isn't enough for another release's whole panel")
                self._count.left_some = True
                return
            await self._journal_it(entry, outcome)
            self._note(outcome)
            self._watch_for_outage(outcome)
        except PanelError as error:
            self._error = self._error or error
            self._pacing.shut(error)  # what is under way may still be stored
        except Exception as error:  # noqa: BLE001 - a closed pipe, a defect: the run ends by it, and never as if all were well
            self._error = self._error or error
            self._pacing.shut(DeclarationError(f"{entry.place}: {type(error).__name__}: {error}"))
        finally:
            self.under_way -= 1

    async def _heard(self, entry: Entry) -> Outcome:
        def admit(case: Case) -> AbstractAsyncContextManager[None]:
            return self._budget.admit(case, self._hearings.bench)

        if self._ear is None:
            return await hear_one(entry, self._hearings, admit=admit)
        return await hear_elsewhere(entry, self._hearings, self._ear, admit=admit)

    async def _journal_it(self, entry: Entry, outcome: Outcome) -> None:
        panel = self._hashes.of_seats(outcome.seated)
        if panel is not None and outcome.slug:
            line = line_of(entry, outcome, panel, self.home.verdict_file(outcome.slug))
            if line is not None:
                await self._journal.note(line)

    def _note(self, outcome: Outcome) -> None:
        self._count.note(outcome)
        if outcome.state == "done":
            self._comparisons.touch(outcome.slug)
        self._tell(outcome)

    def _spent(self) -> tuple[float, int]:
        total = self._hearings.account.total
        return total.cost_usd, total.tokens

    def _watch_for_outage(self, outcome: Outcome) -> None:
        self._row = self._row + 1 if outcome.state == "failed" and outcome.kind == "Unreachable" else 0
        if self._row >= GIVE_UP:
            why = f"no seat could be reached for {GIVE_UP} releases in a row: {outcome.reason}"
            self.stop.now("unreachable", why)

    async def _drain(self) -> None:
        if self._tasks:
            await asyncio.gather(*self._tasks)

    async def _finish(self) -> Summary:
        made, left = await asyncio.to_thread(self._comparisons.refresh)
        for member in left:
            again = f"shipskip compare {' '.join(member.slugs)}"
            self._say(f"{member.name} is overtaken, since a verdict in it changed; run: {again}")
        return self.summary.model_copy(
            update={
                "comparisons": made,
                "pauses": {lane.name: lane.refused for lane in self._pacing.lanes.values() if lane.refused},
                "seconds": round(self.seconds, 3),
                "stopped": self.stop.reason,
                "why": self.stop.why,
            }
        )


def _cases(sitting: Sitting) -> list[Case]:
    """Return cases on which every persona sits that may: whatever they need is checked before anything is paid."""
    firsts = [place.personas[0] for place in sitting.places]
    seated = [
        [*firsts[:number], name, *firsts[number + 1 :]]
        for number, place in enumerate(sitting.places)
        for name in place.personas
    ]
    nobody = Release(slug="any", name="any")
    cases: list[Case] = [Case(nobody, sitting.seat(nobody).panel)]  # complains about personas that aren't known
    for names in seated:
        try:
            panel = sitting.panel_of(names)
        except DeclarationError:
            continue  # one persona twice: such a panel never sits
        if panel is not None:
            cases.append(Case(nobody, panel))
    return cases
