"""A connection to a database of ours: pragmas, transactions, the schema's version, and errors as one sentence."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, MetaData, Table, create_engine, event, exc, insert, inspect, select, text
from sqlalchemy.engine import make_url
from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_random_exponential

from panel.errors import DeclarationError
from panel.llm.scrubbing import scrub
from panel.llm.tables import VERSION, about, metadata

Result = TypeVar("Result")

BUSY_S = 30
"""Seconds that SQLite waits for another process's transaction."""

_LOCK = 7_405_713
"""Number of the advisory lock under which PostgreSQL processes create the tables one after the other."""


_COLLIDED = frozenset({"40001", "40P01", "42P07", "42710", "23505"})
"""SQLSTATEs of transactions that PostgreSQL broke off because of others: done once more, they succeed.

The last three say that somebody else has just made the same table; which of them comes is a matter of chance.
"""
COLLISIONS = 10
"""Most attempts at one transaction that others collide with."""

_POSTGRES = re.compile("^postgres(?:ql)?://")
_DRIVER = "postgresql+psycopg://"
"""What an address that names no driver means: the one that comes with ``shipskip[postgres]``."""

_OURS = ("bulk_", "votes")
"""How the names of tables begin that may stand beside any other of ours."""


@dataclass(frozen=True)
class Kind:
    """What a database holds."""

    name: str
    """What sentences call it, such as ``ledger``."""
    metadata: MetaData
    """Its tables."""
    about: Table
    """The one among them that says which version of the schema it is."""
    version: str
    """Version of the schema that this shipskip writes."""
    neighbours: frozenset[str] = frozenset()
    """Tables of ours that may stand in the same database."""
    instead: str = "name another file"
    """What to do where its file turns out to be something else."""


LEDGER = Kind("ledger", metadata, about, VERSION, frozenset({"votes_about", "votes", "votes_past", "votes_links"}))


class Database:
    """A database of ours; used from one thread.

    Args:
        place: A file, or an SQLAlchemy URL.
        kind: What it holds.
    """

    def __init__(self, place: Path | str, kind: Kind = LEDGER) -> None:
        self._kind = kind
        self._file = Path(place) if isinstance(place, Path) or "://" not in place else None
        self._url = f"sqlite:///{self._file}" if self._file is not None else _POSTGRES.sub(_DRIVER, str(place))
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
            yield link if self._is_ours(link) else None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that is on the disk when the block ends; see also :meth:`write`."""
        with self._sentences(), self._transaction() as link:
            yield link

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """Do work in a transaction that is on the disk when this returns; all of it anew if another one collides.

        Args:
            work: Reads and writes; it may be called several times, and what it did before is undone then.
        """

        def once() -> Result:
            with self._transaction() as link:
                return work(link)

        retrying = Retrying(
            retry=retry_if_exception(_collided),
            stop=stop_after_attempt(COLLISIONS),
            wait=wait_random_exponential(multiplier=0.02, max=2.0),
            reraise=True,
        )
        with self._sentences():
            return retrying(once)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if self._file is not None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._open().begin() as link:
            if not self._is_ours(link):
                self._make(link)
            yield link

    def close(self) -> None:
        """Close every connection."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _open(self) -> Engine:
        if self._engine is None:
            what = f"the {self._kind.name}"
            try:
                self._engine = create_engine(make_url(self._url), **self._isolation())
            except (exc.ArgumentError, exc.NoSuchModuleError) as error:
                raise DeclarationError(f"{what}'s address {self.name!r} isn't one: {scrub(str(error))}") from None
            except ModuleNotFoundError as error:
                raise DeclarationError(
                    f"{what} {self.name!r} needs the package {error.name!r}: pip install 'shipskip[postgres]'"
                ) from None
            if self._engine.dialect.name == "sqlite":
                event.listen(self._engine, "connect", _prepare_sqlite)
                event.listen(self._engine, "begin", _begin_sqlite)
        return self._engine

    def _isolation(self) -> dict[str, Any]:
        """Say under which isolation transactions run on PostgreSQL, whatever the database's default.

        Who waited for a lock must see what its holder wrote: that somebody made the tables, claimed the request, or
        stored its answer. Under a stricter level it would see only what was there when it began.
        """
        return {"isolation_level": "READ COMMITTED"} if make_url(self._url).get_backend_name() == "postgresql" else {}

    def _is_ours(self, link: Connection) -> bool:
        """Whether the tables are there; False if the database is empty.

        Raises:
            DeclarationError: It is a database of another kind, or of another version.
        """
        if self._ready:
            return True
        kind, tables = self._kind, set(inspect(link).get_table_names())
        if kind.about.name not in tables:
            if any(not name.startswith(_OURS) for name in tables - kind.neighbours):
                raise DeclarationError(f"{self.name} is a database, but no {kind.name}: name another one")
            return False
        found = link.execute(select(kind.about.c.value).where(kind.about.c.name == "schema")).scalar()
        if found != kind.version:
            raise DeclarationError(
                f"{self.name} is a {kind.name} of version {found}, and this shipskip writes version {kind.version}: "
                "move it away, or use the shipskip that wrote it"
            )
        self._ready = True
        return True

    def _make(self, link: Connection) -> None:
        """Make the tables, unless another process has just done so."""
        if link.dialect.name == "postgresql":  # on SQLite, BEGIN IMMEDIATE keeps the others out
            link.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            if self._is_ours(link):
                return
        self._kind.metadata.create_all(link)
        link.execute(insert(self._kind.about).values(name="schema", value=self._kind.version))

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        """Turn what databases say into one sentence."""
        try:
            yield
        except (exc.DBAPIError, OSError) as error:
            said = str(error.orig) if isinstance(error, exc.DBAPIError) else (error.strerror or str(error))
            raise DeclarationError(f"the {self._kind.name} {self.name} {_reason(said, self._kind.instead)}") from error


def _collided(error: BaseException) -> bool:
    """Whether a transaction was a deadlock's victim, or can't be put in a row with others."""
    return isinstance(error, exc.DBAPIError) and getattr(error.orig, "sqlstate", None) in _COLLIDED


def _reason(said: str, instead: str) -> str:
    low = said.lower()
    if "not a database" in low:
        return f"isn't a database: {instead}"
    if "is locked" in low:
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
