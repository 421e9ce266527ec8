"""The books of asking in bulk: what is under way at which provider, so that nothing is sent twice and nothing lost."""

import datetime as dt
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from panel.domain.call import Call, Request
from panel.llm.bulk.nouns import Answer, Outcome, Posted
from panel.llm.bulk.tables import BULK, asked, batches, lines
from panel.llm.claims import give_up, held, new_holder, renew, take
from panel.llm.database import Database
from panel.llm.tables import answered_of, asked_of, calls, claims, texts, texts_of

SLICE = 500
"""Rows that one statement names."""


class BulkBooks:
    """What left in bulk, and what came back; used from one thread.

    Args:
        place: The ledger: an SQLite file, or the URL of a PostgreSQL database.

    Every method raises DeclarationError where the database can't be used.
    """

    def __init__(self, place: Path | str) -> None:
        self._ledger, self._database = Database(place), Database(place, BULK)
        self._holder = new_holder()
        self._claims = False

    def note(self, requests: Sequence[Request]) -> None:
        """Note what is about to be asked, so that its answers can be entered whoever brings them."""
        rows = [{"request": each.id, "row": asked_of(each)} for each in requests]
        bodies = {row["hash"]: row for each in requests for row in texts_of(each.messages)}
        ordered = [bodies[each] for each in sorted(bodies)]  # all in one order, else two who write may deadlock
        rows.sort(key=lambda row: str(row["request"]))
        self._ledger.write(lambda link: _insert_missing(link, texts, ordered))
        self._database.write(lambda link: _insert_missing(link, asked, rows))

    def claim(self, posted: Posted, requests: Sequence[str]) -> list[str]:
        """Enter a batch that is about to be submitted; return those of its requests that are to be asked.

        Left out are those that somebody else has under way, in a batch or directly, and those that were answered since
        they were looked for. Nothing is entered if there are none left. The batch itself is claimed, too: whoever waits
        for it knows by that whether its submitter is still at it; see :meth:`hold`.
        """

        def work(link: Connection) -> list[str]:
            _lock(link)
            done = set(_under_way(link, requests)) | _answered(link, requests) | _asked_directly(link, requests)
            free = [each for each in requests if each not in done]
            if free:
                link.execute(insert(batches).values(**_batch_row(posted), count=len(free)))
                link.execute(insert(lines), [{"key": posted.key, "request": each} for each in free])
                take(link, {posted.key: 0}, self._holder, time.time())
            return free

        self._make_claims()
        return self._database.write(work)

    def hold(self, key: str) -> None:
        """Say that a batch is still being submitted from here; without it, its claim is void after half a minute."""
        self._database.write(lambda link: renew(link, [key], self._holder, time.time()))

    def let_go(self, key: str) -> None:
        """Leave the submission of a batch to whoever comes next."""
        self._database.write(lambda link: give_up(link, [key], self._holder))

    def under_way(self, requests: Sequence[str]) -> dict[str, str]:
        """Return those of these requests that are under way at a provider, each with its batch's key."""
        with self._database.reading() as link:
            return {} if link is None else _under_way(link, requests)

    def outcomes(self, requests: Sequence[str]) -> dict[str, list[Outcome]]:
        """Return what became of these requests each time that they were sent; those never sent are left out."""
        found: dict[str, list[Outcome]] = {}
        with self._database.reading() as link:
            for part in _slices(requests) if link is not None else ():
                assert link is not None
                wanted = select(lines.c.request, lines.c.outcome).where(lines.c.request.in_(part))
                for request, outcome in link.execute(wanted):
                    if outcome is not None:
                        found.setdefault(request, []).append(outcome)
        return found

    def open(self) -> list[Posted]:
        """Return every batch that isn't closed, oldest first."""
        with self._database.reading() as link:
            if link is None:
                return []
            rows = link.execute(select(batches).where(batches.c.state != "closed").order_by(batches.c.at)).mappings()
            return [Posted(**row) for row in rows]

    def known(self) -> set[str]:
        """Return the provider's id of every batch that was ever sent from here."""
        with self._database.reading() as link:
            if link is None:
                return set()
            return set(link.execute(select(batches.c.batch).where(batches.c.batch.is_not(None))).scalars())

    def take_over(self, posted: Posted) -> bool:
        """Take over a batch that somebody else was about to submit; False if they may still be at it, or are through.

        They are at it as long as their process lives, if it is one of this machine, and says so; see :meth:`hold`.
        """

        def work(link: Connection) -> bool:
            if take(link, {posted.key: 0}, self._holder, time.time())[posted.key] != "ours":
                return False
            mine = (batches.c.key == posted.key) & (batches.c.state == "sending")
            if link.execute(update(batches).where(mine).values(owner=this_process())).rowcount:
                return True
            give_up(link, [posted.key], self._holder)
            return False

        self._make_claims()
        return self._database.write(work)

    def sent(self, key: str, batch: str) -> None:
        """Note the provider's id of a batch."""

        def work(link: Connection) -> None:
            link.execute(update(batches).where(batches.c.key == key).values(state="sent", batch=batch))
            give_up(link, [key], self._holder)

        self._database.write(work)

    def enter(self, key: str, came: Sequence[tuple[Answer, Call | None]]) -> tuple[int, list[str]]:
        """Enter what came back into the ledger, in one transaction; return how many lines are its, and which are new.

        A line that has its outcome already is left as it is, so that two who collect one batch enter it once.
        """
        by_id = {answer.request: (answer, call) for answer, call in came}

        def work(link: Connection) -> tuple[int, list[str]]:
            _lock(link)
            its, waiting = _its(link, key, list(by_id))
            rows = _rows(link, [each for each in waiting if by_id[each][1] is not None])
            answered = [{**rows[each], **answered_of(call)} for each in rows if (call := by_id[each][1]) is not None]
            if answered:
                link.execute(insert(calls), answered)
            for request in waiting:
                answer = by_id[request][0]
                here = (lines.c.key == key) & (lines.c.request == request)
                link.execute(update(lines).where(here).values(outcome=answer.outcome, reason=answer.reason))
            return its, waiting

        self._make_ledger()
        return self._database.write(work)

    def close_batch(self, key: str, outcome: Outcome, reason: str) -> int:
        """Close a batch; what is still without an outcome gets this one. Return how many lines that were."""
        rest = (lines.c.key == key) & lines.c.outcome.is_(None)

        def work(link: Connection) -> int:
            left = link.execute(update(lines).where(rest).values(outcome=outcome, reason=reason)).rowcount
            link.execute(update(batches).where(batches.c.key == key).values(state="closed"))
            give_up(link, [key], self._holder)
            return int(left)

        self._make_claims()
        return self._database.write(work)

    def asked(self, requests: Sequence[str]) -> dict[str, Mapping[str, Any]]:
        """Return what is known of these requests, by id; those that never left from here are left out."""
        with self._database.reading() as link:
            return {} if link is None else _rows(link, requests)

    def bring(self, came: Sequence[Call]) -> list[str]:
        """Enter answers that somebody brought; return the ids of those that are new, nothing where none is.

        An answer is known already if the very same reply to the same request stands in the ledger.
        """
        by_id = {call.request: call for call in came}

        def work(link: Connection) -> list[str]:
            _lock(link)
            rows = _rows(link, list(by_id))
            there = _replies(link, list(by_id))
            fresh = {
                request: {**row, **answered_of(by_id[request])}
                for request, row in rows.items()
                if answered_of(by_id[request])["reply"] not in there.get(request, ())
            }
            if fresh:
                link.execute(insert(calls), list(fresh.values()))
            return list(fresh)

        self._make_ledger()
        return self._database.write(work)

    def close(self) -> None:
        """Close the database."""
        self._ledger.close()
        self._database.close()

    def _make_ledger(self) -> None:
        """Make the ledger's own tables, if they aren't there yet."""
        self._ledger.write(lambda link: None)

    def _make_claims(self) -> None:
        """Make the table of claims, which older ledgers don't have."""
        if not self._claims:
            self._ledger.write(lambda link: claims.create(link, checkfirst=True))
            self._claims = True


def this_process() -> str:
    """Return what tells this process from every other, on every machine and in every container."""
    return new_holder().rpartition(":")[0]


def _batch_row(posted: Posted) -> dict[str, Any]:
    return {**posted.model_dump(exclude={"at", "count"}), "at": _stamp(posted.at)}


def _stamp(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).isoformat()


def _under_way(link: Connection, requests: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in _slices(requests):
        here = lines.c.request.in_(part) & lines.c.outcome.is_(None)
        found.update((row.request, row.key) for row in link.execute(select(lines.c.request, lines.c.key).where(here)))
    return found


def _answered(link: Connection, requests: Sequence[str]) -> set[str]:
    return set(_replies(link, requests))


def _asked_directly(link: Connection, requests: Sequence[str]) -> set[str]:
    """Return those of these requests that a run asks right now by itself."""
    found: set[str] = set()
    for part in _slices(requests):
        found.update(held(link, part, time.time()))
    return found


def _its(link: Connection, key: str, requests: Sequence[str]) -> tuple[int, list[str]]:
    """Return how many of these requests are a batch's, and those among them that have no outcome yet."""
    its, waiting = 0, []
    for part in _slices(requests):
        here = (lines.c.key == key) & lines.c.request.in_(part)
        for request, outcome in link.execute(select(lines.c.request, lines.c.outcome).where(here)):
            its += 1
            if outcome in (None, "unsent"):  # one that was taken for unsent, and arrived after all
                waiting.append(request)
    return its, waiting


def _rows(link: Connection, requests: Sequence[str]) -> dict[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    for part in _slices(requests):
        wanted = select(asked.c.request, asked.c.row).where(asked.c.request.in_(part))
        found.update((request, row) for request, row in link.execute(wanted))
    return found


def _replies(link: Connection, requests: Sequence[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for part in _slices(requests):
        wanted = select(calls.c.request, calls.c.reply).where(calls.c.request.in_(part))
        for request, reply in link.execute(wanted):
            found.setdefault(request, set()).add(reply)
    return found


def _slices(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[start : start + SLICE] for start in range(0, len(ids), SLICE))


def _insert_missing(link: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    make = postgresql.insert if link.dialect.name == "postgresql" else sqlite.insert
    for start in range(0, len(rows), SLICE):
        link.execute(make(table).on_conflict_do_nothing(), rows[start : start + SLICE])


def _lock(link: Connection) -> None:
    """Keep others out until the transaction ends: two claims never take the same request."""
    if link.dialect.name == "postgresql":  # on SQLite, BEGIN IMMEDIATE does so
        link.execute(select(func.pg_advisory_xact_lock(_LOCK)))


_LOCK = 7_405_714
"""Number of the advisory lock under which requests are claimed."""
