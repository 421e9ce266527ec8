"""What a source gives one plan and a statement another: ``Maker costs €11 for 400 images; Atelier has private mode``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.numbers.spelled import is_soft
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import Unit, has_unit, said_by
from panel.evidence.measures import Quantity, agree
from panel.evidence.names import Name
from panel.evidence.owners import Key
from panel.evidence.passages import Passage

_CUT = re.compile(r";\s|,?\s(?:while|whereas|but)\s|,\sand\s(?=the\s[A-Z])")
_HEAD = re.compile(r"(?:[^;:]{0,40},\s)?(?:[Tt]he\s|[Oo]ur\s)?$")
"""What may stand before the name with which a segment opens."""

_PLAN = re.compile(
    r"\s(?:plan|tier|edition|version|package|subscription)\b|\s(?:costs?|is|has|includes?|comes|adds?|offers?|gets?)\b|:"
)
"""What follows the name of a plan."""
_OPEN = re.compile(
    r"\b(?:every|both|each(?! of)|either|plans|tiers|same|also|everything|all (?:plans|tiers|users|customers|of them|three|four))\b",
    re.I,
)
"""Words by which a sentence may give a thing to several."""

_TURNS = re.compile(r"\b(?:than|unlike|whereas|while|but|instead|only|both|either|every|all|not)\b", re.IGNORECASE)
NEAR = 1
"""Sentences between those that open with two plans of one list."""


@dataclass(frozen=True, slots=True)
class _Segment:
    place: int
    head: Key
    units: tuple[Unit, ...]
    quantities: tuple[Quantity, ...]


def check_segments(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement gives the plan with which it opens against what stands under another of the same list only.

    Args:
        claim: The statement; one that denies, compares or speaks of several is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    head = _head(claim, 0, len(claim.text))
    if head is None or claim.denials or _TURNS.search(claim.text):
        return
    near = sorted(
        {at for place in places[:4] for at in range(place - NEAR, place + NEAR + 1) if 0 <= at < len(evidence.passages)}
    )
    found = [segment for place in near for segment in _segments(evidence, place)]
    mine = [each for each in found if each.head == head.key]
    others = [
        each
        for each in found
        if not each.head & head.key - evidence.subject.name
        and any(abs(each.place - own.place) <= NEAR and _same_source(each, own, evidence) for own in mine)
    ]
    for other in others if len({each.place for each in mine}) == 1 else ():
        if _is_moved(claim, head, mine, other, evidence):
            yield Finding("contradicted", claim.text, other.place, evidence.passages[other.place].text, fit=1.0)
            return


def _segments(evidence: Evidence, place: int) -> Iterator[_Segment]:
    """Yield the parts of a sentence that open with a name each."""
    passage = evidence.passages[place]
    starts = [0, *(match.end() for match in _CUT.finditer(passage.text))]
    for start, end in zip(starts, [*starts[1:], len(passage.text)], strict=True):
        name = _head(passage, start, end)
        if name is not None:
            units = tuple(unit for unit in evidence.units(place) if start <= unit.span[0] < end)
            yield _Segment(place, name.key, units, tuple(q for q in passage.quantities if start <= q.span[0] < end))


def _head(passage: Passage, start: int, end: int) -> Name | None:
    """Return the plan with which a part of a sentence opens."""
    return next(
        (
            name
            for name in passage.names
            if name.sure
            and start <= name.span[0] < end
            and _HEAD.fullmatch(passage.text[start : name.span[0]])
            and _PLAN.match(passage.text[name.span[1] :])
        ),
        None,
    )


def _same_source(one: _Segment, two: _Segment, evidence: Evidence) -> bool:
    cites = {evidence.passages[each.place].cite.partition(".")[0] for each in (one, two)}
    return len(cites) == 1


def _is_moved(claim: Passage, head: Name, mine: Sequence[_Segment], other: _Segment, evidence: Evidence) -> bool:
    """Whether a figure or thing of a statement stands under another plan, and nowhere without it."""
    own = [quantity for each in mine for quantity in each.quantities]
    for quantity in claim.quantities:
        alike = any(agree(quantity, each) for each in own)
        rival = any(each.kind == quantity.kind and each.unit == quantity.unit for each in own)
        there = any(agree(quantity, each) for each in other.quantities)
        if there and rival and not alike and not is_soft(quantity):
            return not any(
                agree(quantity, each)
                for place, passage in enumerate(evidence.passages)
                if place != other.place
                for each in passage.quantities
            )
    said = said_by(unit for each in mine for unit in each.units)
    theirs = said_by(other.units)
    things = [unit for unit in evidence.parts(claim) if unit.strong and unit.span[0] > head.span[1]]
    moved = [unit for unit in things if has_unit(theirs, unit) and not has_unit(said, unit)]
    return bool(moved) and len(moved) < len(things) and all(_is_only(unit, other.place, evidence) for unit in moved)


def _is_only(unit: Unit, place: int, evidence: Evidence) -> bool:
    """Whether no other sentence has a thing without saying that it is for some."""
    known = evidence.places(unit.concept) if unit.concept else evidence.with_stems(unit.stems)
    return all(
        at == place or re.search(r"\b(?:only|paid)\b", evidence.passages[at].text, re.IGNORECASE) for at in known
    ) and not _OPEN.search(evidence.passages[place].text)
