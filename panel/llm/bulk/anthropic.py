"""Anthropic's message batches, over aiohttp: litellm can look at them, but can't make them."""

import datetime as dt
import json
import os
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from panel.domain.call import Request
from panel.errors import DeclarationError
from panel.llm.bulk.bodies import Translator
from panel.llm.bulk.lines import BadLine, counted, read_line
from panel.llm.bulk.nouns import Answer, Limits, Posted, Progress
from panel.llm.failures import ServerSaid, as_call_error
from panel.llm.gateway import batch_price
from panel.llm.ladder import Ladder
from panel.llm.plain import load_aiohttp, proxy_for
from panel.llm.route import Route, address_of
from panel.llm.scrubbing import scrub
from panel.version import __version__

if TYPE_CHECKING:
    from aiohttp import ClientResponse, ClientSession

THEIRS = "https://api.anthropic.com"
VERSION = "2023-06-01"
PATH = "/v1/messages/batches"
PAGE = 100
SLACK_S = 600.0
"""Seconds by which the provider's clock may differ from ours."""
LONGEST_LINE = 16 * 2**20


class AnthropicLane:
    """The way to a model's message batches.

    Args:
        model: The model as its user named it.
        route: What litellm knows of it.
        timeout_s: Seconds that one exchange may take, uploads included.

    Raises:
        DeclarationError: There is no key.
    """

    limits = Limits(requests=100_000, size=240_000_000)

    def __init__(self, model: str, route: Route, timeout_s: float) -> None:
        self.model, self.ladder, self._own = model, Ladder(route.rungs), route.own_server
        base = (address_of("anthropic", os.environ) or THEIRS).rstrip("/")
        self._base = base.removesuffix("/v1/messages").removesuffix("/v1")
        self.server = scrub(self._base)
        key = os.environ.get("ANTHROPIC_API_KEY") or route.key
        if not key:
            raise DeclarationError(f"no key for batches of {model!r}: set ANTHROPIC_API_KEY")
        self._key, self._timeout_s = key, timeout_s
        self._translator = Translator(model, marks=route.marks)
        self._betas: set[str] = set()
        self._session: ClientSession | None = None

    def line(self, request: Request) -> bytes:
        """Return a request as one of a batch's, without the line's end."""
        params, headers = self._translator.translated(request, self.ladder.rung)
        self._betas.update(headers.values())
        line = {"custom_id": request.id, "params": params}
        return json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace")

    async def submit(self, posted: Posted, file: Path) -> str:
        """Begin a batch; its requests are streamed from the file."""
        made = await self._said("POST", self._base + PATH, data=_joined(file))
        return str(made["id"])

    async def find(self, posted: Posted, not_these: set[str]) -> str | None:
        """Return the batch that was made at that time and has as many requests; Anthropic keeps no name of ours.

        Whether it is the one shows in its answers: those of a stranger's batch carry no id that we asked for.
        """
        found: list[tuple[float, str]] = []
        after: str | None = None
        since = posted.at.timestamp() - SLACK_S
        while True:
            more = {"after_id": after} if after else {}
            page = await self._said("GET", self._base + PATH, params={"limit": str(PAGE), **more})
            for each in page["data"]:
                made = dt.datetime.fromisoformat(each["created_at"]).timestamp()
                fits = sum(each["request_counts"].values()) == posted.count and made >= since
                if fits and each["id"] not in not_these:
                    found.append((abs(made - posted.at.timestamp()), str(each["id"])))
                if made < since:
                    return min(found)[1] if found else None
            if not page.get("has_more"):
                return min(found)[1] if found else None
            after = page["last_id"]

    async def look(self, batch: str) -> Progress:
        """Return how far the provider is with a batch."""
        found = await self._said("GET", f"{self._base}{PATH}/{batch}")
        counts = dict(found["request_counts"])
        waiting = counts.pop("processing", 0)
        ended = found["processing_status"] == "ended"
        said = str(found["processing_status"])
        return Progress(
            state="ended" if ended else "running", said=said, done=sum(counts.values()) if not waiting else 0
        )

    async def answers(self, batch: str) -> AsyncIterator[Answer]:
        """Yield the lines of the results as they arrive."""
        found = await self._said("GET", f"{self._base}{PATH}/{batch}")
        url = str(found.get("results_url") or "")
        if urlsplit(url)[:2] != urlsplit(self._base)[:2]:  # the key goes nowhere else
            url = f"{self._base}{PATH}/{batch}/results"
        with self._ours():
            async with self._opened().get(url, allow_redirects=False) as answer:
                if answer.status != 200:
                    raise _complaint(answer, await answer.read())
                async for line in answer.content:
                    if line.strip():
                        try:
                            yield read_line(line, self.model)
                        except BadLine:
                            continue  # whatever was asked there has no outcome, and is sent again

    def price(self, completion: Mapping[str, Any]) -> float | None:
        """Return the batch price; None behind an address that isn't Anthropic's."""
        tokens = counted(completion)
        return batch_price(self.model, tokens) if tokens and not self._own else None

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _said(self, method: str, url: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - aiohttp's arguments
        betas = {"anthropic-beta": ",".join(sorted(self._betas))} if self._betas else {}
        with self._ours():
            async with self._opened().request(method, url, headers=betas, allow_redirects=False, **more) as answer:
                raw = await answer.read()
                if answer.status == 200:
                    return dict(json.loads(raw))
                raise _complaint(answer, raw)

    @contextmanager
    def _ours(self) -> Iterator[None]:
        """Turn whatever goes wrong into an error of ours."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - every one of them ends as ours
            raise as_call_error(error, self.model) from None

    def _opened(self) -> "ClientSession":
        if self._session is None:
            aiohttp = load_aiohttp()
            self._session = aiohttp.ClientSession(
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={
                    "x-api-key": self._key,
                    "anthropic-version": VERSION,
                    "Content-Type": "application/json",
                    "User-Agent": f"shipskip/{__version__}",
                },
                proxy=proxy_for(self._base),
                timeout=aiohttp.ClientTimeout(total=None, connect=60, sock_read=self._timeout_s),
                read_bufsize=LONGEST_LINE,
            )
        assert self._session is not None
        return self._session


async def _joined(file: Path) -> AsyncIterator[bytes]:
    """Yield the body of a request for a batch, piece by piece."""
    before = b'{"requests": ['
    with file.open("rb") as lines:
        for line in lines:
            yield before + line.rstrip(b"\n")
            before = b","
    yield b"]}"


def _complaint(answer: "ClientResponse", raw: bytes) -> ServerSaid:
    try:
        error = json.loads(raw)["error"]
        words = f"{error['message']} ({error['type']})"
    except (ValueError, KeyError, TypeError):
        words = raw[:300].decode("utf-8", "replace").strip() or answer.reason or ""
    return ServerSaid(answer.status, words, headers=answer.headers)
