"""A dossier examined by rules alone: its facts, its disagreements, and text that is aimed at reviewers."""

from panel.domain.examination import Examination
from panel.domain.release import Dossier
from panel.evidence.conflicts import disagreements
from panel.evidence.facts import read_facts
from panel.evidence.hostile import hostile_findings


def examine(dossier: Dossier) -> Examination:
    """Return what the rules find in a dossier's sources. Pure; 6,000 words take a sixth of a second."""
    return Examination(
        facts=read_facts(dossier), disagreements=disagreements(dossier), hostile=tuple(hostile_findings(dossier))
    )
