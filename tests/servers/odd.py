"""A server whose answers travel oddly: packed, in pieces, endless, redirected, wrong in form; a process of its own.

    python tests/servers/odd.py --port 0 [--certificate FILE]

The first part of the path says how: ``/gzip/v1/chat/completions``. ``GET /_log`` returns the requests received, with
the whole address that a proxy is given. It prints its port on the first line of stdout.
"""

import argparse
import asyncio
import gzip
import json
import ssl
from typing import Any

from aiohttp import web

BALLOT = {
    "argument": [{"move": "primitive", "text": "An API."}, {"move": "moment_of_truth", "text": "It runs."}],
    "claims": [{"text": "It has a public API.", "cites": ["S1.1"]}],
    "vote": "ship",
    "confidence": 80,
    "quote": "I would build on this tonight — gerne!",
    "flips_if": "The API were closed.",
}

SAID: dict[str, tuple[int, Any]] = {
    "error200": (200, {"error": {"message": "Upstream error: overloaded", "code": 429}}),
    "string": (400, {"error": "The model has crashed without additional information."}),
    "detail": (404, {"detail": "Not Found"}),
    "validation": (422, {"detail": [{"loc": ["body", "messages"], "msg": "field required"}]}),
    "teapot": (418, {"error": {"message": "I am a teapot"}}),
    "conflict": (409, {"error": {"message": "try again"}}),
    "list": (200, ["not", "a", "completion"]),
    "nothing": (204, None),
    "no-choices": (200, {"choices": None, "model": "any"}),
    "odd-choices": (200, {"choices": ["word", 3], "usage": "many", "model": 7}),
    "empty-choices": (200, {"choices": [], "usage": {"prompt_tokens": "4"}}),
    "deep": (200, "deep"),
}
"""Statuses and bodies of answers that are wrong in form."""


async def completions(request: web.Request) -> web.StreamResponse:
    """Answer in the way that the path names."""
    way = request.match_info["way"]
    body = await request.json()
    assert request.transport is not None
    _, port = request.transport.get_extra_info("peername")
    entry = {"way": way, "url": str(request.url), "port": port, "headers": dict(request.headers), "body": body}
    request.app["log"].append(entry)
    if way in SAID:
        status, said = SAID[way]
        text = "[" * 100_000 if said == "deep" else "" if said is None else json.dumps(said)
        return web.Response(text=text or None, status=status, content_type="application/json")
    if way == "redirect":
        return web.Response(status=307, headers={"Location": "https://elsewhere.example/v1"})
    if way in ("huge", "bomb"):
        return await _endless(request, packed=way == "bomb")
    whole = json.dumps(_completion(parts=way == "parts")).encode()
    if way == "gzip":
        headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
        return web.Response(body=gzip.compress(whole), headers=headers)
    if way == "chunked":
        return await _in_pieces(request, whole)
    if way == "short":
        return await _cut_off(request, whole)
    return web.Response(body=whole, content_type="application/json")


def _completion(*, parts: bool) -> dict[str, Any]:
    text: Any = json.dumps(BALLOT, ensure_ascii=False)
    content = [{"type": "text", "text": text[:40]}, {"type": "text", "text": text[40:]}] if parts else text
    message = {"role": "assistant", "content": content}
    return {"model": "odd", "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}


async def _in_pieces(request: web.Request, whole: bytes) -> web.StreamResponse:
    answer = web.StreamResponse(headers={"Content-Type": "application/json"})
    answer.enable_chunked_encoding()
    await answer.prepare(request)
    for start in range(0, len(whole), 7):  # a piece ends within a character
        await answer.write(whole[start : start + 7])
        await asyncio.sleep(0)
    await answer.write_eof()
    return answer


async def _cut_off(request: web.Request, whole: bytes) -> web.StreamResponse:
    answer = web.StreamResponse(headers={"Content-Length": str(len(whole)), "Content-Type": "application/json"})
    await answer.prepare(request)
    await answer.write(whole[: len(whole) // 2])
    assert request.transport is not None
    request.transport.close()
    return answer


async def _endless(request: web.Request, *, packed: bool) -> web.StreamResponse:
    answer = web.StreamResponse(headers={"Content-Encoding": "gzip"} if packed else {})
    await answer.prepare(request)
    piece = b" " * 2**20
    if packed:
        await answer.write(gzip.compress(piece * 64))
    else:
        for _ in range(64):
            await answer.write(piece)
    return answer


async def log(request: web.Request) -> web.Response:
    """Return the requests received."""
    return web.json_response(request.app["log"])


async def serve() -> None:
    """Serve until the process is ended."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0, help="0: any free one")
    parser.add_argument("--certificate", help="file with certificate and key; asks for https")
    given = parser.parse_args()
    secured = None
    if given.certificate:
        secured = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        secured.load_cert_chain(given.certificate)
    app = web.Application()
    app["log"] = []
    app.router.add_get("/_log", log)
    app.router.add_post("/{way}/v1/chat/completions", completions)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", given.port, ssl_context=secured).start()
    print(json.dumps(runner.addresses[0][1]), flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve())
