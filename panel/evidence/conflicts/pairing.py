"""All pairs of a dossier's sentences that can't both be true, found without comparing each with each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from panel.domain.disagreement import Disagreement
from panel.domain.release import Dossier, Release
from panel.evidence.conflicts.judging import compared, statements
from panel.evidence.conflicts.lookalikes import has_large_sum, lookalikes
from panel.evidence.conflicts.searching import CROWD, LEAST, Sought, candidates, own_names, read_sentences
from panel.evidence.conflicts.silence import matters_of
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Statement
from panel.evidence.undisturbed import undisturbed

_STATED = {
    "F.date": re.compile(r"\d|\btoday\b|\byesterday\b", re.IGNORECASE),
    "F.licence": re.compile(r"licen[cs]|\bopen\b|source|proprietary|public domain|\b[A-Z]{3,}", re.IGNORECASE),
    "F.pricing": re.compile(
        r"[$€£¥₹]|\d\s?[A-Z]{3}\b|\b[A-Z]{3}\s?\d|\bfree\b|dollar|euro|pound|franc|cost|price", re.I
    ),
}
"""What a sentence has that may contradict what the front matter states."""


@undisturbed
def disagreements(dossier: Dossier) -> tuple[Disagreement, ...]:
    """Find the pairs of sentences from different sources that can't both be true.

    First come those of which one says that something wasn't told, then the others, the likeliest first. Of several pairs
    about the same thing from the same two sources only the first is told. Then come sentences that
    contradict what the front matter states of date, licence and price (``F.date`` …), and last sums that are of
    different things and easily confused, as ``confusable``.
    """
    read = read_sentences(dossier)
    return (
        *_told((*_disclosed(read), *_between(read, dossier.release))),
        *_told(_against_stated(read, dossier.release)),
        *lookalikes(chain.from_iterable(each.amounts for each in read if has_large_sum(each.spoken))),
    )


class _Met(NamedTuple):
    """Two sentences that can't both be true, in order of their sources."""

    a: Spoken
    b: Spoken
    clash: Clash
    matter: str
    """What it is about; of each two sources one pair is told for it."""


def _disclosed(read: Sequence[Sought]) -> Iterator[_Met]:
    """Yield the sentences that say that something wasn't told, with the first of each other source that tells it."""
    silent = [statement for each in read for statement in each.untold]
    matters = matters_of(silent)
    telling: dict[str, dict[str, list[Statement]]] = {}
    for statement in (found for each in read for found in each.telling(matters)):
        for key in statement.keys:
            shelf = telling.setdefault(key, {}).setdefault(statement.spoken.source, [])
            if len(shelf) < CROWD:
                shelf.append(statement)
    for statement in silent:
        for key in sorted(statement.keys):
            for source, found in telling.get(key, {}).items():
                met = (_met(statement, each) for each in found if source != statement.spoken.source)
                yield from islice(filter(None, met), 1)


def _met(a: Statement, b: Statement) -> _Met | None:
    """Return two statements that can't both be true."""
    clash = compared(a, b)
    if clash is None:
        return None
    one, other = sorted((a.spoken, b.spoken), key=lambda spoken: int(spoken.source[1:]))
    return _Met(one, other, clash, clash.about)


def _between(read: Sequence[Sought], release: Release) -> Iterator[_Met]:
    """Yield the sentences that likely contradict each other."""
    found = [each for each in candidates(read, release) if each.chance > LEAST]
    for each in sorted(found, key=lambda found: -found.chance):
        told = each.told
        yield _Met(each.a.spoken, each.b.spoken, told, told.about if each.clash else told.reason)


def _against_stated(read: Sequence[Sought], release: Release) -> Iterator[_Met]:
    """Yield the sentences that contradict what the front matter states."""
    own = own_names(release)
    for cite, words in _stated(release):
        stated = statements(Spoken(words, own, cite))
        for sentence in read:
            if not _STATED[cite].search(sentence.spoken.text):
                continue
            met = (
                (fact, said)
                for said in sentence.stated
                for fact in stated
                if fact.kind == said.kind and not fact.keys.isdisjoint(said.keys)
            )
            yield from (
                _Met(fact.spoken, sentence.spoken, clash, clash.about)
                for fact, said in met
                if (clash := compared(fact, said))
            )


def _stated(release: Release) -> Iterator[tuple[str, str]]:
    """Yield stated facts as sentences, with their citations."""
    if release.date:
        yield "F.date", f"{release.name} was launched on {release.date.day} {release.date:%B %Y}."
    if release.licence:
        yield "F.licence", f"{release.name} is licensed under {release.licence}."
    entry = release.pricing.entry
    if entry and any(c.isdigit() for c in entry):
        yield "F.pricing", f"{release.name} costs {entry}."


def _told(met: Iterable[_Met]) -> Iterator[Disagreement]:
    """Yield each pair once, and one for each matter and two sources."""
    matters: set[tuple[str, str, str]] = set()
    cites: set[tuple[str, str]] = set()
    for a, b, clash, about in met:
        matter = (about, a.source, b.source)
        both = (a.cite, b.cite)
        if matter not in matters and both not in cites:
            yield Disagreement(a=both[0], b=both[1], about=clash.about, reason=clash.reason)
        matters.add(matter)
        cites.add(both)
