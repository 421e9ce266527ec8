"""Prices side by side, like with like: what isn't alike is named and left alone, and no currency is ever converted."""

from collections.abc import Sequence
from typing import NamedTuple

from panel.domain.release import Pricing, usual_billing
from panel.domain.verdict import Subject
from panel.domain.wording import listed

MONTHS = 12
"""Months of a year, for the one sum that is done, and shown."""


class PriceRead(NamedTuple):
    """What can be said of several ways in."""

    text: str
    """The read, in a few sentences."""
    cheapest: str | None = None
    """Slug of the release with the cheapest paid way in; None where they cost the same or can't be compared."""
    alike: bool = False
    """Whether every paid way in could be set against the others."""


def price_read(releases: Sequence[Subject]) -> PriceRead:
    """Set the ways in side by side as they were stated.

    Prices are compared only where currency and unit (seat, tokens, device) are the same. A monthly and a yearly price
    are compared over twelve months, with the arithmetic written out. Nothing is converted silently.
    """
    stated = "; ".join(f"{release.name}: {_stated(release.pricing)}" for release in releases)
    paid = [release for release in releases if release.pricing.amount]
    compared = _compared(paid) if len(paid) > 1 else PriceRead("")
    sentences = [f"{stated}.", _free(releases), compared.text]
    return compared._replace(text=" ".join(sentence for sentence in sentences if sentence))


def _stated(price: Pricing) -> str:
    if price.shown == "unknown":
        return "no price stated"
    tier = f", cheapest paid tier {_amount(price)}" if price.amount and price.entry and not _same(price) else ""
    free = ", with a free tier" if price.free_tier and "free" not in price.shown.lower() else ""
    return f"{price.shown}{tier}{free}"


def _same(price: Pricing) -> bool:
    """Whether the entry as the page shows it already says the amount of the cheapest paid tier."""
    return f"{price.amount:g}" in (price.entry or "").replace(",", "")


def _amount(price: Pricing) -> str:
    return price.model_copy(update={"entry": None, "free_tier": None}).shown


def _costs_nothing(price: Pricing) -> bool:
    return bool(price.free_tier) or price.amount == 0 or (price.entry or "").strip().lower() == "free"


def _free(releases: Sequence[Subject]) -> str:
    free = [release.name for release in releases if _costs_nothing(release.pricing)]
    if not free:
        return ""
    if len(free) == len(releases):
        return f"{'Both' if len(free) == 2 else 'All of them'} have a way in that costs nothing."
    rest = [release.name for release in releases if release.name not in free]
    return f"{listed(free)} {'has' if len(free) == 1 else 'have'} a way in that costs nothing; for {listed(rest)} none is stated."


def _compared(paid: Sequence[Subject]) -> PriceRead:
    """Compare paid ways in, or say why they can't be."""
    prices = [release.pricing for release in paid]
    currencies = list(dict.fromkeys(price.currency or "an unnamed currency" for price in prices))
    if len(currencies) > 1:
        return PriceRead(f"The prices are in {listed(currencies)}; nothing is converted here, so they aren't compared.")
    units = list(dict.fromkeys(f"per {price.unit}" if price.unit else "as a whole" for price in prices))
    if len(units) > 1:
        return PriceRead(f"They are priced {listed(units)}, which buy different things, so they aren't compared.")
    periods = list(dict.fromkeys(price.period or "once" for price in prices))
    if len(periods) > 1 and set(periods) != {"month", "year"}:
        spans = listed(["once" if period == "once" else f"per {period}" for period in periods])
        return PriceRead(f"They are paid {spans}, which aren't set against each other.")
    return _cheapest(paid, by_year=len(periods) > 1)


def _cheapest(paid: Sequence[Subject], *, by_year: bool) -> PriceRead:
    cost = {
        release.slug: _over_a_year(release.pricing) if by_year else release.pricing.amount or 0.0 for release in paid
    }
    sums = [
        f"{release.name} {MONTHS} × {release.pricing.amount:g} = {release.pricing.currency or ''} {cost[release.slug]:g} a year"
        for release in paid
        if by_year and release.pricing.period == "month"
    ]
    start = f"Over twelve months, {listed(sums)}. " if sums else ""
    lowest = min(cost.values())
    best = [release for release in paid if cost[release.slug] == lowest]
    if len(best) == len(paid):
        return PriceRead(f"{start}The same price, like for like.{_billing(paid)}", alike=True)
    word = "cheaper" if len(paid) == 2 else "cheapest"
    text = f"{start}Like for like, {listed([each.name for each in best])} is the {word} paid way in.{_billing(paid)}"
    return PriceRead(text, cheapest=best[0].slug if len(best) == 1 else None, alike=True)


def _over_a_year(price: Pricing) -> float:
    return round((price.amount or 0.0) * (MONTHS if price.period == "month" else 1), 2)


def _way(price: Pricing) -> str:
    return price.billing or usual_billing(price.period, price.unit) or "otherwise"


def _billing(paid: Sequence[Subject]) -> str:
    if not any(release.pricing.billing for release in paid):
        return ""
    ways = {release.name: _way(release.pricing) for release in paid}
    if len(set(ways.values())) < 2:
        return ""
    return f" Billing differs: {listed([f'{name} {billing}' for name, billing in ways.items()])}."
