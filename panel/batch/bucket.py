"""A bucket that fills at a steady rate: so many requests, or tokens, a minute."""

import math


class Bucket:
    """Holds one second's worth, so that no minute ever sees more than its limit and a sixtieth.

    What is more than it can hold passes when it is full, and leaves it in debt: one long prompt isn't held for ever.

    Args:
        per_minute: What flows in; None for no limit.
        now: Seconds of a clock that only grows.
    """

    def __init__(self, per_minute: float | None, now: float) -> None:
        self._rate = math.inf if per_minute is None else per_minute / 60
        self._size = max(self._rate, 1.0)
        self._level, self._at = self._size, now

    def wait(self, amount: float, now: float) -> float:
        """Return the seconds until so much may be taken."""
        if self._rate == math.inf:
            return 0.0
        missing = min(amount, self._size) - self._filled(now)
        return max(missing / self._rate, 0.0) if missing > 1e-9 else 0.0

    def take(self, amount: float, now: float) -> None:
        """Take so much, or give it back if it is negative."""
        if self._rate != math.inf:
            self._level, self._at = min(self._filled(now) - amount, self._size), now

    def _filled(self, now: float) -> float:
        return min(self._level + (now - self._at) * self._rate, self._size)
