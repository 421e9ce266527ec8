import asyncio
from collections.abc import Sequence

import pytest

from panel.errors import CallError, RateLimited, Refused, Unreachable
from panel.llm.retrying import Patience, ask_patiently


class Clock:
    """A clock that only moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def ask(errors: Sequence[CallError], patience: Patience, clock: Clock, dice: float = 1.0) -> tuple[str, int]:
    """Fail in these ways, one after the other, then answer; return the answer and the number of attempts."""
    waiting, made = list(errors), 0

    async def attempt() -> str:
        nonlocal made
        made += 1
        if waiting:
            raise waiting.pop(0)
        return "answer"

    answer = asyncio.run(ask_patiently(attempt, patience, clock=clock, sleep=clock.sleep, dice=lambda: dice))
    return answer, made


def test_what_may_be_mended_is_asked_again_with_growing_pauses() -> None:
    """Pauses double from the first one to the longest one."""
    clock = Clock()
    patience = Patience(attempts=6, first_pause_s=1, longest_pause_s=5)
    assert ask([Unreachable("down")] * 5, patience, clock) == ("answer", 6)
    assert clock.slept == [1, 2, 4, 5, 5]


def test_jitter_takes_up_to_half_of_a_pause() -> None:
    """Seats that failed together don't return together."""
    clock = Clock()
    ask([Unreachable("down")] * 2, Patience(first_pause_s=1), clock, dice=0.0)
    assert clock.slept == [0.5, 1.0]


def test_what_a_retry_cannot_mend_fails_at_once() -> None:
    """A refusal is asked once."""
    clock = Clock()
    with pytest.raises(Refused, match=r"^no$"):
        ask([Refused("no")], Patience(), clock)
    assert clock.slept == []


def test_a_retry_after_is_honoured() -> None:
    """The pause is never shorter than the provider asked for."""
    clock = Clock()
    ask([RateLimited("slow down", retry_after=30)], Patience(first_pause_s=1), clock)
    assert 30 <= clock.slept[0] <= 31


def test_a_retry_after_beyond_the_deadline_fails_at_once() -> None:
    """Nobody waits for what can't come in time."""
    clock = Clock()
    with pytest.raises(RateLimited) as caught:
        ask([RateLimited("slow down", retry_after=700)], Patience(deadline_s=600), clock)
    assert clock.slept == []
    assert caught.value.retry_after == 700


def test_attempts_are_limited_and_told() -> None:
    """The last error says how often it was tried."""
    clock = Clock()
    with pytest.raises(Unreachable, match=r"^down \(after 3 attempts\)$"):
        ask([Unreachable("down")] * 9, Patience(attempts=3), clock)
    assert len(clock.slept) == 2


def test_the_deadline_ends_everything() -> None:
    """No pause begins that would end after the deadline."""
    clock = Clock()
    with pytest.raises(Unreachable):
        ask([Unreachable("down")] * 99, Patience(attempts=99, deadline_s=20, first_pause_s=8), clock)
    assert clock.now < 20


def test_an_attempt_may_not_hang() -> None:
    """An attempt without an answer ends after its seconds and is tried again."""
    tries = 0

    async def attempt() -> str:
        nonlocal tries
        tries += 1
        if tries == 1:
            await asyncio.sleep(60)
        return "answer"

    patience = Patience(timeout_s=0.05, first_pause_s=0)
    assert asyncio.run(ask_patiently(attempt, patience)) == "answer"
    assert tries == 2


def test_cancelling_ends_the_waiting() -> None:
    """A cancelled question isn't mistaken for one that failed."""

    async def scenario() -> None:
        task = asyncio.create_task(ask_patiently(lambda: asyncio.sleep(60), Patience()))
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(scenario())
