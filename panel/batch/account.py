"""What a run asks, counted as it is stored: per release and in all."""

import contextlib
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from panel.domain.call import Call, Request
from panel.errors import DeclarationError
from panel.llm.ledger import Ledger


@dataclass
class Tab:
    """What the calls of one release, or of a run, came to."""

    asked: int = 0
    """Calls answered and stored."""
    ballots: int = 0
    """Those among them that asked for a ballot, not for its repair."""
    cost_usd: float = 0.0
    """US dollars of those whose price is known."""
    unpriced: int = 0
    """Those whose price isn't."""
    tokens: int = 0
    """Tokens read and written."""

    @property
    def known_cost(self) -> float | None:
        """US dollars; None if a price is unknown."""
        return None if self.unpriced else round(self.cost_usd, 10)

    def note(self, request: Request, call: Call) -> None:
        """Add a call."""
        self.asked += 1
        self.ballots += request.turn == "ballot"
        self.tokens += (call.usage.prompt_tokens or 0) + (call.usage.completion_tokens or 0)
        if call.cost_usd is None:
            self.unpriced += 1
        else:
            self.cost_usd += call.cost_usd

    def add(self, asked: int, cost_usd: float | None, tokens: int) -> None:
        """Add what somebody else asked."""
        self.asked += asked
        self.ballots += asked
        self.tokens += tokens
        if cost_usd is None:
            self.unpriced += asked
        else:
            self.cost_usd += cost_usd


@dataclass
class Account:
    """A ledger that counts what goes into it.

    Args:
        ledger: Where calls are stored.
        settle: Told of every stored call.
        storing: What to hold while an answer is on its way to the disk.
        fail: Told why the ledger can't be used: nothing more may be asked.
    """

    ledger: Ledger
    settle: Callable[[Request, Call], None] = lambda request, call: None
    fail: Callable[[DeclarationError], None] = lambda error: None
    storing: Callable[[], AbstractContextManager[None]] = contextlib.nullcontext
    total: Tab = field(default_factory=Tab)
    """What this run came to so far."""
    broken: DeclarationError | None = None
    """Why the ledger can't be used; nothing more may be asked then."""
    _tabs: dict[str, Tab] = field(default_factory=dict)

    @contextlib.contextmanager
    def tab(self, slug: str) -> Iterator[Tab]:
        """Count what is asked for one release while the block runs."""
        self._tabs[slug] = tab = Tab()
        try:
            yield tab
        finally:
            del self._tabs[slug]

    def of(self, slug: str) -> Tab:
        """Return what one release that is being heard came to so far."""
        return self._tabs.get(slug) or Tab()

    async def record(self, request: Request, call: Call) -> None:
        """Store an answered call, and count it.

        Raises:
            DeclarationError: The ledger can't be written to.
        """
        with self._ledger_or_end(), self.storing():
            await self.ledger.record(request, call)
        self.total.note(request, call)
        if tab := self._tabs.get(request.dossier.release.slug):
            tab.note(request, call)
        self.settle(request, call)

    async def find(self, request: Request) -> Sequence[Call]:
        """Return the stored answers to this very request, newest first.

        Raises:
            DeclarationError: The ledger can't be read.
        """
        with self._ledger_or_end():
            return await self.ledger.find(request)

    @contextlib.asynccontextmanager
    async def claimed(self, request: Request, known: int) -> AsyncIterator[Call | None]:
        """Hold a request while it is asked; see :meth:`Ledger.claimed`.

        Raises:
            DeclarationError: The ledger can't be used.
        """
        async with contextlib.AsyncExitStack() as stack:
            with self._ledger_or_end():
                found = await stack.enter_async_context(self.ledger.claimed(request, known))
            yield found

    @contextlib.contextmanager
    def _ledger_or_end(self) -> Iterator[None]:
        """Let no more be asked where the ledger fails: it fails for all, not for the one that met it."""
        try:
            yield
        except DeclarationError as error:
            self.broken = error
            self.fail(error)
            raise
