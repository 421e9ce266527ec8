"""What is wrong with a batch's input or its files is told in one sentence, by the real command line."""

import json
import sqlite3
from contextlib import closing

import pytest

from panel.errors import DeclarationError
from tests.batch.runs import finish, make_workspace, run, start


@pytest.fixture
def home(tmp_path):
    """A workspace without releases whose reviewer asks nobody."""
    made = make_workspace(tmp_path, 0)
    (tmp_path / "panel.toml").write_text('model = "builtin"\n')
    return made


def told(home, *arguments):
    """Run a batch; return its exit code and what it said on stderr."""
    code, _, err = finish(start(home, *arguments))
    assert "Traceback" not in err
    return code, err


@pytest.mark.parametrize("amount", ["nan", "inf"])
def test_a_budget_is_an_amount(home, amount):
    """What Python takes for a number but nobody can spend is no budget."""
    (home.root / "a.jsonl").write_text('{"name": "A", "text": "It has an API."}\n')
    code, err = told(home, "a.jsonl", "--budget", amount)
    assert (code, err.strip()) == (2, f"shipskip: Invalid value for '--budget': '{amount}' is no amount.")


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_a_list_in_another_encoding_is_no_empty_list(home, encoding):
    """A CSV file whose header isn't UTF-8 is refused, not taken for one without rows."""
    (home.root / "a.csv").write_bytes("name,text,größe\r\nA,It has an API.,1\r\n".encode(encoding))
    code, err = told(home, "a.csv")
    assert (code, err.strip()) == (2, "shipskip: a.csv: its first line isn't UTF-8; convert the file")


def test_a_bad_row_is_named_once(home):
    """The sentence about a row begins with its file and line, and says them once; a byte order mark is no trouble."""
    (home.root / "a.csv").write_bytes(b"\xef\xbb\xbfname,text\r\n,It has an API.\r\nA,It has an API.\r\n")
    code, err = told(home, "a.csv")
    assert code == 1
    assert err.splitlines()[0] == "failed: a.csv, line 2: this row has no 'name'; add one, or a 'slug'"
    assert [verdict.slug for verdict in home.verdicts()] == ["a"]


def test_a_damaged_journal_may_go(home):
    """The sentence about a journal that is none says what to do, and that it costs no money."""
    (home.root / "a.jsonl").write_text(json.dumps({"name": "A", "text": "It has an API."}) + "\n")
    (home.root / ".shipskip").mkdir()
    (home.root / ".shipskip" / "batch.db").write_text("This is no database, and never was one.")
    code, err = told(home, "a.jsonl")
    assert code == 2
    assert err.strip().endswith("batch.db isn't a database: delete it, which costs time and no money")


def test_a_ledger_that_cannot_be_used_ends_the_run(tmp_path, server, monkeypatch):
    """A ledger that another program keeps locked fails for all releases: the run ends, and none is said to be bad."""
    home = make_workspace(tmp_path, 8)
    run(home, "releases/tool-000.md")
    server.reset()
    monkeypatch.setattr("panel.llm.database.BUSY_S", 0.1)
    with closing(sqlite3.connect(home.ledger, isolation_level=None)) as link:
        link.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DeclarationError, match="was locked by another program"):
            run(home)
    assert server.log() == []
