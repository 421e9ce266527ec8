"""The desk as an application."""

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from panel.desk.answers import SMALL, page
from panel.desk.compare_room import compare_room
from panel.desk.convene_room import convene_room
from panel.desk.desk import Desk
from panel.desk.entrance import entrance
from panel.desk.gate import Gate
from panel.desk.inbox_room import inbox_room
from panel.desk.intake_room import intake_room
from panel.desk.persona_room import persona_room
from panel.desk.preview_room import preview_room
from panel.desk.run_room import run_room
from panel.desk.verdict_room import verdict_room
from panel.desk.verdict_steps import verdict_steps
from panel.errors import Conflict, DeclarationError, PanelError
from panel.llm.scrubbing import scrub

LOOK_S = 20
"""Seconds between two looks for verdicts whose sources have changed."""


def build_app(desk: Desk, system_name: str = "editor") -> Gate:
    """Return the desk as an application.

    Args:
        desk: Its state.
        system_name: Name of an editor who came by the one-time link, until they give another one.
    """
    app = Starlette(
        routes=[
            *inbox_room(),
            *verdict_room(),
            *verdict_steps(),
            *intake_room(),
            *convene_room(),
            *run_room(),
            *compare_room(),
            *persona_room(),
            *preview_room(),
            *entrance(system_name),
            Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")),
        ],
        exception_handlers={DeclarationError: _declared, HTTPException: _refused, 500: _broken},
        lifespan=_lifespan(desk),
        max_body_size=SMALL,
    )
    app.state.desk = desk
    return Gate(app, desk.access, desk.sessions)  # around everything, so that the page about a mistake is guarded too


def _lifespan(desk: Desk) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        """Read every summary before the first page is asked for, and stop what is under way at the end."""
        stop = threading.Event()

        def look() -> None:
            desk.index.summaries()
            while not stop.is_set():
                with suppress(PanelError, OSError):  # a release that can't be read says so on its own page
                    desk.index.look_for_stale(stop)
                stop.wait(LOOK_S)

        threading.Thread(target=look, name="index", daemon=True).start()
        yield
        stop.set()
        desk.runs.stop_all()

    return life


async def _declared(request: Request, error: Exception) -> Response:
    status = 409 if isinstance(error, Conflict) else 422
    return page(request, "trouble.html.j2", status=status, title="That can't be done", trouble=scrub(str(error)))


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    titles = {404: "There is no such page", 413: "That is too large", 403: "Refused"}
    title = titles.get(error.status_code, "That didn't work")
    return page(request, "trouble.html.j2", status=error.status_code, title=title, trouble=scrub(error.detail))


async def _broken(request: Request, error: Exception) -> Response:
    """Say no more than that something is wrong; what it was stands in the desk's own output."""
    trouble = "The desk made a mistake. Nothing was half-written; the terminal says more."
    return page(request, "trouble.html.j2", status=500, title="Something is wrong", trouble=trouble)
