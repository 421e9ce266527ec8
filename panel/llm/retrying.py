"""Asking again where that may help, and only for so long."""

import asyncio
import copy
import random
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import TypeVar

from pydantic import Field
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception

from panel.domain.noun import Noun
from panel.errors import CallError, RateLimited, Unreachable

Answer = TypeVar("Answer")


class Patience(Noun):
    """How long a model is waited for."""

    attempts: int = Field(default=5, ge=1)
    """Most attempts for one answer."""
    timeout_s: float = Field(default=120.0, gt=0)
    """Seconds that one attempt may take."""
    deadline_s: float = Field(default=600.0, gt=0)
    """Seconds that all attempts together may take, pauses included."""
    first_pause_s: float = Field(default=1.0, ge=0)
    """Seconds of the first pause, before jitter; each one after it is twice as long."""
    longest_pause_s: float = Field(default=60.0, ge=0)
    """Seconds of the longest pause that isn't asked for by the provider."""
    forgiving: bool = False
    """Whether being asked for a pause is no attempt: only the deadline ends it then."""


async def ask_patiently(
    attempt: Callable[[], Awaitable[Answer]],
    patience: Patience,
    *,
    turn: Callable[[float], AbstractAsyncContextManager[None]] = lambda _: nullcontext(),
    place: Callable[[], AbstractAsyncContextManager[None]] = nullcontext,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    dice: Callable[[], float] = random.random,
) -> Answer:
    """Make an attempt until it succeeds, can't be mended by another, or patience ends.

    Pauses grow exponentially and are spread by jitter, so that seats that failed together don't return together. A
    provider's Retry-After is honoured; one that doesn't fit into the deadline fails at once.

    Args:
        attempt: Asks once; raises CallError.
        patience: Limits.
        turn: What must be entered before each attempt, given the seconds that may be waited for it; the time spent
            there counts towards the deadline, not towards the attempt.
        place: What must be entered before each attempt, however long it takes: the time spent there is our own doing
            and counts towards nothing. It sees how the attempt ended.
        clock: Seconds that only grow.
        sleep: Waits for seconds.
        dice: Numbers from 0 to below 1.

    Raises:
        CallError: The last attempt's error; its sentence says how many were made, if several.
    """
    began = clock()
    made = waited = asked_to_pause = 0.0

    def left() -> float:
        return patience.deadline_s - (clock() - began - waited)

    def limit() -> float:
        return min(patience.timeout_s, max(left(), 0.001))

    def pause(state: RetryCallState) -> float:
        doubled = min(patience.first_pause_s * 2.0 ** (state.attempt_number - 1), patience.longest_pause_s)
        jittered = doubled * (0.5 + dice() / 2)
        asked = _retry_after(state)
        return jittered if asked is None else asked + min(jittered, 1.0) * dice()

    def give_up(state: RetryCallState) -> bool:
        nonlocal asked_to_pause
        if patience.forgiving and state.outcome and isinstance(state.outcome.exception(), RateLimited):
            asked_to_pause += 1
        return state.attempt_number - asked_to_pause >= patience.attempts or state.upcoming_sleep >= left()

    retrying = AsyncRetrying(sleep=sleep, wait=pause, stop=give_up, retry=retry_if_exception(_may_retry), reraise=True)

    async def once() -> Answer:
        nonlocal made, waited
        queued = clock()
        async with place():
            waited += clock() - queued
            made += 1
            async with turn(limit()):
                seconds = limit()
                try:
                    async with asyncio.timeout(seconds):
                        return await attempt()
                except TimeoutError:
                    raise Unreachable(f"no answer came within {seconds:.3g} s") from None

    try:
        return await retrying(once)
    except CallError as error:
        raise _after(int(made), error) from error.__cause__


def _may_retry(error: BaseException) -> bool:
    return isinstance(error, CallError) and error.may_retry


def _retry_after(state: RetryCallState) -> float | None:
    error = state.outcome.exception() if state.outcome else None
    return error.retry_after if isinstance(error, RateLimited) else None


def _after(attempts: int, error: CallError) -> CallError:
    """Return the error with the number of attempts in its sentence."""
    if attempts == 1:
        return error
    told = copy.copy(error)
    told.problem = f"{error.problem} (after {attempts} attempts)"
    told.args = (told.problem,)
    return told
