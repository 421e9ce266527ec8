"""What stands in providers' batches, for those who ask directly: they leave it to whoever collects it."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection, Select, inspect, select

from panel.llm.bulk.nouns import Posted
from panel.llm.bulk.tables import batches, lines

DUE = dt.timedelta(days=3)
"""Age at which a batch that nobody has collected keeps nobody from asking any more: providers work one off in a day."""


def has_batches(link: Connection) -> bool:
    """Whether anything was ever sent in bulk from a ledger."""
    return inspect(link).has_table(lines.name)


def in_batches(link: Connection, requests: Sequence[str], now: dt.datetime) -> set[str]:
    """Return those of these requests that are under way in a batch, and due."""
    wanted = _due(now).where(lines.c.request.in_(requests)).with_only_columns(lines.c.request)
    return set(link.execute(wanted).scalars())


def batch_of(link: Connection, request: str, now: dt.datetime) -> Posted | None:
    """Return the batch in which a request is under way; None if there is none any more."""
    row = link.execute(_due(now).where(lines.c.request == request)).mappings().first()
    return None if row is None else Posted(**row)


def _due(now: dt.datetime) -> Select[tuple[object, ...]]:
    since = (now - DUE).astimezone(dt.UTC).isoformat()
    here = lines.c.outcome.is_(None) & (batches.c.state != "closed") & (batches.c.at > since)
    return select(batches).join(lines, lines.c.key == batches.c.key).where(here)
