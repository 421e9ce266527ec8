"""A release's sources checked: disagreements, hostile text, and statements against them."""

from collections.abc import Iterable, Sequence

from pydantic import Field

from panel.domain.disagreement import Disagreement
from panel.domain.judgement import Judgement
from panel.domain.noun import Noun
from panel.domain.release import Dossier
from panel.domain.verdict import Finding, Verdict
from panel.evidence.hostile import hostile_findings
from panel.hearing.poll import Bench
from panel.hearing.verify import verify


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


def check_release(dossier: Dossier, found: tuple[Disagreement, ...], verdict: Verdict | None = None) -> Checked:
    """Check a release's sources by rules, with the open findings of its stored verdict, if there is one.

    Args:
        dossier: The sources.
        found: Their disagreements.
        verdict: The stored verdict.
    """
    still_open = [each for each in verdict.findings if each.resolution is None] if verdict else []
    findings = (*hostile_findings(dossier), *(each for each in still_open if each.persona is not None))
    return Checked(
        release=dossier.release.slug,
        disagreements=found,
        findings=findings,
        notices=tuple(notice for source in dossier.release.sources for notice in source.notices),
        cited=_cited(dossier, found, findings),
    )


def _cited(dossier: Dossier, found: Iterable[Disagreement], findings: Iterable[Finding] = ()) -> dict[str, str]:
    """Return what stands at each place that is cited, in the order in which it is."""
    pairs = (cite for each in found for cite in (each.a, each.b))
    cites = dict.fromkeys((*pairs, *(cite for each in findings for cite in each.cites)))
    return {cite: dossier.by_cite[cite] for cite in cites if cite in dossier.by_cite}


def check_statements(statements: Sequence[tuple[str, Dossier]]) -> list[Judgement]:
    """Judge statements by rules, each against its own dossier."""
    from panel.evidence.grounding import ground_statement  # a check of sources alone needn't load what statements need

    return [ground_statement(statement, dossier) for statement, dossier in statements]


async def verify_release(checked: Checked, dossier: Dossier, model: str, bench: Bench) -> Checked:
    """Ask a model for what the rules didn't find: further disagreements, marked as the model's.

    Raises:
        CallError: No answer came, or none that can be read.
        DeclarationError: The prompt or the model's name can't be used.
    """
    passages = [each.passage for each in checked.findings if each.kind == "unsupported" and each.passage]
    verified = await verify(dossier, passages, model, bench)
    known = {frozenset((each.a, each.b)) for each in checked.disagreements}
    fresh = [
        each.model_copy(update={"by": verified.by})
        for each in verified.disagreements
        if frozenset((each.a, each.b)) not in known
    ]
    return checked.model_copy(
        update={
            "disagreements": (*checked.disagreements, *fresh),
            "statements": verified.judgements,
            "checked_by": ("rules", verified.by),
            "cited": checked.cited | _cited(dossier, fresh),
        }
    )


async def verify_statements(
    judged: Sequence[Judgement], dossiers: Sequence[Dossier], model: str, bench: Bench
) -> list[Judgement]:
    """Ask a model about the statements that the rules found neither borne out nor contradicted.

    Raises:
        CallError: No answer came, or none that can be read.
        DeclarationError: The prompt or the model's name can't be used.
    """
    settled = list(judged)
    groups: dict[str, list[int]] = {}
    for place, judgement in enumerate(judged):
        if judgement.kind == "unsupported":
            groups.setdefault(dossiers[place].hash, []).append(place)
    for places in groups.values():
        statements = [judged[place].statement for place in places]
        verified = await verify(dossiers[places[0]], statements, model, bench)
        for place, judgement in zip(places, verified.judgements, strict=True):
            settled[place] = judgement.model_copy(update={"by": verified.by})
    return settled
