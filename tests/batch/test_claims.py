"""Claims: two runs on one ledger never ask the same thing at the same time, and the dead hold nothing."""

import asyncio
import os
import subprocess
import sys

import pytest
from sqlalchemy import create_engine, text

from panel.domain.call import Call, Message, Recipe, Request
from panel.domain.release import Dossier, Release
from panel.llm.claims import is_gone, new_holder
from panel.llm.ledger import Ledger


def request_for(sample=1):
    """A question; equal numbers make equal questions."""
    recipe = Recipe(persona="p", prompt="q", dossier="d", model="openai/any", sample=sample)
    dossier = Dossier(release=Release(slug="thing", name="Thing"), sentences=())
    return Request(recipe=recipe, messages=(Message(role="user", content="Vote."),), dossier=dossier)


def answer_to(request, said="{}"):
    """An answered call."""
    return Call(request=request.id, model="openai/any", answered_by="any", text=said)


@pytest.fixture
def place(tmp_path):
    """Where the ledger is."""
    return tmp_path / ".shipskip" / "ledger.db"


async def ask(ledger, request, asked, *, fails=False, known=0):
    """Ask as poll does, and note who really asked."""
    async with ledger.claimed(request, known) as found:
        if found is not None:
            return found
        asked.append(request.id)
        await asyncio.sleep(0.2)
        if fails:
            raise RuntimeError("no answer")
        call = answer_to(request, f"answer {len(asked)}")
        await ledger.record(request, call)
        return call


def claims_in(place):
    """Every row of the table of claims."""
    with create_engine(f"sqlite:///{place}").connect() as link:
        return link.execute(text("select request, holder from claims")).all()


def test_two_runs_on_one_ledger_ask_once(place):
    """The second run waits for the first one's answer and takes it."""
    asked, request = [], request_for()

    async def both():
        one, other = Ledger(place), Ledger(place)
        calls = await asyncio.gather(ask(one, request, asked), ask(other, request, asked))
        await one.close()
        await other.close()
        return calls

    first, second = asyncio.run(both())
    assert len(asked) == 1
    assert first.text == second.text == "answer 1"
    assert claims_in(place) == []


def test_equal_questions_of_one_process_are_asked_once(place):
    """Two releases with the same words share their answers even while they are asked at once."""
    asked, request = [], request_for()

    async def many():
        ledger = Ledger(place)
        await asyncio.gather(*(ask(ledger, request, asked) for _ in range(5)))
        await ledger.close()

    asyncio.run(many())
    assert len(asked) == 1


def test_a_failed_call_is_let_go(place):
    """Where no answer came, the next one asks."""
    asked, request = [], request_for()

    async def again():
        one, other = Ledger(place), Ledger(place)
        with pytest.raises(RuntimeError):
            await ask(one, request, asked, fails=True)
        await ask(other, request, asked)
        await one.close()
        await other.close()

    asyncio.run(again())
    assert len(asked) == 2
    assert claims_in(place) == []


def test_an_answer_that_is_known_to_be_unreadable_is_asked_for_again(place):
    """Only answers that its asker hasn't seen end a claim."""
    asked, request = [], request_for()

    async def again():
        ledger = Ledger(place)
        await ask(ledger, request, asked)
        await ask(ledger, request, asked, known=1)
        found = await ask(ledger, request, asked, known=1)
        await ledger.close()
        return found

    assert asyncio.run(again()).text == "answer 2"
    assert len(asked) == 2


def test_a_killed_process_holds_nothing(place, monkeypatch):
    """A claim whose process was killed is void at once, not when its lease is over."""
    code = (
        "import asyncio, os, signal, sys\n"
        "from pathlib import Path\n"
        "from panel.llm.ledger import Ledger\n"
        "from tests.batch.test_claims import request_for\n"
        "async def hold():\n"
        "    ledger = Ledger(Path(sys.argv[1]))\n"
        "    async with ledger.claimed(request_for(), 0):\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "asyncio.run(hold())\n"
    )
    subprocess.run([sys.executable, "-c", code, str(place)], check=False, cwd=os.getcwd())
    assert len(claims_in(place)) == 1
    asked, request = [], request_for()

    async def after():
        ledger = Ledger(place)
        await ask(ledger, request, asked)
        await ledger.close()

    asyncio.run(after())
    assert len(asked) == 1


def test_a_holder_elsewhere_is_left_alone():
    """Whether a process of another machine lives can't be known: its lease decides."""
    assert not is_gone(new_holder())
    assert not is_gone("elsewhere/1:999999999:ab")
    place, _, rest = new_holder().partition(":")
    assert is_gone(f"{place}:{2**30}:{rest}")


def test_a_ledger_from_before_claims_learns_them(place):
    """A ledger that has no such table yet gets it, and keeps what it holds."""
    asked, request = [], request_for()

    async def store():
        ledger = Ledger(place)
        await ledger.record(request, answer_to(request))
        await ledger.close()

    asyncio.run(store())
    with create_engine(f"sqlite:///{place}").begin() as link:
        link.execute(text("drop table claims"))

    async def later():
        ledger = Ledger(place)
        await ask(ledger, request, asked)
        await ask(ledger, request_for(2), asked)
        await ledger.close()

    asyncio.run(later())
    assert asked == [request_for(2).id]
