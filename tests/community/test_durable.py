"""An acknowledged vote is on the disk: nothing is lost or doubled when the endpoint is killed."""

import asyncio
import sqlite3
from collections import Counter

import aiohttp

from panel.community.inviting import invite
from panel.community.links import read_link
from panel.community.secret import workspace_secret
from panel.community.standing import standings
from tests.community.conftest import PUBLISHED, Running, endpoint

VOTES, CLIENTS, KILLED_AFTER = 10_000, 50, 4_000


class Readers:
    """Fifty clients that vote at once, remember what was acknowledged, and try the rest again after the crash."""

    def __init__(self, running: Running, links: list[str]) -> None:
        self.running, self.links = running, links
        self.acknowledged: set[int] = set()
        self.said: Counter[str] = Counter()
        self.stored_at_crash: set[str] = set()
        self.acknowledged_at_crash: set[int] = set()
        self.back = asyncio.Event()
        self.crash = asyncio.Event()

    async def client(self, session: aiohttp.ClientSession, number: int) -> None:
        """Open one link for a token, then use it for every vote of this client."""
        mine = range(number, VOTES, CLIENTS)
        async with session.get(f"{self.running.at}/vote/{self.links[mine[0]]}") as page:
            token = page.cookies["shipskip_voter"].value
        for place in mine:
            while place not in self.acknowledged:
                try:
                    await self.vote(session, place, token)
                except (aiohttp.ClientError, ConnectionError):
                    await self.back.wait()
            if place % 10 == 0:  # a stranger gets hold of a used link
                answer = await self.stranger(session, place)
                assert answer in (409, None)

    async def vote(self, session: aiohttp.ClientSession, place: int, token: str) -> None:
        """Cast one vote."""
        body = {"vote": "ship" if place % 2 else "skip", "holder": token}
        async with session.post(f"{self.running.at}/vote/{self.links[place]}", json=body) as answer:
            told = await answer.json()
            assert answer.status == 200, told
        self.acknowledged.add(place)
        self.said[told["effect"]] += 1
        if len(self.acknowledged) == KILLED_AFTER:
            self.crash.set()

    async def stranger(self, session: aiohttp.ClientSession, place: int) -> int | None:
        """Try a used link without its holder's token."""
        try:
            async with session.post(f"{self.running.at}/vote/{self.links[place]}", json={"vote": "ship"}) as answer:
                return answer.status
        except (aiohttp.ClientError, ConnectionError):
            return None


def test_ten_thousand_votes_from_fifty_clients_survive_a_kill(home):
    """After SIGKILL in the middle every acknowledged vote is there; with the rest retried, the count is exact."""
    urls = invite(home, PUBLISHED, voter=None, count=VOTES, days=0, url="http://127.0.0.1")
    links = [url.rpartition("/")[2] for url in urls]
    secret = workspace_secret(home.votes_file.parent)
    ids = [read_link(secret, link).id for link in links]

    async def run() -> Readers:
        with endpoint(home.root, "--rate", "off") as first:
            readers = Readers(first, links)
            connector = aiohttp.TCPConnector(limit=0)
            async with aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as session:
                clients = [asyncio.create_task(readers.client(session, number)) for number in range(CLIENTS)]
                await readers.crash.wait()
                first.kill()
                readers.acknowledged_at_crash = set(readers.acknowledged)
                readers.stored_at_crash = stored(home.votes_file)
                with endpoint(home.root, "--rate", "off") as second:
                    readers.running = second
                    readers.back.set()
                    await asyncio.gather(*clients)
        return readers

    readers = asyncio.run(run())
    assert KILLED_AFTER <= len(readers.acknowledged_at_crash) < VOTES
    assert {ids[place] for place in readers.acknowledged_at_crash} <= readers.stored_at_crash
    assert readers.acknowledged == set(range(VOTES))
    standing = standings(home)[PUBLISHED]
    assert (standing.n, standing.ship) == (VOTES, VOTES // 2)
    assert stored(home.votes_file) == set(ids)
    assert set(readers.said) <= {"new", "unchanged"}


def stored(file) -> set[str]:
    """Return the links whose votes are in the store."""
    with sqlite3.connect(file) as link:
        found = {row[0] for row in link.execute("SELECT link FROM votes_links")}
        assert link.execute("SELECT count(*) FROM votes").fetchone()[0] == len(found)
    link.close()
    return found
