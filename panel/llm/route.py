"""Where a model string leads: its provider, its key, its server, and the rungs that it may stand on."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from panel.errors import DeclarationError
from panel.llm.ladder import RUNGS, Rung

EXAMPLES = "openai/gpt-4.1-mini, anthropic/claude-sonnet-4-5, gemini/gemini-2.5-flash, ollama_chat/qwen3, or builtin"
"""Model strings that an error shows."""

_SIGN_IN_OTHERWISE = frozenset(
    {"bedrock", "sagemaker", "vertex_ai", "github_copilot", "chatgpt", "ollama", "ollama_chat"}
)
"""Providers that need no variable: a cloud's own chain of credentials, a device login, a server on this machine."""

_NEEDS_ADDRESS = frozenset({"hosted_vllm", "lm_studio", "openai_like", "custom_openai", "xinference", "litellm_proxy"})
"""Providers without an address of their own."""

_SELF_HOSTED = frozenset({"ollama", "ollama_chat", "llamafile", "vllm", *_NEEDS_ADDRESS})
"""Providers whose server is somebody's own machine: litellm's map can't know what it costs or which model it runs."""

_ASKS_AROUND = frozenset({"ollama", "ollama_chat"})
"""Providers whose server litellm asks about every model that its map doesn't have."""

_ALSO = {
    "gemini": ("GEMINI_API_KEY", "GOOGLE_API_KEY"),
    "huggingface": ("HUGGINGFACE_API_KEY", "HF_TOKEN"),
    "azure": ("AZURE_API_KEY", "AZURE_AD_TOKEN", "AZURE_CLIENT_ID"),
    "openai": ("OPENAI_API_KEY",),
}
"""Variables of which one is enough, where litellm's own check asks for all, or knows too few."""

_HOSTS = {
    "gemini": ("googleapis",),
    "vertex_ai": ("googleapis",),
    "bedrock": ("amazonaws",),
    "together_ai": ("together",),
}
"""What a provider's own hosts are called, where not after the provider."""

_CACHE_MARKED = frozenset({"anthropic", "bedrock", "vertex_ai", "openrouter"})


@dataclass(frozen=True)
class Route:
    """Where a model string leads."""

    provider: str
    """Provider as litellm calls it."""
    key: str | None
    """A stand-in for the key that a server of one's own doesn't ask for; None where litellm finds the real one."""
    own_server: bool
    """Whether requests go to a server other than the provider's, so that its prices don't hold."""
    marks: bool
    """Whether the provider wants cache marks."""
    rungs: tuple[Rung, ...]
    """Ways to ask for structure, from the top."""
    caches: bool = True
    """Whether a prompt is cheaper once another that begins with the same was answered; so unless it is known not to."""


def find_route(litellm: Any, model: str, environment: Mapping[str, str] | None = None) -> Route:  # noqa: ANN401 - a module
    """Find out where a model string leads, without asking anybody.

    Args:
        litellm: The module.
        model: What the user named.
        environment: Variables with keys and addresses; the process's own by default.

    Raises:
        DeclarationError: The provider is unknown, or its key or address is missing.
    """
    variables = os.environ if environment is None else environment
    name, provider, found_key = _resolve(litellm, model)
    address = address_of(provider, variables)
    if provider in _NEEDS_ADDRESS and not address:
        raise DeclarationError(f"no address for {model!r}: set {provider.upper()}_API_BASE to its server's URL")
    own = provider in _SELF_HOSTED or (address is not None and not is_theirs(address, provider))
    if provider in _ASKS_AROUND:
        _introduce(litellm, model, provider)
    known: Mapping[str, Any] = {} if own else _known(litellm, name, provider)
    missing = () if found_key else _missing_keys(litellm, model, provider, variables)
    if missing and not own:
        raise DeclarationError(f"no key for {model!r}: set {missing[0]}{_or(missing[1:])}")
    return Route(
        provider=provider,
        key="unused" if missing else None,
        own_server=own,
        marks=provider == "anthropic" or (provider in _CACHE_MARKED and "claude" in name),
        rungs=_rungs(litellm, name, provider, known),
        caches=not known or bool(known.get("supports_prompt_caching") or known.get("cache_read_input_token_cost")),
    )


def _resolve(litellm: Any, model: str) -> tuple[str, str, str | None]:  # noqa: ANN401 - a module
    head, _, rest = model.partition("/")
    if head in _SIGN_IN_OTHERWISE and rest:  # asking litellm about some of these would begin a login
        return rest, head, None
    try:
        name, provider, key, _ = litellm.get_llm_provider(model=model)
    except Exception:  # noqa: BLE001 - litellm raises several kinds, all for a string that it doesn't know
        raise DeclarationError(f"unknown model {model!r}: name a provider and its model, such as {EXAMPLES}") from None
    if not name:
        raise DeclarationError(f"the model {model!r} names a provider and no model; write such as {EXAMPLES}")
    return name, provider, key


def _introduce(litellm: Any, model: str, provider: str) -> None:  # noqa: ANN401 - a module
    """Enter a model into litellm's map, so that it doesn't ask the server about it, several times and synchronously."""
    litellm.model_cost.setdefault(
        model, {"litellm_provider": provider, "mode": "chat", "supports_function_calling": True}
    )  # register_model() would ask


def address_of(provider: str, variables: Mapping[str, str]) -> str | None:
    """Return the address that the environment names for a provider's server, if it does."""
    stem = provider.upper()
    return next((variables[name] for name in (f"{stem}_BASE_URL", f"{stem}_API_BASE") if variables.get(name)), None)


def is_theirs(address: str, provider: str) -> bool:
    """Whether an address is the provider's own: its host has the provider's name in it."""
    host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    names = _HOSTS.get(provider, (provider.partition("_")[0],))
    return provider == "azure" or any(name in host for name in names)


def _missing_keys(
    litellm: Any,  # noqa: ANN401 - a module
    model: str,
    provider: str,
    variables: Mapping[str, str],
) -> tuple[str, ...]:
    """Return the variables of which one must be set; none if a key is there, or if litellm doesn't know its name."""
    if provider in _SIGN_IN_OTHERWISE:
        return ()
    one_of = _ALSO.get(provider)
    if one_of is None:
        one_of = tuple(litellm.validate_environment(model=model).get("missing_keys") or ())
    return () if any(variables.get(name) for name in one_of) else one_of


def _or(names: tuple[str, ...]) -> str:
    return f" (or {', '.join(names)})" if names else ""


def _rungs(litellm: Any, name: str, provider: str, known: Mapping[str, Any]) -> tuple[Rung, ...]:  # noqa: ANN401 - a module
    """Return the rungs that litellm doesn't rule out; on a server of one's own, a model's name tells it nothing."""
    says = {"schema": known.get("supports_response_schema"), "tool": known.get("supports_function_calling")}
    ruled_out = {rung for rung, supported in says.items() if supported is False}
    try:
        taken = litellm.get_supported_openai_params(model=name, custom_llm_provider=provider)
    except Exception:  # noqa: BLE001 - some providers' settings can't be had for an unknown model
        taken = None
    if taken is not None:
        ruled_out |= {
            rung for rung, need in (("schema", "response_format"), ("tool", "tool_choice")) if need not in taken
        }
    return tuple(rung for rung in RUNGS if rung not in ruled_out)


def _known(litellm: Any, name: str, provider: str) -> Mapping[str, Any]:  # noqa: ANN401 - a module
    """Return what litellm's map says of a model; nothing, if it isn't in there."""
    try:
        known: Mapping[str, Any] = litellm.get_model_info(model=name, custom_llm_provider=provider)
    except Exception:  # noqa: BLE001 - a bare Exception says that the model isn't in the map
        return {}
    return known
