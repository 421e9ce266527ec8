"""Who a statement says it of, where a sentence says it of somebody else: ``through Moneywell``, ``through Truewire``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.numbers.spelled import is_soft
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import Unit, has_unit, units_of
from panel.evidence.measures import agree
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Passage
from panel.evidence.peoples import PLACES

_VERSION = re.compile(r"v?\d+(?:\.\d+)*")
"""A version alone, which is nobody."""

ENOUGH = 0.6
"""Share of a statement, its names aside, that a sentence must have to be the one that tells of it."""

FARTHER = 0.35
"""How much less of it a sentence with the statement's name has."""

_COMPARES = re.compile(
    r"\b(?:than|between|against|versus|vs|compared|unlike|whereas|while|rival\w*|alternative\w*)\b", re.IGNORECASE
)
_SPEAKS = re.compile(r"(?:['’]s)?,?\s(?:who|says?|said|tells?|told|explains?|added|wrote|writes)\b")


def check_holders(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check whether what a statement says of a name is said of another one.

    Args:
        claim: The statement; one that denies or compares is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if claim.denials or _COMPARES.search(claim.text):
        return
    names = [name for name in claim.names if name.sure and not evidence.subject.is_ours(name.key)]
    for name in names:
        if claim.sign_at(name.span) < 0 or _VERSION.fullmatch(name.text):
            continue
        place = _told_of_other(claim, name, names, evidence, places)
        if place is not None:
            yield Finding("contradicted", name.text, place, evidence.passages[place].text, fit=1.0)
            return


def _told_of_other(
    claim: Passage, name: Name, names: Sequence[Name], evidence: Evidence, places: Sequence[int]
) -> int | None:
    """Return the place of the sentence that tells a statement of another name; None if there is none."""
    rest = [unit for unit in units_of(claim) if unit.span != name.span]
    having = evidence.named_at(name.key)
    shares = {place: _share(claim, rest, evidence, place) for place in (*places, *having)}
    best = max(shares, key=lambda place: shares[place], default=None)
    if best is None or not having:
        return None
    if shares[best] < ENOUGH or not evidence.is_sentence(best) or not _is_particular(claim, rest, evidence, best):
        return None
    near = {best, evidence.headings.get(best), evidence.tables.get(best), evidence.before(best), best + 1}
    if having & near:
        return None
    if any(shares[place] > shares[best] - FARTHER for place in having):
        return None
    passage = evidence.passages[best]
    others = [
        other
        for other in passage.names
        if other.sure
        and not other.key <= PLACES
        and not evidence.subject.is_ours(other.key)
        and not any(same_name(other.key, each.key) for each in names)
        and not _SPEAKS.match(passage.text[other.span[1] :])
    ]
    return best if others else None


def _share(claim: Passage, rest: Sequence[Unit], evidence: Evidence, place: int) -> float:
    """Return the share of a statement's words and figures that a sentence has."""
    said = evidence.said(place)
    total = got = 0.0
    for unit in rest:
        weight = 1.0 if unit.strong else 0.3
        total += weight
        got += weight * has_unit(said, unit)
    for quantity in claim.quantities:
        weight = 0.4 if is_soft(quantity) else 1.5
        total += weight
        got += weight * any(agree(quantity, other) for other in evidence.passages[place].quantities)
    return got / total if total else 0.0


def _is_particular(claim: Passage, rest: Sequence[Unit], evidence: Evidence, place: int) -> bool:
    """Whether a sentence shares more with a statement than one word."""
    said = evidence.said(place)
    words = sum(unit.strong and bool(unit.concept) and has_unit(said, unit) for unit in rest)
    figures = sum(
        not is_soft(quantity) and any(agree(quantity, other) for other in evidence.passages[place].quantities)
        for quantity in claim.quantities
    )
    return words + 1.5 * figures >= 2
