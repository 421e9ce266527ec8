"""What came back from a provider, a chat completion as mappings or as litellm's objects, in the terms of a Call."""

from collections.abc import Mapping
from typing import Any

from panel.domain.call import Usage

REFUSAL = "refusal"
"""Finish reason of an answer in which the model itself declines; providers say ``stop`` there."""


def words_of(completion: Any) -> tuple[str, str | None]:  # noqa: ANN401 - mapping or object
    """Return the reply's text and why it ended.

    The arguments of a tool call are the text; several calls stand on lines of their own, for the reader to compare.
    """
    choice = next(iter(_list(completion, "choices")), None)
    message, ended = _get(choice, "message"), str(_get(choice, "finish_reason") or "") or None
    kept = _get(message, "provider_specific_fields")  # litellm's Message keeps a provider's own fields apart
    refusal = _get(message, "refusal") or _get(kept, "refusal")
    if refusal:
        return storable(str(refusal)), REFUSAL
    functions = [_get(call, "function") for call in _list(message, "tool_calls")]
    arguments = [str(_get(function, "arguments") or "") for function in functions if function]
    return storable("\n".join(arguments) or _prose(_get(message, "content"))), ended


def _prose(content: Any) -> str:  # noqa: ANN401 - a text, or a list of parts
    if isinstance(content, list):
        return "".join(str(_get(part, "text") or "") for part in content)
    return str(content or "")


def storable(text: str) -> str:
    """Return the text with what no database and no file can hold (lone surrogates, NUL) as U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\x00", "\ufffd")


def answered_by(completion: Any) -> str | None:  # noqa: ANN401 - mapping or object
    """Return the model that says it answered, if it says so."""
    name = _get(completion, "model")
    return storable(str(name)) if name else None


def usage_of(completion: Any) -> Usage:  # noqa: ANN401 - mapping or object
    """Return the tokens used, as far as the provider counted them."""
    usage = _get(completion, "usage")
    if not _count(usage, "prompt_tokens"):  # litellm says 0 where the provider says nothing
        return Usage()
    return Usage(
        prompt_tokens=_count(usage, "prompt_tokens"),
        completion_tokens=_count(usage, "completion_tokens"),
        cached_tokens=_first(
            _count(_get(usage, "prompt_tokens_details"), "cached_tokens"),
            _count(usage, "cache_read_input_tokens"),
            _count(_get(completion, "timings"), "cache_n"),  # llama.cpp's server
        ),
        reasoning_tokens=_count(_get(usage, "completion_tokens_details"), "reasoning_tokens"),
    )


def charged_by(completion: Any) -> float | None:  # noqa: ANN401 - mapping or object
    """Return the US dollars that the provider says it charged, as OpenRouter does; None where it says nothing, or 0."""
    cost = _get(_get(completion, "usage"), "cost")
    return float(cost) if isinstance(cost, int | float) and cost > 0 else None


def _get(thing: Any, name: str) -> Any:  # noqa: ANN401 - mapping or object
    return thing.get(name) if isinstance(thing, Mapping) else getattr(thing, name, None)


def _list(thing: Any, name: str) -> list[Any]:  # noqa: ANN401 - mapping or object
    value = _get(thing, name)
    return value if isinstance(value, list) else []


def _count(thing: Any, name: str) -> int | None:  # noqa: ANN401 - mapping or object
    value = _get(thing, name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _first(*values: int | None) -> int | None:
    return next((value for value in values if value is not None), None)
