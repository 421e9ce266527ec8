"""What a sentence says of some of a number: ``3,200 firms used it, of which 410 paid``, ``57 languages, but only 14 of them``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit, units_of
from panel.evidence.measures import Quantity, agree
from panel.evidence.passages import Passage

_OF_WHICH = re.compile(
    r"\bof (?:which|whom|these|those|them)\s(?:only\s|about\s|just\s|some\s|around\s)?", re.IGNORECASE
)
_OF_THEM = re.compile(r"\s?of (?:them|these|those)\b", re.IGNORECASE)
_TURN = re.compile(r"[,;]\s|\s(?:though|but|although|while)\s", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:some of|part of|a few|not all|fewer|less|only|of (?:them|which|whom|these|those)|among|a share|minority|fraction|half|never)\b",
    re.IGNORECASE,
)
"""What makes a statement one of some."""

ENOUGH = 0.6
"""Share of what is said of some that a statement must say of all."""


def check_portions(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement says of a number against sentences that say it of a part of that number.

    Args:
        claim: The statement; one of a part is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if not claim.quantities or claim.denials or _PART.search(claim.text):
        return
    for place in places[:8]:
        passage = evidence.passages[place]
        for part in _parts(passage):
            mentioned = any(agree(each, part) for each in claim.quantities)
            if not mentioned and _is_of_all(claim, passage, part):
                yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
                return


def _parts(passage: Passage) -> Iterator[Quantity]:
    """Yield the numbers of a sentence that are a part of one before."""
    for quantity in passage.quantities:
        start, end = quantity.span
        leads = _OF_WHICH.search(passage.text[:start])
        if (leads and leads.end() == start) or _OF_THEM.match(passage.text[end:]):
            yield quantity


def _is_of_all(claim: Passage, passage: Passage, part: Quantity) -> bool:
    """Whether a statement says of the whole number what a sentence says of a part."""
    turns = [match.start() for match in _TURN.finditer(passage.text, 0, part.span[0])]
    start = max(turns, default=0)
    whole = [each for each in passage.quantities if each.span[1] <= start and each.value > part.value]
    if not any(agree(mine, each) for mine in claim.quantities for each in whole):
        return False
    said = frozenset().union(*(each.stems | {each.concept} for each in units_of(claim)))
    told = [each for each in units_of(passage) if each.span[0] >= start and each.concept]
    told = [each for each in told if each.strong] or told
    return bool(told) and sum(has_unit(said, each) for each in told) >= ENOUGH * len(told)
