"""Who measured it: a number that a statement has a tester find and that only the maker gives."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.figures import Finding, is_soft
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import close_enough, same_measure
from panel.evidence.names import Name, key_of, same_name
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
    if claim.denials or _MAKER.search(claim.text) or (tester is None and not _REVIEWER.search(claim.text)):
        return
    for quantity in claim.quantities:
        if is_soft(quantity) or quantity.kind in ("rank", "number"):
            continue
        met = [
            place
            for place, passage in enumerate(evidence.passages)
            for each in passage.quantities
            if same_measure(quantity, each) and close_enough(quantity, each)
        ]
        if met and all(_is_makers(evidence, place, tester) for place in met):
            yield Finding("contradicted", quantity.text, met[0], evidence.passages[met[0]].text, fit=1.0)
            return


def _is_makers(evidence: Evidence, place: int, tester: Name | None) -> bool:
    """Whether a number is the maker's own, and no tester stands near it."""
    passage = evidence.passages[place]
    if tester is not None:
        near = range(max(0, place - NEAR), place + 1)
        own = not _CLAIMED.search(passage.text) or _BY_US.search(passage.text)
        if own and evidence.publishes(tester.key, place):
            return False
        if any(same_name(tester.key, name.key) for at in near for name in evidence.passages[at].names):
            return False
    elif _REVIEWER.search(passage.text):
        return False
    source = passage.cite.partition(".")[0]
    publisher = next((each.publisher or "" for each in evidence.dossier.release.sources if each.key == source), "")
    ours = bool(publisher) and evidence.subject.is_ours(key_of(publisher))
    return ours or bool(_CLAIMED.search(passage.text))
