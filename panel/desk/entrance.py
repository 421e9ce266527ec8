"""Signing in and out."""

import asyncio

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from panel.desk.answers import SMALL, action, desk_of, field, page, see, session_of
from panel.desk.gate import cookie_name
from panel.desk.passwords import is_password
from panel.desk.sessions import LASTS_S, Session
from panel.editorial.saving import checked_name
from panel.errors import DeclarationError

WAIT = "Too many attempts to sign in have failed; wait a minute."


def entrance(system_name: str) -> list[BaseRoute]:
    """Return the routes of signing in and out.

    Args:
        system_name: The editor's name until they give another one.
    """

    async def login(request: Request) -> Response:
        return await _login(request, system_name)

    return [
        Route("/login", login, methods=["GET", "POST"], max_body_size=SMALL),
        action("/logout", _logout),
        action("/name", _name),
        action("/links", _link),
    ]


async def _login(request: Request, system_name: str) -> Response:
    """Sign a browser in by its one-time link or by the password; the gate has checked where the form came from."""
    desk = desk_of(request)
    by_password = desk.access.password is not None
    if desk.sessions.must_wait:
        return page(request, "login.html.j2", status=429, by_password=by_password, alert=WAIT)
    if request.method == "POST" and by_password:
        async with request.form(max_fields=4, max_files=0) as form:
            return await _with_password(request, field(form, "who"), field(form, "password"))
    token = request.query_params.get("link")
    if not token or by_password:
        return page(request, "login.html.j2", by_password=by_password)
    session = desk.sessions.use_link(token, system_name)
    if session is None:
        alert = "This link has been used already, or is too old. Make a new one where the desk was started."
        return page(request, "login.html.j2", status=403, by_password=False, alert=alert)
    return _welcome(request, session)


async def _with_password(request: Request, who: str, password: str) -> Response:
    desk = desk_of(request)
    assert desk.access.password is not None
    right = await run_in_threadpool(is_password, password[:1000], desk.access.password)
    if not right:
        desk.sessions.failed()
        await asyncio.sleep(0.5)
        return page(request, "login.html.j2", status=403, by_password=True, alert="This isn't the password.")
    try:
        name = checked_name(who)
    except DeclarationError as wrong:
        return page(request, "login.html.j2", status=422, by_password=True, alert=str(wrong))
    return _welcome(request, desk.sessions.open(name))


def _welcome(request: Request, session: Session) -> Response:
    """Hand the cookie out on a page, not a redirect: a strict cookie isn't sent along where another site led here."""
    answer = page(request, "welcome.html.j2")
    access = desk_of(request).access
    answer.set_cookie(
        cookie_name(access), session.key, max_age=LASTS_S, httponly=True, samesite="strict", secure=access.secure
    )
    answer.headers["Refresh"] = "0; url=/"
    return answer


def _logout(request: Request, form: FormData) -> Response:
    desk = desk_of(request)
    desk.sessions.close(session_of(request))
    answer = see("/login")
    answer.delete_cookie(cookie_name(desk.access), httponly=True, samesite="strict", secure=desk.access.secure)
    return answer


def _name(request: Request, form: FormData) -> Response:
    session_of(request).who = checked_name(field(form, "who"))
    return see("/")


def _link(request: Request, form: FormData) -> Response:
    """Make a link for another browser."""
    desk = desk_of(request)
    link = None if desk.access.password is not None else f"{desk.access.origin}/login?link={desk.sessions.new_link()}"
    return page(request, "link.html.j2", link=link)
