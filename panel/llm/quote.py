"""What asking would cost, told before anything is spent."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from pydantic import Field

from panel.domain.call import Request, Usage
from panel.domain.noun import Noun
from panel.llm.room import Gateway, Room, links

SHORTEST = 250
"""Tokens of a terse ballot."""
LONGEST = 4_000
"""Tokens of the longest answer, where no limit is set."""
COMPLAINT = 200
"""Tokens of the words that ask for a repair."""
CHARACTERS_PER_TOKEN = 4
"""Where nobody knows the model's own tokens."""


@runtime_checkable
class Priced(Protocol):
    """A room that knows how its model counts tokens, and what they cost."""

    def count(self, text: str) -> int:
        """Return the number of tokens in a text."""

    def estimate(self, usage: Usage, *, written: int = 0) -> float | None:
        """Return what a call would cost in US dollars; None where the price is unknown.

        Args:
            usage: Its tokens.
            written: Tokens of the prompt that it would put into the provider's cache.
        """


class Quote(Noun):
    """The range within which a model's calls should end.

    Low: the shared prefix comes from the cache for all but the first, and answers are terse. High: nothing is cached,
    every answer is as long as it may be, and every ballot needs its repair turn. Failed attempts aren't paid for.
    """

    model: str
    """The model that would be asked; of a chain, the first."""
    calls: int = Field(ge=0)
    """Ballots to be asked for."""
    calls_high: int = Field(ge=0)
    """The same with a repair turn each."""
    prompt_tokens: int = Field(ge=0)
    """Tokens to be read, cached ones included."""
    prompt_tokens_high: int = Field(ge=0)
    """The same with a repair turn each."""
    completion_tokens_low: int = Field(ge=0)
    """Tokens to be written, if answers are terse."""
    completion_tokens_high: int = Field(ge=0)
    """Tokens to be written at most."""
    cost_usd_low: float | None
    """US dollars at least; None where the price is unknown, 0 where no model is asked."""
    cost_usd_high: float | None
    """US dollars at most."""


def quote(requests: Sequence[Request], model: str, gateway: Gateway) -> Quote:
    """Return what it would cost to ask a model these requests, without asking anybody.

    Args:
        requests: Those of whose answers none is stored yet.
        model: The model, or a chain, whose first link is taken.
        gateway: The way to it.
    """
    link = links(model)[0]
    room = gateway.room(link)
    if not room.remembered:
        return _free(link)
    counted = _Counter(room)
    low = [_low(request, place, requests, counted) for place, request in enumerate(requests)]
    high = [_high(request, counted) for request in requests]
    return Quote(
        model=link,
        calls=len(requests),
        calls_high=2 * len(requests),
        prompt_tokens=sum(each.prompt for each in low),
        prompt_tokens_high=sum(each.prompt for each in high),
        completion_tokens_low=sum(each.completion for each in low),
        completion_tokens_high=sum(each.completion for each in high),
        cost_usd_low=_total(room, low),
        cost_usd_high=_total(room, high),
    )


class _Part(Noun):
    """The tokens of one call."""

    prompt: int
    completion: int
    cached: int = 0
    written: int = 0


class _Counter:
    """Counts tokens, those of the shared prefix once."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._known: dict[str, int] = {}

    def count(self, text: str) -> int:
        if text not in self._known:
            self._known[text] = (
                self._room.count(text) if isinstance(self._room, Priced) else -(-len(text) // CHARACTERS_PER_TOKEN)
            )
        return self._known[text]

    def shared(self, request: Request) -> int:
        return sum(self.count(message.content) for message in request.messages if message.shared)

    def whole(self, request: Request) -> int:
        return sum(self.count(message.content) for message in request.messages)


def _low(request: Request, place: int, requests: Sequence[Request], counter: _Counter) -> _Part:
    prefix = _prefix(request)
    first = all(_prefix(other) != prefix for other in requests[:place])
    shared = counter.shared(request)
    return _Part(
        prompt=counter.whole(request),
        completion=min(SHORTEST, _longest(request)),
        cached=0 if first else shared,
        written=shared if first else 0,
    )


def _high(request: Request, counter: _Counter) -> _Part:
    """Return the tokens of a call and of its repair turn together."""
    prompt, answer = counter.whole(request), _longest(request)
    return _Part(prompt=2 * prompt + answer + COMPLAINT, completion=2 * answer, written=2 * counter.shared(request))


def _prefix(request: Request) -> tuple[str, ...]:
    return tuple(message.content for message in request.messages if message.shared)


def _longest(request: Request) -> int:
    return request.recipe.parameters.max_tokens or LONGEST


def _total(room: Room, parts: Sequence[_Part]) -> float | None:
    if not isinstance(room, Priced):
        return None
    total = 0.0
    for part in parts:
        usage = Usage(prompt_tokens=part.prompt, completion_tokens=part.completion, cached_tokens=part.cached)
        cost = room.estimate(usage, written=part.written)
        if cost is None:
            return None
        total += cost
    return round(total, 10)


def _free(model: str) -> Quote:
    """Return the quote of a room that asks no model."""
    return Quote(
        model=model,
        calls=0,
        calls_high=0,
        prompt_tokens=0,
        prompt_tokens_high=0,
        completion_tokens_low=0,
        completion_tokens_high=0,
        cost_usd_low=0.0,
        cost_usd_high=0.0,
    )
