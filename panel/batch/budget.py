"""A cap on what a run may spend; what is under way counts at its upper cost, so that the cap holds whatever comes."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from pydantic import Field

from panel.batch.account import Account
from panel.domain.call import Request
from panel.domain.noun import Noun
from panel.errors import DeclarationError, OverBudget
from panel.evidence.dossier import read_dossier
from panel.hearing.poll import Bench, unanswered
from panel.llm.quote import Quote, quote
from panel.llm.room import links
from panel.sitting import Case


class Price(Noun):
    """What hearing a release would cost: the range of its unanswered calls."""

    calls: int = Field(default=0, ge=0)
    """Ballots to be asked for."""
    usd_low: float | None = 0.0
    """US dollars at least; None where a price is unknown."""
    usd_high: float | None = 0.0
    """US dollars at most."""
    tokens_low: int = Field(default=0, ge=0)
    """Tokens at least, read and written."""
    tokens_high: int = Field(default=0, ge=0)
    """Tokens at most."""
    unpriced: tuple[str, ...] = ()
    """Models whose price is unknown."""

    def __add__(self, other: "Price") -> "Price":
        """Add two; one unknown price makes the sum unknown."""
        return Price(
            calls=self.calls + other.calls,
            usd_low=_sum(self.usd_low, other.usd_low),
            usd_high=_sum(self.usd_high, other.usd_high),
            tokens_low=self.tokens_low + other.tokens_low,
            tokens_high=self.tokens_high + other.tokens_high,
            unpriced=tuple(dict.fromkeys((*self.unpriced, *other.unpriced))),
        )


async def price_of(case: Case, bench: Bench) -> Price:
    """Return what a release's unanswered calls would cost; nobody is asked."""
    dossier = read_dossier(case.release)
    wanted: dict[str, list[Request]] = {}
    for seat in case.panel.seats:
        for model, requests in (await unanswered(seat, dossier, bench)).items():
            wanted.setdefault(model, []).extend(requests)
    return await asyncio.to_thread(_priced, wanted, bench)


class Budget:
    """Lets a release be heard only if its whole panel fits into what is left.

    Args:
        usd: US dollars of the run; None for no limit.
        tokens: Tokens of the run; None for no limit.
        account: What it has spent.
    """

    def __init__(self, usd: float | None, tokens: int | None, account: Account) -> None:
        self.usd, self.tokens, self._account = usd, tokens, account
        self.spent_usd = 0.0
        self.spent_tokens = 0
        self._held_usd = 0.0
        self._held_tokens = 0
        self._under_way = 0
        self._turn = asyncio.Lock()
        self._changed = asyncio.Condition()
        self.exhausted = False
        """Whether a release had to be turned away."""

    @asynccontextmanager
    async def admit(self, case: Case, bench: Bench) -> AsyncIterator[None]:
        """Hold a release's upper cost while it is heard.

        Raises:
            OverBudget: It doesn't fit, even when all that is under way has ended.
            DeclarationError: There is a budget in US dollars, and a model whose price is unknown.
        """
        if self.usd is None and self.tokens is None:
            yield
            return
        price = await price_of(case, bench)
        async with self._turn:  # first come, first served
            await self._reserve(price)
        try:
            yield
        finally:
            await self._settle(price, case.release.slug)

    async def _reserve(self, price: Price) -> None:
        if price.calls and self.usd is not None and price.usd_high is None and self.tokens is None:
            raise DeclarationError(unknown_price(price.unpriced))
        async with self._changed:
            while not self._fits(price):
                if not self._under_way or self.exhausted:
                    self.exhausted = True
                    raise OverBudget("its panel doesn't fit into what is left of the budget")
                await self._changed.wait()
            self._held_usd += price.usd_high or 0.0
            self._held_tokens += price.tokens_high
            self._under_way += 1

    def _fits(self, price: Price) -> bool:
        if not price.calls:
            return True
        usd = self.usd is None or self.spent_usd + self._held_usd + (price.usd_high or 0.0) <= self.usd + 1e-12
        return usd and (self.tokens is None or self.spent_tokens + self._held_tokens + price.tokens_high <= self.tokens)

    async def _settle(self, price: Price, slug: str) -> None:
        tab = self._account.of(slug)
        async with self._changed:
            self._held_usd -= price.usd_high or 0.0
            self._held_tokens -= price.tokens_high
            self._under_way -= 1
            cost = tab.known_cost
            self.spent_usd += (price.usd_high or 0.0) if cost is None else cost
            self.spent_tokens += tab.tokens
            self._changed.notify_all()


def unknown_price(models: Sequence[str]) -> str:
    """Say that a budget in US dollars can't be kept."""
    named = ", ".join(repr(model) for model in models)
    return (
        f"nobody knows what {named} costs, so a budget in US dollars can't be kept: give --token-budget as well, or "
        "instead"
    )


def _priced(wanted: dict[str, list[Request]], bench: Bench) -> Price:
    total = Price()
    for model, requests in wanted.items():
        quotes = [quote(requests, link, bench.gateway) for link in links(model)]
        total += _widest(quotes, len(requests))
    return total


def _widest(quotes: Sequence[Quote], calls: int) -> Price:
    """Return the range over all models of a chain: any of them may be the one that answers."""
    low, high = [each.cost_usd_low for each in quotes], [each.cost_usd_high for each in quotes]
    unpriced = tuple(each.model for each in quotes if each.cost_usd_high is None)
    return Price(
        calls=calls if any(each.calls for each in quotes) else 0,
        usd_low=None if None in low else min(each for each in low if each is not None),
        usd_high=None if unpriced else max(each for each in high if each is not None),
        tokens_low=min(each.prompt_tokens + each.completion_tokens_low for each in quotes),
        tokens_high=max(each.prompt_tokens_high + each.completion_tokens_high for each in quotes),
        unpriced=unpriced,
    )


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else round(one + other, 10)
