"""The ledger's books: how calls are written into its database and found again; used from one thread."""

import datetime as dt
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import Field
from sqlalchemy import ColumnElement, Connection, Insert, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from panel.domain.call import Call, Request, Usage
from panel.domain.noun import Noun
from panel.llm.bulk.nouns import Posted
from panel.llm.bulk.standing import batch_of, has_batches, in_batches
from panel.llm.claims import Claimed, give_up, keep_apart, new_holder, renew, take
from panel.llm.database import Database
from panel.llm.tables import call_of, calls, claims, row_of, texts, texts_of


class Spent(Noun):
    """What the calls of a ledger came to."""

    calls: int = Field(default=0, ge=0)
    """Answered calls."""
    unpriced: int = Field(default=0, ge=0)
    """Those among them whose price is unknown."""
    cost_usd: float = Field(default=0.0, ge=0)
    """US dollars of the others."""
    usage: Usage = Usage()
    """Tokens of all."""


class Books:
    """What is written in a ledger.

    Args:
        place: An SQLite file, or the URL of a PostgreSQL database.

    Every method raises DeclarationError where the database can't be used.
    """

    def __init__(self, place: Path | str) -> None:
        self._database = Database(place)
        self._holder = new_holder()
        self._claims = self._bulk = False

    def write(self, answered: Sequence[tuple[Request, Call]]) -> None:
        """Store answered calls and let go of the claims on them, in one transaction; then it is on the disk."""
        messages = {row["hash"]: row for request, _ in answered for row in texts_of(request.messages)}
        bodies = [messages[each] for each in sorted(messages)]  # all in one order, else two who write may deadlock
        rows = [row_of(request, call) for request, call in answered]

        def work(link: Connection) -> None:
            if bodies:
                link.execute(_insert_missing(link), bodies)
            link.execute(insert(calls), rows)
            if self._claims:
                give_up(link, [request.id for request, _ in answered], self._holder)

        self._database.write(work)

    def claim(self, wanted: Mapping[str, int]) -> dict[str, Claimed]:
        """Claim requests, each with the number of its answers that are known; those that left in bulk aren't."""

        def work(link: Connection) -> dict[str, Claimed]:
            keep_apart(link, shared=True)
            if not self._claims:
                claims.create(link, checkfirst=True)
            found = take(link, wanted, self._holder, time.time())
            posted = self._posted(link, [request for request, what in found.items() if what == "ours"])
            if posted:
                give_up(link, posted, self._holder)
            return {request: "posted" if request in posted else what for request, what in found.items()}

        found = self._database.write(work)
        self._claims = True
        return found

    def batch_of(self, request: str) -> Posted | None:
        """Return the provider's batch in which a request is under way; None if there is none any more."""
        with self._database.reading() as link:
            return None if link is None else batch_of(link, request, dt.datetime.now(dt.UTC))

    def _posted(self, link: Connection, requests: Sequence[str]) -> set[str]:
        self._bulk = self._bulk or has_batches(link)
        return in_batches(link, requests, dt.datetime.now(dt.UTC)) if self._bulk and requests else set()

    def renew(self, held: Sequence[str]) -> None:
        """Hold claims for another lease."""
        self._database.write(lambda link: renew(link, held, self._holder, time.time()))

    def give_up(self, held: Sequence[str]) -> None:
        """Let claims go."""
        self._database.write(lambda link: give_up(link, held, self._holder))

    def answers_to_each(self, requests: Sequence[str]) -> list[list[Call]]:
        """Return the answers to each of these requests, by their ids, newest first."""
        answers: dict[str, list[Call]] = {request: [] for request in requests}
        for call in self._select(calls.c.request.in_(answers)):
            answers[call.request].append(call)
        return [answers[request] for request in requests]

    def answers_to_question(self, question: str, turn: str) -> list[Call]:
        """Return the answers to a question, whichever model gave them, newest first."""
        return self._select((calls.c.question == question) & (calls.c.turn == turn))

    def spent(self) -> Spent:
        """Add up all calls."""
        tokens = [func.sum(calls.c[name]).label(name) for name in Usage.model_fields]
        priced = func.count(calls.c.cost_usd).label("priced")
        wanted = select(func.count().label("calls"), priced, func.sum(calls.c.cost_usd).label("cost"), *tokens)
        with self._database.reading() as link:
            if link is None:
                return Spent()
            row = link.execute(wanted).mappings().one()
        usage = Usage(**{name: None if row[name] is None else int(row[name]) for name in Usage.model_fields})
        unpriced = row["calls"] - row["priced"]
        return Spent(calls=row["calls"], unpriced=unpriced, cost_usd=float(row["cost"] or 0), usage=usage)

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _select(self, where: ColumnElement[bool]) -> list[Call]:
        with self._database.reading() as link:
            if link is None:
                return []
            rows = link.execute(select(calls).where(where).order_by(calls.c.id.desc())).mappings()
            return [call_of(dict(row)) for row in rows]


def _insert_missing(link: Connection) -> Insert:
    """Return the statement that stores texts which aren't there yet."""
    if link.dialect.name == "postgresql":
        return postgresql.insert(texts).on_conflict_do_nothing()
    return sqlite.insert(texts).on_conflict_do_nothing()
