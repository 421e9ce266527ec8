"""A connection to the ledger's database: pragmas, transactions, the schema's version, and errors as one sentence."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, exc, insert, inspect, select, text
from sqlalchemy.engine import make_url

from panel.errors import DeclarationError
from panel.llm.scrubbing import scrub
from panel.llm.tables import VERSION, about, metadata

BUSY_S = 30
"""Seconds that SQLite waits for another process's transaction."""

_LOCK = 7_405_713
"""Number of the advisory lock under which PostgreSQL processes create the tables one after the other."""


class Database:
    """The database of a ledger; used from one thread.

    Args:
        place: A file, or an SQLAlchemy URL.
    """

    def __init__(self, place: Path | str) -> None:
        self._file = Path(place) if isinstance(place, Path) or "://" not in place else None
        self._url = f"sqlite:///{self._file}" if self._file is not None else str(place)
        self.name = str(self._file) if self._file is not None else scrub(str(place))
        self._engine: Engine | None = None
        self._ready = False

    @contextmanager
    def reading(self) -> Iterator[Connection | None]:
        """Open a transaction that only reads; None if nothing was ever written."""
        if self._file is not None and not self._file.exists():
            yield None
            return
        with self._sentences(), self._open().connect().execution_options(reads=True) as link, link.begin():
            yield link if self._is_ledger(link) else None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that is on the disk when the block ends."""
        with self._sentences():
            if self._file is not None:
                self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._open().begin() as link:
                if not self._is_ledger(link):
                    self._make(link)
                yield link

    def close(self) -> None:
        """Close every connection."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _open(self) -> Engine:
        if self._engine is None:
            try:
                self._engine = create_engine(make_url(self._url))
            except (exc.ArgumentError, exc.NoSuchModuleError) as error:
                raise DeclarationError(f"the ledger's address {self.name!r} isn't one: {scrub(str(error))}") from None
            except ModuleNotFoundError as error:
                raise DeclarationError(
                    f"the ledger {self.name!r} needs the package {error.name!r}: pip install 'shipskip[postgres]'"
                ) from None
            if self._engine.dialect.name == "sqlite":
                event.listen(self._engine, "connect", _prepare_sqlite)
                event.listen(self._engine, "begin", _begin_sqlite)
        return self._engine

    def _is_ledger(self, link: Connection) -> bool:
        """Whether the tables are there; False if the database is empty.

        Raises:
            DeclarationError: It is a database of another kind, or of another version.
        """
        if self._ready:
            return True
        tables = set(inspect(link).get_table_names())
        if about.name not in tables:
            if tables:
                raise DeclarationError(f"{self.name} is a database, but no ledger: name another one")
            return False
        found = link.execute(select(about.c.value).where(about.c.name == "schema")).scalar()
        if found != VERSION:
            raise DeclarationError(
                f"{self.name} is a ledger of version {found}, and this shipskip writes version {VERSION}: "
                "move it away, or use the shipskip that wrote it"
            )
        self._ready = True
        return True

    def _make(self, link: Connection) -> None:
        """Make the tables, unless another process has just done so."""
        if link.dialect.name == "postgresql":  # on SQLite, BEGIN IMMEDIATE keeps the others out
            link.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            if self._is_ledger(link):
                return
        metadata.create_all(link)
        link.execute(insert(about).values(name="schema", value=VERSION))

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        """Turn what databases say into one sentence."""
        try:
            yield
        except (exc.DBAPIError, OSError) as error:
            said = str(error.orig) if isinstance(error, exc.DBAPIError) else (error.strerror or str(error))
            raise DeclarationError(f"the ledger {self.name} {_reason(said)}") from error


def _reason(said: str) -> str:
    low = said.lower()
    if "not a database" in low:
        return "isn't a database: name another file"
    if "locked" in low:
        return f"was locked by another program for more than {BUSY_S} s: close it and try again"
    if "readonly" in low or "read-only" in low or "unable to open" in low or "permission denied" in low:
        return f"can't be written to: {scrub(said)}"
    return f"failed: {scrub(said)}"


def _prepare_sqlite(link: Any, _: object) -> None:  # noqa: ANN401 - sqlite3.Connection
    link.isolation_level = None  # transactions begin where _begin_sqlite says so
    link.execute(f"PRAGMA busy_timeout = {BUSY_S * 1_000}")
    link.execute("PRAGMA synchronous = FULL")
    for patience in (0.05, 0.2, 1.0, 3.0, None):  # two processes that open a new file together may collide here
        try:
            if link.execute("PRAGMA page_count").fetchone()[0] == 0:  # somebody else's file is left as it is
                link.execute("PRAGMA journal_mode = WAL")
            break
        except link.OperationalError as error:
            if patience is None or "locked" not in str(error):
                raise
            time.sleep(patience)


def _begin_sqlite(link: Connection) -> None:
    link.exec_driver_sql("BEGIN" if link.get_execution_options().get("reads") else "BEGIN IMMEDIATE")
