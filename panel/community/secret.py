"""The workspace's secret, and what it makes of voters' ids: keyed hashes, and signatures on links and tokens."""

import base64
import binascii
import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from panel.errors import DeclarationError

FILE = "votes.secret"
"""Its name beside the votes."""
VARIABLE = "SHIPSKIP_VOTES_SECRET"
"""Environment variable that goes before the file, where several machines take votes into one database."""

_BYTES = 32
_SIGNATURE = 16
"""Bytes of a signature: 128 bits, in links that people may have to copy."""

Purpose = Literal["voter", "link", "holder", "mark", "sign-link", "sign-holder"]


@dataclass(frozen=True, repr=False)
class Secret:
    """The key under which voters are hashed and links are signed; never shown."""

    key: bytes
    """32 bytes or more."""

    def digest(self, purpose: Purpose, text: str) -> str:
        """Return a keyed hash, 32 hexadecimal digits: without the key, nobody can tell whose id it was."""
        return self._mac(purpose, text.encode("utf-8", "surrogatepass")).hex()[:32]

    @property
    def mark(self) -> str:
        """What tells one secret from another, without giving it away."""
        return self.digest("mark", "")

    def signed(self, purpose: Purpose, payload: bytes) -> str:
        """Return a payload with its signature, as text that an address can hold."""
        return _text(payload + self._mac(purpose, payload)[:_SIGNATURE])

    def opened(self, purpose: Purpose, text: str) -> bytes | None:
        """Return the payload of a signed text; None if this secret didn't sign it."""
        try:
            raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            return None
        payload, signature = raw[:-_SIGNATURE], raw[-_SIGNATURE:]
        genuine = hmac.compare_digest(signature, self._mac(purpose, payload)[:_SIGNATURE])
        return payload if genuine and _text(raw) == text else None  # one signature, one spelling

    def _mac(self, purpose: Purpose, content: bytes) -> bytes:
        return hmac.digest(self.key, f"shipskip votes {purpose}\0".encode() + content, hashlib.sha256)


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def workspace_secret(folder: Path) -> Secret:
    """Return the secret of a workspace, made at the first call: a file that only its owner may read.

    Args:
        folder: The workspace's ``.shipskip`` folder.

    Raises:
        DeclarationError: If it can't be read or written, or is too short.
    """
    given = os.environ.get(VARIABLE, "").strip()
    if given:
        return _secret(given, f"the environment variable {VARIABLE}")
    path = folder / FILE
    try:
        if not path.exists():
            _create(path)
        return _secret(path.read_text("ascii").strip(), str(path))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no text"
        raise DeclarationError(f"the votes' secret can't be used ({reason})", file=path) from None


def _secret(text: str, where: str) -> Secret:
    if len(text) < _BYTES:
        problem = f"{where} must hold at least {_BYTES} characters; restore it, since votes are hashed with it"
        raise DeclarationError(problem)
    return Secret(text.encode("utf-8", "surrogateescape"))


def _create(path: Path) -> None:
    """Make the file with its content in it, or not at all; of several processes that do so at once, the first wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{FILE}.{secrets.token_hex(4)}.tmp")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w") as file:
            file.write(f"{secrets.token_hex(_BYTES)}\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(beside, path)
        except FileExistsError:
            return
    finally:
        beside.unlink(missing_ok=True)
