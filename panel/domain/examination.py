"""An Examination: what the rules make of a dossier's sources, whoever judges it."""

from panel.domain.disagreement import Disagreement
from panel.domain.facts import Facts
from panel.domain.noun import Noun
from panel.domain.verdict import Finding


class Examination(Noun):
    """What the rules find in the sources of a release, before anybody votes."""

    facts: Facts
    """What is known of the release, each fact with the places that say so."""
    disagreements: tuple[Disagreement, ...] = ()
    """Pairs of sentences from different places that can't both be true."""
    hostile: tuple[Finding, ...] = ()
    """Text in the sources that is aimed at reviewers."""
