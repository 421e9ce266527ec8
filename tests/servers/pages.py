"""A web server for tests that serves what it was told to: any bytes, headers, redirects, slowness.

It listens on 127.0.0.1 and, on the same port, on 127.0.0.2, and logs at which of them a request arrived.
"""

import argparse
import asyncio
import base64
from typing import Any

from aiohttp import web


class Pages:
    """The pages that are served, and the requests that came."""

    def __init__(self) -> None:
        self.pages: dict[str, dict[str, Any]] = {}
        self.log: list[dict[str, Any]] = []

    async def put(self, request: web.Request) -> web.Response:
        """Take pages: path → {status, headers, body (base64), repeat, pause, once}."""
        self.pages |= await request.json()
        return web.json_response({})

    async def reset(self, _: web.Request) -> web.Response:
        """Forget everything."""
        self.pages.clear()
        self.log.clear()
        return web.json_response({})

    async def show_log(self, _: web.Request) -> web.Response:
        """Tell which requests came."""
        return web.json_response(self.log)

    async def page(self, request: web.Request) -> web.StreamResponse:
        """Serve a page as it was put."""
        assert request.transport
        arrived_at = request.transport.get_extra_info("sockname")[0]
        self.log.append({"path": request.path_qs, "at": arrived_at, "headers": dict(request.headers)})
        page = self.pages.get(request.path_qs)
        if page is None:
            return web.Response(status=404)
        if then := page.get("then"):
            self.pages[request.path_qs] = then
        headers = page.get("headers", {})
        if headers.get("ETag") and request.headers.get("If-None-Match") == headers["ETag"]:
            return web.Response(status=304)
        if headers.get("Last-Modified") and request.headers.get("If-Modified-Since") == headers["Last-Modified"]:
            return web.Response(status=304)
        answer = web.StreamResponse(status=page.get("status", 200), headers=headers)
        await asyncio.sleep(page.get("wait", 0))
        await answer.prepare(request)
        for _ in range(page.get("repeat", 1)):
            await answer.write(base64.b64decode(page.get("body", "")))
            await asyncio.sleep(page.get("pause", 0))
        await answer.write_eof()
        return answer


async def serve(port: int) -> None:
    """Listen until stopped; print the port."""
    pages = Pages()
    app = web.Application(client_max_size=64 * 1024**2)
    app.router.add_post("/_put", pages.put)
    app.router.add_post("/_reset", pages.reset)
    app.router.add_get("/_log", pages.show_log)
    app.router.add_get("/{path:.*}", pages.page)
    runner = web.AppRunner(app)
    await runner.setup()
    first = web.TCPSite(runner, "127.0.0.1", port)
    await first.start()
    chosen = runner.addresses[0][1]
    await web.TCPSite(runner, "127.0.0.2", chosen).start()
    print(chosen, flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(serve(parser.parse_args().port))
