"""Work for one thread done in batches, so that a hundred calls at once cost one transaction and not a hundred."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Batches(Generic[Item, Result]):
    """Does work on items in another thread: whatever comes in while a batch is under way makes up the next one.

    An item that came in is worked on even if nobody waits for it any more.

    Args:
        work: Returns, for each of several items, its result or the error to be raised where it is waited for.
        thread: Where the work is done.
        most: Items of the largest batch.
    """

    def __init__(
        self, work: Callable[[Sequence[Item]], Sequence[Result | Exception]], thread: Executor, *, most: int = 500
    ) -> None:
        self._work, self._thread, self._most = work, thread, most
        self._waiting: list[tuple[Item, asyncio.Future[Result]]] = []
        self._under_way: asyncio.Task[None] | None = None

    async def do(self, item: Item) -> Result:
        """Return the result for an item, or raise its error."""
        done: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._enter(item, done)
        return await done

    def post(self, item: Item) -> None:
        """Have an item worked on without waiting for it; an error is told to nobody."""
        done: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        done.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
        self._enter(item, done)

    async def finish(self) -> None:
        """Wait until nothing is left to do."""
        while self._under_way is not None and not self._under_way.done():
            await asyncio.wait([self._under_way])
        if self._waiting:  # the loop ended an earlier task before it began
            await self._work_off()

    def _enter(self, item: Item, done: "asyncio.Future[Result]") -> None:
        self._waiting.append((item, done))
        if self._under_way is None or self._under_way.done():
            self._under_way = asyncio.create_task(self._work_off())

    async def _work_off(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            batch, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
            items = [item for item, _ in batch]
            try:
                results = await loop.run_in_executor(self._thread, self._work, items)
            except Exception as error:  # noqa: BLE001 - it is raised where each of them is waited for
                results = [error] * len(batch)
            for (_, done), result in zip(batch, results, strict=True):
                _tell(done, result)


def _tell(done: "asyncio.Future[Result]", result: Result | Exception) -> None:
    if done.done():  # whoever waited was cancelled
        return
    if isinstance(result, Exception):
        done.set_exception(result)
    else:
        done.set_result(result)
