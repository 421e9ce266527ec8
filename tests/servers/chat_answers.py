"""What the chat server answers: complaints in the form of the real one, ballots made from the prompt, usage."""

import hashlib
import itertools
import json
import random
import re
from collections.abc import Collection, Sequence
from typing import Any

KNOWN = {
    "model", "messages", "temperature", "max_tokens", "max_completion_tokens", "response_format", "tools",
    "tool_choice", "stream", "seed", "top_p", "n", "stop", "user", "parallel_tool_calls", "extra_body",
}  # fmt: skip
STRICT_KEYWORDS = {"type", "properties", "required", "additionalProperties", "items", "enum", "description", "title"}


class BadRequest(Exception):
    """A request that the real server would reject."""

    def __init__(
        self,
        message: str,
        *,
        param: str | None = None,
        code: str | None = None,
        status: int = 400,
        about: str = "",
        used: int = 0,
        context: int = 0,
    ) -> None:
        super().__init__(message)
        self.message, self.param, self.code, self.status = message, param, code, status
        self.about, self.used, self.context = about, used, context


def check(
    body: Any, *, schema: bool, tools: bool, context: int | None, also: Collection[str] = (), marks: bool = False
) -> None:
    """Raise BadRequest where a chat-completions request isn't right, or asks for what this server can't do."""
    if not isinstance(body, dict) or not isinstance(body.get("model"), str):
        raise BadRequest("you must provide a model parameter", param="model")
    if unknown := sorted(set(body) - KNOWN - set(also)):
        raise BadRequest(f"Unrecognized request argument supplied: {', '.join(unknown)}", param=unknown[0])
    if body["model"].startswith("missing"):
        message = f"The model `{body['model']}` does not exist or you do not have access to it."
        raise BadRequest(message, code="model_not_found", status=404, about=body["model"])
    _check_messages(body.get("messages"), {"type", "text", "cache_control"} if marks else {"type", "text"})
    limit = body.get("max_tokens", 1)
    if not isinstance(limit, int) or limit < 1:
        raise BadRequest(f"Invalid 'max_tokens': {limit!r}", param="max_tokens")
    if not 0 <= body.get("temperature", 0) <= 2:
        raise BadRequest("Invalid 'temperature': must be between 0 and 2", param="temperature")
    _check_structure(body, schema=schema, tools=tools)
    if context is not None and tokens(prompt_of(body)) > context:
        used = tokens(prompt_of(body))
        message = f"This model's maximum context length is {context} tokens. However, your messages resulted in {used}."
        raise BadRequest(message, param="messages", code="context_length_exceeded", used=used, context=context)


def _check_messages(messages: Any, keys: set[str]) -> None:
    if not isinstance(messages, list) or not messages:
        raise BadRequest("Invalid 'messages': must be a list with at least one message", param="messages")
    for number, message in enumerate(messages):
        where = f"messages[{number}]"
        if message.get("role") not in ("system", "developer", "user", "assistant", "tool"):
            raise BadRequest(f"Invalid value: {message.get('role')!r}", param=f"{where}.role")
        content = message.get("content")
        parts = content if isinstance(content, list) else [{"type": "text", "text": content}]
        if any(part.get("type") != "text" or not isinstance(part.get("text"), str) for part in parts):
            raise BadRequest("Invalid content: expected a text or text parts", param=f"{where}.content")
        if any(set(part) - keys for part in parts):
            raise BadRequest("Unknown parameter in content part", param=f"{where}.content[0]")


def _check_structure(body: dict[str, Any], *, schema: bool, tools: bool) -> None:
    wanted = body.get("response_format")
    if wanted is not None:
        if not schema:
            message = "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model."
            raise BadRequest(message, param="response_format")
        if wanted.get("type") != "json_schema" or not wanted["json_schema"].get("strict"):
            raise BadRequest("Invalid value: 'response_format'", param="response_format")
        _check_strict(wanted["json_schema"]["schema"], "()")
    if body.get("tools"):
        if not tools:
            raise BadRequest("This model does not support tools.", param="tools")
        names = [tool["function"]["name"] for tool in body["tools"]]
        choice = body.get("tool_choice")
        if isinstance(choice, dict) and choice["function"]["name"] not in names:
            raise BadRequest(f"Tool choice {choice!r} not found in 'tools' parameter", param="tool_choice")


def _check_strict(schema: dict[str, Any], where: str) -> None:
    """Complain as strict mode does: all required, nothing else allowed, no other keywords."""
    problem = None
    if extra := set(schema) - STRICT_KEYWORDS:
        problem = f"{sorted(extra)[0]!r} is not permitted"
    elif schema.get("type") == "object" and schema.get("additionalProperties") is not False:
        problem = "'additionalProperties' is required to be supplied and to be false"
    elif schema.get("type") == "object" and sorted(schema["required"]) != sorted(schema["properties"]):
        problem = "'required' is required to be supplied and to be an array including every key in properties"
    if problem:
        message = f"Invalid schema for response_format 'ballot': In context={where}, {problem}."
        raise BadRequest(message, param="response_format", code="invalid_json_schema")
    for name, inner in schema.get("properties", {}).items():
        _check_strict(inner, f"{where}.{name}")
    if "items" in schema:
        _check_strict(schema["items"], f"{where}[]")


def prompt_of(body: dict[str, Any]) -> str:
    """Return all that the model reads, as one text."""
    return "\n".join(text_of(message["content"]) for message in body["messages"])


def text_of(content: Any) -> str:
    """Return a message's text, whether it comes in parts or not."""
    return content if isinstance(content, str) else "".join(part["text"] for part in content)


def tokens(text: str) -> int:
    """Count tokens as roughly as everybody does."""
    return (len(text) + 3) // 4


def shared_tokens(prompt: str, others: Sequence[str], *, block: int = 16) -> int:
    """Return how many tokens of a prompt's beginning stand in an earlier one too, in whole blocks."""
    longest = max((_common(prompt, other) for other in others), default=0)
    return longest // 4 // block * block


def _common(one: str, other: str) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one.startswith(other[:middle]) else (low, middle - 1)
    return low


def asked_for(body: dict[str, Any]) -> dict[str, Any]:
    """Make what was asked for: facts checked, or a ballot."""
    prompt = prompt_of(body)
    return checks_on(prompt) if '"checks"' in prompt else ballot(body)


def checks_on(prompt: str) -> dict[str, Any]:
    """Say of every statement that the dossier's first sentence contradicts it, and name one pair of sources."""
    listed = prompt.partition("These are the statements:")[2].partition("Answer with one JSON object")[0]
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", listed, re.M)]
    sources = sorted(set(re.findall(r"\[(S\d+\.1)\]", prompt)))
    pairs = [{"a": sources[0], "b": sources[1], "about": "the launch", "why": "They differ."}] if sources[1:] else []
    reading = {"why": "The first line says so.", "reading": "contradicted", "cites": ["S1.1"]}
    checks = [{"number": number, **reading} for number in numbers]
    return {"checks": checks, "disagreements": pairs}


def ballot(body: dict[str, Any]) -> dict[str, Any]:
    """Make a valid ballot from a chat's messages; asked to repair one, it keeps its vote."""
    asked = [*itertools.takewhile(lambda message: message["role"] != "assistant", body["messages"])]
    return ballot_on(body["model"], prompt_of({"messages": asked}), text_of(asked[-1]["content"]))


def ballot_on(model: str, prompt: str, last: str) -> dict[str, Any]:
    """Make a valid ballot from the prompt alone: its vote by hash, its citations among those that stand there.

    Args:
        model: Who answers.
        prompt: All that the model reads.
        last: The end of it, where the persona's moves are.
    """
    dice = random.Random(hashlib.sha256(f"{model}\n{prompt}".encode()).digest())
    places = sorted(set(re.findall(r"\bS\d+\.\d+\b", prompt))) or ["S1.1"]
    listed = re.findall(r"^\s*(?:[-*]|\d+[.)])\s+[`*\"]*([a-z][a-z0-9_]*)[`*\"]*\s*[:—–]", last[-6_000:], re.M)
    moves = list(dict.fromkeys(listed))
    vote = dice.choice(["ship", "skip"])
    chosen = dice.sample(places, min(2, len(places)))
    return {
        "argument": [
            {"move": move, "text": f"What {move} comes to, read in {chosen[0]}."} for move in moves or ["case"]
        ],
        "claims": [{"text": f"The dossier says so in {place}.", "cites": [place]} for place in chosen],
        "vote": vote,
        "confidence": dice.randint(51, 95),
        "quote": f"I would {vote} this, and {chosen[0]} is the sentence that decided it.",
        "flips_if": f"The opposite of {chosen[-1]} were true.",
    }


def worded(fault: str, answer: dict[str, Any], dice: random.Random) -> tuple[str, str]:
    """Return the reply's text and finish reason, spoiled in the way that a fault says."""
    text = json.dumps(answer, ensure_ascii=False)
    if fault == "truncated":
        return text[: dice.randint(len(text) // 4, len(text) * 3 // 4)], "length"
    if fault == "prose":
        return (
            f"Certainly! Here is my ballot.\n\n```json\n{text}\n```\n\nLet me know if you need more {{detail}}.",
            "stop",
        )
    if fault == "think":
        other = json.dumps(answer | {"vote": "skip" if answer["vote"] == "ship" else "ship"})
        return f"<think>First I thought {other}, but no.</think>\n{text}", "stop"
    if fault == "enum":
        return json.dumps(answer | {"vote": dice.choice(["maybe", "ship/skip", "SHIP or SKIP", "not ship"])}), "stop"
    if fault == "two":
        other = json.dumps(answer | {"vote": "skip" if answer["vote"] == "ship" else "ship"})
        return f"{text}\n{other}", "stop"
    return ("", "stop") if fault == "empty" else (text, "stop")
