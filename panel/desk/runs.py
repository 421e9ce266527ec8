"""Panels that sit while an editor watches: each in a thread of its own, with events for whoever looks on."""

import asyncio
import secrets
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from panel.errors import DeclarationError, PanelError
from panel.llm.scrubbing import scrub

RunState = Literal["running", "done", "failed", "cancelled"]
KEPT = 50
"""Finished runs that are remembered."""
AT_ONCE = 4
"""Runs under way at the same time."""


@dataclass(frozen=True)
class Progress:
    """One thing that happened in a run."""

    seat: str
    """Who has voted, or what was done."""
    said: str
    """``ship``, ``skip``, ``abstain``, ``spoiled``; ``note`` for something worth knowing."""
    text: str = ""
    """More about it, in a sentence."""


Tell = Callable[[Progress], None]
Work = Callable[[Tell], Awaitable[str]]
"""What a run does; returns the page on which its result stands."""


@dataclass
class Run:
    """One piece of work under way."""

    title: str
    """What it is, for the page."""
    seats: tuple[str, ...]
    """Whom it waits for."""
    who: str
    """The editor who started it."""
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    """Its name in addresses."""
    state: RunState = "running"
    """How it stands."""
    events: list[Progress] = field(default_factory=list)
    """What happened so far."""
    result: str = ""
    """The page with its result, once it is done."""
    problem: str = ""
    """Why it failed."""


class Runs:
    """Starts runs, tells of them, cancels them."""

    def __init__(self) -> None:
        self._runs: dict[str, Run] = {}
        self._cancels: dict[str, Callable[[], object]] = {}
        self._threads: dict[str, threading.Thread] = {}
        self._lock = threading.Lock()

    def find(self, name: str) -> Run | None:
        """Return a run by its name."""
        return self._runs.get(name)

    @property
    def under_way(self) -> list[Run]:
        """The runs that haven't ended."""
        return [run for run in list(self._runs.values()) if run.state == "running"]

    def start(self, title: str, seats: tuple[str, ...], who: str, work: Work) -> Run:
        """Start a run in a thread of its own and return at once."""
        run = Run(title, seats, who)
        thread = threading.Thread(target=self._hold, args=(run, work), name=f"run-{run.id}", daemon=True)
        with self._lock:
            ended = [name for name, each in self._runs.items() if each.state != "running"]
            for name in ended[: max(len(ended) - KEPT, 0)]:
                del self._runs[name]
            self._runs[run.id], self._threads[run.id] = run, thread
        thread.start()
        return run

    def cancel(self, run: Run) -> None:
        """Stop a run; what was paid for until then is in the ledger."""
        with self._lock:
            stop = self._cancels.get(run.id)
        if stop is not None:
            stop()

    def stop_all(self, patience_s: float = 5.0) -> None:
        """Cancel what is under way and wait for it."""
        for run in self.under_way:
            self.cancel(run)
        for thread in list(self._threads.values()):
            thread.join(patience_s)

    async def watch(self, run: Run, seen: int = 0) -> AsyncIterator[tuple[int, Progress | None]]:
        """Yield what happens in a run with its number, from the beginning or the one after ``seen``; ends with it.

        None is yielded where nothing has happened for a while, so that a dead connection is noticed.
        """
        waited = 0.0
        while True:
            fresh = run.events[seen:]
            for each in fresh:
                seen += 1
                yield seen, each
            if run.state != "running" and seen >= len(run.events):
                return
            waited = 0.0 if fresh else waited + 0.1
            if waited >= 10:
                waited = 0.0
                yield seen, None
            await asyncio.sleep(0.1)

    def _hold(self, run: Run, work: Work) -> None:
        """Do the work in an event loop of this thread."""

        async def main() -> str:
            task = asyncio.ensure_future(work(lambda each: self._note(run, each)))
            loop = asyncio.get_running_loop()
            with self._lock:
                self._cancels[run.id] = partial(loop.call_soon_threadsafe, task.cancel)
            return await task

        try:
            result = asyncio.run(main())
        except asyncio.CancelledError:
            self._end(run, "cancelled")
        except PanelError as failed:
            self._end(run, "failed", problem=scrub(str(failed)))
        except Exception as failed:  # noqa: BLE001 - a thread's end must be told, whatever it was
            self._end(run, "failed", problem=scrub(f"{type(failed).__name__}: {failed}"))
        else:
            self._end(run, "done", result=result)

    def _note(self, run: Run, each: Progress) -> None:
        with self._lock:
            run.events.append(each)

    def _end(self, run: Run, state: RunState, *, result: str = "", problem: str = "") -> None:
        with self._lock:
            run.result, run.problem, run.state = result, problem, state
            self._cancels.pop(run.id, None)
            self._threads.pop(run.id, None)


def refuse_too_many(runs: Runs) -> None:
    """Raise a DeclarationError where no further run should be started."""
    if len(runs.under_way) >= AT_ONCE:
        raise DeclarationError(f"{AT_ONCE} runs are under way already; wait for one of them, or cancel it")
