"""``votes import``: bad lines are told by number, the rest is kept, and a second time changes nothing."""

import json
import random
import sqlite3

import pytest

from panel.community.standing import standings
from tests.community.conftest import DRAFT, PUBLISHED

HEAD = "release,voter,vote,at\n"


def rows(home):
    """Return all that the store holds of votes, past ones included."""
    with sqlite3.connect(home.votes_file) as link:
        found = [link.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in ("votes", "votes_past")]
    link.close()
    return found


@pytest.fixture
def votes(home, shipskip):
    """Return a function that writes a list and imports it."""

    def run(text: str | bytes, *options: str, name: str = "list.csv"):
        (home.root / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return shipskip("votes", "import", name, *options)

    return run


def test_a_good_csv_is_counted(home, votes):
    """One vote per reader and release; columns may come in any order, with others beside them."""
    done = votes(
        "mail,vote,AT,voter,release\n"
        f"ann@example.org,Ship,2026-04-16T09:30:00Z,ann,{PUBLISHED}\n"
        f'"b, c",skip,2026-04-16,bob,{PUBLISHED}\n'
        f"x,ship,2026-04-16T11:30:00+02:00,ann,{DRAFT}\n"
    )
    assert (done.code, done.out) == (0, "list.csv: 3 new, 0 changed, 0 there already\n")
    assert {slug: (each.n, each.ship) for slug, each in standings(home).items()} == {PUBLISHED: (2, 1), DRAFT: (1, 1)}
    assert b"example.org" not in home.votes_file.read_bytes()


def test_json_lines_are_known_by_their_look(home, votes):
    """JSON lines work under any file name, with numbers for voters."""
    lines = [{"release": PUBLISHED, "voter": n, "vote": "ship", "at": "2026-04-16T09:30:00Z"} for n in range(4)]
    done = votes("\n\n" + "\n".join(map(json.dumps, lines)), name="votes.txt")
    assert (done.code, standings(home)[PUBLISHED].headline) == (
        0,
        "100 % of 4 readers would ship it (95 % interval 51–100 %)",
    )


def test_bad_lines_are_told_by_number_and_the_rest_is_kept(home, votes):
    """Every kind of bad line gets its own sentence; exit code 1."""
    done = votes(
        HEAD.encode()
        + f"{PUBLISHED},ann,ship,2026-04-16\n".encode()
        + f"{PUBLISHED},bob,maybe,2026-04-16\n".encode()
        + f"{PUBLISHED},,ship,2026-04-16\n".encode()
        + f"{PUBLISHED},cy,ship,yesterday\n".encode()
        + f"{PUBLISHED},di,ship,2999-01-01\n".encode()
        + f"{PUBLISHED},ed,ship\n".encode()
        + f'{PUBLISHED},"fay,ship,2026-04-16\n'.encode()
        + b"\xff\xfe,gil,ship,2026-04-16\n"
        + f"{PUBLISHED},hal,ship,9999-12-31T23:59:59-23:00\n".encode()
        + f"{PUBLISHED},ida,skip,2026-04-16\n".encode()
    )
    assert done.code == 1
    assert "list.csv: 2 new" in done.out
    told = dict(line.split(": ", 1) for line in done.err.splitlines())
    assert list(told) == [f"list.csv, line {n}" for n in (3, 4, 5, 6, 7, 8, 9, 10)]
    assert told["list.csv, line 3"] == "'vote' must be ship or skip, not 'maybe'; left out"
    assert told["list.csv, line 7"] == "it has 3 columns, and the header has 4; left out"
    assert (standings(home)[PUBLISHED].n, standings(home)[PUBLISHED].ship) == (2, 1)


def test_bad_json_lines_are_told(home, votes):
    """A line that is no object, lacks a field or holds another type is left out."""
    good = json.dumps({"release": PUBLISHED, "voter": "ann", "vote": "ship", "at": "2026-04-16"})
    wrong = ['{"release":', "[1]", "{}", good.replace('"ship"', "true"), good.replace('"ann"', "true"), "{" * 9000]
    done = votes("\n".join([good, *wrong]))
    assert (done.code, len(done.err.splitlines())) == (1, len(wrong))
    assert "Traceback" not in done.err


def test_unknown_releases_are_told_once_each(votes):
    """A misspelt slug is told with its number of votes and the one that was meant."""
    done = votes(HEAD + "".join(f"qwen3-6-27,v{n},ship,2026-04-16\n" for n in range(7)))
    assert done.code == 1
    assert done.err == f"list.csv: there is no release 'qwen3-6-27' (did you mean '{PUBLISHED}'?): 7 votes left out\n"


def test_importing_twice_or_in_another_order_changes_nothing(home, votes):
    """The latest vote counts whatever the order, the earlier ones are kept, and a second import is no news."""
    draw = random.Random(7)
    lines = [
        f"{draw.choice((PUBLISHED, DRAFT))},v{draw.randrange(12)},{draw.choice(('ship', 'skip'))},2026-04-{day:02d}\n"
        for day in range(1, 29)
        for _ in range(6)
    ]
    draw.shuffle(lines)
    votes(HEAD + "".join(lines))
    once = rows(home)
    done = votes(HEAD + "".join(lines))
    assert "0 new, 0 changed, " in done.out
    assert rows(home) == once


def test_a_change_of_mind_replaces_and_keeps(home, votes):
    """Ann changed her mind: one vote, the old one in history; an older list doesn't bring it back."""
    votes(HEAD + f"{PUBLISHED},ann,ship,2026-04-16\n")
    done = votes(HEAD + f"{PUBLISHED},ann,skip,2026-04-18\n")
    assert done.out == "list.csv: 0 new, 1 changed, 0 there already\n"
    votes(HEAD + f"{PUBLISHED},ann,ship,2026-04-10\n")
    current, past = rows(home)
    assert [row[2] for row in current] == ["skip"]
    assert sorted(row[3] for row in past) == ["ship", "ship"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("release,voter,vote\n", "at is missing", id="a column is missing"),
        pytest.param("\x00\x01", "first line must name the columns", id="no text"),
        pytest.param("<html>", "release, voter, vote and at are missing", id="a page"),
    ],
)
def test_what_is_no_list_is_refused(home, votes, text, says):
    """A file without the columns is told in one sentence, exit code 2, nothing counted."""
    done = votes(text)
    assert (done.code, done.err.count("\n"), standings(home)) == (2, 1, {})
    assert says in done.err


def test_a_missing_file_is_told_before_anything_is_imported(home, shipskip):
    """Of two files one doesn't exist: nothing is imported."""
    (home.root / "good.csv").write_text(HEAD + f"{PUBLISHED},ann,ship,2026-04-16\n")
    done = shipskip("votes", "import", "good.csv", "nope.csv")
    assert (done.code, done.err) == (2, "shipskip: nope.csv: it isn't a file; check its path\n")
    assert not home.votes_file.exists()


def test_an_empty_list_is_no_news(votes):
    """An empty file has no votes, and that is no error."""
    assert votes("").code == 0


def test_the_json_report_lists_everything(votes):
    """With --json, stdout is JSON only and names lines and releases."""
    done = votes(HEAD + f"{PUBLISHED},ann,perhaps,2026-04-16\nnope,ann,ship,2026-04-16\n", "--json")
    [told] = done.json
    assert (told["bad"], told["unfit"][0]["line"], told["unknown"][0]["release"]) == (1, 2, "nope")
