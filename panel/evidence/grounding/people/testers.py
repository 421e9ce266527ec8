"""Who measured it: a number that a statement has a tester find and that only the maker gives."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.numbers.spelled import is_soft
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Passage

_FINDS = re.compile(
    r"(?:['’]s)?\s(?:own\s|independent\s|[a-z]+\s)?(?:tests?|testers?|benchmarks?|measurements?|trials?|review(?:ers?)?|lab|labs|evaluation)\b|"
    r"\s(?:itself\s|also\s|has\s|had\s)?(?:measured|found|clocked|recorded|got|counted|tested|timed|weighed|saw|reached|managed to get|reproduced|confirmed|verified)\b"
)
"""What follows the name of whoever tests."""

_REVIEWER = re.compile(
    r"\b(?:reviewers?|testers?|independent(?:ly)?|third[- ]party|outside (?:test|lab|experts?))\b", re.IGNORECASE
)
_CLAIMED = re.compile(
    r"\b(?:own (?:\w+\s){0,2}(?:benchmarks?|tests?|figures?|measurements?|numbers?|data)|claim(?:s|ed)?|rated|promis\w+|advertis\w+|stat(?:es|ed)|quot(?:es|ed)|"
    r"(?:maker|company|vendor|manufacturer|firm)(?:['’]s)?\s(?:says?|said|puts?|figures?|numbers?)|according to (?:the|its) (?:maker|company|vendor|manufacturer|firm))\b",
    re.IGNORECASE,
)
"""What says that a number is the maker's."""

_BY_US = re.compile(
    r"\b(?:we|I)\s(?:\w+\s)?(?:measured|found|clocked|recorded|got|counted|tested|timed|weighed|saw|reached|managed|reproduced|confirmed|verified)\b|"
    r"\b(?:our|my)\s(?:own\s)?(?:\w+\s)?(?:set-?up|tests?|lab|bench(?:mark)?|runs?|trials?|measurements?|scales?|meter|sample|unit)\b",
    re.IGNORECASE,
)
"""What says that a number is the tester's own, though the maker's stands beside it."""

_SET_BESIDE = re.compile(
    r"\b(?:promised|advertised|rated|quoted|ad|ads|box|brochure|spec|below|above|short of|where|profile|against|instead of|rather than|than)\b",
    re.IGNORECASE,
)
"""What shows that one of a statement's numbers is only set beside another."""

_MAKER = re.compile(
    r"\b(?:company|maker|vendor|manufacturer|developer|itself|claim(?:s|ed)?|boast\w*|the (?:ads?|box|label|brochure|spec sheet|listing))\b",
    re.IGNORECASE,
)
"""What shows that a statement sets the maker's word beside a tester's."""

NEAR = 3
"""Sentences before a number in which a tester may be named."""


def check_testers(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check whether a number that a tester is said to have found is one that only the maker gives.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    tester = next(
        (
            name
            for name in claim.names
            if name.sure and not evidence.subject.is_ours(name.key) and _FINDS.match(claim.text[name.span[1] :])
        ),
        None,
    )
    reviewer = _REVIEWER.search(claim.text)
    if claim.denials or _MAKER.search(claim.text) or (tester is None and not reviewer):
        return
    said_first = 0 if tester is not None or reviewer is None else reviewer.start()
    for quantity in claim.quantities:
        if (is_soft(quantity) and not _is_span(quantity)) or quantity.kind in ("rank", "number"):
            continue
        if quantity.span[0] < said_first or (len(claim.quantities) > 1 and _SET_BESIDE.search(claim.text)):
            continue
        met = [
            (place, each)
            for place, passage in enumerate(evidence.passages)
            for each in passage.quantities
            if same_measure(quantity, each) and close_enough(quantity, each)
        ]
        if met and all(_is_makers(evidence, place, each, tester) for place, each in met):
            place = met[0][0]
            yield Finding("contradicted", quantity.text, place, evidence.passages[place].text, fit=1.0)
            return


def _is_span(quantity: Quantity) -> bool:
    """Whether a number in words is a length of time of more than one: ``three weeks``."""
    return quantity.kind in ("time", "months") and not re.match(r"an?\b|half|one\b", quantity.text, re.IGNORECASE)


_PROMISED = re.compile(
    r"\b(?:promised|claimed|advertised|rated|quoted|stated|official|nominal|specified|announced|maker['’]s|company['’]s|vendor['’]s|manufacturer['’]s)\s(?:[a-z]+\s){0,2}$",
    re.IGNORECASE,
)
"""What stands right before a number of the maker's in a tester's own words."""


def _is_makers(evidence: Evidence, place: int, quantity: Quantity, tester: Name | None) -> bool:
    """Whether a number is the maker's own, and no tester stands near it."""
    passage = evidence.passages[place]
    if _PROMISED.search(passage.text[: quantity.span[0]]) and len(passage.quantities) > 1:
        return True
    if tester is not None:
        near = range(max(0, place - NEAR), place + 1)
        own = not _CLAIMED.search(passage.text) or _BY_US.search(passage.text)
        if own and evidence.publishes(tester.key, place):
            return False
        if any(same_name(tester.key, name.key) for at in near for name in evidence.passages[at].names):
            return False
    elif _REVIEWER.search(passage.text) or (_BY_US.search(passage.text) and not evidence.is_makers(passage.cite)):
        return False
    return evidence.is_makers(passage.cite) or bool(_CLAIMED.search(passage.text))
