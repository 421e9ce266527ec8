"""A server that speaks OpenAI's batch protocol: ``/v1/files`` and ``/v1/batches``, beside chat completions.

Settings beyond those of every server (``/_reset`` changes them too):

``batch_s``     seconds from a batch's creation to its end
``expires``     lines that are answered before the batch expires; None for a batch that ends in time
``creating``    what becomes of the next requests to create a batch, in order: ``ok``, ``500``, ``429``, ``lost`` (made,
                and the answer is never sent), ``late`` (made only after ``hold_s``), ``invalid`` (it fails its
                validation), ``crowded`` (the queue is full)
``hold_s``      seconds between a batch's creation and the answer that tells its id
``unlisted_s``  seconds from a batch's creation until the list of batches shows it
``most``        lines that a file may have
"""

import asyncio
import hashlib
import json
import time
from typing import Any

from aiohttp import web
from chat import Chat
from chat_answers import BadRequest
from flavours import FLAVOURS
from protocol import command_line, run

ENDPOINT = "/v1/chat/completions"
PROBLEMS = {
    "invalid": "This line is not parseable as valid JSON.",
    "crowded": "Enqueued token limit reached for gpt-4.1-mini in organization org-1. Limit: 90,000 enqueued tokens.",
}
STEPS = (("validating", 0.1), ("in_progress", 0.8), ("finalizing", 1.0))
"""Statuses of a batch under way, and the share of its time at which each ends."""


class Batches(Chat):
    """OpenAI's files and batches."""

    def reset(self, changes: dict[str, Any]) -> None:
        """Forget files and batches too."""
        super().reset(changes)
        self.files: dict[str, bytes] = {}
        self.batches: dict[str, dict[str, Any]] = {}

    def application(self) -> web.Application:
        """Add the addresses of files and batches."""
        app = super().application()
        app._client_max_size = 512 * 2**20
        app.router.add_post("/v1/files", self._open(self.upload))
        app.router.add_get("/v1/files/{id}/content", self._open(self.content))
        app.router.add_post("/v1/batches", self._open(self.create))
        app.router.add_get("/v1/batches", self._open(self.listed))
        app.router.add_get("/v1/batches/{id}", self._open(self.retrieve))
        app.router.add_post("/v1/batches/{id}/cancel", self._open(self.cancel))
        return app

    def _open(self, handler: Any) -> Any:
        """Log a request and ask for the key before it is dealt with."""

        async def handle(request: web.Request) -> web.StreamResponse:
            self.log.append({"number": len(self.log), "at": time.time(), "path": request.path, "did": request.method})
            key = self.settings["key"]
            if key and request.headers.get("Authorization") != f"Bearer {key}":
                return self.wrong_key("sk-…")
            try:
                return await handler(request)
            except BadRequest as wrong:
                return self.complain(wrong)

        return handle

    async def upload(self, request: web.Request) -> web.Response:
        """Keep a file that comes as multipart form data."""
        purpose, name, raw = None, "", None
        async for part in await request.multipart():
            if part.name == "purpose":
                purpose = await part.text()
            elif part.name == "file":
                name, raw = part.filename, bytes(await part.read())
        if purpose != "batch" or raw is None:
            raise BadRequest(f"'{purpose}' is not one of ['batch']", param="purpose")
        if not str(name).endswith(".jsonl"):
            raise BadRequest("Invalid file format for Batch API. Must be .jsonl", param="file")
        made = f"file-{len(self.files)}{hashlib.sha256(raw).hexdigest()[:16]}"
        self.files[made] = raw
        self.log[-1] |= {"file": made, "bytes": len(raw), "lines": raw.count(b"\n")}
        fields = {"id": made, "object": "file", "bytes": len(raw), "created_at": int(time.time()), "filename": name}
        return web.json_response(fields | {"purpose": "batch", "status": "processed"})

    async def content(self, request: web.Request) -> web.Response:
        """Send a file's content back."""
        if request.match_info["id"] not in self.files:
            raise BadRequest(f"No such File object: {request.match_info['id']}", param="id", status=404)
        return web.Response(body=self.files[request.match_info["id"]], content_type="application/octet-stream")

    async def create(self, request: web.Request) -> web.Response:
        """Begin a batch."""
        body = await request.json()
        fate = self.settings["creating"].pop(0) if self.settings["creating"] else "ok"
        self.log[-1] |= {"body": body, "fate": fate}
        if fate in ("429", "500"):
            failed = self.error(fault=fate, wait="0")
            assert failed is not None
            return failed
        if body.get("endpoint") != ENDPOINT or body.get("completion_window") != "24h":
            raise BadRequest("Invalid value: endpoint or completion_window", param="endpoint")
        metadata = body.get("metadata") or {}
        if len(metadata) > 16 or any(len(key) > 64 or len(str(value)) > 512 for key, value in metadata.items()):
            raise BadRequest("Invalid 'metadata'", param="metadata")
        if body.get("input_file_id") not in self.files:
            raise BadRequest(f"No such File object: {body.get('input_file_id')}", param="input_file_id", status=404)
        if fate == "late":
            await asyncio.sleep(self.settings["hold_s"])
        made = f"batch_{len(self.batches)}{hashlib.sha256(json.dumps(body).encode()).hexdigest()[:16]}"
        problem = PROBLEMS.get(fate) or self._problem(self.files[body["input_file_id"]])
        self.batches[made] = {"request": request, "at": time.time(), "asked": body, "problem": problem, "files": None}
        await asyncio.sleep(0 if fate == "late" else self.settings["hold_s"])
        if fate == "lost":
            assert request.transport is not None
            request.transport.abort()
        return web.json_response(self._shown(made))

    def _problem(self, raw: bytes) -> str | None:
        """Return what is wrong with an input file, as validation finds it; None if nothing is."""
        try:
            lines = [json.loads(line) for line in raw.splitlines()]
        except ValueError:
            return "This line is not parseable as valid JSON."
        if not lines or len(lines) > self.settings["most"]:
            return f"This batch contains more requests than permitted: {len(lines)} > {self.settings['most']}"
        if any(set(line) != {"custom_id", "method", "url", "body"} for line in lines):
            return "Each line must have custom_id, method, url and body."
        if any(line["method"] != "POST" or line["url"] != ENDPOINT for line in lines):
            return "The url or method of a line does not match the batch's endpoint."
        if len({line["custom_id"] for line in lines}) < len(lines):
            return "The custom_id of a line is not unique."
        if len({line["body"].get("model") for line in lines}) > 1:
            return "All requests of a batch must use the same model."
        return None

    async def listed(self, request: web.Request) -> web.Response:
        """List batches, newest first, page by page."""
        until = time.time() - self.settings["unlisted_s"]
        names = [name for name in reversed(self.batches) if self.batches[name]["at"] <= until]
        after, limit = request.query.get("after"), int(request.query.get("limit", 20))
        start = names.index(after) + 1 if after else 0
        page = names[start : start + limit]
        data = [self._shown(name) for name in page]
        ends = {"first_id": page[0] if page else None, "last_id": page[-1] if page else None}
        return web.json_response({"object": "list", "data": data, **ends, "has_more": len(names) > start + limit})

    async def retrieve(self, request: web.Request) -> web.Response:
        """Show one batch."""
        return web.json_response(self._shown(self._known(request)))

    async def cancel(self, request: web.Request) -> web.Response:
        """Cancel a batch: what is answered by now is kept."""
        name = self._known(request)
        self.batches[name].setdefault("cancelled", time.time())
        return web.json_response(self._shown(name))

    def _known(self, request: web.Request) -> str:
        name = request.match_info["id"]
        if name not in self.batches:
            raise BadRequest(f"No batch found with id '{name}'.", param="id", status=404)
        return name

    def _status(self, batch: dict[str, Any]) -> str:
        if batch["problem"]:
            return "failed"
        if "cancelled" in batch:
            return "cancelled"
        share = (time.time() - batch["at"]) / max(self.settings["batch_s"], 1e-6)
        under_way = next((name for name, until in STEPS if share < until), None)
        return under_way or ("completed" if self.settings["expires"] is None else "expired")

    def _shown(self, name: str) -> dict[str, Any]:
        batch = self.batches[name]
        status, asked = self._status(batch), batch["asked"]
        lines = [] if batch["problem"] else self.files[asked["input_file_id"]].splitlines()
        if status in ("completed", "expired", "cancelled") and batch["files"] is None:
            batch["files"] = self._worked_off(name, batch["request"], [json.loads(line) for line in lines], status)
        output, errors, done, failed = batch["files"] or (None, None, 0, 0)
        code = "token_limit_exceeded" if batch["problem"] == PROBLEMS["crowded"] else "invalid_request"
        wrong = [{"code": code, "line": 1, "message": batch["problem"], "param": None}]
        return {
            "id": name,
            "object": "batch",
            "endpoint": ENDPOINT,
            "errors": {"object": "list", "data": wrong} if batch["problem"] else None,
            "input_file_id": asked["input_file_id"],
            "completion_window": "24h",
            "status": status,
            "output_file_id": output,
            "error_file_id": errors,
            "created_at": int(batch["at"]),
            "request_counts": {"total": len(lines), "completed": done, "failed": failed},
            "metadata": asked.get("metadata"),
        }

    def _worked_off(self, name: str, request: web.Request, lines: list[Any], status: str) -> tuple[Any, ...]:
        """Answer a batch's lines, not in order; return the ids of its files and how many lines each has."""
        until = {"completed": len(lines), "cancelled": 0}.get(status, self.settings["expires"] or 0)
        done, failed = [], []
        for place, line in enumerate(lines):
            if place >= until:
                code = "batch_expired" if status == "expired" else "batch_cancelled"
                words = "This request could not be executed before the completion window expired."
                failed.append(_line(line, None, {"code": code, "message": words}))
                continue
            number = len(self.log)
            self.log.append({"number": number, "at": time.time(), "path": "(batch line)", "body": line["body"]})
            response = self._answered(request, line["body"], self.fault(number), number)
            self.log[-1]["status"] = response["status_code"]
            (done if response["status_code"] == 200 else failed).append(_line(line, response, None))
        return self._file(name, "output", done), self._file(name, "error", failed), len(done), len(failed)

    def _answered(self, request: web.Request, body: Any, fault: str, number: int) -> dict[str, Any]:
        try:
            self.check(request, body)
        except BadRequest as wrong:
            answer = self.complain(wrong)
        else:
            answer = self.error(fault, "0") or self.complete(request, body, fault, number, ())
        said = json.loads(answer.body)  # type: ignore[arg-type]
        return {"status_code": answer.status, "request_id": f"req_{number}", "body": said}

    def _file(self, name: str, kind: str, lines: list[Any]) -> str | None:
        if not lines:
            return None
        made = f"file-{name}-{kind}"
        self.files[made] = "".join(f"{json.dumps(line)}\n" for line in reversed(lines)).encode()
        return made


def _line(line: Any, response: Any, error: Any) -> dict[str, Any]:
    made = f"batch_req_{hashlib.sha256(line['custom_id'].encode()).hexdigest()[:16]}"
    return {"id": made, "custom_id": line["custom_id"], "response": response, "error": error}


if __name__ == "__main__":
    parser = command_line(str(__doc__))
    parser.add_argument("--flavour", choices=sorted(FLAVOURS), default="openai", help="whose server it is like")
    parser.add_argument("--batch-s", type=float, default=0.2, help="seconds that a batch takes")
    parser.add_argument("--most", type=int, default=50_000, help="lines that a file may have")
    parser.set_defaults(expires=None, creating=[], hold_s=0.0, unlisted_s=0.0)
    run(Batches, parser)
