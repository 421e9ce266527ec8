"""How servers that call themselves OpenAI-compatible differ: what they check, how they complain, how they count."""

from typing import Any

from aiohttp import web
from chat_answers import BadRequest

Said = tuple[int, Any]
"""A status and the body of an answer."""


class Flavour:
    """OpenAI's own."""

    ALSO_KNOWN: frozenset[str] = frozenset()
    """Parameters that it knows beyond OpenAI's."""
    MARKS = False
    """Whether ``cache_control`` may stand in a content part."""

    def check(self, request: web.Request, body: Any) -> None:
        """Raise BadRequest where this server rejects what others take."""

    def wrong_key(self, given: str) -> Said:
        """Answer to a wrong key: OpenAI repeats it."""
        where = "You can find your API key at https://platform.openai.com/account/api-keys."
        return 401, _openai(f"Incorrect API key provided: {given}. {where}", "invalid_request_error", "invalid_api_key")

    def complaint(self, wrong: BadRequest) -> Said:
        """Answer to a bad request."""
        return wrong.status, _openai(wrong.message, "invalid_request_error", wrong.code, wrong.param)

    def error(self, fault: str) -> Said | None:
        """Return how the server fails; None if a fault isn't one of the server's."""
        if fault in ("429", "429-date"):
            return 429, _openai("Rate limit reached for requests", "requests", "rate_limit_exceeded")
        if fault == "quota":
            return 429, _openai("You exceeded your current quota.", "insufficient_quota", "insufficient_quota")
        if fault in ("500", "503"):
            return int(fault), _openai("The server had an error while processing your request", "server_error", None)
        return None

    def counted(self, prompt: int, completion: int, cached: int) -> dict[str, Any]:
        """Return the fields in which the server counts tokens."""
        details = {"completion_tokens_details": {"reasoning_tokens": 7, "audio_tokens": 0}}
        cache = {"prompt_tokens_details": {"cached_tokens": cached, "audio_tokens": 0}}
        return {"usage": _usage(prompt, completion) | cache | details}

    def finished(self, answer: dict[str, Any], fault: str) -> dict[str, Any]:
        """Return the answer as this server sends it."""
        return answer


class Vllm(Flavour):
    """vLLM: errors with a numeric code, and no details of usage unless it was started with them."""

    ALSO_KNOWN = frozenset({"guided_json", "chat_template_kwargs", "top_k", "min_p"})

    def wrong_key(self, given: str) -> Said:
        """Answer as its middleware does, with nothing but a word."""
        return 401, {"error": "Unauthorized"}

    def complaint(self, wrong: BadRequest) -> Said:
        """Answer to a bad request."""
        kind = "NotFoundError" if wrong.status == 404 else "BadRequestError"
        error = {"message": wrong.message, "type": kind, "param": wrong.param, "code": wrong.status}
        return wrong.status, {"error": error}

    def error(self, fault: str) -> Said | None:
        """Return how the server fails."""
        if fault in ("500", "503"):
            message = "EngineCore encountered an issue. See stack trace (above) for the root cause."
            return int(fault), {
                "error": {"message": message, "type": "InternalServerError", "param": None, "code": 500}
            }
        return super().error(fault)

    def counted(self, prompt: int, completion: int, cached: int) -> dict[str, Any]:
        """Say nothing of the cache: that needs ``--enable-prompt-tokens-details``."""
        return {"usage": _usage(prompt, completion) | {"prompt_tokens_details": None}, "prompt_logprobs": None}


class LlamaCpp(Flavour):
    """llama.cpp's server: what it took from its cache stands in ``timings``."""

    ALSO_KNOWN = frozenset({"cache_prompt", "grammar", "json_schema", "top_k", "min_p", "timings_per_token"})

    def wrong_key(self, given: str) -> Said:
        """Answer to a wrong key."""
        return 401, _numbered("Invalid API Key", "authentication_error", 401)

    def complaint(self, wrong: BadRequest) -> Said:
        """Answer to a bad request."""
        if wrong.code == "context_length_exceeded":
            sizes = {"n_prompt_tokens": wrong.used, "n_ctx": wrong.context}
            size = f"the available context size ({wrong.context} tokens), try increasing it"
            said = _numbered(f"request ({wrong.used} tokens) exceeds {size}", "exceed_context_size_error", 400)
            return 400, {"error": said["error"] | sizes}
        return wrong.status, _numbered(wrong.message, "invalid_request_error", wrong.status)

    def error(self, fault: str) -> Said | None:
        """Return how the server fails; 503 while it loads its model."""
        if fault == "503":
            return 503, _numbered("Loading model", "unavailable_error", 503)
        return (500, _numbered("Compute error.", "server_error", 500)) if fault == "500" else super().error(fault)

    def counted(self, prompt: int, completion: int, cached: int) -> dict[str, Any]:
        """Tell of the cache in timings alone, as builds before late 2025 do."""
        timings = {"cache_n": cached, "prompt_n": prompt - cached, "prompt_ms": 30.9, "predicted_n": completion}
        return {"usage": _usage(prompt, completion), "timings": timings}


class LmStudio(Flavour):
    """LM Studio: an error may be a mere string."""

    def complaint(self, wrong: BadRequest) -> Said:
        """Answer to a bad request."""
        if wrong.status == 404:
            message = f"Model {wrong.about!r} not found. Load it in the developer page or with `lms load`."
            return 404, _openai(message, "invalid_request_error", "model_not_found", "model")
        return wrong.status, {"error": wrong.message}

    def error(self, fault: str) -> Said | None:
        """Return how the server fails."""
        if fault in ("500", "503"):
            return 400, {"error": "The model has crashed without additional information. (Exit code: 6)"}
        return super().error(fault)

    def counted(self, prompt: int, completion: int, cached: int) -> dict[str, Any]:
        """Count without details."""
        return {"usage": _usage(prompt, completion), "stats": {}, "system_fingerprint": "any"}


class OpenRouter(Flavour):
    """OpenRouter: it says what a call cost, and an error may come with status 200."""

    ALSO_KNOWN = frozenset({"usage", "provider", "models", "transforms", "reasoning"})
    MARKS = True

    def wrong_key(self, given: str) -> Said:
        """Answer to a wrong key."""
        return 401, {"error": {"message": "No auth credentials found", "code": 401}}

    def complaint(self, wrong: BadRequest) -> Said:
        """Answer to a bad request."""
        status, message = wrong.status, wrong.message
        if wrong.param in ("tools", "response_format"):
            what = "tool use" if wrong.param == "tools" else "response_format"
            status, message = 404, f"No endpoints found that support {what}. See https://openrouter.ai/docs/routing"
        elif wrong.code == "model_not_found":
            status, message = 400, f"{wrong.about} is not a valid model ID"
        return status, {"error": {"message": message, "code": status}, "user_id": "user_1"}

    def error(self, fault: str) -> Said | None:
        """Return how the server fails."""
        if fault in ("429", "429-date"):
            raw = "any is temporarily rate-limited upstream. Please retry shortly."
            metadata = {"raw": raw, "provider_name": "Acme"}
            return 429, {"error": {"message": "Provider returned error", "code": 429, "metadata": metadata}}
        if fault == "quota":
            message = "Insufficient credits. Add more using https://openrouter.ai/settings/credits"
            return 402, {"error": {"message": message, "code": 402}}
        if fault in ("500", "503"):
            return 502, {"error": {"message": "Provider returned error", "code": 502, "metadata": {}}}
        if fault == "200":
            return 200, {"error": {"message": "Upstream error from Acme: overloaded", "code": 502}, "user_id": "user_1"}
        if fault == "moderation":
            metadata = {"reasons": ["violence"], "flagged_input": "…", "provider_name": "Acme"}
            return 403, {
                "error": {"message": "Your chosen model requires moderation", "code": 403, "metadata": metadata}
            }
        return None

    def counted(self, prompt: int, completion: int, cached: int) -> dict[str, Any]:
        """Tell the price: 3 dollars a million tokens read, a tenth of it for cached ones, 15 for those written."""
        cost = (3 * (prompt - cached) + 0.3 * cached + 15 * completion) / 1e6
        usage = super().counted(prompt, completion, cached)["usage"]
        return {"usage": usage | {"cost": cost, "is_byok": False, "cost_details": {"upstream_inference_cost": None}}}

    def finished(self, answer: dict[str, Any], fault: str) -> dict[str, Any]:
        """Name the provider that answered."""
        named = answer["model"].removesuffix("-2026-01-01")
        return {**answer, "id": f"gen-{answer['created']}", "provider": "Acme", "model": named}


class DeepSeek(Flavour):
    """DeepSeek: no JSON schema, and counts of its own for the cache."""

    def complaint(self, wrong: BadRequest) -> Said:
        """Answer to a bad request."""
        message = {
            "response_format": "This response_format type is unavailable now",
            "tools": "deepseek-reasoner does not support this tool_choice",
        }.get(wrong.param or "", wrong.message)
        if wrong.code == "model_not_found":
            message = "Model Not Exist"
        return 400, _openai(message, "invalid_request_error", "invalid_request_error")

    def error(self, fault: str) -> Said | None:
        """Return how the server fails."""
        if fault == "quota":
            return 402, _openai("Insufficient Balance", "unknown_error", "invalid_request_error")
        return super().error(fault)

    def counted(self, prompt: int, completion: int, cached: int) -> dict[str, Any]:
        """Count hits and misses of the cache."""
        hits = {"prompt_cache_hit_tokens": cached, "prompt_cache_miss_tokens": prompt - cached}
        return {"usage": _usage(prompt, completion) | hits}


class Groq(Flavour):
    """Groq: it names its service tier, and says in words when to come back."""

    def wrong_key(self, given: str) -> Said:
        """Answer to a wrong key."""
        return 401, {
            "error": {"message": "Invalid API Key", "type": "invalid_request_error", "code": "invalid_api_key"}
        }

    def complaint(self, wrong: BadRequest) -> Said:
        """Answer to a bad request."""
        message = {
            "response_format": "This model does not support response format `json_schema`.",
            "tools": "`tool calling` is not supported with this model",
        }.get(wrong.param or "", wrong.message)
        return wrong.status, {"error": {"message": message, "type": "invalid_request_error", "code": wrong.code}}

    def finished(self, answer: dict[str, Any], fault: str) -> dict[str, Any]:
        """Name the tier, without which litellm doesn't take an answer for Groq's."""
        return {**answer, "service_tier": "on_demand", "x_groq": {"id": "req_1"}}


class Mistral(Flavour):
    """Mistral: numbered errors without an error object round them."""

    def wrong_key(self, given: str) -> Said:
        """Answer to a wrong key."""
        return 401, {"detail": "Unauthorized"}

    def complaint(self, wrong: BadRequest) -> Said:
        """Answer to a bad request."""
        if wrong.code == "model_not_found":
            return 400, _flat(f"Invalid model: {wrong.about}", "invalid_model", "1500")
        return wrong.status, _flat(wrong.message, "invalid_request_error", "3051")

    def error(self, fault: str) -> Said | None:
        """Return how the server fails."""
        if fault in ("429", "429-date"):
            return 429, _flat("Service tier capacity exceeded", "service_tier_capacity_exceeded", "3505")
        return super().error(fault)

    def counted(self, prompt: int, completion: int, cached: int) -> dict[str, Any]:
        """Count without details."""
        return {"usage": _usage(prompt, completion)}


FLAVOURS: dict[str, Flavour] = {
    "openai": Flavour(),
    "vllm": Vllm(),
    "llamacpp": LlamaCpp(),
    "lmstudio": LmStudio(),
    "openrouter": OpenRouter(),
    "deepseek": DeepSeek(),
    "groq": Groq(),
    "mistral": Mistral(),
}


def _usage(prompt: int, completion: int) -> dict[str, Any]:
    return {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": prompt + completion}


def _openai(message: str, kind: str, code: str | None, param: str | None = None) -> dict[str, Any]:
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


def _flat(message: str, kind: str, code: str) -> dict[str, Any]:
    return {"object": "error", "message": message, "type": kind, "param": None, "code": code}


def _numbered(message: str, kind: str, code: int) -> dict[str, Any]:
    return {"error": {"code": code, "message": message, "type": kind}}
