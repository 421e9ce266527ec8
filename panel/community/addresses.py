"""Addresses that an operator names: where readers reach the votes endpoint, and whose pages may ask it."""

import ipaddress
from urllib.parse import urlsplit

from panel.errors import DeclarationError
from panel.store.settings import Votes


def endpoint_url(text: str) -> str:
    """Return the address at which readers reach the endpoint, without a slash at its end.

    Raises:
        DeclarationError: If it isn't one.
    """
    try:
        parts = urlsplit(text)
        sound = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        sound = False
    if not sound or parts.query or parts.fragment or any(c.isspace() for c in text) or not text.isascii():
        raise DeclarationError(f"{text!r} is no address of an endpoint; write one such as https://votes.example.org")
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    usual = {"http": 80, "https": 443}[parts.scheme]
    port = "" if parts.port in (None, usual) else f":{parts.port}"  # browsers write origins so
    return f"{parts.scheme}://{host}{port}{parts.path.rstrip('/')}"


def site_origin(text: str) -> str:
    """Return the origin of a site: scheme, host and port.

    Raises:
        DeclarationError: If it isn't one.
    """
    url = endpoint_url(text)
    if urlsplit(url).path:
        raise DeclarationError(f"{text!r} is no origin; leave its path out: https://example.org")
    return url.lower()


def is_loopback(host: str) -> bool:
    """Whether an address to listen at is reached from this machine only."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def voting_address(votes: Votes, slug: str) -> str | None:
    """Return where any reader can vote on a published release; None where only holders of a link vote."""
    return f"{votes.url.rstrip('/')}/votes/{slug}" if votes.url and votes.open else None
