"""What every provider's server has in common: requests logged, faults on demand, a prefix cache, a port."""

import argparse
import asyncio
import contextlib
import json
import random
import socket
import struct
import time
from collections.abc import Sequence
from typing import Any

from aiohttp import web
from chat_answers import BadRequest

FAULTS = ("429", "500", "reset", "hang", "truncated", "prose", "enum", "empty", "html", "refusal")
"""What ``--faults`` chooses among; ``/_next`` also takes 429-date, 401, 503, quota, filter, think, two, drop, ok."""


class Protocol:
    """A server's state: settings, the requests received, the faults to come. A provider's server says the rest."""

    PATHS: tuple[str, ...] = ()
    """Where questions are posted."""
    KEY_HEADER = "Authorization"
    KEY_PREFIX = "Bearer "

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

    async def receive(self, request: web.Request) -> web.StreamResponse:
        """Take a question, and answer or fail."""
        number = len(self.log)
        entry: dict[str, Any] = {"number": number, "at": time.time(), "path": request.path}
        entry["headers"] = dict(request.headers)
        self.log.append(entry)
        entry["body"] = body = await request.json()
        entry["fault"] = fault = self.fault(number)
        cached = tuple(self.prompts)  # a prompt is cached once it was answered, not while it is read
        await asyncio.sleep(self.settings["latency"])
        answer = await self.answer(request, body, fault, number, cached)
        entry["status"], entry["answered"] = answer.status, time.time()
        return answer

    async def answer(
        self, request: web.Request, body: Any, fault: str, number: int, cached: Sequence[str]
    ) -> web.Response:
        """Check a request as the real one does, then answer or fail."""
        given, key = request.headers.get(self.KEY_HEADER, ""), self.settings["key"]
        if fault == "401" or (key and given != f"{self.KEY_PREFIX}{key}"):
            return self.wrong_key(given.removeprefix(self.KEY_PREFIX))
        try:
            self.check(request, body)
        except BadRequest as wrong:
            return self.complain(wrong)
        failed = await self.fail(request, fault)
        return failed if failed is not None else self.complete(request, body, fault, number, cached)

    def wrong_key(self, given: str) -> web.Response:
        """Answer to a key that isn't accepted."""
        raise NotImplementedError

    def check(self, request: web.Request, body: Any) -> None:
        """Raise BadRequest where the real one would reject a request."""
        raise NotImplementedError

    def complain(self, wrong: BadRequest) -> web.Response:
        """Answer to a bad request."""
        raise NotImplementedError

    def error(self, fault: str, wait: str) -> web.Response | None:
        """Fail in the provider's own way; None if it has none for this fault."""
        raise NotImplementedError

    def complete(self, request: web.Request, body: Any, fault: str, number: int, cached: Sequence[str]) -> web.Response:
        """Answer with a ballot, or with what a fault makes of it."""
        raise NotImplementedError

    async def fail(self, request: web.Request, fault: str) -> web.Response | None:
        """Fail before there is an answer; None if this fault is of another kind."""
        if fault == "html":
            return web.Response(text="<html><body>Service is being moved</body></html>", content_type="text/html")
        if fault == "hang":
            await asyncio.sleep(3_600)
        if fault in ("reset", "drop"):
            _break_off(request, reset=fault == "reset")
            return web.Response()
        return self.error(fault, str(self.settings["retry_after"]))

    def application(self) -> web.Application:
        """Put the state behind its addresses."""

        async def log(_: web.Request) -> web.Response:
            return web.json_response(self.log)

        async def reset(request: web.Request) -> web.Response:
            self.reset(await request.json() if request.can_read_body else {})
            return web.json_response({})

        async def coming(request: web.Request) -> web.Response:
            self.coming.extend(await request.json())
            return web.json_response({})

        app = web.Application(client_max_size=64 * 2**20)
        for path in self.PATHS:
            app.router.add_post(path, self.receive)
        app.router.add_get("/_log", log)
        app.router.add_post("/_reset", reset)
        app.router.add_post("/_next", coming)
        return app


def http_date(seconds: float) -> str:
    """Return the time that many seconds from now as headers write it."""
    return time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + seconds))


def _break_off(request: web.Request, *, reset: bool) -> None:
    """Cut the connection: with a reset packet, or by closing it without an answer."""
    assert request.transport is not None
    if reset:
        link: socket.socket = request.transport.get_extra_info("socket")
        link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.transport.abort()


def command_line(about: str) -> argparse.ArgumentParser:
    """Return the options that every server has."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0, help="0: any free one")
    parser.add_argument("--faults", type=float, default=0.0, help="share of the requests that fail")
    parser.add_argument("--kinds", default=",".join(FAULTS), help="faults to choose among")
    parser.add_argument("--seed", default="0", help="which requests fail, and how")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before an answer")
    parser.add_argument("--retry-after", type=float, default=1, help="seconds in the Retry-After header")
    parser.add_argument("--context", type=int, help="most prompt tokens")
    parser.add_argument("--key", help="the key to ask for")
    parser.add_argument("--no-schema", dest="schema", action="store_false", help="reject a JSON schema")
    parser.add_argument("--no-tools", dest="tools", action="store_false", help="reject tools")
    return parser


def run(server: type[Protocol], parser: argparse.ArgumentParser) -> None:
    """Serve until the process is ended; print the port on the first line of stdout."""
    given = vars(parser.parse_args())
    port = given.pop("port")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(server({**given, "kinds": given["kinds"].split(",")}), port))


async def _serve(server: Protocol, port: int) -> None:
    runner = web.AppRunner(server.application(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    print(json.dumps(runner.addresses[0][1]), flush=True)
    await asyncio.Event().wait()
