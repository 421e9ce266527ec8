"""The ledger: every answered call, stored before anybody reads it, so that a paid answer is never lost."""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from panel.domain.call import Call, Request
from panel.llm.scrubbing import scrub

if TYPE_CHECKING:
    from panel.llm.books import Books, Spent

Result = TypeVar("Result")


@dataclass
class _Entry:
    """A call on its way to the disk."""

    request: Request
    call: Call
    error: Exception | None = None


class Ledger:
    """The store of answered calls; cache, resume, replay and cost account.

    Work is done in a thread of its own, so that the event loop never waits for a disk; calls that come in while it
    writes go into the next transaction together. No file is made before the first call is recorded, and no database
    library is imported before there is something to read or write.

    Args:
        place: An SQLite file, or the URL of a PostgreSQL database.
    """

    def __init__(self, place: Path | str) -> None:
        self._place = place
        self._file = Path(place) if isinstance(place, Path) or "://" not in place else None
        self._waiting: deque[_Entry] = deque()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ledger")
        self._opened: Books | None = None

    @property
    def name(self) -> str:
        """Where it is, without passwords."""
        return scrub(str(self._place))

    def exists(self) -> bool:
        """Whether there may be something in it; False where its file was never made."""
        return self._file is None or self._file.exists()

    async def record(self, request: Request, call: Call) -> None:
        """Store an answered call; it is on the disk when this returns, and will be even if its caller is cancelled.

        Raises:
            DeclarationError: The ledger can't be written to.
        """
        entry = _Entry(request, call)
        self._waiting.append(entry)
        await asyncio.shield(self._run(self._write_waiting))
        if entry.error is not None:
            raise entry.error

    async def find(self, request: Request) -> list[Call]:
        """Return the stored answers to a request, newest first; whether they can be read is for the caller to see.

        Raises:
            DeclarationError: The ledger can't be read.
        """
        if not request.messages or not self.exists():  # what asks no model has no messages and is never recorded
            return []
        return await self._run(lambda: self._books().answers_to(request.id))

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
        if self._waiting:
            await self._run(self._write_waiting)
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

    def _write_waiting(self) -> None:
        """Write all that waits in one transaction; if that fails, each by itself, so that one can't spoil another."""
        entries = [self._waiting.popleft() for _ in range(len(self._waiting))]
        if entries and (error := self._write(entries)) is not None:
            for entry in entries:
                entry.error = error if len(entries) == 1 else self._write([entry])

    def _write(self, entries: list[_Entry]) -> Exception | None:
        try:
            self._books().write([(entry.request, entry.call) for entry in entries])
        except Exception as error:  # noqa: BLE001 - it is raised where the call is recorded
            return error
        return None
