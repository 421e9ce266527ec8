"""What is under review: a Release, its Sources, and the Dossier that a panel reads."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from panel.domain.noun import Noun, fingerprint

CITE = re.compile(r"S\d+(?:\.\d+)?|F\.[a-z_]+")
"""How a place in a dossier is cited: ``S2.14`` is sentence 14 of source 2, ``S2`` its title, publisher and date,
``F.licence`` a stated fact."""


class Link(Noun):
    """A place on the web that belongs to a release."""

    label: str
    """What the link is called on the page."""
    url: str
    """Absolute http or https address."""


_OWNERS = frozenset({"seat", "user", "person", "member", "device", "machine", "licence", "license", "copy", "unit"})
"""What a price may be per without being paid by use."""


def usual_billing(period: str | None, unit: str | None) -> str | None:
    """Return how a price is usually billed: ``monthly``, ``annual``, ``one-time``, ``usage``; None if unknown.

    Args:
        period: What it buys time of.
        unit: What it buys besides.
    """
    if period is None:
        return "usage" if unit and unit not in _OWNERS else None
    return {"month": "monthly", "year": "annual", "once": "one-time"}.get(period)


_BILLINGS = {
    "annually": "annual",
    "yearly": "annual",
    "month to month": "monthly",
    "one time": "one-time",
    "one off": "one-time",
    "once": "one-time",
    "metered": "usage",
    "pay as you go": "usage",
}
"""Other words for the ways of billing."""


def _billing(said: object) -> object:
    """Return a way of billing by the word that facts have for it; all else is only put in small letters."""
    if not isinstance(said, str):
        return said
    small = " ".join(said.lower().split()).removeprefix("billed ")
    return _BILLINGS.get(small.replace("-", " "), small) or None


class Pricing(Noun):
    """The cheapest way in, as far as it is known. None means unknown; an amount of 0 is a claim."""

    entry: str | None = None
    """The entry tier as the page shows it, such as ``Free`` or ``$20/month``."""
    free_tier: bool | None = None
    """Whether something useful costs nothing."""
    currency: str | None = None
    """ISO 4217 code of the cheapest paid tier."""
    amount: float | None = Field(default=None, ge=0)
    """Price of the cheapest paid tier in that currency."""
    period: str | None = None
    """What the amount buys time of: ``month``, ``year``, ``once``."""
    unit: str | None = None
    """What the amount buys: ``seat``, ``1M tokens``, ``device``."""
    billing: Annotated[str | None, BeforeValidator(_billing)] = None
    """How it is billed: ``monthly``, ``annual``, ``one-time``, ``usage``, or in words of its own."""

    @property
    def shown(self) -> str:
        """The way in as people read it; ``unknown`` where nothing is known."""
        if self.entry:
            return self.entry
        if self.amount is None:
            return "Free tier" if self.free_tier else "unknown"
        if self.amount == 0:
            return "Free"
        period = None if self.period == "once" else self.period
        tail = "".join(f" per {part}" for part in (self.unit, period) if part)
        usual = usual_billing(self.period, self.unit)
        billing = f", billed {self.billing}" if self.billing not in (None, usual) else ""
        price = f"{self.currency or ''} {self.amount:g}{tail}{billing}".strip()
        return f"Free tier; {price}" if self.free_tier else price


class Source(Noun):
    """One document about a release."""

    key: str = Field(pattern=r"^S\d+$")
    """``S1``, ``S2`` … in reading order; the first half of a citation."""
    text: str
    """The document's text, without its front matter."""
    title: str | None = None
    """Its headline."""
    url: str | None = None
    """Where it was published."""
    publisher: str | None = None
    """Who published it."""
    author: str | None = None
    """Who wrote it."""
    date: dt.date | None = None
    """When it was published."""
    language: str | None = None
    """BCP 47 tag, if known."""
    revised: tuple[dt.date, ...] = ()
    """Days on which its text was found changed, in order."""
    hidden: str | None = None
    """What its page says without showing it, one passage a line; never shown to the panel."""
    notices: tuple[str, ...] = ()
    """What whoever keeps it should know of its front matter, a sentence each; never shown to the panel."""

    @property
    def hash(self) -> str:
        """SHA-256 of what the panel is shown of it, whatever its key."""
        return fingerprint([self.title or "", self.publisher or "", str(self.date or ""), self.text])


class Release(Noun):
    """The thing under review: an AI model, a developer tool, an app, a device."""

    slug: str = Field(pattern=r"^[a-z0-9][a-z0-9._-]*$", max_length=120)
    """Name of its folders; lower case, never leaves its parent folder."""
    name: str
    """What its vendor calls it."""
    vendor: str | None = None
    """Who makes it."""
    category: str | None = None
    """The shelf it stands on, such as ``AI Models``."""
    tagline: str | None = None
    """One line about it."""
    date: dt.date | None = None
    """When it was released."""
    pricing: Pricing = Pricing()
    """The way in."""
    licence: str | None = None
    """Under which terms it may be used."""
    links: tuple[Link, ...] = ()
    """Where to find it."""
    tags: tuple[str, ...] = ()
    """Lower-case words that decide which personas it suits."""
    sources: tuple[Source, ...] = ()
    """The documents that the panel reads."""


class Sentence(Noun):
    """One numbered sentence, heading or list item of a source."""

    cite: str
    """Its citation, such as ``S2.14``."""
    text: str
    """Its words on one line."""
    kind: Literal["prose", "heading", "item", "row"] = "prose"
    """What it was in the document: running text, a heading, a list item, a table row."""
    paragraph: int = 0
    """Number of its paragraph in the source, counted from 0."""

    @property
    def source(self) -> str:
        """Key of the source that it stands in."""
        return self.cite.partition(".")[0]


class Dossier(Noun):
    """All that a panel is shown of a release: its stated facts and its numbered sentences."""

    release: Release
    """The release, with its sources."""
    sentences: tuple[Sentence, ...]
    """Every sentence of every source, in reading order."""

    @cached_property
    def hash(self) -> str:
        """SHA-256 over everything that a panel is shown; a changed word changes it."""
        return fingerprint([self.facts, self.headers, [(s.cite, s.text) for s in self.sentences]])

    @cached_property
    def facts(self) -> dict[str, str]:
        """The stated facts by citation (``F.vendor`` …), in a fixed order, unknown ones left out."""
        release, price = self.release, self.release.pricing
        stated = {
            "name": release.name,
            "vendor": release.vendor,
            "category": release.category,
            "tagline": release.tagline,
            "date": release.date.isoformat() if release.date else None,
            "pricing": None if price.shown == "unknown" else price.shown,
            "licence": release.licence,
        }
        return {f"F.{key}": value for key, value in stated.items() if value}

    @cached_property
    def headers(self) -> tuple[tuple[str, ...], ...]:
        """Key, title, publisher and date of every source, as the panel is shown them."""
        return tuple(
            (s.key, s.title or "", s.publisher or "", s.date.isoformat() if s.date else "")
            for s in self.release.sources
        )

    @cached_property
    def by_cite(self) -> dict[str, str]:
        """The text behind every citation, stated facts and the sources' headers included."""
        headers = {key: " · ".join(part for part in about if part) for key, *about in self.headers}
        return {**self.facts, **headers, **{s.cite: s.text for s in self.sentences}}

    def of(self, key: str) -> Iterator[Sentence]:
        """Yield the sentences of one source."""
        return (s for s in self.sentences if s.source == key)
