"""Reading documents in a process of their own, within a time limit."""

import asyncio
import datetime as dt
import json
import sys
from dataclasses import asdict
from types import TracebackType
from typing import Any, Self

from panel.errors import DeclarationError
from panel.store.intake.document import Document
from panel.store.intake.reading import Arrival

LONGEST_ANSWER = 64 * 1024**2
"""Bytes of one answer."""


class Reader:
    """Reads documents, one after the other; use it as an asynchronous context manager.

    The process starts with the first document and is ended with the last, or when one takes too long.

    Args:
        limit_s: Seconds that one document may take.
        today: No date after this one is believed.
    """

    def __init__(self, *, today: dt.date, limit_s: float = 30.0) -> None:
        self._today, self._limit_s = today, limit_s
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._end()

    async def read(self, arrival: Arrival) -> Document:
        """Read a document.

        Raises:
            DeclarationError: If it can't be read, has no words, or takes too long.
        """
        async with self._turn:
            try:
                async with asyncio.timeout(self._limit_s):
                    answer = await self._ask(arrival)
            except TimeoutError:
                await self._end()
                problem = f"{arrival.place!r} took longer than {self._limit_s:g} s to read"
                raise DeclarationError(f"{problem}; save the part that matters as text") from None
            except (OSError, ValueError):
                await self._end()
                raise DeclarationError(f"{arrival.place!r} can't be read; save its text as a file") from None
        if "problem" in answer:
            raise DeclarationError(answer["problem"])
        said = answer["document"]
        return Document(**{**said, "date": dt.date.fromisoformat(said["date"]) if said["date"] else None})

    async def _ask(self, arrival: Arrival) -> Any:  # noqa: ANN401 - what JSON holds
        process = self._process or await self._start()
        assert process.stdin
        assert process.stdout
        request = {**asdict(arrival), "size": len(arrival.raw), "today": self._today.isoformat()}
        del request["raw"]
        process.stdin.write(json.dumps(request).encode() + b"\n" + arrival.raw)
        await process.stdin.drain()
        return json.loads(await process.stdout.readline())

    async def _start(self) -> asyncio.subprocess.Process:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-X", "utf8", "-m", "panel.store.intake.worker"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            limit=LONGEST_ANSWER,
        )
        return self._process

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            process.kill()
        await process.wait()
