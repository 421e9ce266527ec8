"""What a statement says is needed and a source says isn't: ``a subscription is required``, ``nothing needs one``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.evidence import Evidence
from panel.evidence.grounding.figures import Finding
from panel.evidence.grounding.parts import has_unit, said_by, units_of
from panel.evidence.passages import Passage

_MUST = re.compile(
    r"\b(?:requir(?:es?|ed|ing)|needs?|needed|necessary|mandatory|compulsory|obligatory|obliged|must|"
    r"(?:has|have|having) to|can(?:not|['’]t) (?:be used |work |run )?without|won['’]t (?:work|run) without|"
    r"indispensable|essential|depends? on|demands?)\b",
    re.IGNORECASE,
)
"""What says that something is needed."""

_NEEDLESS = re.compile(
    r"\b(?:optional(?:ly)?|voluntary|not (?:required|needed|necessary|mandatory|compulsory|obligatory)|"
    r"(?:no|nothing|none|never|nobody|neither)\b[^.;,]{0,40}?\b(?:needs?|needed|requir(?:es?|ed)|necessary)|"
    r"(?:needs?|need|requires?|takes|demands)\s(?:no|neither)\b|"
    r"(?:isn['’]t|aren['’]t|is not|are not|wasn['’]t)\s(?:required|needed|necessary|mandatory|compulsory)|"
    r"(?:doesn['’]t|don['’]t|does not|do not|needn['’]t|need not|didn['’]t)\s(?:have to|need|require|depend)|"
    r"(?:works?|runs?|usable|play\w*|used?) without|without (?:an?|any)\b|no (?:[a-z-]+\s){1,3}(?:required|needed|necessary)|no need for)\b",
    re.IGNORECASE,
)
"""What says that something isn't needed."""


def check_musts(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement says is needed.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    must = _MUST.search(claim.text)
    if must is None or _NEEDLESS.search(claim.text):
        return
    if any(not must.start() <= at < must.end() for at in claim.denials):
        return
    units = [unit for unit in evidence.parts(claim) if unit.strong]
    if not units:
        return
    for place in places[:10]:
        passage = evidence.passages[place]
        needless = _NEEDLESS.search(passage.text)
        if needless is None or passage.text.rstrip().endswith("?"):
            continue
        clause = passage.clause_at(needless.span())
        near = said_by(
            unit for unit in units_of(passage) if unit.clause == clause and abs(unit.span[0] - needless.end()) < 60
        )
        met = [unit for unit in units if has_unit(near, unit)]
        if met and len(met) >= 0.5 * len(units):
            yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
            return
