"""Fetching: what is refused, what is limited, what is tried again."""

import asyncio
import gzip
import time
import zlib
from collections.abc import Callable

import pytest

from panel.errors import DeclarationError, PanelError, RateLimited, Refused, Unreachable
from panel.store.intake.addresses import is_public
from panel.store.intake.fetch import Fetched, Fetcher, Limits
from tests.intake.conftest import Site, as_served

QUICK = Limits(size=100_000, connect_s=1, total_s=1, pause_s=0.01, longest_pause_s=0.05)


def fetch(url: str, limits: Limits = QUICK, *, allow_private: bool = True, **options: object) -> Fetched:
    """Fetch one address."""

    async def once() -> Fetched:
        conditions = {name: options.pop(name) for name in ("etag", "modified") if name in options}
        async with Fetcher(allow_private=allow_private, limits=limits, **options) as fetcher:
            return await fetcher.get(url, **conditions)

    return asyncio.run(once())


def answering(*answers: str) -> tuple[Callable, list[str]]:
    """Return a lookup that gives one answer after the other, and the list of names that it was asked for."""
    asked: list[str] = []

    async def lookup(host: str, port: int) -> list[str]:
        asked.append(host)
        return [answers[min(len(asked), len(answers)) - 1]]

    return lookup, asked


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "127.9.9.9",
            "0.0.0.0",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "100.64.0.1",
            "169.254.169.254",
        ),
        *("192.0.0.192", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "100.100.100.200", "168.63.129.16"),
        *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "::ffff:10.0.0.1"),
        *("::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "64:ff9b:1::1"),
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    """Private, loopback, link-local, metadata, multicast, reserved and embedded addresses aren't public."""
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses(address: str) -> None:
    """Ordinary addresses are public, also through a network that translates IPv6 to IPv4."""
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    [
        *("127.1", "2130706433", "0x7f000001", "0", "0177.0.0.1"),
        *("[::]", "%31%32%37.0.0.1", "１２７.0.0.1", "LOCALHOST."),
    ],
)
def test_no_odd_spelling_of_this_machine_is_fetched_from(site: Site, host: str) -> None:
    """However loopback is written, no request leaves."""
    with pytest.raises(PanelError):
        fetch(f"http://{host}:{site.port}/", Limits(attempts=1, total_s=2), allow_private=False)
    assert site.hits() == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_fetched_from_only_if_that_is_allowed(site: Site, host: str) -> None:
    """The error names the address and the option that allows it."""
    with pytest.raises(DeclarationError, match=r"isn't a public address; add --allow-private if you trust it"):
        fetch(f"http://{host}:{site.port}/", allow_private=False)
    assert site.hits() == []


def test_a_redirect_into_the_private_network_is_refused(site: Site) -> None:
    """A page that is allowed can't send us on to one that isn't: by number or by name."""
    for place in (f"http://127.0.0.1:{site.port}/secret", f"http://inside.example:{site.port}/secret", "//127.0.0.1/x"):
        site.put("/open", status=302, headers={"Location": place})

        async def lookup(host: str, port: int) -> list[str]:
            return ["127.0.0.2" if host == "open.example" else "127.0.0.1"]

        with pytest.raises(DeclarationError, match=r"leads to '127\.0\.0\.1'"):
            fetch(
                f"http://open.example:{site.port}/open",
                allow_private=False,
                lookup=lookup,
                public=lambda address: address == "127.0.0.2",
            )
    assert site.hits("/secret") == []


def test_the_address_that_was_checked_is_the_one_connected_to(site: Site) -> None:
    """A name that turns to a private address after the check (DNS rebinding) gains nothing: it isn't asked again."""
    site.put("/page", "<p>public</p>")
    lookup, asked = answering("127.0.0.2", "127.0.0.1")
    got = fetch(
        f"http://rebind.example:{site.port}/page",
        allow_private=False,
        lookup=lookup,
        public=lambda address: address == "127.0.0.2",
    )
    assert got.body == b"<p>public</p>"
    assert [hit["at"] for hit in site.hits("/page")] == ["127.0.0.2"]
    assert asked == ["rebind.example"]


def test_every_new_attempt_is_checked_again(site: Site) -> None:
    """A name that turns to a private address before a retry is refused then."""
    site.put("/page", status=500)
    lookup, _ = answering("127.0.0.2", "127.0.0.1")
    with pytest.raises(DeclarationError, match=r"'127\.0\.0\.1'"):
        fetch(
            f"http://rebind.example:{site.port}/page",
            allow_private=False,
            lookup=lookup,
            public=lambda address: address == "127.0.0.2",
        )
    assert [hit["at"] for hit in site.hits("/page")] == ["127.0.0.2"]


def test_a_name_with_one_private_address_among_public_ones_is_refused(site: Site) -> None:
    """Nobody gets a connection by mixing addresses."""

    async def lookup(host: str, port: int) -> list[str]:
        return ["127.0.0.2", "127.0.0.1"]

    with pytest.raises(DeclarationError, match="public"):
        fetch(
            f"http://mixed.example:{site.port}/", allow_private=False, lookup=lookup, public=lambda a: a == "127.0.0.2"
        )
    assert site.hits() == []


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://example.org/x", "gopher://x", "example.org", "http://", "http:///x", ""]
)
def test_only_web_addresses_are_fetched(address: str) -> None:
    """Anything but http and https is refused with an example of what is meant."""
    with pytest.raises(DeclarationError, match=r"write it out, such as 'https://example\.org/news'"):
        fetch(address)


def test_a_redirect_to_a_file_is_refused(site: Site) -> None:
    """A redirect can't leave the web."""
    url = site.put("/away", status=301, headers={"Location": "file:///etc/passwd"})
    with pytest.raises(DeclarationError, match="no http or https address"):
        fetch(url)


def test_a_password_in_an_address_is_not_kept() -> None:
    """An address with a password is refused without repeating the password."""
    with pytest.raises(DeclarationError, match="carries a user name or password") as caught:
        fetch("http://anna:geheim@example.org/")
    assert "geheim" not in str(caught.value)


def test_five_redirects_are_followed_and_no_sixth(site: Site) -> None:
    """The address that is kept is the one at the end; a circle ends with an error."""
    for step in range(1, 6):
        site.put(f"/r{step}", status=302, headers={"Location": f"/r{step + 1}"})
    site.put("/r6", "there")
    assert fetch(f"{site.url}/r1").url == f"{site.url}/r6"
    site.put("/r0", status=308, headers={"Location": "/r1"})
    with pytest.raises(DeclarationError, match="redirects more than 5 times"):
        fetch(f"{site.url}/r0")


def test_a_large_body_is_refused_by_its_header_and_by_its_bytes(site: Site) -> None:
    """A body over the limit is refused whether its length was announced or not."""
    announced = site.put("/announced", b"x" * 100_001, headers={"Content-Length": "100001"})
    flood = site.put("/flood", b"x" * 50_000, repeat=10_000)
    for url in (announced, flood):
        with pytest.raises(DeclarationError, match="is larger than 100,000 bytes"):
            fetch(url)


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"\0" * 30_000_000)),
        ("deflate", zlib.compress(b"\0" * 30_000_000)),
        ("gzip", gzip.compress(b"\0" * 60_000) * 500),
    ],
)
def test_a_compressed_bomb_is_refused_before_it_unfolds(site: Site, encoding: str, packed: bytes) -> None:
    """Bytes are counted unpacked, also over the members of one gzip stream."""
    url = site.put("/bomb", packed, headers={"Content-Encoding": encoding})
    with pytest.raises(DeclarationError, match="is larger than"):
        fetch(url)


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"clear text")),
        ("gzip", gzip.compress(b"clear ") + gzip.compress(b"text")),
        ("deflate", zlib.compress(b"clear text")),
        ("deflate", zlib.compress(b"clear text")[2:-4]),
    ],
    ids=["gzip", "gzip in two members", "deflate", "deflate without its wrapper"],
)
def test_compressed_bodies_are_unpacked(site: Site, encoding: str, packed: bytes) -> None:
    """The encodings that are asked for are understood, raw deflate of older servers included."""
    assert fetch(site.put("/packed", packed, headers={"Content-Encoding": encoding})).body == b"clear text"


def test_encodings_that_are_not_understood_are_refused(site: Site) -> None:
    """An encoding that wasn't asked for, and bytes that aren't what they claim, are one sentence each."""
    with pytest.raises(DeclarationError, match="unasked encoding 'br'"):
        fetch(site.put("/br", b"x", headers={"Content-Encoding": "br"}))
    with pytest.raises(DeclarationError, match="aren't gzip"):
        fetch(site.put("/lie", b"plain text", headers={"Content-Encoding": "gzip"}))


def test_a_server_that_never_ends_costs_no_more_than_the_time_limit(site: Site) -> None:
    """Neither silence nor one byte at a time stalls: both end as unreachable after the time limit."""
    limits = Limits(total_s=0.4, connect_s=0.4, attempts=1)
    for url in (site.put("/silent", "x", wait=5), site.put("/drip", "x", repeat=100, pause=0.05)):
        started = time.perf_counter()
        with pytest.raises(Unreachable, match=r"took longer than 0\.4 s"):
            fetch(url, limits)
        assert time.perf_counter() - started < 2


def test_what_may_pass_is_tried_again(site: Site) -> None:
    """A server's fault is asked about three times; an answer within them counts."""
    url = site.put("/shaky", status=502, then=as_served("", status=503, then=as_served("back")))
    assert fetch(url).body == b"back"
    dead = site.put("/dead", status=500)
    with pytest.raises(Unreachable, match="answers 500"):
        fetch(dead)
    assert len(site.hits("/dead")) == 3


def test_a_server_may_ask_for_a_pause_but_not_for_ever(site: Site) -> None:
    """Retry-After is kept to, up to a limit; then the answer is that it asked for a pause."""
    url = site.put("/busy", status=429, headers={"Retry-After": "3600"})
    started = time.perf_counter()
    with pytest.raises(RateLimited, match="asks for a pause"):
        fetch(url)
    assert time.perf_counter() - started < 2


def test_what_will_not_pass_is_not_tried_again(site: Site) -> None:
    """A missing or closed page is asked for once."""
    with pytest.raises(DeclarationError, match="answers 404 Not Found; check the address"):
        fetch(f"{site.url}/missing")
    with pytest.raises(Refused, match="saved file"):
        fetch(site.put("/closed", status=403))
    assert len(site.hits("/missing")) == len(site.hits("/closed")) == 1


def test_nobody_there_is_unreachable() -> None:
    """A closed port and an unknown name are the world's failures, each one sentence."""
    limits = Limits(attempts=1, total_s=2)
    with pytest.raises(Unreachable, match="can't be reached"):
        fetch("http://127.0.0.1:9/", limits)

    async def nowhere(host: str, port: int) -> list[str]:
        raise OSError("no such host")

    with pytest.raises(Unreachable, match=r"'http://nowhere\.example/' can't be reached"):
        fetch("http://nowhere.example/", limits, lookup=nowhere)


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site) -> None:
    """ETag and Last-Modified come back, and going with the next request they save the body."""
    headers = {"ETag": '"v1"', "Last-Modified": "Wed, 08 Apr 2026 09:00:00 GMT"}
    url = site.put("/page", "text", headers=headers)
    first = fetch(url)
    assert (first.etag, first.modified, first.unchanged) == (headers["ETag"], headers["Last-Modified"], False)
    for condition in ({"etag": first.etag}, {"modified": first.modified}):
        again = fetch(url, **condition)
        assert (again.unchanged, again.body) == (True, b"")


def test_the_server_is_told_who_asks(site: Site) -> None:
    """The User-Agent names shipskip and its version; no cookie travels."""
    site.put("/a", status=302, headers={"Location": "/b", "Set-Cookie": "id=1"})
    site.put("/b", "x")
    fetch(f"{site.url}/a")
    headers = site.hits("/b")[0]["headers"]
    assert headers["User-Agent"].startswith("shipskip/")
    assert "Cookie" not in headers


def test_no_proxy_is_used_where_addresses_are_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would connect to what nobody checked; only with --allow-private is the environment's one used."""
    site.put("/page", "direct")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    lookup, _ = answering("127.0.0.2")
    url = f"http://open.example:{site.port}/page"
    assert fetch(url, allow_private=False, lookup=lookup, public=lambda address: True).body == b"direct"
    with pytest.raises(Unreachable):
        fetch(url, allow_private=True, lookup=lookup)
