"""Numbers, dates and licences of a statement, each set beside the one in the dossier that it must be about."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from panel.evidence.concepts import concept_of
from panel.evidence.dates import DateMention, may_be_same
from panel.evidence.grounding.numbers.alike import (
    dates_alike,
    is_of_other_unit,
    licences_alike,
    quantities_alike,
    stands_at,
)
from panel.evidence.grounding.numbers.amounts import COUNTS
from panel.evidence.grounding.numbers.fitting import PERSONS, Figure, at_odds, companions, counts_alike, fit
from panel.evidence.grounding.numbers.joined import is_of_another, is_of_second, is_side, paired_at, said_of_second
from panel.evidence.grounding.numbers.skipped import is_skipped
from panel.evidence.grounding.numbers.spelled import is_small, must_stand, stands_spelled
from panel.evidence.lookup.belonging import claimed_owners, may_own
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.names import same_name
from panel.evidence.owners import nearby, subject
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

Found = Literal["supported", "contradicted", "unsupported"]


ENOUGH = 0.22
"""Share of a statement's words that must stand near a figure before the figure can be the one that is meant."""


NEAR = 0.8
"""How near to the best match an agreeing figure must come."""


SURE = 0.45
"""How well another figure must fit to contradict one that the dossier has for something else."""


CLEARER = 1.0
"""By how much it must then fit better."""


CLEARER_IF_AGREES = 1.4
"""The same where nothing else speaks against the equal one."""


LARGE = 10_000
"""A count that seldom stands for something else, however round."""


PLAINLY = 0.8
"""How well another figure must fit to contradict a particular one that stands quite elsewhere."""


HALF = 0.5
"""Share of the best fit that a number beyond a bound must have to be the one that is meant."""


CLEARER_DATE = 1.1
"""The same of dates, which say little by being somewhere."""


WHOLE = 100
"""Bare numbers above this are no percentages."""


RARE = 3
"""Digits that make a number a particular one."""


SOFT_SURE = 0.4
"""How well another figure must fit to contradict a small number that is spelled out."""


SURE_UNIT = 0.6
"""The same where only the unit of a time is another."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one checkable part of a statement."""

    kind: Found
    """Whether it is borne out."""
    part: str
    """The words that were checked."""
    place: int | None = None
    """Where the sentence stands that decides it."""
    said: str = ""
    """What that sentence says instead."""
    span: tuple[int, int] | None = None
    """Where in that sentence the figure stands."""
    fit: float = 0.0
    """How much of the statement stands near what was found, from 0 to 1."""
    quantity: Quantity | None = None
    """The number that was checked, if it is one."""


@dataclass(frozen=True, slots=True)
class _Rival:
    place: int
    figure: Figure
    fit: float
    agrees: bool
    equal: bool
    own: bool
    named: bool
    topical: bool


def check_figures(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check every number, date and licence of a statement.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    for quantity in claim.quantities:
        if is_skipped(claim, quantity, evidence, places):
            continue
        rivals = _rivals(claim, quantity, evidence, places, quantities_alike)
        version = evidence.has_version(claim.text[slice(*quantity.span)].strip())
        if version:
            rivals = [rival for rival in rivals if rival.equal or _POINT.fullmatch(rival.figure.text)]
        found = list(_decided(claim, quantity, rivals))
        missing = bool(found) and found[0].kind != "supported"
        spelled = missing and found[0].kind == "unsupported" and is_soft(quantity)
        looked_for = missing and not spelled and (quantity.kind in _EXACT or _is_unfound_count(quantity, found[0]))
        anywhere = stands_at(quantity, evidence, places) if looked_for else None
        place = None
        if missing:
            against = found[0].place if found[0].said != found[0].part else None
            place = paired_at(claim, quantity, against, evidence, places)
        if found and place is not None:
            yield Finding("supported", found[0].part, place, fit=1.0)
        elif anywhere is not None:
            if quantity.kind in _OF_ONE_THING and _SHEET.match(evidence.passages[anywhere].text):
                yield Finding("supported", found[0].part, anywhere, fit=ENOUGH)
        elif not (spelled and stands_spelled(quantity, evidence)) and not (
            version and len(claim.quantities) > 1 and found and found[0].kind == "unsupported"
        ):
            yield from found
    for mention in claim.dates:
        if mention.start or mention.month:
            found = list(_decided(claim, mention, _rivals(claim, mention, evidence, places, dates_alike)))
            written = evidence.was_written_in(mention)
            yield from (finding for finding in found if not (written and finding.kind == "unsupported"))
    for licence in claim.licences:
        everywhere = [place for place in range(len(evidence.passages)) if evidence.passages[place].licences]
        yield from _decided(claim, licence, _rivals(claim, licence, evidence, everywhere, licences_alike))


def _is_unfound_count(quantity: Quantity, finding: Finding) -> bool:
    """Whether a count of something named has no other number against it in the sentences that share most words."""
    return quantity.kind == "count" and bool(quantity.unit) and finding.kind == "unsupported"


_POINT = re.compile(r"\d+\.\d+")


_EXACT = frozenset(
    {"money", "percent", "length", "weight", "bytes", "frequency", "frame rate", "colour temperature", "current"}
)
"""Kinds of numbers that are looked for in all sentences before they are called missing."""

_OF_ONE_THING = frozenset({"length", "weight"})
"""Kinds of which a line of a sheet needs no word of a statement's: ``Weight: 1.3 kg``."""

_SHEET = re.compile(r"[A-Z][\w ]{2,20}:\s")
"""What a line of a sheet begins with."""


def _decided(claim: Passage, figure: Figure, rivals: Sequence[_Rival]) -> Iterator[Finding]:
    """Yield what became of a figure; nothing where it is a small word that is neither found nor contradicted."""
    part = claim.text[slice(*figure.span)].strip()
    quantity = figure if isinstance(figure, Quantity) else None
    own = [rival for rival in rivals if rival.own]
    best = max(own, key=lambda rival: (rival.fit, rival.agrees), default=None)
    agreeing = max((rival for rival in own if rival.agrees), key=lambda rival: rival.fit, default=None)
    equal = max(
        (rival for rival in rivals if rival.equal),
        key=lambda rival: (rival.own and rival.agrees, rival.fit),
        default=None,
    )
    if agreeing and best and agreeing.fit >= max(ENOUGH, NEAR * best.fit):
        yield Finding("supported", part, agreeing.place, span=agreeing.figure.span, fit=agreeing.fit)
        return
    rivals_ = [rival for rival in own if not rival.agrees and _may_contradict(figure, rival.figure)]
    against = max(rivals_, key=lambda rival: rival.fit, default=None)
    if against and (against.fit < ENOUGH or (agreeing and agreeing.fit > against.fit)):
        against = None
    soft = quantity is not None and is_soft(quantity)
    if soft and equal and equal.fit < ENOUGH:
        equal = None
    bound = quantity is not None and quantity.hedge in ("over", "under")
    if bound and equal and against and against.fit >= PLAINLY and equal.fit < HALF * against.fit:
        equal = None  # whatever is more than 6,000 is no rival of "5,400 households"
    if against and equal and _is_of_other_scale(figure, against.figure):
        against = None  # "than in 2.7" is no "4.2 million rows"
    if equal and not (against and not soft and _is_clearer(against, equal)):
        if equal.fit >= ENOUGH:
            yield Finding("supported", part, equal.place, span=equal.figure.span, fit=equal.fit)
    elif quantity and soft:
        yield from _soft(claim, quantity, rivals_, found=equal is not None)
    elif against:
        yield _contradicted(part, against, quantity)
    elif not (quantity and is_small(quantity)) or must_stand(claim, quantity):
        yield Finding("unsupported", part, quantity=quantity)


def _soft(claim: Passage, quantity: Quantity, rivals: Sequence[_Rival], *, found: bool) -> Iterator[Finding]:
    """Yield what became of a number that may be said loosely: wrong only beside one that is plainly of the same."""
    part = claim.text[slice(*quantity.span)].strip()
    alike = [rival for rival in rivals if rival.topical and _counts_same(quantity, rival.figure)]
    against = max(alike, key=lambda rival: rival.fit, default=None)
    alone = len(claim.quantities) == 1 and not _PART_OF.search(claim.text[: quantity.span[0]])
    sure = against is not None and against.fit >= SURE_UNIT and is_of_other_unit(quantity, against.figure)
    if against and against.fit >= SOFT_SURE and (alone or sure or quantity.kind == "count"):
        yield _contradicted(part, against, quantity)
    elif not found and must_stand(claim, quantity):
        yield Finding("unsupported", part, quantity=quantity)


SCALE = 1_000
"""How many times a number must be one that stands alone with a point, to be no other value of it."""


def _is_of_other_scale(figure: Figure, other: Figure) -> bool:
    """Whether a number with a point stands alone, as a version's does, and another one is of a far greater scale."""
    if not isinstance(figure, Quantity) or not isinstance(other, Quantity) or figure.kind != "number":
        return False
    return bool(_POINT.fullmatch(figure.text.strip(" .,;"))) and other.value > SCALE * figure.value


_PART_OF = re.compile(r"\bof (?:the |its )?$", re.IGNORECASE)


def _contradicted(part: str, against: _Rival, quantity: Quantity | None) -> Finding:
    said = against.figure.text.strip()
    return Finding("contradicted", part, against.place, said, fit=against.fit, quantity=quantity)


def _is_clearer(against: _Rival, equal: _Rival) -> bool:
    """Whether another figure fits so much better than the equal one that it must be the one meant."""
    one, two = equal.figure, against.figure
    if isinstance(one, DateMention) and isinstance(two, DateMention) and may_be_same(one, two):
        return False  # "in August" leaves the 18th open
    if equal.named and not equal.own:
        return True
    if equal.agrees and equal.own and equal.place == against.place and not isinstance(one, DateMention):
        return False  # both stand in one sentence, and nothing says that the statement's is of something else
    if isinstance(equal.figure, DateMention):
        return against.fit >= max(SURE, CLEARER_DATE * equal.fit)
    if equal.agrees and _is_rare(equal.figure):
        measured = isinstance(equal.figure, Quantity) and equal.figure.kind not in _SAID_OF_MANY
        return measured and equal.fit < ENOUGH and against.fit >= PLAINLY and equal.place != against.place
    clearer = CLEARER_IF_AGREES if equal.own and (equal.agrees or _is_rare(equal.figure)) else CLEARER
    tie = 1e-6 if equal.agrees or _is_rare(equal.figure) else -1e-6
    return against.fit >= SURE and against.fit > clearer * equal.fit + tie


_SAID_OF_MANY = frozenset({"count", "number", "money"})
"""Kinds of figures of which a particular one seldom stands for something else."""


def _is_rare(figure: Figure) -> bool:
    """Whether a number is so particular that it seldom stands for something else: a sum, ``61.4``, not ``50``."""
    digits = re.sub(r"\D", "", figure.text).strip("0") if isinstance(figure, Quantity) else ""
    if len(digits) >= RARE or not isinstance(figure, Quantity):
        return len(digits) >= RARE
    return figure.kind == "money" or (figure.kind in COUNTS and figure.value >= LARGE)


def is_soft(quantity: Quantity) -> bool:
    """Whether a number is a small word that says little by itself: ``two walls``, ``a year``, ``a dozen``, ``a fifth``."""
    return quantity.kind != "money" and not any(c.isdigit() for c in quantity.text) and not _BIG.search(quantity.text)


_BIG = re.compile(r"teen|ty\b|hundred|thousand|million|billion|trillion", re.IGNORECASE)


def _may_contradict(claimed: Figure, stated: Figure) -> bool:
    """Whether another number can be what the dossier says instead: a count of the same things, a like measure."""
    if not isinstance(claimed, Quantity) or not isinstance(stated, Quantity):
        return True
    if claimed.kind == "count" and claimed.unit:
        return stated.kind == "count" and counts_alike(claimed, stated) and not _is_far(claimed, stated)
    if stated.kind == "percent" and claimed.kind == "number":
        return False
    if claimed.kind == "percent" and stated.kind == "number":
        return stated.value <= WHOLE and any(c.isdigit() for c in stated.text)
    return True


FAR = 200
"""How many times another count must be one, to be that of other things: four of 412,000 stops that somebody tried."""


def _is_far(claimed: Quantity, stated: Quantity) -> bool:
    small, large = sorted((claimed.value, stated.value))
    return large >= FAR * max(small, 1.0) and concept_of(stem(claimed.unit)) == concept_of(stem(stated.unit))


def _counts_same(claimed: Quantity, stated: Figure) -> bool:
    """Whether two numbers count the same noun."""
    if not isinstance(stated, Quantity):
        return False
    if claimed.kind != "count":
        return same_measure(claimed, stated) and claimed.kind != "number"
    mine, theirs = (concept_of(stem(each.unit)).name for each in (claimed, stated))
    return bool(claimed.unit) and (mine == theirs or {mine, theirs} <= PERSONS)


def _rivals(
    claim: Passage,
    figure: Figure,
    evidence: Evidence,
    places: Sequence[int],
    alike: Callable[[Passage, Passage, Figure], Iterator[tuple[Figure, bool]]],
) -> list[_Rival]:
    """Return the figures of the dossier that could be the one that is meant."""
    whose = claimed_owners(claim, figure.span, evidence)
    near = nearby(claim, figure.span)
    found = []
    named = subject(claim) is not None or claim.text.startswith(("It ", "Its ", "They "))
    ahead = said_of_second(claim, figure)
    most = min(1.0, max((item.weight for item in claim.items), default=1.0))
    for place in places:
        passage = evidence.passages[place]
        for other, equal in alike(claim, passage, figure):
            if not equal and (is_of_another(claim, figure, other) or is_side(claim, figure) != is_side(passage, other)):
                continue
            if not equal and ahead and not ahead.isdisjoint(passage.line.stems):
                continue
            if not equal and is_of_second(claim, figure, passage, other):
                continue
            own = may_own(claim, whose, evidence, place, other.span)
            if not own and not equal:
                continue
            beside = companions(claim, figure, passage, other)
            agrees = (
                equal and beside >= 0 and (beside > 0 or not at_odds(claim, figure, near, evidence, passage, other))
            )
            closeness = 1.0 if beside > 0 and equal else fit(claim, figure, near, evidence, place, other)
            said = passage.concepts | passage.name_concepts
            topical = any(item.weight >= most and item.concept in said for item in claim.items)
            topical = topical or any(same_name(name.key, other.key) for name in claim.names for other in passage.names)
            found.append(_Rival(place, other, closeness, agrees, equal, own, named, topical))
    return found
