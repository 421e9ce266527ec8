"""A server that speaks the OpenAI chat-completions protocol, with faults on demand; a process of its own.

    python tests/servers/chat.py --port 0 --faults 0.3 --seed 7 --latency 0.1 --no-schema

It prints its port on the first line of stdout. Besides ``/v1/chat/completions`` and ``/v1/models`` there are
``GET /_log`` (requests received), ``POST /_reset`` (forget them; settings may be changed) and ``POST /_next`` (faults
of the next requests, in order).
"""

import argparse
import asyncio
import contextlib
import hashlib
import json
import random
import socket
import struct
import time
from typing import Any

from aiohttp import web
from chat_answers import BadRequest, ballot, check, prompt_of, shared_tokens, tokens, worded

FAULTS = ("429", "500", "reset", "hang", "truncated", "prose", "enum", "empty", "html", "refusal")
"""What ``--faults`` chooses among; ``/_next`` also takes 429-date, 401, 503, quota, filter, think, two, drop, ok."""


class Chat:
    """The server's state: settings, the requests received, the faults to come."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.defaults = settings
        self.reset({})

    def reset(self, changes: dict[str, Any]) -> None:
        """Forget everything, and change settings."""
        self.settings = {**self.defaults, **changes}
        self.log: list[dict[str, Any]] = []
        self.coming: list[str] = []
        self.prompts: list[str] = []

    def dice(self, number: int) -> random.Random:
        """Return the dice of one request, the same in every run with this seed."""
        return random.Random(f"{self.settings['seed']}:{number}")

    def fault(self, number: int) -> str:
        """Return how a request fails; ``ok`` if it doesn't."""
        if self.coming:
            return self.coming.pop(0)
        dice = self.dice(number)
        return dice.choice(self.settings["kinds"]) if dice.random() < self.settings["faults"] else "ok"

    async def completions(self, request: web.Request) -> web.StreamResponse:
        """Answer a request for a chat completion."""
        number = len(self.log)
        entry: dict[str, Any] = {"number": number, "at": time.time(), "headers": dict(request.headers)}
        self.log.append(entry)
        entry["body"] = body = await request.json()
        entry["fault"] = fault = self.fault(number)
        await asyncio.sleep(self.settings["latency"])
        answer = await self.answer(request, body, fault, number)
        entry["status"] = answer.status
        return answer

    async def answer(self, request: web.Request, body: Any, fault: str, number: int) -> web.Response:
        """Check a request, then answer or fail."""
        key = self.settings["key"]
        if fault == "401" or (key and request.headers.get("Authorization") != f"Bearer {key}"):
            given = request.headers.get("Authorization", "")
            message = f"Incorrect API key provided: {given}. You can find your API key at https://platform.openai.com."
            return _error(401, message, "invalid_request_error", "invalid_api_key")
        try:
            wanted = self.settings
            check(body, schema=wanted["schema"], tools=wanted["tools"], context=wanted["context"])
        except BadRequest as wrong:
            return web.json_response(wrong.body, status=wrong.status)
        failed = await self.fail(request, fault)
        return failed if failed is not None else self.complete(body, fault, number)

    async def fail(self, request: web.Request, fault: str) -> web.Response | None:
        """Fail before there is an answer; None if this fault is of another kind."""
        wait = str(self.settings["retry_after"])
        if fault in ("429", "429-date"):
            date = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + float(wait)))
            headers = {"Retry-After": wait if fault == "429" else date, "x-ratelimit-remaining-requests": "0"}
            return _error(429, "Rate limit reached for requests", "requests", "rate_limit_exceeded", headers)
        if fault == "quota":
            return _error(429, "You exceeded your current quota.", "insufficient_quota", "insufficient_quota")
        if fault in ("500", "503"):
            return _error(int(fault), "The server had an error while processing your request", "server_error", None)
        if fault == "html":
            return web.Response(text="<html><body>Service is being moved</body></html>", content_type="text/html")
        if fault == "hang":
            await asyncio.sleep(3_600)
        if fault in ("reset", "drop"):
            _break_off(request, reset=fault == "reset")
            return web.Response()
        return None

    def complete(self, body: dict[str, Any], fault: str, number: int) -> web.Response:
        """Answer with a ballot, or with what a fault makes of it."""
        text, ended = worded(fault, ballot(body), self.dice(number))
        message: dict[str, Any] = {"role": "assistant", "content": text, "refusal": None}
        if fault == "refusal":
            message |= {"content": None, "refusal": "I'm sorry, I can't help with that."}
        elif fault == "filter":
            message, ended = message | {"content": ""}, "content_filter"
        elif body.get("tools") and fault not in ("prose", "think", "empty"):
            call = {"id": f"call_{number}", "type": "function", "function": {"name": "ballot", "arguments": text}}
            message |= {"content": None, "tool_calls": [call]}
            ended = "tool_calls" if ended == "stop" else ended
        prompt = prompt_of(body)
        cached = shared_tokens(prompt, self.prompts)
        self.prompts.append(prompt)
        return web.json_response(
            {
                "id": f"chatcmpl-{hashlib.sha256(f'{number}{prompt}'.encode()).hexdigest()[:20]}",
                "object": "chat.completion",
                "created": int(time.time()),
                "model": f"{body['model']}-2026-01-01",
                "choices": [{"index": 0, "message": message, "finish_reason": ended, "logprobs": None}],
                "usage": _usage(tokens(prompt), tokens(text), cached),
            },
            headers={"x-ratelimit-limit-requests": "10000", "x-ratelimit-remaining-requests": "9999"},
        )


def _usage(prompt: int, completion: int, cached: int) -> dict[str, Any]:
    return {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
        "prompt_tokens_details": {"cached_tokens": cached, "audio_tokens": 0},
        "completion_tokens_details": {"reasoning_tokens": 7, "audio_tokens": 0},
    }


def _error(
    status: int, message: str, kind: str, code: str | None, headers: dict[str, str] | None = None
) -> web.Response:
    body = {"error": {"message": message, "type": kind, "param": None, "code": code}}
    return web.json_response(body, status=status, headers=headers)


def _break_off(request: web.Request, *, reset: bool) -> None:
    """Cut the connection: with a reset packet, or by closing it without an answer."""
    assert request.transport is not None
    if reset:
        link: socket.socket = request.transport.get_extra_info("socket")
        link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.transport.abort()


def application(chat: Chat) -> web.Application:
    """Put the state behind its addresses."""

    async def models(_: web.Request) -> web.Response:
        return web.json_response({"object": "list", "data": [{"id": "any", "object": "model", "owned_by": "tests"}]})

    async def log(_: web.Request) -> web.Response:
        return web.json_response(chat.log)

    async def reset(request: web.Request) -> web.Response:
        chat.reset(await request.json() if request.can_read_body else {})
        return web.json_response({})

    async def coming(request: web.Request) -> web.Response:
        chat.coming.extend(await request.json())
        return web.json_response({})

    app = web.Application(client_max_size=64 * 2**20)
    app.router.add_post("/v1/chat/completions", chat.completions)
    app.router.add_get("/v1/models", models)
    app.router.add_get("/_log", log)
    app.router.add_post("/_reset", reset)
    app.router.add_post("/_next", coming)
    return app


def settings() -> tuple[int, dict[str, Any]]:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0, help="0: any free one")
    parser.add_argument("--faults", type=float, default=0.0, help="share of the requests that fail")
    parser.add_argument("--kinds", default=",".join(FAULTS), help="faults to choose among")
    parser.add_argument("--seed", default="0", help="which requests fail, and how")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before an answer")
    parser.add_argument("--retry-after", type=float, default=1, help="seconds in the Retry-After header")
    parser.add_argument("--context", type=int, help="most prompt tokens")
    parser.add_argument("--key", help="the key to ask for")
    parser.add_argument("--no-schema", dest="schema", action="store_false", help="reject response_format")
    parser.add_argument("--no-tools", dest="tools", action="store_false", help="reject tools")
    given = vars(parser.parse_args())
    return given.pop("port"), {**given, "kinds": given["kinds"].split(",")}


async def serve() -> None:
    """Serve until the process is ended."""
    port, chosen = settings()
    runner = web.AppRunner(application(Chat(chosen)), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    print(json.dumps(runner.addresses[0][1]), flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve())
