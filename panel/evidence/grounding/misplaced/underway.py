"""What a statement says is out, and every sentence only that it is being made: ``The iPad version is still being designed``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit
from panel.evidence.passages import Passage

_OUT = re.compile(
    r"\b(?:(?:is|are)\s(?:(?:already|now|also)\s)?(?:out|available|released|live|shipping|on sale|finished|ready)\b(?!\sof\b)|"
    r"(?:has|have)\s(?:already\s|now\s)?(?:shipped|launched|landed|arrived|come out|been (?:released|launched|published|shipped|finished))\b|"
    r"(?:came|come|comes) out\b|can already be\b|already (?:exists?|runs?|works?)\b)",
    re.IGNORECASE,
)
"""What says that something is there."""

_UNDERWAY = re.compile(
    r"\b(?:still|currently|now)\s(?:being\s\w+ed|in (?:design|development|testing|the works|preparation)|under (?:development|construction)|on the (?:roadmap|drawing board))\b|"
    r"\b(?:is|are)\s(?:being\s(?:designed|developed|built|written|tested|prepared|worked on|ported|translated)|in (?:development|the works|preparation)|under (?:development|construction))\b|"
    r"\b(?:working|work|at work) on\b",
    re.IGNORECASE,
)
"""What says that something is still being made."""


def check_underway(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement says is out against sentences by which it is still being made.

    Args:
        claim: The statement; one that denies or looks ahead is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    out = _OUT.search(claim.text)
    if out is None or claim.denials or claim.later:
        return
    things = [unit for unit in evidence.parts(claim) if unit.strong and unit.span[0] < out.start()]
    told = [place for place in places if things and all(has_unit(evidence.said(place), unit) for unit in things)]
    underway = [place for place in told if _UNDERWAY.search(evidence.passages[place].text)]
    if underway and all(place in underway or evidence.passages[place].later for place in told):
        yield Finding("contradicted", claim.text, underway[0], evidence.passages[underway[0]].text, fit=1.0)
