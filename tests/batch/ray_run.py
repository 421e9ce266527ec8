"""A batch on a Ray cluster of two nodes on this machine, one of which may be removed half-way; a process of its own.

    python tests/batch/ray_run.py WORKSPACE MODEL [--lose URL] [--seats all]

It prints one JSON object: outcomes by state, and how many calls the server had been asked when a node was taken away.
"""

import argparse
import asyncio
import contextlib
import json
import os
import sys
import time
import urllib.request
from collections import Counter
from pathlib import Path
from typing import Any

from panel.batch.docket import read_docket
from panel.batch.luggage import Seating
from panel.batch.outcome import Outcome
from panel.batch.ray import EACH, Cluster
from panel.domain.verdict import Verdict
from panel.publish.saving import save_verdict
from panel.store.workspace import Workspace


async def hear(home: Workspace, seating: Seating, nodes: Any, lose: str | None) -> dict[str, Any]:
    """Hear every release of the workspace."""
    began = time.time() - 300

    async def keep(verdict: Verdict) -> Verdict:
        return save_verdict(home, verdict)

    asked: list[int] = []

    async def take_away() -> None:
        asked.append(await asyncio.to_thread(_wait_for, 12, str(lose)))
        await asyncio.to_thread(nodes.remove_node, nodes.list_all_nodes()[-1], allow_graceful=False)

    async with Cluster(home, seating, keep, each=2 if lose else EACH).at(nodes.address) as cluster:
        entries = list(read_docket([str(home.releases_folder)], home))
        losing = asyncio.create_task(take_away()) if lose else None
        outcomes: list[Outcome] = await asyncio.gather(*(cluster.hear(entry) for entry in entries))
        if losing is not None:
            await losing
        cpu = await asyncio.to_thread(_cpu_s, began)
    states = Counter(each.state for each in outcomes)
    return {
        "cpu_s": cpu,
        "states": states,
        "asked": asked,
        "reasons": [each.reason for each in outcomes if each.reason],
    }


def _wait_for(calls: int, url: str) -> int:
    """Wait until a server was asked so many times; return how often it was."""
    while (asked := _asked(url)) < calls:
        time.sleep(0.1)
    return asked


def _asked(url: str) -> int:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"{url}/_log", timeout=10) as answer:
        return len(json.load(answer))


def _cpu_s(since: float) -> dict[str, float]:
    """Return the CPU seconds of the driver, of Ray's own processes and of its workers, begun since a time."""
    from ray._private.utils import psutil

    found = {"driver": sum(os.times()[:2]), "ray": 0.0, "workers": 0.0}
    for each in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            line = " ".join(each.cmdline())
            if each.create_time() >= since and "ray" in line and each.pid != os.getpid():
                worker = line.startswith("ray::") or "default_worker.py" in line
                found["workers" if worker else "ray"] += sum(each.cpu_times()[:2])
    return {name: round(seconds, 1) for name, seconds in found.items()}


def main() -> None:
    """Start the cluster, hear, and tell."""
    parser = argparse.ArgumentParser()
    parser.add_argument("workspace", type=Path)
    parser.add_argument("model")
    parser.add_argument("--lose")
    parser.add_argument("--seats")
    given = parser.parse_args()
    seating = Seating(models=(given.model,), seats=given.seats, at_once=100)
    os.environ |= {"RAY_USAGE_STATS_ENABLED": "0", "RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": os.urandom(32).hex()}
    from ray.cluster_utils import Cluster as Nodes

    began = time.monotonic()
    nodes = Nodes(initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False})
    for _ in range(2):
        nodes.add_node(num_cpus=1)
    up = time.monotonic() - began
    try:
        told = asyncio.run(hear(Workspace(given.workspace), seating, nodes, given.lose))
    finally:
        nodes.shutdown()
    print(json.dumps({**told, "up_s": round(up, 1), "all_s": round(time.monotonic() - began, 1)}))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
