"""The votes endpoint's routes: what a request asks for, and what it gets. A link that is only opened votes nothing."""

import asyncio
import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from panel.community.addresses import endpoint_url, site_origin
from panel.community.box import BallotBox
from panel.community.casting import Cast, Effect
from panel.community.catalogue import Catalogue, Shown
from panel.community.links import Link, new_holder, read_holder, read_link
from panel.community.pages import Pages
from panel.community.rates import Limiter, Rate, read_rate
from panel.community.secret import Secret
from panel.community.standing import LABEL, Standing
from panel.domain.ballot import Vote
from panel.errors import DeclarationError
from panel.store.settings import Votes

COOKIE = "shipskip_voter"
LARGEST_BODY = 4 * 1024
"""Bytes of the largest request."""
_BODY_S = 10.0
"""Seconds in which a request must have come whole."""
_YEAR_S = 365 * 24 * 3600
_NEWCOMERS = Rate(20, 3600)
"""How often one address may become a new voter where anybody may vote."""


@dataclass(frozen=True)
class Terms:
    """On which terms votes are taken."""

    open: bool
    """Whether any reader may vote on published verdicts."""
    url: str | None
    """Where readers reach the endpoint; None where that is what they ask for."""
    origin: str | None
    """Origin of the site whose pages may ask."""
    rate: Rate | None
    """How often one address may vote; None without limit."""
    proxied: bool
    """Whether a proxy in front says who asks."""

    @classmethod
    def of(
        cls, votes: Votes, *, url: str | None, origin: str | None, is_open: bool | None, rate: str, proxied: bool
    ) -> "Terms":
        """Return the terms that ``panel.toml`` declares, or what is named here instead.

        Raises:
            DeclarationError: If an address or the rate isn't one.
        """
        url, origin = url or votes.url, origin or votes.origin
        return cls(
            open=votes.open if is_open is None else is_open,
            url=endpoint_url(url) if url else None,
            origin=site_origin(origin) if origin else None,
            rate=read_rate(rate),
            proxied=proxied,
        )


@dataclass(frozen=True)
class Asked:
    """One request to vote: on what, with which proof, for what."""

    release: Shown
    """The release."""
    link: Link | None
    """The vote link; None where it is an open vote."""
    holder: str
    """Who asks, as a keyed hash."""
    token: str
    """The holder's token."""
    path: str
    """Where the form posts to."""


class Endpoint:
    """The routes, with what they share.

    Args:
        box: Where votes go.
        catalogue: What can be voted on.
        secret: What links and tokens are signed with.
        terms: On which terms votes are taken.
    """

    def __init__(self, box: BallotBox, catalogue: Catalogue, secret: Secret, terms: Terms) -> None:
        self._box, self._catalogue, self._secret, self._terms = box, catalogue, secret, terms
        self._votes = Limiter(terms.rate)
        self._newcomers = Limiter(_NEWCOMERS if terms.open and terms.rate is not None else None)
        self._pages = Pages()
        self._base = urlsplit(terms.url or "").path.rstrip("/")

    def application(self) -> web.Application:
        """Return the web application."""
        app = web.Application(client_max_size=LARGEST_BODY, middlewares=[self._guard])
        app.router.add_get("/vote/{token}", self.show_link)
        app.router.add_post("/vote/{token}", self.vote_by_link)
        app.router.add_get("/votes/{release}", self.show_open)
        app.router.add_post("/votes/{release}", self.vote_openly)
        app.router.add_get("/counts/{release}", self.count)
        app.router.add_get("/healthz", self.healthy)
        return app

    async def show_link(self, request: web.Request) -> web.StreamResponse:
        """Show a vote link's page with its two buttons; nothing is counted."""
        asked = await self._asked_by_link(request, {})
        return await self._page(asked, await self._own(asked))

    async def vote_by_link(self, request: web.Request) -> web.StreamResponse:
        """Take a vote over a link."""
        fields = await self._fields(request)
        asked = await self._asked_by_link(request, fields)
        assert asked.link is not None
        if asked.link.ended(dt.datetime.now(dt.UTC)):
            raise self._refusal(web.HTTPGone, "This vote link has expired.", "Ask whoever sent it for a new one.")
        return await self._vote(request, asked, fields)

    async def show_open(self, request: web.Request) -> web.StreamResponse:
        """Show the page on which any reader votes."""
        asked = await self._asked_openly(request, {})
        return await self._page(asked, await self._own(asked))

    async def vote_openly(self, request: web.Request) -> web.StreamResponse:
        """Take a vote without a link, or a change of mind of somebody who used one."""
        fields = await self._fields(request)
        return await self._vote(request, await self._asked_openly(request, fields), fields)

    async def count(self, request: web.Request) -> web.StreamResponse:
        """Tell how a published release stands with readers."""
        release = self._catalogue.find(request.match_info["release"])
        if release is None or not release.published:
            raise self._refusal(web.HTTPNotFound, "No such release is published here.")
        counted = counts(release.slug, await self._box.standing(release.slug))
        return web.json_response(counted, headers={"Cache-Control": "public, max-age=30"})

    async def healthy(self, _: web.Request) -> web.StreamResponse:
        """Tell that the endpoint answers."""
        return web.json_response({"healthy": True})

    @web.middleware
    async def _guard(self, request: web.Request, handler: Any) -> web.StreamResponse:  # noqa: ANN401 - aiohttp's
        """Let the site's pages ask, and nobody else's; turn errors into an answer; say what browsers may do with it."""
        origin = request.headers.get("Origin")
        try:
            if request.method == "OPTIONS":
                answer: web.StreamResponse = self._preflight(origin)
            else:
                self._admit(request, origin)
                answer = await handler(request)
        except DeclarationError:
            answer = self._told(request, 503, "The vote can't be stored at the moment.", "Please try again later.")
        except _Refused as refused:
            answer = self._told(request, refused.status, refused.sentence, refused.advice, refused.headers)
        except web.HTTPException as error:
            answer = self._told(request, error.status, f"{error.reason}.", headers=_allow(error))
        return self._dressed(answer, origin)

    def _admit(self, request: web.Request, origin: str | None) -> None:
        """Refuse votes from other sites' pages, and from an address that votes too often."""
        if request.method != "POST":
            return
        if origin is not None and not self._own_origin(request, origin) and origin != self._terms.origin:
            raise self._refusal(web.HTTPForbidden, "Votes aren't taken from other sites' pages.")
        self._limit(self._votes, request)

    def _own_origin(self, request: web.Request, origin: str) -> bool:
        return origin == _origin(self._terms.url) or urlsplit(origin).netloc == request.host

    def _limit(self, limiter: Limiter, request: web.Request) -> None:
        seconds = limiter.wait(self._address(request))
        if seconds:
            headers = {"Retry-After": str(int(seconds) + 1)}
            raise self._refusal(web.HTTPTooManyRequests, "Too many votes from here.", "Try again later.", headers)

    def _address(self, request: web.Request) -> str:
        forwarded = request.headers.get("X-Forwarded-For", "") if self._terms.proxied else ""
        return forwarded.rpartition(",")[2].strip() or request.remote or ""

    async def _asked_by_link(self, request: web.Request, fields: Mapping[str, str]) -> Asked:
        token = request.match_info["token"]
        link = read_link(self._secret, token)
        release = None if link is None else self._catalogue.find(link.release)
        if link is None or release is None:
            raise self._refusal(
                web.HTTPNotFound, "This vote link isn't valid.", "Was it cut off? Copy the whole address."
            )
        holder, proof = self._holder(request, fields)
        return Asked(release, link, holder, proof, f"{self._base}/vote/{token}")

    async def _asked_openly(self, request: web.Request, fields: Mapping[str, str]) -> Asked:
        release = self._catalogue.find(request.match_info["release"])
        if release is None or not release.published:
            raise self._refusal(web.HTTPNotFound, "No such release is published here.")
        holder, proof = self._holder(request, fields)
        if not self._terms.open and not await self._box.holds_link(release.slug, holder):
            raise self._refusal(web.HTTPForbidden, "Votes are taken over vote links only.", "Open the link you got.")
        return Asked(release, None, holder, proof, f"{self._base}/votes/{release.slug}")

    def _holder(self, request: web.Request, fields: Mapping[str, str]) -> tuple[str, str]:
        """Return who asks and the token that proves it: the one that came along, or a new one."""
        kind, _, bearer = request.headers.get("Authorization", "").partition(" ")
        offered = (
            bearer.strip() if kind.lower() == "bearer" else None,
            fields.get("holder"),
            request.cookies.get(COOKIE),
        )
        for token in offered:
            holder = read_holder(self._secret, token)
            if token and holder:
                return holder, token
        self._limit(self._newcomers, request)
        return new_holder(self._secret)

    async def _vote(self, request: web.Request, asked: Asked, fields: Mapping[str, str]) -> web.StreamResponse:
        vote = _choice(fields.get("vote"))
        if vote is None:
            raise self._refusal(web.HTTPBadRequest, "A vote is ship or skip.", "Press one of the two buttons.")
        cast = Cast(
            release=asked.release.slug,
            voter=asked.link.voter if asked.link else asked.holder,
            vote=vote,
            at=dt.datetime.now(dt.UTC),
            link=asked.link.id if asked.link else None,
            holder=asked.holder,
        )
        effect = await self._box.cast(cast)
        if effect == "used":
            raise self._refusal(
                web.HTTPConflict,
                "This vote link has been used already.",
                "Each link is for one reader. To change your vote, use the browser that you voted with.",
            )
        if _wants_json(request):
            told = {"release": cast.release, "vote": vote, "effect": effect, "holder": asked.token}
            return self._kept(web.json_response(told), asked)
        return await self._page(asked, vote, effect)

    async def _own(self, asked: Asked) -> Vote | None:
        """Return how the one who asks voted before; refuse if the link is somebody else's."""
        link = asked.link
        if link is not None and await self._box.link_holder(link.id) not in (None, asked.holder):
            raise self._refusal(
                web.HTTPConflict,
                "This vote link has been used already.",
                "Each link is for one reader. To change your vote, use the browser that you voted with.",
            )
        voter = link.voter if link else asked.holder
        return await self._box.vote_of(asked.release.slug, voter, asked.holder, link.id if link else None)

    async def _page(self, asked: Asked, vote: Vote | None, effect: Effect | None = None) -> web.StreamResponse:
        readers = await self._box.standing(asked.release.slug) if vote else None
        html = self._pages.ballot(asked.release, asked.path, asked.token, vote, effect, readers)
        return self._kept(web.Response(text=html, content_type="text/html", charset="utf-8"), asked)

    def _kept(self, answer: web.StreamResponse, asked: Asked) -> web.StreamResponse:
        secure = (self._terms.url or "").startswith("https:")
        answer.set_cookie(
            COOKIE, asked.token, max_age=_YEAR_S, path=self._base or "/", httponly=True, samesite="Lax", secure=secure
        )
        return answer

    async def _fields(self, request: web.Request) -> Mapping[str, str]:
        """Return what was posted, as JSON or as a form.

        Raises:
            _Refused: It is neither, or too large.
        """
        try:
            async with asyncio.timeout(_BODY_S):
                if request.content_type == "application/json":
                    data = json.loads(await request.text())
                elif request.content_type == "application/x-www-form-urlencoded":
                    data = dict(await request.post())
                else:
                    raise self._refusal(web.HTTPUnsupportedMediaType, "Post a form or JSON.")
        except (ValueError, RecursionError, LookupError, TimeoutError):
            raise self._refusal(web.HTTPBadRequest, "What was posted can't be read.") from None
        if not isinstance(data, dict):
            raise self._refusal(web.HTTPBadRequest, 'Post an object such as {"vote": "ship"}.')
        return {name: value for name, value in data.items() if isinstance(value, str)}

    def _refusal(
        self, error: type[web.HTTPException], sentence: str, advice: str = "", headers: Mapping[str, str] | None = None
    ) -> "_Refused":
        return _Refused(error.status_code, sentence, advice, headers or {})

    def _told(
        self,
        request: web.Request,
        status: int,
        sentence: str,
        advice: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> web.Response:
        """Return a refusal as whoever asked can read it."""
        if _wants_json(request) or request.path.startswith("/counts/"):
            body = {"error": f"{sentence} {advice}".strip()}
            return web.json_response(body, status=status, headers=headers)
        html = self._pages.refusal(sentence, advice)
        return web.Response(text=html, status=status, content_type="text/html", charset="utf-8", headers=headers)

    def _preflight(self, origin: str | None) -> web.Response:
        if origin is None or origin != self._terms.origin:
            return web.Response(status=403)
        headers = {
            "Access-Control-Allow-Methods": "GET, POST",
            "Access-Control-Allow-Headers": "Authorization, Content-Type",
            "Access-Control-Max-Age": "600",
        }
        return web.Response(status=204, headers=headers)

    def _dressed(self, answer: web.StreamResponse, origin: str | None) -> web.StreamResponse:
        """Add what browsers have to know."""
        headers = answer.headers
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "same-origin"  # a link's token stays here; forms still say where they come from
        headers.setdefault("Cache-Control", "no-store")
        if answer.content_type == "text/html":
            headers["Content-Security-Policy"] = self._pages.policy
        if self._terms.origin is not None:
            headers["Vary"] = "Origin"
            if origin == self._terms.origin:
                headers["Access-Control-Allow-Origin"] = origin
                headers["Access-Control-Allow-Credentials"] = "true"
        return answer


class _Refused(Exception):
    """A request that gets no for an answer."""

    def __init__(self, status: int, sentence: str, advice: str, headers: Mapping[str, str]) -> None:
        self.status, self.sentence, self.advice, self.headers = status, sentence, advice, headers
        super().__init__(sentence)


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


def _choice(word: str | None) -> Vote | None:
    match word:
        case "ship":
            return "ship"
        case "skip":
            return "skip"
    return None


def _wants_json(request: web.Request) -> bool:
    return request.content_type == "application/json" or "application/json" in request.headers.get("Accept", "")


def _origin(url: str | None) -> str | None:
    parts = urlsplit(url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else None


def _allow(error: web.HTTPException) -> dict[str, str]:
    return {"Allow": error.headers["Allow"]} if "Allow" in error.headers else {}
