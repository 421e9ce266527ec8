"""When each provider may be asked: its requests and tokens a minute, as many at once as it bears, turns for all."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field

from panel.batch.bucket import Bucket
from panel.domain.call import Call, Request
from panel.errors import PanelError, RateLimited
from panel.store.settings import Limits

FIRST = 10.0
"""Requests at once with which a provider is tried; every answer allows one more until it asks for a pause."""

BACK_OFF = 0.7
"""What remains of the requests at once when a provider asks for a pause."""

EXPECTED = 600
"""Tokens of an answer before it is there."""

CHARACTERS_PER_TOKEN = 4


@dataclass(eq=False)
class _Ticket:
    """One attempt that waits, or is under way."""

    model: str
    tokens: int
    granted: asyncio.Future[None]
    sent: float = 0.0


@dataclass(eq=False)
class Lane:
    """One provider: what it bears, and who waits for it."""

    name: str
    """Its name, such as ``openai``."""
    most: float
    """Requests at once at most."""
    limits: Limits
    """What its user knows of its limits."""
    requests: Bucket
    """Requests that may be sent now."""
    tokens: Bucket
    """Tokens that may be spent now."""
    allowed: float = FIRST
    """Requests at once that it bears, as far as is known; found by trying."""
    under_way: int = 0
    """Requests at once right now."""
    refused: int = 0
    """Times that it asked for a pause."""
    closed_until: float = 0.0
    """When it may be asked again; by its own word."""
    slow: bool = False
    """Whether it ever asked for a pause: from then on one more at a time, where it doubled before."""
    _row: int = 0
    _backed_off: float = 0.0
    _queues: dict[str, deque[_Ticket]] = field(default_factory=dict)

    @property
    def waiting(self) -> int:
        """Attempts that wait for a place."""
        return sum(map(len, self._queues.values()))

    def enter(self, ticket: _Ticket) -> None:
        """Queue an attempt behind the others of its model."""
        self._queues.setdefault(ticket.model, deque()).append(ticket)

    def opens_in(self, now: float) -> float | None:
        """Return the seconds until the next attempt may be sent; None if only an answer can make room."""
        ticket = self._next()
        if ticket is None or self.under_way >= int(self.allowed):
            return None
        return max(self.closed_until - now, self.requests.wait(1, now), self.tokens.wait(ticket.tokens, now), 0.0)

    def send(self, now: float) -> None:
        """Let the next attempt pass; the models take turns."""
        ticket = self._next()
        assert ticket is not None
        queue = self._queues.pop(ticket.model)
        queue.popleft()
        if queue:
            self._queues[ticket.model] = queue  # behind the other models
        self.under_way += 1
        self.requests.take(1, now)
        self.tokens.take(ticket.tokens, now)
        ticket.sent = now
        ticket.granted.set_result(None)

    def drop(self, ticket: _Ticket) -> None:
        """Forget an attempt that nobody waits for any more."""
        queue = self._queues.get(ticket.model)
        if queue is not None and ticket in queue:
            queue.remove(ticket)
            if not queue:
                del self._queues[ticket.model]

    def answered(self) -> None:
        """Note that an attempt was answered: the provider may bear more."""
        self._row = 0
        if self.under_way >= int(self.allowed) - 1:  # else it isn't the limit that holds anybody back
            self.allowed = min(self.most, self.allowed + (1 / self.allowed if self.slow else 1.0))

    def paused(self, ticket: _Ticket, wait: float | None, now: float) -> None:
        """Note that the provider asked for a pause.

        What was sent before the last step back says nothing new. One that is refused alone waits alone; where nothing
        is answered between two refusals, the whole lane waits.
        """
        self.refused += 1
        self._row += 1
        self.slow = True
        if ticket.sent >= self._backed_off:
            self.allowed = max(1.0, self.allowed * BACK_OFF)
            self._backed_off = now
        if self._row > 1 or self.allowed <= 1:
            self.closed_until = max(self.closed_until, now + (1.0 if wait is None else wait))

    def clear(self) -> list[_Ticket]:
        """Let nobody wait any more; return those who did."""
        waiting = [ticket for queue in self._queues.values() for ticket in queue]
        self._queues.clear()
        return waiting

    def _next(self) -> _Ticket | None:
        """Return whose turn it is; those that nobody waits for any more are dropped."""
        while self._queues:
            model, queue = next(iter(self._queues.items()))
            while queue and queue[0].granted.done():
                queue.popleft()
            if queue:
                return queue[0]
            del self._queues[model]
        return None


class Pacing:
    """Gives out places to all providers; a slow one holds back nobody who waits for another.

    Args:
        at_once: Requests under way at the same time, over all providers.
        limits: What is known of providers' limits, by their names.
        clock: Seconds that only grow.
    """

    def __init__(
        self, at_once: int, limits: Mapping[str, Limits] | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._at_once, self._limits, self._clock = at_once, limits or {}, clock
        self.lanes: dict[str, Lane] = {}
        self._under_way = 0
        self._timer: asyncio.TimerHandle | None = None
        self._shut: PanelError | None = None
        self._at_rest = asyncio.Event()

    @property
    def held_up(self) -> bool:
        """Whether one provider makes its attempts wait while there are places: others could have more to do."""
        now = self._clock()
        return self._under_way < self._at_once and any(
            lane.waiting and lane.opens_in(now) != 0 for lane in self.lanes.values()
        )

    @asynccontextmanager
    async def place(self, model: str, request: Request) -> AsyncIterator[None]:
        """Hold a place at a model's provider during one attempt."""
        if self._shut is not None:
            raise self._shut
        lane = self._lane(provider_of(model))
        ticket = _Ticket(model, estimated(request), asyncio.get_running_loop().create_future())
        lane.enter(ticket)
        self._give_out()
        try:
            await ticket.granted
        except asyncio.CancelledError:
            lane.drop(ticket)
            if ticket.granted.done() and not ticket.granted.cancelled():
                self._leave(lane)
            raise
        try:
            yield
        except BaseException as error:
            if isinstance(error, RateLimited):
                lane.paused(ticket, error.retry_after, self._clock())
            self._leave(lane)
            raise
        lane.answered()
        asyncio.get_running_loop().call_soon(self._leave, lane)  # once it is being stored; see storing()

    @contextmanager
    def storing(self) -> Iterator[None]:
        """Keep an answer's place until it is on the disk: killed before, it would be asked for again."""
        self._under_way += 1
        try:
            yield
        finally:
            self._free()

    def shut(self, error: PanelError) -> None:
        """Let no further attempt pass: whoever waits, or comes, gets this error; what is under way goes on."""
        self._shut = self._shut or error
        for lane in self.lanes.values():
            for ticket in lane.clear():
                if not ticket.granted.done():
                    ticket.granted.set_exception(self._shut)

    async def come_to_rest(self) -> None:
        """Wait until no attempt is under way."""
        self._at_rest.clear()
        if self._under_way:
            await self._at_rest.wait()

    def settle(self, request: Request, call: Call) -> None:
        """Correct what a call was taken to spend by what it spent."""
        spent = (call.usage.prompt_tokens or 0) + (call.usage.completion_tokens or 0)
        if spent:
            lane = self._lane(provider_of(call.model))
            lane.tokens.take(spent - estimated(request), self._clock())

    def _leave(self, lane: Lane) -> None:
        lane.under_way -= 1
        self._free()

    def _free(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self._at_rest.set()
        self._give_out()

    def _give_out(self) -> None:
        """Let pass whoever may, the providers in turn; wake up again when the next one opens."""
        now = self._clock()
        soonest: float | None = None
        open_lanes = [lane for lane in self.lanes.values() if lane.waiting]
        while open_lanes:
            for lane in tuple(open_lanes):
                opens_in = lane.opens_in(now)
                if opens_in == 0 and self._under_way < self._at_once:
                    self._under_way += 1
                    lane.send(now)
                    continue
                open_lanes.remove(lane)
                if opens_in:
                    soonest = opens_in if soonest is None else min(soonest, opens_in)
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if soonest is not None:
            self._timer = asyncio.get_running_loop().call_later(soonest, self._give_out)

    def _lane(self, name: str) -> Lane:
        if name not in self.lanes:
            limits, now = self._limits.get(name) or Limits(), self._clock()
            most = float(min(self._at_once, limits.at_once or self._at_once))
            self.lanes[name] = Lane(
                name,
                most,
                limits,
                Bucket(limits.requests_per_minute, now),
                Bucket(limits.tokens_per_minute, now),
                allowed=min(FIRST, most),
            )
        return self.lanes[name]


def provider_of(model: str) -> str:
    """Return what stands before the slash in a model string, such as ``openai``; the whole of one without a slash."""
    return model.partition("/")[0]


def estimated(request: Request) -> int:
    """Return the tokens that a request is likely to spend, its answer included."""
    longest = request.recipe.parameters.max_tokens or EXPECTED
    read = sum(len(message.content) for message in request.messages) // CHARACTERS_PER_TOKEN
    return read + min(EXPECTED, longest)
