"""Ballots per second and CPU per ballot, as ratios to a bare aiohttp loop over the same calls in the same run.

1,000 calls, 100 at once, to a server that answers each after 100 ms. Every row is a process of its own that runs right
after a bare one and is compared with it, so that a machine whose speed drifts doesn't change the ratio. CPU is that of
the client alone, all its threads. Prints medians; decides nothing.
"""

import asyncio
import contextlib
import itertools
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CALLS, AT_ONCE, LATENCY_S, PAIRS = 1_000, 100, 0.1, 3
GOAL_RATE, GOAL_CPU_MS = 0.5, 2.0
MODEL = "hosted_vllm/bench"
ROWS = {
    "bare aiohttp": ("bare", MODEL),
    "call, direct": ("call", MODEL),
    "call, litellm hosted_vllm/": ("call_litellm", MODEL),
    "call, litellm openai/": ("call_litellm", "openai/bench"),
    "poll: render, find, call, read, store": ("poll", MODEL),
    "convene: poll, ground, count": ("convene", MODEL),
    "sitting: convene, write record and pages": ("save", MODEL),
}

Spent = tuple[float, float]
"""Wall seconds and CPU seconds."""


def main() -> None:
    """Print the table."""
    print(f"{CALLS:,} calls, {AT_ONCE} at once, answered after {LATENCY_S * 1_000:.0f} ms")
    print(f"{'':42} {'calls/s':>8} {'× bare':>7} {'CPU ms/call':>12} {'+ bare':>7} {'peak MB':>8}")
    with _server() as url:
        for name, (lane, model) in ROWS.items():
            pairs = [(_measured("bare", MODEL, url), _measured(lane, model, url)) for _ in range(PAIRS)]
            rate = statistics.median(CALLS / row["wall"] for _, row in pairs)
            ratio = statistics.median(bare["wall"] / row["wall"] for bare, row in pairs)
            cpu = statistics.median(row["cpu"] for _, row in pairs) / CALLS * 1_000
            more = statistics.median(row["cpu"] - bare["cpu"] for bare, row in pairs) / CALLS * 1_000
            peak = max(row["peak"] for _, row in pairs)
            print(f"{name:42} {rate:8.0f} {ratio:7.2f} {cpu:12.2f} {more:7.2f} {peak:8.0f}", flush=True)
    print(f"goals: {GOAL_RATE} × bare, CPU under {GOAL_CPU_MS:.0f} ms per ballot, with the whole job done")


@contextlib.contextmanager
def _server() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "answers.json"
        answers.write_text(json.dumps(_replies()), encoding="utf-8")
        command = [sys.executable, str(ROOT / "benchmarks" / "server.py"), str(answers), "--latency", str(LATENCY_S)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            try:
                yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
            finally:
                process.terminate()


def _measured(lane: str, model: str, url: str) -> dict[str, float]:
    environment = {**os.environ, "OPENAI_BASE_URL": f"{url}/v1", "HOSTED_VLLM_API_BASE": f"{url}/v1"}
    command = [sys.executable, __file__, lane, model]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{lane} left with {done.returncode}: {done.stderr[-2_000:]}")
    return json.loads(done.stdout)


def _replies() -> dict[str, str]:
    """Return for every seated persona, by its name in the prompt, a ballot with all of its moves."""
    return {seat.persona.name: _ballot([move.name for move in seat.persona.moves]) for seat in _panel().seats}


def _ballot(moves: Iterable[str]) -> str:
    said = "It opens the weights under a licence that lets anybody build on them, and says what that costs."
    claims = ["It is a natively multimodal model.", "A private preview of its API is open to selected partners."]
    return json.dumps(
        {
            "argument": [{"move": move, "text": f"{said} [S1.{place}]"} for place, move in enumerate(moves, start=3)],
            "claims": [{"text": text, "cites": [f"S1.{place}"]} for place, text in enumerate(claims, start=4)],
            "vote": "ship",
            "confidence": 72,
            "quote": "I would build on this tonight: the price is stated, the licence is open, and the API is there.",
            "flips_if": "The preview stays closed for the rest of the year.",
        }
    )


# Everything below runs in the measured process.


async def bare() -> Spent:
    """Post the very bodies that the other rows post, and read the answers."""
    import aiohttp

    from panel.llm.wire import body

    bodies = [{"model": "bench", **body(request, "schema", marks=False)} for request in _requests(MODEL)]
    url = f"{os.environ['HOSTED_VLLM_API_BASE']}/chat/completions"
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def post(asked: dict[str, Any]) -> str:
            async with session.post(url, json=asked) as answer:
                said = await answer.json()
                return str(said["choices"][0]["message"]["content"])

        await post(bodies[0])
        return await _all(post, bodies)


async def call(model: str, lane: str = "fast") -> Spent:
    """Ask the room alone."""
    from panel.llm.ledger import Ledger
    from panel.llm.rooms import open_room
    from panel.store.settings import Calls

    requests = _requests(model)
    room = open_room(model, Calls(lane=lane), Ledger(Path("unused.db")))
    await room.ask(requests[0])
    try:
        return await _all(room.ask, requests)
    finally:
        await room.close()


async def poll() -> Spent:
    """Poll the panel about many releases, whose dossiers are there."""
    from panel.evidence.dossier import read_dossier
    from panel.hearing.rounds import poll_panel

    panel, dossiers = _panel(), [read_dossier(release) for release in _releases()]
    with tempfile.TemporaryDirectory() as folder:
        async with _bench(Path(folder)) as bench:

            async def votes(dossier: Any) -> None:
                _check(await poll_panel(panel, dossier, bench))

            await votes(dossiers[-1])
            return await _all(votes, dossiers[:-1])


async def convened(*, saved: bool) -> Spent:
    """Put many releases before the panel; as many at once as there are calls at once."""
    from panel.hearing.convene import convene
    from panel.publish.saving import save_verdict
    from panel.store.workspace import Workspace

    panel, releases = _panel(), _releases()
    with tempfile.TemporaryDirectory() as folder:
        async with _bench(Path(folder)) as bench:
            home = Workspace(Path(folder))

            async def review(release: Any) -> None:
                verdict = await convene(release, panel, bench)
                _check((verdict.ballots, verdict.spoiled))
                if saved:
                    save_verdict(home, verdict)

            await review(releases[-1])
            return await _all(review, releases[:-1])


def _check(outcome: Any) -> None:
    """Leave if not every seat has voted: a fast failure is no throughput."""
    voted = sum(getattr(each, "vote", None) == "ship" for each in outcome[0])
    if voted != 4:
        sys.exit(f"{voted} of 4 seats voted ship: {outcome}")


@contextlib.asynccontextmanager
async def _bench(folder: Path) -> Any:
    from panel.domain.call import Parameters
    from panel.hearing.poll import Bench
    from panel.llm.rooms import open_gateway, open_ledger
    from panel.store.settings import Calls
    from panel.store.workspace import Workspace

    ledger = open_ledger(folder / "ledger.db")
    gateway = open_gateway(Calls(at_once=AT_ONCE), ledger)
    try:
        yield Bench(Workspace(ROOT).prompts(), gateway, ledger, Parameters())
    finally:
        await gateway.close()
        await ledger.close()


async def _all(work: Callable[[Any], Awaitable[object]], items: Sequence[Any]) -> Spent:
    """Do the work for all items, so many at once, and return what it took."""
    coming = iter(items)

    async def worker() -> None:
        for item in coming:
            await work(item)

    wall, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    return time.perf_counter() - wall, time.process_time() - cpu


def _panel() -> Any:
    from panel.domain.seating import Panel, Seat
    from panel.store.workspace import Workspace

    personas = Workspace(ROOT).personas()
    seated = ("developer", "skeptic", "futurist", "creator")
    return Panel(seats=tuple(Seat(persona=personas[name], models=(MODEL,)) for name in seated))


def _releases() -> list[Any]:
    """Return as many releases as it takes, and one to warm up with; each has a sentence of its own."""
    from panel.domain.release import Release
    from panel.store.workspace import Workspace

    example: Release = Workspace(ROOT).release("muse-spark")
    first, *rest = example.sources
    return [
        example.model_copy(
            update={
                "slug": f"{example.slug}-{number}",
                "sources": (first.model_copy(update={"text": f"{first.text}\n\nThis is build {number}."}), *rest),
            }
        )
        for number in range(CALLS // 4 + 1)
    ]


def _requests(model: str) -> list[Any]:
    from panel.domain.call import Parameters, Recipe, Request
    from panel.evidence.dossier import read_dossier
    from panel.llm.schema import ballot_schema
    from panel.store.workspace import Workspace

    prompts, schema = Workspace(ROOT).prompts(), ballot_schema()
    dossiers = [read_dossier(release) for release in _releases()[:-1]]

    def recipe(persona: str, dossier: str) -> Recipe:
        return Recipe(persona=persona, prompt="", dossier=dossier, model=model, parameters=Parameters())

    return [
        Request(
            recipe=recipe(seat.persona.hash, dossier.hash),
            messages=prompts.render_ballot(seat.persona, dossier, schema),
            schema=schema,
            persona=seat.persona,
            dossier=dossier,
        )
        for dossier, seat in itertools.product(dossiers, _panel().seats)
    ]


def _lane(name: str, model: str) -> Coroutine[Any, Any, Spent]:
    if name == "bare":
        return bare()
    if name in ("call", "call_litellm"):
        return call(model, "fast" if name == "call" else "litellm")
    return poll() if name == "poll" else convened(saved=name == "save")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if len(sys.argv) == 1:
        main()
    else:
        wall, cpu = asyncio.run(_lane(*sys.argv[1:]))
        unit = 1024 if sys.platform != "darwin" else 1024 * 1024
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
        print(json.dumps({"wall": wall, "cpu": cpu, "peak": peak}))
