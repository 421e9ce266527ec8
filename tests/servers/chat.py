"""A server that speaks the OpenAI chat-completions protocol, with faults on demand; a process of its own.

    python tests/servers/chat.py --port 0 --faults 0.3 --seed 7 --latency 0.1 --no-schema --flavour llamacpp

It prints its port on the first line of stdout. Besides ``/v1/chat/completions`` and ``/v1/models`` there are
``GET /_log`` (requests received), ``POST /_reset`` (forget them; settings may be changed) and ``POST /_next`` (faults
of the next requests, in order).
"""

import hashlib
import time
from collections.abc import Sequence
from typing import Any

from aiohttp import web
from chat_answers import BadRequest, asked_for, check, prompt_of, shared_tokens, tokens, worded
from flavours import FLAVOURS, Flavour
from protocol import Protocol, command_line, http_date, run


class Chat(Protocol):
    """OpenAI's chat completions, or what another server that calls itself compatible makes of them."""

    PATHS = tuple(f"{base}/chat/completions" for base in ("/v1", "/api/v1", "/openai/v1", "/beta"))

    @property
    def flavour(self) -> Flavour:
        """Whose server this is."""
        return FLAVOURS[self.settings["flavour"]]

    def wrong_key(self, given: str) -> web.Response:
        """Repeat the key, as OpenAI does."""
        return self._say(*self.flavour.wrong_key(given))

    def check(self, request: web.Request, body: Any) -> None:
        """Check what OpenAI checks, and what this flavour does beside."""
        wanted = self.settings
        self.flavour.check(request, body)
        check(
            body,
            schema=wanted["schema"],
            tools=wanted["tools"],
            context=wanted["context"],
            also=self.flavour.ALSO_KNOWN,
            marks=self.flavour.MARKS,
        )

    def complain(self, wrong: BadRequest) -> web.Response:
        """Complain in this flavour's form."""
        return self._say(*self.flavour.complaint(wrong))

    def error(self, fault: str, wait: str) -> web.Response | None:
        """Ask for a pause, or break down."""
        failed = self.flavour.error(fault)
        if failed is None:
            return None
        headers = {"x-ratelimit-remaining-requests": "0"} if failed[0] == 429 else {}
        if fault in ("429", "429-date"):
            headers["Retry-After"] = wait if fault == "429" else http_date(float(wait))
        return self._say(*failed, headers)

    def _say(self, status: int, body: Any, headers: dict[str, str] | None = None) -> web.Response:
        return web.json_response(body, status=status, headers=headers)

    def made(self, body: Any) -> dict[str, Any]:
        """Make what was asked for."""
        return asked_for(body)

    def complete(self, request: web.Request, body: Any, fault: str, number: int, cached: Sequence[str]) -> web.Response:
        """Answer with a ballot, or with what a fault makes of it."""
        text, ended = worded(fault, self.made(body), self.dice(number))
        message: dict[str, Any] = {"role": "assistant", "content": text, "refusal": None}
        if fault == "refusal":
            message |= {"content": None, "refusal": "I'm sorry, I can't help with that."}
        elif fault == "filter":
            message, ended = message | {"content": ""}, "content_filter"
        elif body.get("tools") and fault not in ("prose", "think", "empty"):
            call = {"id": f"call_{number}", "type": "function", "function": {"name": _tool(body), "arguments": text}}
            message |= {"content": None, "tool_calls": [call]}
            ended = "tool_calls" if ended == "stop" else ended
        prompt = prompt_of(body)
        shared = shared_tokens(prompt, cached)
        self.prompts.append(prompt)
        answer = {
            "id": f"chatcmpl-{hashlib.sha256(f'{number}{prompt}'.encode()).hexdigest()[:20]}",
            "object": "chat.completion",
            "created": int(time.time()),
            "model": f"{body['model']}-2026-01-01",
            "choices": [{"index": 0, "message": message, "finish_reason": ended, "logprobs": None}],
        }
        answer |= self.flavour.counted(tokens(prompt), tokens(text), shared)
        return web.json_response(
            self.flavour.finished(answer, fault),
            headers={"x-ratelimit-limit-requests": "10000", "x-ratelimit-remaining-requests": "9999"},
        )

    def application(self) -> web.Application:
        """Offer a list of models too."""

        async def models(_: web.Request) -> web.Response:
            listed = [{"id": "any", "object": "model", "owned_by": "tests"}]
            return web.json_response({"object": "list", "data": listed})

        app = super().application()
        app.router.add_get("/v1/models", models)
        return app


def _tool(body: dict[str, Any]) -> str:
    return str(body["tools"][0]["function"]["name"])


if __name__ == "__main__":
    parser = command_line(str(__doc__))
    parser.add_argument("--flavour", choices=sorted(FLAVOURS), default="openai", help="whose server it is like")
    run(Chat, parser)
