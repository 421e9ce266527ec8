import pytest

from panel.errors import DeclarationError
from panel.llm.own_server import OwnServer, find_own_server

FOUND = [
    ("openai/qwen3", {"OPENAI_BASE_URL": "http://127.0.0.1:8000/v1"}, "http://127.0.0.1:8000/v1", "unused"),
    ("openai/gpt-oss:20b", {"OPENAI_API_BASE": "http://box:11434/v1/"}, "http://box:11434/v1", "unused"),
    ("hosted_vllm/Qwen/Qwen3-8B", {"HOSTED_VLLM_API_BASE": "https://gpu/v1", "HOSTED_VLLM_API_KEY": "k"},
     "https://gpu/v1", "k"),
    ("openai_like/any", {"OPENAI_LIKE_API_BASE": "http://me:secret@box/v1"}, "http://me:secret@box/v1", None),
    ("lm_studio/any", {}, "http://127.0.0.1:1234/v1", "unused"),
    ("llamafile/any", {}, "http://127.0.0.1:8080/v1", "unused"),
]  # fmt: skip


@pytest.mark.parametrize(("model", "variables", "base", "key"), FOUND)
def test_servers_of_ones_own_are_found(model: str, variables: dict[str, str], base: str, key: str | None) -> None:
    """Address, model and key come from the name and the environment; a missing key has a stand-in."""
    expected = OwnServer(url=f"{base}/chat/completions", model=model.partition("/")[2], key=key)
    assert find_own_server(model, variables) == expected


def test_a_whole_address_stays_as_it_is() -> None:
    """Who writes the path out gets it once."""
    found = find_own_server("openai/any", {"OPENAI_BASE_URL": "http://box/api/chat/completions"})
    assert found is not None
    assert found.url == "http://box/api/chat/completions"


LITELLM = [
    ("openai/any", {}),
    ("openai/any", {"OPENAI_BASE_URL": "https://api.openai.com/v1"}),
    ("openai/gpt-5-mini", {"OPENAI_BASE_URL": "http://proxy/v1"}),
    ("openai/o3", {"OPENAI_BASE_URL": "http://proxy/v1"}),
    ("openai/openai/gpt-4.1", {"OPENAI_BASE_URL": "http://proxy/v1"}),
    ("openai/", {"OPENAI_BASE_URL": "http://box/v1"}),
    ("hosted_vllm/any", {}),
    ("ollama_chat/qwen3", {"OLLAMA_API_BASE": "http://box"}),
    ("anthropic/claude-sonnet-4-5", {"ANTHROPIC_API_BASE": "http://proxy"}),
    ("gpt-4o", {"OPENAI_BASE_URL": "http://proxy/v1"}),
]


@pytest.mark.parametrize(("model", "variables"), LITELLM)
def test_whatever_needs_translating_is_left_to_litellm(model: str, variables: dict[str, str]) -> None:
    """Providers' own servers, other protocols, OpenAI's models behind a proxy, names without an address."""
    assert find_own_server(model, variables) is None


@pytest.mark.parametrize("address", ["127.0.0.1:8000/v1", "ftp://box/v1", "http://", "box"])
def test_what_is_no_address_is_refused(address: str) -> None:
    """The variable's value is quoted, and another shown that would do."""
    with pytest.raises(DeclarationError, match=r"http://127\.0\.0\.1:8000/v1") as caught:
        find_own_server("openai/any", {"OPENAI_BASE_URL": address})
    assert repr(address) in str(caught.value)


def test_a_wrong_address_keeps_its_password() -> None:
    """What is quoted is scrubbed first."""
    with pytest.raises(DeclarationError) as caught:
        find_own_server("openai/any", {"OPENAI_BASE_URL": "ftp://me:hunter22@box/v1"})
    assert "hunter22" not in str(caught.value)
