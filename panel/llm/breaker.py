"""A circuit breaker: a provider that is down fails fast for the rest of a run instead of being waited for each time."""

import time
from collections.abc import Callable

from panel.errors import CallError, Unreachable

LIMIT = 3
"""Failures in a row after which a model is taken for dead."""

REST_S = 60.0
"""Seconds until one request may try whether it came back."""


class Breaker:
    """Counts one model's failures in a row.

    Only Unreachable counts: a model that answers, were it with a refusal, is alive.

    Args:
        model: Its name, for the error's sentence.
        clock: Seconds that only grow.
    """

    def __init__(self, model: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._model, self._clock = model, clock
        self._failures = 0
        self._rests_until = 0.0

    def enter(self) -> None:
        """Let a request pass, or fail at once while the model rests.

        Raises:
            Unreachable: It failed too often in a row, and its rest isn't over.
        """
        if self._failures < LIMIT:
            return
        now = self._clock()
        if now < self._rests_until:
            raise Unreachable(f"{self._model} failed {self._failures} times in a row, so it wasn't asked again")
        self._rests_until = now + REST_S

    def note(self, error: CallError | None) -> None:
        """Note how a request ended."""
        if not isinstance(error, Unreachable):
            self._failures = 0
            return
        self._failures += 1
        self._rests_until = self._clock() + REST_S
