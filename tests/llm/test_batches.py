import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from panel.llm.batches import Batches


class Worker:
    """Doubles numbers slowly, and remembers its batches; 13 is more than it can do."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []

    def __call__(self, numbers: Sequence[int]) -> list[int | Exception]:
        self.batches.append(list(numbers))
        time.sleep(0.02)
        if 0 in numbers:
            raise ZeroDivisionError("nothing works")
        return [ValueError("13") if number == 13 else number * 2 for number in numbers]


def held(scenario: Callable[[Batches[int, int]], Awaitable[object]], *, most: int = 500) -> list[list[int]]:
    """Play a scenario and return the batches that were worked on."""
    worker = Worker()

    async def play() -> None:
        with ThreadPoolExecutor(max_workers=1) as thread:
            batches: Batches[int, int] = Batches(worker, thread, most=most)
            await scenario(batches)
            await batches.finish()

    asyncio.run(play())
    return worker.batches


def test_what_comes_together_is_done_together() -> None:
    """Items of one turn of the loop are one batch; those that come while it is under way are the next."""

    async def scenario(batches: Batches[int, int]) -> None:
        first = [asyncio.create_task(batches.do(number)) for number in (1, 2, 3)]
        await asyncio.sleep(0.01)
        second = [asyncio.create_task(batches.do(number)) for number in (4, 5)]
        assert await asyncio.gather(*first, *second) == [2, 4, 6, 8, 10]

    assert held(scenario) == [[1, 2, 3], [4, 5]]


def test_a_batch_has_a_size() -> None:
    """More items than fit into one batch are several."""

    async def scenario(batches: Batches[int, int]) -> None:
        assert await asyncio.gather(*(batches.do(number) for number in range(1, 6))) == [2, 4, 6, 8, 10]

    assert held(scenario, most=2) == [[1, 2], [3, 4], [5]]


def test_one_error_spoils_nothing_else() -> None:
    """An item's error is raised where that item is waited for, and only there."""

    async def scenario(batches: Batches[int, int]) -> None:
        results = await asyncio.gather(*(batches.do(number) for number in (12, 13, 14)), return_exceptions=True)
        assert [type(each) for each in results] == [int, ValueError, int]

    held(scenario)


def test_work_that_fails_as_a_whole_fails_for_all() -> None:
    """Nobody waits for ever, and the next batch is worked on."""

    async def scenario(batches: Batches[int, int]) -> None:
        results = await asyncio.gather(batches.do(0), batches.do(1), return_exceptions=True)
        assert [type(each) for each in results] == [ZeroDivisionError, ZeroDivisionError]
        assert await batches.do(2) == 4

    held(scenario)


def test_whoever_leaves_is_still_served() -> None:
    """Cancelled before its batch began or while it is under way, an item is worked on all the same."""

    async def scenario(batches: Batches[int, int]) -> None:
        before = asyncio.create_task(batches.do(1))
        await asyncio.sleep(0)
        before.cancel()
        await asyncio.sleep(0.01)
        during = asyncio.create_task(batches.do(2))
        await asyncio.sleep(0)
        during.cancel()
        for task in (before, during):
            with pytest.raises(asyncio.CancelledError):
                await task

    assert held(scenario) == [[1], [2]]
