"""Who is signed in: sessions, one-time links, tokens for forms. All of it is in memory and ends with the process."""

import hashlib
import hmac
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

LASTS_S = 12 * 3_600
"""Seconds without a request after which a session ends."""
LINK_LASTS_S = 15 * 60
"""Seconds in which a one-time link can be used."""
MOST_FAILURES = 8
"""Failed attempts to sign in within a minute before nobody can."""


@dataclass
class Session:
    """One browser that is signed in."""

    key: str
    """Its cookie's value."""
    who: str
    """The editor's name, as histories show it."""
    seen: float
    """When it was last heard of."""


class Sessions:
    """Signs browsers in and knows them again.

    Args:
        clock: Tells seconds that only go up.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._secret = secrets.token_bytes(32)
        self._lock = threading.Lock()
        self._sessions: dict[str, Session] = {}
        self._links: dict[str, float] = {}
        self._failures: deque[float] = deque(maxlen=MOST_FAILURES)

    def new_link(self) -> str:
        """Return a token that signs one browser in, once, within a quarter of an hour."""
        token = secrets.token_urlsafe(24)
        with self._lock:
            self._links[_digest(token)] = self._clock() + LINK_LASTS_S
        return token

    def use_link(self, token: str, who: str) -> Session | None:
        """Return a new session for a link that hasn't been used yet; None if it has, or never was one."""
        with self._lock:
            until = self._links.pop(_digest(token), None)
        if until is None or until < self._clock():
            self._failed()
            return None
        return self.open(who)

    def open(self, who: str) -> Session:
        """Return a new session."""
        session = Session(secrets.token_urlsafe(32), who, self._clock())
        with self._lock:
            self._sessions[_digest(session.key)] = session
        return session

    def find(self, key: str | None) -> Session | None:
        """Return the session of a cookie; None if there is none, or it has ended."""
        if not key:
            return None
        now = self._clock()
        with self._lock:
            session = self._sessions.get(_digest(key))
            if session is None:
                return None
            if now - session.seen > LASTS_S:
                del self._sessions[_digest(key)]
                return None
            session.seen = now
        return session

    def close(self, session: Session) -> None:
        """End a session."""
        with self._lock:
            self._sessions.pop(_digest(session.key), None)

    def token(self, session: Session) -> str:
        """Return the token that every form of a session carries."""
        return hmac.new(self._secret, session.key.encode(), hashlib.sha256).hexdigest()

    def is_token(self, session: Session, token: str) -> bool:
        """Whether a form carries the session's token."""
        return hmac.compare_digest(self.token(session).encode(), token.encode("utf-8", "replace"))

    @property
    def must_wait(self) -> bool:
        """Whether too many attempts to sign in have failed within the last minute."""
        with self._lock:
            return len(self._failures) == MOST_FAILURES and self._clock() - self._failures[0] < 60

    def failed(self) -> None:
        """Note an attempt to sign in that failed."""
        self._failed()

    def _failed(self) -> None:
        with self._lock:
            self._failures.append(self._clock())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
