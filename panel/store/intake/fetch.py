"""Fetching from the web: public addresses only, and never more bytes, redirects or seconds than are allowed."""

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt
from yarl import URL

from panel.errors import CallError, DeclarationError, RateLimited, Refused, Unreachable
from panel.store.intake.addresses import Lookup, as_literal, is_public, not_public, system_lookup
from panel.store.intake.unpacking import ACCEPTED, Unpacker, too_large
from panel.version import __version__

USER_AGENT = f"shipskip/{__version__}"

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True)
class Limits:
    """How much one address may cost us."""

    size: int = 10 * 1024**2
    """Bytes of a body, packed and unpacked alike."""
    redirects: int = 5
    """Redirects that are followed."""
    connect_s: float = 10.0
    """Seconds until a connection stands."""
    total_s: float = 30.0
    """Seconds from the first byte sent to the last one read, redirects included."""
    attempts: int = 3
    """Requests sent where the server's fault or a time-out may pass."""
    pause_s: float = 1.0
    """Seconds before the second attempt; doubled before the third."""
    longest_pause_s: float = 10.0
    """Seconds that a server may ask us to wait."""


@dataclass(frozen=True)
class Fetched:
    """What an address answered."""

    url: str
    """Where the answer came from, after all redirects."""
    body: bytes = b""
    """The bytes, unpacked; none if nothing has changed."""
    mime: str = ""
    """Media type that the server gave, in lower case, without parameters."""
    charset: str | None = None
    """Encoding that the server gave."""
    language: str | None = None
    """Language that the server gave."""
    etag: str | None = None
    """What to send to be told whether it has changed."""
    modified: str | None = None
    """When it was changed last, as the server said it."""
    unchanged: bool = False
    """Whether the server says that it hasn't changed since it was fetched last."""


class Fetcher:
    """Fetches documents; use it as an asynchronous context manager.

    Without ``allow_private`` no proxy is used: through a proxy nobody could check which address is connected to.
    With it, the environment's proxies are respected.

    Args:
        allow_private: Whether private, loopback and link-local addresses may be fetched from.
        limits: What one address may cost.
        lookup: Returns the addresses of a host.
        public: Whether an address may be fetched from without ``allow_private``.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        limits: Limits | None = None,
        lookup: Lookup = system_lookup,
        public: Callable[[str], bool] = is_public,
    ) -> None:
        self._limits, self._lookup, self._proxied = limits or Limits(), lookup, allow_private
        self._may_connect = (lambda address: True) if allow_private else public
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=_CheckedResolver(self._lookup, self._may_connect),
                use_dns_cache=False,
                force_close=True,
            ),
            timeout=aiohttp.ClientTimeout(total=self._limits.total_s, sock_connect=self._limits.connect_s),
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": ACCEPTED},
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=self._proxied,
            auto_decompress=False,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session:
            await self._session.close()

    async def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """Fetch an address, asking again where that may help.

        Args:
            url: An http or https address.
            etag: What the server gave last time; it may then answer that nothing has changed.
            modified: The same, by date.

        Raises:
            DeclarationError: If the address can't be fetched from, isn't public, or holds too much.
            CallError: If the world failed: no answer, the server's fault, or too many requests.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in conditions.items() if value}
        async for attempt in AsyncRetrying(
            stop=stop_after_attempt(self._limits.attempts),
            retry=retry_if_exception(lambda error: isinstance(error, CallError) and error.may_retry),
            wait=self._pause,
            reraise=True,
        ):
            with attempt:
                return await self._attempt(checked(url), headers)
        raise AssertionError("unreachable")

    def _pause(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.retry_after if isinstance(error, RateLimited) else None
        pause = self._limits.pause_s * 2 ** (state.attempt_number - 1) if asked is None else asked
        return min(pause, self._limits.longest_pause_s)

    async def _attempt(self, start: URL, headers: dict[str, str]) -> Fetched:
        try:
            async with asyncio.timeout(self._limits.total_s):
                return await self._follow(start, headers)
        except TimeoutError:
            raise Unreachable(f"{str(start)!r} took longer than {self._limits.total_s:g} s") from None
        except aiohttp.InvalidURL:
            raise DeclarationError(f"{str(start)!r} is no address that can be fetched from; check its host") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise Unreachable(f"{str(start)!r} can't be reached ({reason})") from None

    async def _follow(self, start: URL, headers: dict[str, str]) -> Fetched:
        url = start
        for _ in range(self._limits.redirects + 1):
            if (literal := as_literal(url.host or "")) and not self._may_connect(literal):
                raise not_public(literal, str(url))
            assert self._session, "use the fetcher as a context manager"
            async with self._session.get(url, headers=headers, allow_redirects=False) as response:
                if response.status not in _REDIRECTS:
                    return await self._answer(response, str(url))
                url = checked(str(url.join(URL(_location(response, url)))))
        problem = f"{str(start)!r} redirects more than {self._limits.redirects} times"
        raise DeclarationError(f"{problem}; give the address that it ends at")

    async def _answer(self, response: aiohttp.ClientResponse, url: str) -> Fetched:
        _refuse_status(response, url)
        if (response.content_length or 0) > self._limits.size:
            raise too_large(url, self._limits.size)
        unpacker = Unpacker(response.headers.get("Content-Encoding", ""), self._limits.size, url)
        if response.status != 304:
            async for chunk in response.content.iter_chunked(65536):
                unpacker.take(chunk)
        return Fetched(
            url=url,
            body=unpacker.body(),
            mime=response.content_type.lower() if "Content-Type" in response.headers else "",
            charset=response.charset,
            language=response.headers.get("Content-Language"),
            etag=response.headers.get("ETag"),
            modified=response.headers.get("Last-Modified"),
            unchanged=response.status == 304,
        )


class _CheckedResolver(AbstractResolver):
    """Looks a name up once and gives away only addresses that were checked: these very ones are connected to."""

    def __init__(self, lookup: Lookup, may_connect: Callable[[str], bool]) -> None:
        self._lookup, self._may_connect = lookup, may_connect

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._lookup(host, port)
        for address in found:
            if not self._may_connect(address):
                raise not_public(address, host)
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in found
            if family in (socket.AF_UNSPEC, socket.AF_INET6 if ":" in address else socket.AF_INET)
        ]

    async def close(self) -> None:
        """Nothing is held open."""


def checked(address: str) -> URL:
    """Return an address that may be asked for.

    Raises:
        DeclarationError: If it isn't http or https, or carries a password.
    """
    try:
        url = URL(address.strip())
    except ValueError:
        url = URL()
    if url.scheme not in ("http", "https") or not url.host:
        problem = f"{address!r} is no http or https address"
        raise DeclarationError(f"{problem}; write it out, such as 'https://example.org/news'")
    if url.user or url.password:
        problem = f"the address at {url.host!r} carries a user name or password"
        raise DeclarationError(f"{problem}; fetch it yourself and give the file")
    return url.with_fragment(None)


def _location(response: aiohttp.ClientResponse, url: URL) -> str:
    where = response.headers.get("Location")
    if not where:
        raise DeclarationError(f"{str(url)!r} redirects to nowhere; give another address")
    return where


def _refuse_status(response: aiohttp.ClientResponse, url: str) -> None:
    """Turn an answer that is none into its error."""
    status = response.status
    said = f"{status} {response.reason or ''}".strip()
    if status == 429 or (status == 503 and "Retry-After" in response.headers):
        after = response.headers.get("Retry-After", "")
        raise RateLimited(f"{url!r} asks for a pause ({said})", retry_after=float(after) if after.isdigit() else None)
    if status >= 500:
        raise Unreachable(f"{url!r} answers {said}")
    if status in (401, 403, 407, 451):
        raise Refused(f"{url!r} answers {said}; open it in a browser and give the saved file")
    if status >= 400:
        raise DeclarationError(f"{url!r} answers {said}; check the address")
    if status not in (200, 203, 304):
        raise Unreachable(f"{url!r} answers {said}, which isn't a document")
