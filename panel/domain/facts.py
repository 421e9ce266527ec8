"""What is known of a release: each fact with the places that say so and the readings that differ."""

from typing import Generic, TypeVar

from panel.domain.noun import Noun
from panel.domain.release import Pricing

Value = TypeVar("Value")


class EntryPrice(Noun):
    """The cheapest paid way in."""

    currency: str | None = None
    """ISO 4217 code; None where nothing is sold."""
    amount: float
    """Price in that currency; 0 where nothing is sold."""
    period: str | None = None
    """What it buys time of: ``month``, ``year``, ``week``, ``day``, or ``once`` for a thing that is bought."""
    unit: str | None = None
    """What it buys besides: ``seat``, ``1M tokens``, ``1K requests``."""
    billing: str | None = None
    """``monthly``, ``annual``, ``one-time`` or ``usage``: as a source says, or else as such prices are billed."""

    @property
    def shown(self) -> str:
        """The price as people read it."""
        return Pricing(**self.model_dump()).shown


class Reading(Noun, Generic[Value]):
    """One reading of a fact."""

    value: Value
    """What it says."""
    cites: tuple[str, ...] = ()
    """The places that say so."""


class Fact(Noun, Generic[Value]):
    """One fact; where sources disagree, the other readings stand beside it."""

    value: Value | None = None
    """The reading that counts; None where nobody says."""
    cites: tuple[str, ...] = ()
    """The places that say so."""
    also: tuple[Reading[Value], ...] = ()
    """Readings that differ from it."""


class Facts(Noun):
    """The facts of a release, as ``shipskip facts --json`` prints them."""

    vendor: Fact[str] = Fact()
    """Who makes it."""
    category: Fact[str] = Fact()
    """The shelf it stands on."""
    release_date: Fact[str] = Fact()
    """When it was released, in ISO 8601: a day, or a month where no day is known."""
    licence: Fact[str] = Fact()
    """Under which terms it may be used: an SPDX identifier, a licence's own name, or ``proprietary``."""
    entry_price: Fact[EntryPrice] = Fact()
    """The cheapest paid way in; no value where no price is known."""
    free_tier: Fact[bool] = Fact()
    """Whether something useful costs nothing."""
