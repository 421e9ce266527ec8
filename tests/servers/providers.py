"""Every provider that the tests know: its server, how a model there is named, and what is to be expected of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.servers import Server

KEY = "sk-test-0a1b2c3d4e5f-never-to-be-seen"


@dataclass(frozen=True)
class Provider:
    """One provider, hosted or local."""

    name: str
    """What the test calls it."""
    model: str
    """A model there."""
    base: str
    """The variable with its address."""
    path: str
    """What follows the host in its address."""
    answered_by: str
    """The model that says it answered."""
    server: tuple[str, ...] = ("chat",)
    """The module in this folder, and its options."""
    host: str | None = None
    """The provider's own host, reached through a proxy; without one it listens on this machine."""
    key: str | None = None
    """The variable with its key, if it wants one."""
    rung: str = "schema"
    """How it is asked for structure."""
    wasted: int = 0
    """Requests that it rejects until that is found out."""
    cached: bool = True
    """Whether it tells what came from its cache."""
    priced: bool = False
    """Whether its price is known."""
    reasoning: bool = False
    """Whether it tells how much was thought."""
    faults: tuple[tuple[str, str], ...] = ()
    """Faults, and the kinds of error that they end as."""

    def environment(self, server: Server) -> dict[str, str]:
        """Return the variables that lead to its server."""
        own = {self.key: KEY} if self.key else {}
        if self.host is None:
            return {self.base: f"{server.url}{self.path}", **own}
        proxy = {"HTTP_PROXY": server.url, "http_proxy": server.url, "NO_PROXY": "", "no_proxy": ""}
        return {self.base: f"http://{self.host}{self.path}", **proxy, **own}

    def named(self, model: str) -> str:
        """Return the model string of another model of this provider."""
        return f"{self.model.partition('/')[0]}/{model}"


_BUSY, _DOWN, _KEY, _QUOTA = ("429", "RateLimited"), ("500", "Unreachable"), ("401", "Refused"), ("quota", "Refused")
_DECLINED = ("refusal", "Refused")
_USUAL = (_BUSY, _DOWN, _KEY, _QUOTA, _DECLINED)

HOSTED = (
    Provider(
        "openai", "openai/gpt-5-mini", "OPENAI_BASE_URL", "/v1", "gpt-5-mini-2026-01-01",
        host="api.openai.com", key="OPENAI_API_KEY", priced=True, reasoning=True, faults=_USUAL,
    ),
    Provider(
        "anthropic", "anthropic/claude-sonnet-4-5", "ANTHROPIC_API_BASE", "", "claude-sonnet-4-5-20260101",
        server=("anthropic_messages",), host="api.anthropic.com", key="ANTHROPIC_API_KEY", priced=True,
        faults=(_BUSY, ("529", "Unreachable"), _KEY, _QUOTA, _DECLINED),
    ),
    Provider(
        "gemini", "gemini/gemini-2.5-flash", "GEMINI_API_BASE", "/v1beta", "gemini-2.5-flash-001",
        server=("gemini",), host="generativelanguage.googleapis.com", key="GEMINI_API_KEY", priced=True,
        reasoning=True, faults=(_BUSY, ("503", "Unreachable"), _KEY, _QUOTA, _DECLINED),
    ),
    Provider(
        "openrouter", "openrouter/anthropic/claude-sonnet-4.5", "OPENROUTER_API_BASE", "/api/v1",
        "anthropic/claude-sonnet-4.5", server=("chat", "--flavour", "openrouter"), host="openrouter.ai",
        key="OPENROUTER_API_KEY", priced=True, reasoning=True,
        faults=(_BUSY, ("200", "Unreachable"), _KEY, _QUOTA, ("moderation", "Refused")),
    ),
    Provider(
        "deepseek", "deepseek/deepseek-chat", "DEEPSEEK_API_BASE", "/beta", "deepseek-chat-2026-01-01",
        server=("chat", "--flavour", "deepseek", "--no-schema"), host="api.deepseek.com", key="DEEPSEEK_API_KEY",
        rung="tool", wasted=1, priced=True, faults=_USUAL,
    ),
)  # fmt: skip
ALIKE = (
    Provider(
        "groq", "groq/openai/gpt-oss-20b", "GROQ_API_BASE", "/openai/v1", "openai/gpt-oss-20b-2026-01-01",
        server=("chat", "--flavour", "groq"), host="api.groq.com", key="GROQ_API_KEY", priced=True, reasoning=True,
        faults=_USUAL,
    ),
    Provider(
        "mistral", "mistral/mistral-medium-latest", "MISTRAL_AZURE_API_BASE", "/v1", "mistral-medium-latest-2026-01-01",
        server=("chat", "--flavour", "mistral"), host="api.mistral.ai", key="MISTRAL_API_KEY", cached=False,
        priced=True, faults=_USUAL,
    ),
)  # fmt: skip
LOCAL = (
    Provider(
        "ollama", "ollama_chat/qwen3", "OLLAMA_API_BASE", "", "ollama_chat/qwen3", server=("ollama",), cached=False,
        faults=(("503", "Unreachable"), _DOWN, _KEY, ("ok", ""), ("ok", "")),
    ),
    Provider(
        "vllm", "hosted_vllm/qwen3", "HOSTED_VLLM_API_BASE", "/v1", "qwen3-2026-01-01",
        server=("chat", "--flavour", "vllm"), cached=False, faults=_USUAL,
    ),
    Provider(
        "llamacpp", "openai/qwen3", "OPENAI_BASE_URL", "/v1", "qwen3-2026-01-01",
        server=("chat", "--flavour", "llamacpp"), faults=(("503", "Unreachable"), _DOWN, _KEY, _DECLINED, ("ok", "")),
    ),
    Provider(
        "lmstudio", "lm_studio/qwen3", "LM_STUDIO_API_BASE", "/v1", "qwen3-2026-01-01",
        server=("chat", "--flavour", "lmstudio"), cached=False,
        faults=(("500", "Refused"), _KEY, _BUSY, ("ok", ""), ("ok", "")),
    ),
)  # fmt: skip
PROVIDERS: Mapping[str, Provider] = {provider.name: provider for provider in (*HOSTED, *LOCAL)}
"""Those with a protocol or habits of their own."""
ALL: Mapping[str, Provider] = {**PROVIDERS, **{provider.name: provider for provider in ALIKE}}
"""Those that are much like OpenAI too."""
