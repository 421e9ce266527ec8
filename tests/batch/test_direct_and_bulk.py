"""Runs that ask directly beside batches: what is under way at a provider is paid for once."""

import datetime as dt
import json
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

from panel.llm.books import Books
from panel.store.workspace import Workspace
from tests.batch.bulk_places import OWN, There, sent, spent, workspace
from tests.batch.test_takeovers import heard, killed, running_elsewhere

SETTINGS = "[calls]\nlook_s = 0.1\nlisted_s = 0.3\n"


def started(there: There, home: Workspace, *arguments: str) -> "subprocess.Popen[str]":
    """Begin a batch over all releases of a workspace, the real command line."""
    command = [sys.executable, "-m", "panel.cli", "batch", str(home.releases_folder), "--model", there.place.model]
    command += ["--workspace", str(home.root), "--json", "--workers", "0", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def asked(there: There) -> Counter[str]:
    """How often each call was answered, directly or in a batch."""
    ways = ("(batch line)", "/v1/chat/completions")
    entries = [each for each in there.server.log() if each["path"] in ways and each.get("status") == 200]
    return Counter(json.dumps(each["body"]["messages"], sort_keys=True) for each in entries)


def directly(there: There) -> int:
    """How many requests were posted one by one."""
    return sum(each["path"] == "/v1/chat/completions" for each in there.server.log())


@OWN
def test_a_direct_run_leaves_to_a_batch_what_is_under_way_there(there: There, tmp_path: Path) -> None:
    """It says which batch holds the calls and asks none of them; a release that isn't there is heard at once."""
    there.server.reset(batch_s=600)
    home = workspace(tmp_path, 2, SETTINGS)
    with running_elsewhere(home, there.place.model) as bulk:
        heard(bulk, "sent batch")
        workspace(tmp_path, 3, SETTINGS)
        with started(there, home) as direct:
            out, told = direct.communicate(timeout=60)
        bulk.kill()
    lines = [json.loads(line) for line in out.splitlines()]
    assert direct.returncode == 1, told
    assert "8 calls are under way in batch batch_" in told
    assert [each["kind"] for each in lines if each.get("state") == "failed"] == ["UnderWay", "UnderWay"]
    assert "collects what is paid for" in lines[0]["reason"] + lines[1]["reason"]
    assert [verdict.slug for verdict in home.verdicts()] == ["thing-2"]
    assert (directly(there), max(asked(there).values())) == (4, 1)


@OWN
def test_what_a_direct_run_left_is_heard_once_the_batch_is_collected(there: There, tmp_path: Path) -> None:
    """The same command finds every answer in the ledger, and asks nobody."""
    there.server.reset(batch_s=0.3)
    home = workspace(tmp_path, 2, SETTINGS)
    killed(there, home, lambda log: any(each["path"].startswith("/v1/batches/") for each in log))
    with started(there, home) as direct:
        _, told = direct.communicate(timeout=60)
    assert direct.returncode == 1, told
    assert sent(home, there.place.model).answered == 8
    with started(there, home) as again:
        _, told = again.communicate(timeout=60)
    assert again.returncode == 0, told
    assert (directly(there), len(list(home.verdicts())), spent(home).calls) == (0, 2, 8)


@OWN
def test_direct_and_bulk_at_the_same_moment_ask_every_call_once(there: There, tmp_path: Path) -> None:
    """Whoever claims a call first asks it: no call is answered twice, and together they answer all."""
    there.server.reset(batch_s=2.0, latency=0.2)
    home = workspace(tmp_path, 12, SETTINGS)  # more than a run of four calls at once claims in one go
    with started(there, home, "--at-once", "4") as direct, started(there, home, "--engine", "provider") as bulk:
        told = [run.communicate(timeout=120)[1] for run in (direct, bulk)]
    assert bulk.returncode == 0, told
    assert direct.returncode in (0, 1), told
    assert (len(asked(there)), max(asked(there).values())) == (48, 1)
    assert len(list(home.verdicts())) == 12
    assert not any(verdict.spoiled for verdict in home.verdicts())


@OWN
def test_a_batch_that_nobody_collects_for_days_holds_nothing(there: There, tmp_path: Path) -> None:
    """Its server may be gone for good: after three days a call can be asked directly again."""
    there.server.reset(batch_s=600)
    home = workspace(tmp_path, 1, SETTINGS)
    killed(there, home, lambda log: any(each["path"].startswith("/v1/batches/") for each in log))
    with sqlite3.connect(home.ledger) as link:
        requests = [row[0] for row in link.execute("select request from bulk_lines")]
        books = Books(home.ledger)
        assert set(books.claim(dict.fromkeys(requests, 0)).values()) == {"posted"}
        old = dt.datetime.now(dt.UTC) - dt.timedelta(days=3, seconds=1)
        link.execute("update bulk_batches set at = ?", (old.isoformat(),))
        link.commit()
        assert set(books.claim(dict.fromkeys(requests, 0)).values()) == {"ours"}
    link.close()
    books.close()
