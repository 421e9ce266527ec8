"""The figures of two that are compared, as one sentence gives them or two that stand near one another."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations
from typing import NamedTuple

from panel.evidence.grounding.compared.versus_read import Versus
from panel.evidence.grounding.numbers.comparable import is_margin
from panel.evidence.grounding.numbers.paired_figures import measure_alike
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.owners import Span
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

WRONG = re.compile(
    r"\b(?:errors?|mistakes?|wrong|missed|misse[sd]|false[- ]?(?:positives?|alarms?)|failures?|failed|hallucinat\w+|off by|deviat\w+|slip\w*|lost|crash\w*|(?:mistook|mistak\w+)(?![^.;]*\b(?:human|person|real)\b)|misread\w*|misheard|confus\w+|made up|makes up|invent\w*|let(?:s|ting)?(?:\s\w+){0,2} through|fabricat\w*)\b",
    re.I,
)
"""What makes a figure one of which less is better."""

_GAIN = re.compile(
    r"\b(?:gain|improvement|difference|lead|margin|increase|rise|drop)s?\s(?:is|was|of)\s$", re.IGNORECASE
)
_THAN = re.compile(r"\bthan\s(?:the\s|my\s|our\s|its\s|an?\s)?(?:old\s|older\s)?$", re.IGNORECASE)
_AGAINST = re.compile(r"\s(?:against|versus|vs\.?|to|compared with)\s(?:the\s)?")
_SAME = re.compile(r"\b(?:same|comparison|rival|competitor)\b", re.IGNORECASE)
RIGHTLY = re.compile(
    r"\b(?:caught|blocked|correct\w*|right|found|solved|accura\w+|success\w*|passed|stopped)\b", re.IGNORECASE
)
_OF_FIELD = re.compile(r"\d(?:\s\w+)?\s(?:of|out of|in)\s(?:the\s(?:same\s)?|our\s|its\s|all\s|these\s)?$")
_BACK = re.compile(
    r"\b(?:it|that|this|they|the (?:share|figure|score|result|number|value|rate|median|average)) (?:was|were|is|are|had|came)\b|\bdid so\b"
)
"""What goes on with what the sentence before measured: ``for English it was 38``."""
_MARGIN = re.compile(
    r"\s(?:(?!of\b|and\b|but\b|or\b)[A-Za-z]{1,4}\s)?(?:of (?:them|these|those|which)\b|(?:below|above|ahead|behind|under|over|short of|more|less|fewer|(?!other|after|together|whether|later\b)\w{3,}er) (?:than\b|of\b|(?:the\s)?[A-Z]))"
)
"""What follows a figure that is a margin, or a part of another."""
_BOTH = re.compile(r"\s(?:than|against|versus|vs)\s")
"""What sets two things side by side in one sentence."""
_TIME_OF = re.compile(r"\s(?:real[- ]?time|playback)\b", re.IGNORECASE)
_LONG_NOUN = re.compile(r"\w-(?:second|minute|hour|day|week|month|year)$")
"""A length that only says which one is meant: ``a one-hour episode``."""
_CLAUSE = re.compile(r";\s|,?\s(?:while|whereas|where|but)\s(?=[A-Z\w])")
_PLACED = re.compile(r"\s(?:in|on|for|with|at|by|from)\s(?:[a-z][\w’']*\s){0,3}$")
_APART = re.compile(r"[,;:—–]\s|\s\(|\)\s|\s(?:and|but|while|where|whereas|against)\s")
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
    counted: bool = False
    """Whether they count what the statement says there is more or less of."""


def _figures(passage: Passage) -> list[Quantity]:
    """Return the figures of a sentence that can be measured of one of two."""
    return [
        each
        for each in passage.quantities
        if (each.kind not in ("rank", "multiple", "months") or _TIME_OF.match(passage.text, each.span[1]))
        and each.hedge not in ("upto", "atleast")
        and not _OF_FIELD.search(passage.text[: each.span[0]])
        and not is_margin(passage, each)
        and not passage.text[: each.span[0]].endswith(" by ")
        and not _GAIN.search(passage.text[: each.span[0]])
        and not _MARGIN.match(passage.text, each.span[1])
        and not any(name.span[0] <= each.span[0] < name.span[1] for name in passage.names if name.sure)
        and not _LONG_NOUN.search(each.text)
        and not passage.text.startswith("-old", each.span[1])
    ]


def in_one(asked: Versus, evidence: Evidence, place: int, left: Span | None, right: Span | None) -> Iterator[Pair]:
    """Yield the two figures of a sentence that names both, or one of them and whose other figure is the release's."""
    passage = evidence.passages[place]
    named, other = (right, asked.left) if left is None else (left, asked.right)
    if named is None or (not (left and right) and other.role != "release"):
        return
    if not (left and right) and passage.text.count(passage.text[slice(*named)]) > 1:
        return
    figures = [
        each for each in _figures(passage) if left or right is None or not _is_elses(passage, each, right, evidence)
    ]
    if left and right and (part := _by_clause(asked, passage, left, right, figures)):
        yield Pair(*part, place, place, both=True, counted=True)
        return
    counts = [each for each in figures if each.kind == "count" and not each.per]
    bare = [each for each in figures if each not in counts]
    figures = bare if len(bare) > 1 else figures
    mixed = counts and sum(each.kind == "number" for each in bare) > 1 and not counts[0].span[1] < figures[0].span[0]
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
    if not best or (len(best) > 1 and best[1][0] - best[0][0] < CLEAR) or (mixed and best[0][0]):
        return
    if not (left and right) and len(best) > 2:
        return
    yield Pair(best[0][1], best[0][2], place, place, both=left is not None and right is not None)


def _is_elses(passage: Passage, figure: Quantity, named: Span, evidence: Evidence) -> bool:
    """Whether a figure is followed by somebody else whose it is: ``118 on the Sparrow and 39 on a Kite``."""
    behind = next((name for name in passage.names if name.sure and name.span[0] >= figure.span[1]), None)
    if (
        behind is None
        or (behind.span[0] < named[1] and behind.span[1] > named[0])
        or evidence.subject.is_ours(behind.key)
    ):
        return False
    return _PLACED.fullmatch(passage.text[figure.span[1] : behind.span[0]]) is not None


def _by_clause(
    asked: Versus, passage: Passage, left: Span, right: Span, figures: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """Return the figures that stand at one place of two clauses: ``A found 74 and missed 9; B found 81 but missed 63``."""
    cuts = [
        match.start()
        for match in _CLAUSE.finditer(passage.text)
        if min(left[1], right[1]) <= match.start() < max(left[0], right[0])
    ]
    if not cuts or not asked.what:
        return None
    first, second = sorted((left, right))
    cut = cuts[-1]
    ones = [each for each in figures if first[1] <= each.span[0] < cut]
    twos = [each for each in figures if each.span[0] >= second[1]]
    if len(ones) != len(twos) or len(ones) < 2:
        return None
    told = [
        (one, two)
        for at, (one, two) in enumerate(zip(ones, twos, strict=True))
        if asked.what & (_round(passage, ones, at) | _round(passage, twos, at))
    ]
    if len(told) != 1:
        return None
    return told[0] if left < right else told[0][::-1]


def _round(passage: Passage, figures: Sequence[Quantity], at: int) -> frozenset[str]:
    """Return the stems of what stands round a figure: from the one before it to the end of what it counts."""
    start = figures[at - 1].span[1] if at else figures[at].span[0] - 15
    end = figures[at].span[1] + 1
    return frozenset(
        each for each, span in zip(passage.line.stems, passage.line.spans, strict=True) if start <= span[0] < end
    )


def _in_order(passage: Passage, figures: Sequence[Quantity], right: Span) -> tuple[Quantity, Quantity] | None:
    """Return the figures of what is compared ``than`` something before them: ``slower than B: 52 seconds against 38``."""
    for one, two in pairwise(figures):
        if right[1] <= one.span[0] and _AGAINST.fullmatch(passage.text[one.span[1] : two.span[0]]):
            return (one, two) if _THAN.search(passage.text[: right[0]]) else None
    return None


def in_two(
    asked: Versus, evidence: Evidence, other: int, place: int, right: Span, left: Span, *, far: bool = False
) -> Iterator[Pair]:
    """Yield the figures of two sentences each of which names one of the two."""
    ours, theirs = evidence.passages[other], evidence.passages[place]
    if _BOTH.search(ours.text) or _BOTH.search(theirs.text):
        return
    gone_on = not far and _BACK.search((theirs if place > other else ours).text) and abs(place - other) == 1
    if not _SAME.search(theirs.text) and not gone_on and not _shares(ours, theirs):
        return
    twos = sorted(_figures(theirs), key=lambda each: _away(theirs.text, right, each.span))
    ones = sorted(_figures(ours), key=lambda each: _away(ours.text, left, each.span))
    pairs = [
        (one, two)
        for two in twos
        for one in ones
        if measure_alike(one, two, together=False) or (not far and _bare(asked, one, two))
    ]
    wrong = bool(WRONG.search(ours.text)), bool(WRONG.search(theirs.text))
    rightly = bool(RIGHTLY.search(ours.text)), bool(RIGHTLY.search(theirs.text))
    if len(pairs) == 1 and not (wrong[0] != wrong[1] and any(rightly)):
        yield Pair(*pairs[0], place, other)


def _shares(ours: Passage, theirs: Passage) -> bool:
    """Whether two sentences share a telling word, or count the same things."""
    words_ = ({item.concept for item in each.items if item.weight >= 1} for each in (ours, theirs))
    counted = ({each.unit for each in passage.quantities if each.kind == "count"} for passage in (ours, theirs))
    return not next(words_).isdisjoint(next(words_)) or not next(counted).isdisjoint(next(counted))


def _bare(asked: Versus, one: Quantity, two: Quantity) -> bool:
    """Whether two figures are bare numbers, or one counts what is compared, or things in a time, and the other leaves them out."""
    counts = {one.kind, two.kind} == {"number", "count"}
    counted = counts and (bool(one.per or two.per) or not asked.what.isdisjoint({stem(one.unit), stem(two.unit)}))
    return counted or one.kind == two.kind == "number"


def _away(text: str, name: Span, figure: Span) -> float:
    """Return how far a figure stands from whom it may belong to; commas and joints count as a stretch."""
    start, end = (name[1], figure[0]) if name[1] <= figure[0] else (figure[1], name[0])
    between = text[start:end]
    if name[0] >= figure[1] and _LINK.fullmatch(between):
        return 0.0
    return len(between) + 25.0 * len(_APART.findall(between))
