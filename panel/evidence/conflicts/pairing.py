"""All pairs of a dossier's sentences that can't both be true, found without comparing each with each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from panel.domain.disagreement import Disagreement
from panel.domain.release import Dossier, Sentence
from panel.evidence.conflicts.concepts import concept_of
from panel.evidence.conflicts.denials import denies, points, turned
from panel.evidence.conflicts.judging import LONGEST, ORDER, compared, statements
from panel.evidence.conflicts.lookalikes import lookalikes
from panel.evidence.conflicts.names import own_words
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Statement

_CROWD = 40
"""Statements about one thing in one source beyond which the rest is left alone: a table or a dump, not an argument."""

_MOST = 200
"""Disagreements that are told; nobody reads more."""


def disagreements(dossier: Dossier) -> tuple[Disagreement, ...]:
    """Find the pairs of sentences from different sources that can't both be true.

    Of several pairs about the same thing from the same two sources only the first is told. Sums that are of different
    things and easily confused come last, as ``confusable``.
    """
    release = dossier.release
    own = own_words(release.name, release.vendor, release.slug.replace("-", " "))
    spoken = [Spoken(each.text, own, each.cite) for each in _distinct(dossier)]
    read = [statement for each in spoken for statement in statements(each)]
    pairs = sorted([*_pairs(read), *_denials(spoken)], key=lambda pair: ORDER.index(pair[0].kind))
    return (*_told(pairs), *lookalikes(read))


def _distinct(dossier: Dossier) -> Iterator[Sentence]:
    """Yield the sentences that may state something, each text once for each source."""
    seen: set[tuple[str, str]] = set()
    for sentence in dossier.sentences:
        key = (sentence.source, sentence.text)
        if len(sentence.text) <= LONGEST and key not in seen:
            seen.add(key)
            yield sentence


def frontmatter_disagreements(dossier: Dossier) -> tuple[Disagreement, ...]:
    """Find the sentences that contradict what a release's front matter states of its date, licence and price."""
    release = dossier.release
    own = own_words(release.name, release.vendor, release.slug.replace("-", " "))
    stated = [statement for cite, words in _stated(dossier) for statement in statements(Spoken(words, own, cite))]
    keys = frozenset(key for statement in stated for key in statement.keys)
    pairs = [
        (fact, statement)
        for sentence in (_distinct(dossier) if stated else ())
        for statement in statements(Spoken(sentence.text, own, sentence.cite))
        if not keys.isdisjoint(statement.keys)
        for fact in stated
        if fact.kind == statement.kind and not fact.keys.isdisjoint(statement.keys)
    ]
    return tuple(_told(pairs))


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


def _told(pairs: Iterable[tuple[Statement, Statement]]) -> Iterator[Disagreement]:
    """Yield the pairs that clash, one for each matter and two sources, and each pair of sentences once."""
    seen: set[tuple[str, str, str]] = set()
    spoken_for: set[tuple[str, str]] = set()
    for a, b in pairs:
        cites = (a.spoken.cite, b.spoken.cite)
        if len(seen) >= _MOST or cites in spoken_for or not (clash := compared(a, b)):
            continue
        key = (clash.about, _source(a.spoken), _source(b.spoken))
        spoken_for.add(cites)
        if key not in seen:
            seen.add(key)
            yield Disagreement(a=cites[0], b=cites[1], about=clash.about, reason=clash.reason)


def _pairs(read: Iterable[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield the statements of different sources that share a key, each pair once."""
    shelves: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in read:
        for key in statement.keys:
            shelf = shelves[key][_source(statement.spoken)]
            if len(shelf) < _CROWD:
                shelf.append(statement)
    seen: set[tuple[int, int]] = set()
    for sources in shelves.values():
        for one, other in combinations(sources.values(), 2):
            for a in one:
                for b in other:
                    if (id(a), id(b)) not in seen:
                        seen.add((id(a), id(b)))
                        yield a, b


def _denials(spoken: list[Spoken]) -> Iterator[tuple[Statement, Statement]]:
    """Yield each plain denial with the clauses of other sources that have all its words."""
    places: dict[str, set[int]] = defaultdict(set)
    denials = [each for each in spoken if denies(each)]
    for number, each in enumerate(spoken if denials else ()):
        for stem in each.stems:
            places[stem].add(number)
    stems: dict[str, list[str]] = defaultdict(list)
    for stem in places:
        stems[concept_of(stem)].append(stem)
    read: dict[int, list[Statement]] = {}
    for sentence in denials:
        for denial in points(sentence):
            fitting = _speaking_of(turned(denial), stems, places)
            for number in [n for n in fitting if _source(spoken[n]) != _source(sentence)][:_CROWD]:
                if number not in read:
                    read[number] = list(points(spoken[number]))
                yield from (_in_order(denial, claim) for claim in read[number])


def _speaking_of(concepts: list[str], stems: dict[str, list[str]], places: dict[str, set[int]]) -> list[int]:
    """Return the numbers of the sentences that have all these concepts."""
    found = [set().union(*(places[stem] for stem in stems.get(concept, ()))) for concept in concepts]
    return sorted(set.intersection(*found)) if found else []


def _in_order(a: Statement, b: Statement) -> tuple[Statement, Statement]:
    return (a, b) if int(_source(a.spoken)[1:]) < int(_source(b.spoken)[1:]) else (b, a)


def _source(spoken: Spoken) -> str:
    return spoken.cite.partition(".")[0]
