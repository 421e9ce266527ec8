"""Which way a model's requests go in bulk."""

from panel.errors import DeclarationError
from panel.llm.bulk.anthropic import AnthropicLane
from panel.llm.bulk.lane import Lane
from panel.llm.bulk.openai import OpenAILane
from panel.llm.gateway import load_litellm
from panel.llm.own_server import find_own_server
from panel.llm.route import find_route

EXCHANGE_S = 600.0
"""Seconds of silence after which an exchange with a provider has failed."""


def open_lane(model: str, timeout_s: float = EXCHANGE_S) -> Lane:
    """Return the way to a model's batch API, without asking anybody.

    Args:
        model: The model as its user named it; no chain.
        timeout_s: Seconds of silence after which an exchange has failed.

    Raises:
        DeclarationError: It has none, or its key is missing.
    """
    own = find_own_server(model)
    if own is not None:
        return OpenAILane(model, own, None, timeout_s)
    route = find_route(load_litellm(), model)
    if route.provider == "anthropic":
        return AnthropicLane(model, route, timeout_s)
    if route.provider == "openai":
        return OpenAILane(model, None, route, timeout_s)
    raise DeclarationError(
        f"no batch API of {route.provider!r} is known here, so {model!r} can't be asked with --engine provider; "
        "use --engine local, or batch export and batch import"
    )
