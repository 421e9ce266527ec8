"""Anthropic's message batches."""

import datetime as dt
import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import aclosing
from pathlib import Path
from typing import Any

from panel.domain.call import Request
from panel.errors import DeclarationError
from panel.llm.bulk.bodies import Translator
from panel.llm.bulk.exchange import Exchange
from panel.llm.bulk.lines import BadLine, counted, read_line
from panel.llm.bulk.nouns import Answer, Limits, Posted, Progress
from panel.llm.gateway import batch_price
from panel.llm.ladder import Ladder
from panel.llm.route import Route, address_of
from panel.llm.scrubbing import scrub

THEIRS = "https://api.anthropic.com"
VERSION = "2023-06-01"
PATH = "/v1/messages/batches"
PAGE = 100
SLACK_S = 600.0
"""Seconds by which the provider's clock may differ from ours."""


class AnthropicLane:
    """The way to a model's message batches.

    Args:
        model: The model as its user named it.
        route: What litellm knows of it.
        timeout_s: Seconds of silence after which an exchange has failed.

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
        headers = {"x-api-key": key, "anthropic-version": VERSION}
        self._exchange = Exchange(model, self._base, headers, timeout_s)
        self._translator = Translator(model, marks=route.marks)
        self._betas: set[str] = set()

    def line(self, request: Request) -> bytes:
        """Return a request as one of a batch's, without the line's end."""
        params, headers = self._translator.translated(request, self.ladder.rung)
        self._betas.update(headers.values())
        line = {"custom_id": request.id, "params": params}
        return json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace")

    async def submit(self, posted: Posted, file: Path, still_ours: Callable[[], Awaitable[None]]) -> str:
        """Begin a batch; its requests are streamed from the file."""
        await still_ours()
        betas = {"anthropic-beta": ",".join(sorted(self._betas))} if self._betas else {}
        headers = {"Content-Type": "application/json", **betas}
        made = await self._exchange.said("POST", PATH, data=_joined(file), headers=headers)
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
            page = await self._exchange.said("GET", PATH, params={"limit": str(PAGE), **more})
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

    async def cancel(self, batch: str) -> None:
        """Cancel a batch."""
        await self._exchange.said("POST", f"{PATH}/{batch}/cancel")

    async def look(self, batch: str) -> Progress:
        """Return how far the provider is with a batch."""
        found = await self._exchange.said("GET", f"{PATH}/{batch}")
        counts = dict(found["request_counts"])
        waiting = counts.pop("processing", 0)
        ended = found["processing_status"] == "ended"
        said = str(found["processing_status"])
        return Progress(
            state="ended" if ended else "running", said=said, done=sum(counts.values()) if not waiting else 0
        )

    async def answers(self, batch: str) -> AsyncIterator[Answer]:
        """Yield the lines of the results as they arrive."""
        found = await self._exchange.said("GET", f"{PATH}/{batch}")
        url = str(found.get("results_url") or "")
        theirs = url.startswith(f"{self._base}/")  # the key goes nowhere else
        path = url.removeprefix(self._base) if theirs else f"{PATH}/{batch}/results"
        async with aclosing(self._exchange.lines(path)) as lines:
            async for line in lines:
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
        await self._exchange.close()


async def _joined(file: Path) -> AsyncIterator[bytes]:
    """Yield the body of a request for a batch, piece by piece."""
    before = b'{"requests": ['
    with file.open("rb") as lines:
        for line in lines:
            yield before + line.rstrip(b"\n")
            before = b","
    yield b"]}"
