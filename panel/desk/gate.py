"""The gate before every page: who asks, under which name, from where; and what a browser may do with the answer."""

import time
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from panel.desk.access import Access
from panel.desk.sessions import Sessions

SAFE = frozenset({"GET", "HEAD"})
"""Methods that change nothing."""
OPEN = ("/login", "/static/")
"""Where nobody need be signed in."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; "
    "trusted-types 'none'"
)
"""What a page of the desk may load and run: nothing but the desk's own files."""
PREVIEW_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
"""The same for a page as readers get it, shown in a frame of the desk: it may do nothing but look like itself."""


class Gate:
    """Middleware around the whole application.

    Args:
        app: What is behind the gate.
        access: How the desk is reached.
        sessions: Who is signed in.
    """

    def __init__(self, app: ASGIApp, access: Access, sessions: Sessions) -> None:
        self.app, self._access, self._sessions = app, access, sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on with its session."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        began = time.perf_counter()

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers(scope["path"]).items():
                    headers[name] = value
                headers["Server-Timing"] = f"desk;dur={1000 * (time.perf_counter() - began):.1f}"
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self.app)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        """Return why a request isn't passed on; None if it is."""
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._access.hosts:
            return PlainTextResponse("The desk doesn't answer under this name.", status_code=421)
        if scope["method"] not in SAFE:
            if scope["method"] != "POST":
                return PlainTextResponse("Method not allowed.", status_code=405)
            if headers.get("origin") not in self._access.origins:
                return PlainTextResponse("This form wasn't sent from the desk.", status_code=403)
        session = self._sessions.find(HTTPConnection(scope).cookies.get(self.cookie))
        scope.setdefault("state", {})["session"] = session
        if session is None and not scope["path"].startswith(OPEN):
            if scope["method"] in SAFE and "text/html" in headers.get("accept", ""):
                return RedirectResponse("/login", status_code=303)
            return PlainTextResponse("Nobody is signed in.", status_code=401)
        return None

    @property
    def cookie(self) -> str:
        """Name of the session's cookie."""
        return cookie_name(self._access)

    def _headers(self, path: str) -> dict[str, str]:
        preview = path.startswith("/preview/")
        headers = {
            "Content-Security-Policy": PREVIEW_POLICY if preview else POLICY,
            "X-Frame-Options": "SAMEORIGIN" if preview else "DENY",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
            "Cache-Control": "no-store",
        }
        if path.startswith("/static/"):
            headers["Cache-Control"] = "no-cache"
        if self._access.secure:
            headers["Strict-Transport-Security"] = "max-age=31536000"
        return headers


def cookie_name(access: Access) -> str:
    """Return the name of the session's cookie; desks on other ports have cookies of their own."""
    port = urlsplit(access.origin).port or ""
    return "__Host-shipskip" if access.secure else f"shipskip_desk_{port}"
