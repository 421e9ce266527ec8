"""``shipskip batch --engine provider``, the real command line, against servers that speak the batch protocols."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from panel.llm.bulk.books import BulkBooks
from panel.store.workspace import Workspace
from tests.batch.bulk_places import PLACES, There, at, spent, workspace

QUICKLY = "[calls]\nlook_s = 0.1\nlisted_s = 0.3\n"


@pytest.fixture
def there(request: pytest.FixtureRequest) -> Iterator[There]:
    """A provider, or a server of one's own, with nothing under way."""
    with at(PLACES[request.param]) as running:
        yield running


def at_places(*names: str) -> pytest.MarkDecorator:
    """Run a test at these places; those of providers cost seconds, since litellm is imported for them."""
    return pytest.mark.parametrize("there", names, ids=names, indirect=True)


def started(there: There, home: Workspace, *arguments: str) -> "subprocess.Popen[str]":
    """Begin a batch over all releases of a workspace."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI", "ANTHROPIC"))}
    command = [sys.executable, "-m", "panel.cli", "batch", str(home.releases_folder / "*.md"), "--engine", "provider"]
    return subprocess.Popen(
        [*command, "--model", there.place.model, "--workspace", str(home.root), "--json", *arguments],
        env=environment | there.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(run: "subprocess.Popen[str]") -> tuple[list[Any], str]:
    """Wait for a run; return its JSON lines and what it told."""
    out, told = run.communicate(timeout=120)
    return [json.loads(line) for line in out.splitlines()], told


def begun(there: There) -> Callable[[], bool]:
    """Whether a batch was begun."""
    return lambda: there.created() > 0


def until(condition: Callable[[], bool], run: "subprocess.Popen[str]") -> None:
    """Wait until something has come about, as long as the run goes on."""
    while run.poll() is None and not condition():
        time.sleep(0.02)


@at_places("openai", "anthropic")
def test_a_killed_run_is_gone_on_with_and_faults_are_mended(there: There, tmp_path: Path) -> None:
    """SIGKILL while it waits, then a run to the end, in batches that expire half-way and have faulty lines.

    Every release has its verdict, no answer was paid for twice, and what can't be read was repaired directly.
    """
    there.server.reset(batch_s=1.0, expires=9, faults=0.2, kinds=["500", "prose", "truncated"], seed=5)
    home = workspace(tmp_path, releases=4, settings=QUICKLY)
    with started(there, home) as run:
        until(begun(there), run)
        run.send_signal(signal.SIGKILL)
        run.communicate(timeout=20)
    assert there.created() == 1
    with started(there, home) as run:
        lines, told = ended(run)
    assert run.returncode == 0, (lines[-1], told)
    assert sorted(verdict.slug for verdict in home.verdicts()) == sorted(home.release_paths())
    assert all(len(verdict.ballots) == 4 for verdict in home.verdicts())
    assert set(there.answered().values()) == {1}
    assert there.created() > 1
    found = spent(home)
    assert found.unpriced == 0
    assert found.calls >= 16


@at_places("own")
def test_ctrl_c_leaves_the_batch_to_its_provider(there: There, tmp_path: Path) -> None:
    """One Ctrl-C ends the wait, with exit code 130, and says that the same command collects what is paid for."""
    there.server.reset(batch_s=600)
    home = workspace(tmp_path, releases=1, settings=QUICKLY)
    with started(there, home) as run:
        until(lambda: any(each.get("did") == "GET" for each in there.server.log()), run)
        run.send_signal(signal.SIGINT)
        _, told = ended(run)
    assert run.returncode == 130, told
    assert "the same command collects them" in told
    assert "Traceback" not in told
    books = BulkBooks(home.ledger)
    assert [(each.state, each.count) for each in books.open()] == [("sent", 4)]
    books.close()
    assert not list(home.verdicts())
    assert not [each for each in there.server.log() if each["path"] in ("/v1/chat/completions", "/v1/messages")]


@at_places("own")
def test_a_second_run_asks_nothing(there: There, tmp_path: Path) -> None:
    """The verdicts stand; no provider hears of them again."""
    home = workspace(tmp_path, releases=2, settings=QUICKLY)
    with started(there, home) as run:
        lines, told = ended(run)
    assert run.returncode == 0, told
    assert lines[-1]["summary"]["done"] == 2
    before = len(there.server.log())
    with started(there, home) as run:
        lines, told = ended(run)
    assert (run.returncode, lines[-1]["summary"]["unchanged"]) == (0, 2), told
    assert len(there.server.log()) == before


@at_places("openai")
def test_the_budget_holds_for_batches_too(there: There, tmp_path: Path) -> None:
    """What doesn't fit isn't sent; what was sent ends as complete verdicts; exit code 3."""
    home = workspace(tmp_path, releases=4, settings=QUICKLY)
    with started(there, home, "--budget", "0.049") as run:  # a release may cost 0.047, and costs 0.0016
        lines, told = ended(run)
    assert run.returncode == 3, (lines[-1], told)
    verdicts = list(home.verdicts())
    assert 0 < len(verdicts) < 4
    assert all(len(verdict.ballots) == 4 for verdict in verdicts)
    assert spent(home).cost_usd <= 0.049


@at_places("openai")
def test_the_budget_lets_releases_in_whole_over_all_models(there: There, tmp_path: Path) -> None:
    """Each seat is two models' jury: only whole releases are sent, in order, and all have their verdict."""
    home = workspace(tmp_path, releases=4, settings=QUICKLY)
    cheaper = ("--model", "openai/gpt-4.1-nano")  # a release may cost 0.059, and costs 0.002
    with started(there, home, "--budget", "0.062", *cheaper) as run:
        lines, told = ended(run)
    assert run.returncode == 3, (lines[-1], told)
    verdicts = list(home.verdicts())
    assert 0 < len(verdicts) < 4
    assert [verdict.slug for verdict in verdicts] == [f"thing-{number}" for number in range(len(verdicts))]
    assert all(len(ballot.samples) == 2 for verdict in verdicts for ballot in verdict.ballots)
    assert not any(verdict.spoiled for verdict in verdicts)
    assert sum(there.answered().values()) == spent(home).calls == 8 * len(verdicts)
    assert spent(home).cost_usd <= 0.062


@at_places("own")
def test_a_provider_that_refuses_is_told_in_a_sentence(there: There, tmp_path: Path) -> None:
    """A wrong key ends the run with exit code 2, before any release is heard at the full price."""
    there.server.reset(key="another")
    home = workspace(tmp_path, releases=1, settings=QUICKLY)
    with started(there, home) as run:
        _, told = ended(run)
    assert run.returncode == 2
    assert "the key isn't accepted" in told.splitlines()[-1]
    assert "Traceback" not in told
    assert not [each for each in there.server.log() if each["path"] == "/v1/chat/completions"]
