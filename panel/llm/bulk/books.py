"""The books of asking in bulk: what is under way at which provider, so that nothing is sent twice and nothing lost."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select, update

from panel.domain.call import Call, Request
from panel.llm.bulk.holds import Holds
from panel.llm.bulk.nouns import Answer, Outcome, Posted
from panel.llm.bulk.rows import asked_rows, insert_missing, its_lines, replies, slices, under_way
from panel.llm.bulk.tables import BULK, asked, batches, lines
from panel.llm.claims import keep_apart
from panel.llm.database import Database
from panel.llm.tables import answered_of, asked_of, calls, claims, texts, texts_of


class BulkBooks:
    """What left in bulk, and what came back; used from one thread.

    Args:
        place: The ledger: an SQLite file, or the URL of a PostgreSQL database.

    Every method raises DeclarationError where the database can't be used.
    """

    def __init__(self, place: Path | str) -> None:
        self._ledger, self._database = Database(place), Database(place, BULK)
        self._claims = False
        self.holds = Holds(self._database, self._make_claims)
        """Who submits which batch."""

    def note(self, requests: Sequence[Request]) -> None:
        """Note what is about to be asked, so that its answers can be entered whoever brings them."""
        rows = [{"request": each.id, "row": asked_of(each)} for each in requests]
        bodies = {row["hash"]: row for each in requests for row in texts_of(each.messages)}
        ordered = [bodies[each] for each in sorted(bodies)]  # all in one order, else two who write may deadlock
        rows.sort(key=lambda row: str(row["request"]))
        self._ledger.write(lambda link: insert_missing(link, texts, ordered))
        self._database.write(lambda link: insert_missing(link, asked, rows))

    def under_way(self, requests: Sequence[str]) -> dict[str, str]:
        """Return those of these requests that are under way at a provider, each with its batch's key."""
        with self._database.reading() as link:
            return {} if link is None else under_way(link, requests)

    def outcomes(self, requests: Sequence[str]) -> dict[str, list[Outcome]]:
        """Return what became of these requests each time that they were sent; those never sent are left out."""
        found: dict[str, list[Outcome]] = {}
        with self._database.reading() as link:
            for part in slices(requests) if link is not None else ():
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

    def enter(self, key: str, came: Sequence[tuple[Answer, Call | None]]) -> tuple[int, list[str]]:
        """Enter what came back into the ledger, in one transaction; return how many lines are its, and which are new.

        A line that has its outcome already is left as it is, so that two who collect one batch enter it once.
        """
        by_id = {answer.request: (answer, call) for answer, call in came}

        def work(link: Connection) -> tuple[int, list[str]]:
            keep_apart(link)
            its, waiting = its_lines(link, key, list(by_id))
            rows = asked_rows(link, [each for each in waiting if by_id[each][1] is not None])
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
        return self.holds.close_batch(key, outcome, reason)

    def asked(self, requests: Sequence[str]) -> dict[str, Mapping[str, Any]]:
        """Return what is known of these requests, by id; those that never left from here are left out."""
        with self._database.reading() as link:
            return {} if link is None else asked_rows(link, requests)

    def bring(self, came: Sequence[Call]) -> list[str]:
        """Enter answers that somebody brought; return the ids of those that are new, nothing where none is.

        An answer is known already if the very same reply to the same request stands in the ledger.
        """
        by_id = {call.request: call for call in came}

        def work(link: Connection) -> list[str]:
            keep_apart(link)
            rows = asked_rows(link, list(by_id))
            there = replies(link, list(by_id))
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
