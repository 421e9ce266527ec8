"""A server that speaks Ollama's own protocol: ``/api/chat``."""

import json
from collections.abc import Sequence
from typing import Any

from aiohttp import web
from chat_answers import BadRequest, ballot_on, text_of, tokens, worded
from protocol import Protocol, command_line, run

KNOWN = {"model", "messages", "tools", "format", "options", "stream", "keep_alive", "think"}


class Ollama(Protocol):
    """Ollama's chat; it asks for no key."""

    PATHS = ("/api/chat",)

    def wrong_key(self, given: str) -> web.Response:
        """Answer as a proxy before it does."""
        return web.json_response({"error": "unauthorized"}, status=401)

    def check(self, request: web.Request, body: Any) -> None:
        """Check what Ollama checks; unlike others it takes fields that it doesn't know, so the test looks for them."""
        name = str(body.get("model", ""))
        if name.startswith("missing"):
            raise BadRequest(f"model '{name}' not found", status=404)
        if unknown := sorted(set(body) - KNOWN):
            raise BadRequest(f"shipskip's test: unknown field {unknown[0]}")
        if body.get("stream") is not False:
            raise BadRequest("shipskip's test: an answer in one piece was expected")
        wanted = body.get("format")
        if wanted not in (None, "", "json") and not isinstance(wanted, dict):
            raise BadRequest(f'invalid format: {json.dumps(wanted)}; expected "json" or a valid JSON Schema object')
        if wanted and not self.settings["schema"]:
            raise BadRequest(f"{name} does not support format")
        if body.get("tools") and not self.settings["tools"]:
            raise BadRequest(f"registry.ollama.ai/library/{name}:latest does not support tools")

    def complain(self, wrong: BadRequest) -> web.Response:
        """Complain in Ollama's form."""
        return web.json_response({"error": wrong.message}, status=wrong.status)

    def error(self, fault: str, wait: str) -> web.Response | None:
        """Break down; Ollama asks for a pause only when its queue is full."""
        if fault in ("429", "503"):
            message = "server busy, please try again.  maximum pending requests exceeded"
            return web.json_response({"error": message}, status=503)
        if fault == "500":
            message = "llama runner process has terminated: exit status 2"
            return web.json_response({"error": message}, status=500)
        return None

    def complete(self, request: web.Request, body: Any, fault: str, number: int, cached: Sequence[str]) -> web.Response:
        """Answer in one piece; what came from the cache isn't told."""
        prompt = "\n".join(text_of(message["content"]) for message in body["messages"])
        self.prompts.append(prompt)
        last = text_of(body["messages"][-1]["content"])
        text, ended = worded(fault, ballot_on(body["model"], prompt, last), self.dice(number))
        message: dict[str, Any] = {"role": "assistant", "content": text}
        if body.get("tools") and fault not in ("prose", "think", "empty", "truncated"):
            function = {"name": body["tools"][0]["function"]["name"], "arguments": json.loads(text)}
            message |= {"content": "", "tool_calls": [{"function": function}]}
        return web.json_response(
            {
                "model": body["model"],
                "created_at": "2026-01-01T00:00:00.000000Z",
                "message": message,
                "done_reason": ended,
                "done": True,
                "total_duration": 4_883_583_458,
                "load_duration": 1_334_875,
                "prompt_eval_count": tokens(prompt),
                "prompt_eval_duration": 342_546_000,
                "eval_count": tokens(text),
                "eval_duration": 4_535_599_000,
            }
        )

    def application(self) -> web.Application:
        """Tell about models too, and count who asks."""

        async def show(request: web.Request) -> web.Response:
            body = await request.json()
            name = str(body.get("model") or body.get("name"))
            self.log.append({"path": request.path, "body": body, "headers": dict(request.headers)})
            if name.startswith("missing"):
                return web.json_response({"error": f"model '{name}' not found"}, status=404)
            about = {"general.architecture": "qwen3", "qwen3.context_length": 40_960}
            told = {"template": "{{ .Prompt }}", "model_info": about, "capabilities": ["completion", "tools"]}
            return web.json_response({"details": {"family": "qwen3"}, **told})

        async def tags(_: web.Request) -> web.Response:
            return web.json_response({"models": [{"name": "any:latest", "model": "any:latest"}]})

        app = super().application()
        app.router.add_post("/api/show", show)
        app.router.add_get("/api/tags", tags)
        return app


if __name__ == "__main__":
    run(Ollama, command_line(str(__doc__)))
