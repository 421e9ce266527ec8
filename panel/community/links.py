"""Vote links and holders' tokens: what they say, and that they were signed here."""

import datetime as dt
import secrets
import struct
from typing import Final

from panel.community.secret import Secret
from panel.domain.noun import Noun

_HEAD = struct.Struct(">BI12s16s")
"""Version, hours since 1970 at which it ends (0: never), the link's own number, voter."""
_VERSION: Final = 1
_HOUR = 3600
_KEY = 16


class Link(Noun):
    """A signed link with which one reader votes on one release."""

    release: str
    """Slug."""
    voter: str
    """Whose vote it casts, as a keyed hash."""
    id: str
    """What tells it from every other link."""
    ends: dt.datetime | None
    """When it stops working (UTC); None if never."""

    def ended(self, now: dt.datetime) -> bool:
        """Whether it has stopped working."""
        return self.ends is not None and now >= self.ends


def new_link(secret: Secret, release: str, *, voter: str | None = None, ends: dt.datetime | None = None) -> str:
    """Return a vote link's token.

    Args:
        secret: The workspace's.
        release: Slug.
        voter: Whom it is for, in whatever form the operator knows readers; it is hashed. Without one, the link itself
            stands for an unknown reader.
        ends: When it stops working, to the hour; never, if absent.
    """
    number = secrets.token_bytes(12)
    whose = secret.digest("link", number.hex()) if voter is None else secret.digest("voter", voter)
    hours = 0 if ends is None else max(1, -int(-ends.timestamp() // _HOUR))
    payload = _HEAD.pack(_VERSION, hours, number, bytes.fromhex(whose)) + release.encode("ascii")
    return secret.signed("sign-link", payload)


def read_link(secret: Secret, token: str) -> Link | None:
    """Return what a token says; None if it wasn't signed here."""
    payload = secret.opened("sign-link", token) if token.isascii() and len(token) <= 400 else None
    if payload is None or len(payload) <= _HEAD.size or payload[0] != _VERSION:
        return None
    _, hours, number, voter = _HEAD.unpack_from(payload)
    ends = dt.datetime.fromtimestamp(hours * _HOUR, dt.UTC) if hours else None
    return Link(release=payload[_HEAD.size :].decode("ascii"), voter=voter.hex(), id=number.hex(), ends=ends)


def new_holder(secret: Secret) -> tuple[str, str]:
    """Return a new holder as a keyed hash, and its token: by it a browser or a program is known again, and no more."""
    key = secrets.token_bytes(_KEY)
    return secret.digest("holder", key.hex()), secret.signed("sign-holder", key)


def read_holder(secret: Secret, token: str | None) -> str | None:
    """Return the holder that a token stands for, as a keyed hash; None if it wasn't signed here."""
    if not token or not token.isascii() or len(token) > 100:
        return None
    payload = secret.opened("sign-holder", token)
    return None if payload is None or len(payload) != _KEY else secret.digest("holder", payload.hex())
