"""How a batch hears one release: whatever goes wrong with it stays its own."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass, replace

from panel.batch.account import Account, Tab
from panel.batch.entry import Entry
from panel.batch.keeping import kept_here, steady
from panel.batch.outcome import PASSING, Outcome, State
from panel.batch.rows import release_of
from panel.domain.ballot import Ballot, SpoiledBallot
from panel.domain.verdict import Verdict
from panel.errors import CallError, DeclarationError, NoRoom
from panel.hearing.convene import Examine
from panel.hearing.poll import Bench
from panel.llm.ledger import Ledger
from panel.llm.room import Gateway
from panel.publish.saving import save_verdict
from panel.sitting import Case, Keep, Sitting
from panel.store.writable import check_verdict_writable

Ear = Callable[[Entry], Awaitable[Outcome]]
"""Hears one release somewhere else, and has its verdict stored here."""


@dataclass(frozen=True)
class Hearings:
    """What releases are heard with."""

    sitting: Sitting
    """Who sits."""
    bench: Bench
    """Prompts, gateway and ledger; the ledger is the account."""
    account: Account
    """What is asked, counted."""
    keep: Keep
    """Writes a verdict's record and pages."""
    examine: Examine | None = None
    """Finds what an editor should look at; on this very thread, if not given."""
    correlation: float | None = None
    """Mean correlation between seats over past verdicts, if known."""
    retry: bool = False
    """Whether every spoiled ballot is asked for again, not only those whose reason may have passed."""


@asynccontextmanager
async def open_hearings(
    sitting: Sitting,
    *,
    gateway: Callable[[Ledger], Gateway] | None = None,
    keep: Keep | None = None,
    examine: Examine | None = None,
    correlation: float | None = None,
    retry: bool = False,
) -> AsyncIterator[Hearings]:
    """Open what releases are heard with; it is closed with the block.

    Args:
        sitting: Who sits.
        gateway: Opens the way to the models; the one that the settings describe, if not given.
        keep: Writes a verdict's record and pages; a thread does, if not given.
        examine: See :class:`Hearings`.
        correlation: See :class:`Hearings`.
        retry: See :class:`Hearings`.
    """

    async def in_thread(verdict: Verdict) -> Verdict:
        return await asyncio.to_thread(save_verdict, sitting.home, verdict)

    async with sitting.bench(gateway) as bench:
        assert isinstance(bench.ledger, Ledger)
        account = Account(bench.ledger)
        yield Hearings(
            sitting, replace(bench, ledger=account), account, keep or in_thread, examine, correlation, retry=retry
        )


async def hear_one(
    entry: Entry,
    hearings: Hearings,
    *,
    admit: Callable[[Case], AbstractAsyncContextManager[None]] = lambda _: nullcontext(),
) -> Outcome:
    """Put one release before its panel and say what became of it.

    A stored verdict that says what the panel would be asked today is left alone, as is one that an editor has worked
    on; a release of which no seat could be reached gets no verdict.

    Args:
        entry: Where it is.
        hearings: What it is heard with.
        admit: What to hold while its panel is asked.

    Raises:
        DeclarationError: The ledger, the disk or the workspace fails: no release could be heard.
    """
    began = time.monotonic()
    try:
        case = await asyncio.to_thread(case_of, entry, hearings.sitting)
        with hearings.account.tab(case.release.slug) as tab:
            outcome = await _heard(entry, case, hearings, tab, admit)
    except DeclarationError as error:
        if hearings.account.broken is not None or isinstance(error, NoRoom):
            raise
        outcome = failed(entry, error)
    except CallError as error:
        outcome = failed(entry, error)
    return outcome.model_copy(update={"seconds": round(time.monotonic() - began, 3)})


async def hear_elsewhere(
    entry: Entry,
    hearings: Hearings,
    ear: Ear,
    *,
    admit: Callable[[Case], AbstractAsyncContextManager[None]] = lambda _: nullcontext(),
) -> Outcome:
    """Have one release heard by somebody else, within the same budget, and count what it came to.

    Args:
        entry: Where it is.
        hearings: What it would be heard with here; reads and prices it.
        ear: Hears it.
        admit: What to hold while its panel is asked.

    Raises:
        DeclarationError: As for :func:`hear_one`.
    """
    try:
        case = await asyncio.to_thread(case_of, entry, hearings.sitting)
        check_verdict_writable(hearings.sitting.home.verdicts_folder, case.release.slug)
    except NoRoom:
        raise
    except DeclarationError as error:
        return failed(entry, error)
    try:
        with hearings.account.tab(case.release.slug) as tab:
            async with admit(case):
                outcome = await ear(entry)
                tab.add(outcome.asked, outcome.cost_usd, outcome.tokens)
    except CallError as error:
        return failed(entry, error)
    hearings.account.total.add(outcome.asked, outcome.cost_usd, outcome.tokens)
    return outcome


def case_of(entry: Entry, sitting: Sitting) -> Case:
    """Read an entry's release and seat its panel.

    Raises:
        DeclarationError: It can't be read.
    """
    if entry.problem is not None:
        raise DeclarationError(entry.problem)
    if entry.row is not None:
        return sitting.seat(release_of(entry))
    assert entry.path is not None
    return sitting.summon(entry.path)


def failed(entry: Entry, error: DeclarationError | CallError) -> Outcome:
    """Return the outcome of a release that can't be heard."""
    return Outcome(place=entry.place, slug=entry.slug, state="failed", reason=str(error), kind=type(error).__name__)


def needs_hearing(stored: Verdict | None, case: Case, hearings: Hearings) -> bool:
    """Whether there is anything that a panel would be asked, or counted, other than it was."""
    if stored is None or not hearings.sitting.stands(stored, case, hearings.bench):
        return True
    if stored.state != "draft":
        return False
    if any(each.kind in PASSING or hearings.retry for each in stored.spoiled):
        return True
    weights = {seat.persona.id: seat.weight for seat in case.panel.seats}
    cast: tuple[Ballot | SpoiledBallot, ...] = (*stored.ballots, *stored.spoiled)
    counted = all(weights.get(each.persona) == each.weight for each in cast)
    return not counted or stored.tally.interval_level != case.panel.interval_level


async def _heard(
    entry: Entry,
    case: Case,
    hearings: Hearings,
    tab: Tab,
    admit: Callable[[Case], AbstractAsyncContextManager[None]],
) -> Outcome:
    stored = hearings.sitting.home.verdict(case.release.slug)
    if stored is not None and not needs_hearing(stored, case, hearings):
        return _told(entry, stored, "unchanged" if stored.state == "draft" else "kept")
    check_verdict_writable(hearings.sitting.home.verdicts_folder, case.release.slug)
    async with admit(case):
        verdict = await hearings.sitting.convened(
            case, hearings.bench, stored, correlation=hearings.correlation, examine=hearings.examine
        )
    first = verdict.spoiled[0] if verdict.spoiled else None
    if first is not None and not verdict.ballots and all(each.kind in PASSING for each in verdict.spoiled):
        outcome = Outcome(
            place=entry.place, slug=case.release.slug, state="failed", reason=first.reason, kind=first.kind
        )
        return _counted(outcome, verdict, tab)
    kept = await kept_here(hearings.sitting.home, steady(verdict, stored), hearings.keep)
    return _counted(_told(entry, kept, "done"), kept, tab)


def _told(entry: Entry, verdict: Verdict, state: State) -> Outcome:
    return Outcome(
        place=entry.place,
        slug=verdict.slug,
        state=state,
        headline=verdict.tally.headline,
        ship_percent=verdict.tally.ship_percent,
        spoiled=len(verdict.spoiled),
        seats=verdict.tally.seats,
        seated=tuple(verdict.provenance.personas),
        spoiled_by=tuple(dict.fromkeys(each.kind for each in verdict.spoiled)),
    )


def _counted(outcome: Outcome, verdict: Verdict, tab: Tab) -> Outcome:
    cast: tuple[Ballot | SpoiledBallot, ...] = (*verdict.ballots, *verdict.spoiled)
    samples = [sample for each in cast if getattr(each, "rung", "") != "rules" for sample in each.samples]
    return outcome.model_copy(
        update={
            "asked": tab.asked,
            "from_ledger": max(sum(sample.vote is not None for sample in samples) - tab.ballots, 0),
            "cost_usd": tab.known_cost,
            "tokens": tab.tokens,
            "spoiled": len(verdict.spoiled),
            "seats": verdict.tally.seats,
        }
    )
