"""A batch measured: throughput, CPU and memory as ratios to bare asyncio and aiohttp over the same calls.

    python benchmarks/batch.py            200 releases × 5 seats, 100 at once, answered after 100 ms; the same with 20 %
                                          faults of six kinds; the finished batch run again
    python benchmarks/batch.py kills      killed at about half, ten times over
    python benchmarks/batch.py stream N   N releases (100,000) from a generator, one seat each; peak memory

Every row is a process of its own; CPU and memory are those of all its processes. Prints figures; decides nothing.
"""

import asyncio
import contextlib
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RELEASES, SEATS, AT_ONCE, LATENCY_S, PAIRS, KILLS = 200, 5, 100, 0.1, 3, 10
MODEL = "hosted_vllm/bench"
TIMEOUT_S = 2
"""Seconds after which a call that isn't answered is made again: the twentyfold of an answer's, as with a real model."""
TEXT = (
    "Tool {0} has a public API and an Apache 2.0 licence. It costs {1} dollars a month. It was measured at 40 ms. "
    "Nobody else has tested it. Version {0} reads PDF files of up to 200 pages, and its maker promises weekly releases."
)


def main() -> None:
    """Measure what was asked for."""
    what = sys.argv[1] if len(sys.argv) > 1 else "rows"
    if what == "kills":
        kills()
    elif what == "stream":
        stream(int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
    else:
        rows()


def rows() -> None:
    """Print the table."""
    calls = RELEASES * SEATS
    print(f"{RELEASES} releases × {SEATS} seats = {calls:,} calls, {AT_ONCE} at once, answered after {LATENCY_S:g} s")
    print(f"{'':34} {'wall s':>7} {'× bare':>7} {'CPU s':>7} {'× bare':>7} {'peak MB':>8}")
    with served() as url:
        for name, lane, faults in (
            ("bare aiohttp", "bare", 0.0),
            ("batch, one process", "batch-0", 0.0),
            ("batch, a process per core", "batch", 0.0),
            ("batch, 20 % faults", "batch", 0.2),
        ):
            best: dict[str, Any] = {}
            for _ in range(PAIRS):
                tell(url, faults=0)
                bare = measured("bare", url)
                tell(url, faults=faults)
                row = {**measured(lane, url), "bare": bare}
                if not best or row["wall"] / bare["wall"] < best["wall"] / best["bare"]["wall"]:
                    best = row
            bare = best["bare"]
            print(
                f"{name:34} {best['wall']:7.2f} {best['wall'] / bare['wall']:7.1f} {best['cpu']:7.2f} "
                f"{best['cpu'] / bare['cpu']:7.1f} {best['peak']:8.0f}",
                flush=True,
            )
            if faults:
                lost = f"{best['spoiled']} ballots of {calls:,} spoiled, {best['failed']} releases without a verdict"
                print(f"{'':34} {lost}; {best['asked']:,} answers paid for")
            elif "again" in best:
                rate = f"{RELEASES / best['again']:,.0f} verdicts/s"
                print(f"{'  run again, everything stored':34} {best['again']:7.2f} {rate}")


def kills() -> None:
    """Kill a run at random moments around its half, ten times over; count what is asked twice."""
    dice, twice, spare = random.Random(1), [], []
    with served() as url:
        for number in range(KILLS):
            with tempfile.TemporaryDirectory() as folder:
                make(Path(folder), RELEASES)
                tell(url, faults=0)
                before = account(url)["answered"]
                process = subprocess.Popen(command("batch-in", folder), env=environment(url), stdout=subprocess.PIPE)
                half = before + RELEASES * SEATS * dice.uniform(0.3, 0.7)
                while account(url)["answered"] < half and process.poll() is None:
                    time.sleep(0.01)
                process.kill()
                process.communicate()
                done = subprocess.run(
                    command("batch-in", folder), env=environment(url), capture_output=True, check=True
                )
                asked = account(url)["answered"] - before
                twice.append(asked - RELEASES * SEATS)
                summary = json.loads(done.stdout)
                spare.append(len(list(Path(folder).glob("verdicts/*/verdict.json"))))
                print(
                    f"kill {number + 1:2}: {asked:,} calls sent for {RELEASES * SEATS:,}, {twice[-1]} twice; "
                    f"{spare[-1]} verdicts, {summary['failed']} failed",
                    flush=True,
                )
    print(f"asked twice: {max(twice)} at most (in flight: {AT_ONCE}); verdicts: {min(spare)} at least")


def stream(releases: int) -> None:
    """Hear a stream of releases that no list could hold, before one seat each; then again."""
    with served() as url, tempfile.TemporaryDirectory() as folder:
        make(Path(folder), 0)
        for turn in ("first", "again"):
            done = subprocess.run(
                command("stream-in", folder, str(releases)), env=environment(url), capture_output=True, check=True
            )
            told = json.loads(done.stdout)
            print(
                f"{turn}: {told['releases']:,} releases, {told['asked']:,} calls asked, {told['seconds']:,.0f} s, "
                f"{told['releases'] / told['seconds']:,.0f}/s; peak {told['main']:.0f} MB in the process that asks, "
                f"{told['tree']:.0f} MB in all",
                flush=True,
            )


@contextlib.contextmanager
def served() -> Iterator[str]:
    """Run the server until the block ends."""
    sys.path.insert(0, str(ROOT))
    from panel.store.workspace import Workspace

    replies = {
        persona.name: json.dumps(
            {
                "argument": [{"move": move.name, "text": "It says what it costs. [S1.2]"} for move in persona.moves],
                "claims": [{"text": "It has a public API.", "cites": ["S1.1"]}],
                "vote": "ship",
                "confidence": 72,
                "quote": "I would build on this tonight: the price is stated, and the API is there.",
                "flips_if": "The API closes.",
            }
        )
        for persona in Workspace(ROOT).personas().values()
    }
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "answers.json"
        answers.write_text(json.dumps(replies), encoding="utf-8")
        told = [sys.executable, str(ROOT / "benchmarks" / "server.py"), str(answers), "--latency", str(LATENCY_S)]
        with subprocess.Popen(told, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            try:
                yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
            finally:
                process.terminate()


def account(url: str) -> dict[str, Any]:
    """Return what the server did so far."""
    with urllib.request.urlopen(url, timeout=10) as answer:
        return json.load(answer)


def tell(url: str, *, faults: float) -> None:
    """Let a share of the answers fail from now on."""
    with urllib.request.urlopen(f"{url}/faults/{faults}", timeout=10):
        pass


def environment(url: str) -> dict[str, str]:
    """Return an environment in which the model leads to the server."""
    return {**os.environ, "HOSTED_VLLM_API_BASE": f"{url}/v1", "PYTHONPATH": str(ROOT)}


def command(*arguments: str) -> list[str]:
    """Return the command that measures in a process of its own."""
    return [sys.executable, __file__, "--in", *arguments]


def measured(lane: str, url: str) -> dict[str, float]:
    """Return what a lane took."""
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), RELEASES)
        done = subprocess.run(command(lane, folder), env=environment(url), capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{lane} left with {done.returncode}: {done.stderr[-2_000:]}")
        return json.loads(done.stdout)


def make(folder: Path, releases: int) -> None:
    """Make a workspace."""
    (folder / "panel.toml").write_text(f'model = "{MODEL}"\n[calls]\ntimeout_s = {TIMEOUT_S}\n')
    (folder / "releases").mkdir()
    for number in range(releases):
        head = f"---\nname: Tool {number}\nvendor: Acme\ncategory: Developer Tools\n---\n"
        (folder / "releases" / f"tool-{number:04}.md").write_text(head + TEXT.format(number, number + 1) + "\n")


# Everything below runs in the measured process.


def batch(folder: Path, workers: int | None) -> Any:
    """Run the batch once and return its summary."""
    from panel.batch.docket import read_docket
    from panel.batch.nouns import Wanted
    from panel.batch.run import run_batch
    from panel.store.workspace import Workspace

    home = Workspace(folder)
    entries = read_docket([str(folder / "releases")], home)
    return asyncio.run(run_batch(home, entries, Wanted(seats="all", at_once=AT_ONCE, workers=workers)))


def streamed(folder: Path, releases: int) -> dict[str, Any]:
    """Run a batch over rows that are made as they are asked for."""
    import hashlib

    from panel.batch.entry import Entry
    from panel.batch.nouns import Wanted
    from panel.batch.run import run_batch
    from panel.store.workspace import Workspace

    def entries() -> Iterator[Entry]:
        for number in range(releases):
            row = {"name": f"Tool {number}", "text": f"Tool {number} has a public API. It costs {number} dollars."}
            content = hashlib.sha256(json.dumps(row).encode()).hexdigest()
            place = f"row {number}"
            yield Entry(place=place, slug=f"tool-{number}", path=folder / "rows", line=number, row=row, content=content)

    peak = [0.0]
    wanted = Wanted(seats="skeptic", at_once=AT_ONCE)

    async def work() -> Any:
        watching = asyncio.create_task(watch(peak))
        try:
            return await run_batch(Workspace(folder), entries(), wanted)
        finally:
            watching.cancel()

    summary = asyncio.run(work())
    return {**summary.model_dump(mode="json"), "main": peak_mb(), "tree": peak[0]}


async def watch(peak: list[float]) -> None:
    """Note the largest sum of the proportional memory of this process and those below it."""
    while True:
        peak[0] = max(peak[0], await asyncio.to_thread(tree_mb))
        await asyncio.sleep(2)


def tree_mb() -> float:
    """Return the proportional set size of this process and all below it."""
    told = subprocess.run(["ps", "-e", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    above = dict(tuple(map(int, line.split())) for line in told.splitlines())
    below = {os.getpid()}
    while more := {each for each, parent in above.items() if parent in below} - below:
        below |= more
    total = 0
    for pid in below:
        with contextlib.suppress(OSError, ValueError):
            text = Path(f"/proc/{pid}/smaps_rollup").read_text()
            total += int(text.partition("Pss:")[2].split()[0])
    return total / 1024


async def bare(folder: Path) -> None:
    """Post the very bodies that a batch posts, as fast as aiohttp does."""
    import aiohttp

    from panel.domain.call import Parameters, Recipe, Request
    from panel.evidence.dossier import read_dossier
    from panel.llm.schema import ballot_schema
    from panel.llm.wire import body
    from panel.sitting import Sitting
    from panel.store.workspace import Workspace

    home, schema, bodies = Workspace(folder), ballot_schema(), []
    sitting, prompts = Sitting(home, seats="all"), home.prompts()
    for path in sorted((folder / "releases").iterdir()):
        case = sitting.summon(path)
        dossier = read_dossier(case.release)
        for seat in case.panel.seats:
            recipe = Recipe(persona="", prompt="", dossier=dossier.hash, model=MODEL, parameters=Parameters())
            messages = prompts.render_ballot(seat.persona.spoken, dossier, schema)
            request = Request(recipe=recipe, messages=messages, schema=schema, dossier=dossier)
            bodies.append({"model": "bench", **body(request, "schema", marks=False)})
    url = f"{os.environ['HOSTED_VLLM_API_BASE']}/chat/completions"
    coming = iter(bodies)
    wall, cpu = time.perf_counter(), time.process_time()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def worker() -> None:
            for asked in coming:
                async with session.post(url, json=asked) as answer:
                    said = await answer.json()
                    assert said["choices"][0]["message"]["content"]

        await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    print(json.dumps({"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "peak": peak_mb()}))


def peak_mb() -> float:
    """Return the most memory that this process had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 2**20)


def inside(lane: str, folder: Path, *more: str) -> None:
    """Do what is measured."""
    if lane == "bare":
        asyncio.run(bare(folder))
    elif lane == "stream-in":
        print(json.dumps(streamed(folder, int(more[0]))))
    elif lane == "batch-in":
        print(batch(folder, None).model_dump_json())
    else:
        wall, cpu = time.perf_counter(), cpu_s()
        first = batch(folder, 0 if lane == "batch-0" else None)
        wall, cpu = time.perf_counter() - wall, cpu_s() - cpu
        assert first.done + first.failed == RELEASES, first
        begin = time.perf_counter()
        again = batch(folder, 0)
        assert again.asked == 0 or first.spoiled, again
        children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        told = {"wall": wall, "cpu": cpu, "peak": peak_mb() + children, "again": time.perf_counter() - begin}
        told |= {"spoiled": first.spoiled, "failed": first.failed, "asked": first.asked}
        print(json.dumps(told))


def cpu_s() -> float:
    """Return the CPU seconds of this process and of those below it that have ended."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if len(sys.argv) > 2 and sys.argv[1] == "--in":
        inside(sys.argv[2], Path(sys.argv[3]), *sys.argv[4:])
    else:
        main()
