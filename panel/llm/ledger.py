"""The ledger: every answered call, stored before anybody reads it, so that a paid answer is never lost."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from panel.domain.call import Call, Request
from panel.llm.batches import Batches
from panel.llm.scrubbing import scrub

if TYPE_CHECKING:
    from panel.llm.books import Books, Spent

Result = TypeVar("Result")


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

    async def find(self, request: Request) -> list[Call]:
        """Return the stored answers to a request, newest first; whether they can be read is for the caller to see.

        Raises:
            DeclarationError: The ledger can't be read.
        """
        if not request.messages or not self.exists():  # what asks no model has no messages and is never recorded
            return []
        return await self._finding.do(request.id)

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
        await self._writing.finish()
        await self._finding.finish()
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
