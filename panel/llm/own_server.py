"""Servers of one's own that speak OpenAI's chat completions as they are, so that nobody need translate for them."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from panel.errors import DeclarationError
from panel.llm.route import address_of, is_theirs
from panel.llm.scrubbing import scrub

PROVIDERS: Mapping[str, str | None] = MappingProxyType(
    {
        "openai": None,
        "hosted_vllm": None,
        "openai_like": None,
        "lm_studio": "http://127.0.0.1:1234/v1",
        "llamafile": "http://127.0.0.1:8080/v1",
    }
)
"""Providers whose own servers are asked directly, and the address where such a server listens by default."""

_OPENAIS = re.compile(r"(?:.*/)?(?:gpt-(?!oss)|chatgpt|o\d|codex)", re.IGNORECASE)
"""Models that only OpenAI runs; behind a proxy they keep the parameters of their own that litellm knows."""

_STAND_IN = "unused"
"""Sent where no key is set: servers of one's own rarely ask for one, and some want the header all the same."""


@dataclass(frozen=True)
class OwnServer:
    """A server of one's own, and the model that is asked there."""

    url: str
    """Where questions are posted."""
    model: str
    """The model as the server calls it."""
    key: str | None
    """What is sent as the key; None where the URL brings a user and a password."""


def find_own_server(model: str, environment: Mapping[str, str] | None = None) -> OwnServer | None:
    """Return the server of one's own that a model string leads to; None if litellm must be asked.

    Args:
        model: What the user named.
        environment: Variables with keys and addresses; the process's own by default.

    Raises:
        DeclarationError: The variable that should hold its address holds none.
    """
    variables = os.environ if environment is None else environment
    provider, _, name = model.partition("/")
    if provider not in PROVIDERS or not name or _OPENAIS.match(name):
        return None
    address = address_of(provider, variables) or PROVIDERS[provider]
    if address is None or is_theirs(address, provider):
        return None
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise DeclarationError(
            f"the address {scrub(address)!r} for {model!r} isn't one: write such as 'http://127.0.0.1:8000/v1'"
        )
    key = variables.get(f"{provider.upper()}_API_KEY") or (None if parts.username else _STAND_IN)
    return OwnServer(url=_completions(address), model=name, key=key)


def _completions(address: str) -> str:
    base = address.rstrip("/")
    return base if base.endswith("/chat/completions") else f"{base}/chat/completions"
