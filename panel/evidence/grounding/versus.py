"""Two that a statement compares, held against a figure of either: ``fewer errors than B`` beside 6.1% and, of B, 8.4%."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations
from typing import NamedTuple

from panel.evidence.grounding.figures import Finding
from panel.evidence.grounding.fitting import is_margin
from panel.evidence.grounding.paired_figures import literal, measure_alike
from panel.evidence.grounding.versus_read import Side, Versus, read_versus
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import Unit, has_unit, units_of
from panel.evidence.measures import Quantity, agree
from panel.evidence.names import same_name
from panel.evidence.owners import Span
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

_OLD = re.compile(
    r"\b(?:predecessor|forerunner|(?:old|older|previous|earlier|first|last|original|former)\s(?:one|version|model|release|generation|edition|editor|app|device|ring|reader|camera|[A-Z]\w+)|(?:up|down|fell|falls|dropped|rose|grew|climbed) from)\b"
)
_WRONG = re.compile(
    r"\b(?:errors?|mistakes?|wrong|missed|misse[sd]|false[- ]?(?:positives?|alarms?)|failures?|failed|hallucinat\w+|off by|deviat\w+|slip\w*|lost|crash\w*|mistook|mistak\w+|misread\w*|misheard|confus\w+|made up|makes up|invent\w*|let(?:s|ting)?(?:\s\w+){0,2} through|fabricat\w*)\b",
    re.I,
)
_DELAY = re.compile(
    r"\b(?:latency|lag|delay|took|takes?|taking|needs?|needed|seconds? to|minutes? to|boots?|loads?|answer\w*|repl\w+|respon\w+|off by|within|time)\b", re.I
)
_RIGHTLY = re.compile(r"\b(?:caught|blocked|correct\w*|right|found|solved|accura\w+|success\w*|passed|stopped)\b", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:w[io]ns?|winning|duels?|preferred|times (?:as|more|faster)|half|twice|times as)\b", re.IGNORECASE)
_GAIN = re.compile(r"\b(?:gain|improvement|difference|lead|margin|increase|rise|drop)s?\s(?:is|was|of)\s$", re.IGNORECASE)
_THAN = re.compile(r"\bthan\s(?:the\s|my\s|our\s|its\s|an?\s)?(?:old\s|older\s)?$", re.IGNORECASE)
_AGAINST = re.compile(r"\s(?:against|versus|vs\.?|to|compared with)\s(?:the\s)?")
_APPOSITION = re.compile(r",\s(?![^,;]*\d)[^,;]{3,45},\s(?=[a-z])")
_LASTS = re.compile(r"\b(?:battery|lasts?|lasted|endurance|runtime|charge|uptime)\b", re.IGNORECASE)
_OF_FIELD = re.compile(r"\d(?:\s\w+)?\s(?:of|out of|in)\s(?:the\s|our\s|its\s|all\s|these\s)?$")
_APART = re.compile(r"[,;:—–]\s|\s\(|\)\s|\s(?:and|but|while|whereas|against)\s")
_LINK = re.compile(r"\s(?:in|on|for|with|at|by|of|from|we saw on|we measured on|it was)\s(?:the\s|an?\s|its\s|my\s)?$", re.I)
_BY_KIND = {"weight": "weight", "sound": "sound", "light": "light"}
_COSTS_MORE = frozenset({"bytes", "money", "weight", "power", "sound"})
_TESTERS = frozenset(stem(word) for word in words("independent tester testers reviewer test tests trial measured found"))
"""Stems of what tells who compared, rather than what."""

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


def check_versus(claim: Passage, evidence: Evidence) -> Iterator[Finding]:
    """Check which of two a statement says has more against the figures that the dossier has of them.

    Args:
        claim: The statement.
        evidence: The dossier.
    """
    asked = read_versus(claim, evidence)
    if asked is None:
        return
    told = [
        unit
        for unit in units_of(claim)
        if (unit.strong or unit.concept == "")
        and unit.stems.isdisjoint(_TESTERS)
        and not asked.word[0] <= unit.span[0] < asked.word[1]
        and not evidence.subject.is_ours(unit.key)
        and not _is_side(unit, asked.left)
        and not _is_side(unit, asked.right)
    ]
    found = [
        (shared, pair, way)
        for pair in _pairs(asked, claim, evidence)
        if (way := _way(asked, pair, claim, evidence)) is not None
        and (shared := _shared(claim, asked, told, pair, evidence)) is not None
    ]
    if not found:
        return
    top = max(shared for shared, _, _ in found)
    best = [(pair, way) for shared, pair, way in found if shared == top]
    ways = {way == asked.sign for _, way in best}
    if len(ways) == 1 and not (ways == {True} and claim.quantities):
        place = best[0][0].place
        kind = "supported" if ways == {True} else "contradicted"
        yield Finding(kind, claim.text, place, evidence.passages[place].text, fit=1.0)


def _is_side(unit: Unit, side: Side) -> bool:
    return bool(unit.stems <= side.stems or (side.key and not unit.concept and same_name(unit.key, side.key)))


def _shared(
    claim: Passage, asked: Versus, told: Sequence[Unit], pair: Pair, evidence: Evidence
) -> float | None:
    """Return how much of what else a statement says stands with two figures; None where too little does."""
    said = frozenset().union(*(evidence.said(place) | evidence.around(place) for place in {pair.place, pair.other}))
    told = [
        unit
        for unit in told
        if unit.concept or not (evidence.publishes(unit.key, pair.place) or evidence.publishes(unit.key, pair.other))
    ]
    here = frozenset().union(*(evidence.said(place) for place in {pair.place, pair.other}))
    heads = [evidence.headings.get(place) for place in (pair.place, pair.other)]
    here = here.union(*(evidence.said(head) for head in heads if head is not None))
    met = [unit for unit in told if has_unit(said, unit)]
    named = [
        unit
        for unit in told
        if not has_unit(here, unit) and (not unit.concept or (claim.text[unit.span[0]].isupper() and unit.span[0]))
    ]
    of_what = [
        unit
        for unit in told
        if asked.word[1] <= unit.span[0] < asked.than
        and not has_unit(here, unit)
        and not _WRONG.match(claim.text, unit.span[0])
    ]
    if named or of_what:
        return None
    if not pair.both and (2 * len(met) < len(told) or not (met or _is_meant(claim, asked, pair, evidence))):
        return None
    return sum(has_unit(here, unit) for unit in met) + len(met) - 0.5 * (pair.place != pair.other)


def _is_meant(claim: Passage, asked: Versus, pair: Pair, evidence: Evidence) -> bool:
    """Whether a statement shares any word at all with the sentences of two figures, or says itself what is measured."""
    if asked.scale not in ("literal", "good"):
        return True
    here = frozenset().union(*(evidence.said(place) for place in {pair.place, pair.other}))
    return any(has_unit(here, unit) for unit in units_of(claim) if unit.concept)


def _pairs(asked: Versus, claim: Passage, evidence: Evidence) -> Iterator[Pair]:
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
    for place in rights:
        for other in (*range(place - 2, place), place + 1, place + 2):
            if other in at and other not in rights and place not in lefts and _is_of_left(asked, evidence, other, lefts):
                yield from _in_two(evidence, other, place, rights[place], lefts.get(other))


def _is_of_left(asked: Versus, evidence: Evidence, place: int, lefts: dict[int, Span]) -> bool:
    """Whether the figures of a sentence are the left one's: it is named there, or is the release and nobody else is."""
    if place in lefts:
        return True
    foreign = [name for name in evidence.passages[place].names if name.sure and not evidence.subject.is_ours(name.key)]
    return asked.left.role == "release" and not foreign


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


def _in_order(
    passage: Passage, figures: Sequence[Quantity], right: Span
) -> tuple[Quantity, Quantity] | None:
    """Return the figures of what is compared ``than`` something before them: ``slower than B: 52 seconds against 38``."""
    for one, two in pairwise(figures):
        if right[1] <= one.span[0] and _AGAINST.fullmatch(passage.text[one.span[1] : two.span[0]]):
            return (one, two) if _THAN.search(passage.text[: right[0]]) else None
    return None


def _in_two(evidence: Evidence, other: int, place: int, right: Span, left: Span | None) -> Iterator[Pair]:
    """Yield the figures of two sentences each of which names one of the two."""
    ours, theirs = evidence.passages[other], evidence.passages[place]
    if " than " in ours.text or " than " in theirs.text:
        return
    twos = sorted(_figures(theirs), key=lambda each: _away(theirs.text, right, each.span))
    ones = _figures(ours)
    ones = sorted(ones, key=lambda each: _away(ours.text, left, each.span)) if left else ones
    pairs = [(one, two) for two in twos for one in ones if measure_alike(one, two, together=False) or _bare(one, two)]
    wrong = bool(_WRONG.search(ours.text)), bool(_WRONG.search(theirs.text))
    rightly = bool(_RIGHTLY.search(ours.text)), bool(_RIGHTLY.search(theirs.text))
    if len(pairs) == 1 and not (wrong[0] != wrong[1] and any(rightly)):
        yield Pair(*pairs[0], place, other)


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


def _way(asked: Versus, pair: Pair, claim: Passage, evidence: Evidence) -> int | None:
    """Return 1 where the left one's figure is more on the statement's scale, -1 where it is less, None where that is unclear."""
    one, two = pair.one.value, pair.two.value
    if pair.one.kind != pair.two.kind:
        one, two = literal(pair.one), literal(pair.two)
    if any(is_margin(claim, each) and agree(each, other) for each in claim.quantities for other in pair[:2]):
        return None
    order = (one > two) - (one < two)
    text = " ".join(evidence.passages[place].text for place in {pair.place, pair.other})
    kinds = {pair.one.kind, pair.two.kind}
    if not order or "money" in kinds:
        return None
    if asked.scale in _BY_KIND:
        return order if kinds == {_BY_KIND[asked.scale]} else None
    if asked.scale == "fast":
        if "time" in kinds:
            return -order
        return order if pair.one.per or pair.two.per else None
    wrong = bool(_WRONG.search(text))
    if asked.scale == "good":
        if "time" in kinds:
            return None if bool(_LASTS.search(text)) == bool(_DELAY.search(text)) else order if _LASTS.search(text) else -order
        return -order if wrong or kinds & _COSTS_MORE else order
    return order if wrong == bool(_WRONG.search(claim.text)) else -order
