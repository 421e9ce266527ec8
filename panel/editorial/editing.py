"""Editing a ballot's words and overruling its vote; what the reviewer wrote is kept beside it."""

import re
from collections.abc import Callable

from pydantic import Field

from panel.domain.ballot import Ballot, Choice, Claim, Step
from panel.domain.noun import Noun
from panel.domain.release import CITE
from panel.domain.verdict import Verdict
from panel.domain.wording import listed
from panel.editorial.checking import refreshed
from panel.editorial.recount import recounted
from panel.editorial.saving import Step as EditorsStep
from panel.editorial.saving import checked_name, needed_reason, save_step
from panel.editorial.sources import needed_dossier, with_cited
from panel.errors import DeclarationError
from panel.store.workspace import Workspace

LONGEST_TEXT = 6_000
"""Characters of a quote, a step of an argument, or a claim."""
MOST_CLAIMS = 40
"""Claims of a ballot."""


class Edit(Noun):
    """New words for a ballot; None leaves what stands there."""

    quote: str | None = None
    """The paragraph for the scorecard."""
    argument: tuple[Step, ...] | None = None
    """The moves, in order."""
    claims: tuple[Claim, ...] | None = None
    """What the argument rests on."""
    flips_if: str | None = Field(default=None)
    """What would change the vote; empty for nothing."""


def edit(home: Workspace, slug: str, persona: str, changes: Edit, step: EditorsStep) -> Verdict:
    """Change the words of one ballot, check it again, and return the verdict as it now stands.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: There is no such ballot, the words can't be used, or the sources are out of reach.
    """
    who = checked_name(step.who)

    def change(ballot: Ballot) -> Ballot:
        return edited(ballot, changes, who)

    return save_step(home, slug, step, _on_ballot(home, persona, change), f"edited the words of {persona}")


def overrule(home: Workspace, slug: str, persona: str, vote: Choice, step: EditorsStep) -> Verdict:
    """Set a seat's vote against what the reviewer voted, and count again; the reviewer's own vote is kept.

    Setting it back to the reviewer's own vote lifts the overruling.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: There is no such ballot, or no reason is given.
    """
    who, why = checked_name(step.who), needed_reason(step.why, "overruling a vote")

    def change(ballot: Ballot) -> Ballot:
        if ballot.vote == vote:
            return ballot
        own = vote == ballot.written.vote
        return _settled(ballot, {"vote": vote, "overruled": None if own else why}, who)

    return save_step(home, slug, step, _on_ballot(home, persona, change), f"overruled the vote of {persona} to {vote}")


def restore_words(home: Workspace, slug: str, persona: str, step: EditorsStep) -> Verdict:
    """Go back to what the reviewer wrote and voted.

    Raises:
        Conflict: Somebody has saved another revision in between.
        DeclarationError: There is no such ballot.
    """
    who = checked_name(step.who)

    def change(ballot: Ballot) -> Ballot:
        own = ballot.written
        words = {name: getattr(own, name) for name in type(own).model_fields}
        return _settled(ballot, {**words, "overruled": None}, who)

    return save_step(home, slug, step, _on_ballot(home, persona, change), f"took back every edit of {persona}")


def edited(ballot: Ballot, changes: Edit, who: str) -> Ballot:
    """Return a ballot with new words.

    Raises:
        DeclarationError: The words can't be used.
    """
    update: dict[str, object] = {}
    if changes.quote is not None:
        update["quote"] = _text(changes.quote, "the quote")
    if changes.flips_if is not None:
        update["flips_if"] = _text(changes.flips_if, "what would flip the vote", empty=True) or None
    if changes.argument is not None:
        update["argument"] = tuple(_step(step, ballot) for step in changes.argument)
    if changes.claims is not None:
        if len(changes.claims) > MOST_CLAIMS:
            raise DeclarationError(f"a ballot has at most {MOST_CLAIMS} claims, and there are {len(changes.claims)}")
        update["claims"] = tuple(_claim(claim) for claim in changes.claims)
    return _settled(ballot, update, who)


def read_cites(text: str) -> tuple[str, ...]:
    """Return the citations that somebody typed, such as ``S1.4, S2.14``.

    Raises:
        DeclarationError: One of them can't be a citation.
    """
    cites = tuple(dict.fromkeys(part for part in re.split(r"[,;\s]+", text.strip()) if part))
    wrong = next((cite for cite in cites if not CITE.fullmatch(cite)), None)
    if wrong is not None:
        raise DeclarationError(f"{wrong!r} is no citation; write such as S2.14 for sentence 14 of source 2")
    return cites


def _on_ballot(home: Workspace, persona: str, change: Callable[[Ballot], Ballot]) -> Callable[[Verdict], Verdict]:
    def work(verdict: Verdict) -> Verdict:
        ballot = ballot_of(verdict, persona)
        changed = change(ballot)
        if changed == ballot:
            return verdict
        return with_ballot(home, verdict, changed)

    return work


def ballot_of(verdict: Verdict, persona: str) -> Ballot:
    """Return a persona's valid ballot.

    Raises:
        DeclarationError: It has none.
    """
    for ballot in verdict.ballots:
        if ballot.persona == persona:
            return ballot
    if any(spoiled.persona == persona for spoiled in verdict.spoiled):
        raise DeclarationError(f"the ballot of {persona!r} is spoiled, so there are no words to edit; ask it again")
    raise DeclarationError(f"{persona!r} has no seat here; there are {listed(list(verdict.titles))}")


def with_ballot(home: Workspace, verdict: Verdict, ballot: Ballot) -> Verdict:
    """Return a verdict with one ballot exchanged: counted, checked and disclosed again."""
    dossier, personas = needed_dossier(home, verdict.slug), home.personas()
    ballots = tuple(ballot if each.persona == ballot.persona else each for each in verdict.ballots)
    changed = recounted(home, verdict.model_copy(update={"ballots": ballots, "state": "edited"}))
    findings = refreshed(changed, dossier, personas, [ballot.persona])
    return with_cited(changed.model_copy(update={"findings": findings}), dossier)


def _settled(ballot: Ballot, update: dict[str, object], who: str) -> Ballot:
    """Return a changed ballot that remembers the reviewer's own words; one that says nothing new is left as it was."""
    changed = ballot.model_copy(update=update)
    if changed == ballot:
        return ballot
    if changed.words == ballot.written:
        return changed.model_copy(update={"original": None, "edited_by": (), "overruled": None})
    editors = tuple(dict.fromkeys((*ballot.edited_by, who)))
    return changed.model_copy(update={"original": ballot.written, "edited_by": editors})


def _text(text: str, what: str, *, empty: bool = False) -> str:
    line = " ".join(text.split())
    if not line and not empty:
        raise DeclarationError(f"{what} is empty; write it, or leave it as it was")
    if len(line) > LONGEST_TEXT:
        raise DeclarationError(f"{what} has {len(line)} characters; {LONGEST_TEXT} are the most")
    return line


def _step(step: Step, ballot: Ballot) -> Step:
    known = [each.move for each in ballot.written.argument]
    if step.move not in known:
        raise DeclarationError(f"{step.move!r} is no move of this ballot; there are {listed(known)}")
    return Step(move=step.move, text=_text(step.text, f"the step {step.move!r}"))


def _claim(claim: Claim) -> Claim:
    return Claim(text=_text(claim.text, "a claim"), cites=read_cites(" ".join(claim.cites)))
