"""Who submits a batch: claimed before it leaves, held while it does, taken over from those who died over it."""

import datetime as dt
import time
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update

from panel.llm.bulk.nouns import Outcome, Posted
from panel.llm.bulk.rows import answered, asked_directly, close, under_way
from panel.llm.bulk.tables import batches, lines
from panel.llm.claims import give_up, keep_apart, new_holder, renew, take
from panel.llm.database import Database


class Holds:
    """The claims of one run on the batches that it submits; used from one thread.

    Args:
        database: Where batches are kept.
        prepare: Makes the tables of claims and calls, if they aren't there yet.

    Every method raises DeclarationError where the database can't be used.
    """

    def __init__(self, database: Database, prepare: Callable[[], None]) -> None:
        self._database, self._prepare, self._holder = database, prepare, new_holder()

    def claim(self, posted: Posted, requests: Sequence[str]) -> list[str]:
        """Enter a batch that is about to be submitted; return those of its requests that are to be asked.

        Left out are those that somebody else has under way, in a batch or directly, and those that were answered since
        they were looked for. Nothing is entered if there are none left. The batch itself is claimed, too: whoever waits
        for it knows by that whether its submitter is still at it; see :meth:`hold`.
        """

        def work(link: Connection) -> list[str]:
            keep_apart(link)
            done = set(under_way(link, requests)) | answered(link, requests) | asked_directly(link, requests)
            free = [each for each in requests if each not in done]
            if free:
                link.execute(insert(batches).values(**_row(posted), count=len(free)))
                link.execute(insert(lines), [{"key": posted.key, "request": each} for each in free])
                take(link, {posted.key: 0}, self._holder, time.time())
            return free

        self._prepare()
        return self._database.write(work)

    def hold(self, key: str) -> None:
        """Say that a batch is still being submitted from here; without it, its claim is void after half a minute."""
        self._database.write(lambda link: renew(link, [key], self._holder, time.time()))

    def let_go(self, key: str) -> None:
        """Leave the submission of a batch to whoever comes next."""
        self._database.write(lambda link: give_up(link, [key], self._holder))

    def own(self, key: str) -> bool:
        """Hold the submission of a batch, or take it over; False if somebody else may be at it, or it is through.

        They are at it as long as their process lives, if it is one of this machine, and says so; see :meth:`hold`.
        """
        self._prepare()
        return self._database.write(lambda link: self._owns(link, key))

    def _owns(self, link: Connection, key: str) -> bool:
        now = time.time()
        if take(link, {key: 0}, self._holder, now)[key] != "ours":
            return False
        sending = (batches.c.key == key) & (batches.c.state == "sending")
        if link.execute(update(batches).where(sending).values(owner=this_process())).rowcount:
            renew(link, [key], self._holder, now)
            return True
        give_up(link, [key], self._holder)
        return False

    def sent(self, key: str, batch: str) -> bool:
        """Note the provider's id of a batch; False if its calls have been left to another one.

        It is noted even where the claim was lost, as long as nobody has concluded yet that there is no such batch.
        """

        def work(link: Connection) -> bool:
            its = batches.c.key == key
            values = {"state": "sent", "batch": batch}
            new = link.execute(update(batches).where(its & (batches.c.state == "sending")).values(values)).rowcount
            give_up(link, [key], self._holder)
            late = link.execute(update(batches).where(its & batches.c.batch.is_(None)).values(batch=batch)).rowcount
            there = link.execute(select(batches.c.batch).where(its)).scalar()
            return bool(new) or (not late and there == batch)

        return self._database.write(work)

    def drop(self, key: str, outcome: Outcome, reason: str) -> int | None:
        """Close a batch that wasn't submitted, its lines with this outcome; return how many there are.

        None, and nothing is closed, if somebody else holds its submission, or it was submitted after all.
        """

        def work(link: Connection) -> int | None:
            return close(link, key, outcome, reason, self._holder) if self._owns(link, key) else None

        self._prepare()
        return self._database.write(work)

    def close_batch(self, key: str, outcome: Outcome, reason: str) -> int:
        """Close a batch; what is still without an outcome gets this one. Return how many lines that were."""
        self._prepare()
        return self._database.write(lambda link: close(link, key, outcome, reason, self._holder))


def this_process() -> str:
    """Return what tells this process from every other, on every machine and in every container."""
    return new_holder().rpartition(":")[0]


def _row(posted: Posted) -> dict[str, Any]:
    at = posted.at.astimezone(dt.UTC).isoformat()
    return {**posted.model_dump(exclude={"at", "count"}), "at": at}
