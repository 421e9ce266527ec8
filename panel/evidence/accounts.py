"""Counted results as numbered lines, and the places that a comparison's texts may rest on: dossiers and that record."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from panel.domain.release import Dossier, Release


@dataclass(frozen=True)
class Line:
    """One line of the record."""

    key: str
    """``R.1``, ``R.2`` …"""
    text: str
    """What was counted, in a sentence."""
    about: frozenset[str]
    """Slugs of the releases that it is about."""


@dataclass(frozen=True)
class Account:
    """All that a comparison's texts may rest on."""

    dossiers: tuple[Dossier, ...]
    """The compared releases, in the order of the page."""
    record: tuple[Line, ...]
    """What was counted."""
    votes: Mapping[tuple[str, str], str]
    """(Persona's title, slug) → its vote."""
    recommendation: str | None
    """Slug of the release to ship with; None if it is too close to call."""
    cheapest: str | None = None
    """Slug of the cheapest paid way in; None where prices can't be compared or are equal."""
    unpriced: frozenset[str] = frozenset()
    """Slugs of the releases of which no paid price is known."""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What each release may be called, by slug, longest name first."""

    def dossier(self, slug: str) -> Dossier:
        """Return a release's dossier."""
        return next(dossier for dossier in self.dossiers if dossier.release.slug == slug)

    @cached_property
    def letters(self) -> dict[str, str]:
        """Letter → slug, as the prompt names the dossiers."""
        return {chr(ord("A") + place): dossier.release.slug for place, dossier in enumerate(self.dossiers)}

    @cached_property
    def places(self) -> dict[str, str]:
        """Every citation (``A.S1.4``, ``R.2``) with its text."""
        told = {line.key: line.text for line in self.record}
        for letter, dossier in zip(self.letters, self.dossiers, strict=True):
            told |= {f"{letter}.{cite}": text for cite, text in dossier.by_cite.items()}
        return told

    def mentions(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where a text names a release: start, end, slug; the longest name wins."""
        known = sorted(
            ((name, slug) for slug, names in self.names.items() for name in names), key=lambda each: -len(each[0])
        )
        if not known:
            return
        slugs = {name.lower(): slug for name, slug in reversed(known)}
        rule = "|".join(re.escape(name) for name, _ in known)
        for found in re.finditer(rf"(?<!\w)(?:{rule})(?![\w]|[.-]\d)", text, re.IGNORECASE):
            yield found.start(), found.end(), slugs[found.group().lower()]


def called(releases: Sequence[Release]) -> dict[str, tuple[str, ...]]:
    """Return what each release may be called: its name, and without its vendor's name before it if that is clear."""
    names: dict[str, tuple[str, ...]] = {}
    for release in releases:
        vendor = release.vendor or ""
        short = release.name.removeprefix(vendor).strip() if vendor else release.name
        clear = len(short) > 2 and sum(short.lower() in other.name.lower() for other in releases) == 1
        names[release.slug] = tuple(dict.fromkeys([release.name, *([short] if clear else [])]))
    return names
