"""One question to a model that isn't a ballot: look in the ledger, ask, read, at most one repair turn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from panel.domain.call import Call, Message, Request, Usage
from panel.errors import CallError, Refused, Unreadable
from panel.hearing.poll import Bench

Read = TypeVar("Read")
Reader = Callable[[Call], Read]
"""Reads an answer; raises Unreadable or Refused where it can't."""


@dataclass(frozen=True)
class Heard(Generic[Read]):
    """What came of a question."""

    request: Request
    """What was asked."""
    calls: tuple[Call, ...]
    """Every answered call, stored ones included."""
    said: Read | None = None
    """The answer, if one could be read."""
    error: CallError | None = None
    """Why there is none."""

    @property
    def usage(self) -> Usage:
        """Tokens of all its calls."""
        return sum((call.usage for call in self.calls), Usage())

    @property
    def cost_usd(self) -> float | None:
        """US dollars of all its calls; None where a price is unknown."""
        return total_cost([call.cost_usd for call in self.calls]) if self.calls else None

    @property
    def answered_by(self) -> str:
        """The model that answered, or was asked."""
        return self.calls[-1].answered_by if self.calls else self.request.recipe.model


def total_cost(costs: Sequence[float | None]) -> float | None:
    """Add up US dollars; one unknown price makes the sum unknown."""
    known = [cost for cost in costs if cost is not None]
    return round(sum(known), 10) if len(known) == len(costs) else None


async def hear(request: Request, read: Reader[Read], bench: Bench) -> Heard[Read]:
    """Ask, unless a readable answer is stored; what can't be read is repaired once, then given up with its reason.

    Every answer is stored before it is read.

    Raises:
        DeclarationError: A template or a model's name can't be used.
    """
    calls: tuple[Call, ...] = ()
    try:
        stored = await recall(request, read, bench)
        if stored is not None and stored.said is not None:
            return stored
        call = stored.calls[-1] if stored is not None else await _ask(request, bench)
        calls = (call,)
        try:
            return Heard(request, calls, read(call))
        except Unreadable as wrong:
            second = await _ask(_repair(request, call, wrong, bench), bench)
            calls = (call, second)
            return Heard(request, calls, read(second))
    except CallError as failed:
        return Heard(request, calls, error=failed)


async def recall(request: Request, read: Reader[Read], bench: Bench) -> Heard[Read] | None:
    """Look for an answer that was paid for already, newest first.

    Returns:
        One that can be read, or whose repair can; else one whose repair was never asked for, without what it says;
        else None.
    """
    unrepaired: Call | None = None
    for call in await bench.ledger.find(request):
        try:
            return Heard(request, (call,), read(call))
        except Refused:
            continue
        except Unreadable as wrong:
            repairs = await bench.ledger.find(_repair(request, call, wrong, bench))
        for second in repairs:
            try:
                return Heard(request, (call, second), read(second))
            except (Refused, Unreadable):
                continue
        if not repairs and unrepaired is None:
            unrepaired = call
    return Heard(request, (unrepaired,)) if unrepaired is not None else None


async def _ask(request: Request, bench: Bench) -> Call:
    call = await bench.gateway.ask(request)
    if bench.gateway.remembers(request.recipe.model):
        await bench.ledger.record(request, call)
    return call


def _repair(request: Request, call: Call, wrong: Unreadable, bench: Bench) -> Request:
    turn = bench.prompts.render_again(str(wrong), call.text, list(request.schema_["properties"]))
    said = Message(role="assistant", content=call.text)
    return request.model_copy(update={"turn": "repair", "messages": (*request.messages, said, turn)})
