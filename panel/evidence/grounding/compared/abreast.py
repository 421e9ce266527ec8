"""A comparison held against one sentence that has a number of either: ``it found 44 of 112 bugs; Lintopus found 61``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.compared.comparing import LESS_IS_MORE
from panel.evidence.grounding.compared.comparisons import CONDITION, Comparison, read_comparisons
from panel.evidence.grounding.compared.topics import topic_of
from panel.evidence.grounding.numbers.comparable import comparable, is_margin
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit, said_by, units_of
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.names import Name, same_name
from panel.evidence.owners import Key, segment
from panel.evidence.passages import Passage

_LEADS = re.compile(
    r"\b(?:on|in|at|for|of|from|with|under|by|using|over|to)\s(?:the\s|our\s|its\s|an?\s|their\s)?$", re.IGNORECASE
)
"""What leads to a name under which things are compared, or of which one is a part."""

_BEHIND = re.compile(r"\s(?:at|for|with|by|on)\s(?:the\s|an?\s)?$")
_OUT_OF = re.compile(r"\bof\s(?:the\s|our\s|its\s|all\s)?$", re.IGNORECASE)
_UNTOLD = re.compile(
    r"\b(?:than|as|half|twice|times|both|each|together|combined|former\w*|predecessor)\b", re.IGNORECASE
)
"""What makes it unclear whose number is whose."""

_KINDS = {
    "price": ("money",),
    "weight": ("weight",),
    "speed": ("time", "count", "bandwidth", "frame rate"),
    "quality": ("percent", "number"),
    "amount": ("count", "percent", "number", "bytes"),
    "size": ("bytes", "length"),
}
"""Kinds of numbers that tell what a comparison is about."""


def check_abreast(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check the comparisons of a statement with sentences that have one number of either.

    Args:
        claim: The statement; one that denies or has numbers of its own is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if not claim.names or claim.denials or claim.later or claim.quantities:
        return
    for asked in read_comparisons(claim, evidence):
        other = asked.right or asked.left
        if other is None or (asked.left and asked.right) or evidence.subject.is_ours(other) or asked.sign == 0:
            continue
        orders = {place: _order(asked, other, claim, evidence, place) for place in places[:8]}
        told = {place: order for place, order in orders.items() if order}
        if told and all(order != asked.sign for order in told.values()):
            place = next(iter(told))
            yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)
            return


def _order(asked: Comparison, other: Key, claim: Passage, evidence: Evidence, place: int) -> int:
    """Return 1 if by a sentence's numbers the first of the two has more of it, -1 if the second has; 0 if it doesn't tell."""
    passage = evidence.passages[place]
    kinds = _KINDS.get(asked.aspect, ())
    if place in evidence.tables or passage.later or _UNTOLD.search(passage.text) or not kinds:
        return 0
    figures = [each for each in passage.quantities if each.kind in kinds and not _is_aside(passage, each)]
    owned = [(figure, _owner(passage, figure)) for figure in figures]
    theirs = [figure for figure, name in owned if name is not None and same_name(name.key, other)]
    ours = [figure for figure, name in owned if name is None or evidence.subject.is_ours(name.key)]
    if len(theirs) == 1 and not ours and len(figures) == 1:
        ours = _in_the_one_before(theirs[0], kinds, evidence, place)
    if len(theirs) != 1 or not ours:
        return 0
    ours = [each for each in ours if comparable(each, theirs[0]) or "number" in (each.kind, theirs[0].kind)]
    if len(ours) > 1:
        ours = _of_topic(claim, asked, passage, ours)
    if len(ours) != 1 or topic_of(asked, claim, passage, evidence, place) <= HALF:
        return 0
    one, two = (ours[0], theirs[0]) if asked.left is None else (theirs[0], ours[0])
    order = (one.value > two.value) - (one.value < two.value)
    falls = asked.aspect == "speed" and "time" in (one.kind, two.kind)
    if asked.aspect == "speed" and not falls and not (one.per or two.per):
        return 0
    if asked.aspect == "quality" and LESS_IS_MORE.search(passage.text):
        falls = True
    return -order if falls else order


def _in_the_one_before(theirs: Quantity, kinds: Sequence[str], evidence: Evidence, place: int) -> list[Quantity]:
    """Return the only number of the sentence before, if it measures the same and is nobody else's."""
    before = evidence.before(place)
    if before is None or _UNTOLD.search(evidence.passages[before].text):
        return []
    passage = evidence.passages[before]
    figures = [each for each in passage.quantities if each.kind in kinds and not _is_aside(passage, each)]
    owners = [_owner(passage, each) for each in figures]
    if len(figures) != 1 or any(name and not evidence.subject.is_ours(name.key) for name in owners):
        return []
    return [each for each in figures if same_measure(each, theirs) and set(each.per) == set(theirs.per)]


HALF = 0.5


def _is_aside(passage: Passage, figure: Quantity) -> bool:
    """Whether a number is a whole of which another is a part, a margin or a small word."""
    return is_margin(passage, figure) or bool(_OUT_OF.search(passage.text[: figure.span[0]]))


def _owner(passage: Passage, figure: Quantity) -> Name | None:
    """Return the name that stands last before a number and not merely says where; None if none does."""
    start, end = figure.span
    names = [name for name in passage.names if name.sure or name.span[0] == 0]
    behind = next(
        (name for name in names if name.span[0] > end and _BEHIND.fullmatch(passage.text[end : name.span[0]])), None
    )
    if behind is not None and not CONDITION.search(passage.text[: behind.span[0]]):
        return behind
    before = [name for name in names if name.span[1] <= start and not _LEADS.search(passage.text[: name.span[0]])]
    pronoun = max((match.start() for match in _IT.finditer(passage.text, 0, start)), default=-1)
    name = before[-1] if before else None
    return None if name is None or pronoun > name.span[1] else name


_IT = re.compile(r"\b(?:[Ii]t|[Tt]hey|[Ww]e)\b")


def _of_topic(claim: Passage, asked: Comparison, passage: Passage, figures: Sequence[Quantity]) -> list[Quantity]:
    """Return the numbers beside which a statement's further words stand."""
    telling = [
        unit for unit in units_of(claim) if unit.strong and not asked.span[0] - 1 <= unit.span[0] < asked.span[1] + 1
    ]
    found = []
    for figure in figures:
        start, end = segment(passage, figure.span)
        near = said_by(unit for unit in units_of(passage) if start <= unit.span[0] < end)
        if any(has_unit(near, unit) for unit in telling):
            found.append(figure)
    return found
