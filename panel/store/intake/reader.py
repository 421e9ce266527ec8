"""Reading documents in a process of their own, within a time limit."""

import asyncio
import datetime as dt
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import panel
from panel.errors import DeclarationError
from panel.store.intake.document import Document
from panel.store.intake.feed_items import Content
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
        return Document.from_json(await self._read(arrival, "document"))

    async def read_feed(self, arrival: Arrival) -> Content:
        """Read a feed.

        Raises:
            DeclarationError: If it is none, or takes too long.
        """
        return Content.from_json(await self._read(arrival, "feed"))

    async def _read(self, arrival: Arrival, task: str) -> Any:  # noqa: ANN401 - what JSON holds
        async with self._turn:
            try:
                async with asyncio.timeout(self._limit_s):
                    answer = await self._ask(arrival, task)
            except TimeoutError:
                await self._end()
                problem = f"{arrival.place!r} took longer than {self._limit_s:g} s to read"
                raise DeclarationError(f"{problem}; save the part that matters as text") from None
            except (OSError, ValueError):
                await self._end()
                raise DeclarationError(f"{arrival.place!r} can't be read; save its text as a file") from None
        if "problem" in answer:
            raise DeclarationError(answer["problem"])
        return answer["read"]

    async def _ask(self, arrival: Arrival, task: str) -> Any:  # noqa: ANN401
        process = self._process or await self._start()
        assert process.stdin
        assert process.stdout
        request = {**asdict(arrival), "size": len(arrival.raw), "today": self._today.isoformat(), "task": task}
        del request["raw"]
        process.stdin.write(json.dumps(request).encode() + b"\n" + arrival.raw)
        await process.stdin.drain()
        return json.loads(await process.stdout.readline())

    async def _start(self) -> asyncio.subprocess.Process:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-P", "-X", "utf8", "-m", "panel.store.intake.worker"),  # -P: nothing is imported from this folder
            env=_environment(),
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


def _environment() -> dict[str, str]:
    """Return the process's environment, in which this very package is found first."""
    here = str(Path(panel.__file__).resolve().parent.parent)
    paths = [here, os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
