"""Which models can be reached from here, by keys in the environment and servers on this machine; asks no model."""

import json
import os
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal

State = Literal["ready", "needs"]

PROVIDERS = {
    "openai/": ("OPENAI_API_KEY",),
    "anthropic/": ("ANTHROPIC_API_KEY",),
    "gemini/": ("GEMINI_API_KEY", "GOOGLE_API_KEY"),
    "mistral/": ("MISTRAL_API_KEY",),
    "groq/": ("GROQ_API_KEY",),
    "deepseek/": ("DEEPSEEK_API_KEY",),
    "openrouter/": ("OPENROUTER_API_KEY",),
    "together_ai/": ("TOGETHERAI_API_KEY", "TOGETHER_API_KEY"),
    "xai/": ("XAI_API_KEY",),
}
"""Prefix of a model string → the environment variables of which one holds its key."""

SERVERS = {
    "ollama_chat/": ("OLLAMA_API_BASE", "http://127.0.0.1:11434", "/api/tags"),
    "openai/": ("OPENAI_BASE_URL", None, "/models"),
    "hosted_vllm/": ("HOSTED_VLLM_API_BASE", None, "/models"),
    "lm_studio/": ("LM_STUDIO_API_BASE", "http://127.0.0.1:1234/v1", "/models"),
}
"""Prefix → the variable with its address, the address where it listens by default, and the path of its model list."""

_PATIENCE = 1.0
_LARGEST = 1_000_000


@dataclass(frozen=True)
class Reach:
    """One way to a model, as found from here."""

    model: str
    """What ``--model`` takes, such as ``openai/…``."""
    state: State
    """Whether it can be used now."""
    note: str
    """Why, or what it needs."""


def reachable(environment: Mapping[str, str] | None = None) -> list[Reach]:
    """Return every way to a model, keys and local servers first looked for in the environment.

    Only servers on this machine and those whose address the environment names are knocked at; hosted providers aren't.
    """
    env = os.environ if environment is None else environment
    ways = [Reach("builtin", "ready", "reads by rules; no model, no key, no network"), _embedded()]
    for prefix, (variable, default, path) in SERVERS.items():
        base = env.get(variable) or (env.get("OPENAI_API_BASE") if prefix == "openai/" else None) or default
        if base is None:
            continue
        found = _knock(base.rstrip("/") + path, env.get("OPENAI_API_KEY") if prefix == "openai/" else None)
        if found is not None:
            ways.append(Reach(f"{prefix}…", "ready", f"{_host(base)} offers {_names(found)}"))
        elif env.get(variable):
            ways.append(Reach(f"{prefix}…", "needs", f"nothing usable answers at {_host(base)} (from {variable})"))
    served = {way.model for way in ways if way.state == "ready"}
    for prefix, keys in PROVIDERS.items():
        if f"{prefix}…" in served:
            continue
        held = next((key for key in keys if env.get(key)), None)
        note = f"{held} is set" if held else f"set {' or '.join(keys)}"
        ways.append(Reach(f"{prefix}…", "ready" if held else "needs", note))
    return ways


def _embedded() -> Reach:
    if find_spec("xllamacpp") is None:
        return Reach("gguf:PATH", "needs", "pip install 'shipskip[local]'")
    return Reach("gguf:PATH", "ready", "llama.cpp runs a GGUF file inside shipskip")


def _knock(url: str, key: str | None) -> list[str] | None:
    """Return the names of the models that a server lists; None if it doesn't answer as one."""
    if not url.startswith(("http://", "https://")):
        return None
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - the scheme was checked
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
            listing = json.loads(answer.read(_LARGEST))
        entries = listing.get("data") or listing.get("models") or []
        return [str(entry.get("id") or entry.get("name")) for entry in entries]
    except (OSError, ValueError, AttributeError, urllib.error.HTTPError):
        return None


def _names(found: list[str]) -> str:
    shown = ", ".join(found[:4]) or "no model yet"
    return shown if len(found) <= 4 else f"{shown} and {len(found) - 4} more"


def _host(base: str) -> str:
    """Return an address without any credentials in it."""
    scheme, _, rest = base.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}".partition("?")[0]
