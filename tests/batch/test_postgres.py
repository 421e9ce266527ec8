"""Several runs at once on one PostgreSQL ledger."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.bulk_places import PLACES, at, sent, spent, workspace
from tests.servers import running
from tests.servers.postgres import running_postgres

RELEASES, SEATS, WORKERS = 8, 4, 4


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """A PostgreSQL server of our own."""
    with running_postgres() as address:
        yield address


def test_four_workers_never_ask_the_same_call(url: str, tmp_path: Path) -> None:
    """Four processes hear the same releases at the same moment: every call is asked once, every verdict written."""
    with running("chat", "--latency", "0.1") as server:
        home = workspace(tmp_path, RELEASES)
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("OPENAI", "SHIPSKIP"))},
            "OPENAI_BASE_URL": server.base,
            "SHIPSKIP_LEDGER": url,
        }
        command = [sys.executable, "-m", "panel.cli", "batch", str(home.releases_folder), "--model", "openai/any"]
        workers = [
            subprocess.Popen(
                [*command, "--workspace", str(tmp_path), "--json", "--workers", "0"],
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
            )
            for _ in range(WORKERS)
        ]
        told = [worker.communicate(timeout=120)[1] for worker in workers]
        assert [worker.returncode for worker in workers] == [0] * WORKERS, told
        asked = [str(entry["body"]["messages"]) for entry in server.log()]
    assert len(asked) == len(set(asked)) == RELEASES * SEATS
    assert sorted(verdict.slug for verdict in home.verdicts()) == sorted(home.release_paths())
    assert not (tmp_path / ".shipskip" / "ledger.db").exists()


def test_batches_are_kept_account_of_in_postgresql_too(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bulk asking finds its tables beside the ledger's own, whatever the database."""
    monkeypatch.setenv("SHIPSKIP_LEDGER", url)
    with at(PLACES["own"]) as there:
        for name, value in there.environment().items():
            monkeypatch.setenv(name, value)
        home = workspace(tmp_path)
        before = spent(home).calls
        assert sent(home, there.place.model).answered == 12
        assert sent(home, there.place.model).sent == 0
        assert spent(home).calls == before + 12
