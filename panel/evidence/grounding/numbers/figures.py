"""Numbers, dates and licences of a statement, each set beside the one in the dossier that it must be about."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.alike import (
    dates_alike,
    is_of_other_unit,
    licences_alike,
    quantities_alike,
    stands_at,
)
from panel.evidence.grounding.numbers.comparable import Figure
from panel.evidence.grounding.numbers.counterparts import (
    ENOUGH,
    PLAINLY,
    POINT,
    Counterpart,
    counterparts,
    counts_same,
    is_clearer,
    is_of_other_scale,
    may_contradict,
)
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.numbers.joined import paired_at
from panel.evidence.grounding.numbers.skipped import is_skipped
from panel.evidence.grounding.numbers.spelled import is_small, is_soft, must_stand, stands_spelled
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage

NEAR = 0.8
"""How near to the best match an agreeing figure must come."""

HALF = 0.5
"""Share of the best fit that a number beyond a bound must have to be the one that is meant."""

SOFT_SURE = 0.4
"""How well another figure must fit to contradict a small number that is spelled out."""

SURE_UNIT = 0.6
"""The same where only the unit of a time is another."""


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
        rivals = counterparts(claim, quantity, evidence, places, quantities_alike)
        version = evidence.has_version(claim.text[slice(*quantity.span)].strip())
        if version:
            rivals = [rival for rival in rivals if rival.equal or POINT.fullmatch(rival.figure.text)]
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
            found = list(_decided(claim, mention, counterparts(claim, mention, evidence, places, dates_alike)))
            written = evidence.was_written_in(mention)
            yield from (finding for finding in found if not (written and finding.kind == "unsupported"))
    for licence in claim.licences:
        everywhere = [place for place in range(len(evidence.passages)) if evidence.passages[place].licences]
        yield from _decided(claim, licence, counterparts(claim, licence, evidence, everywhere, licences_alike))


def _is_unfound_count(quantity: Quantity, finding: Finding) -> bool:
    """Whether a count of something named has no other number against it in the sentences that share most words."""
    return quantity.kind == "count" and bool(quantity.unit) and finding.kind == "unsupported"


_EXACT = frozenset(
    {"money", "percent", "length", "weight", "bytes", "frequency", "frame rate", "colour temperature", "current"}
)
"""Kinds of numbers that are looked for in all sentences before they are called missing."""

_OF_ONE_THING = frozenset({"length", "weight"})
"""Kinds of which a line of a sheet needs no word of a statement's: ``Weight: 1.3 kg``."""

_SHEET = re.compile(r"[A-Z][\w ]{2,20}:\s")
"""What a line of a sheet begins with."""


def _decided(claim: Passage, figure: Figure, rivals: Sequence[Counterpart]) -> Iterator[Finding]:
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
    rivals_ = [rival for rival in own if not rival.agrees and may_contradict(figure, rival.figure)]
    against = max(rivals_, key=lambda rival: rival.fit, default=None)
    if against and (against.fit < ENOUGH or (agreeing and agreeing.fit > against.fit)):
        against = None
    soft = quantity is not None and is_soft(quantity)
    if soft and equal and equal.fit < ENOUGH:
        equal = None
    bound = quantity is not None and quantity.hedge in ("over", "under")
    if bound and equal and against and against.fit >= PLAINLY and equal.fit < HALF * against.fit:
        equal = None  # whatever is more than 6,000 is no rival of "5,400 households"
    if against and equal and is_of_other_scale(figure, against.figure):
        against = None  # "than in 2.7" is no "4.2 million rows"
    if equal and not (against and not soft and is_clearer(against, equal)):
        if equal.fit >= ENOUGH:
            yield Finding("supported", part, equal.place, span=equal.figure.span, fit=equal.fit)
    elif quantity and soft:
        yield from _soft(claim, quantity, rivals_, found=equal is not None)
    elif against:
        yield _contradicted(part, against, quantity)
    elif not (quantity and is_small(quantity)) or must_stand(claim, quantity):
        yield Finding("unsupported", part, quantity=quantity)


def _soft(claim: Passage, quantity: Quantity, rivals: Sequence[Counterpart], *, found: bool) -> Iterator[Finding]:
    """Yield what became of a number that may be said loosely: wrong only beside one that is plainly of the same."""
    part = claim.text[slice(*quantity.span)].strip()
    alike = [rival for rival in rivals if rival.topical and counts_same(quantity, rival.figure)]
    against = max(alike, key=lambda rival: rival.fit, default=None)
    alone = len(claim.quantities) == 1 and not _PART_OF.search(claim.text[: quantity.span[0]])
    sure = against is not None and against.fit >= SURE_UNIT and is_of_other_unit(quantity, against.figure)
    if against and against.fit >= SOFT_SURE and (alone or sure or quantity.kind == "count"):
        yield _contradicted(part, against, quantity)
    elif not found and must_stand(claim, quantity):
        yield Finding("unsupported", part, quantity=quantity)


_PART_OF = re.compile(r"\bof (?:the |its )?$", re.IGNORECASE)


def _contradicted(part: str, against: Counterpart, quantity: Quantity | None) -> Finding:
    said = against.figure.text.strip()
    return Finding("contradicted", part, against.place, said, fit=against.fit, quantity=quantity)
