"""What each provider's protocol makes of structure, limits, pauses and unknown models, through the rooms themselves."""

import asyncio
from collections.abc import Callable, Iterator

import pytest

from panel.domain.call import Call, Request
from panel.errors import CallError, RateLimited, Refused, Unreadable
from panel.llm.gateway import LitellmRoom
from panel.llm.reading import read_paper
from panel.llm.retrying import Patience
from panel.llm.room import Gateway
from tests.servers import Server, running
from tests.servers.providers import ALL, PROVIDERS, Provider

Make = Callable[..., Request]

ONCE = Patience(attempts=1, timeout_s=5)
RUNGS = {"schema": (True, True), "tool": (False, True), "prompt": (False, False)}


@pytest.fixture(scope="module", params=ALL.values(), ids=ALL)
def served(request: pytest.FixtureRequest) -> Iterator[tuple[Provider, Server]]:
    """Run a provider's server."""
    with running(*request.param.server) as server:
        yield request.param, server


@pytest.fixture
def provider(served: tuple[Provider, Server], bare: None, monkeypatch: pytest.MonkeyPatch) -> Provider:
    """A provider whose server starts afresh, and the way to it."""
    chosen, server = served
    server.reset()
    for name, value in chosen.environment(server).items():
        monkeypatch.setenv(name, value)
    return chosen


@pytest.fixture
def server(served: tuple[Provider, Server]) -> Server:
    """The provider's server."""
    return served[1]


def ask(*requests: Request, patience: Patience = ONCE) -> list[Call | CallError]:
    """Ask requests all at once; errors come back in their places."""

    async def all_of_them() -> list[Call | CallError]:
        gateway = Gateway(lambda model: LitellmRoom(model, patience), at_once=20)
        try:
            return await asyncio.gather(*(gateway.ask(each) for each in requests), return_exceptions=True)
        finally:
            await gateway.close()

    return asyncio.run(all_of_them())


def statuses(server: Server) -> list[int]:
    """Return how a server answered questions, in order."""
    return [entry["status"] for entry in server.log() if "fault" in entry]


@pytest.mark.parametrize("rung", RUNGS)
def test_a_rung_that_a_provider_lacks_is_left_once(
    rung: str, provider: Provider, server: Server, request_for: Make
) -> None:
    """Without a JSON schema, then without tools, five ballots cost one rejected request a rung, and can all be read."""
    schema, tools = RUNGS[rung]
    server.reset(schema=schema, tools=tools)
    calls = ask(*(request_for(provider.model, sample=number) for number in range(1, 6)))
    assert all(isinstance(call, Call) for call in calls), calls
    assert {call.rung for call in calls if isinstance(call, Call)} == {rung}
    assert [status == 200 for status in sorted(statuses(server))] == [True] * 5 + [False] * list(RUNGS).index(rung)
    for call in calls:
        assert isinstance(call, Call)
        assert read_paper(call.text, request_for().persona).vote in ("ship", "skip")


def test_an_answer_that_breaks_off_says_so(provider: Provider, server: Server, request_for: Make) -> None:
    """The provider's own word for its limit is read: the ballot is unreadable for its length."""
    server.next(*["ok"] * provider.wasted, "truncated")
    (call,) = ask(request_for(provider.model))
    assert isinstance(call, Call), call
    assert call.finish_reason == "length"
    with pytest.raises(Unreadable, match="limit"):
        read_paper(call.text, request_for().persona, finish_reason=call.finish_reason)


def test_a_pause_is_as_long_as_asked_for(provider: Provider, server: Server, request_for: Make) -> None:
    """Seconds in a header, or in Gemini's error body, are waited for before the second attempt."""
    if ("429", "RateLimited") not in provider.faults:
        pytest.skip("this server never asks for a pause")
    server.reset(retry_after=0.8)
    server.next(*["ok"] * provider.wasted, "429")
    (call,) = ask(request_for(provider.model), patience=Patience(attempts=2, timeout_s=5, first_pause_s=0))
    assert isinstance(call, Call), call
    *_, first, second = (entry["at"] for entry in server.log() if "fault" in entry)
    assert second - first >= 0.8
    server.reset(retry_after=900)
    server.next(*["ok"] * provider.wasted, "429")
    (error,) = ask(request_for(provider.model), patience=Patience(attempts=2, timeout_s=5))
    assert isinstance(error, RateLimited)
    assert error.retry_after == 900


def test_an_answer_is_counted_and_priced(provider: Provider, server: Server, request_for: Make) -> None:
    """Who answered, what was thought and what it cost are read where the provider tells them."""
    (call,) = ask(request_for(provider.model))
    assert isinstance(call, Call), call
    assert call.answered_by.endswith(provider.answered_by)
    assert (call.cost_usd is not None) is provider.priced
    assert bool(call.usage.reasoning_tokens) is provider.reasoning


def test_an_unknown_model_is_refused_at_once(provider: Provider, server: Server, request_for: Make) -> None:
    """One request, and a sentence that names the model."""
    model = provider.named("missing-model")
    (error,) = ask(request_for(model))
    assert type(error) is Refused
    assert error.problem.startswith(f"{model}: ")
    assert len(statuses(server)) == 1


def test_a_dossier_that_is_too_long_is_refused(provider: Provider, server: Server, request_for: Make) -> None:
    """The context's limit is told as what it is, and nothing is asked twice."""
    if provider.name in ("ollama", "gemini"):
        pytest.skip("Ollama cuts silently; Gemini's limit is beyond any dossier")
    server.reset(context=20)
    (error,) = ask(request_for(provider.model))
    assert type(error) is Refused
    assert "too long" in error.problem or "maximum context" in error.problem
    assert len(statuses(server)) == 1 + provider.wasted


def test_what_claude_and_gemini_get(request_for: Make, bare: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anthropic's last shared block alone is marked for its cache; both schemas keep the argument before the vote."""
    for name in ("anthropic", "gemini"):
        chosen = PROVIDERS[name]
        with running(*chosen.server) as server:
            for variable, value in chosen.environment(server).items():
                monkeypatch.setenv(variable, value)
            ask(request_for(chosen.model))
            (entry,) = server.log()
        if name == "anthropic":
            blocks = [*entry["body"]["system"], *entry["body"]["messages"][0]["content"]]
            assert ["cache_control" in block for block in blocks] == [False, True, False]
            assert entry["headers"]["anthropic-beta"] == "structured-outputs-2025-11-13"
            properties = entry["body"]["output_format"]["schema"]["properties"]
        else:
            properties = entry["body"]["generationConfig"]["response_json_schema"]["properties"]
        assert next(iter(properties)) == "argument"
        assert list(properties).index("vote") > list(properties).index("claims")


def test_an_older_claude_is_asked_by_a_forced_tool(
    request_for: Make, bare: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a model has no output format, no request is wasted: litellm forces a tool, and the ballot can be read."""
    chosen = PROVIDERS["anthropic"]
    with running(*chosen.server, "--no-schema") as server:
        for variable, value in chosen.environment(server).items():
            monkeypatch.setenv(variable, value)
        (call,) = ask(request_for("anthropic/claude-opus-4-1"))
        (entry,) = server.log()
    assert isinstance(call, Call), call
    assert entry["body"]["tool_choice"]["type"] == "tool"
    assert read_paper(call.text, request_for().persona).vote in ("ship", "skip")
