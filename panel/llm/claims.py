"""Who is asking what right now: two runs on one workspace never pay for the same answer at the same time."""

import os
import platform
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from sqlalchemy import Connection, Insert, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from panel.llm.tables import calls, claims

LEASE_S = 30.0
"""Seconds after which a claim that isn't renewed is void: its holder is taken for dead."""

_LOCK = 7_405_714
"""Number of the advisory lock under which requests are claimed."""

Claimed = Literal["ours", "taken", "answered", "posted"]
"""``ours``: nobody else asks; ``taken``: somebody does; ``answered``: there is an answer that wasn't known; ``posted``:
it is under way in a provider's batch."""


def new_holder() -> str:
    """Return the name of a holder of claims: where it runs, its process, and a number of its own."""
    return f"{_here()}:{os.getpid()}:{os.urandom(6).hex()}"


def take(link: Connection, wanted: Mapping[str, int], holder: str, now: float) -> dict[str, Claimed]:
    """Claim requests, in one transaction.

    Args:
        link: The ledger, in a transaction that writes.
        wanted: Request → number of its stored answers that the holder knows of.
        holder: Who asks.
        now: Seconds since the epoch.
    """
    void = [row.request for row in _standing(link, wanted) if not _stands(row, now)]
    if void:
        link.execute(delete(claims).where(claims.c.request.in_(void)))
    rows = [{"request": request, "holder": holder, "until": now + LEASE_S} for request in sorted(wanted)]
    link.execute(_insert_missing(link), rows)
    ours = {row.request for row in _standing(link, wanted) if row.holder == holder}
    stored = select(calls.c.request, func.count()).where(calls.c.request.in_(list(ours))).group_by(calls.c.request)
    counted = {row[0]: int(row[1]) for row in link.execute(stored)} if ours else {}
    answered = {request for request in ours if counted.get(request, 0) > wanted[request]}
    if answered:
        give_up(link, answered, holder)
    return {r: "answered" if r in answered else "ours" if r in ours else "taken" for r in wanted}


def renew(link: Connection, held: Sequence[str], holder: str, now: float) -> None:
    """Hold claims for another lease."""
    mine = claims.c.request.in_(held) & (claims.c.holder == holder)
    link.execute(claims.update().where(mine).values(until=now + LEASE_S))


def give_up(link: Connection, held: set[str] | Sequence[str], holder: str) -> None:
    """Let claims go."""
    link.execute(delete(claims).where(claims.c.request.in_(list(held)) & (claims.c.holder == holder)))


def held(link: Connection, requests: Sequence[str], now: float) -> set[str]:
    """Return those of these requests that somebody asks right now."""
    return {row.request for row in _standing(link, requests) if _stands(row, now)}


def keep_apart(link: Connection, *, shared: bool = False) -> None:
    """Keep those who send in bulk out until the transaction ends: two claims never take the same request.

    Args:
        link: The ledger, in a transaction that writes.
        shared: Let others in who share: those who ask directly, since they meet in the table of claims.
    """
    if link.dialect.name == "postgresql":  # on SQLite, BEGIN IMMEDIATE does so
        link.execute(select(func.pg_advisory_xact_lock_shared(_LOCK) if shared else func.pg_advisory_xact_lock(_LOCK)))


def is_gone(holder: str) -> bool:
    """Whether a holder is known to be dead: a process of this machine that isn't there any more."""
    place, _, rest = holder.partition(":")
    pid = rest.partition(":")[0]
    if place != _here() or not pid.isdigit() or os.name != "posix":
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _here() -> str:
    """Return the name of this machine, and of its container if it is one: where process numbers mean something."""
    try:
        space = str(os.stat("/proc/self/ns/pid").st_ino)  # noqa: PTH116 - Path.stat() would follow the link's text
    except OSError:
        space = ""
    return f"{platform.node()}/{space}".replace(":", "_")


def _stands(row: Any, now: float) -> bool:  # noqa: ANN401 - a row of claims
    return row.until > now and not is_gone(row.holder)


def _standing(link: Connection, wanted: Mapping[str, int] | Sequence[str]) -> Sequence[Any]:
    return link.execute(select(claims).where(claims.c.request.in_(list(wanted)))).all()


def _insert_missing(link: Connection) -> Insert:
    if link.dialect.name == "postgresql":
        return postgresql.insert(claims).on_conflict_do_nothing()
    return sqlite.insert(claims).on_conflict_do_nothing()
