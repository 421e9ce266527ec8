"""Documents come in: a pasted text, files, addresses; what became of each is shown as it happens."""

import asyncio
import datetime as dt
from collections.abc import Sequence
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from panel.desk.answers import LARGE, action, desk_of, field, page, see, session_of
from panel.desk.desk import Desk
from panel.desk.runs import Progress, Tell, refuse_too_many
from panel.domain.intake import Intake, Taken
from panel.errors import DeclarationError
from panel.llm.scrubbing import scrub
from panel.store.documents import SUFFIXES
from panel.store.intake.take_in import Door, check_place
from panel.store.slugs import checked_slug, slug_from

FIELDS = ("urls", "title", "text", "into")
"""Text fields of the form that takes documents in."""
MOST_DOCUMENTS = 12
"""Addresses and files that are taken in at once."""

File = tuple[str, bytes]
"""A document's plain name and what it holds."""


def intake_room() -> list[BaseRoute]:
    """Return the routes of taking documents in."""
    return [
        Route("/convene", show),
        action("/intake", take_in, largest=LARGE),
        Route("/taken/{key}", taken),
    ]


def show(request: Request) -> Response:
    """Show the form that takes documents in, and the releases that are there."""
    return _form(request, {"into": request.query_params.get("into", "")})


def take_in(request: Request, form: FormData) -> Response:
    """Take a text, files and addresses in as the sources of one release; fetching takes a while, so it is a run."""
    desk = desk_of(request)
    try:
        urls, files = _urls(form), [*_pasted(form), *_uploaded(form)]
        into = _into(form)
        _refuse_wrong_number(len(urls) + len(files))
        if urls:
            refuse_too_many(desk.runs)
    except DeclarationError as wrong:
        return _form(request, {name: field(form, name) for name in FIELDS}, status=422, alert=scrub(str(wrong)))
    if not urls:
        return see(asyncio.run(_take(desk, files, urls, into, lambda _: None)))

    async def work(tell: Tell) -> str:
        return await _take(desk, files, urls, into, tell)

    names = tuple([name for name, _ in files] + urls)
    return see(f"/runs/{desk.runs.start('Taking documents in', names, session_of(request).who, work).id}")


def taken(request: Request) -> Response:
    """Show what became of each document."""
    found = desk_of(request).taken.find(request.path_params["key"])
    if found is None:
        raise HTTPException(404, "This isn't remembered any more; what was taken in lies among the releases.")
    problems = [scrub(f"{each.place}: {each.problem}") for each in found.taken if each.problem]
    return page(request, "taken.html.j2", status=200 if found.release else 422, taken=found, problems=problems)


async def _take(desk: Desk, files: Sequence[File], urls: Sequence[str], into: str | None, tell: Tell) -> str:
    """Take documents in one after the other; return the page that shows what became of them."""
    done: list[Taken] = []
    with TemporaryDirectory(prefix="shipskip-desk-") as folder:
        laid = [
            (name, str(_laid_out(Path(folder) / str(number), name, raw))) for number, (name, raw) in enumerate(files)
        ]
        places = laid + [(url, url) for url in urls]
        today = dt.datetime.now(dt.UTC).date()
        async with Door(desk.home, today=today, allow_private=desk.allow_private) as door:
            for name, place in places:
                done.append(await door.take(place, into))
                into = into or done[-1].release
                tell(Progress(name, done[-1].outcome, scrub(done[-1].problem or "") or f"{done[-1].words} words"))
    release = into if any(each.release for each in done) else None
    return f"/taken/{desk.taken.keep(Intake(release=release, taken=tuple(done)))}"


def _form(request: Request, given: dict[str, str], *, status: int = 200, alert: str = "") -> Response:
    given = {**dict.fromkeys(FIELDS, ""), **given}
    known = list(desk_of(request).home.release_paths())
    return page(request, "convene.html.j2", status=status, releases=known, given=given, alert=alert)


def _into(form: FormData) -> str | None:
    """Return the release that documents go to: one that was named, or a new one by the title of a pasted text."""
    named = field(form, "into").strip()
    if named:
        return checked_slug(named)
    title = " ".join(field(form, "title").split())
    return slug_from(title) if title and field(form, "text").strip() else None


def _urls(form: FormData) -> list[str]:
    urls = [line.strip() for line in field(form, "urls").splitlines() if line.strip()]
    for url in urls:
        if not url.lower().startswith(("http://", "https://")):
            raise DeclarationError(f"{url[:200]!r} is no address of the web; write such as https://example.org/news")
        check_place(url)
    return urls


def _pasted(form: FormData) -> list[File]:
    text = field(form, "text").replace("\r\n", "\n")
    if not text.strip():
        return []
    title = " ".join(field(form, "title").split()) or "Pasted text"
    heading = "" if text.lstrip().startswith(("#", "---")) else f"# {title}\n\n"
    return [(f"{slug_from(title)}.md", (heading + text).encode("utf-8", "backslashreplace"))]


def _uploaded(form: FormData) -> list[File]:
    """Return uploaded files under names that can't leave a folder."""
    files = []
    for upload in form.getlist("files"):
        if not isinstance(upload, UploadFile) or not upload.filename:
            continue
        name = PurePath(upload.filename.replace("\\", "/")).name
        suffix = PurePath(name).suffix.lower()
        if suffix not in SUFFIXES:
            raise DeclarationError(f"{name[:100]!r} can't be read; these can: {', '.join(sorted(SUFFIXES))}")
        files.append((f"{slug_from(PurePath(name).stem)}{suffix}", upload.file.read()))
    return files


def _laid_out(folder: Path, name: str, raw: bytes) -> Path:
    """Lay a document into a folder of its own, so that two of one name stay two."""
    folder.mkdir()
    file = folder / name
    file.write_bytes(raw)
    return file


def _refuse_wrong_number(documents: int) -> None:
    if not documents:
        raise DeclarationError("there is nothing to take in; paste a text or an address, or choose a file")
    if documents > MOST_DOCUMENTS:
        raise DeclarationError(f"{MOST_DOCUMENTS} documents at most are taken in at once; send the others after them")
