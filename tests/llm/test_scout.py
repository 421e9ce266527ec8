import asyncio
import time
from collections.abc import Callable

import pytest

from panel.domain.call import Call, Message, Request
from panel.errors import CallError, Refused
from panel.llm.room import Gateway
from panel.llm.scout import WORTH_WAITING, Prefixes

Make = Callable[..., Request]

LONG = "It has a public API. " * 400
QUICK = 0.05


class Room:
    """A room whose model needs a moment; it notes who was under way when each request came."""

    remembered = True
    rules = None

    def __init__(self, lead_s: float = 5, fails: tuple[int, ...] = (), slow: tuple[int, ...] = ()) -> None:
        self.lead_s, self._fails, self._slow = lead_s, fails, slow
        self.under_way = 0
        self.came: list[tuple[int, int]] = []

    def check(self) -> None:
        """Nothing to check."""

    async def ask(self, request: Request) -> Call:
        number = len(self.came)
        self.came.append((request.recipe.sample, self.under_way))
        self.under_way += 1
        await asyncio.sleep(60 if number in self._slow else QUICK)
        self.under_way -= 1
        if number in self._fails:
            raise Refused("the persona isn't to its liking")
        model = request.recipe.model
        return Call(request=request.id, model=model, answered_by=model, text="{}")

    async def close(self) -> None:
        """Nothing to give back."""


def panel(make: Make, prefix: str = LONG, models: tuple[str, ...] = ("openai/any",), seats: int = 5) -> list[Request]:
    """Return the requests of a panel, all with one shared prefix."""
    asked = []
    for model in models:
        for number in range(1, seats + 1):
            own = Message(role="user", content=f"You are reviewer {number}.")
            messages = (Message(role="user", content=prefix, shared=True), own)
            asked.append(make(model, sample=number, messages=messages))
    return asked


def hear(room: Room, *panels: list[Request]) -> list[Call | BaseException]:
    """Ask every request of each panel at once, one panel after the other."""

    async def all_of_them() -> list[Call | BaseException]:
        gateway, answers = Gateway(lambda _: room), []
        for requests in panels:
            answers += await asyncio.gather(*(gateway.ask(each) for each in requests), return_exceptions=True)
        return answers

    return asyncio.run(all_of_them())


def test_one_seat_goes_ahead_and_the_others_follow_together(request_for: Make) -> None:
    """The first request is alone in flight; as soon as it is answered, all the others go at once."""
    room = Room()
    assert all(isinstance(answer, Call) for answer in hear(room, panel(request_for)))
    assert [before for _, before in room.came] == [0, 0, 1, 2, 3]


def test_a_prefix_that_was_answered_is_not_waited_for_again(request_for: Make) -> None:
    """Later samples and repair turns find it in the cache."""
    room = Room()
    hear(room, panel(request_for), panel(request_for, seats=3))
    assert [before for _, before in room.came][5:] == [0, 1, 2]


def test_only_what_shares_model_and_prefix_waits(request_for: Make) -> None:
    """Two models, or two releases, have a leader each, and neither waits for the other."""
    room = Room()
    hear(room, panel(request_for, models=("openai/any", "openai/other")) + panel(request_for, prefix=LONG + "Else."))
    assert [before for _, before in room.came][:3] == [0, 1, 2]
    assert len(room.came) == 15


@pytest.mark.parametrize("room", [Room(lead_s=0), Room()])
def test_nobody_waits_where_it_would_not_pay(room: Room, request_for: Make) -> None:
    """Neither where the model has no such cache, nor for a prefix that no provider caches."""
    prefix = LONG if room.lead_s == 0 else "x" * (WORTH_WAITING - 1)
    hear(room, panel(request_for, prefix=prefix))
    assert [before for _, before in room.came] == [0, 1, 2, 3, 4]


def test_a_failing_leader_hands_over(request_for: Make) -> None:
    """Where the first fails, the next goes ahead; only the first is lost."""
    room = Room(fails=(0,))
    answers = hear(room, panel(request_for))
    assert [isinstance(answer, CallError) for answer in answers] == [True, False, False, False, False]
    assert [before for _, before in room.came] == [0, 0, 0, 1, 2]


def test_a_hanging_leader_holds_nobody_for_long(request_for: Make) -> None:
    """After the room's lead time the others go along with it."""
    room = Room(lead_s=0.1, slow=(0,))

    async def four() -> float:
        gateway = Gateway(lambda _: room)
        first, *others = panel(request_for)
        leader = asyncio.create_task(gateway.ask(first))
        await asyncio.sleep(0)
        began = time.monotonic()
        await asyncio.gather(*(gateway.ask(each) for each in others))
        leader.cancel()
        return time.monotonic() - began

    assert asyncio.run(four()) < 2
    assert [before for _, before in room.came] == [0, 1, 2, 3, 4]


def test_prefixes_are_forgotten_in_time(request_for: Make) -> None:
    """A run over a million releases doesn't keep a million prefixes."""
    prefixes = Prefixes()
    for number in range(1_200):
        prefixes.scout("m", panel(request_for, prefix=f"{number} {LONG}", seats=1)[0])
    assert len(prefixes._scouts) <= 1_000
