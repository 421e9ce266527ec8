"""What came back from a provider, in litellm's form of a chat completion, as a Call."""

from typing import Any

from panel.domain.call import Usage

REFUSAL = "refusal"
"""Finish reason of an answer in which the model itself declines; providers say ``stop`` there."""


def words_of(response: Any) -> tuple[str, str | None]:  # noqa: ANN401 - litellm's ModelResponse
    """Return the reply's text and why it ended.

    The arguments of a tool call are the text; several calls stand on lines of their own, for the reader to compare.
    """
    choices = getattr(response, "choices", None) or []
    if not choices:
        return "", None
    choice = choices[0]
    message, ended = choice.message, getattr(choice, "finish_reason", None)
    refusal = _field(message, "refusal")
    if refusal:
        return storable(str(refusal)), REFUSAL
    calls = getattr(message, "tool_calls", None) or []
    arguments = [str(call.function.arguments or "") for call in calls if getattr(call, "function", None)]
    return storable("\n".join(arguments) or str(message.content or "")), ended


def _field(message: Any, name: str) -> Any:  # noqa: ANN401 - litellm's Message keeps a provider's own fields apart
    kept = getattr(message, "provider_specific_fields", None) or {}
    return getattr(message, name, None) or kept.get(name)


def storable(text: str) -> str:
    """Return the text with what no database and no file can hold (lone surrogates, NUL) as U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\x00", "\ufffd")


def usage_of(response: Any) -> Usage:  # noqa: ANN401 - litellm's ModelResponse
    """Return the tokens used, as far as the provider counted them."""
    usage = getattr(response, "usage", None)
    if usage is None or not getattr(usage, "prompt_tokens", None):
        return Usage()
    return Usage(
        prompt_tokens=usage.prompt_tokens,
        completion_tokens=getattr(usage, "completion_tokens", None),
        cached_tokens=_first(
            _detail(usage, "prompt_tokens_details", "cached_tokens"), getattr(usage, "cache_read_input_tokens", None)
        ),
        reasoning_tokens=_detail(usage, "completion_tokens_details", "reasoning_tokens"),
    )


def _detail(usage: Any, group: str, name: str) -> int | None:  # noqa: ANN401 - litellm's Usage
    value = getattr(getattr(usage, group, None), name, None)
    return value if isinstance(value, int) else None


def _first(*values: int | None) -> int | None:
    return next((value for value in values if value is not None), None)
