"""Passwords, kept as scrypt hashes."""

import hashlib
import hmac
import re
import secrets

from panel.errors import DeclarationError

SHORTEST = 12
"""Characters of the shortest password."""
_COST, _BLOCK, _LANES = 2**15, 8, 1
_FORM = re.compile(r"scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,2})\$([0-9a-f]{32})\$([0-9a-f]{64})")
_MOST_MEMORY = 256 * 2**20


def hashed(password: str) -> str:
    """Return a password's hash; a hash stays as it is.

    Raises:
        DeclarationError: It is too short.
    """
    checked_hash(password)
    if password.startswith("scrypt$"):
        return password
    salt = secrets.token_bytes(16)
    digest = _scrypt(password, salt, _COST, _BLOCK, _LANES)
    return f"scrypt${_COST}${_BLOCK}${_LANES}${salt.hex()}${digest.hex()}"


def checked_hash(password: str) -> None:
    """Refuse what is neither a hash nor a password that is long enough.

    Raises:
        DeclarationError: The one sentence about it.
    """
    if password.startswith("scrypt$"):
        if not _FORM.fullmatch(password):
            raise DeclarationError("the password's hash is damaged; make it anew with 'shipskip desk --hash-password'")
    elif len(password) < SHORTEST:
        raise DeclarationError(f"the password has fewer than {SHORTEST} characters; take a longer one")


def is_password(password: str, known: str) -> bool:
    """Whether a password is the one that was hashed; takes a twentieth of a second whether or not."""
    found = _FORM.fullmatch(known)
    assert found is not None
    cost, block, lanes = (int(found.group(place)) for place in (1, 2, 3))
    digest = _scrypt(password, bytes.fromhex(found.group(4)), cost, block, lanes)
    return hmac.compare_digest(digest, bytes.fromhex(found.group(5)))


def _scrypt(password: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    raw = password.encode("utf-8", "surrogatepass")
    return hashlib.scrypt(raw, salt=salt, n=cost, r=block, p=lanes, maxmem=_MOST_MEMORY, dklen=32)
