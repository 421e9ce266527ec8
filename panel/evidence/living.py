"""The living dossier of a release: overview, timeline, key facts and open disagreements, each line cited."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from pydantic import BaseModel

from panel.domain.disagreement import Disagreement
from panel.domain.facts import EntryPrice
from panel.domain.living import Cited, Dispute, KeyFact, LivingDossier
from panel.domain.release import Dossier, Sentence, Source
from panel.evidence.timeline import timeline

MOST_LINES = 6
"""Lines of the overview."""

_NAMES = {
    "vendor": "Vendor",
    "category": "Category",
    "release_date": "Release date",
    "licence": "Licence",
    "entry_price": "Entry price",
    "free_tier": "Free tier",
}
"""The key facts, in the order in which they are shown."""


class FactRead(Protocol):
    """One fact as ``facts`` reads it."""

    @property
    def value(self) -> Any:  # noqa: ANN401 - text, number, date, truth value or price
        """What it is; None if nothing is known."""

    @property
    def cites(self) -> Sequence[str]:
        """The sentences that say so."""

    @property
    def also(self) -> Sequence[Any]:
        """The other readings of it, each with a value and cites."""


def living_dossier(
    dossier: Dossier, facts: Mapping[str, FactRead], disagreements: Iterable[Disagreement] = ()
) -> LivingDossier:
    """Return what is known of a release by now.

    Args:
        dossier: The release's sources, cut into sentences.
        facts: The facts read from them, by name: vendor, category, release_date, licence, entry_price, free_tier.
        disagreements: What the sources can't both be right about.
    """
    release = dossier.release
    return LivingDossier(
        slug=release.slug,
        name=release.name,
        overview=tuple(_overview(dossier)),
        timeline=timeline(dossier),
        facts=tuple(KeyFact(name=_NAMES.get(key, key), readings=_readings(facts[key])) for key in _ordered(facts)),
        disagreements=tuple(_dispute(dossier, each) for each in disagreements),
        sources=tuple(Cited(text=_told(source), cites=(source.key,)) for source in release.sources),
    )


def _dispute(dossier: Dossier, found: Disagreement) -> Dispute:
    said = tuple(Cited(text=dossier.by_cite[cite], cites=(cite,)) for cite in (found.a, found.b))
    return Dispute(text=f"{found.about}: {found.reason}", cites=(found.a, found.b), said=said)


def _overview(dossier: Dossier) -> Iterator[Cited]:
    """Yield what each source says first about the release; what another has said already is passed over."""
    told: list[frozenset[str]] = []
    for source in dossier.release.sources:
        sentence = _opening(dossier, source)
        words = frozenset(re.findall(r"\w{4,}", sentence.text.lower())) if sentence else frozenset()
        if sentence and not any(len(words & other) >= 0.6 * len(words | other) for other in told):
            told.append(words)
            yield Cited(text=sentence.text, cites=(sentence.cite,))
        if len(told) == MOST_LINES:
            return


def _opening(dossier: Dossier, source: Source) -> Sentence | None:
    """Return a source's first sentence about the release, else its first sentence of running text."""
    prose = [
        each
        for each in dossier.sentences
        if each.kind == "prose" and len(each.text) >= 30 and each.source == source.key
    ]
    names = [word for word in re.findall(r"\w{3,}", dossier.release.name) if word != (dossier.release.vendor or "")]
    about = [re.compile(rf"\b{re.escape(name)}") for name in names]
    first = (each for each in prose if any(name.search(each.text) for name in about))
    return next(first, prose[0] if prose else None)


def _ordered(facts: Mapping[str, FactRead]) -> list[str]:
    return [*(key for key in _NAMES if key in facts), *(key for key in facts if key not in _NAMES)]


def _readings(fact: FactRead) -> tuple[Cited, ...]:
    """Return a fact's readings, the unknown ones left out, equal ones together."""
    by_text: dict[str, list[str]] = {}
    for reading in (fact, *fact.also):
        if reading.value is not None:
            by_text.setdefault(_shown(reading.value), []).extend(reading.cites)
    return tuple(Cited(text=text, cites=tuple(dict.fromkeys(cites))) for text, cites in by_text.items())


def _shown(value: Any) -> str:  # noqa: ANN401
    """Return a fact's value as people read it."""
    if isinstance(value, BaseModel):
        value = value.model_dump()
    if isinstance(value, Mapping):
        return _price(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _price(price: Mapping[str, Any]) -> str:
    amount = price.get("amount")
    if amount is None:
        return "unknown"
    if not amount:
        return "free; nothing is sold"
    return EntryPrice.model_validate(price).shown


def _told(source: Source) -> str:
    """Return what is known of a source on one line."""
    day = source.date.isoformat() if source.date else None
    changed = f"changed {', '.join(map(str, source.revised))}" if source.revised else None
    return " · ".join(filter(None, (source.title or source.key, source.publisher, day, source.url, changed)))
