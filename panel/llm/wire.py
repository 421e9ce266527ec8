"""What goes out to a provider: the messages, and how structure is asked for."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from panel.domain.call import Message, Request
from panel.llm.ladder import Rung

NAME = "ballot"
"""Name of the schema, and of the tool on the rung below it."""


def body(request: Request, rung: Rung, *, marks: bool) -> dict[str, Any]:
    """Return the part of a chat-completions request that doesn't depend on the provider's address.

    Args:
        request: What is asked.
        rung: How structure is asked for.
        marks: Whether the provider wants to be told where the shared prefix ends.
    """
    asked = request.recipe.parameters
    settings = {"temperature": asked.temperature, "max_tokens": asked.max_tokens}
    return {
        "messages": conversation(request.messages, marks=marks),
        **{name: value for name, value in settings.items() if value is not None},
        **(structure(request.schema_, rung) if request.schema_ else {}),
    }


def conversation(messages: Sequence[Message], *, marks: bool) -> list[dict[str, Any]]:
    """Return messages in the chat-completions form, consecutive ones of one role made into one.

    Without marks they are joined into one string, so that seats which share a prefix send the same bytes; with marks
    the last shared one says that it may be cached.
    """
    last_shared = max((number for number, message in enumerate(messages) if message.shared), default=-1)
    numbered = groupby(enumerate(messages), key=lambda pair: pair[1].role)
    return [{"role": role, "content": _content(list(group), last_shared if marks else -1)} for role, group in numbered]


def _content(group: list[tuple[int, Message]], marked: int) -> str | list[dict[str, Any]]:
    if marked not in [number for number, _ in group]:
        return "\n\n".join(message.content for _, message in group)
    return list(_parts(group, marked))


def _parts(group: list[tuple[int, Message]], marked: int) -> Iterator[dict[str, Any]]:
    for number, message in group:
        part: dict[str, Any] = {"type": "text", "text": message.content}
        if number == marked:
            part["cache_control"] = {"type": "ephemeral"}
        yield part


def structure(schema: dict[str, Any], rung: Rung) -> dict[str, Any]:
    """Return the parameters that ask for an answer of this schema; none for the rung on which the prompt does."""
    if rung == "schema":
        return {
            "response_format": {"type": "json_schema", "json_schema": {"name": NAME, "strict": True, "schema": schema}}
        }
    if rung == "tool":
        return {
            "tools": [{"type": "function", "function": {"name": NAME, "parameters": schema}}],
            "tool_choice": {"type": "function", "function": {"name": NAME}},
        }
    return {}
