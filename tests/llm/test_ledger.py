import asyncio
import json
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Coroutine
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

import pytest

from panel.domain.call import Call, Message, Request, Usage
from panel.errors import DeclarationError
from panel.llm.ledger import Ledger

Make = Callable[..., Request]
Answer = Callable[..., Call]
Result = TypeVar("Result")


def run(place: Path | str, work: Callable[[Ledger], Coroutine[Any, Any, Result]]) -> Result:
    """Open a ledger, work with it, close it."""

    async def all_of_it() -> Result:
        ledger = Ledger(place)
        try:
            return await work(ledger)
        finally:
            await ledger.close()

    return asyncio.run(all_of_it())


def rows(file: Path, query: str) -> list[tuple[Any, ...]]:
    """Look into a ledger's file by another way."""
    with closing(sqlite3.connect(file)) as link:
        return link.execute(query).fetchall()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a ledger may be made; its folder doesn't exist yet."""
    return tmp_path / "hidden" / "ledger.db"


def test_what_was_recorded_is_found(file: Path, request_for: Make, answer: Answer) -> None:
    """A call comes back as it was, also from a ledger that was opened anew."""
    request = request_for()
    call = answer(
        request, "the raw ⟨reply⟩ \U0001f600", usage=Usage(prompt_tokens=9, cached_tokens=4), cost_usd=0.25,
        rung="tool", finish_reason="stop", seconds=1.5, attempts=3,
    )  # fmt: skip
    run(file, lambda ledger: ledger.record(request, call))
    (found,) = run(file, lambda ledger: ledger.find(request))
    assert found.at is not None
    assert found.model_copy(update={"at": None}) == call


def test_answers_come_newest_first(file: Path, request_for: Make, answer: Answer) -> None:
    """An unreadable answer doesn't hide behind, or in front of, a later one: all are there, in order."""

    async def work(ledger: Ledger) -> list[Call]:
        for text in ("first", "second", "third"):
            await ledger.record(request_for(), answer(request_for(), text))
        await ledger.record(request_for(sample=2), answer(request_for(sample=2), "another"))
        return await ledger.find(request_for())

    assert [call.text for call in run(file, work)] == ["third", "second", "first"]


def test_looking_makes_no_file(file: Path, request_for: Make) -> None:
    """Nothing is found in a ledger that was never written to, and nothing is made by looking."""
    assert run(file, lambda ledger: ledger.find(request_for())) == []
    assert run(file, lambda ledger: ledger.find_question("0" * 64)) == []
    assert run(file, lambda ledger: ledger.spent()).calls == 0
    assert not file.parent.exists()


def test_questions_are_found_whichever_model_answered(file: Path, request_for: Make, answer: Answer) -> None:
    """Replay finds a question's answers by its recipe without the model, ballots and repairs apart."""
    one, other = request_for("openai/one"), request_for("openai/other")
    repair = one.model_copy(update={"turn": "repair", "messages": (*one.messages, Message(role="user", content="?"))})

    async def work(ledger: Ledger) -> tuple[list[Call], list[Call]]:
        for request, text in ((one, "one"), (other, "other"), (repair, "mended")):
            await ledger.record(request, answer(request, text))
        question = one.recipe.question
        return await ledger.find_question(question), await ledger.find_question(question, "repair")

    ballots, repairs = run(file, work)
    assert [call.text for call in ballots] == ["other", "one"]
    assert [call.text for call in repairs] == ["mended"]


def test_the_account_adds_up(file: Path, request_for: Make, answer: Answer) -> None:
    """Costs and tokens are summed, and calls without a price are counted instead of taken for free."""

    async def work(ledger: Ledger) -> Any:
        for sample, cost in ((1, 0.5), (2, None), (3, 0.25)):
            request = request_for(sample=sample)
            usage = Usage(prompt_tokens=100, cached_tokens=64)
            await ledger.record(request, answer(request, cost_usd=cost, usage=usage))
        return await ledger.spent()

    spent = run(file, work)
    assert (spent.calls, spent.unpriced, spent.cost_usd) == (3, 1, 0.75)
    assert spent.usage == Usage(prompt_tokens=300, cached_tokens=192)


def test_what_seats_share_is_stored_once(file: Path, request_for: Make, answer: Answer) -> None:
    """Every message is kept word for word, and one that was sent twice is kept once."""
    requests = [request_for(sample=number) for number in (1, 2)]

    async def work(ledger: Ledger) -> None:
        await asyncio.gather(*(ledger.record(each, answer(each)) for each in requests))
        await ledger.record(requests[0], answer(requests[0]))

    run(file, work)
    bodies = {body for (body,) in rows(file, "select body from texts")}
    assert bodies == {message.content for request in requests for message in request.messages}
    (sent,) = {text for (text,) in rows(file, "select messages from calls where sample = 2")}
    assert [each["role"] for each in json.loads(sent)] == ["system", "user", "user"]


def test_many_at_once_are_all_safe(file: Path, request_for: Make, answer: Answer) -> None:
    """Calls that come in together are written together, and none is lost."""
    requests = [request_for(sample=number) for number in range(1, 200)]

    async def work(ledger: Ledger) -> int:
        await asyncio.gather(*(ledger.record(each, answer(each, "x" * 2_000)) for each in requests))
        return (await ledger.spent()).calls

    assert run(file, work) == 199


def test_it_is_on_the_disk_before_it_is_told(file: Path, request_for: Make, answer: Answer) -> None:
    """A process that is killed right after an answer was recorded has lost nothing."""
    request = request_for()
    program = (
        "import asyncio, os, sys\nfrom panel.domain.call import Call, Request\nfrom panel.llm.ledger import Ledger\n"
        "request = Request.model_validate_json(sys.stdin.read())\n"
        "call = Call(request=request.id, model='m', answered_by='m', text='paid')\n"
        "async def main():\n    await Ledger(sys.argv[1]).record(request, call)\n    os._exit(9)\n"
        "asyncio.run(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(file)], input=request.model_dump_json(by_alias=True), text=True, check=False
    )
    assert done.returncode == 9
    assert [call.text for call in run(file, lambda ledger: ledger.find(request))] == ["paid"]


WRITER = """
import asyncio, sys
from panel.domain.call import Call, Request
from panel.llm.ledger import Ledger

async def main():
    ledger = Ledger(sys.argv[1])
    request = Request.model_validate_json(sys.stdin.read())
    for number in range(40):
        call = Call(request=request.id, model="m", answered_by=sys.argv[2], text=str(number))
        await ledger.record(request, call)
        await ledger.find(request)
    await ledger.close()

asyncio.run(main())
"""


def test_two_processes_write_at_once(file: Path, request_for: Make) -> None:
    """Two processes that begin on the same missing file both get everything in."""
    given = request_for().model_dump_json(by_alias=True)
    command = [sys.executable, "-c", WRITER, str(file)]
    writers = [
        subprocess.Popen([*command, name], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for name in ("one", "other")
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write(given)
        writer.stdin.close()
        writer.stdin = None
    for writer in writers:
        _, complaints = writer.communicate(timeout=60)
        assert (writer.returncode, complaints) == (0, "")
    assert rows(file, "select answered_by, count(*) from calls group by 1 order by 1") == [("one", 40), ("other", 40)]


def test_characters_that_no_file_can_hold_are_replaced(file: Path, request_for: Make, answer: Answer) -> None:
    """NUL and lone surrogates don't break the ledger, nor spoil what is written in the same moment."""
    request = request_for()
    odd = answer(request).model_copy(update={"text": "a\x00b\ud800c"})
    run(file, lambda ledger: ledger.record(request, odd))
    (found,) = run(file, lambda ledger: ledger.find(request))
    assert found.text == "a\ufffdb\ufffdc"


def test_one_bad_call_spoils_no_other(file: Path, request_for: Make, answer: Answer) -> None:
    """Of calls that are written together, only the one that can't be stored fails."""
    requests = [request_for(sample=number) for number in (1, 2, 3)]
    calls = [answer(each) for each in requests]
    calls[1] = calls[1].model_copy(update={"answered_by": None})

    async def work(ledger: Ledger) -> list[Any]:
        records = (ledger.record(request, call) for request, call in zip(requests, calls, strict=True))
        return await asyncio.gather(*records, return_exceptions=True)

    first, second, third = run(file, work)
    assert (first, third) == (None, None)
    assert isinstance(second, DeclarationError)
    assert rows(file, "select count(*) from calls") == [(2,)]


def _not_a_database(file: Path) -> None:
    file.write_text("these are just words, and more of them than a header has\n" * 20)


def _another_database(file: Path) -> None:
    with closing(sqlite3.connect(file)) as link:
        link.execute("create table recipes (title text)")


def _another_version(file: Path) -> None:
    with closing(sqlite3.connect(file)) as link:
        link.execute("create table about (name text primary key, value text)")
        link.execute("insert into about values ('schema', '99')")
        link.commit()


@pytest.mark.parametrize(
    ("prepare", "says"),
    [
        (_not_a_database, "isn't a database"),
        (_another_database, "no ledger"),
        (_another_version, "version 99"),
        (Path.mkdir, "can't be written to"),
    ],
)
def test_a_file_that_is_no_ledger_is_refused_and_left_alone(
    prepare: Callable[[Path], None], says: str, tmp_path: Path, request_for: Make, answer: Answer
) -> None:
    """One sentence names the file; reading and writing say the same, and nothing is changed in it."""
    file = tmp_path / "ledger.db"
    prepare(file)
    before = file.read_bytes() if file.is_file() else b""
    for work in (lambda each: each.find(request_for()), lambda each: each.record(request_for(), answer(request_for()))):
        with pytest.raises(DeclarationError, match=says) as caught:
            run(file, work)
        assert str(file) in str(caught.value)
    assert (file.read_bytes() if file.is_file() else b"") == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path, request_for: Make, answer: Answer) -> None:
    """A ledger that can't be made is a sentence, not a traceback."""
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(DeclarationError, match="can't be written to"):
        run(tmp_path / "ledger.db", lambda ledger: ledger.record(request_for(), answer(request_for())))


def test_a_folder_that_is_a_file(tmp_path: Path, request_for: Make, answer: Answer) -> None:
    """A file in the way of the ledger's folder is a sentence, too."""
    (tmp_path / "hidden").write_text("")
    with pytest.raises(DeclarationError, match="hidden"):
        run(tmp_path / "hidden" / "ledger.db", lambda ledger: ledger.record(request_for(), answer(request_for())))


def test_a_locked_ledger_says_so(
    file: Path, request_for: Make, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A transaction that another program holds open is named as the reason."""
    run(file, lambda ledger: ledger.record(request_for(), answer(request_for())))
    monkeypatch.setattr("panel.llm.database.BUSY_S", 0.1)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DeclarationError, match="locked by another program"):
            run(file, lambda ledger: ledger.record(request_for(), answer(request_for())))


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("nonsense://user:hunter2hunter2@host/db", "isn't one"),
        ("postgresql+psycopg://user:hunter2hunter2@host/db", "shipskip\\[postgres\\]"),
    ],
)
def test_an_address_that_cannot_be_used_keeps_its_password(
    url: str, says: str, request_for: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong URL or a missing driver is a sentence without the password."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DeclarationError, match=says) as caught:
        run(url, lambda ledger: ledger.find(request_for()))
    assert "hunter2" not in str(caught.value)


def test_no_secret_is_stored(file: Path, request_for: Make, answer: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file holds what was sent and answered, and no key."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret-value")
    run(file, lambda ledger: ledger.record(request_for(), answer(request_for())))
    stored = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert b"very-secret" not in stored
    columns = {name for _, name, *_ in rows(file, "pragma table_info(calls)")}
    assert not [name for name in columns if "key" in name or "header" in name]


def test_cancelling_loses_no_paid_answer(file: Path, request_for: Make, answer: Answer) -> None:
    """Whoever stops a run while answers are being written finds all of them there."""
    requests = [request_for(sample=number) for number in range(1, 31)]

    async def work(ledger: Ledger) -> None:
        writing = [asyncio.create_task(ledger.record(each, answer(each))) for each in requests]
        await asyncio.sleep(0)
        for task in writing:
            task.cancel()
        await asyncio.gather(*writing, return_exceptions=True)
        assert all(task.cancelled() for task in writing)

    run(file, work)
    assert rows(file, "select count(*) from calls") == [(30,)]


def test_the_loop_goes_on_while_the_disk_works(file: Path, request_for: Make, answer: Answer) -> None:
    """Writing happens in another thread."""

    async def work(ledger: Ledger) -> int:
        turns = 0
        writing = asyncio.create_task(ledger.record(request_for(), answer(request_for())))
        while not writing.done():
            turns += 1
            await asyncio.sleep(0.001)
        await writing
        return turns

    assert run(file, work) > 1
