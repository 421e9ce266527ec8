"""Convening from the page: documents come in, a panel and a model are chosen, the cost is shown, the panel sits."""

import asyncio
import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from panel.desk.answers import LARGE, action, desk_of, field, page, see, session_of
from panel.desk.models import known_models
from panel.desk.runs import AT_ONCE, Progress, Tell
from panel.domain.ballot import Ballot, SpoiledBallot
from panel.domain.intake import Intake
from panel.domain.release import Dossier, Release
from panel.domain.seating import Seat
from panel.domain.verdict import Finding
from panel.errors import CallError, DeclarationError
from panel.evidence.conflicts import disagreements
from panel.evidence.facts import read_facts
from panel.evidence.hostile import hostile_findings
from panel.llm.quote import Quote
from panel.llm.scrubbing import scrub
from panel.sitting import Sitting, Watch
from panel.store.documents import SUFFIXES
from panel.store.intake.take_in import intake
from panel.store.slugs import checked_slug, slug_from
from panel.store.workspace import Workspace

FIELDS = ("urls", "title", "text", "into")
"""Text fields of the form that takes documents in."""
MOST_DOCUMENTS = 12
"""Addresses and files that are taken in at once."""


def convene_room() -> list[BaseRoute]:
    """Return the routes from a text to a sitting panel."""
    return [
        Route("/convene", show),
        action("/intake", take_in, largest=LARGE),
        Route("/releases/{slug}", release),
        action("/releases/{slug}/convene", convene),
    ]


def show(request: Request) -> Response:
    """Show the form that takes documents in, and the releases that are there."""
    return _form(request, {"into": request.query_params.get("into", "")})


def _form(request: Request, given: dict[str, str], *, status: int = 200, alert: str = "") -> Response:
    given = {**dict.fromkeys(FIELDS, ""), **given}
    known = list(desk_of(request).home.release_paths())
    return page(request, "convene.html.j2", status=status, releases=known, given=given, alert=alert)


def take_in(request: Request, form: FormData) -> Response:
    """Take addresses, pasted text and files in as the sources of one release, and show what became of them."""
    desk = desk_of(request)
    try:
        with _documents(form) as places:
            into = _into(desk.home, form)
            taken = intake(places, desk.home, into=into, now=dt.datetime.now(dt.UTC))
    except DeclarationError as wrong:
        return _form(request, {name: field(form, name) for name in FIELDS}, status=422, alert=scrub(str(wrong)))
    status = 422 if taken.release is None else 200
    return page(request, "taken.html.j2", status=status, taken=taken, problems=_problems(taken))


def release(request: Request) -> Response:
    """Show what a panel would read of a release, what is wrong with it, and what asking would cost."""
    desk, slug = desk_of(request), request.path_params["slug"]
    dossier = desk.dossiers.of(slug)
    if dossier is None:
        raise HTTPException(404, f"There is no release {slug!r} in this workspace.")
    chosen = {name: request.query_params.get(name, "") for name in ("model", "seats", "samples")}
    quotes, trouble = _quotes(desk.home, slug, chosen)
    return page(
        request,
        "release.html.j2",
        dossier=dossier,
        facts=read_facts(dossier),
        findings=_findings(dossier),
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
    if len(desk.runs.under_way) >= AT_ONCE:
        raise DeclarationError(f"{AT_ONCE} runs are under way already; wait for one of them, or cancel it")
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


def _into(home: Workspace, form: FormData) -> str | None:
    """Return the release that documents go to: one that was named, or a new one by the title of a pasted text."""
    named = field(form, "into").strip()
    if named:
        return checked_slug(named)
    title = " ".join(field(form, "title").split())
    return slug_from(title) if title and field(form, "text").strip() else None


@contextmanager
def _documents(form: FormData) -> Iterator[list[str]]:
    """Lay what was pasted and uploaded out as files while the body runs; yield them with the addresses."""
    urls = [line.strip() for line in field(form, "urls").splitlines() if line.strip()]
    odd = next((url for url in urls if not url.lower().startswith(("http://", "https://"))), None)
    if odd is not None:
        raise DeclarationError(
            f"{odd[:200]!r} is no address of the web; write it out, such as https://example.org/news"
        )
    uploads = [each for each in form.getlist("files") if isinstance(each, UploadFile) and each.filename]
    text = field(form, "text").replace("\r\n", "\n")
    if not (urls or uploads or text.strip()):
        raise DeclarationError("there is nothing to take in; paste a text or an address, or choose a file")
    if len(urls) + len(uploads) > MOST_DOCUMENTS:
        raise DeclarationError(f"{MOST_DOCUMENTS} documents at most are taken in at once; send the others after them")
    with TemporaryDirectory(prefix="shipskip-desk-") as folder:
        places = []
        if text.strip():
            title = " ".join(field(form, "title").split()) or "Pasted text"
            file = Path(folder) / f"{slug_from(title)}.md"
            heading = "" if text.lstrip().startswith(("#", "---")) else f"# {title}\n\n"
            file.write_text(heading + text, encoding="utf-8", errors="backslashreplace")
            places.append(str(file))
        for each in uploads:
            places.append(str(_laid_out(each, Path(folder))))
        yield [*places, *urls]


def _laid_out(upload: UploadFile, folder: Path) -> Path:
    """Write an uploaded file under a name that can't leave its folder."""
    name = PurePath((upload.filename or "").replace("\\", "/")).name
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise DeclarationError(f"{name[:100]!r} isn't of a type that can be read: {', '.join(sorted(SUFFIXES))}")
    file = folder / f"{slug_from(PurePath(name).stem)}{suffix}"
    file.write_bytes(upload.file.read())
    return file


def _problems(taken: Intake) -> list[str]:
    return [scrub(f"{each.place}: {each.problem}") for each in taken.taken if each.problem]


def _findings(dossier: Dossier) -> list[Finding]:
    """Return what an editor should know of the sources before anybody is asked."""
    kinds = {"contradiction": "disagreement", "confusable": "confusable"}
    apart = [
        Finding(kind=kinds[each.kind], text=each.reason, cites=(each.a, each.b)) for each in disagreements(dossier)
    ]
    return [*hostile_findings(dossier), *apart]
