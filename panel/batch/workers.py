"""Processes beside the one that asks: they read the evidence and write records, so that no call waits for either."""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import ParamSpec, TypeVar

from panel.domain.ballot import Ballot
from panel.domain.persona import Persona
from panel.domain.release import Dossier
from panel.domain.verdict import Finding, Verdict
from panel.hearing.convene import findings_on
from panel.publish.saving import save_verdict
from panel.store.workspace import Workspace

P = ParamSpec("P")
Result = TypeVar("Result")

WORTH_STARTING = 6
"""Pieces of work that are done in a thread before processes are started: a handful of releases needs none."""


class Workers:
    """Does what takes long and asks nobody: in a thread at first, then in processes.

    Args:
        home: The workspace.
        count: Processes; 0 for none, None for one per core, four at most.
    """

    def __init__(self, home: Workspace, count: int | None = None) -> None:
        self._home = home
        self._count = min(os.cpu_count() or 1, 4) if count is None else count
        self._done = 0
        self._pool: ProcessPoolExecutor | None = None
        self._starting: asyncio.Task[None] | None = None

    async def examine(
        self, dossier: Dossier, ballots: Sequence[Ballot], personas: Mapping[str, Persona]
    ) -> tuple[Finding, ...]:
        """Return what an editor should look at; see :func:`findings_on`."""
        return await self._do(findings_on, dossier, tuple(ballots), dict(personas))

    async def keep(self, verdict: Verdict) -> Verdict:
        """Write a verdict's record and pages; see :func:`save_verdict`.

        Raises:
            DeclarationError: They can't be written.
        """
        return await self._do(save_verdict, self._home, verdict)

    async def close(self) -> None:
        """Let the processes go."""
        if self._starting is not None:
            await asyncio.wait([self._starting])
        pool, self._pool, self._count = self._pool, None, 0
        if pool is not None:
            await asyncio.to_thread(pool.shutdown, wait=True, cancel_futures=True)

    async def _do(self, work: Callable[P, Result], *args: P.args, **kwargs: P.kwargs) -> Result:
        self._done += 1
        if self._done > WORTH_STARTING and self._count and self._starting is None:
            self._starting = asyncio.create_task(asyncio.to_thread(self._start))
        if self._pool is not None:
            try:
                return await asyncio.wrap_future(self._pool.submit(work, *args, **kwargs))
            except BrokenProcessPool:  # one was killed, for its memory perhaps: go on without
                self._pool, self._count = None, 0
        return await asyncio.to_thread(work, *args, **kwargs)

    def _start(self) -> None:
        """Start the processes; it takes a second, and until then a thread does the work."""
        ways = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")
        if context.get_start_method() == "forkserver":
            context.set_forkserver_preload([__name__])  # imported once, and shared
        pool = ProcessPoolExecutor(self._count, mp_context=context, initializer=_prepare)
        try:
            for ready in [pool.submit(os.getpid) for _ in range(self._count)]:
                ready.result()
        except (BrokenProcessPool, OSError, RuntimeError):  # none can be started here
            pool.shutdown(wait=False)
            return
        self._pool = pool


def _prepare() -> None:
    """Leave Ctrl-C to the process that asks, and end when it ends, however it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), name="watch-parent", daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
