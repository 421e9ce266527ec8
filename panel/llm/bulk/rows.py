"""What is looked up in the tables of batches and calls, a slice of requests at a time, in somebody's transaction."""

import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select, update
from sqlalchemy.dialects import postgresql, sqlite

from panel.llm.bulk.nouns import Outcome
from panel.llm.bulk.tables import asked, batches, lines
from panel.llm.claims import give_up, held
from panel.llm.tables import calls

SLICE = 500
"""Rows that one statement names."""


def under_way(link: Connection, requests: Sequence[str]) -> dict[str, str]:
    """Return those of these requests that are in a batch and without an outcome, each with its batch's key."""
    found: dict[str, str] = {}
    for part in slices(requests):
        here = lines.c.request.in_(part) & lines.c.outcome.is_(None)
        found.update((row.request, row.key) for row in link.execute(select(lines.c.request, lines.c.key).where(here)))
    return found


def answered(link: Connection, requests: Sequence[str]) -> set[str]:
    """Return those of these requests that have an answer in the ledger."""
    return set(replies(link, requests))


def asked_directly(link: Connection, requests: Sequence[str]) -> set[str]:
    """Return those of these requests that a run asks right now by itself."""
    found: set[str] = set()
    for part in slices(requests):
        found.update(held(link, part, time.time()))
    return found


def its_lines(link: Connection, key: str, requests: Sequence[str]) -> tuple[int, list[str]]:
    """Return how many of these requests are a batch's, and those among them that have no outcome yet."""
    its, waiting = 0, []
    for part in slices(requests):
        here = (lines.c.key == key) & lines.c.request.in_(part)
        for request, outcome in link.execute(select(lines.c.request, lines.c.outcome).where(here)):
            its += 1
            if outcome in (None, "unsent"):  # one that was taken for unsent, and arrived after all
                waiting.append(request)
    return its, waiting


def close(link: Connection, key: str, outcome: Outcome, reason: str, holder: str) -> int:
    """Close a batch; what is still without an outcome gets this one. Return how many lines that were."""
    rest = (lines.c.key == key) & lines.c.outcome.is_(None)
    left = link.execute(update(lines).where(rest).values(outcome=outcome, reason=reason)).rowcount
    link.execute(update(batches).where(batches.c.key == key).values(state="closed"))
    give_up(link, [key], holder)
    return int(left)


def asked_rows(link: Connection, requests: Sequence[str]) -> dict[str, Mapping[str, Any]]:
    """Return what was noted of these requests before they left."""
    found: dict[str, Mapping[str, Any]] = {}
    for part in slices(requests):
        wanted = select(asked.c.request, asked.c.row).where(asked.c.request.in_(part))
        found.update((request, row) for request, row in link.execute(wanted))
    return found


def replies(link: Connection, requests: Sequence[str]) -> dict[str, set[str]]:
    """Return the replies that are stored to each of these requests."""
    found: dict[str, set[str]] = {}
    for part in slices(requests):
        wanted = select(calls.c.request, calls.c.reply).where(calls.c.request.in_(part))
        for request, reply in link.execute(wanted):
            found.setdefault(request, set()).add(reply)
    return found


def slices(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    """Cut ids into as many as one statement may name."""
    return (ids[start : start + SLICE] for start in range(0, len(ids), SLICE))


def insert_missing(link: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert those rows that aren't there yet."""
    make = postgresql.insert if link.dialect.name == "postgresql" else sqlite.insert
    for start in range(0, len(rows), SLICE):
        link.execute(make(table).on_conflict_do_nothing(), rows[start : start + SLICE])
