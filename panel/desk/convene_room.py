"""Convening from the page: a panel and a model are chosen, the cost is shown, the panel sits."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from panel.desk.answers import action, desk_of, field, page, see, session_of
from panel.desk.models import known_models
from panel.desk.runs import Progress, Tell, refuse_too_many
from panel.domain.ballot import Ballot, SpoiledBallot
from panel.domain.examination import Examination
from panel.domain.release import Release
from panel.domain.seating import Seat
from panel.domain.verdict import Finding
from panel.errors import CallError, DeclarationError
from panel.llm.quote import Quote
from panel.llm.scrubbing import scrub
from panel.sitting import Sitting, Watch
from panel.store.examinations import examined
from panel.store.workspace import Workspace


def convene_room() -> list[BaseRoute]:
    """Return the routes from a release to a sitting panel."""
    return [
        Route("/releases/{slug}", release),
        action("/releases/{slug}/convene", convene),
    ]


def release(request: Request) -> Response:
    """Show what a panel would read of a release, what is wrong with it, and what asking would cost."""
    desk, slug = desk_of(request), request.path_params["slug"]
    dossier = desk.dossiers.of(slug)
    if dossier is None:
        raise HTTPException(404, f"There is no release {slug!r} in this workspace.")
    chosen = {name: request.query_params.get(name, "") for name in ("model", "seats", "samples")}
    quotes, trouble = _quotes(desk.home, slug, chosen)
    found = examined(desk.home, dossier)
    return page(
        request,
        "release.html.j2",
        dossier=dossier,
        facts=found.facts,
        findings=_findings(found),
        verdict=desk.home.verdict(slug),
        models=known_models(desk.home),
        personas=list(desk.home.persona_paths()),
        quotes=quotes,
        trouble=trouble,
        chosen=chosen,
    )


def convene(request: Request, form: FormData) -> Response:
    """Let the panel sit in the background, and show how it goes."""
    desk, slug = desk_of(request), request.path_params["slug"]
    refuse_too_many(desk.runs)
    chosen = {name: field(form, name) for name in ("model", "seats", "samples")}
    seated = _sitting(desk.home, chosen).summon(_path(desk.home, slug)).panel.seats

    async def work(tell: Tell) -> str:
        def voted(_: Release, seat: Seat, outcome: Ballot | SpoiledBallot) -> None:
            said = outcome.vote if isinstance(outcome, Ballot) else "spoiled"
            tell(Progress(seat.persona.name, said, "" if isinstance(outcome, Ballot) else scrub(outcome.reason)))

        sitting = _sitting(desk.home, chosen, voted, lambda note: tell(Progress("", "note", note)))
        await sitting.hear([sitting.summon(_path(desk.home, slug))], save=True)
        return f"/verdicts/{slug}"

    title = f"The panel on {slug} sits"
    run = desk.runs.start(title, tuple(seat.persona.name for seat in seated), session_of(request).who, work)
    return see(f"/runs/{run.id}")


def _sitting(
    home: Workspace, chosen: dict[str, str], watch: Watch | None = None, notice: Callable[[str], None] | None = None
) -> Sitting:
    models = tuple(each.strip() for each in chosen["model"].split(",") if each.strip())
    samples = chosen["samples"].strip()
    if samples and not (samples.isdecimal() and len(samples) < 4):
        raise DeclarationError(f"{samples!r} is no number of samples; write 1 to 99, or nothing")
    return Sitting(
        home,
        models=models,
        seats=chosen["seats"].strip() or None,
        samples=int(samples) if samples else None,
        watch=watch,
        notice=notice,
    )


def _quotes(home: Workspace, slug: str, chosen: dict[str, str]) -> tuple[list[Quote], str]:
    """Return what asking would cost, or why it can't be asked."""
    try:
        sitting = _sitting(home, chosen)
        return asyncio.run(sitting.price([sitting.summon(_path(home, slug))])), ""
    except (DeclarationError, CallError) as wrong:
        return [], scrub(str(wrong))


def _path(home: Workspace, slug: str) -> Path:
    path = home.release_paths().get(slug)
    if path is None:
        raise DeclarationError(f"there is no release {slug!r} in this workspace")
    return path


def _findings(found: Examination) -> list[Finding]:
    """Return what an editor should know of the sources before anybody is asked."""
    kinds = {"contradiction": "disagreement", "confusable": "confusable"}
    apart = [Finding(kind=kinds[each.kind], text=each.reason, cites=(each.a, each.b)) for each in found.disagreements]
    return [*found.hostile, *apart]
