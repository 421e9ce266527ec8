"""What rooms answer with: pages, redirects, and forms that were checked before anything is done."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import cast

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from panel.desk.desk import Desk
from panel.desk.sessions import Session
from panel.evidence.visible import visible
from panel.publish.environment import as_html, page_environment
from panel.version import __version__

Given = Mapping[str, str]
"""The text fields of a form."""
Endpoint = Callable[[Request, FormData], Response]

SMALL = 1_000_000
"""Bytes of a form without files."""
LARGE = 25_000_000
"""Bytes of a form with documents."""
MOST_FIELDS = 400
"""Fields of a form."""


def action(path: str, endpoint: Endpoint, *, largest: int = SMALL) -> Route:
    """Return a route that takes a form, after its token was checked; the endpoint runs in a thread."""

    async def guarded(request: Request) -> Response:
        async with request.form(max_files=12, max_fields=MOST_FIELDS, max_part_size=largest) as form:
            session = session_of(request)
            if not desk_of(request).sessions.is_token(session, field(form, "token")):
                raise HTTPException(403, "This form has expired; go back, load the page again and send it once more.")
            return await run_in_threadpool(endpoint, request, form)

    return Route(path, guarded, methods=["POST"], max_body_size=largest)


def desk_of(request: Request) -> Desk:
    """Return the desk that a request came to."""
    return cast(Desk, request.app.state.desk)


def session_of(request: Request) -> Session:
    """Return the session of whoever asks; the gate lets nobody else through."""
    session = request.state.session
    if session is None:
        raise HTTPException(401, "Nobody is signed in.")
    return cast(Session, session)


def field(form: FormData, name: str) -> str:
    """Return a text field of a form; empty if it isn't there."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def fields(form: FormData, name: str) -> list[str]:
    """Return every text field of a name, in order."""
    return [value for value in form.getlist(name) if isinstance(value, str)]


def see(path: str) -> Response:
    """Send a browser on to a page after a form was taken."""
    return RedirectResponse(path, status_code=303)


def page(request: Request, template: str, /, *, status: int = 200, **shown: object) -> Response:
    """Return a page of the desk."""
    desk = desk_of(request)
    session = cast("Session | None", getattr(request.state, "session", None))
    known = {
        "who": session.who if session else "",
        "token": desk.sessions.token(session) if session else "",
        "path": request.url.path,
        "workspace": desk.home.root.name,
        "version": __version__,
        "runs": desk.runs.under_way if session else [],
        "alert": "",
        **shown,
    }
    text = _environment().get_template(template).render(known)
    return HTMLResponse(text, status_code=status)


def when(at: dt.datetime) -> str:
    """Return a time as histories show it."""
    return f"{at.astimezone(dt.UTC):%Y-%m-%d %H:%M}"


def _words(text: str) -> Markup:
    """Return a text for a text field: as it is, but for what would act on a page or hide in it."""
    return escape("\n".join(visible(line) for line in text.replace("\r\n", "\n").split("\n")))


@cache
def _environment() -> Environment:
    environment = page_environment(FileSystemLoader(Path(__file__).parent / "templates"), as_html)
    environment.filters |= {"words": _words, "when": when}
    return environment
