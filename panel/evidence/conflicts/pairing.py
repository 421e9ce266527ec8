"""All pairs of a dossier's sentences that can't both be true, found without comparing each with each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, combinations, islice
from typing import NamedTuple

from panel.domain.disagreement import Disagreement
from panel.domain.release import Dossier
from panel.evidence.conflicts.concepts import concept_of
from panel.evidence.conflicts.denials import denies, may_affirm, points, turned
from panel.evidence.conflicts.judging import LONGEST, ORDER, compared, statements_of_all
from panel.evidence.conflicts.lookalikes import lookalikes
from panel.evidence.conflicts.names import own_words
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Statement
from panel.evidence.undisturbed import undisturbed

_CROWD = 24
"""Statements about one thing in one source beyond which the rest is left alone: a table or a dump, not an argument."""

_MOST = 200
"""Disagreements that are told; nobody reads more."""


@undisturbed
def disagreements(dossier: Dossier) -> tuple[Disagreement, ...]:
    """Find the pairs of sentences from different sources that can't both be true.

    Of several pairs about the same thing from the same two sources only the first is told. Then come sentences that
    contradict what the front matter states of date, licence and price (``F.date`` …), and last sums that are of
    different things and easily confused, as ``confusable``.
    """
    release = dossier.release
    own = own_words(release.name, release.vendor, release.slug.replace("-", " "))
    spoken = list(_spoken(dossier, own))
    front = [Spoken(words, own, cite) for cite, words in _stated(dossier)]
    statements = statements_of_all([*spoken, *front])
    read, stated = (list(chain.from_iterable(each)) for each in (statements[: len(spoken)], statements[len(spoken) :]))
    between = [*_in_shelves(read), *_denials(spoken)]
    return (*_told(between), *_told(_against_stated(stated, read)), *lookalikes(read))


def _spoken(dossier: Dossier, own: frozenset[str]) -> Iterator[Spoken]:
    """Yield the sentences that may state something, each text once for each source, and whom "it" is in them."""
    seen: set[tuple[str, str]] = set()
    place: tuple[str, int] | None = None
    previous: Spoken | None = None
    for sentence in dossier.sentences:
        if place != (sentence.source, sentence.paragraph):
            place, previous = (sentence.source, sentence.paragraph), None
        key = (sentence.source, sentence.text)
        if len(sentence.text) > LONGEST or key in seen:
            continue
        seen.add(key)
        previous = Spoken(sentence.text, own, sentence.cite, previous)
        yield previous


def _against_stated(stated: list[Statement], read: list[Statement]) -> list["_Met"]:
    """Return the statements that contradict what the front matter states."""
    return [
        _Met(fact, statement, clash)
        for statement in (read if stated else ())
        for fact in stated
        if fact.kind == statement.kind
        and not fact.keys.isdisjoint(statement.keys)
        and (clash := compared(fact, statement))
    ]


def _stated(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield stated facts as sentences, with their citations."""
    release = dossier.release
    if release.date:
        yield "F.date", f"{release.name} was launched on {release.date.day} {release.date:%B %Y}."
    if release.licence:
        yield "F.licence", f"{release.name} is licensed under {release.licence}."
    entry = release.pricing.entry
    if entry and any(c.isdigit() for c in entry):
        yield "F.pricing", f"{release.name} costs {entry}."


class _Met(NamedTuple):
    """Two statements that can't both be true, in order of their sources."""

    a: Statement
    b: Statement
    clash: Clash


def _told(met: list[_Met]) -> Iterator[Disagreement]:
    """Yield the most telling clash of each two sentences, one for each matter and two sources."""
    matters: set[tuple[str, str, str]] = set()
    cites: set[tuple[str, str]] = set()
    for a, b, clash in sorted(met, key=lambda each: ORDER.index(each.a.kind))[:_MOST]:
        matter = (clash.about, a.spoken.source, b.spoken.source)
        both = (a.spoken.cite, b.spoken.cite)
        if matter not in matters and both not in cites:
            yield Disagreement(a=both[0], b=both[1], about=clash.about, reason=clash.reason)
        matters.add(matter)
        cites.add(both)


def _in_shelves(read: Iterable[Statement]) -> Iterator[_Met]:
    """Yield the first clash of each two sources about each key that they share."""
    shelves: dict[str, dict[str, list[Statement]]] = {}
    for statement in read:
        source, keys = statement.spoken.source, statement.keys
        for key in sorted(keys) if len(keys) > 1 else keys:
            shelf = shelves.setdefault(key, {}).setdefault(source, [])
            if len(shelf) < _CROWD:
                shelf.append(statement)
    for sources in shelves.values():
        for one, other in combinations(sources.values(), 2) if len(sources) > 1 else ():
            met = (
                _Met(a, b, clash)
                for a in one
                for b in other
                if (a.side is None or a.side != b.side) and (clash := compared(a, b))
            )
            yield from islice(met, 1)


def _denials(spoken: list[Spoken]) -> Iterator[_Met]:
    """Yield each plain denial with the clauses of other sources that have all its words."""
    denials = [
        (denial, denied)
        for each in spoken
        if denies(each)
        for denial in points(each, denying=True)
        if (denied := turned(denial))
    ]
    places = _speaking_of({concept for _, denied in denials for concept in denied}, spoken)
    read: dict[int, list[Statement]] = {}
    for denial, denied in denials:
        fitting = sorted(set.intersection(*(places[concept] for concept in denied)))
        for number in [n for n in fitting if spoken[n].source != denial.spoken.source][:_CROWD]:
            if not may_affirm(spoken[number], denial):
                continue
            if number not in read:
                read[number] = list(points(spoken[number]))
            for claim in read[number]:
                a, b = _in_order(denial, claim)
                if clash := compared(a, b):
                    yield _Met(a, b, clash)


def _speaking_of(concepts: set[str], spoken: list[Spoken]) -> dict[str, set[int]]:
    """Return the numbers of the sentences that have each of these concepts."""
    places: dict[str, set[int]] = defaultdict(set)
    stems = frozenset().union(*(each.stems for each in spoken)) if concepts else frozenset()
    meant = {stem: concept for stem in stems if (concept := concept_of(stem)) in concepts}
    for number, each in enumerate(spoken if meant else ()):
        for stem in meant.keys() & each.stems:
            places[meant[stem]].add(number)
    return places


def _in_order(a: Statement, b: Statement) -> tuple[Statement, Statement]:
    return (a, b) if int(a.spoken.source[1:]) < int(b.spoken.source[1:]) else (b, a)
