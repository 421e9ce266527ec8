"""What a statement gives a licence, where every source gives it to another part: the scheduler, the agent."""

from collections.abc import Iterator, Sequence

from panel.evidence.grounding.evidence import Evidence
from panel.evidence.grounding.figures import Finding
from panel.evidence.grounding.parts import COMPONENTS, Unit, has_unit, units_of
from panel.evidence.licences import same_licence
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

_PLAIN = frozenset(
    stem(word)
    for word in words(
        "licence license source code software program app model tool project product release version package work system "
        "service repository repo github everything thing whole terms open free public available under use permissive "
        "weights checkpoint library database engine framework language platform it company commercial"
    )
)
"""Stems of words for a release as a whole, or for what licences do."""


def check_licensing(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement gives a licence.

    Contradicted is a part that the dossier has, where all sentences with the licence give it to another part.

    Args:
        claim: The statement; one that denies is left alone.
        evidence: The dossier.
        places: The sentences to look into; those with a licence are looked into as well.
    """
    if claim.denials or len(claim.licences) != 1:
        return
    licence = claim.licences[0]
    parts = [unit for unit in _parts(claim, licence.span) if not evidence.subject.is_ours(unit.stems)]
    told = [
        place
        for place, passage in enumerate(evidence.passages)
        if any(same_licence(licence.name, each.name) for each in passage.licences)
    ]
    if not told or not parts:
        return
    for place in told:
        near = [place, evidence.headings.get(place), evidence.tables.get(place)]
        if any(at is not None and has_unit(evidence.said(at), part) for at in near for part in parts):
            return
        if not [unit for unit in _parts(evidence.passages[place], None) if unit.stems & COMPONENTS]:
            return
    yield Finding("contradicted", claim.text, told[0], evidence.passages[told[0]].text, fit=1.0)


def _parts(passage: Passage, before: tuple[int, int] | None) -> list[Unit]:
    """Return the things of a sentence that may be a part of a release, those before a licence only."""
    return [
        unit
        for unit in units_of(passage)
        if unit.concept and not unit.stems & _PLAIN and (before is None or unit.span[1] <= before[0])
    ]
