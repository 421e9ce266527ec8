"""The ledger: every answered call, stored before anybody reads it, so that a paid answer is never lost."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from panel.domain.call import Call, Request
from panel.errors import DeclarationError, UnderWay
from panel.llm.batches import Batches
from panel.llm.scrubbing import scrub

if TYPE_CHECKING:
    from panel.llm.books import Books, Spent
    from panel.llm.claims import Claimed

Result = TypeVar("Result")

RENEW_S = 8.0
"""Seconds between two renewals of what is claimed; well under a claim's lease."""

LOOK_AGAIN_S = 0.5
"""Seconds until a request that somebody else is asking is looked up again."""


class Ledger:
    """The store of answered calls; cache, resume, replay and cost account.

    Work is done in a thread of its own, so that the event loop never waits for a disk; calls that come in while it
    writes go into the next transaction together, and so do questions for calls. No file is made before the first call
    is recorded, and no database library is imported before there is something to read or write.

    Args:
        place: An SQLite file, or the URL of a PostgreSQL database.
    """

    def __init__(self, place: Path | str) -> None:
        self._place = place
        self._file = Path(place) if isinstance(place, Path) or "://" not in place else None
        self._found = False
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ledger")
        self._writing = Batches(self._write, self._thread)
        self._finding = Batches(self._find, self._thread)
        self._claiming: Batches[tuple[str, int], Claimed] = Batches(self._claim, self._thread)
        self._leaving = Batches(self._leave, self._thread)
        self._held: dict[str, asyncio.Event] = {}
        self._recorded: set[str] = set()
        self._renewing: asyncio.Task[None] | None = None
        self._opened: Books | None = None

    @property
    def name(self) -> str:
        """Where it is, without passwords."""
        return scrub(str(self._place))

    def exists(self) -> bool:
        """Whether there may be something in it; False where its file was never made."""
        self._found = self._found or self._file is None or self._file.exists()
        return self._found

    async def record(self, request: Request, call: Call) -> None:
        """Store an answered call; it is on the disk when this returns, and will be even if its caller is cancelled.

        Raises:
            DeclarationError: The ledger can't be written to.
        """
        await self._writing.do((request, call))
        if request.id in self._held:
            self._recorded.add(request.id)

    async def find(self, request: Request) -> list[Call]:
        """Return the stored answers to a request, newest first; whether they can be read is for the caller to see.

        Raises:
            DeclarationError: The ledger can't be read.
        """
        if not request.messages or not self.exists():  # what asks no model has no messages and is never recorded
            return []
        return await self._finding.do(request.id)

    @contextlib.asynccontextmanager
    async def claimed(self, request: Request, known: int) -> AsyncIterator[Call | None]:
        """Hold a request while it is asked, so that nobody else who uses this ledger asks it at the same time.

        Waits while somebody else holds it; a claim whose holder died is void. Yields the answer that came meanwhile, if
        one did: then there is nothing to ask. What left in bulk may take a day, so that isn't waited for.

        Args:
            request: What is to be asked.
            known: Stored answers to it that its asker has seen.

        Raises:
            DeclarationError: The ledger can't be written to.
            UnderWay: It is in a provider's batch.
        """
        while (found := await self._take(request.id, known)) != "ours":
            if found == "posted":
                await self._leave_to_batch(request.id)
                continue
            answers = await self.find(request) if found == "answered" else []
            if len(answers) > known:
                yield answers[0]
                return
            await asyncio.sleep(LOOK_AGAIN_S)
        try:
            yield None
        finally:
            self._let_go(request.id)

    async def _leave_to_batch(self, request: str) -> None:
        posted = await self._run(lambda: self._books().batch_of(request))
        if posted is not None:
            door = "shipskip batch --engine provider"
            raise UnderWay(f"its call is under way in {posted.place}: {door} collects what is paid for")

    async def _take(self, request: str, known: int) -> "Claimed":
        while request in self._held:  # two seats of one process ask the very same thing
            await self._held[request].wait()
        self._held[request] = asyncio.Event()
        found: Claimed = "taken"
        try:
            found = await self._claiming.do((request, known))
        except asyncio.CancelledError:
            self._leaving.post(request)
            raise
        finally:
            if found != "ours":
                self._held.pop(request).set()
        if self._renewing is None or self._renewing.done():
            self._renewing = asyncio.create_task(self._renew())
        return found

    def _let_go(self, request: str) -> None:
        self._held.pop(request).set()
        if request in self._recorded:  # the claim went when the call was written
            self._recorded.remove(request)
        else:
            self._leaving.post(request)

    async def _renew(self) -> None:
        while self._held:
            await asyncio.sleep(RENEW_S)
            held = list(self._held)
            if held:
                with contextlib.suppress(DeclarationError):  # what can't be written will be told where it is recorded
                    await self._run(lambda held=held: self._books().renew(held))  # type: ignore[misc]

    async def find_question(self, question: str, turn: str = "ballot") -> list[Call]:
        """Return the stored answers to a question, whichever model gave them, newest first.

        Args:
            question: A recipe's ``question``.
            turn: ``ballot`` or ``repair``.

        Raises:
            DeclarationError: The ledger can't be read.
        """
        if not self.exists():
            return []
        return await self._run(lambda: self._books().answers_to_question(question, turn))

    async def spent(self) -> "Spent":
        """Add up all calls.

        Raises:
            DeclarationError: The ledger can't be read.
        """
        return await self._run(lambda: self._books().spent())

    async def close(self) -> None:
        """Finish what is being written and close the database."""
        if self._renewing is not None:
            self._renewing.cancel()
            await asyncio.wait([self._renewing])
        for work in (self._writing, self._finding, self._claiming, self._leaving):
            await work.finish()
        if self._opened is not None:
            await self._run(self._opened.close)
        self._thread.shutdown()

    async def _run(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _books(self) -> "Books":
        if self._opened is None:
            from panel.llm.books import Books

            self._opened = Books(self._place)
        return self._opened

    def _find(self, requests: Sequence[str]) -> list[list[Call]]:
        return self._books().answers_to_each(requests)

    def _claim(self, wanted: Sequence[tuple[str, int]]) -> list["Claimed"]:
        found = self._books().claim(dict(wanted))
        return [found[request] for request, _ in wanted]

    def _leave(self, held: Sequence[str]) -> list[None]:
        self._books().give_up(held)
        return [None] * len(held)

    def _write(self, answered: Sequence[tuple[Request, Call]]) -> list[Exception | None]:
        """Write all in one transaction; if that fails, each by itself, so that one can't spoil another."""
        error = self._written(answered)
        if error is None or len(answered) == 1:
            return [error] * len(answered)
        return [self._written([each]) for each in answered]

    def _written(self, answered: Sequence[tuple[Request, Call]]) -> Exception | None:
        try:
            self._books().write(answered)
        except Exception as error:  # noqa: BLE001 - it is raised where the call is recorded
            return error
        return None
