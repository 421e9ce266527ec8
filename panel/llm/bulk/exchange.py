"""Exchanges with a batch API over aiohttp: files go up and come down piece by piece, whatever their size.

litellm says what a request looks like, where it goes and what it costs. The files travel without it: its clients for
files hold a whole file in memory, and are never closed.
"""

import json
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from panel.llm.failures import ServerSaid, as_call_error
from panel.llm.plain import load_aiohttp, proxy_for
from panel.version import __version__

if TYPE_CHECKING:
    from aiohttp import ClientResponse, ClientSession

LONGEST_LINE = 16 * 2**20
"""Bytes of the longest line that is read."""


class Exchange:
    """A session with one server.

    Args:
        model: The model that it is about, for sentences.
        base: Address that every request is within; what the headers hold goes nowhere else.
        headers: Sent with every request.
        timeout_s: Seconds of silence after which an exchange has failed.
    """

    def __init__(self, model: str, base: str, headers: Mapping[str, str], timeout_s: float) -> None:
        self._model, self._base, self._timeout_s = model, base, timeout_s
        self._headers = {"User-Agent": f"shipskip/{__version__}", **headers}
        self._session: ClientSession | None = None

    async def said(self, method: str, path: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - aiohttp's arguments
        """Return what the server says, as JSON.

        Raises:
            CallError: It says no, or nothing.
        """
        with self._ours():
            url = self._base + path
            async with self._opened().request(method, url, allow_redirects=False, **more) as answer:
                raw = await answer.read()
                said = _json(raw) if 200 <= answer.status < 300 else None
                if isinstance(said, dict):
                    return said
                raise _complaint(answer, raw)

    async def lines(self, path: str) -> AsyncGenerator[bytes, None]:
        """Yield the lines of a file as they arrive.

        Raises:
            CallError: The server says no, or breaks off.
        """
        with self._ours():
            async with self._opened().get(self._base + path, allow_redirects=False) as answer:
                if answer.status != 200:
                    raise _complaint(answer, await answer.read())
                async for line in answer.content:
                    if line.strip():
                        yield line

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    @contextmanager
    def _ours(self) -> Iterator[None]:
        """Turn whatever goes wrong into an error of ours."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - every one of them ends as ours
            raise as_call_error(error, self._model) from None

    def _opened(self) -> "ClientSession":
        if self._session is None:
            aiohttp = load_aiohttp()
            self._session = aiohttp.ClientSession(
                cookie_jar=aiohttp.DummyCookieJar(),
                headers=self._headers,
                proxy=proxy_for(self._base),
                timeout=aiohttp.ClientTimeout(total=None, connect=60, sock_read=self._timeout_s),
                read_bufsize=LONGEST_LINE,
            )
        assert self._session is not None
        return self._session


def _json(raw: bytes) -> Any:  # noqa: ANN401 - anything that JSON holds
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def _complaint(answer: "ClientResponse", raw: bytes) -> ServerSaid:
    said = _json(raw)
    error = said.get("error", said) if isinstance(said, dict) else None
    if isinstance(error, dict) and error.get("message"):
        marks = [str(error[name]) for name in ("type", "code") if isinstance(error.get(name), str)]
        words = f"{error['message']} ({', '.join(marks)})" if marks else str(error["message"])
    else:
        words = raw[:300].decode("utf-8", "replace").strip() or answer.reason or "it says nothing"
    if answer.status == 404 and not isinstance(error, dict):
        words = f"{words}; does this server have a batch API?"
    return ServerSaid(502 if answer.status < 400 else answer.status, words, headers=answer.headers)
