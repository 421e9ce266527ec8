"""OpenAI's batches, and those of servers that took over their form: a file goes up, another comes down."""

import json
import os
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import aclosing
from pathlib import Path
from typing import Any

from panel.domain.call import Request
from panel.llm.answer import charged_by
from panel.llm.bulk.bodies import Translator
from panel.llm.bulk.exchange import Exchange
from panel.llm.bulk.lines import BadLine, counted, read_line
from panel.llm.bulk.nouns import Answer, Limits, Posted, Progress
from panel.llm.gateway import batch_price
from panel.llm.ladder import RUNGS, Ladder
from panel.llm.own_server import OwnServer
from panel.llm.plain import load_aiohttp
from panel.llm.route import Route, address_of
from panel.llm.scrubbing import scrub
from panel.llm.wire import body

THEIRS = "https://api.openai.com/v1"
ENDPOINT = "/v1/chat/completions"
"""Where every line's body would be posted."""
NAME = "shipskip"
"""Key of the metadata under which a batch carries our own name for it."""
ENDED = frozenset({"completed", "expired", "cancelled"})
PAGE = 100
_CROWDED = re.compile(r"token_limit_exceeded|enqueued token limit|too many (?:batches|requests)", re.IGNORECASE)


class OpenAILane:
    """The way to a model's batches in OpenAI's form.

    Args:
        model: The model as its user named it.
        own: The server of one's own where it is asked; None for OpenAI's.
        route: What litellm knows of the model at OpenAI; None on a server of one's own.
        timeout_s: Seconds of silence after which an exchange has failed.
    """

    limits = Limits(requests=50_000, size=190_000_000)

    def __init__(self, model: str, own: OwnServer | None, route: Route | None, timeout_s: float) -> None:
        self.model, self._own = model, own
        base = own.url.removesuffix("/chat/completions") if own else address_of("openai", os.environ) or THEIRS
        self.server = scrub(base.rstrip("/"))
        key = own.key if own else os.environ.get("OPENAI_API_KEY") or (route.key if route else None)
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        if own is None and (organization := os.environ.get("OPENAI_ORGANIZATION")):
            headers["OpenAI-Organization"] = organization
        self._exchange = Exchange(model, base.rstrip("/"), headers, timeout_s)
        self.ladder = Ladder(route.rungs if route else RUNGS)
        self._priced = route is not None and not route.own_server
        self._translator = Translator(model, marks=False) if own is None else None

    def line(self, request: Request) -> bytes:
        """Return a request as one line of a batch's file, without the line's end."""
        if self._translator is not None:
            asked, _ = self._translator.translated(request, self.ladder.rung)
        else:
            assert self._own is not None
            asked = {"model": self._own.model, **body(request, self.ladder.rung, marks=False)}
        return batch_line(request.id, asked)

    async def submit(self, posted: Posted, file: Path, still_ours: Callable[[], Awaitable[None]]) -> str:
        """Upload a file and begin its batch; return the provider's id."""
        with file.open("rb") as content:
            form = load_aiohttp().FormData()
            form.add_field("purpose", "batch")
            name = f"{posted.key}.jsonl"
            form.add_field("file", content, filename=name, content_type="application/jsonl")
            uploaded = await self._exchange.said("POST", "/files", data=form)
        await still_ours()
        asked = {
            "input_file_id": uploaded["id"],
            "endpoint": ENDPOINT,
            "completion_window": "24h",
            "metadata": {NAME: posted.key},
        }
        return str((await self._exchange.said("POST", "/batches", json=asked))["id"])

    async def find(self, posted: Posted, not_these: set[str]) -> str | None:
        """Return the batch that carries our name, if there is one among those made since."""
        after: dict[str, str] = {}
        since = posted.at.timestamp() - 3_600
        while True:
            page = await self._exchange.said("GET", "/batches", params={"limit": str(PAGE), **after})
            shown = page.get("data") or []
            for each in shown:
                if (each.get("metadata") or {}).get(NAME) == posted.key and each["id"] not in not_these:
                    return str(each["id"])
            if not shown or not page.get("has_more") or (shown[-1].get("created_at") or since) < since:
                return None
            after = {"after": str(shown[-1]["id"])}

    async def cancel(self, batch: str) -> None:
        """Cancel a batch."""
        await self._exchange.said("POST", f"/batches/{batch}/cancel")

    async def look(self, batch: str) -> Progress:
        """Return how far the provider is with a batch."""
        found = await self._exchange.said("GET", f"/batches/{batch}")
        counts, status = found.get("request_counts") or {}, str(found.get("status"))
        if status == "failed":
            wrong = "; ".join(map(_words, (found.get("errors") or {}).get("data") or ())) or "it doesn't say why"
            crowded = _CROWDED.search(wrong) is not None
            return Progress(state="rejected", said=status, problem=scrub(wrong), crowded=crowded)
        done = (counts.get("completed") or 0) + (counts.get("failed") or 0)
        return Progress(state="ended" if status in ENDED else "running", said=status, done=done)

    async def answers(self, batch: str) -> AsyncIterator[Answer]:
        """Yield what stands in the output file and in the error file."""
        found = await self._exchange.said("GET", f"/batches/{batch}")
        for file in (found.get("output_file_id"), found.get("error_file_id")):
            if not file:
                continue
            async with aclosing(self._exchange.lines(f"/files/{file}/content")) as lines:
                async for line in lines:
                    try:
                        yield read_line(line, self.model)
                    except BadLine:
                        continue  # whatever was asked there has no outcome, and is sent again

    def price(self, completion: Mapping[str, Any]) -> float | None:
        """Return the batch price; a server of one's own has none that anybody knows."""
        if charged := charged_by(completion):
            return charged
        tokens = counted(completion)
        return batch_price(self.model, tokens) if tokens and self._priced else None

    async def close(self) -> None:
        """Close the connections."""
        await self._exchange.close()


def batch_line(request: str, asked: Mapping[str, Any]) -> bytes:
    """Return a line of OpenAI's batch input."""
    line = {"custom_id": request, "method": "POST", "url": ENDPOINT, "body": asked}
    return json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _words(error: Mapping[str, Any]) -> str:
    code, said = error.get("code"), error.get("message")
    return f"{said} ({code})" if code else str(said)
