"""From draft to readers: approve, publish, withdraw."""

from collections.abc import Mapping

from panel.domain.persona import Persona
from panel.domain.release import Dossier
from panel.domain.verdict import Verdict
from panel.editorial.checking import refreshed
from panel.editorial.revision import revision_of
from panel.editorial.saving import Step, needed_reason, save_step
from panel.editorial.sources import dossier_of, with_cited
from panel.errors import DeclarationError
from panel.store.workspace import Workspace

SHOWN = 3
"""Findings that a refusal quotes."""


def approve(home: Workspace, slug: str, step: Step) -> Verdict:
    """Approve a verdict; refused while a finding is open.

    Everything is checked again before: what the sources don't bear out today stands in the way even if nobody has
    looked at it yet.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: A finding is open, or the verdict is approved already.
    """

    def work(verdict: Verdict) -> Verdict:
        if verdict.state in ("approved", "published"):
            raise DeclarationError(f"{slug!r} is {verdict.state} already")
        refuse_open(verdict)
        return verdict.model_copy(update={"state": "approved"})

    return save_step(home, slug, _after_check(home, slug, step), work, "approved")


def publish(home: Workspace, slug: str, step: Step) -> Verdict:
    """Release an approved verdict to readers.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: It isn't approved, or a finding is open.
    """

    def work(verdict: Verdict) -> Verdict:
        if verdict.state == "published":
            raise DeclarationError(f"{slug!r} is published already")
        if verdict.state != "approved":
            raise DeclarationError(f"{slug!r} is {_article(verdict.state)}; approve it before it is published")
        refuse_open(verdict)
        return verdict.model_copy(update={"state": "published"})

    return save_step(home, slug, _after_check(home, slug, step), work, "published")


def withdraw(home: Workspace, slug: str, step: Step) -> Verdict:
    """Take a verdict back from readers, or its approval; it must be approved anew.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: It is neither published nor approved, or no reason is given.
    """
    needed_reason(step.why, "withdrawing a verdict")

    def work(verdict: Verdict) -> Verdict:
        if verdict.state not in ("approved", "published"):
            raise DeclarationError(f"{slug!r} is {_article(verdict.state)}; there is nothing to withdraw")
        return verdict.model_copy(update={"state": "edited"})

    return save_step(home, slug, step, work, "withdrawn")


def check_again(home: Workspace, slug: str, step: Step) -> Verdict:
    """Look for findings anew, ballots and sources as they are today; what is new takes an approval back.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: The sources can't be read.
    """
    dossier, personas = dossier_of(home, slug), home.personas()

    def work(verdict: Verdict) -> Verdict:
        return looked_over(verdict, dossier, personas)

    return save_step(home, slug, step.model_copy(update={"why": ""}), work, "checked again, and found something new")


def looked_over(verdict: Verdict, dossier: Dossier | None, personas: Mapping[str, Persona]) -> Verdict:
    """Return a verdict as it is, or as edited with what is newly found, ballots and sources as they are today."""
    cast = [ballot.persona for ballot in verdict.ballots] if dossier is not None else []
    findings = refreshed(verdict, dossier, personas, cast)
    if findings == verdict.findings:
        return verdict
    return with_cited(verdict.model_copy(update={"findings": findings, "state": "edited"}), dossier)


def _after_check(home: Workspace, slug: str, step: Step) -> Step:
    """Check again, and return the step as it follows on what was found."""
    return step.model_copy(update={"expected": revision_of(check_again(home, slug, step))})


def refuse_open(verdict: Verdict) -> None:
    """Raise a DeclarationError that lists the open findings, if there are any."""
    still_open = [(place, each) for place, each in enumerate(verdict.findings, start=1) if each.resolution is None]
    if not still_open:
        return
    told = "; ".join(f"{place} {each.kind}: {each.text.rstrip('.')}" for place, each in still_open[:SHOWN])
    more = f"; and {len(still_open) - SHOWN} more" if len(still_open) > SHOWN else ""
    many = "1 finding is" if len(still_open) == 1 else f"{len(still_open)} findings are"
    raise DeclarationError(f"{many} open: {told}{more}. Fix each or waive it with a reason, then approve")


def _article(state: str) -> str:
    return {"draft": "a draft", "edited": "edited, not approved"}.get(state, state)
