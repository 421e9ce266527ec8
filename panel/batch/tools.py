"""What a run works with, opened together and closed together."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from panel.batch.budget import Budget
from panel.batch.hear import Hearings, open_hearings
from panel.batch.journal import Journal
from panel.batch.nouns import Caps, Wanted
from panel.batch.pacing import Pacing
from panel.batch.panel_hash import PanelHash
from panel.batch.refreshing import Comparisons
from panel.batch.workers import Workers
from panel.llm.ledger import Ledger
from panel.llm.room import Gateway
from panel.llm.rooms import open_gateway
from panel.sitting import Sitting
from panel.store.workspace import Workspace

ELSEWHERE = 256
"""Releases under way at most where other machines hear them: enough tasks for a cluster, few enough for memory."""


@dataclass(frozen=True)
class Tools:
    """What a run works with."""

    hearings: Hearings
    """What releases are heard with."""
    journal: Journal
    """What is known of earlier runs."""
    hashes: PanelHash
    """What panels are known by."""
    pacing: Pacing
    """How fast models are asked."""
    budget: Budget
    """What may be spent."""
    comparisons: Comparisons
    """Comparisons that may be overtaken."""
    window: int
    """Releases that are under way at the same time."""


@asynccontextmanager
async def open_tools(home: Workspace, wanted: Wanted, caps: Caps, *, elsewhere: bool) -> AsyncIterator[Tools]:
    """Open what a run works with; it is closed with the block.

    Args:
        home: The workspace.
        wanted: Who sits, and how models are asked.
        caps: What may be spent.
        elsewhere: Whether other machines hear the releases.

    Raises:
        DeclarationError: The workspace's settings or personas can't be used.
    """
    sitting = Sitting(home, models=wanted.models, seats=wanted.seats, samples=wanted.samples, adaptive=wanted.adaptive)
    calls = sitting.settings.calls
    at_once = wanted.at_once or calls.at_once
    pacing, workers = Pacing(at_once, calls.limits), Workers(home, wanted.workers)

    def gateway(ledger: Ledger) -> Gateway:
        return open_gateway(calls, ledger, pacing)

    async with AsyncExitStack() as stack:
        journal = Journal(home.root / ".shipskip" / "batch.db")
        stack.push_async_callback(journal.close)
        stack.push_async_callback(workers.close)
        opened = open_hearings(sitting, gateway=gateway, keep=workers.keep, examine=workers.examine, retry=wanted.retry)
        hearings = await stack.enter_async_context(opened)
        account = hearings.account
        account.settle, account.fail, account.storing = pacing.settle, pacing.shut, pacing.storing
        calls_each = max(len(sitting.places) * (wanted.samples or sitting.settings.samples), 1)
        window = max(4, -(-2 * at_once // calls_each) + 4)
        yield Tools(
            hearings,
            journal,
            PanelHash(sitting, hearings.bench),
            pacing,
            Budget(caps.usd, caps.tokens, account),
            Comparisons(home),
            max(window, ELSEWHERE) if elsewhere else window,
        )
