"""What checking a release's sources came to: disagreements, hostile text, what a model made of the rest."""

from collections.abc import Iterable

from pydantic import Field

from panel.domain.disagreement import Disagreement
from panel.domain.examination import Examination
from panel.domain.judgement import Judgement
from panel.domain.noun import Noun
from panel.domain.release import Dossier
from panel.domain.verdict import Finding, Verdict


class Checked(Noun):
    """What checking a release came to."""

    release: str
    """Slug of the release."""
    disagreements: tuple[Disagreement, ...]
    """Pairs of sentences from different sources that can't both be true."""
    findings: tuple[Finding, ...] = ()
    """Text in the sources that is aimed at reviewers, and what the stored verdict left open."""
    notices: tuple[str, ...] = ()
    """Likely slips in the sources' front matter, a sentence each."""
    statements: tuple[Judgement, ...] = ()
    """Statements judged, in the order in which they were given."""
    checked_by: tuple[str, ...] = ("rules",)
    """Who checked: ``rules``, and the model that was asked about the rest."""
    cited: dict[str, str] = Field(default_factory=dict)
    """What stands at each place that the disagreements and findings cite."""


def checked(dossier: Dossier, found: Examination, verdict: Verdict | None = None) -> Checked:
    """Return what checking a release came to, with the open findings of its stored verdict, if there is one.

    Args:
        dossier: The sources.
        found: What the rules find in them.
        verdict: The stored verdict.
    """
    still_open = [each for each in verdict.findings if each.resolution is None] if verdict else []
    findings = (*found.hostile, *(each for each in still_open if each.persona is not None))
    return Checked(
        release=dossier.release.slug,
        disagreements=found.disagreements,
        findings=findings,
        notices=tuple(notice for source in dossier.release.sources for notice in source.notices),
        cited=cited(dossier, found.disagreements, findings),
    )


def cited(dossier: Dossier, found: Iterable[Disagreement], findings: Iterable[Finding] = ()) -> dict[str, str]:
    """Return what stands at each place that is cited, in the order in which it is."""
    pairs = (cite for each in found for cite in (each.a, each.b))
    cites = dict.fromkeys((*pairs, *(cite for each in findings for cite in each.cites)))
    return {cite: dossier.by_cite[cite] for cite in cites if cite in dossier.by_cite}
