"""How the votes endpoint answers: refusals that say what to do, counts for the site, and what browsers may do."""

from collections.abc import Mapping

from aiohttp import web

from panel.community.pages import Pages
from panel.community.standing import LABEL, Standing
from panel.community.terms import Terms


class Refused(Exception):
    """A request that gets no for an answer.

    Args:
        status: HTTP status.
        sentence: What is wrong.
        advice: What to do about it.
        headers: What else the answer carries.
    """

    def __init__(self, status: int, sentence: str, advice: str = "", headers: Mapping[str, str] | None = None) -> None:
        self.status, self.sentence, self.advice, self.headers = status, sentence, advice, headers
        super().__init__(sentence)


def used_link() -> Refused:
    """Return the refusal of a link that belongs to another reader."""
    advice = "Each link is for one reader. To change your vote, use the browser that you voted with."
    return Refused(409, "This vote link has been used already.", advice)


def refusal(request: web.Request, refused: Refused, pages: Pages) -> web.Response:
    """Return a refusal in the form in which whoever asked can read it."""
    if wants_json(request) or request.path.startswith("/counts/"):
        body = {"error": f"{refused.sentence} {refused.advice}".strip()}
        return web.json_response(body, status=refused.status, headers=refused.headers)
    html = pages.refusal(refused.sentence, refused.advice)
    return web.Response(
        text=html, status=refused.status, content_type="text/html", charset="utf-8", headers=refused.headers
    )


def preflight(terms: Terms, origin: str | None) -> web.Response:
    """Return what a browser is told that asks whether a page may ask."""
    if origin is None or origin != terms.origin:
        return web.Response(status=403)
    headers = {
        "Access-Control-Allow-Methods": "GET, POST",
        "Access-Control-Allow-Headers": "Authorization, Content-Type",
        "Access-Control-Max-Age": "600",
    }
    return web.Response(status=204, headers=headers)


def dressed(answer: web.StreamResponse, terms: Terms, origin: str | None, policy: str) -> web.StreamResponse:
    """Add what browsers have to know.

    Args:
        answer: The answer.
        terms: On which terms votes are taken.
        origin: Whose page asks, as the browser says.
        policy: The content security policy of pages.
    """
    headers = answer.headers
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"  # a link's token stays here; forms still say where they come from
    headers.setdefault("Cache-Control", "no-store")
    if answer.content_type == "text/html":
        headers["Content-Security-Policy"] = policy
    if terms.origin is not None:
        headers["Vary"] = "Origin"
        if origin == terms.origin:
            headers["Access-Control-Allow-Origin"] = origin
            headers["Access-Control-Allow-Credentials"] = "true"
    return answer


def counts(release: str, readers: Standing) -> dict[str, object]:
    """Return what the site is told about a release; below the threshold nothing tells how anybody voted."""
    return {
        "release": release,
        "label": LABEL,
        "n": readers.n,
        "shown": readers.shown,
        "threshold": readers.threshold,
        "ship": readers.ship if readers.shown else None,
        "skip": readers.skip if readers.shown else None,
        "percent": readers.percent,
        "interval": readers.interval,
        "interval_level": readers.interval_level,
        "headline": readers.headline,
    }


def wants_json(request: web.Request) -> bool:
    """Whether a program asks, and not a browser's form."""
    return request.content_type == "application/json" or "application/json" in request.headers.get("Accept", "")
