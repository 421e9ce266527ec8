"""An acknowledged vote is on the disk: nothing is lost or doubled when the endpoint is killed."""

import asyncio
import json
import re
import sqlite3
from collections import Counter
from urllib.parse import urlsplit

from panel.community.inviting import invite
from panel.community.links import read_link
from panel.community.secret import workspace_secret
from panel.community.standing import standings
from tests.community.conftest import PUBLISHED, Running, endpoint

VOTES, CLIENTS, KILLED_AFTER = 10_000, 50, 4_000


class Client:
    """One HTTP connection, kept open and opened again when it breaks; cheap, so that fifty fit beside the server."""

    def __init__(self) -> None:
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, at: str, path: str, body: dict[str, str] | None = None) -> tuple[int, str, str]:
        """Send a request; return status, head and body."""
        host = urlsplit(at)
        if self._streams is None:
            self._streams = await asyncio.open_connection(host.hostname, host.port)
        content = "" if body is None else json.dumps(body)
        kind = "GET" if body is None else "POST"
        head = f"{kind} {path} HTTP/1.1\r\nHost: {host.netloc}\r\nContent-Type: application/json\r\n"
        reader, writer = self._streams
        try:
            writer.write(f"{head}Content-Length: {len(content)}\r\n\r\n{content}".encode())
            await writer.drain()
            told = (await reader.readuntil(b"\r\n\r\n")).decode()
            length = re.search(r"(?i)content-length: (\d+)", told)
            assert length is not None
            return int(told.split()[1]), told, (await reader.readexactly(int(length.group(1)))).decode()
        except (OSError, asyncio.IncompleteReadError):
            await self.close()
            raise

    async def close(self) -> None:
        """Close the connection."""
        if self._streams is not None:
            self._streams[1].close()
            await asyncio.gather(self._streams[1].wait_closed(), return_exceptions=True)
            self._streams = None


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

    async def read(self, number: int) -> None:
        """Open one link for a token, then use it for every vote of this client."""
        client, stranger, mine = Client(), Client(), range(number, VOTES, CLIENTS)
        _, head, _ = await client.ask(self.running.at, f"/vote/{self.links[mine[0]]}")
        token = re.search(r"shipskip_voter=([^;]+)", head)
        assert token is not None
        for place in mine:
            while place not in self.acknowledged:
                try:
                    await self.vote(client, place, token.group(1))
                except (OSError, asyncio.IncompleteReadError):
                    await self.back.wait()
            if place % 10 == 0:  # somebody else gets hold of a used link
                try:
                    status, _, _ = await stranger.ask(self.running.at, f"/vote/{self.links[place]}", {"vote": "ship"})
                    assert status == 409
                except (OSError, asyncio.IncompleteReadError):
                    await self.back.wait()
        await client.close()
        await stranger.close()

    async def vote(self, client: Client, place: int, token: str) -> None:
        """Cast one vote."""
        body = {"vote": "ship" if place % 2 else "skip", "holder": token}
        status, _, told = await client.ask(self.running.at, f"/vote/{self.links[place]}", body)
        assert status == 200, told
        self.acknowledged.add(place)
        self.said[json.loads(told)["effect"]] += 1
        if len(self.acknowledged) == KILLED_AFTER:
            self.crash.set()


def test_ten_thousand_votes_from_fifty_clients_survive_a_kill(home):
    """After SIGKILL in the middle every acknowledged vote is there; with the rest retried, the count is exact."""
    urls = invite(home, PUBLISHED, voter=None, count=VOTES, days=0, url="http://127.0.0.1")
    links = [url.rpartition("/")[2] for url in urls]
    secret = workspace_secret(home.votes_file.parent)
    ids = [read_link(secret, link).id for link in links]

    async def run() -> Readers:
        with endpoint(home.root, "--rate", "off") as first:
            readers = Readers(first, links)
            clients = [asyncio.create_task(readers.read(number)) for number in range(CLIENTS)]
            done, _ = await asyncio.wait(
                [*clients, asyncio.create_task(readers.crash.wait())], return_when=asyncio.FIRST_COMPLETED
            )
            assert not done & set(clients), [each.exception() for each in done & set(clients)]
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
