"""A run: releases come in as a stream, a bounded number of them is heard at once, everything is kept at once."""

import asyncio
import datetime as dt
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from itertools import islice

from panel.batch.account import Tab
from panel.batch.cases import sample_cases
from panel.batch.entry import Entry
from panel.batch.hear import Ear, Hearings, hear_elsewhere, hear_one
from panel.batch.nouns import Caps, Count, Summary, Wanted
from panel.batch.outcome import Outcome
from panel.batch.sifting import Sieve, line_of
from panel.batch.stop import Stop
from panel.batch.tools import open_tools
from panel.errors import DeclarationError, PanelError
from panel.sitting import Case
from panel.stats.effective import mean_correlation
from panel.store.ballot_history import past_votes
from panel.store.workspace import Workspace
from panel.store.writable import check_writable

GIVE_UP = 10
"""Releases in a row of which no seat could be reached, after which a run ends: the provider is down."""

HISTORY = 1_000
"""Past verdicts from which the seats' correlation is estimated."""

LOOK_S = 0.05
"""Seconds until a run looks again whether more could be under way."""


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
        async with open_tools(self.home, self.wanted, self.caps, elsewhere=self._ear is not None) as tools:
            self._tools, self._hearings, self._opened = tools, tools.hearings, tools.hearings
            number = self._tools.journal.begin(self.wanted.model_dump(mode="json"))
            record = self.home.verdict_file
            sieve = Sieve(entries, self._tools.journal, self._tools.hashes.of_seats, record, retry=self.wanted.retry)
            try:
                await self._take_in(sieve)
                await self._drain()
            except BaseException:
                for task in self._tasks:
                    task.cancel()
                await asyncio.gather(*self._tasks, return_exceptions=True)
                raise
            if self._error is not None:
                await self._tools.pacing.come_to_rest()
                raise self._error
            summary = await self._finish()
            self._tools.journal.end(number, summary.model_dump(mode="json"))
        return summary

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
            more = 4 * self._tools.window if self._tools.pacing.held_up else self._tools.window
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
        await asyncio.to_thread(sitting.check, sample_cases(sitting), bench)
        votes = past_votes(self.home.verdicts_folder, without="")
        correlation = await asyncio.to_thread(lambda: mean_correlation(islice(votes, HISTORY)))
        self._hearings = replace(self._hearings, correlation=correlation)
        if self._before is not None:
            check_writable(self.home.verdicts_folder)
            await self._before(self._hearings)
            self._tools.budget.spent_usd, self._tools.budget.spent_tokens = self._spent()

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
            self._tools.pacing.shut(error)  # what is under way may still be stored
        except Exception as error:  # noqa: BLE001 - a closed pipe, a defect: the run ends by it, and never as if all were well
            self._error = self._error or error
            self._tools.pacing.shut(DeclarationError(f"{entry.place}: {type(error).__name__}: {error}"))
        finally:
            self.under_way -= 1

    async def _heard(self, entry: Entry) -> Outcome:
        def admit(case: Case) -> AbstractAsyncContextManager[None]:
            return self._tools.budget.admit(case, self._hearings.bench)

        if self._ear is None:
            return await hear_one(entry, self._hearings, admit=admit)
        return await hear_elsewhere(entry, self._hearings, self._ear, admit=admit)

    async def _journal_it(self, entry: Entry, outcome: Outcome) -> None:
        panel = self._tools.hashes.of_seats(outcome.seated)
        if panel is not None and outcome.slug:
            line = line_of(entry, outcome, panel, self.home.verdict_file(outcome.slug))
            if line is not None:
                await self._tools.journal.note(line)

    def _note(self, outcome: Outcome) -> None:
        self._count.note(outcome)
        if outcome.state == "done":
            self._tools.comparisons.touch(outcome.slug)
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
        made, left = await asyncio.to_thread(self._tools.comparisons.refresh)
        for member in left:
            again = f"shipskip compare {' '.join(member.slugs)}"
            self._say(f"{member.name} is overtaken, since a verdict in it changed; run: {again}")
        return self.summary.model_copy(
            update={
                "comparisons": made,
                "pauses": {lane.name: lane.refused for lane in self._tools.pacing.lanes.values() if lane.refused},
                "seconds": round(self.seconds, 3),
                "stopped": self.stop.reason,
                "why": self.stop.why,
            }
        )
