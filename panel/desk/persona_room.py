"""The persona room: read a persona, change a line, try it beside today's, save it to the workspace."""

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from panel.desk.answers import action, desk_of, field, fields, page, see, session_of
from panel.desk.models import known_models
from panel.desk.runs import Progress, Tell, refuse_too_many
from panel.domain.ballot import Ballot
from panel.editorial.differences import Piece, compared
from panel.editorial.personas import Trial, check_choice, checked_persona, persona_file, save_persona, try_persona
from panel.errors import Conflict, DeclarationError
from panel.llm.scrubbing import scrub
from panel.publish.inert import inert


def persona_room() -> list[BaseRoute]:
    """Return the room's routes."""
    return [
        Route("/personas", shelf),
        Route("/personas/{name}", show),
        action("/personas/{name}/check", check),
        action("/personas/{name}/try", trial),
        action("/personas/{name}/save", save),
        Route("/personas/{name}/tries/{key}", tried),
    ]


def shelf(request: Request) -> Response:
    """Show every persona, and whose file it is."""
    home = desk_of(request).home
    own = {name for name, path in home.persona_paths().items() if path.parent == home.personas_folder}
    return page(request, "personas.html.j2", personas=list(home.personas().values()), own=own)


def show(request: Request) -> Response:
    """Show a persona's file in a form."""
    return _shown(request, request.path_params["name"])


def check(request: Request, form: FormData) -> Response:
    """Say what is wrong with a text as somebody types; nothing is stored."""
    home, name = desk_of(request).home, request.path_params["name"]
    try:
        _, warnings = checked_persona(home, name, field(form, "text"))
    except DeclarationError as wrong:
        return JSONResponse({"problem": inert(wrong.problem), "line": wrong.line, "warnings": []})
    return JSONResponse({"problem": "", "line": None, "warnings": [inert(each) for each in warnings]})


def trial(request: Request, form: FormData) -> Response:
    """Try a text on up to three releases beside the persona as it is; that takes a while, so it becomes a run."""
    desk, name, text = desk_of(request), request.path_params["name"], field(form, "text")
    slugs = [slug for slug in fields(form, "release") if slug]
    models = tuple(each.strip() for each in field(form, "model").split(",") if each.strip())
    revision = field(form, "revision")
    try:
        checked_persona(desk.home, name, text)
        check_choice(slugs)
        refuse_too_many(desk.runs)
    except DeclarationError as wrong:
        return _shown(request, name, status=422, alert=scrub(str(wrong)), text=text)

    async def work(tell: Tell) -> str:
        trials = await try_persona(desk.home, name, text, slugs, models)
        tell(Progress("Both versions", "note", f"{len(trials)} releases were read by both versions."))
        return f"/personas/{name}/tries/{desk.trials.keep((revision, text, trials))}"

    run = desk.runs.start(f"Trying {name} as changed beside today's", (), session_of(request).who, work)
    return see(f"/runs/{run.id}")


def tried(request: Request) -> Response:
    """Show today's and the changed persona's ballots side by side."""
    desk, name = desk_of(request), request.path_params["name"]
    found = desk.trials.find(request.path_params["key"])
    if found is None:
        raise HTTPException(404, "This trial isn't remembered any more; try it once more.")
    revision, text, trials = found
    return page(
        request,
        "tried.html.j2",
        name=name,
        text=text,
        revision=revision,
        trials=[(each, _difference(each)) for each in trials],
        lines=compared(persona_file(desk.home, name).text, text.replace("\r\n", "\n")),
    )


def save(request: Request, form: FormData) -> Response:
    """Write a persona to the workspace."""
    desk, name, text = desk_of(request), request.path_params["name"], field(form, "text")
    try:
        save_persona(desk.home, name, text, field(form, "revision"))
    except DeclarationError as refused:
        status = 409 if isinstance(refused, Conflict) else 422
        return _shown(request, name, status=status, alert=scrub(str(refused)), text=text)
    return see(f"/personas/{name}?saved=1")


def _shown(request: Request, name: str, *, status: int = 200, alert: str = "", text: str | None = None) -> Response:
    desk = desk_of(request)
    file = persona_file(desk.home, name)
    warnings: list[str] = []
    try:
        _, warnings = checked_persona(desk.home, name, file.text if text is None else text)
    except DeclarationError as wrong:
        alert = alert or scrub(str(wrong))
    return page(
        request,
        "persona.html.j2",
        status=status,
        alert=alert,
        file=file,
        text=file.text if text is None else text,
        warnings=warnings,
        releases=list(desk.home.release_paths()),
        models=known_models(desk.home),
        saved=request.query_params.get("saved") == "1",
    )


def _difference(each: Trial) -> tuple[Piece, ...]:
    if isinstance(each.today, Ballot) and isinstance(each.changed, Ballot):
        return compared(each.today.quote, each.changed.quote)
    return ()
