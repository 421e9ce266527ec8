"""What was so before a change and isn't any more: ``raised from 4 to 8``, ``16 KiB (was 8 KiB)``, ``down from 9 s``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, agree, close_enough, same_measure
from panel.evidence.passages import Passage

_OLD = re.compile(
    r"(?:\b(?:up|down|raised|increased|lowered|reduced|cut|rose|fell|dropped|grew|grown|risen|gone|went|moved|changed|improved|shrank|"
    r"climbed|doubled)\s(?:\w+\s){0,2}from|\binstead of|\((?:was|were|up from|down from|formerly|previously)|\bused to be|\bno longer)\s$",
    re.IGNORECASE,
)
"""What stands before a figure that holds no more."""

_PAST = re.compile(
    r"\b(?:was|were|had|from|before|previous\w*|earlier|used to|old|older|until|former\w*|predecessor|instead of|than|first(?! (?:one|two|three|four|five|six|ten|\d+|hits?|results?|places?|time|page|to)\b)|original\w*|ago|"
    r"last year|took|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""What makes a statement one of how it was."""


def check_changes(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a statement's figures against sentences by which they held before a change only.

    Args:
        claim: The statement; one of how it was is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    yield from _than_another(claim, evidence, places)
    yield from _was_another(claim, evidence, places)
    if _PAST.search(claim.text) or claim.denials:
        return
    for quantity in claim.quantities:
        met = [
            (place, other)
            for place in places
            for other in evidence.passages[place].quantities
            if (same_measure(quantity, other) and close_enough(quantity, other)) or _counts_same(quantity, other)
        ]
        old = [place for place, other in met if _is_old(evidence.passages[place], other)]
        if old and len(old) == len(met) and evidence.has_half(claim, old[0]):
            yield Finding("contradicted", claim.text, old[0], evidence.passages[old[0]].text, fit=1.0)
            return


_THAN = re.compile(
    r"\b(?:than|over|against|from)\s(?:(?:in|with|on|under)\s)?(?:the\s)?(?:version\s|release\s|v)?(\d+(?:\.\d+)+)(?![\w%])",
    re.IGNORECASE,
)
"""What leads to the version with which one is compared."""


def _than_another(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a figure by which one version differs from another against sentences that compare with a third."""
    mine = _THAN.search(claim.text)
    if mine is None or claim.denials:
        return
    for quantity in claim.quantities:
        if quantity.kind not in ("percent", "multiple"):
            continue
        met = [
            (place, found[1])
            for place in places
            if any(agree(quantity, other) for other in evidence.passages[place].quantities)
            and (found := _THAN.search(evidence.passages[place].text))
        ]
        if met and all(mine[1] != version for _, version in met) and evidence.has_half(claim, met[0][0]):
            place = met[0][0]
            yield Finding("contradicted", mine.group(), place, evidence.passages[place].text, fit=1.0)
            return


_FORMER = re.compile(
    r"^(?:In |With |On |Under |Before |At )?(?:[Tt]he |[Ii]ts )?(?:first(?! (?:one|two|three|four|five|ten|\d)\b)|previous|old|older|former|original|earlier|predecessor|last year)\b",
)
_BESIDE = re.compile(r"\b(?:than|unlike|compared|over|instead|from|against|rather|now)\b", re.IGNORECASE)


def _was_another(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a figure of how it was before against sentences by which that is how it is now: ``24, up from 9``."""
    if len(claim.quantities) != 1 or claim.denials or not _FORMER.match(claim.text) or _BESIDE.search(claim.text):
        return
    mine = claim.quantities[0]
    for place in places:
        passage = evidence.passages[place]
        old = [each for each in passage.quantities if _is_old(passage, each)]
        new = [each for each in passage.quantities if each not in old and agree(mine, each)]
        if len(old) == 1 and new and not close_enough(mine, old[0]) and evidence.has_half(claim, place):
            yield Finding("contradicted", mine.text, place, passage.text, fit=1.0)
            return


def _counts_same(quantity: Quantity, other: Quantity) -> bool:
    """Whether a number that is left without its noun is that of a count: ``four workers``, ``raised from 4``."""
    return quantity.kind == "count" and other.kind == "number" and quantity.value == other.value


def _is_old(passage: Passage, quantity: Quantity) -> bool:
    return bool(_OLD.search(passage.text[: quantity.span[0]]))
