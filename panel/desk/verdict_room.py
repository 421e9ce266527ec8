"""The verdict room: sources beside ballots, findings in place, and what was checked as somebody types."""

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from panel.desk.answers import action, desk_of, field, page
from panel.desk.ballot_form import read_edit
from panel.desk.models import known_models
from panel.desk.seats import numbered_findings, seat_views, source_views
from panel.domain.ballot import Ballot
from panel.editorial.checking import CheckedBallot, check_ballot
from panel.editorial.differences import differences
from panel.editorial.editing import ballot_of, edited
from panel.editorial.revision import revision_of
from panel.editorial.saving import standing
from panel.editorial.sources import needed_dossier
from panel.editorial.undoing import can_redo, can_undo
from panel.errors import DeclarationError
from panel.publish.inert import inert, inert_part
from panel.publish.sheet import Sheet


def verdict_room() -> list[BaseRoute]:
    """Return the room's routes; what changes a verdict is in ``verdict_steps``."""
    return [Route("/verdicts/{slug}", room), action("/verdicts/{slug}/check", check)]


def room(request: Request) -> Response:
    """Show a verdict with all that an editor can do with it."""
    return shown(request, request.path_params["slug"])


def shown(request: Request, slug: str, *, status: int = 200, **more: object) -> Response:
    """Return the room's page.

    Raises:
        DeclarationError: There is no such verdict, or its record is damaged.
    """
    desk = desk_of(request)
    verdict = standing(desk.home, slug)
    trouble = ""
    try:
        dossier = desk.dossiers.of(slug)
    except DeclarationError as unreadable:
        dossier, trouble = None, str(unreadable)
    numbered = numbered_findings(verdict)
    return page(
        request,
        "verdict.html.j2",
        status=status,
        verdict=verdict,
        sheet=Sheet(verdict),
        revision=revision_of(verdict),
        seats=seat_views(verdict),
        sources=source_views(verdict, dossier),
        reachable=dossier is not None,
        trouble=trouble,
        about_sources=[each for each in numbered if each.finding.persona is None],
        still_open=[each for each in numbered if each.open],
        undoable=can_undo(verdict),
        redoable=can_redo(verdict),
        models=known_models(desk.home),
        **more,
    )


def check(request: Request, form: FormData) -> Response:
    """Say what checking the words in a form comes to; nothing is stored."""
    desk, slug = desk_of(request), request.path_params["slug"]
    ballot = ballot_of(standing(desk.home, slug), field(form, "persona"))
    try:
        changed = edited(ballot, read_edit(form), "somebody")
    except DeclarationError as wrong:
        return JSONResponse({"problem": inert(str(wrong)), "findings": [], "claims": [], "differences": []})
    dossier = desk.dossiers.of(slug) or needed_dossier(desk.home, slug)
    return JSONResponse(_checked(changed, check_ballot(changed, dossier, desk.home.personas())))


def _checked(ballot: Ballot, checked: CheckedBallot) -> dict[str, object]:
    return {
        "problem": "",
        "findings": [
            {"kind": each.kind, "text": inert(each.text), "passage": inert(each.passage or ""), "cites": each.cites}
            for each in checked.findings
        ],
        "claims": [{"kind": each.kind, "text": inert(each.reason), "cites": each.cites} for each in checked.claims],
        "differences": [
            {"part": each.part, "pieces": [[piece.kind, inert_part(piece.text)] for piece in each.pieces]}
            for each in differences(ballot)
        ],
    }
