"""The engines beside this very process: what a run needs to have its calls asked in bulk, or its releases elsewhere."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable, Sequence
from contextlib import asynccontextmanager

from panel.batch.budget import unknown_price
from panel.batch.cases import cases
from panel.batch.entry import Entry
from panel.batch.errands import Errand, Returned
from panel.batch.hear import Ear, Hearings
from panel.batch.luggage import Seating
from panel.batch.nouns import Caps, Wanted
from panel.batch.provider import send_and_collect
from panel.batch.ray import Cluster
from panel.errors import CallError, DeclarationError
from panel.llm.bulk.books import BulkBooks
from panel.llm.bulk.pace import Pace
from panel.llm.quote import Quote, quote
from panel.llm.room import Gateway
from panel.sitting import Keep
from panel.stats.effective import mean_correlation
from panel.store.ballot_history import past_votes
from panel.store.workspace import Workspace

LOOK_S = 0.2
"""Seconds until it is looked again whether a run is to end."""
DEAREST = 0.75
"""Share of a quote's upper end that a release can cost at most, if its ballots come at half price and its repairs at
the full one."""


def in_bulk(
    home: Workspace,
    entries: Callable[[], Iterable[Entry]],
    caps: Caps,
    say: Callable[[str], None],
    stopped: Callable[[], bool] = lambda: False,
) -> Callable[[Hearings], Awaitable[None]]:
    """Return what ``--engine provider`` does before the first release is heard; see :func:`send_and_collect`.

    Args:
        home: The workspace.
        entries: Gives the docket, each time anew.
        caps: What may be spent.
        say: Told in sentences what happens.
        stopped: Whether the run is to end: then what is under way is left to the providers.
    """

    async def before(hearings: Hearings) -> None:
        purse = _Purse(caps, hearings.bench.gateway)
        calls = hearings.sitting.settings.calls
        returned = await _unless(
            stopped,
            caps,
            send_and_collect(
                lambda: cases(entries(), hearings.sitting),
                hearings.bench,
                home.ledger,
                home.root / ".shipskip",
                pace=Pace(first_s=min(2.0, calls.look_s), longest_s=calls.look_s, listed_s=calls.listed_s),
                tell=say,
                fits=purse.fits,
                settle=purse.settle,
            ),
        )
        if returned is None:
            return
        total = hearings.account.total
        total.asked += returned.answered
        total.cost_usd += returned.cost_usd
        total.unpriced += returned.unpriced
        total.tokens += returned.tokens
        if returned.failed:
            say(f"{returned.failed:,} times a call came back without an answer; what is left is asked directly.")

    return before


async def _unless(stopped: Callable[[], bool], caps: Caps, sending: Coroutine[None, None, Returned]) -> Returned | None:
    """Return what comes back, or None as soon as the run is to end or its deadline comes.

    Raises:
        DeclarationError: The provider can't be reached, or refuses.
    """
    task = asyncio.create_task(sending)
    try:
        while not task.done():
            late = caps.until is not None and dt.datetime.now(dt.UTC) >= caps.until
            if stopped() or late:
                return None
            await asyncio.wait([task], timeout=LOOK_S)
        return task.result()
    except CallError as error:
        problem = f"{error.problem}; what was sent and answered isn't lost: the same command goes on"
        raise DeclarationError(problem) from None
    finally:
        task.cancel()
        await asyncio.wait([task])


def left_at_providers(home: Workspace) -> str | None:
    """Say which calls are under way in providers' batches, and are left alone by a run that asks directly.

    Returns None where there are none.

    Raises:
        DeclarationError: The ledger can't be read.
    """
    books = BulkBooks(home.ledger)
    try:
        left = books.open()
    finally:
        books.close()
    if not left:
        return None
    calls, more = sum(each.count for each in left), len(left) - 1
    where = f"{left[0].place} and {more:,} more" if more else left[0].place
    return f"{calls:,} calls are under way in {where}; they are left there: --engine provider collects them."


@asynccontextmanager
async def on_cluster(home: Workspace, wanted: Wanted, keep: Keep, address: str | None) -> AsyncIterator[Ear]:
    """Connect to a Ray cluster and give what hears a release there, for ``--engine ray``.

    Args:
        home: The workspace.
        wanted: Who sits.
        keep: Writes a verdict's record and pages, here.
        address: Where the cluster is; None to start one on this machine.

    Raises:
        DeclarationError: Ray isn't installed, the cluster can't be reached, or its nodes can't share the ledger.
    """
    seating = Seating(
        models=wanted.models,
        seats=wanted.seats,
        samples=wanted.samples,
        adaptive=wanted.adaptive,
        at_once=wanted.at_once,
        correlation=mean_correlation(past_votes(home.verdicts_folder, without="")),
        retry=wanted.retry,
    )
    async with Cluster(home, seating, keep).at(address) as cluster:
        yield cluster.hear


class _Purse:
    """Says whether the calls of a release fit into what may be spent, each at its upper cost."""

    def __init__(self, caps: Caps, gateway: Gateway) -> None:
        self._caps, self._gateway = caps, gateway
        self._usd, self._tokens = 0.0, 0

    def fits(self, errands: Sequence[Errand]) -> bool:
        if self._caps.usd is None and self._caps.tokens is None:
            return True
        usd, tokens = self._usd, self._tokens
        for errand in errands:
            for requests, share in ((errand.in_bulk, DEAREST), (errand.directly, 1.0)):
                upper = quote(requests, errand.model, self._gateway)
                usd += self._known(upper) * share
                tokens += upper.prompt_tokens_high + upper.completion_tokens_high
        if (self._caps.usd is not None and usd > self._caps.usd) or (
            self._caps.tokens is not None and tokens > self._caps.tokens
        ):
            return False
        self._usd, self._tokens = usd, tokens
        return True

    def _known(self, upper: Quote) -> float:
        if upper.cost_usd_high is None and self._caps.usd is not None and self._caps.tokens is None:
            raise DeclarationError(unknown_price([upper.model]))
        return upper.cost_usd_high or 0.0

    def settle(self, usd: float, tokens: int) -> None:
        """Put what was spent in the place of what it might have been."""
        self._usd, self._tokens = usd, tokens
