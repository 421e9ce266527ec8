import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from panel.domain.call import Call, Request
from panel.errors import RateLimited, Unreachable
from panel.llm.ledger import Ledger
from panel.llm.rehearsal import Rehearsal, Replay

Make = Callable[..., Request]


def test_lines_are_spoken_in_order(request_for: Make) -> None:
    """A script per persona is read line by line, and what was asked is remembered."""
    room = Rehearsal({"developer": ["one", "two"]})
    requests = [request_for(sample=1), request_for(sample=2)]
    assert [asyncio.run(room.ask(each)).text for each in requests] == ["one", "two"]
    assert room.asked == requests


def test_a_script_may_fail(request_for: Make) -> None:
    """A line that is an error is raised."""
    room = Rehearsal([RateLimited("slow", retry_after=3), "answer"])
    with pytest.raises(RateLimited):
        asyncio.run(room.ask(request_for()))
    assert asyncio.run(room.ask(request_for())).text == "answer"


def test_a_script_may_be_a_function(request_for: Make) -> None:
    """A function sees the request and finds the answer."""
    room = Rehearsal(lambda request: f"{request.persona.id} on {request.dossier.release.slug}", model="stage")
    call = asyncio.run(room.ask(request_for()))
    assert (call.text, call.answered_by, call.model) == ("developer on thing", "stage", "openai/any")


@pytest.mark.parametrize("script", [{}, [], {"skeptic": ["x"]}])
def test_a_script_that_ends_says_so(script: dict[str, list[str]] | list[str], request_for: Make) -> None:
    """Nothing is invented where the script has no line."""
    with pytest.raises(Unreachable, match="no line left"):
        asyncio.run(Rehearsal(script).ask(request_for()))


def test_a_replay_answers_from_the_ledger(tmp_path: Path, request_for: Make, answer: Callable[..., Call]) -> None:
    """The newest answer to the same question comes back, whichever model gave it; another question has none."""
    asked, again, other = request_for("openai/one"), request_for("replay"), request_for("replay", sample=2)

    async def scenario() -> Call:
        ledger = Ledger(tmp_path / "ledger.db")
        await ledger.record(asked, answer(asked, "old"))
        await ledger.record(asked, answer(asked, "new"))
        room = Replay(ledger)
        with pytest.raises(Unreachable, match=r"developer's answer is not in the ledger .*; run it once with a model"):
            await room.ask(other)
        call = await room.ask(again)
        await ledger.close()
        return call

    call = asyncio.run(scenario())
    assert (call.text, call.answered_by, call.request) == ("new", "openai/one", again.id)


def test_a_replay_is_not_remembered() -> None:
    """What comes from the ledger isn't entered a second time."""
    assert Replay.remembered is False
    assert Rehearsal.remembered is True
