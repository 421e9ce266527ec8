"""A web server process, and pages to put on it."""

import base64
import json
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest

from tests.servers import Server, running


class Site:
    """A web site that serves what a test puts on it."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.url = server.url
        self.port = int(server.url.rpartition(":")[2])

    def put(self, path: str, body: bytes | str = b"", **page: Any) -> str:
        """Put a page on the site and return its address.

        Args:
            path: Where.
            body: What is answered; text is sent as UTF-8.
            page: ``mime``, or what tests/servers/pages.py knows: status, headers, repeat, pause, wait, then.
        """
        self._post("/_put", {path: as_served(body, **page)})
        return f"{self.url}{path}"

    def hits(self, path: str | None = None) -> list[dict[str, Any]]:
        """Return the requests that came, those for one page only if it is named."""
        return [hit for hit in self.server.log() if path in (None, hit["path"])]

    def _post(self, path: str, value: Any) -> None:
        request = urllib.request.Request(f"{self.url}{path}", data=json.dumps(value).encode(), method="POST")
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10).close()


def as_served(body: bytes | str, *, mime: str = "text/html; charset=utf-8", **page: Any) -> dict[str, Any]:
    """Return a page in the form that the server takes."""
    raw = body.encode() if isinstance(body, str) else body
    headers = {"Content-Type": mime, **page.pop("headers", {})}
    return {**page, "headers": headers, "body": base64.b64encode(raw).decode()}


@pytest.fixture(scope="session")
def site_process() -> Iterator[Server]:
    """A server process for the whole session."""
    with running("pages") as server:
        yield server


@pytest.fixture
def site(site_process: Server) -> Site:
    """An empty web site."""
    site_process.reset()
    return Site(site_process)
