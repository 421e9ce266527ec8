"""When a provider may be asked: what every way to a model waits for before each attempt."""

from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Protocol

from panel.domain.call import Request


class Pace(Protocol):
    """Gives out places; a batch's knows each provider's limits."""

    def place(self, model: str, request: Request) -> AbstractAsyncContextManager[None]:
        """Return what to hold during one attempt; entering it waits, leaving it tells how the attempt ended."""


class Unpaced:
    """Lets every attempt pass."""

    def place(self, model: str, request: Request) -> AbstractAsyncContextManager[None]:
        """Return what waits for nothing."""
        return nullcontext()
