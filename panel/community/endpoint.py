"""The votes endpoint's routes: what a request asks for, and what it gets. A link that is only opened votes nothing."""

import asyncio
import datetime as dt
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from panel.community.answers import Refused, counts, dressed, preflight, refusal, used_link, wants_json
from panel.community.box import BallotBox
from panel.community.casting import Cast, Effect
from panel.community.catalogue import Catalogue, Shown
from panel.community.links import Link, new_holder, read_holder, read_link
from panel.community.pages import Pages
from panel.community.rates import Limiter, Rate
from panel.community.secret import Secret
from panel.community.terms import Terms
from panel.domain.ballot import Vote
from panel.errors import DeclarationError

COOKIE = "shipskip_voter"
LARGEST_BODY = 4 * 1024
"""Bytes of the largest request."""
_BODY_S = 10.0
"""Seconds in which a request must have come whole."""
_LOG = logging.getLogger(__name__)
_YEAR_S = 365 * 24 * 3600
_NEWCOMERS = Rate(20, 3600)
"""How often one address may become a new voter where anybody may vote."""


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
            raise Refused(410, "This vote link has expired.", "Ask whoever sent it for a new one.")
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
            raise Refused(404, "No such release is published here.")
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
                answer: web.StreamResponse = preflight(self._terms, origin)
            else:
                self._admit(request, origin)
                answer = await handler(request)
        except DeclarationError as error:
            _LOG.error("a request couldn't be answered: %s", error)
            sorry = Refused(503, "The vote can't be stored at the moment.", "Please try again later.")
            answer = refusal(request, sorry, self._pages)
        except Refused as refused:
            answer = refusal(request, refused, self._pages)
        except web.HTTPException as error:
            allowed = {"Allow": error.headers["Allow"]} if "Allow" in error.headers else {}
            answer = refusal(request, Refused(error.status, f"{error.reason}.", headers=allowed), self._pages)
        return dressed(answer, self._terms, origin, self._pages.policy)

    def _admit(self, request: web.Request, origin: str | None) -> None:
        """Refuse votes from other sites' pages, and from an address that votes too often."""
        if request.method != "POST":
            return
        if origin is not None and not self._terms.lets_in(origin, request.host):
            raise Refused(403, "Votes aren't taken from other sites' pages.")
        self._limit(self._votes, request)

    def _limit(self, limiter: Limiter, request: web.Request) -> None:
        seconds = limiter.wait(self._address(request))
        if seconds:
            headers = {"Retry-After": str(int(seconds) + 1)}
            raise Refused(429, "Too many votes from here.", "Try again later.", headers)

    def _address(self, request: web.Request) -> str:
        forwarded = request.headers.get("X-Forwarded-For", "") if self._terms.proxied else ""
        return forwarded.rpartition(",")[2].strip() or request.remote or ""

    async def _asked_by_link(self, request: web.Request, fields: Mapping[str, str]) -> Asked:
        token = request.match_info["token"]
        link = read_link(self._secret, token)
        release = None if link is None else self._catalogue.find(link.release)
        if link is None or release is None:
            raise Refused(404, "This vote link isn't valid.", "Was it cut off? Copy the whole address.")
        holder, proof = self._holder(request, fields)
        return Asked(release, link, holder, proof, f"{self._terms.base}/vote/{token}")

    async def _asked_openly(self, request: web.Request, fields: Mapping[str, str]) -> Asked:
        release = self._catalogue.find(request.match_info["release"])
        if release is None or not release.published:
            raise Refused(404, "No such release is published here.")
        holder, proof = self._holder(request, fields)
        if not self._terms.open and not await self._box.holds_link(release.slug, holder):
            raise Refused(403, "Votes are taken over vote links only.", "Open the link you got.")
        return Asked(release, None, holder, proof, f"{self._terms.base}/votes/{release.slug}")

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
            raise Refused(400, "A vote is ship or skip.", "Press one of the two buttons.")
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
            raise used_link()
        if wants_json(request):
            told = {"release": cast.release, "vote": vote, "effect": effect, "holder": asked.token}
            return self._kept(web.json_response(told), asked)
        return await self._page(asked, vote, effect)

    async def _own(self, asked: Asked) -> Vote | None:
        """Return how the one who asks voted before; refuse if the link is somebody else's."""
        link = asked.link
        if link is not None and await self._box.link_holder(link.id) not in (None, asked.holder):
            raise used_link()
        voter = link.voter if link else asked.holder
        return await self._box.vote_of(asked.release.slug, voter, asked.holder, link.id if link else None)

    async def _page(self, asked: Asked, vote: Vote | None, effect: Effect | None = None) -> web.StreamResponse:
        readers = await self._box.standing(asked.release.slug) if vote else None
        html = self._pages.ballot(asked.release, asked.path, asked.token, vote, effect, readers)
        return self._kept(web.Response(text=html, content_type="text/html", charset="utf-8"), asked)

    def _kept(self, answer: web.StreamResponse, asked: Asked) -> web.StreamResponse:
        answer.set_cookie(
            COOKIE,
            asked.token,
            max_age=_YEAR_S,
            path=self._terms.base or "/",
            httponly=True,
            samesite="Lax",
            secure=self._terms.secure,
        )
        return answer

    async def _fields(self, request: web.Request) -> Mapping[str, str]:
        """Return what was posted, as JSON or as a form.

        Raises:
            Refused: It is neither, or too large.
        """
        try:
            async with asyncio.timeout(_BODY_S):
                if request.content_type == "application/json":
                    data = json.loads(await request.text())
                elif request.content_type == "application/x-www-form-urlencoded":
                    data = dict(await request.post())
                else:
                    raise Refused(415, "Post a form or JSON.")
        except (ValueError, RecursionError, LookupError, TimeoutError):
            raise Refused(400, "What was posted can't be read.") from None
        if not isinstance(data, dict):
            raise Refused(400, 'Post an object such as {"vote": "ship"}.')
        return {name: value for name, value in data.items() if isinstance(value, str)}


def _choice(word: str | None) -> Vote | None:
    match word:
        case "ship":
            return "ship"
        case "skip":
            return "skip"
    return None
