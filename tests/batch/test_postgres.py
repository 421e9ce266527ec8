"""Several runs at once on one PostgreSQL ledger."""

import datetime as dt
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import psycopg
import pytest

from panel.domain.call import Call, Message, Recipe, Request
from panel.domain.release import Release, Source
from panel.evidence.dossier import read_dossier
from panel.llm.books import Books
from panel.llm.bulk.books import BulkBooks
from panel.llm.tables import texts_of
from tests.batch.bulk_places import PLACES, at, sent, spent, workspace
from tests.servers import running
from tests.servers.postgres import running_postgres

RELEASES, SEATS = 8, 4


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A PostgreSQL server of our own."""
    with running_postgres() as address:
        yield address


def together(folder: Path, ledger: str, workers: int) -> None:
    """Have processes hear the same releases at the same moment: every call is asked once, every verdict written."""
    with running("chat", "--latency", "0.1") as server:
        home = workspace(folder, RELEASES)
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("OPENAI", "SHIPSKIP"))},
            "OPENAI_BASE_URL": server.base,
            "SHIPSKIP_LEDGER": ledger,
        }
        command = [sys.executable, "-m", "panel.cli", "batch", str(home.releases_folder), "--model", "openai/any"]
        started = [
            subprocess.Popen(
                [*command, "--workspace", str(folder), "--json", "--workers", "0"],
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for _ in range(workers)
        ]
        told = [each.communicate(timeout=240) for each in started]
        for process, (out, err) in zip(started, told, strict=True):
            failed = [line for line in out.splitlines() if '"state":"failed"' in line or '"summary"' in line]
            assert process.returncode == 0, "\n".join([f"exit code {process.returncode}", err, *failed])
        asked = [str(entry["body"]["messages"]) for entry in server.log()]
    assert len(asked) == len(set(asked)) == RELEASES * SEATS
    assert sorted(verdict.slug for verdict in home.verdicts()) == sorted(home.release_paths())
    assert not (folder / ".shipskip" / "ledger.db").exists()


def test_four_workers_never_ask_the_same_call(url: str, tmp_path: Path) -> None:
    """Four processes share one ledger."""
    together(tmp_path, url, 4)


@pytest.mark.parametrize("isolation", ["serializable", "repeatable read"])
def test_a_stricter_database_is_shared_too(url: str, tmp_path: Path, isolation: str) -> None:
    """Four processes share a ledger whose database isolates transactions more than is needed, from its first table."""
    name = f"strict_{isolation.partition(' ')[0]}"
    with psycopg.connect(url, autocommit=True) as link:
        link.execute(f"CREATE DATABASE {name}")
        link.execute(f"ALTER DATABASE {name} SET default_transaction_isolation = '{isolation}'")
    together(tmp_path, url.replace("/postgres?", f"/{name}?"), 4)


@pytest.mark.parametrize("isolation", ["serializable", "repeatable read", "read committed"])
def test_the_tables_of_a_cold_ledger_are_made_once(url: str, isolation: str) -> None:
    """Eight connections meet an empty database at the same moment, ten times over: all of them write."""
    for number in range(10):
        name = f"cold_{isolation.partition(' ')[0]}_{number}"
        with psycopg.connect(url, autocommit=True) as link:
            link.execute(f"CREATE DATABASE {name}")
            link.execute(f"ALTER DATABASE {name} SET default_transaction_isolation = '{isolation}'")
        place, start = url.replace("/postgres?", f"/{name}?"), Barrier(8, timeout=30)

        def write(number: int, place: str = place, start: Barrier = start) -> int:
            books = Books(place)
            start.wait()
            try:
                books.claim({f"shared {each}": 0 for each in range(4)} | {f"own {number}": 0})
                books.write([asked(f"writer {number}", ["one", "two"])])
                return books.spent().calls
            finally:
                books.close()

        with ThreadPoolExecutor(8) as pool:
            assert max(pool.map(write, range(8))) == 8


def test_eight_runs_at_once_give_an_older_ledger_its_claims(url: str) -> None:
    """A ledger from before claims gets their table, though eight connections miss it at the same moment."""
    with psycopg.connect(url, autocommit=True) as link:
        link.execute("CREATE DATABASE older")
    place = url.replace("/postgres?", "/older?")
    first = Books(place)
    first.write([asked("first", ["one"])])
    first.close()
    for _ in range(20):
        with psycopg.connect(place, autocommit=True) as link:
            link.execute("DROP TABLE claims")
        start = Barrier(8, timeout=30)

        def claim(number: int, start: Barrier = start) -> str:
            books = Books(place)
            books.spent()  # it is connected
            start.wait()
            try:
                return books.claim({f"own {number}": 0})[f"own {number}"]
            finally:
                books.close()

        with ThreadPoolExecutor(8) as pool:
            assert set(pool.map(claim, range(8))) == {"ours"}


def asked(name: str, texts: list[str]) -> tuple[Request, Call]:
    """A request of these texts, with an answer."""
    dossier = read_dossier(Release(slug="x", name="X", sources=(Source(key="S1", text="X is out."),)))
    recipe = Recipe(persona=name, prompt="p", dossier="d", model="m")
    request = Request(
        recipe=recipe, messages=tuple(Message(role="user", content=text) for text in texts), dossier=dossier
    )
    return request, Call(request=request.id, model="m", answered_by="m", text="{}", at=dt.datetime.now(dt.UTC))


def test_writers_of_the_same_texts_never_stand_in_each_others_way(url: str) -> None:
    """Eight connections write overlapping texts to a cold ledger, half of them from the other end: all are stored."""
    texts = [f"Text number {number}, which several requests share." for number in range(400)]

    def write(number: int) -> None:
        books = Books(url)
        try:
            for round_ in range(4):
                mine = texts[:: -1 if number % 2 else 1]
                books.write([asked(f"writer {number} round {round_}", [f"{text} {round_}" for text in mine])])
        finally:
            books.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(8)))


def test_a_transaction_that_was_given_up_is_done_again(url: str) -> None:
    """A stranger holds what the ledger needs and wants what it holds: PostgreSQL ends one, and both are stored."""
    first, second = sorted(({row["hash"]: row for row in texts_of([Message(role="user", content=text)])}
                            for text in ("one", "two")), key=lambda each: next(iter(each)))  # fmt: skip
    books = Books(url)
    books.write([asked("warm", ["warm"])])
    low, high = (next(iter(each.values())) for each in (first, second))
    insert = "INSERT INTO texts (hash, body) VALUES (%s, %s)"
    with psycopg.connect(url) as stranger, ThreadPoolExecutor(1) as pool:
        stranger.execute(insert, (high["hash"], high["body"]))
        writing = pool.submit(books.write, [asked("both", ["one", "two"])])
        time.sleep(0.5)  # it has the one and waits for the other; it waited first, so it is the one to be ended
        stranger.execute(insert, (low["hash"], low["body"]))
        stranger.commit()
        writing.result(timeout=30)
    assert books.answers_to_each([asked("both", ["one", "two"])[0].id])[0]
    books.close()


def test_batches_are_kept_account_of_in_postgresql_too(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bulk asking finds its tables beside the ledger's own, whatever the database."""
    monkeypatch.setenv("SHIPSKIP_LEDGER", url)
    with at(PLACES["own"]) as there:
        for name, value in there.environment().items():
            monkeypatch.setenv(name, value)
        home = workspace(tmp_path)
        before = spent(home).calls
        assert sent(home, there.place.model).answered == 12
        assert sent(home, there.place.model).sent == 0
        assert spent(home).calls == before + 12


def test_a_direct_claim_waits_for_a_batch_that_is_being_entered(url: str, tmp_path: Path) -> None:
    """Who sends in bulk looks for claims and enters its lines in one go: no direct claim slips in between."""
    call, _ = asked("entered", ["entered"])
    bulk, direct = BulkBooks(url), Books(url)
    bulk.note([call])
    bulk.close()
    with psycopg.connect(url) as link, ThreadPoolExecutor(max_workers=1) as thread:
        link.execute("select pg_advisory_xact_lock(7405714)")
        claiming = thread.submit(lambda: direct.claim({call.id: 0}))
        time.sleep(0.5)
        assert not claiming.done()
        now = dt.datetime.now(dt.UTC).isoformat()
        row = ("k-entered", "openai/any", "here", "schema", "sending", 1, "me", now)
        columns = "key, model, server, rung, state, count, owner, at"
        link.execute(f"insert into bulk_batches ({columns}) values (%s, %s, %s, %s, %s, %s, %s, %s)", row)
        link.execute("insert into bulk_lines (key, request) values (%s, %s)", ("k-entered", call.id))
        link.commit()
        assert claiming.result(timeout=20) == {call.id: "posted"}
    direct.close()
