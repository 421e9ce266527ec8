"""Releases spread over a Ray cluster, the ledger on PostgreSQL."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from panel.batch.ray import shared_ledger
from panel.errors import DeclarationError
from tests.batch.bulk_places import workspace
from tests.needs import needs
from tests.servers import Server, running
from tests.servers.postgres import running_postgres

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A PostgreSQL server of our own."""
    with running_postgres() as address:
        yield address


def heard(folder: Path, url: str, server: Server, *arguments: str) -> dict[str, Any]:
    """Hear a workspace's releases on a cluster of two nodes."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("OPENAI", "SHIPSKIP", "RAY"))},
        "OPENAI_BASE_URL": server.base,
        "SHIPSKIP_LEDGER": url,
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
    }
    command = [sys.executable, str(ROOT / "tests/batch/ray_run.py"), str(folder), "openai/any", *arguments]
    ran = subprocess.run(command, check=False, env=environment, capture_output=True, text=True, timeout=240)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


def test_a_node_that_is_lost_costs_only_its_calls_in_flight(url: str, tmp_path: Path) -> None:
    """Two nodes, one killed half-way: every release has its verdict, and few calls were asked twice."""
    needs("ray")
    with running("chat", "--latency", "0.3") as server:
        home = workspace(tmp_path, releases=12)
        told = heard(tmp_path, url, server, "--lose", server.url)
        calls = [str(entry["body"]["messages"]) for entry in server.log()]
    assert told["states"] == {"done": 12}, told
    assert 12 <= told["asked"][0] < 48
    assert len(set(calls)) == 48
    assert len(calls) - 48 <= 8  # a task hears two releases of four seats
    assert len(list(home.verdicts())) == 12
    assert not (tmp_path / ".ray").exists()


def test_a_ledger_in_a_file_is_not_for_several_machines(tmp_path: Path) -> None:
    """One node may use a file of this machine; several are refused in a sentence that says what to do."""
    assert shared_ledger(tmp_path / "ledger.db", 1) == f"sqlite:///{tmp_path}/ledger.db"
    assert shared_ledger("postgresql://panel@db/panel", 5) == "postgresql://panel@db/panel"
    for place in (tmp_path / "ledger.db", "sqlite:////tmp/x.db"):
        with pytest.raises(DeclarationError, match=r"2 nodes can't share the ledger.*PostgreSQL.*SHIPSKIP_LEDGER"):
            shared_ledger(place, 2)


def test_without_ray_the_error_names_the_extra(tmp_path: Path) -> None:
    """One sentence with the command that installs it."""
    code = (
        "import asyncio, sys; sys.modules['ray'] = None\n"
        "from pathlib import Path\n"
        "from panel.batch.luggage import Seating\n"
        "from panel.batch.ray import Cluster\n"
        "from panel.store.workspace import Workspace\n"
        "async def main():\n"
        "    async with Cluster(Workspace(Path('.')), Seating(), None).at(None): pass\n"
        "try: asyncio.run(main())\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], check=False, cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert ran.stdout == "DeclarationError --engine ray needs the package ray: pip install 'shipskip[ray]'\n", (
        ran.stderr
    )
