"""One goes ahead where the first answer makes it cheaper for all: it finds the rung, or fills the provider's cache."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from panel.domain.call import Request

WORTH_WAITING = 4_000
"""Characters from which on a shared prefix is worth a seat's wait: providers cache none below 1,024 tokens."""

REMEMBERED = 1_000
"""Prefixes of which a run knows that they are cached."""


class Scout:
    """Lets one caller go ahead while the others wait; the first that comes back with an answer frees the way for all.

    Where the one in front fails, the next one goes ahead.

    Args:
        settled: Whether the way is free from the start.
    """

    def __init__(self, *, settled: bool = False) -> None:
        self._settled = settled
        self._ahead = asyncio.Lock()

    def settle(self) -> None:
        """Note that an answer came: nobody waits any more."""
        self._settled = True

    @asynccontextmanager
    async def turn(self, longest_wait: float) -> AsyncIterator[None]:
        """Wait for one's turn to ask: at once, if the way is free.

        Args:
            longest_wait: Seconds after which one goes along with the one in front, so that a provider that hangs
                doesn't make every call wait for every other.
        """
        held = False if self._settled else await self._acquire(longest_wait)
        try:
            yield
        finally:
            if held:
                self._ahead.release()

    async def _acquire(self, longest_wait: float) -> bool:
        try:
            async with asyncio.timeout(longest_wait):
                await self._ahead.acquire()
        except TimeoutError:
            return False
        if self._settled:  # settled while one waited: the way is free for all
            self._ahead.release()
            return False
        return True


class Prefixes:
    """The shared prefixes of a run, each with its scout: the seats behind it find it in the provider's cache."""

    def __init__(self) -> None:
        self._scouts: OrderedDict[tuple[str, ...], Scout] = OrderedDict()

    def scout(self, model: str, request: Request) -> Scout:
        """Return the scout of a request's shared prefix; one that nobody waits for, where the prefix is short."""
        shared = [message for message in request.messages if message.shared]
        if sum(len(message.content) for message in shared) < WORTH_WAITING:
            return Scout(settled=True)
        scout = self._scouts.setdefault((model, *(message.hash for message in shared)), Scout())
        if len(self._scouts) > REMEMBERED:
            self._scouts.popitem(last=False)
        return scout
