"""How often a provider is asked about its batches, and how patiently."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from pydantic import Field

from panel.domain.noun import Noun
from panel.errors import CallError, Refused

Result = TypeVar("Result")

ATTEMPTS = 8
"""Most attempts to submit one batch, and to ask about one, before its run gives up; the next run goes on."""


class Pace(Noun):
    """How often a provider is asked how far it is."""

    first_s: float = Field(default=2.0, gt=0)
    """Seconds until the first look at a batch; each pause after it is half as long again."""
    longest_s: float = Field(default=60.0, gt=0)
    """Seconds of the longest pause."""
    listed_s: float = Field(default=60.0, ge=0)
    """Seconds within which a provider lists a batch that was begun: so long is one looked for whose id was lost."""

    def pause(self, number: int, asked: float | None = None) -> float:
        """Return the seconds after look ``number``, counted from 0; no fewer than a provider asked for."""
        return max(min(self.first_s * 1.5**number, self.longest_s), asked or 0.0)

    async def patiently(self, attempt: Callable[[int], Awaitable[Result]]) -> Result:
        """Return what an attempt, given its number, comes to; where another one may mend what went wrong, go on.

        Raises:
            CallError: None did.
        """
        for number in range(ATTEMPTS):
            try:
                return await attempt(number)
            except CallError as error:
                if not error.may_retry or number + 1 == ATTEMPTS:
                    raise
                await asyncio.sleep(self.pause(number, getattr(error, "retry_after", None)))
            except (LookupError, TypeError, AttributeError) as odd:  # a server that calls itself compatible
                raise Refused(f"the provider's answer about a batch has an unknown form ({odd!r})") from None
        raise AssertionError
