"""Lines of batch output, in every form that is about: OpenAI's, vLLM's, Anthropic's, and a person's."""

import json
from collections.abc import Mapping
from typing import Any

from panel.errors import CallError
from panel.llm.bulk.nouns import Answer, Outcome
from panel.llm.failures import ServerSaid, as_call_error
from panel.llm.ladder import complains_about_structure
from panel.llm.scrubbing import scrub

_STOPS = {"end_turn": "stop", "stop_sequence": "stop", "tool_use": "tool_calls", "max_tokens": "length"}
"""OpenAI's word for Anthropic's reasons to stop; the others, such as ``refusal``, are the same."""

_LATER = frozenset({"batch_expired", "expired"})
_CALLED_OFF = frozenset({"batch_cancelled", "batch_canceled", "canceled"})


class BadLine(ValueError):
    """A line that is no answer; its text says why."""


def read_line(text: str | bytes, model: str = "it") -> Answer:
    """Read one line of batch output.

    Args:
        text: The line.
        model: Who was asked, for sentences about what failed.

    Raises:
        BadLine: It isn't one.
    """
    try:
        line = json.loads(text)
    except (ValueError, RecursionError):
        raise BadLine("isn't JSON") from None
    if not isinstance(line, dict):
        raise BadLine("isn't a JSON object")
    request = line.get("custom_id")
    if not isinstance(request, str) or not request:
        raise BadLine("has no custom_id")
    if "result" in line:
        return _of_anthropic(request, line["result"], model)
    if "content" in line:
        return _of_person(request, line)
    if "response" in line or "error" in line:
        return _of_openai(request, line.get("response"), line.get("error"), model)
    raise BadLine("has neither a response, nor a result, nor content")


def _of_person(request: str, line: Mapping[str, Any]) -> Answer:
    content = line["content"]
    if not isinstance(content, str) or not content.strip():
        raise BadLine("has no text as its content")
    message = {"role": "assistant", "content": content}
    completion = {"model": line.get("model"), "choices": [{"message": message, "finish_reason": "stop"}]}
    return Answer(request, "answered", completion)


def _of_openai(request: str, response: Any, error: Any, model: str) -> Answer:  # noqa: ANN401 - anything that JSON holds
    if isinstance(response, dict):
        body = response.get("body", response)  # some runners leave the envelope out
        status = response.get("status_code", 200)
        if status == 200 and not error and isinstance(body, dict) and _choices(body):
            return Answer(request, "answered", body)
        return _failed(request, status, error or body, model)
    if error:
        return _failed(request, 0, error, model)
    raise BadLine("has neither an answer nor an error")


def _of_anthropic(request: str, result: Any, model: str) -> Answer:  # noqa: ANN401 - anything that JSON holds
    if not isinstance(result, dict):
        raise BadLine("has a result that isn't an object")
    kind = result.get("type")
    if kind == "succeeded" and isinstance(result.get("message"), dict):
        return Answer(request, "answered", as_completion(result["message"]))
    if kind == "errored":
        error = result.get("error")
        inner: dict[str, Any] = error if isinstance(error, dict) else {}
        inner = nested if isinstance(nested := inner.get("error"), dict) else inner
        return _failed(request, _ANTHROPIC.get(str(inner.get("type")), 400), inner, model)
    if kind in _LATER | _CALLED_OFF:
        return _failed(request, 0, {"code": kind}, model)
    raise BadLine("has a result of no known type")


_ANTHROPIC = {
    "authentication_error": 401,
    "permission_error": 403,
    "not_found_error": 404,
    "request_too_large": 413,
    "rate_limit_error": 429,
    "api_error": 500,
    "timeout_error": 504,
    "overloaded_error": 529,
}
"""HTTP statuses of Anthropic's errors, which a batch's results don't tell."""


def as_completion(message: Mapping[str, Any]) -> dict[str, Any]:
    """Return an Anthropic message in the form of a chat completion."""
    if not isinstance(message.get("content") or (), list | tuple) or not isinstance(message.get("usage") or {}, dict):
        raise BadLine("has a message of an unknown form")
    blocks = [block for block in message.get("content") or () if isinstance(block, dict)]
    tools = [json.dumps(block.get("input"), ensure_ascii=False) for block in blocks if block.get("type") == "tool_use"]
    text = "\n".join(tools) or "".join(str(block.get("text") or "") for block in blocks if block.get("type") == "text")
    ended = str(message.get("stop_reason") or "")
    usage = message.get("usage") or {}
    read, written = usage.get("cache_read_input_tokens") or 0, usage.get("cache_creation_input_tokens") or 0
    return {
        "model": message.get("model"),
        "choices": [{"message": {"content": text}, "finish_reason": _STOPS.get(ended, ended) or None}],
        "usage": {
            "prompt_tokens": (usage.get("input_tokens") or 0) + read + written,
            "completion_tokens": usage.get("output_tokens"),
            "cache_read_input_tokens": read,
            "cache_creation_input_tokens": written,
        },
    }


def counted(completion: Mapping[str, Any]) -> dict[str, int]:
    """Return a completion's tokens as prices are reckoned by; empty if it doesn't tell."""
    usage = completion.get("usage")
    if not isinstance(usage, dict) or not usage.get("prompt_tokens"):
        return {}
    details = usage.get("prompt_tokens_details") or {}
    found = {
        "prompt_tokens": usage.get("prompt_tokens"),
        "completion_tokens": usage.get("completion_tokens"),
        "cache_read_input_tokens": usage.get("cache_read_input_tokens") or details.get("cached_tokens"),
        "cache_creation_input_tokens": usage.get("cache_creation_input_tokens"),
    }
    return {name: value for name, value in found.items() if isinstance(value, int)}


def _choices(body: Mapping[str, Any]) -> bool:
    choices = body.get("choices")
    return isinstance(choices, list) and bool(choices) and isinstance(choices[0], dict)


def _failed(request: str, status: Any, error: Any, model: str) -> Answer:  # noqa: ANN401 - anything that JSON holds
    inner = error.get("error", error) if isinstance(error, dict) else error
    code = str(inner.get("code") or "") if isinstance(inner, dict) else ""
    words = scrub(str((inner.get("message") if isinstance(inner, dict) else inner) or code or "it doesn't say why"))
    if code in _LATER:
        return Answer(request, "failed", reason=f"{model}: it wasn't reached before the batch expired")
    if code in _CALLED_OFF:
        return Answer(request, "cancelled", reason=f"{model}: the batch was cancelled")
    told = ServerSaid(status if isinstance(status, int) and status >= 400 else 500, words, headers={})
    wrong: CallError = as_call_error(told, model)
    outcome: Outcome = "failed" if wrong.may_retry else "refused"
    about_structure = outcome == "refused" and status in (400, 404, 422) and complains_about_structure(words)
    return Answer(request, outcome, reason=str(wrong), about_structure=about_structure)
