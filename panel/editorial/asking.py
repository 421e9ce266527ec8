"""Asking one seat again, with a note to it if there is one."""

from collections.abc import Sequence

from panel.domain.ballot import Ballot, SpoiledBallot
from panel.domain.release import Dossier
from panel.domain.seating import Seat
from panel.domain.verdict import Verdict
from panel.domain.wording import listed
from panel.editorial.bench import open_bench
from panel.editorial.checking import refreshed
from panel.editorial.recount import recounted
from panel.editorial.revision import revision_of
from panel.editorial.saving import Step, checked_name, one_reason, save_step, standing
from panel.editorial.sources import needed_dossier, with_cited
from panel.errors import Conflict, DeclarationError
from panel.hearing.poll import poll
from panel.llm.scrubbing import scrub
from panel.store.seating import seat_panel
from panel.store.workspace import Workspace


async def ask_again(home: Workspace, slug: str, persona: str, step: Step, models: Sequence[str] = ()) -> Verdict:
    """Ask one seat again, with the step's reason as a note to it, and put its new ballot in the place of the old.

    The answer is stored before it is read; the same note to the same model is never paid for twice. Where a valid
    ballot stands and no new one can be had, the old one stays.

    Args:
        home: The workspace.
        slug: Which verdict.
        persona: Whose seat.
        step: Who asks, with which note, and on which revision.
        models: The models to ask; empty for what the workspace says.

    Raises:
        Conflict: Somebody has saved another revision in between; the answer is kept in the ledger.
        DeclarationError: The seat can't be asked, or gave no ballot.
    """
    checked_name(step.who)
    note = one_reason(step.why)
    verdict = standing(home, slug)
    if step.expected is not None and step.expected != revision_of(verdict):
        raise Conflict(
            "somebody else has saved this verdict since you opened it; nobody was asked, look at theirs first"
        )
    dossier = needed_dossier(home, slug)
    if dossier.hash != verdict.provenance.dossier:
        raise DeclarationError(
            "the sources have changed since the panel sat, so one seat alone would judge something else; convene the "
            "whole panel again"
        )
    before = _cast(verdict, persona)
    seat = _seat(home, dossier, before, models, note)
    outcome = await _poll(home, seat, dossier)
    if isinstance(outcome, SpoiledBallot) and isinstance(before, Ballot):
        raise DeclarationError(f"{persona} gave no ballot ({outcome.kind}): {scrub(outcome.reason)}; the old one stays")
    if isinstance(outcome, Ballot):
        asked_by = before.asked_by if isinstance(before, Ballot) else tuple(each.recipe for each in before.samples)
        same = asked_by == outcome.asked_by
        outcome = outcome.model_copy(update={"note": note or None, "replaces": () if same else asked_by})

    def work(now: Verdict) -> Verdict:
        return _with_outcome(home, now, seat, outcome, dossier)

    done = f"asked {persona} again ({listed(list(seat.models))})"
    return save_step(home, slug, step, work, f"{done} with a note" if note else done)


def _cast(verdict: Verdict, persona: str) -> Ballot | SpoiledBallot:
    cast: tuple[Ballot | SpoiledBallot, ...] = (*verdict.ballots, *verdict.spoiled)
    found = [each for each in cast if each.persona == persona]
    if not found:
        raise DeclarationError(f"{persona!r} has no seat here; there are {listed(list(verdict.titles))}")
    return found[0]


def _seat(home: Workspace, dossier: Dossier, before: Ballot | SpoiledBallot, models: Sequence[str], note: str) -> Seat:
    settings, personas = home.panel_settings(), home.personas()
    seated = seat_panel(settings, dossier.release, personas, models=models).seats
    own = next((seat for seat in seated if seat.persona.id == before.persona), None)
    if own is None:
        (own,) = seat_panel(settings, dossier.release, personas, models=models, seats=before.persona).seats
    return own.model_copy(update={"weight": before.weight, "note": note or None})


async def _poll(home: Workspace, seat: Seat, dossier: Dossier) -> Ballot | SpoiledBallot:
    async with open_bench(home, seat.models) as bench:
        rules = next((model for model in seat.models if bench.gateway.rules(model) is not None), None)
        if seat.note is not None and rules is not None:
            raise DeclarationError(f"{rules} reads by rules and can't heed a note; choose a model, or leave it out")
        return await poll(seat, dossier, bench)


def _with_outcome(
    home: Workspace, verdict: Verdict, seat: Seat, outcome: Ballot | SpoiledBallot, dossier: Dossier
) -> Verdict:
    persona, order = outcome.persona, list(verdict.titles)

    def place(each: Ballot | SpoiledBallot) -> int:
        return order.index(each.persona) if each.persona in order else len(order)

    ballots = [each for each in verdict.ballots if each.persona != persona]
    spoiled = [each for each in verdict.spoiled if each.persona != persona]
    if isinstance(outcome, Ballot):
        ballots = sorted([*ballots, outcome], key=place)
    else:
        spoiled = sorted([*spoiled, outcome], key=place)
    personas = {**verdict.provenance.personas, persona: seat.persona.hash}
    changed = recounted(
        home,
        verdict.model_copy(
            update={
                "ballots": tuple(ballots),
                "spoiled": tuple(spoiled),
                "state": "edited",
                "provenance": verdict.provenance.model_copy(update={"personas": personas}),
            }
        ),
    )
    findings = refreshed(changed, dossier, home.personas(), [persona])
    return with_cited(changed.model_copy(update={"findings": findings}), dossier)
