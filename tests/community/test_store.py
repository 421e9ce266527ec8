"""The votes' store: its secret, its marks, what it refuses, and counting as of a day."""

import datetime as dt
import sqlite3
import stat
import threading

import pytest

from panel.community.books import VoteBooks
from panel.community.casting import Cast
from panel.community.importing import import_votes
from panel.community.links import new_holder, new_link, read_holder, read_link
from panel.community.secret import Secret, workspace_secret
from panel.community.standing import standing, standings
from panel.errors import DeclarationError
from panel.llm.database import Database
from tests.community.conftest import PUBLISHED
from tests.servers.postgres import running_postgres

KEY = Secret(b"k" * 32)


def test_the_secret_is_made_once_and_for_its_owner_only(tmp_path):
    """Many writers that need it at the same moment get the same one; nobody else may read the file."""
    folder = tmp_path / ".shipskip"
    start, marks = threading.Barrier(8), []

    def want() -> None:
        start.wait()
        marks.append(workspace_secret(folder).mark)

    threads = [threading.Thread(target=want) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert (len(marks), len(set(marks))) == (8, 1)
    assert [each.name for each in folder.iterdir()] == ["votes.secret"]
    assert stat.S_IMODE((folder / "votes.secret").stat().st_mode) == 0o600


def test_a_secret_of_the_environment_goes_first(tmp_path, monkeypatch):
    """Several machines share a secret by variable; one that is too short is refused."""
    monkeypatch.setenv("SHIPSKIP_VOTES_SECRET", "s" * 40)
    assert workspace_secret(tmp_path).mark == Secret(b"s" * 40).mark
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setenv("SHIPSKIP_VOTES_SECRET", "short")
    with pytest.raises(DeclarationError, match="at least 32 characters"):
        workspace_secret(tmp_path)


def test_votes_of_two_secrets_are_never_mixed(home):
    """With another secret the same reader would count twice: the store refuses and says what to bring back."""
    file = home.root / "v.csv"
    file.write_text(f"release,voter,vote,at\n{PUBLISHED},ann,ship,2026-04-16\n")
    import_votes(home, [file])
    (home.votes_file.parent / "votes.secret").unlink()
    with pytest.raises(DeclarationError, match="taken under another secret"):
        import_votes(home, [file])
    assert standings(home)[PUBLISHED].n == 1


def test_a_repr_shows_no_key():
    """A secret in a traceback or a log stays one."""
    assert "k" * 8 not in repr(KEY)
    assert "6b6b" not in repr(KEY)


def test_links_and_tokens_are_not_each_other(tmp_path):
    """A signature holds for one purpose and one secret only, and one spelling of it."""
    link, (holder, token) = new_link(KEY, "thing"), new_holder(KEY)
    found = read_link(KEY, link)
    assert found is not None
    assert (found.release, found.ends) == ("thing", None)
    assert read_holder(KEY, token) == holder
    assert read_holder(KEY, link) is None
    assert read_link(KEY, token) is None
    assert read_link(Secret(b"o" * 32), link) is None
    for odd in ("", "é", link + "=", link.swapcase(), link + "A", " " + link):
        assert read_link(KEY, odd) is None


def test_a_link_ends_on_the_hour_or_later():
    """The end that was asked for is never cut short, and lasts an hour longer at most."""
    ends = dt.datetime(2026, 4, 16, 9, 30, tzinfo=dt.UTC)
    found = read_link(KEY, new_link(KEY, "thing", ends=ends))
    assert found is not None
    assert found.ends == dt.datetime(2026, 4, 16, 10, tzinfo=dt.UTC)


def test_a_strange_database_is_no_vote_store(home):
    """A database of another program is left alone."""
    home.votes_file.parent.mkdir()
    link = sqlite3.connect(home.votes_file)
    link.execute("CREATE TABLE bookmarks (url TEXT)")
    link.close()
    with pytest.raises(DeclarationError, match="but no vote store"):
        standings(home)


def test_writers_side_by_side_lose_nothing(tmp_path):
    """Several connections write to one store at once; every voter is counted once."""
    file = tmp_path / "votes.db"
    at = dt.datetime(2026, 4, 16, tzinfo=dt.UTC)

    def write(start: int) -> None:
        books = VoteBooks(file, "mark")
        for place in range(20):
            books.cast([Cast(release="thing", voter=f"v{start + place}", vote="ship", at=at, holder="h")])
        books.close()

    threads = [threading.Thread(target=write, args=(start,)) for start in (0, 10, 20)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    books = VoteBooks(file)
    assert books.counts() == {"thing": (40, 0)}
    books.close()


def test_votes_can_be_counted_as_of_a_day(home):
    """What readers thought on a day is their latest vote before it."""
    file = home.root / "v.csv"
    file.write_text(
        "release,voter,vote,at\n"
        f"{PUBLISHED},ann,ship,2026-04-01\n{PUBLISHED},ann,skip,2026-04-10\n"
        f"{PUBLISHED},bob,ship,2026-04-05\n{PUBLISHED},cy,skip,2026-04-20\n"
    )
    import_votes(home, [file])
    seen = {}
    for day in (1, 2, 6, 11, 21):
        found = standings(home, until=dt.datetime(2026, 4, day, tzinfo=dt.UTC)).get(PUBLISHED)
        seen[day] = None if found is None else (found.ship, found.skip)
    assert seen == {1: None, 2: (1, 0), 6: (2, 0), 11: (1, 1), 21: (1, 2)}


def test_nothing_is_made_by_looking(home):
    """Counting before the first vote makes no file and no secret."""
    assert standings(home) == {}
    assert not home.votes_file.exists()
    assert not (home.votes_file.parent / "votes.secret").exists()


def test_the_environment_names_the_store_first(home, monkeypatch):
    """A database URL with a password in it need not stand in a file; where it leads nowhere, no password is told."""
    monkeypatch.setenv("SHIPSKIP_VOTES_STORE", "postgresql://panel:hunter22@127.0.0.1:1/votes")
    with pytest.raises(DeclarationError, match="vote store") as told:
        standings(home)
    assert "hunter22" not in str(told.value)


def test_below_the_threshold_there_is_a_dash():
    """Nine votes show no percentage, the tenth does."""
    assert standing(9, 0, 10).headline == "— 9 votes so far; shown from 10"
    assert standing(0, 0, 10).headline == "— no votes yet; shown from 10"
    assert standing(9, 1, 10).headline == "90 % of 10 readers would ship it (95 % interval 59–99 %)"


def test_many_machines_share_one_postgres(tmp_path):
    """Processes that begin together on an empty PostgreSQL, beside a ledger, count every voter once."""
    with running_postgres() as url:
        ledger = Database(url)
        with ledger.writing():
            pass
        ledger.close()
        at = dt.datetime(2026, 4, 16, tzinfo=dt.UTC)

        def write(number: int) -> None:
            books = VoteBooks(url, "mark")
            for place in range(15):
                vote = "ship" if number % 2 else "skip"
                cast = Cast(release="thing", voter=f"v{place}", vote=vote, at=at, link=f"l{place}", holder=f"h{number}")
                books.cast([cast])
            books.close()

        threads = [threading.Thread(target=write, args=(number,)) for number in range(3)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        books = VoteBooks(url)
        assert sum(books.counts()["thing"]) == 15
        books.close()
        with ledger.reading() as link:
            assert link is not None
        ledger.close()
