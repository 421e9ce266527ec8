"""The figures of two that are compared: whose is whose in one sentence, or in two that stand near one another."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations
from typing import NamedTuple

from panel.evidence.grounding.compared.versus_read import Side, Versus
from panel.evidence.grounding.numbers.fitting import is_margin
from panel.evidence.grounding.numbers.paired_figures import measure_alike
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.names import same_name
from panel.evidence.owners import Span
from panel.evidence.passages import Passage

WRONG = re.compile(
    r"\b(?:errors?|mistakes?|wrong|missed|misse[sd]|false[- ]?(?:positives?|alarms?)|failures?|failed|hallucinat\w+|off by|deviat\w+|slip\w*|lost|crash\w*|mistook|mistak\w+|misread\w*|misheard|confus\w+|made up|makes up|invent\w*|let(?:s|ting)?(?:\s\w+){0,2} through|fabricat\w*)\b",
    re.I,
)
"""What makes a figure one of which less is better."""

_OLD = re.compile(
    r"\b(?:predecessor|forerunner|(?:old|older|previous|earlier|first|last|original|former)\s(?:one|version|model|release|generation|edition|editor|app|device|ring|reader|camera|[A-Z]\w+)|(?:up|down|fell|falls|dropped|rose|grew|climbed) from)\b"
)
_SHARE = re.compile(
    r"\b(?:w[io]ns?|winning|duels?|preferred|times (?:as|more|faster)|half|twice|times as)\b", re.IGNORECASE
)
_GAIN = re.compile(
    r"\b(?:gain|improvement|difference|lead|margin|increase|rise|drop)s?\s(?:is|was|of)\s$", re.IGNORECASE
)
_THAN = re.compile(r"\bthan\s(?:the\s|my\s|our\s|its\s|an?\s)?(?:old\s|older\s)?$", re.IGNORECASE)
_AGAINST = re.compile(r"\s(?:against|versus|vs\.?|to|compared with)\s(?:the\s)?")
_APPOSITION = re.compile(r",\s(?![^,;]*\d)[^,;]{3,45},\s(?=[a-z])")
_SAME = re.compile(r"\b(?:same|comparison|rival|competitor)\b", re.IGNORECASE)
RIGHTLY = re.compile(
    r"\b(?:caught|blocked|correct\w*|right|found|solved|accura\w+|success\w*|passed|stopped)\b", re.IGNORECASE
)
_OF_FIELD = re.compile(r"\d(?:\s\w+)?\s(?:of|out of|in)\s(?:the\s|our\s|its\s|all\s|these\s)?$")
_APART = re.compile(r"[,;:—–]\s|\s\(|\)\s|\s(?:and|but|while|whereas|against)\s")
_LINK = re.compile(
    r"\s(?:in|on|for|with|at|by|of|from|we saw on|we measured on|it was)\s(?:the\s|an?\s|its\s|my\s)?$", re.I
)

CLEAR = 10
"""By how many characters one way to share two figures out must be nearer than the other."""


class Pair(NamedTuple):
    """The figures of two that are compared."""

    one: Quantity
    """That of the left one."""
    two: Quantity
    """That of the right one."""
    place: int
    """The sentence that has the second."""
    other: int
    """The sentence that has the first."""
    both: bool = False
    """Whether one sentence names both."""


def pairs_of(asked: Versus, evidence: Evidence) -> Iterator[Pair]:
    """Yield the figures of the two: both of one sentence, or one of each of two that stand near one another."""
    at = [
        place
        for place, passage in enumerate(evidence.passages)
        if place not in evidence.tables and passage.quantities and not _SHARE.search(passage.text)
    ]
    rights = {place: span for place in at if (span := _mention(asked.right, evidence.passages[place], evidence))}
    lefts = {place: span for place in at if (span := _mention(asked.left, evidence.passages[place], evidence))}
    for place in at:
        if place in rights or place in lefts:
            yield from _in_one(asked, evidence, place, lefts.get(place), rights.get(place))
    for place, right in rights.items():
        for other in (*range(place - 2, place), place + 1, place + 2):
            if other in lefts and other not in rights and place not in lefts:
                yield from _in_two(evidence, other, place, right, lefts[other])


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


def _figures(passage: Passage) -> list[Quantity]:
    """Return the figures of a sentence that can be measured of one of two."""
    return [
        each
        for each in passage.quantities
        if each.kind not in ("rank", "multiple", "months")
        and each.hedge not in ("upto", "atleast")
        and not _OF_FIELD.search(passage.text[: each.span[0]])
        and not is_margin(passage, each)
        and not passage.text[: each.span[0]].endswith(" by ")
        and not _GAIN.search(passage.text[: each.span[0]])
        and "-year" not in each.text
        and not passage.text.startswith("-old", each.span[1])
    ]


def _in_one(asked: Versus, evidence: Evidence, place: int, left: Span | None, right: Span | None) -> Iterator[Pair]:
    """Yield the two figures of a sentence that names both, or one of them and whose other figure is the release's."""
    passage = evidence.passages[place]
    named, other = (right, asked.left) if left is None else (left, asked.right)
    if named is None or (not (left and right) and other.role != "release"):
        return
    if not (left and right) and passage.text.count(passage.text[slice(*named)]) > 1:
        return
    figures = _figures(passage)
    counts = [each for each in figures if each.kind == "count" and not each.per]
    figures = [each for each in figures if each not in counts]
    if counts and sum(each.kind == "number" for each in figures) > 1 and not counts[0].span[1] < figures[0].span[0]:
        return
    if right and (ordered := _in_order(passage, figures, right)):
        yield Pair(*ordered, place, place)
        return
    best: list[tuple[float, Quantity, Quantity]] = []
    for one, two in permutations(figures, 2):
        if not measure_alike(one, two, together=True):
            continue
        cost = sum(
            _away(passage.text, span, figure.span) for span, figure in ((left, one), (right, two)) if span is not None
        )
        best.append((cost, one, two))
    best.sort(key=lambda each: each[0])
    if not best or (len(best) > 1 and best[1][0] - best[0][0] < CLEAR):
        return
    if not (left and right) and len(best) > 2:
        return
    yield Pair(best[0][1], best[0][2], place, place, both=left is not None and right is not None)


def _in_order(passage: Passage, figures: Sequence[Quantity], right: Span) -> tuple[Quantity, Quantity] | None:
    """Return the figures of what is compared ``than`` something before them: ``slower than B: 52 seconds against 38``."""
    for one, two in pairwise(figures):
        if right[1] <= one.span[0] and _AGAINST.fullmatch(passage.text[one.span[1] : two.span[0]]):
            return (one, two) if _THAN.search(passage.text[: right[0]]) else None
    return None


def _in_two(evidence: Evidence, other: int, place: int, right: Span, left: Span) -> Iterator[Pair]:
    """Yield the figures of two sentences each of which names one of the two."""
    ours, theirs = evidence.passages[other], evidence.passages[place]
    if " than " in ours.text or " than " in theirs.text:
        return
    if not _SAME.search(theirs.text) and not _shares(ours, theirs):
        return
    twos = sorted(_figures(theirs), key=lambda each: _away(theirs.text, right, each.span))
    ones = sorted(_figures(ours), key=lambda each: _away(ours.text, left, each.span))
    pairs = [(one, two) for two in twos for one in ones if measure_alike(one, two, together=False) or _bare(one, two)]
    wrong = bool(WRONG.search(ours.text)), bool(WRONG.search(theirs.text))
    rightly = bool(RIGHTLY.search(ours.text)), bool(RIGHTLY.search(theirs.text))
    if len(pairs) == 1 and not (wrong[0] != wrong[1] and any(rightly)):
        yield Pair(*pairs[0], place, other)


def _shares(ours: Passage, theirs: Passage) -> bool:
    """Whether two sentences share a telling word, or count the same things."""
    words_ = ({item.concept for item in each.items if item.weight >= 1} for each in (ours, theirs))
    counted = ({each.unit for each in passage.quantities if each.kind == "count"} for passage in (ours, theirs))
    return not next(words_).isdisjoint(next(words_)) or not next(counted).isdisjoint(next(counted))


def _bare(one: Quantity, two: Quantity) -> bool:
    """Whether two figures are bare numbers, or one counts things in a time and the other leaves them out."""
    counted = {one.kind, two.kind} == {"number", "count"} and bool(one.per or two.per)
    return counted or one.kind == two.kind == "number"


def _away(text: str, name: Span, figure: Span) -> float:
    """Return how far a figure stands from whom it may belong to; commas and joints count as a stretch."""
    start, end = (name[1], figure[0]) if name[1] <= figure[0] else (figure[1], name[0])
    between = text[start:end]
    if name[0] >= figure[1] and _LINK.fullmatch(between):
        return 0.0
    return len(between) + 25.0 * len(_APART.findall(between))
