"""A server that speaks Anthropic's messages protocol: ``/v1/messages``."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from aiohttp import web
from chat_answers import BadRequest, ballot_on, tokens, worded
from protocol import Protocol, command_line, http_date, run

STRUCTURED = "structured-outputs-2025-11-13"
"""The beta that ``output_format`` needs."""
KNOWN = {
    "model", "messages", "max_tokens", "system", "temperature", "top_p", "top_k", "stop_sequences", "stream",
    "tools", "tool_choice", "metadata", "thinking", "output_format", "output_config", "service_tier",
}  # fmt: skip
SMALLEST_CACHED = 1_024
"""Tokens that a prefix must have to be cached."""
MOST_MARKS = 4


class Messages(Protocol):
    """Anthropic's messages."""

    PATHS = ("/v1/messages",)
    KEY_HEADER = "x-api-key"
    KEY_PREFIX = ""

    def wrong_key(self, given: str) -> web.Response:
        """Answer to a wrong key; the real one doesn't repeat it, a proxy before it may."""
        return _error(401, "authentication_error", f"invalid x-api-key {given}".strip())

    def check(self, request: web.Request, body: Any) -> None:
        """Check headers, messages, cache marks and how structure is asked for."""
        if request.headers.get("anthropic-version") != "2023-06-01":
            raise BadRequest("anthropic-version: header is required")
        if unknown := sorted(set(body) - KNOWN):
            raise BadRequest(f"{unknown[0]}: Extra inputs are not permitted")
        if not isinstance(body.get("max_tokens"), int) or body["max_tokens"] < 1:
            raise BadRequest("max_tokens: Field required")
        if not 0 <= body.get("temperature", 0) <= 1:
            raise BadRequest("temperature: range: 0..1")
        if body["model"].startswith("missing"):
            raise BadRequest(f"model: {body['model']}", status=404)
        _check_messages(body)
        self._check_structure(request, body)
        used, context = tokens(_whole(body)), self.settings["context"]
        if context is not None and used > context:
            raise BadRequest(f"prompt is too long: {used} tokens > {context} maximum")

    def _check_structure(self, request: web.Request, body: dict[str, Any]) -> None:
        wanted = body.get("output_format")
        if wanted is not None:
            if STRUCTURED not in request.headers.get("anthropic-beta", ""):
                raise BadRequest("output_format: Extra inputs are not permitted")
            if not self.settings["schema"]:
                raise BadRequest(f"{body['model']!r} does not support output format.".replace("'", ""))
            if wanted.get("type") != "json_schema":
                raise BadRequest("output_format.type: Input should be 'json_schema'")
            _check_closed(wanted["schema"])
        if body.get("tools") and not self.settings["tools"]:
            raise BadRequest("tools: this model does not support tool use")
        names = [tool["name"] for tool in body.get("tools", ())]
        choice = body.get("tool_choice")
        if choice is not None and (choice.get("type") != "tool" or choice.get("name") not in names):
            raise BadRequest(f"Tool '{(choice or {}).get('name')}' not found in provided tools")

    def complain(self, wrong: BadRequest) -> web.Response:
        """Complain in Anthropic's form."""
        return _error(
            wrong.status, "not_found_error" if wrong.status == 404 else "invalid_request_error", wrong.message
        )

    def error(self, fault: str, wait: str) -> web.Response | None:
        """Ask for a pause, be overloaded, or break down."""
        if fault in ("429", "429-date"):
            message = "This request would exceed your organization's rate limit of 50 requests per minute"
            headers = {
                "retry-after": wait if fault == "429" else http_date(float(wait)),
                "anthropic-ratelimit-requests-remaining": "0",
            }
            return _error(429, "rate_limit_error", message, headers)
        if fault in ("529", "503"):
            return _error(529, "overloaded_error", "Overloaded")
        if fault == "500":
            return _error(500, "api_error", "Internal server error")
        if fault == "quota":
            message = "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing"
            return _error(400, "invalid_request_error", message)
        return None

    def complete(self, request: web.Request, body: Any, fault: str, number: int, cached: Sequence[str]) -> web.Response:
        """Answer with content blocks, and with what was written to and read from the cache."""
        whole = _whole(body)
        text, ended = worded(fault, ballot_on(body["model"], whole, _last(body)), self.dice(number))
        stopped = {"length": "max_tokens"}.get(ended, "end_turn")
        content: list[dict[str, Any]] = [{"type": "text", "text": text}]
        if fault in ("refusal", "filter"):
            content, stopped, text = [], "refusal", ""
        elif fault == "empty":
            content = []
        elif body.get("tool_choice"):
            made, stopped = _made(text), "tool_use" if stopped == "end_turn" else stopped
            content = [{"type": "tool_use", "id": f"toolu_{number}", "name": body["tools"][0]["name"], "input": made}]
        marked = _marked(body)
        held = tokens(marked)
        read = held if marked in cached and held >= SMALLEST_CACHED else 0
        written = held if not read and held >= SMALLEST_CACHED else 0
        self.prompts.append(marked)
        usage = {
            "input_tokens": tokens(whole) - read - written,
            "cache_creation_input_tokens": written,
            "cache_read_input_tokens": read,
            "cache_creation": {"ephemeral_5m_input_tokens": written, "ephemeral_1h_input_tokens": 0},
            "output_tokens": tokens(text),
            "service_tier": "standard",
        }
        answer = {
            "id": f"msg_{hashlib.sha256(f'{number}{whole}'.encode()).hexdigest()[:24]}",
            "type": "message",
            "role": "assistant",
            "model": f"{body['model']}-20260101",
            "content": content,
            "stop_reason": stopped,
            "stop_sequence": None,
            "usage": usage,
        }
        return web.json_response(answer, headers={"request-id": f"req_{number}"})


def _check_messages(body: dict[str, Any]) -> None:
    blocks = list(_blocks(body))
    if not body.get("messages"):
        raise BadRequest("messages: at least one message is required")
    if any(message.get("role") not in ("user", "assistant") for message in body["messages"]):
        raise BadRequest("messages: Unexpected role. The Messages API accepts a top-level `system` parameter")
    if any(block.get("type") != "text" or not block.get("text") for block in blocks):
        raise BadRequest("messages: text content blocks must be non-empty")
    if any(set(block) - {"type", "text", "cache_control"} for block in blocks):
        raise BadRequest("messages.0.content.0: Extra inputs are not permitted")
    marks = [block["cache_control"] for block in blocks if "cache_control" in block]
    if any(mark != {"type": "ephemeral"} for mark in marks):
        raise BadRequest("cache_control.type: Input should be 'ephemeral'")
    if len(marks) > MOST_MARKS:
        raise BadRequest(f"A maximum of {MOST_MARKS} blocks with cache_control may be provided. Found {len(marks)}.")


def _check_closed(schema: dict[str, Any]) -> None:
    """Complain as structured outputs do: objects are closed, and limits aren't known."""
    if schema.get("type") == "object" and schema.get("additionalProperties") is not False:
        problem = "For 'object' type, 'additionalProperties' must be explicitly set to false"
        raise BadRequest(f"output_format.schema: {problem}")
    if limits := sorted({"minimum", "maximum", "minLength", "maxLength"} & set(schema)):
        kind = schema.get("type")
        raise BadRequest(f"output_format.schema: For '{kind}' type, property '{limits[0]}' is not supported")
    for inner in [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]:
        _check_closed(inner)


def _blocks(body: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every text block in the order in which the model reads them: system, then messages."""
    contents = [body.get("system", []), *(message["content"] for message in body.get("messages", ()))]
    as_blocks = [[{"type": "text", "text": each}] if isinstance(each, str) else each for each in contents]
    return [block for blocks in as_blocks for block in blocks]


def _whole(body: dict[str, Any]) -> str:
    return _head(body) + "\n".join(block["text"] for block in _blocks(body))


def _head(body: dict[str, Any]) -> str:
    """Return what stands before the system prompt: the tools, or the schema."""
    return json.dumps(body.get("tools") or body.get("output_format") or "")


def _marked(body: dict[str, Any]) -> str:
    """Return the prefix that ends with the last mark; nothing if there is none."""
    blocks = _blocks(body)
    ends = [place for place, block in enumerate(blocks) if "cache_control" in block]
    return _head(body) + "\n".join(block["text"] for block in blocks[: ends[-1] + 1]) if ends else ""


def _last(body: dict[str, Any]) -> str:
    return str(_blocks(body)[-1]["text"])


def _made(text: str) -> Any:
    """Return a tool's input: an object, even where the answer broke off."""
    try:
        return json.loads(text)
    except ValueError:
        return {}


def _error(status: int, kind: str, message: str, headers: dict[str, str] | None = None) -> web.Response:
    body = {"type": "error", "error": {"type": kind, "message": message}, "request_id": "req_011CZ"}
    return web.json_response(body, status=status, headers=headers)


if __name__ == "__main__":
    run(Messages, command_line(str(__doc__)))
