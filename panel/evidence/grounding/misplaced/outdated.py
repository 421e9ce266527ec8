"""Numbers that a sentence calls those of former times, and a statement those of today: ``$12, down from $15``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.passages import Passage

_FORMER = re.compile(
    r"\b(?:(?:down|up|reduced|raised|cut|lowered|risen|fallen|increased|dropped|improved|changed|moved|slashed|compared with) from|instead of|previously|"
    r"used to be|formerly|once cost|(?:price|fee|limit|maximum|minimum|rate|it) was|was (?:previously|once)|(?:rather|more|less|fewer) than the(?: former| old| previous)?)"
    r"\s(?:the\s|about\s|a\s|an\s|its\s)?(?:(?:old|former|previous|earlier)\s)?$",
    re.IGNORECASE,
)
"""What stands right before a number of former times."""

_TELLS = re.compile(
    r"\b(?:was|were|had|did|used to|previous\w*|former\w*|before|earlier|old|older|predecessor|first|until|from|down|up|instead|no longer|than|"
    r"rose|fell|dropped|raised|cut|changed|originally|once|last|ago|[a-z]{3,}ed|went|took|cost(?!s))\b",
    re.IGNORECASE,
)
"""What shows that a statement speaks of former times too."""


def check_outdated(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check the numbers that a statement says of today.

    Args:
        claim: The statement; one that tells of the past, or denies, is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if _TELLS.search(claim.text) or claim.denials:
        return
    for quantity in claim.quantities:
        met = [
            (place, each)
            for place in places[:12]
            for each in evidence.passages[place].quantities
            if _alike(quantity, each) and close_enough(quantity, each)
        ]
        if met and all(_is_former(evidence.passages[place], each) for place, each in met):
            place, old = met[0]
            new = [
                each
                for each in evidence.passages[place].quantities
                if each is not old and _alike(each, old) and not _is_former(evidence.passages[place], each)
            ]
            if new and not any(close_enough(quantity, each) for each in new):
                yield Finding("contradicted", quantity.text, place, new[0].text, fit=1.0)
                return


def _alike(a: Quantity, b: Quantity) -> bool:
    return same_measure(a, b) or "number" in (a.kind, b.kind)


def _is_former(passage: Passage, quantity: Quantity) -> bool:
    return bool(_FORMER.search(passage.text[: quantity.span[0]]))
