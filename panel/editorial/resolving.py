"""Resolving a finding: it is fixed, or waived with a reason."""

from panel.domain.ballot import Ballot
from panel.domain.verdict import Finding, Verdict
from panel.editorial.checking import FIXED, WAIVED, still_found
from panel.editorial.saving import Step, checked_name, needed_reason, one_reason, save_step
from panel.editorial.sources import dossier_of
from panel.errors import DeclarationError
from panel.store.workspace import Workspace


def resolve(home: Workspace, slug: str, number: int, step: Step) -> Verdict:
    """Mark a finding as fixed; refused while the rules still find it.

    Args:
        home: The workspace.
        slug: Which verdict.
        number: Place of the finding in the verdict's list, counted from 1.
        step: Who, why, and on which revision.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: There is no such finding, or it is still found.
    """
    who = checked_name(step.who)

    def work(verdict: Verdict) -> Verdict:
        finding = finding_at(verdict, number)
        if still_found(finding, verdict, dossier_of(home, slug), home.personas()):
            raise DeclarationError(
                f"finding {number} ({finding.kind}) is still found; change what it is about, or waive it with a reason"
            )
        how = one_reason(step.why)
        return _with_resolution(verdict, number, f"{FIXED} by {who}{f': {how}' if how else '.'}")

    return save_step(home, slug, step, work, f"marked finding {number} as fixed")


def waive(home: Workspace, slug: str, number: int, step: Step) -> Verdict:
    """Let a finding stand, for a reason.

    Args:
        home: The workspace.
        slug: Which verdict.
        number: Place of the finding in the verdict's list, counted from 1.
        step: Who, why, and on which revision.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: There is no such finding, or no reason is given.
    """
    who, why = checked_name(step.who), needed_reason(step.why, "waiving a finding")

    def work(verdict: Verdict) -> Verdict:
        finding_at(verdict, number)
        return _with_resolution(verdict, number, f"{WAIVED} by {who}: {why}")

    return save_step(home, slug, step, work, f"waived finding {number}")


def reopen(home: Workspace, slug: str, number: int, step: Step) -> Verdict:
    """Take a finding's resolution back.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: There is no such finding.
    """

    def work(verdict: Verdict) -> Verdict:
        finding_at(verdict, number)
        return _with_resolution(verdict, number, None)

    return save_step(home, slug, step, work, f"reopened finding {number}")


def finding_at(verdict: Verdict, number: int) -> Finding:
    """Return a finding by its number.

    Raises:
        DeclarationError: There is none.
    """
    if not 1 <= number <= len(verdict.findings):
        many = f"findings 1 to {len(verdict.findings)}" if verdict.findings else "no finding"
        raise DeclarationError(f"there is no finding {number}; {verdict.slug!r} has {many}")
    return verdict.findings[number - 1]


def _with_resolution(verdict: Verdict, number: int, resolution: str | None) -> Verdict:
    findings = [
        each.model_copy(update={"resolution": resolution}) if place == number else each
        for place, each in enumerate(verdict.findings, start=1)
    ]
    if tuple(findings) == verdict.findings:
        return verdict
    changed = verdict.model_copy(update={"findings": tuple(findings), "state": "edited"})
    about = findings[number - 1]
    if about.kind != "incomplete-ballot" or resolution is None or not resolution.startswith(FIXED):
        return changed
    return changed.model_copy(update={"ballots": tuple(_without_gap(each, about) for each in verdict.ballots)})


def _without_gap(ballot: Ballot, finding: Finding) -> Ballot:
    """Return a ballot without the gap that an editor says is filled: no rule could tell."""
    if ballot.persona != finding.persona:
        return ballot
    return ballot.model_copy(update={"gaps": tuple(gap for gap in ballot.gaps if gap != finding.text)})
