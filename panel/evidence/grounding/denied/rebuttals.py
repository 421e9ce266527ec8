"""What a statement denies and a source plainly has: ``there's no API`` against ``There's an API, a CLI …``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.denied.refusals import refused
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import Unit, has_unit, said_by, units_of
from panel.evidence.names import same_name
from panel.evidence.owners import subject
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

_SCOPED = re.compile(
    r"\b(?:plans?|tiers?|below|above|unless|except|if|when|until|before|after|than|only|yet|every|all|each|anymore|so far|"
    r"for now|at the moment|commercial\w*|always|other)\b",
    re.IGNORECASE,
)
"""Words that deny a thing for some and not for others."""

_EVERYWHERE = re.compile(
    r"\b(?:every|all|any|each)\s(?:\w+\s)?(?:plans?|tiers?|editions?|users?|customers?)\b", re.IGNORECASE
)
_HAS = re.compile(
    r"\b(?:there['’]s|there (?:is|are)|has|have|offers?|includes?|comes? with|supports?|carr(?:y|ies)|provides?|ships? with|accepts?|"
    r"still|besides|also|works? with|is available|are available|needs?|requires?)\b",
    re.IGNORECASE,
)
_MAYBE = re.compile(
    r"\b(?:planned|plans? to|will|would|should|could|might|later|soon|consider\w*|on the way|promis\w+|expect\w*|hop\w+|wish\w*|want\w*|ask\w*|"
    r"none|no such|removed|dropped|discontinued|deprecated|retired|withdrawn|abandoned|gone|ended|no more|unless|except|(?<!-)only|optional\w*|if|rivals?|competitors?|instead|beta|preview|stops?|was|were|until)\b",
    re.IGNORECASE,
)


def check_rebuttals(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement denies against sentences that have it.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    for core in refused(claim):
        strong = [unit for unit in core if unit.strong and not evidence.subject.is_ours(unit.key)]
        if not strong or len(strong) > 3 or _is_denied(strong, evidence):
            continue
        scoped = bool(_SCOPED.search(claim.text))
        for place in places:
            passage = evidence.passages[place]
            if scoped and not _EVERYWHERE.search(passage.text):
                continue
            if _is_about(claim, strong, evidence, place) and _has_plainly(claim, passage, strong, evidence, place):
                yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
                return


def _is_about(claim: Passage, core: Sequence[Unit], evidence: Evidence, place: int) -> bool:
    """Whether a sentence has anything else of a statement than what that denies, where there is anything else to it."""
    told = [unit for unit in evidence.parts(claim) if unit.strong and unit not in core]
    return len(told) < FEW or any(has_unit(evidence.said(place), unit) for unit in told)


FEW = 2
"""Words that tell much beside what a statement denies, from which it is about something else than the release alone."""


def _has_plainly(claim: Passage, passage: Passage, core: Sequence[Unit], evidence: Evidence, place: int) -> bool:
    """Whether a sentence about the release affirms, in one clause, all that a statement denies."""
    if not evidence.is_sentence(place) or passage.denials or passage.later or _MAYBE.search(passage.text):
        return False
    about = subject(passage)
    asked = any(about is not None and unit.stems <= {stem(word) for word in about.key} for unit in core)
    meant = about is not None and any(same_name(about.key, name.key) for name in claim.names)
    if about is not None and about.sure and not (asked or meant) and not evidence.subject.is_ours(about.key):
        return False
    if not _HAS.search(passage.text):
        return False
    units = list(units_of(passage))
    for clause in {unit.clause for unit in units}:
        here = [unit for unit in units if unit.clause == clause and unit.sign > 0]
        said = said_by(here)
        if all(has_unit(said, unit) for unit in core):
            return True
    return False


def _is_denied(strong: Sequence[Unit], evidence: Evidence) -> bool:
    """Whether any sentence of the dossier denies the same."""
    known = [evidence.places(unit.concept) if unit.concept else evidence.with_stems(unit.stems) for unit in strong]
    return any(evidence.passages[place].denials for place in set.intersection(*known))
