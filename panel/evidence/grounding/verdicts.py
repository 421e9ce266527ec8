"""Judgements of a statement with the reason that is given for them."""

from collections.abc import Sequence

from panel.domain.judgement import Judgement, JudgementKind
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage


def supported(claim: Passage, evidence: Evidence, figures: Sequence[Finding], place: int | None = None) -> Judgement:
    """Return that a statement is borne out, with the sentences that do so."""
    places = {finding.place for finding in figures if finding.place is not None}
    places |= {place} if place is not None else set()
    cites = [evidence.passages[each].cite for each in sorted(places)]
    return judged(
        claim, "supported", f"{' and '.join(cites[:2])} says so." if len(cites) == 1 else "The dossier says so.", cites
    )


def of_figure(claim: Passage, finding: Finding, evidence: Evidence) -> Judgement:
    """Return what a finding makes of a statement."""
    if finding.kind == "unsupported" or finding.place is None:
        return judged(claim, "unsupported", f"{finding.part!r} isn't found for this in any source.")
    passage, cite = evidence.passages[finding.place], evidence.passages[finding.place].cite
    if finding.part in (claim.text, finding.said):
        return judged(claim, "contradicted", f"{cite} says otherwise: {short(passage)}", [cite])
    return judged(claim, "contradicted", f"It says {finding.part!r}; {cite} says {finding.said!r}.", [cite])


def short(passage: Passage) -> str:
    """Return a sentence, cut where it is long."""
    return passage.text if len(passage.text) < 160 else f"{passage.text[:157]}…"


def judged(claim: Passage, kind: JudgementKind, reason: str, cites: Sequence[str] = ()) -> Judgement:
    """Return a judgement with its reason."""
    grounded = {"supported": True, "opinion": None}.get(kind, False)
    return Judgement(statement=claim.text, grounded=grounded, reason=reason, cites=tuple(cites), kind=kind)
