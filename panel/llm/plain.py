"""The room of a model on a server of one's own, asked over aiohttp: litellm's translations would only cost time."""

import json
import threading
import urllib.request
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from panel.domain.call import Call, Request
from panel.errors import Unreadable
from panel.llm.answer import charged_by
from panel.llm.errand import run_errand
from panel.llm.failures import ServerSaid
from panel.llm.ladder import RUNGS, Ladder, Rung
from panel.llm.own_server import OwnServer
from panel.llm.pace import Pace
from panel.llm.retrying import Patience
from panel.llm.wire import body
from panel.version import __version__

if TYPE_CHECKING:
    from aiohttp import ClientResponse, ClientSession

LARGEST = 16 * 2**20
"""Bytes of the largest answer that is read, unpacked."""


class PlainRoom:
    """A room in which a server of one's own is asked in OpenAI's protocol.

    Args:
        model: The model string by which its user named it, such as ``hosted_vllm/qwen3``.
        server: Where it is asked.
        patience: How long an answer is waited for.
        pace: When its provider may be asked; at any time, if not given.
    """

    remembered = True
    rules = None

    def __init__(
        self, model: str, server: OwnServer, patience: Patience | None = None, pace: Pace | None = None
    ) -> None:
        self._model, self._server = model, server
        self._patience, self._pace = patience or Patience(), pace
        self._ladder = Ladder(RUNGS)
        self._session: ClientSession | None = None

    @property
    def lead_s(self) -> float:
        """Seconds for which seats wait for the first answer over their shared prefix: as long as it may take."""
        return self._patience.timeout_s

    def warm(self) -> None:
        """Begin to import aiohttp in the background."""
        threading.Thread(target=load_aiohttp, name="import-aiohttp", daemon=True).start()

    def check(self) -> None:
        """Nothing can be found out about a server of one's own without asking it; its address was read already."""

    async def ask(self, request: Request) -> Call:
        """Return the model's answer, whatever it says; ask again where that may help.

        Raises:
            CallError: No answer came.
        """
        if self._session is None:
            self._session = self._open()
        return await run_errand(self._model, request, self, self._ladder, self._patience, self._pace)

    async def send(self, request: Request, rung: Rung) -> dict[str, Any]:
        """Send a request once and return the chat completion.

        Raises:
            ServerSaid: The server answered something else.
            Unreadable: Its answer is too large.
        """
        assert self._session is not None
        asked = json.dumps({"model": self._server.model, **body(request, rung, marks=False)}).encode()
        async with self._session.post(self._server.url, data=asked, allow_redirects=False) as answer:
            return _completion(answer, await self._read(answer))

    def price(self, completion: Any) -> float | None:  # noqa: ANN401 - mappings
        """Return what the server says that it charged; nobody else knows what a server of one's own costs."""
        return charged_by(completion)

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _open(self) -> "ClientSession":
        """Open a session that leaves limits to others: how many ask at once to the gateway, how long to patience."""
        aiohttp = load_aiohttp()
        headers = {"Content-Type": "application/json", "User-Agent": f"shipskip/{__version__}"}
        if self._server.key is not None:
            headers["Authorization"] = f"Bearer {self._server.key}"
        session: ClientSession = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers=headers,
            proxy=proxy_for(self._server.url),
            timeout=aiohttp.ClientTimeout(),
        )
        return session

    async def _read(self, answer: "ClientResponse") -> bytes:
        parts, size = [], 0
        async for part in answer.content.iter_any():
            parts.append(part)
            size += len(part)
            if size > LARGEST:
                raise Unreadable(f"{self._model}: the answer is larger than {LARGEST // 2**20} MiB, so it wasn't read")
        return b"".join(parts)


def load_aiohttp() -> Any:  # noqa: ANN401 - a module
    """Import aiohttp, which takes a quarter of a second."""
    import aiohttp

    return aiohttp


def proxy_for(url: str) -> str | None:
    """Return the proxy that the environment names for a URL; no proxy can reach this machine's own loopback."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if _is_loopback(host) or urllib.request.proxy_bypass(host):
        return None
    proxies = urllib.request.getproxies()
    return proxies.get(parts.scheme) or proxies.get("all")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _completion(answer: "ClientResponse", raw: bytes) -> dict[str, Any]:
    try:
        said = json.loads(raw)
    except (ValueError, RecursionError):
        said = None
    fields = said if isinstance(said, dict) else {}
    if answer.status == 200 and isinstance(fields.get("choices"), list) and not fields.get("error"):
        return fields
    raise _complaint(answer, said, raw)


def _complaint(answer: "ClientResponse", said: Any, raw: bytes) -> ServerSaid:  # noqa: ANN401 - anything that JSON holds
    """Return what a server said instead of a completion; some say it with status 200."""
    error = said.get("error") or said if isinstance(said, dict) else said
    code = error.get("code") if isinstance(error, dict) else None
    status = answer.status
    if status < 300:
        status = code if isinstance(code, int) and 400 <= code < 600 else 502
        text = _words(error) if error else f"the answer isn't a chat completion: {_start(raw)}"
    elif status < 400:
        text = f"it redirects to {answer.headers.get('Location', 'nowhere')}; put that into its address"
    else:
        text = _words(error) if error else _start(raw) or answer.reason or ""
    if status == 404 and "model" not in text.lower():
        text = f"{text}; is {answer.url} the right address?"
    return ServerSaid(status, text, headers=answer.headers)


def _words(error: Any) -> str:  # noqa: ANN401 - anything that JSON holds
    """Return what an error object says, its code and kind included, by which some errors alone are known."""
    if not isinstance(error, dict):
        return str(error)
    said = error.get("message") or error.get("detail") or error
    marks = [str(error[name]) for name in ("type", "code") if isinstance(error.get(name), str)]
    return f"{said} ({', '.join(dict.fromkeys(marks))})" if marks else str(said)


def _start(raw: bytes) -> str:
    return raw[:300].decode("utf-8", "replace").strip()
