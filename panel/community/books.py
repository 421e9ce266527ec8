"""The votes' books: how votes are written into their database and counted; used from one thread."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Insert, Table, and_, case, delete, func, insert, select, text
from sqlalchemy.dialects import postgresql, sqlite

from panel.community.casting import Cast, Effect, Held, Slate, stamp
from panel.community.tables import VOTES, about, links, past, votes
from panel.domain.ballot import Vote
from panel.errors import DeclarationError
from panel.llm.database import Database

_LOCK = 7_405_714
"""Number of the advisory lock under which PostgreSQL processes write votes one after the other."""


class VoteBooks:
    """What readers voted.

    Args:
        place: An SQLite file, or the URL of a PostgreSQL database.
        mark: Mark of the secret under which voters are hashed; where only counts are read, it isn't needed.

    Every method raises DeclarationError where the database can't be used.
    """

    def __init__(self, place: Path | str, mark: str = "") -> None:
        self._database = Database(place, VOTES)
        self._mark = mark
        self._marked = False

    def prepare(self) -> None:
        """Make the store, if there is none yet, and note the secret under which its voters are hashed."""
        with self._database.writing() as link:
            _alone(link)
            self._check_mark(link)

    def cast(self, casts: Sequence[Cast]) -> list[Effect]:
        """Work votes in, in one transaction that is on the disk when this returns; say what became of each."""
        if not casts:
            return []
        with self._database.writing() as link:
            _alone(link)
            self._check_mark(link)
            slate = _slate(link, casts)
            effects = [slate.take(each) for each in casts]
            _write(link, slate)
        return effects

    def counts(self, *, until: dt.datetime | None = None) -> dict[str, tuple[int, int]]:
        """Return how many voted ship and skip on every release.

        Args:
            until: Count each voter's latest vote before this moment; without it, the votes as they stand.
        """
        if until is not None:
            return self._counts_before(stamp(until))
        wanted = select(votes.c.release, *_two_counts()).group_by(votes.c.release)
        with self._database.reading() as link:
            rows = [] if link is None else link.execute(wanted).all()
        return {row.release: (row.ship, row.skip) for row in rows}

    def count(self, release: str) -> tuple[int, int]:
        """Return how many voted ship and skip on one release."""
        with self._database.reading() as link:
            row = None if link is None else link.execute(select(*_two_counts()).where(votes.c.release == release)).one()
        return (0, 0) if row is None else (row.ship, row.skip)

    def voted_between(self, start: dt.datetime, end: dt.datetime) -> dict[str, int]:
        """Return how many votes as they stand were cast in a span of time, by release."""
        at = votes.c.at
        wanted = select(votes.c.release, func.count().label("votes")).where(at >= stamp(start), at < stamp(end))
        with self._database.reading() as link:
            rows = [] if link is None else link.execute(wanted.group_by(votes.c.release)).all()
        return {row.release: row.votes for row in rows}

    def vote_of(self, release: str, voter: str, holder: str, link_id: str | None) -> Vote | None:
        """Return how a holder voted on a release; None if it didn't, or if the link belongs to another.

        Args:
            release: Slug.
            voter: The voter that the link names, or the holder itself.
            holder: Whoever asks.
            link_id: The link over which it asks, if any.
        """
        with self._database.reading() as link:
            if link is None:
                return None
            if link_id is not None:
                owner = link.execute(select(links.c.holder).where(links.c.link == link_id)).scalar()
                if owner != holder:
                    return None
            else:
                through = _through(link, [release], [holder])
                voter = through.get((release, holder), voter)
            found = link.execute(select(votes.c.vote).where(votes.c.release == release, votes.c.voter == voter))
            return found.scalar()

    def link_holder(self, link_id: str) -> str | None:
        """Return whose a link is; None while it is unused."""
        with self._database.reading() as link:
            return (
                None if link is None else link.execute(select(links.c.holder).where(links.c.link == link_id)).scalar()
            )

    def holds_link(self, release: str, holder: str) -> bool:
        """Whether a holder used a link on a release."""
        with self._database.reading() as link:
            return link is not None and bool(_through(link, [release], [holder]))

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _check_mark(self, link: Connection) -> None:
        """Refuse to mix votes of two secrets: the same reader would be hashed twice, and counted twice."""
        if self._marked:
            return
        found = link.execute(select(about.c.value).where(about.c.name == "secret")).scalar()
        if found is None:
            link.execute(insert(about).values(name="secret", value=self._mark))
        elif found != self._mark:
            raise DeclarationError(
                f"the votes in {self._database.name} were taken under another secret; bring back the file "
                ".shipskip/votes.secret that belongs to them, since the same readers would count twice"
            )
        self._marked = found is not None  # a mark that was just written counts once the transaction has ended

    def _counts_before(self, moment: str) -> dict[str, tuple[int, int]]:
        latest: dict[tuple[str, str], tuple[str, str]] = {}
        with self._database.reading() as link:
            if link is None:
                return {}
            for row in link.execute(
                select(votes)
            ):  # first, since a vote that was taken back stands only among the past
                latest[row.release, row.voter] = (row.at, row.vote) if row.at < moment else ("", "")
            for row in link.execute(select(past).where(past.c.at < moment)):
                key = (row.release, row.voter)
                if key in latest and (row.at, row.vote) > latest[key]:
                    latest[key] = (row.at, row.vote)
        counts: dict[str, tuple[int, int]] = {}
        for (release, _), (_, vote) in latest.items():
            ship, skip = counts.get(release, (0, 0))
            counts[release] = (ship + (vote == "ship"), skip + (vote == "skip"))
        return {release: both for release, both in counts.items() if any(both)}


def _alone(link: Connection) -> None:
    """Keep other processes from writing votes until the transaction ends."""
    if link.dialect.name == "postgresql":  # on SQLite, BEGIN IMMEDIATE has done so
        link.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def _two_counts() -> tuple[Any, Any]:
    ship, skip = (func.coalesce(func.sum(case((votes.c.vote == vote, 1), else_=0)), 0) for vote in ("ship", "skip"))
    return ship.label("ship"), skip.label("skip")


def _slate(link: Connection, casts: Sequence[Cast]) -> Slate:
    """Read what the store holds about these votes' voters, links and holders."""
    releases = sorted({each.release for each in casts})
    holders = sorted({each.holder for each in casts if each.holder is not None})
    used = sorted({each.link for each in casts if each.link is not None})
    bound = {}
    if used:
        bound = {row.link: row.holder for row in link.execute(select(links).where(links.c.link.in_(used)))}
    through = _through(link, releases, holders) if holders else {}
    voters = sorted({each.voter for each in casts} | {*holders} | {*through.values()})

    def about_them(table: Table) -> Any:  # noqa: ANN401 - rows of either table
        return link.execute(select(table).where(and_(table.c.release.in_(releases), table.c.voter.in_(voters))))

    held = {(row.release, row.voter): Held(row.vote, row.at) for row in about_them(votes)}
    known_past = {(row.release, row.voter, row.vote, row.at) for row in about_them(past)}
    return Slate(held=held, bound=bound, through=through, known_past=known_past)


def _through(link: Connection, releases: Sequence[str], holders: Sequence[str]) -> dict[tuple[str, str], str]:
    """Return the voter of the first link that each holder used on each release."""
    where = and_(links.c.release.in_(releases), links.c.holder.in_(holders))
    rows = link.execute(select(links).where(where).order_by(links.c.at.desc(), links.c.link.desc()))
    return {(row.release, row.holder): row.voter for row in rows}  # the earliest comes last and wins


def _write(link: Connection, slate: Slate) -> None:
    for release, voter in sorted(slate.removed):
        link.execute(delete(votes).where(votes.c.release == release, votes.c.voter == voter))
    if slate.replaced:
        names = ("release", "voter", "vote", "at")
        link.execute(insert(past), [dict(zip(names, each, strict=True)) for each in slate.replaced])
    if slate.written:
        rows = [
            {"release": release, "voter": voter, "vote": held.vote, "at": held.at}
            for (release, voter), held in slate.written.items()
        ]
        link.execute(_upsert(link), rows)
    if slate.links:
        used = [
            {"link": id_, "release": each.release, "voter": each.voter, "holder": each.holder, "at": stamp(each.at)}
            for id_, each in slate.links.items()
        ]
        link.execute(insert(links), used)


def _upsert(link: Connection) -> Insert:
    """Return the statement that writes a vote, over the voter's other one if there is one."""
    keys = ["release", "voter"]
    if link.dialect.name == "postgresql":
        there = postgresql.insert(votes)
        return there.on_conflict_do_update(index_elements=keys, set_={n: there.excluded[n] for n in ("vote", "at")})
    here = sqlite.insert(votes)
    return here.on_conflict_do_update(index_elements=keys, set_={n: here.excluded[n] for n in ("vote", "at")})
