"""Where the two stand that are compared, and which sentences have the figures of both."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from panel.evidence.grounding.compared.versus_read import Side, Versus
from panel.evidence.grounding.compared.versus_sentences import Pair, in_one, in_two
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import same_name
from panel.evidence.owners import Span
from panel.evidence.passages import Passage

_OLD = re.compile(
    r"\b(?:predecessor|forerunner|(?:old|older|previous|earlier|first|last|original|former)\s(?:one|version|model|release|generation|edition|editor|app|device|ring|reader|camera|[A-Z]\w+)|(?:up|down|fell|falls|dropped|rose|grew|climbed) from)\b"
)
_SHARE = re.compile(
    r"\b(?:w[io]ns?|winning|duels?|preferred|times (?:as|more|faster)|half|twice|times as)\b", re.IGNORECASE
)
_APPOSITION = re.compile(r",\s(?![^,;]*\d)[^,;]{3,45},\s(?=[a-z])")


@lru_cache(maxsize=8)
def _figured(evidence: Evidence) -> tuple[int, ...]:
    """Return where a dossier has figures outside its tables, those of how often one of two won left out."""
    return tuple(
        place
        for place, passage in enumerate(evidence.passages)
        if place not in evidence.tables and passage.quantities and not _SHARE.search(passage.text)
    )


def pairs_of(asked: Versus, evidence: Evidence) -> Iterator[Pair]:
    """Yield the figures of the two: both of one sentence, or one of each of two that stand near one another."""
    at = _figured(evidence)
    rights = {place: span for place in at if (span := _mention(asked.right, evidence.passages[place], evidence))}
    lefts = {place: span for place in at if (span := _mention(asked.left, evidence.passages[place], evidence))}
    for place in at:
        if place in rights or place in lefts:
            yield from in_one(asked, evidence, place, lefts.get(place), rights.get(place))
    yield from _of_two(asked, evidence, at, lefts, rights)


_Places = dict[int, Span]


def _of_two(asked: Versus, evidence: Evidence, at: Sequence[int], lefts: _Places, rights: _Places) -> Iterator[Pair]:
    """Yield the figures of two sentences: of near ones, of one without the release's name, of any that name either."""
    for ones, twos in ((lefts, rights), _unnamed(asked, evidence, at, lefts, rights)):
        met = [
            (place, other)
            for place in twos
            for other in (*range(place - 2, place), place + 1, place + 2)
            if other in ones and other not in twos and place not in ones
        ]
        near = [
            pair for place, other in met for pair in in_two(asked, evidence, other, place, twos[place], ones[other])
        ]
        yield from near
        if near:
            return
    if asked.left.role or asked.right.role:
        return
    for place, other in ((place, other) for place in rights for other in lefts if abs(place - other) > NEXT):
        if other not in rights and place not in lefts:
            yield from in_two(asked, evidence, other, place, rights[place], lefts[other], far=True)


NEXT = 2
"""Within how many sentences two stand near one another."""


def _unnamed(
    asked: Versus, evidence: Evidence, at: Sequence[int], lefts: _Places, rights: _Places
) -> tuple[_Places, _Places]:
    """Return where the two stand, with the sentences that are about the release without its name."""
    release = next((side for side in (asked.left, asked.right) if side.role == "release"), None)
    if release is None:
        return {}, {}
    named = rights if asked.left is release else lefts
    bare = {
        place: (0, 0)
        for place in at
        if place not in named
        and evidence.before(place) not in named
        and not any(name.sure and not evidence.subject.is_ours(name.key) for name in evidence.passages[place].names)
    }
    return ({**bare, **lefts}, rights) if asked.left is release else (lefts, {**bare, **rights})


def _mention(side: Side, passage: Passage, evidence: Evidence) -> Span | None:
    """Return where a sentence names one of the two, or None."""
    if side.role == "old":
        named = (
            name
            for name in passage.names
            if evidence.subject.is_other_version(name.key) and name.key & evidence.subject.name
        )
        spans = [name.span for name in named if side.key is None or same_name(name.key, side.key)]
        spans += [match.span() for match in _OLD.finditer(passage.text)]
        return _with_aside(passage.text, spans[0]) if spans else None
    if side.role == "release":
        spans = [name.span for name in passage.names if evidence.subject.is_release(name.key)]
        return _with_aside(passage.text, spans[0]) if spans else None
    if side.key:
        spans = [name.span for name in passage.names if same_name(name.key, side.key)]
        return _with_aside(passage.text, spans[0]) if spans else None
    stems = passage.line.stems
    spans = [passage.line.spans[stems.index(each)] for each in side.stems if each in stems]
    if len(spans) < len(side.stems) or not spans:
        return None
    return min(spans)[0], max(spans)[1]


def _with_aside(text: str, span: Span) -> Span:
    """Return where a name stands with what is put in behind it: ``Egret, the market leader,``."""
    aside = _APPOSITION.match(text, span[1])
    return (span[0], aside.end() - 1) if aside else span
