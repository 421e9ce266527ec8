import socket

import pytest

from panel.errors import DeclarationError
from panel.llm.gateway import load_litellm
from panel.llm.route import Route, find_route

pytestmark = pytest.mark.usefixtures("bare")


def route(model: str, monkeypatch: pytest.MonkeyPatch, **variables: str) -> Route:
    """Find a route with these variables set, and no others."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return find_route(load_litellm(), model)


MISSING = [
    ("anthropic/claude-sonnet-4-5", "no key for 'anthropic/claude-sonnet-4-5': set ANTHROPIC_API_KEY"),
    ("gpt-4o", "no key for 'gpt-4o': set OPENAI_API_KEY"),
    ("openai/gpt-4.1-mini", "no key for 'openai/gpt-4.1-mini': set OPENAI_API_KEY"),
    ("gemini/gemini-2.5-flash", "no key for 'gemini/gemini-2.5-flash': set GEMINI_API_KEY (or GOOGLE_API_KEY)"),
    ("groq/llama-3.3-70b-versatile", "no key for 'groq/llama-3.3-70b-versatile': set GROQ_API_KEY"),
    ("hosted_vllm/qwen", "no address for 'hosted_vllm/qwen': set HOSTED_VLLM_API_BASE to its server's URL"),
]


@pytest.mark.parametrize(("model", "sentence"), MISSING)
def test_a_missing_key_is_named(model: str, sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the variable to set."""
    with pytest.raises(DeclarationError) as caught:
        route(model, monkeypatch)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("model", ["gpt-9-nonsense-x", "nobody/nothing", "llama", "openai/", "x/y/z", "/", "🚀"])
def test_an_unknown_model_is_refused_with_examples(model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A string that leads nowhere is quoted, and others are shown that do."""
    with pytest.raises(DeclarationError, match="openai/gpt-4") as caught:
        route(model, monkeypatch)
    assert repr(model) in str(caught.value)


def test_an_empty_key_is_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that is set to nothing counts as missing."""
    with pytest.raises(DeclarationError, match="set OPENAI_API_KEY"):
        route("openai/any", monkeypatch, OPENAI_API_KEY="")


def test_a_key_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """With its key, a provider's own server is asked and its prices hold."""
    found = route("openai/gpt-4.1-mini", monkeypatch, OPENAI_API_KEY="sk-test")
    assert found == Route("openai", None, own_server=False, marks=False, rungs=("schema", "tool", "prompt"))


@pytest.mark.parametrize("variable", ["OPENAI_BASE_URL", "OPENAI_API_BASE"])
def test_a_server_of_ones_own_needs_no_key(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A custom address stands in for a key, and its prices are unknown."""
    found = route("openai/any", monkeypatch, **{variable: "http://127.0.0.1:8000/v1"})
    assert found.own_server
    assert found.key == "unused"


def test_the_providers_own_address_needs_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Naming the provider's own server in the variable changes nothing."""
    with pytest.raises(DeclarationError, match="OPENAI_API_KEY"):
        route("openai/any", monkeypatch, OPENAI_BASE_URL="https://api.openai.com/v1")


def test_a_real_key_goes_to_a_server_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """No stand-in replaces a key that is set."""
    found = route("openai/any", monkeypatch, OPENAI_BASE_URL="http://127.0.0.1:8000/v1", OPENAI_API_KEY="sk-mine")
    assert found.key is None
    assert found.own_server


@pytest.mark.parametrize(
    "model", ["ollama_chat/qwen3", "ollama/llama3.1", "bedrock/anthropic.claude-3-haiku-20240307-v1:0"]
)
def test_some_providers_sign_in_otherwise(model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A local server needs no key, and a cloud has its own chain of credentials."""
    assert route(model, monkeypatch).key is None


def test_local_servers_have_no_price(monkeypatch: pytest.MonkeyPatch) -> None:
    """The price map says 0 for ollama; we say unknown."""
    assert route("ollama_chat/qwen3", monkeypatch).own_server
    assert route("hosted_vllm/qwen", monkeypatch, HOSTED_VLLM_API_BASE="http://127.0.0.1:8000/v1").own_server


def test_nobody_is_asked_about_a_local_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Finding a route to Ollama opens no connection, though litellm would ask the server what it knows of the model."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        found = route("ollama_chat/a-model-of-my-own", monkeypatch, OLLAMA_API_BASE=address)
        with pytest.raises(TimeoutError):
            server.accept()
    assert found.rungs == ("schema", "tool", "prompt")


def test_claude_wants_cache_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Marks go to Anthropic's models, wherever they are served, and to nobody else."""
    assert route("anthropic/claude-sonnet-4-5", monkeypatch, ANTHROPIC_API_KEY="x").marks
    assert route("openrouter/anthropic/claude-sonnet-4", monkeypatch, OPENROUTER_API_KEY="x").marks
    assert not route("openrouter/qwen/qwen3-32b", monkeypatch).marks
    assert not route("gemini/gemini-2.5-flash", monkeypatch, GEMINI_API_KEY="x").marks


def test_what_a_model_is_known_not_to_support_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rung that litellm's map rules out is left out; the prompt always remains."""
    known = load_litellm().model_cost
    poor = next(
        name
        for name, facts in known.items()
        if facts.get("litellm_provider") == "openai"
        and facts.get("mode") == "chat"
        and facts.get("supports_response_schema") is False
    )
    found = route(f"openai/{poor}", monkeypatch, OPENAI_API_KEY="x")
    assert "schema" not in found.rungs
    assert found.rungs[-1] == "prompt"


def test_nothing_is_printed(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Hints of litellm for an unknown model don't reach the terminal."""
    with pytest.raises(DeclarationError):
        route("nobody/nothing", monkeypatch)
    assert capfd.readouterr() == ("", "")


def test_what_caches_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A seat goes ahead where the price map knows of a cache or knows nothing, not where it says that there is none."""
    assert route("openai/gpt-5-mini", monkeypatch, OPENAI_API_KEY="x").caches
    assert route("openai/a-model-of-tomorrow", monkeypatch, OPENAI_API_KEY="x").caches
    assert route("hosted_vllm/qwen3", monkeypatch, HOSTED_VLLM_API_BASE="http://127.0.0.1:8000/v1").caches
    known = load_litellm().model_cost
    plain = next(
        name
        for name, facts in known.items()
        if facts.get("litellm_provider") == "openai"
        and facts.get("mode") == "chat"
        and not facts.get("supports_prompt_caching")
        and not facts.get("cache_read_input_token_cost")
    )
    assert not route(f"openai/{plain}", monkeypatch, OPENAI_API_KEY="x").caches


def test_google_s_own_address_is_gemini_s(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing out where Gemini is reached anyway doesn't make its price unknown."""
    address = "https://generativelanguage.googleapis.com/v1beta"
    assert not route("gemini/gemini-2.5-flash", monkeypatch, GEMINI_API_KEY="x", GEMINI_API_BASE=address).own_server
