"""A server that speaks Gemini's protocol: ``/v1beta/models/<model>:generateContent``."""

import json
from collections.abc import Sequence
from typing import Any

from aiohttp import web
from chat_answers import BadRequest, ballot_on, shared_tokens, tokens, worded
from protocol import Protocol, command_line, run

KNOWN = {
    "contents", "systemInstruction", "generationConfig", "safetySettings", "tools", "toolConfig", "cachedContent",
}  # fmt: skip
SETTINGS = {
    "maxOutputTokens", "temperature", "topP", "topK", "responseMimeType", "responseSchema", "responseJsonSchema",
    "thinkingConfig", "candidateCount", "stopSequences", "seed",
}  # fmt: skip
SCHEMA_KEYWORDS = {"type", "properties", "required", "items", "enum", "description", "title", "propertyOrdering"}
SMALLEST_CACHED = 1_024
THOUGHT = 64
"""Tokens thought before an answer, which are counted apart."""


class GenerateContent(Protocol):
    """Gemini's generateContent."""

    PATHS = (r"/v1beta/models/{model:[^:]+}:generateContent",)
    KEY_HEADER = "x-goog-api-key"
    KEY_PREFIX = ""

    def wrong_key(self, given: str) -> web.Response:
        """Answer to a wrong key: with 400."""
        message = "API key not valid. Please pass a valid API key."
        reason = {
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": "API_KEY_INVALID",
            "domain": "googleapis.com",
            "metadata": {"service": "generativelanguage.googleapis.com"},
        }
        return _error(400, "INVALID_ARGUMENT", message, [reason])

    def check(self, request: web.Request, body: Any) -> None:
        """Check the fields, under either of the names that Google's JSON takes, and how structure is asked for."""
        model = request.match_info["model"]
        if model.startswith("missing"):
            where = "Call ModelService.ListModels to see the list of available models and their supported methods."
            message = f"models/{model} is not found for API version v1beta. {where}"
            raise BadRequest(message, status=404)
        fields = camel(body)
        _known(set(fields), KNOWN, "")
        settings = camel(fields.get("generationConfig", {}))
        _known(set(settings), SETTINGS, "generation_config")
        if not fields.get("contents"):
            raise BadRequest("* GenerateContentRequest.contents: contents is not specified")
        if any(content.get("role") not in ("user", "model") for content in fields["contents"]):
            raise BadRequest("Please use a valid role: user, model.")
        self._check_structure(fields, settings)

    def _check_structure(self, fields: dict[str, Any], settings: dict[str, Any]) -> None:
        mode = settings.get("responseMimeType")
        asked = [name for name in ("responseSchema", "responseJsonSchema") if name in settings]
        if len(asked) > 1:
            raise BadRequest("response_schema and response_json_schema are mutually exclusive")
        if (asked or mode) and not self.settings["schema"]:
            raise BadRequest("JSON mode is not enabled for models/any")
        if asked and mode != "application/json":
            raise BadRequest(f"response_schema only works with response mime type application/json, not {mode}")
        if "responseSchema" in asked:
            _check_schema(settings["responseSchema"], "generation_config.response_schema")
        if fields.get("tools"):
            if not self.settings["tools"]:
                raise BadRequest("Function calling is not enabled for models/any")
            for tool in fields["tools"]:
                for function in camel(tool)["functionDeclarations"]:
                    _check_schema(function["parameters"], "tools[0].function_declarations[0].parameters")

    def complain(self, wrong: BadRequest) -> web.Response:
        """Complain in Google's form."""
        return _error(wrong.status, "NOT_FOUND" if wrong.status == 404 else "INVALID_ARGUMENT", wrong.message)

    def error(self, fault: str, wait: str) -> web.Response | None:
        """Ask for a pause, in the body alone, or break down."""
        if fault in ("429", "429-date"):
            message = f"Resource has been exhausted (e.g. check quota). Please retry in {wait}s."
            pause = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": f"{wait}s"}
            violation = {"quotaMetric": "generativelanguage.googleapis.com/generate_content_free_tier_requests"}
            quota = {"@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": [violation]}
            return _error(429, "RESOURCE_EXHAUSTED", message, [quota, pause])
        if fault == "503":
            return _error(503, "UNAVAILABLE", "The model is overloaded. Please try again later.")
        if fault == "500":
            return _error(500, "INTERNAL", "An internal error has occurred. Please retry or report it")
        if fault == "quota":
            return _error(403, "PERMISSION_DENIED", "Billing is disabled for this project.")
        return None

    def complete(self, request: web.Request, body: Any, fault: str, number: int, cached: Sequence[str]) -> web.Response:
        """Answer with a candidate, or with the reason why there is none."""
        fields, model = camel(body), request.match_info["model"]
        prompt, last = _prompt(fields)
        shared = shared_tokens(prompt, cached)
        self.prompts.append(prompt)
        text, ended = worded(fault, ballot_on(model, prompt, last), self.dice(number))
        usage = {"promptTokenCount": tokens(prompt), "totalTokenCount": tokens(prompt)}
        usage["promptTokensDetails"] = [{"modality": "TEXT", "tokenCount": tokens(prompt)}]
        answer: dict[str, Any] = {"modelVersion": f"{model}-001", "responseId": f"r{number}", "usageMetadata": usage}
        if fault == "refusal":
            return web.json_response(answer | {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}})
        if fault == "filter":
            candidate: dict[str, Any] = {"finishReason": "SAFETY", "index": 0, "safetyRatings": []}
            return web.json_response(answer | {"candidates": [candidate]})
        if shared >= SMALLEST_CACHED:
            usage["cachedContentTokenCount"] = shared
        usage |= {"candidatesTokenCount": tokens(text), "thoughtsTokenCount": THOUGHT}
        usage["totalTokenCount"] = tokens(prompt) + tokens(text) + THOUGHT
        part: dict[str, Any] = {"text": text}
        if fields.get("tools") and fault not in ("prose", "think", "empty", "truncated"):
            name = camel(fields["tools"][0])["functionDeclarations"][0]["name"]
            part = {"functionCall": {"name": name, "args": json.loads(text)}}
        candidate = {
            "content": {"role": "model", "parts": [part] if text else []},
            "finishReason": "MAX_TOKENS" if ended == "length" else "STOP",
            "index": 0,
        }
        return web.json_response(answer | {"candidates": [candidate]})


def camel(fields: dict[str, Any]) -> dict[str, Any]:
    """Return fields under Google's own names; its JSON takes them with underscores too."""
    return {_camel(name): value for name, value in fields.items()}


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(word.title() for word in rest)


def _known(names: set[str], known: set[str], where: str) -> None:
    if unknown := sorted(names - known):
        at = f" at '{where}'" if where else ""
        raise BadRequest(f'Invalid JSON payload received. Unknown name "{unknown[0]}"{at}: Cannot find field.')


def _check_schema(schema: dict[str, Any], where: str) -> None:
    """Complain as the OpenAPI subset does, which doesn't know additionalProperties."""
    _known(set(schema), SCHEMA_KEYWORDS, where)
    for name, inner in schema.get("properties", {}).items():
        _check_schema(inner, f"{where}.properties[{name}].value")
    if "items" in schema:
        _check_schema(schema["items"], f"{where}.items")


def _prompt(fields: dict[str, Any]) -> tuple[str, str]:
    """Return all that the model reads, and the last of it."""
    contents = [fields.get("systemInstruction", {"parts": []}), *fields["contents"]]
    texts = [part.get("text", "") for content in contents for part in content["parts"]]
    return json.dumps(fields.get("generationConfig")) + "\n".join(texts), texts[-1]


def _error(status: int, name: str, message: str, details: list[Any] | None = None) -> web.Response:
    error = {"code": status, "message": message, "status": name, **({"details": details} if details else {})}
    return web.json_response({"error": error}, status=status)


if __name__ == "__main__":
    run(GenerateContent, command_line(str(__doc__)))
