"""Checking a verdict again after an editor's step: findings come, go, and keep their resolutions."""

from collections.abc import Iterable, Mapping, Sequence

from panel.domain.ballot import Ballot
from panel.domain.judgement import Judgement
from panel.domain.noun import Noun
from panel.domain.persona import Persona
from panel.domain.release import Dossier
from panel.domain.verdict import Finding, Verdict
from panel.editorial.sources import stale_findings
from panel.evidence.ballot_findings import ground
from panel.evidence.conflicts import disagreements
from panel.evidence.grounding import ground_statement
from panel.evidence.hostile import hostile_findings

FIXED = "Fixed"
"""How a resolution begins where what was found is gone."""
WAIVED = "Waived"
"""How a resolution begins where an editor let it stand."""


class CheckedBallot(Noun):
    """What checking a ballot's words came to."""

    findings: tuple[Finding, ...]
    """What an editor should look at."""
    claims: tuple[Judgement, ...]
    """How each claim is borne out, in order."""


def check_ballot(ballot: Ballot, dossier: Dossier, personas: Mapping[str, Persona]) -> CheckedBallot:
    """Check the words of one ballot against the sources; nothing is stored."""
    known = dossier.by_cite
    claims = tuple(
        ground_statement(claim.text, dossier, tuple(cite for cite in claim.cites if cite in known))
        for claim in ballot.claims
    )
    return CheckedBallot(findings=ground([ballot], dossier, personas=personas), claims=claims)


def refreshed(
    verdict: Verdict, dossier: Dossier | None, personas: Mapping[str, Persona], changed: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """Return a verdict's findings after some of its ballots were changed.

    What is found again keeps its resolution; what isn't found any more is kept as fixed; what is new is open.

    Args:
        verdict: The verdict as changed.
        dossier: Its sources as they are today; None if they are out of reach.
        personas: The personas by id, for the words that they never say.
        changed: Personas whose ballots were changed.
    """
    fresh = [*stale_findings(verdict, dossier)]
    if dossier is not None:
        fresh += ground([each for each in verdict.ballots if each.persona in changed], dossier, personas=personas)
    kept = [_renewed(each, fresh, verdict, changed) for each in verdict.findings]
    known = {_key(each) for each in verdict.findings}
    return (*kept, *(each for each in fresh if _key(each) not in known))


def still_found(finding: Finding, verdict: Verdict, dossier: Dossier | None, personas: Mapping[str, Persona]) -> bool:
    """Whether the rules would find today what they found then; False for what only a model has found."""
    if finding.by != "rules" or finding.kind == "incomplete-ballot":
        return False
    if finding.kind == "stale":
        return _key(finding) in _keys(stale_findings(verdict, dossier))
    if dossier is None:
        return True
    if finding.persona is not None:
        cast = [each for each in verdict.ballots if each.persona == finding.persona]
        return _key(finding) in _keys(ground(cast, dossier, personas=personas))
    if finding.kind in ("disagreement", "confusable"):
        return any((each.reason, (each.a, each.b)) == (finding.text, finding.cites) for each in disagreements(dossier))
    return _key(finding) in _keys(hostile_findings(dossier))


def _renewed(finding: Finding, fresh: Sequence[Finding], verdict: Verdict, changed: Sequence[str]) -> Finding:
    about_changed = finding.kind == "stale" or (finding.persona is not None and finding.persona in changed)
    if not about_changed:
        return finding
    if _key(finding) in _keys(fresh) or _beyond_rules(finding, verdict):
        reopened = finding.resolution is not None and finding.resolution.startswith(FIXED)
        return finding.model_copy(update={"resolution": None}) if reopened else finding
    if finding.resolution is not None:
        return finding
    gone = "the sources are as they were" if finding.kind == "stale" else "it isn't found any more"
    return finding.model_copy(update={"resolution": f"{FIXED}: {gone}."})


def _beyond_rules(finding: Finding, verdict: Verdict) -> bool:
    """Whether a finding isn't the rules' own, and the words that it is about still stand in the ballot."""
    if finding.by == "rules":
        return False
    ballot = next((each for each in verdict.ballots if each.persona == finding.persona), None)
    if ballot is None or not finding.passage:
        return True
    said = [ballot.quote, *(step.text for step in ballot.argument), *(claim.text for claim in ballot.claims)]
    return any(finding.passage in text for text in said)


def _key(finding: Finding) -> tuple[str, str | None, str | None, str]:
    return (finding.kind, finding.persona, finding.passage, finding.text)


def _keys(findings: Iterable[Finding]) -> set[tuple[str, str | None, str | None, str]]:
    return {_key(each) for each in findings}
