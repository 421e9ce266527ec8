"""A server that speaks Anthropic's message batches: ``/v1/messages/batches``, beside messages.

Settings beyond those of every server (``/_reset`` changes them too):

``batch_s``     seconds from a batch's creation to its end
``expires``     requests that are answered before the batch expires; None for a batch that ends in time
``creating``    what becomes of the next requests to create a batch, in order: ``ok``, ``500``, ``429``, ``lost`` (made,
                and the answer is never sent)
``hold_s``      seconds between a batch's creation and the answer that tells its id
``unlisted_s``  seconds from a batch's creation until the list of batches shows it
``most``        requests that a batch may have
"""

import asyncio
import datetime as dt
import hashlib
import json
import re
import time
from typing import Any

from aiohttp import web
from anthropic_messages import Messages, _error
from chat_answers import BadRequest
from protocol import command_line, run

ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")


class MessageBatches(Messages):
    """Anthropic's message batches."""

    def reset(self, changes: dict[str, Any]) -> None:
        """Forget batches too."""
        super().reset(changes)
        self.batches: dict[str, dict[str, Any]] = {}

    def application(self) -> web.Application:
        """Add the addresses of batches."""
        app = super().application()
        app._client_max_size = 512 * 2**20
        app.router.add_post("/v1/messages/batches", self._open(self.create))
        app.router.add_get("/v1/messages/batches", self._open(self.listed))
        app.router.add_get("/v1/messages/batches/{id}", self._open(self.retrieve))
        app.router.add_get("/v1/messages/batches/{id}/results", self._open(self.results))
        app.router.add_post("/v1/messages/batches/{id}/cancel", self._open(self.cancel))
        return app

    def _open(self, handler: Any) -> Any:
        """Log a request and look at its headers before it is dealt with."""

        async def handle(request: web.Request) -> web.StreamResponse:
            self.log.append({"number": len(self.log), "at": time.time(), "path": request.path, "did": request.method})
            given, key = request.headers.get("x-api-key", ""), self.settings["key"]
            if not given or (key and given != key):
                return self.wrong_key("sk-…")
            if request.headers.get("anthropic-version") != "2023-06-01":
                return _error(400, "invalid_request_error", "anthropic-version: header is required")
            try:
                return await handler(request)
            except BadRequest as wrong:
                return self.complain(wrong)

        return handle

    async def create(self, request: web.Request) -> web.Response:
        """Begin a batch; its requests are validated only when their turn comes."""
        body = await request.json()
        fate = self.settings["creating"].pop(0) if self.settings["creating"] else "ok"
        self.log[-1] |= {"fate": fate, "requests": len(body.get("requests", ()))}
        if fate in ("429", "500"):
            failed = self.error(fate, "0")
            assert failed is not None
            return failed
        if set(body) != {"requests"} or not body["requests"]:
            raise BadRequest("requests: Field required")
        if len(body["requests"]) > self.settings["most"]:
            raise BadRequest(f"requests: List should have at most {self.settings['most']} items")
        if any(set(each) != {"custom_id", "params"} for each in body["requests"]):
            raise BadRequest("requests.0: Extra inputs are not permitted")
        names = [each["custom_id"] for each in body["requests"]]
        if not all(ID.fullmatch(name) for name in names) or len(set(names)) < len(names):
            raise BadRequest("requests: custom_id must be unique and match ^[a-zA-Z0-9_-]{1,64}$")
        made = f"msgbatch_{hashlib.sha256(f'{len(self.batches)}{names}'.encode()).hexdigest()[:24]}"
        self.batches[made] = {"request": request, "at": time.time(), "asked": body["requests"], "results": None}
        await asyncio.sleep(self.settings["hold_s"])
        if fate == "lost":
            assert request.transport is not None
            request.transport.abort()
        return web.json_response(self._shown(request, made))

    async def listed(self, request: web.Request) -> web.Response:
        """List batches, newest first, page by page."""
        until = time.time() - self.settings["unlisted_s"]
        names = [name for name in reversed(self.batches) if self.batches[name]["at"] <= until]
        after, limit = request.query.get("after_id"), int(request.query.get("limit", 20))
        start = names.index(after) + 1 if after else 0
        page = names[start : start + limit]
        ends = {"first_id": page[0] if page else None, "last_id": page[-1] if page else None}
        data = [self._shown(request, name) for name in page]
        return web.json_response({"data": data, **ends, "has_more": len(names) > start + limit})

    async def retrieve(self, request: web.Request) -> web.Response:
        """Show one batch."""
        return web.json_response(self._shown(request, self._known(request)))

    async def cancel(self, request: web.Request) -> web.Response:
        """Cancel a batch."""
        name = self._known(request)
        self.batches[name].setdefault("cancelled", _now(time.time()))
        return web.json_response(self._shown(request, name))

    async def results(self, request: web.Request) -> web.StreamResponse:
        """Stream the results, one line each, not in order."""
        name = self._known(request)
        if self._shown(request, name)["processing_status"] != "ended":
            raise BadRequest("Batch is still in progress", status=404)
        stream = web.StreamResponse(headers={"Content-Type": "application/x-jsonl"})
        await stream.prepare(request)
        for line in reversed(self.batches[name]["results"]):
            await stream.write(f"{json.dumps(line)}\n".encode())
        await stream.write_eof()
        return stream

    def _known(self, request: web.Request) -> str:
        name = request.match_info["id"]
        if name not in self.batches:
            raise BadRequest(f"Not found: {name}", status=404)
        return name

    def _shown(self, request: web.Request, name: str) -> dict[str, Any]:
        batch = self.batches[name]
        cancelled = batch.get("cancelled")
        ended = cancelled is not None or time.time() - batch["at"] >= self.settings["batch_s"]
        if ended and batch["results"] is None:
            batch["results"] = self._worked_off(batch, cancelled=cancelled is not None)
        counts = dict.fromkeys(("processing", "succeeded", "errored", "canceled", "expired"), 0)
        for line in batch["results"] or ():
            counts[line["result"]["type"]] += 1
        if not ended:
            counts["processing"] = len(batch["asked"])
        return {
            "id": name,
            "type": "message_batch",
            "processing_status": "ended" if ended else "in_progress",
            "request_counts": counts,
            "created_at": _now(batch["at"]),
            "expires_at": _now(batch["at"] + 86_400),
            "ended_at": _now(time.time()) if ended else None,
            "cancel_initiated_at": cancelled,
            "archived_at": None,
            "results_url": f"{request.scheme}://{request.host}/v1/messages/batches/{name}/results" if ended else None,
        }

    def _worked_off(self, batch: dict[str, Any], *, cancelled: bool) -> list[Any]:
        until = (
            0 if cancelled else len(batch["asked"]) if self.settings["expires"] is None else self.settings["expires"]
        )
        left = {"type": "canceled" if cancelled else "expired"}
        results = []
        for place, each in enumerate(batch["asked"]):
            result = self._result(batch["request"], each["params"]) if place < until else left
            results.append({"custom_id": each["custom_id"], "result": result})
        return results

    def _result(self, request: web.Request, params: Any) -> dict[str, Any]:
        number = len(self.log)
        self.log.append({"number": number, "at": time.time(), "path": "(batch line)", "body": params})
        fault = self.fault(number)
        try:
            self.check(request, params)
        except BadRequest as wrong:
            answer = self.complain(wrong)
        else:
            answer = self.error(fault, "0") or self.complete(request, params, fault, number, ())
        self.log[-1]["status"] = answer.status
        said = json.loads(answer.body)  # type: ignore[arg-type]
        return {"type": "succeeded", "message": said} if answer.status == 200 else {"type": "errored", "error": said}


def _now(seconds: float) -> str:
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat().replace("+00:00", "Z")


if __name__ == "__main__":
    parser = command_line(str(__doc__))
    parser.add_argument("--batch-s", type=float, default=0.2, help="seconds that a batch takes")
    parser.add_argument("--most", type=int, default=100_000, help="requests that a batch may have")
    parser.set_defaults(expires=None, creating=[], hold_s=0.0, unlisted_s=0.0)
    run(MessageBatches, parser)
