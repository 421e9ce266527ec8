import os
from collections.abc import Callable

import pytest

from panel.domain.call import Message, Request
from panel.llm.gateway import LitellmRoom
from panel.llm.quote import SHORTEST, Quote, quote
from panel.llm.room import Gateway
from panel.llm.rooms import open_room
from panel.store.settings import Calls
from tests.llm.test_providers import ask
from tests.servers import running
from tests.servers.providers import PROVIDERS

Make = Callable[..., Request]

MILLION = 1_000_000
SONNET = {"read": 3.00, "written": 3.75, "cached": 0.30, "made": 15.00}
MINI = {"read": 0.25, "written": 0.25, "cached": 0.025, "made": 2.00}
FLASH = {"read": 0.30, "written": 0.30, "cached": 0.03, "made": 2.50}
PRICES = {"anthropic": SONNET, "openai": MINI, "gemini": FLASH}
"""US dollars per million tokens, as the providers' price lists have them."""


@pytest.fixture(autouse=True)
def _keys(bare: None, monkeypatch: pytest.MonkeyPatch) -> None:
    for provider in PROVIDERS.values():
        if provider.key:
            monkeypatch.setenv(provider.key, "k")


def panel(make: Make, model: str) -> list[Request]:
    """Return five requests over one long prefix."""
    shared = Message(role="user", content="It has a public API. " * 1_000, shared=True)
    own = [Message(role="user", content=f"You are reviewer {number}.") for number in range(1, 6)]
    return [make(model, sample=number, messages=(shared, own[number - 1])) for number in range(1, 6)]


def quoted(make: Make, model: str) -> Quote:
    """Quote a panel of five."""
    gateway = Gateway(lambda name: open_room(name, Calls(), None))  # type: ignore[arg-type]
    return quote(panel(make, model), model, gateway)


@pytest.mark.parametrize("name", PRICES)
def test_what_is_charged_is_what_the_price_list_says(
    name: str, request_for: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cached tokens, tokens written to the cache and reasoning: the record's cost is the sum by hand."""
    provider, prices = PROVIDERS[name], PRICES[name]
    with running(*provider.server) as server:
        for variable, value in provider.environment(server).items():
            monkeypatch.setenv(variable, value)
        for call in (ask(each)[0] for each in panel(request_for, provider.model)[:2]):
            used = call.usage
            cached = used.cached_tokens or 0
            written = 0 if cached or name != "anthropic" else _marked(server.log()[0]["body"])
            fresh = used.prompt_tokens - cached - written
            by_hand = fresh * prices["read"] + written * prices["written"] + cached * prices["cached"]
            by_hand += used.completion_tokens * prices["made"]
            assert call.cost_usd == pytest.approx(by_hand / MILLION)
    assert cached > 1_024


def _marked(body: dict) -> int:
    """Return the tokens that Anthropic's server wrote to its cache, as it counts them."""
    import json

    text = json.dumps(body["output_format"]) + body["messages"][0]["content"][0]["text"]
    return (len(text) + 3) // 4


def test_a_quote_is_a_range_by_hand(request_for: Make) -> None:
    """Low: one seat pays for the prefix, four find it cached; high: nothing is cached and all is asked for twice."""
    told = quoted(request_for, "openai/gpt-5-mini")
    room = LitellmRoom("openai/gpt-5-mini")
    first = panel(request_for, "openai/gpt-5-mini")[0]
    shared, own = (room.count(message.content) for message in first.messages)
    assert (told.calls, told.calls_high) == (5, 10)
    assert told.prompt_tokens == 5 * (shared + own)
    assert told.completion_tokens_low == 5 * SHORTEST
    assert told.completion_tokens_high == 10 * (first.recipe.parameters.max_tokens or 0)
    fresh = shared + 5 * own
    low = fresh * MINI["read"] + 4 * shared * MINI["cached"] + told.completion_tokens_low * MINI["made"]
    high = told.prompt_tokens_high * MINI["read"] + told.completion_tokens_high * MINI["made"]
    assert told.cost_usd_low == pytest.approx(low / MILLION)
    assert told.cost_usd_high == pytest.approx(high / MILLION)


def test_a_provider_that_charges_for_writing_its_cache(request_for: Make) -> None:
    """Anthropic's first seat pays a quarter more for the prefix; at worst all of them do."""
    told, room = quoted(request_for, "anthropic/claude-sonnet-4-5"), LitellmRoom("anthropic/claude-sonnet-4-5")
    shared, own = (room.count(message.content) for message in panel(request_for, "x")[0].messages)
    low = shared * SONNET["written"] + 4 * shared * SONNET["cached"] + 5 * own * SONNET["read"]
    assert told.cost_usd_low == pytest.approx((low + told.completion_tokens_low * SONNET["made"]) / MILLION)
    high = told.prompt_tokens_high * SONNET["read"] + 10 * shared * (SONNET["written"] - SONNET["read"])
    assert told.cost_usd_high == pytest.approx((high + told.completion_tokens_high * SONNET["made"]) / MILLION)


@pytest.mark.parametrize(
    ("model", "variable"),
    [("openai/not-in-the-map", None), ("hosted_vllm/qwen3", "HOSTED_VLLM_API_BASE"), ("ollama_chat/qwen3", None)],
)
def test_an_unknown_price_is_unknown(
    model: str, variable: str | None, request_for: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Calls and tokens are told all the same, and nobody is asked: no server is there."""
    if variable:
        monkeypatch.setenv(variable, "http://127.0.0.1:9/v1")
    told = quoted(request_for, model)
    assert (told.cost_usd_low, told.cost_usd_high) == (None, None)
    assert told.calls == 5
    assert told.prompt_tokens > 5_000


def test_the_builtin_reviewer_is_free(request_for: Make) -> None:
    """Where no model is asked, nothing is called and nothing paid."""
    told = quoted(request_for, "builtin")
    assert (told.calls, told.calls_high, told.cost_usd_low, told.cost_usd_high) == (0, 0, 0.0, 0.0)


def test_a_chain_is_quoted_by_its_first_link(request_for: Make) -> None:
    """The second is asked only where the first can't answer."""
    assert quoted(request_for, "openai/gpt-5-mini else builtin").model == "openai/gpt-5-mini"


def test_counting_downloads_nothing(request_for: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model whose own tokenizer would have to be fetched is counted by another one."""
    monkeypatch.setenv("GROQ_API_KEY", "k")
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    assert "HF_HUB_OFFLINE" not in os.environ
    room = LitellmRoom("groq/llama-3.3-70b-versatile")
    assert 4 <= room.count("It has a public API.") <= 8
