"""Who may reach the desk, and by which name: decided once, before anything listens."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from panel.desk.passwords import checked_hash, hashed
from panel.errors import DeclarationError

LOOPBACK = ("127.0.0.1", "::1", "localhost")
"""Names of this machine for itself."""


@dataclass(frozen=True)
class Wish:
    """How somebody wants the desk to be reached."""

    host: str = "127.0.0.1"
    """Address to listen on."""
    password: str | None = None
    """The password, or its hash as ``shipskip desk --hash-password`` prints it."""
    certificate: Path | None = None
    """TLS certificate chain (PEM)."""
    key: Path | None = None
    """Private key of the certificate (PEM)."""
    behind_proxy: bool = False
    """Whether a proxy in front of the desk speaks TLS."""
    public_url: str | None = None
    """The address that editors type, where it isn't that of ``host``."""


@dataclass(frozen=True)
class Access:
    """How the desk is reached."""

    origin: str
    """The address that is printed, such as ``http://127.0.0.1:8765``."""
    origins: frozenset[str]
    """Every origin whose forms are taken."""
    secure: bool
    """Whether browsers speak TLS to it."""
    password: str | None
    """Hash of the password; None where a one-time link opens the desk."""

    @property
    def hosts(self) -> frozenset[str]:
        """Every Host header that is answered."""
        return frozenset(urlsplit(origin).netloc for origin in self.origins)


def check_wish(wish: Wish) -> None:
    """Refuse a way of reaching the desk that wouldn't be safe.

    Raises:
        DeclarationError: The desk would be open to others without a password or without TLS; or a file is missing.
    """
    if (wish.certificate is None) != (wish.key is None):
        raise DeclarationError("TLS needs both --tls-cert and --tls-key; give the other one too")
    for file in (wish.certificate, wish.key):
        if file is not None and not file.is_file():
            raise DeclarationError("there is no such file; check its path", file=file)
    if wish.public_url is not None:
        _origin_of(wish.public_url)
    if wish.password is not None:
        checked_hash(wish.password)
    if is_loopback(wish.host) and not wish.behind_proxy:
        return
    if wish.password is None:
        raise DeclarationError(
            f"on {wish.host!r} others could reach the desk: give a password in SHIPSKIP_DESK_PASSWORD (best its hash, "
            "see 'shipskip desk --hash-password')"
        )
    if wish.certificate is None and not wish.behind_proxy:
        raise DeclarationError(
            f"on {wish.host!r} others could listen in: give --tls-cert and --tls-key, or --behind-proxy if a proxy in "
            "front speaks TLS"
        )
    if wish.public_url is None and (wish.behind_proxy or wish.host in ("0.0.0.0", "::")):  # noqa: S104 - compared, not bound
        raise DeclarationError("say which address editors type: --public-url https://desk.example.org")
    if wish.public_url is not None and not wish.public_url.startswith("https://"):
        raise DeclarationError(f"--public-url {wish.public_url!r} isn't https, so a password would travel in the clear")


def access_of(wish: Wish, port: int) -> Access:
    """Return how the desk is reached, once its port is known.

    Raises:
        DeclarationError: See :func:`check_wish`.
    """
    check_wish(wish)
    secure = wish.certificate is not None or wish.behind_proxy
    scheme = "https" if secure else "http"
    if wish.public_url is not None:
        own = _origin_of(wish.public_url)
        origins = {own}
    else:
        names = LOOPBACK if is_loopback(wish.host) else (wish.host,)
        own = f"{scheme}://{_bracketed(wish.host)}:{port}"
        origins = {own, *(f"{scheme}://{_bracketed(name)}:{port}" for name in names)}
    return Access(own, frozenset(origins), secure, None if wish.password is None else hashed(wish.password))


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _origin_of(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/") or parts.query or "@" in url:
        raise DeclarationError(f"--public-url {url!r} is no plain address; write such as https://desk.example.org")
    return f"{parts.scheme}://{parts.netloc.lower()}"
