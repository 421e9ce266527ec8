"""OpenAI's batches, and those of servers that took over their form: a file goes up, another comes down."""

import json
import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from panel.domain.call import Request
from panel.errors import CallError, Unreachable
from panel.llm.answer import charged_by
from panel.llm.bulk.bodies import Translator
from panel.llm.bulk.lines import BadLine, counted, read_line
from panel.llm.bulk.nouns import Answer, Limits, Posted, Progress
from panel.llm.failures import as_call_error
from panel.llm.gateway import batch_price, load_litellm
from panel.llm.ladder import RUNGS, Ladder
from panel.llm.own_server import OwnServer
from panel.llm.route import Route
from panel.llm.scrubbing import scrub
from panel.llm.wire import body

ENDPOINT = "/v1/chat/completions"
"""Where every line's body would be posted."""
NAME = "shipskip"
"""Key of the metadata under which a batch carries our own name for it."""
ENDED = frozenset({"completed", "expired", "cancelled"})
PAGE = 100
QUIETLY = MappingProxyType({"litellm_metadata": {"batch_ignore_default_logging": True}})
"""Keeps litellm from downloading a whole output file each time that it is asked about a batch, to add up its cost."""
_CROWDED = re.compile(r"token_limit_exceeded|enqueued token limit|too many (?:batches|requests)", re.IGNORECASE)


class OpenAILane:
    """The way to a model's batches in OpenAI's form, through litellm.

    Args:
        model: The model as its user named it.
        name: The model as the server calls it.
        own: The server of one's own where it is asked; None for OpenAI's.
        route: What litellm knows of the model at OpenAI; None on a server of one's own.
        timeout_s: Seconds that one exchange may take, uploads included.
    """

    limits = Limits(requests=50_000, size=190_000_000)

    def __init__(self, model: str, name: str, own: OwnServer | None, route: Route | None, timeout_s: float) -> None:
        self.model, self._name, self._own = model, name, own
        base = own.url.removesuffix("/chat/completions") if own else None
        self.server = scrub(base) if base else "openai"
        self.ladder = Ladder(route.rungs if route else RUNGS)
        self._priced = route is not None and not route.own_server
        self._translator = Translator(model, marks=False) if own is None else None
        self._how = {"custom_llm_provider": "openai", "timeout": timeout_s, "max_retries": 0}
        self._how |= {"api_base": base, "api_key": own.key or "unused"} if own else {}
        if route is not None and route.key is not None:
            self._how["api_key"] = route.key

    def line(self, request: Request) -> bytes:
        """Return a request as one line of a batch's file, without the line's end."""
        if self._translator is not None:
            asked, _ = self._translator.translated(request, self.ladder.rung)
        else:
            asked = {"model": self._name, **body(request, self.ladder.rung, marks=False)}
        return batch_line(request.id, asked)

    async def submit(self, posted: Posted, file: Path) -> str:
        """Upload a file and begin its batch; return the provider's id."""
        litellm = load_litellm()
        with file.open("rb") as content:
            up = litellm.acreate_file(file=(f"{posted.key}.jsonl", content), purpose="batch", **self._how)
            uploaded = await self._asked(up)
        named = {NAME: posted.key}
        begin = litellm.acreate_batch(
            completion_window="24h", endpoint=ENDPOINT, input_file_id=uploaded.id, metadata=named, **self._how
        )
        return str((await self._asked(begin)).id)

    async def find(self, posted: Posted, not_these: set[str]) -> str | None:
        """Return the batch that carries our name, if there is one among those made since."""
        after, since = None, posted.at.timestamp() - 3_600
        while True:
            page = await self._asked(load_litellm().alist_batches(after=after, limit=PAGE, **self._how))
            shown = list(page.data or ())
            for each in shown:
                if (getattr(each, "metadata", None) or {}).get(NAME) == posted.key and each.id not in not_these:
                    return str(each.id)
            if len(shown) < PAGE or shown[-1].created_at < since:
                return None
            after = shown[-1].id

    async def look(self, batch: str) -> Progress:
        """Return how far the provider is with a batch."""
        found = await self._asked(load_litellm().aretrieve_batch(batch_id=batch, **QUIETLY, **self._how))
        counts = found.request_counts
        done = (counts.completed + counts.failed) if counts else 0
        if found.status == "failed":
            wrong = "; ".join(_words(each) for each in (found.errors.data if found.errors else None) or ())
            crowded = _CROWDED.search(wrong) is not None
            return Progress(state="rejected", said="failed", problem=scrub(wrong or "no reason given"), crowded=crowded)
        return Progress(state="ended" if found.status in ENDED else "running", said=found.status, done=done)

    async def answers(self, batch: str) -> AsyncIterator[Answer]:
        """Yield what stands in the output file and in the error file."""
        found = await self._asked(load_litellm().aretrieve_batch(batch_id=batch, **QUIETLY, **self._how))
        for file in (found.output_file_id, getattr(found, "error_file_id", None)):
            if not file:
                continue
            async for line in self._downloaded(file):
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
        """Close litellm's connections."""
        await load_litellm().close_litellm_async_clients()

    async def _downloaded(self, file: str) -> AsyncIterator[bytes]:
        content = await self._asked(load_litellm().afile_content(file_id=file, **self._how))
        for line in content.content.splitlines():
            if line.strip():
                yield line

    async def _asked(self, asking: Any) -> Any:  # noqa: ANN401 - litellm's objects
        try:
            return await asking
        except Exception as error:  # noqa: BLE001 - every one of them ends as ours
            raise self._told(as_call_error(error, self.model)) from None

    def _told(self, error: CallError) -> CallError:
        """Say it plainly where a server has no batches at all."""
        if self._own is not None and not isinstance(error, Unreachable) and "404" in str(error):
            error.problem = f"{error.problem}; does {self.server} have /files and /batches?"
            error.args = (error.problem,)
        return error


def batch_line(request: str, asked: Mapping[str, Any]) -> bytes:
    """Return a line of OpenAI's batch input."""
    line = {"custom_id": request, "method": "POST", "url": ENDPOINT, "body": asked}
    return json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _words(error: Any) -> str:  # noqa: ANN401 - litellm's object
    code, said = getattr(error, "code", None), getattr(error, "message", None)
    return f"{said} ({code})" if code else str(said)
