"""Numbers of a forerunner or a rival told of the release: ``replaces the One, which sold 9,000``, ``against 85 for Orin``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.amounts import is_same
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.numbers.spelled import is_soft
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Passage

_FOLLOWS = re.compile(
    r"\b(?:replac(?:es|ed|ing)|follow(?:s|ed|ing)|succeed(?:s|ed|ing)?|succe(?:eds|eded)|successor (?:to|of)|supersed(?:es|ed|ing)|takes over from|builds on|"
    r"predecessor|forerunner|precursor)\b[^.;]{0,80}?,\s(?:of\s)?(?:which|whose|who)\s",
    re.IGNORECASE,
)
"""What opens a clause about the forerunner."""

_AGAINST = re.compile(
    r"\b(?:against|versus|vs\.?|compared (?:with|to))\s(?:about\s|just\s|only\s|roughly\s|some\s|the\s)?$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?:\s(?:points?|percent|%))?\s(?:for|from|by|on|with|in)\s(?:the\s|its\s)?(?:older\s|earlier\s|previous\s|rival\s)?"
)
_OTHERS = re.compile(
    r"\b(?:predecessor|forerunner|precursor|previous|earlier|former|formerly|older|old|original|first|last|before|rivals?|competitors?|another|other|others|"
    r"than|against|versus|compared|while|whereas|from|up to)\b",
    re.IGNORECASE,
)
"""What may speak of somebody else in a statement that doesn't name it."""


def check_formers(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check whether every sentence with a statement's number has it of a forerunner or a rival that it doesn't name.

    Args:
        claim: The statement; one that denies, or speaks of others, is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if claim.denials or not claim.quantities or _OTHERS.search(claim.text):
        return
    for quantity in claim.quantities:
        if is_soft(quantity) or evidence.is_version(claim.text, quantity.span[0]):
            continue
        met = [
            (place, other)
            for place in places
            for other in evidence.passages[place].quantities
            if is_same(quantity, other)
        ]
        if met and all(_is_others(claim, evidence, place, other) for place, other in met):
            yield Finding("contradicted", quantity.text, met[0][0], evidence.passages[met[0][0]].text, fit=1.0)
            return


def _is_others(claim: Passage, evidence: Evidence, place: int, other: Quantity) -> bool:
    """Whether a sentence has a number of somebody whom a statement doesn't name, and who isn't the release."""
    passage = evidence.passages[place]
    follows = _FOLLOWS.search(passage.text[: other.span[0]])
    if follows is not None and not re.search(r"[.;]", passage.text[follows.end() : other.span[0]]):
        before = [name for name in passage.names if follows.start() <= name.span[0] < follows.end()]
        return bool(before) and not _is_named(claim, evidence, before[-1])
    if not _AGAINST.search(passage.text[: other.span[0]]):
        return False
    behind = [name for name in passage.names if _FOR.fullmatch(passage.text[other.span[1] : name.span[0]])]
    return bool(behind) and behind[0].sure and not _is_named(claim, evidence, behind[0])


def _is_named(claim: Passage, evidence: Evidence, name: Name) -> bool:
    """Whether a statement names somebody, or it is the release itself."""
    return evidence.subject.is_ours(name.key) or any(same_name(name.key, other.key) for other in claim.names)
