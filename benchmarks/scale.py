"""What docs/scale.md rests on: CPU and bytes per ballot with both kinds of ledger, Ray's overhead, dollars per model.

    python benchmarks/scale.py [--releases 40] [--ray]

Releases are copies of a worked example under names of their own, five seats each; the server answers every call with a
ballot of ordinary length. CPU is that of the run and its processes, not the server's. Prints; decides nothing.
"""

import argparse
import contextlib
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.servers.postgres import running_postgres  # noqa: E402

EXAMPLE, SEATS, MODEL = "muse-spark", 5, "hosted_vllm/bench"
RELEASES_A_DAY = 1_000_000
PROMPT, SHARED, ANSWER, REPAIRS = 4_000, 3_500, 600, 0.03
"""Tokens of a prompt, those of it that all seats of a release share, tokens of an answer; share that needs a repair."""
PRICED = (
    "openai/gpt-4.1-mini",
    "openai/gpt-5-mini",
    "openai/gpt-5",
    "anthropic/claude-haiku-4-5",
    "anthropic/claude-sonnet-4-5",
    "gemini/gemini-2.5-flash",
    "deepseek/deepseek-chat",
)


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, default=40)
    parser.add_argument("--ray", action="store_true", help="measure Ray too: a minute")
    given = parser.parse_args()
    ballots = given.releases * SEATS
    with _server() as url, running_postgres() as database:
        for name, ledger in (("SQLite", None), ("PostgreSQL", database)):
            with tempfile.TemporaryDirectory() as folder:
                home = _workspace(Path(folder), given.releases)
                cpu, wall = _timed(_batch(home, url, ledger))
                again_cpu, _ = _timed(_batch(home, url, ledger))
                sizes = _sqlite_sizes(home) if ledger is None else _postgres_sizes(ledger)
                print(f"{name}: {cpu / ballots * 1_000:.1f} ms CPU per ballot, {ballots / wall:.0f} ballots/s")
                print(f"  the second run: {again_cpu / given.releases * 1_000:.1f} ms CPU per release, start included")
                print(f"  bytes per ballot: {_each(sizes, ballots)}")
                print(f"  bytes per release: {_each(_record_sizes(home), given.releases)}")
        if given.ray:
            few, many = (_ray(number, url, database) for number in (8, given.releases))
            more = {name: (many[name] - few[name]) / (given.releases - 8) / SEATS * 1_000 for name in few}
            print("Ray, ms CPU for every ballot more:", {name: round(cost, 1) for name, cost in more.items()})
    _prices()


def _timed(command: tuple[list[str], dict[str, str]]) -> tuple[float, float]:
    """Run a command; return the CPU seconds of it and its processes, and wall seconds."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    ran = subprocess.run(command[0], env=command[1], capture_output=True, text=True, check=False)
    if ran.returncode:
        raise SystemExit(f"{command[0]} ended with {ran.returncode}: {ran.stderr or ran.stdout[-2_000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.monotonic() - began


def _batch(home: Path, url: str, ledger: str | None) -> tuple[list[str], dict[str, str]]:
    command = [sys.executable, "-m", "panel.cli", "batch", str(home / "releases"), "--workspace", str(home)]
    options = ["--seats", "all", "--model", MODEL, "--at-once", "100", "--workers", "0", "--json"]
    return [*command, *options], _environment(url, ledger)


def _environment(url: str, ledger: str | None) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("SHIPSKIP")}
    own |= {"HOSTED_VLLM_API_BASE": f"{url}/v1", "PYTHONPATH": str(ROOT)}
    return own | ({"SHIPSKIP_LEDGER": ledger} if ledger else {})


def _workspace(home: Path, releases: int, name: str = "example") -> Path:
    """Make a workspace with copies of the worked example whose texts differ."""
    for number in range(releases):
        folder = home / "releases" / f"{name}-{number}"
        shutil.copytree(ROOT / "releases" / EXAMPLE, folder)
        for file in folder.glob("*.md"):
            file.write_text(file.read_text().replace("Muse Spark", f"Muse Spark {name} {number}"))
    (home / "panel.toml").write_text("")
    return home


@contextlib.contextmanager
def _server() -> Iterator[str]:
    """Run a server that answers with a ballot of ordinary length."""
    record = json.loads((ROOT / "verdicts" / EXAMPLE / "verdict.json").read_text())
    ballot = record["ballots"][0]
    answer = {
        "argument": [{"move": step["move"], "text": step["text"]} for step in ballot["argument"]],
        "claims": [{"text": claim["text"], "cites": claim["cites"]} for claim in ballot["claims"]],
        "vote": ballot["vote"],
        "confidence": 80,
        "quote": ballot["quote"],
        "flips_if": ballot["flips_if"],
    }
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "answers.json"
        file.write_text(json.dumps({"any": json.dumps(answer)}))
        command = [sys.executable, str(ROOT / "benchmarks/server.py"), "--latency", "0.1", str(file)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout is not None
            try:
                yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
            finally:
                server.terminate()


def _sqlite_sizes(home: Path) -> dict[str, int]:
    file = home / ".shipskip" / "ledger.db"
    with contextlib.closing(sqlite3.connect(file)) as link:
        link.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        texts = link.execute("SELECT sum(length(body)) FROM texts").fetchone()[0]
        replies = link.execute("SELECT sum(length(reply)) FROM calls").fetchone()[0]
    return {"file": file.stat().st_size, "of it prompts": texts, "replies": replies}


def _postgres_sizes(url: str) -> dict[str, int]:
    import psycopg

    with psycopg.connect(url) as link:
        tables = [row[0] for row in link.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        found = {name: link.execute("SELECT pg_total_relation_size(%s)", [name]).fetchone() for name in tables}
    return {"all": sum(size[0] for size in found.values() if size), **{name: size[0] for name, size in found.items()}}


def _record_sizes(home: Path) -> dict[str, int]:
    kinds = ("json", "md", "html")
    return {kind: sum(file.stat().st_size for file in home.glob(f"verdicts/*/verdict.{kind}")) for kind in kinds}


def _each(sizes: dict[str, int], number: int) -> str:
    return ", ".join(f"{name} {size / number:,.0f}" for name, size in sizes.items() if size / number >= 1)


def _ray(releases: int, url: str, database: str) -> dict[str, float]:
    """Hear releases on two nodes of this machine; return the CPU seconds of driver, Ray and workers."""
    with tempfile.TemporaryDirectory() as folder:
        home = _workspace(Path(folder), releases, name=f"ray-{releases}")
        command = [sys.executable, str(ROOT / "tests/batch/ray_run.py"), str(home), MODEL, "--seats", "all"]
        ran = subprocess.run(command, env=_environment(url, database), capture_output=True, text=True, check=False)
    if ran.returncode:
        raise SystemExit(f"Ray ended with {ran.returncode}: {ran.stderr[-2_000:]}")
    told = json.loads(ran.stdout.splitlines()[-1])
    print(f"Ray, two nodes here, {releases} releases: {told}", flush=True)
    return dict(told["cpu_s"])


def _prices() -> None:
    """Print dollars for a million releases of five seats, by litellm's map."""
    from panel.llm.gateway import batch_price, load_litellm

    litellm = load_litellm()
    calls = RELEASES_A_DAY * SEATS
    print(f"US$ for {RELEASES_A_DAY:,} releases of {SEATS} seats: {PROMPT} tokens in, {SHARED} shared, {ANSWER} out")
    for model in PRICED:
        plain = _dollars(litellm, model, 0) * calls * (1 + REPAIRS)
        cached = (_dollars(litellm, model, 0) + (SEATS - 1) * _dollars(litellm, model, SHARED)) / SEATS
        half = batch_price(model, {"prompt_tokens": PROMPT, "completion_tokens": ANSWER}) or 0.0
        both = half * calls + _dollars(litellm, model, 0) * calls * REPAIRS
        print(f"  {model:30} {plain:10,.0f} {cached * calls * (1 + REPAIRS):10,.0f} {both:10,.0f}")


def _dollars(litellm: Any, model: str, cached: int) -> float:
    usage = litellm.Usage(
        prompt_tokens=PROMPT,
        completion_tokens=ANSWER,
        total_tokens=PROMPT + ANSWER,
        prompt_tokens_details={"cached_tokens": cached},
        cache_read_input_tokens=cached,
    )
    return sum(litellm.cost_per_token(model=model, usage_object=usage))


if __name__ == "__main__":
    main()
