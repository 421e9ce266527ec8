"""What is under way, seat by seat, as it happens."""

import json
from collections.abc import AsyncIterator

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from panel.desk.answers import action, desk_of, page, see
from panel.desk.runs import Run
from panel.publish.inert import inert

SAYS = {
    "running": "under way",
    "done": "done",
    "failed": "failed",
    "cancelled": "cancelled; answers that had come by then are kept, and aren't paid for again",
}
"""A run's state in words."""


def run_room() -> list[BaseRoute]:
    """Return the routes of a run."""
    return [
        Route("/runs/{run}", show),
        Route("/runs/{run}/events", events),
        action("/runs/{run}/cancel", cancel),
    ]


def show(request: Request) -> Response:
    """Show how a run stands."""
    run = _run(request)
    said = {each.seat: each for each in run.events if each.said != "note"}
    notes = [each.text for each in run.events if each.said == "note"]
    return page(request, "run.html.j2", run=run, said=said, notes=notes, standing=SAYS[run.state])


async def events(request: Request) -> Response:
    """Tell what happens in a run as it happens."""
    run = _run(request)
    seen = request.headers.get("last-event-id", "")
    start = int(seen) if seen.isdecimal() and len(seen) < 7 else 0
    return StreamingResponse(_stream(request, run, start), media_type="text/event-stream")


def cancel(request: Request, form: FormData) -> Response:
    """Stop a run."""
    run = _run(request)
    desk_of(request).runs.cancel(run)
    return see(f"/runs/{run.id}")


async def _stream(request: Request, run: Run, start: int) -> AsyncIterator[str]:
    yield "retry: 2000\n\n"
    async for number, each in desk_of(request).runs.watch(run, start):
        if each is None:
            yield ": still here\n\n"
            continue
        told = {"seat": inert(each.seat), "said": each.said, "text": inert(each.text)}
        yield f"id: {number}\nevent: progress\ndata: {json.dumps(told)}\n\n"
    told = {"state": run.state, "says": SAYS[run.state], "problem": inert(run.problem), "result": run.result}
    yield f"event: end\ndata: {json.dumps(told)}\n\n"


def _run(request: Request) -> Run:
    run = desk_of(request).runs.find(request.path_params["run"])
    if run is None:
        raise HTTPException(404, "This run isn't remembered; the verdicts that it wrote are in the inbox.")
    return run
