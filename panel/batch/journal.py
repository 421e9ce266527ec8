"""The journal of batches: from what each verdict was made, so that a finished release is known without reading it."""

import asyncio
import datetime as dt
import json
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Literal, NamedTuple

from pydantic import Field
from sqlalchemy import Column, Integer, MetaData, String, Table, Text, delete, insert, select, update

from panel.domain.noun import Noun
from panel.llm.batches import Batches
from panel.llm.database import Database, Kind

metadata = MetaData()

about = Table("about", metadata, Column("name", String(40), primary_key=True), Column("value", Text, nullable=False))

heard = Table(
    "heard",
    metadata,
    Column("slug", String(120), primary_key=True),
    Column("content", String(64), nullable=False),
    Column("panel", String(64), nullable=False),
    Column("seats", Text, nullable=False),
    Column("record", String(60), nullable=False),
    Column("spoiled", String(10), nullable=False),
    Column("outcome", Text, nullable=False),
)
"""One row per release that has a verdict: what it was made from, and what the verdict's file looked like then."""

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("began", String(40), nullable=False),
    Column("asked", Text, nullable=False),
    Column("ended", String(40)),
    Column("summary", Text),
)
"""One row per run: what was asked for, and what came of it; one without an end was killed."""

JOURNAL = Kind("journal of batches", metadata, about, "1", instead="delete it, which costs time and no money")

KEPT = 1_000
"""Runs that are remembered."""

Spoiled = Literal["", "passing", "lasting"]
"""Whether seats of a verdict are spoiled: by what may pass, such as a rate limit, or by what the model said."""


class Line(NamedTuple):
    """What the journal knows of one verdict."""

    slug: str
    """Name of its folder."""
    content: str
    """Hash of what the release was read from."""
    panel: str
    """Hash of the panel that sat: personas, prompts, models, parameters, weights."""
    seats: tuple[str, ...]
    """The personas that sat, in order."""
    record: str
    """What its file looked like; see :func:`seen`."""
    spoiled: Spoiled
    """Whether seats are spoiled."""
    outcome: str
    """What was told of it last, as JSON."""


class Run(Noun):
    """An earlier run."""

    id: int
    """Its number."""
    began: dt.datetime
    """When (UTC)."""
    asked: dict[str, Any]
    """What was asked for: inputs and options."""
    summary: dict[str, Any] | None = Field(default=None)
    """What came of it; None if it was killed."""


class Journal:
    """Keeps one line per verdict and one per run; whatever is lost from it costs time, never money.

    Args:
        file: Its SQLite file.
    """

    def __init__(self, file: Path) -> None:
        self._database = Database(file, JOURNAL)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self._writing: Batches[Line, None] = Batches(self._write, self._thread)

    def known(self, slugs: Iterable[str]) -> dict[str, Line]:
        """Return what is known of these verdicts; may be called from any thread.

        Raises:
            DeclarationError: The journal can't be read.
        """
        return self._thread.submit(self._known, list(slugs)).result()

    async def note(self, line: Line) -> None:
        """Keep a line; those that come in while one is written are written together.

        Raises:
            DeclarationError: The journal can't be written to.
        """
        await self._writing.do(line)

    def begin(self, asked: dict[str, Any]) -> int:
        """Note that a run begins; return its number.

        Raises:
            DeclarationError: The journal can't be written to.
        """
        return self._thread.submit(self._begin, asked).result()

    def end(self, number: int, summary: dict[str, Any]) -> None:
        """Note how a run ended.

        Raises:
            DeclarationError: The journal can't be written to.
        """
        values = {"ended": _now(), "summary": json.dumps(summary, ensure_ascii=False)}

        def work() -> None:
            with self._database.writing() as link:
                link.execute(update(runs).where(runs.c.id == number).values(**values))

        self._thread.submit(work).result()

    def last(self) -> Run | None:
        """Return the latest run, if there was one.

        Raises:
            DeclarationError: The journal can't be read.
        """
        return self._thread.submit(self._last).result()

    async def close(self) -> None:
        """Write what is left and close the file."""
        await self._writing.finish()
        await asyncio.get_running_loop().run_in_executor(self._thread, self._database.close)
        self._thread.shutdown()

    def _known(self, slugs: Sequence[str]) -> dict[str, Line]:
        with self._database.reading() as link:
            if link is None:
                return {}
            rows = link.execute(select(heard).where(heard.c.slug.in_(slugs)))
            return {row[0]: Line(**{**row._mapping, "seats": tuple(row.seats.split(","))}) for row in rows}

    def _write(self, lines: Sequence[Line]) -> list[Exception | None]:
        newest = {line.slug: line for line in lines}
        with self._database.writing() as link:
            link.execute(delete(heard).where(heard.c.slug.in_(list(newest))))
            link.execute(insert(heard), [{**line._asdict(), "seats": ",".join(line.seats)} for line in newest.values()])
        return [None] * len(lines)

    def _begin(self, asked: dict[str, Any]) -> int:
        with self._database.writing() as link:
            row = link.execute(insert(runs).values(began=_now(), asked=json.dumps(asked, ensure_ascii=False)))
            number = int((row.inserted_primary_key or (0,))[0])
            link.execute(delete(runs).where(runs.c.id <= number - KEPT))
        return number

    def _last(self) -> Run | None:
        with self._database.reading() as link:
            row = link.execute(select(runs).order_by(runs.c.id.desc()).limit(1)).first() if link is not None else None
        if row is None:
            return None
        summary = json.loads(row.summary) if row.summary else None
        return Run(id=row.id, began=row.began, asked=json.loads(row.asked), summary=summary)


def seen(record: Path) -> str | None:
    """Return what a verdict's file looks like from outside; None if there is none."""
    try:
        found = record.stat()
    except OSError:
        return None
    return f"{found.st_size}:{found.st_mtime_ns}"


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
