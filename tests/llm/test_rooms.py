import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from panel.domain.call import Call, Request
from panel.errors import DeclarationError
from panel.llm.gateway import LitellmRoom
from panel.llm.ledger import Ledger
from panel.llm.rehearsal import Rehearsal, Replay
from panel.llm.room import Gateway
from panel.llm.rooms import open_gateway, open_ledger, open_room
from panel.store.settings import Calls

Make = Callable[..., Request]


def test_every_kind_of_model_has_its_room(tmp_path: Path) -> None:
    """replay, litellm's models and nothing else are found by their names."""
    ledger = Ledger(tmp_path / "ledger.db")
    assert isinstance(open_room("replay", Calls(), ledger), Replay)
    assert isinstance(open_room("openai/any", Calls(), ledger), LitellmRoom)


@pytest.mark.parametrize(
    ("model", "says"),
    [("", "''"), (" openai/any", "' openai/any'")],
)
def test_where_there_is_no_room_there_is_a_sentence(model: str, says: str, tmp_path: Path) -> None:
    """A name that leads nowhere is quoted."""
    with pytest.raises(DeclarationError) as caught:
        open_room(model, Calls(), Ledger(tmp_path / "ledger.db"))
    assert says in str(caught.value)


def test_opening_makes_nothing(tmp_path: Path) -> None:
    """A gateway and a ledger cost nothing before they are used."""
    gateway = open_gateway(Calls(), open_ledger(tmp_path / "ledger.db"))
    assert gateway.rules("openai/any") is None
    assert gateway.remembers("openai/any")
    asyncio.run(gateway.close())
    assert list(tmp_path.iterdir()) == []


def test_requests_at_once_are_limited(request_for: Make) -> None:
    """No more questions are under way than there are places, over all models together."""
    under_way, most = 0, 0

    class Slow(Rehearsal):
        async def ask(self, request: Request) -> Call:
            nonlocal under_way, most
            under_way += 1
            most = max(most, under_way)
            await asyncio.sleep(0.01)
            under_way -= 1
            return await super().ask(request)

    async def scenario() -> None:
        gateway = Gateway(lambda model: Slow(lambda _: model), at_once=3)
        models = ["one", "other"] * 6
        calls = await asyncio.gather(*(gateway.ask(request_for(model)) for model in models))
        assert [call.text for call in calls] == models
        await gateway.close()

    asyncio.run(scenario())
    assert most == 3


def test_a_model_has_one_room() -> None:
    """What a room has learnt about its model, such as the rung, holds for all seats."""
    gateway = Gateway(lambda _: Rehearsal([]))
    assert gateway.room("one") is gateway.room("one")
    assert gateway.room("one") is not gateway.room("other")


def test_every_model_is_checked_once(request_for: Make) -> None:
    """The first model that can't be asked ends the check."""
    checked: list[str] = []

    class Checked(Rehearsal):
        def check(self) -> None:
            checked.append(self._model)
            if self._model == "bad":
                raise DeclarationError("no key for 'bad'")

    gateway = Gateway(lambda model: Checked([], model=model))
    with pytest.raises(DeclarationError, match="'bad'"):
        gateway.check(["good", "good", "bad", "never"])
    assert checked == ["good", "bad"]
