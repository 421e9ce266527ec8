"""Runs in bulk that are killed, fall asleep or meet: whoever goes on, nothing is sent twice and nothing is lost."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from panel.llm.bulk.books import BulkBooks
from panel.llm.bulk.pace import Pace
from panel.store.workspace import Workspace
from tests.batch.bulk_places import OWN, PLACES, There, sent, spent, workspace

ROOT = Path(__file__).resolve().parents[2]


def running_elsewhere(home: Workspace, model: str) -> "subprocess.Popen[str]":
    """Begin the engine in a process of its own."""
    command = [sys.executable, str(ROOT / "tests/batch/bulk_run.py"), str(home.root), model]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def heard(run: "subprocess.Popen[str]", words: str) -> None:
    """Wait until a run has said something."""
    assert run.stdout is not None
    assert any(words in line for line in iter(run.stdout.readline, ""))


def killed(there: There, home: Workspace, when: Callable[[list[dict[str, Any]]], bool], after: float = 0.0) -> None:
    """Run the engine in a process of its own and kill it once the server's log says so, or when it has ended."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(ROOT / "tests/batch/bulk_run.py"), str(home.root), there.place.model]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not when(there.server.log()):
            time.sleep(0.01)
        time.sleep(after)
        process.send_signal(signal.SIGKILL)


def was_created(there: There) -> Callable[[list[dict[str, Any]]], bool]:
    """Whether a batch was begun, by the server's log."""
    return lambda log: any(each["path"] == there.place.creates and each.get("fate") for each in log)


@OWN
def test_a_run_that_waits_for_a_dead_one_takes_over(there: There, tmp_path: Path) -> None:
    """The submitter is killed while a second run waits for it: that run finds the batch and ends by itself."""
    there.server.reset(hold_s=2.0, batch_s=0.2)
    home = workspace(tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(ROOT / "tests/batch/bulk_run.py"), str(home.root), there.place.model]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as submitter:
        while submitter.poll() is None and not was_created(there)(there.server.log()):
            time.sleep(0.01)
        told: list[str] = []

        def tell(sentence: str) -> None:
            told.append(sentence)
            if "is about to submit" in sentence:
                submitter.send_signal(signal.SIGKILL)
                submitter.wait()

        returned = sent(home, there.place.model, tell)
    assert any("is about to submit" in each for each in told)
    assert (returned.sent, returned.answered) == (0, 12)
    assert (there.created(), set(there.answered().values())) == (1, {1})


@OWN
@pytest.mark.parametrize("arrived", [False, True], ids=["unsent", "sent"])
def test_a_run_that_waits_for_a_killed_ones_submission_takes_it_over(
    there: There, tmp_path: Path, arrived: bool
) -> None:
    """SIGKILL in the middle of a submission for which another run waits: that one finishes, and all is sent once."""
    if arrived:
        there.server.reset(hold_s=30.0, batch_s=0.3)
    else:
        there.server.reset(creating=["429"] * 60, batch_s=0.3)
    home = workspace(tmp_path)
    with running_elsewhere(home, there.place.model) as first:
        creating = was_created(there)
        while first.poll() is None and not creating(there.server.log()):
            time.sleep(0.01)
        first.send_signal(signal.SIGSTOP)
        with running_elsewhere(home, there.place.model) as second:
            heard(second, "Another process is about to submit 12 calls")
            first.send_signal(signal.SIGKILL)
            first.wait()
            if not arrived:
                there.server.reset(batch_s=0.3)
            said, _ = second.communicate(timeout=60)
    assert second.returncode == 0, said
    assert ("was found again" in said) == arrived
    assert f"sent={0 if arrived else 12} answered=12" in said
    assert (there.created(), set(there.answered().values())) == (1, {1})
    assert spent(home).calls == 12


@OWN
def test_a_submitter_that_has_gone_silent_is_taken_for_dead(there: There, tmp_path: Path) -> None:
    """Of a process on another machine nothing is known but that it stopped renewing its claim: then it is void."""
    home = workspace(tmp_path)
    there.server.reset(hold_s=30.0, batch_s=0.3)
    killed(there, home, was_created(there))
    elsewhere = "update claims set holder = 'elsewhere/1:1:ab', until = "
    with sqlite3.connect(home.ledger) as link:
        link.execute(elsewhere + str(time.time() + 3))
    link.close()
    told: list[str] = []
    returned = sent(home, there.place.model, told.append)
    assert (returned.sent, returned.answered, there.created()) == (0, 12, 1)
    assert any("Another process is about to submit" in each for each in told)


@OWN
def test_two_runs_at_once_wait_for_one_batch(there: There, tmp_path: Path) -> None:
    """Whoever comes second waits for the batch of the first, and asks nothing that is under way there."""
    there.server.reset(batch_s=1.0)
    home = workspace(tmp_path)
    with running_elsewhere(home, there.place.model) as first, running_elsewhere(home, there.place.model) as second:
        said = [run.communicate(timeout=60)[0] for run in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0], said
    assert all("of 12 answers" in each for each in said), said
    assert (there.created(), set(there.answered().values())) == (1, {1})
    assert spent(home).calls == 12


@pytest.mark.parametrize("_running", [PLACES["own"], PLACES["anthropic"]], ids=["own", "anthropic"], indirect=True)
def test_killed_before_it_knows_the_batchs_id_it_finds_it_again(there: There, tmp_path: Path) -> None:
    """SIGKILL between the batch's creation and the answer that names it: the next run adopts it."""
    there.server.reset(hold_s=2.0, batch_s=0.5)
    home = workspace(tmp_path)
    killed(there, home, was_created(there))
    books = BulkBooks(home.ledger)
    assert [each.state for each in books.open()] == ["sending"]
    books.close()
    told: list[str] = []
    returned = sent(home, there.place.model, told.append)
    assert (returned.sent, returned.answered) == (0, 12)
    assert any("was found again" in each for each in told)
    assert (there.created(), set(there.answered().values())) == (1, {1})


@OWN
def test_killed_at_any_moment_nothing_is_sent_twice(there: There, tmp_path: Path) -> None:
    """SIGKILL while it uploads, polls, downloads or enters, six times: every call was answered once in the end."""
    there.server.reset(batch_s=0.6, expires=None)
    home = workspace(tmp_path, releases=20)
    for number, after in enumerate((0.0, 0.05, 0.3, 0.7, 0.75, 0.9)):
        killed(there, home, lambda log, least=number: len(log) > least, after)
    sent(home, there.place.model)
    assert len(there.answered()) == 80
    assert (there.created(), set(there.answered().values())) == (1, {1})
    found = spent(home)
    assert found.calls == 80


@OWN
def test_interrupted_it_leaves_the_batch_running_and_says_how_to_collect(there: There, tmp_path: Path) -> None:
    """Ctrl-C ends the run at once; the next one collects."""
    there.server.reset(batch_s=8.0)
    home = workspace(tmp_path)
    command = [sys.executable, str(ROOT / "tests/batch/bulk_run.py"), str(home.root), there.place.model]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as run:
        while not was_created(there)(there.server.log()):
            time.sleep(0.05)
        time.sleep(0.2)
        run.send_signal(signal.SIGINT)
        said, _ = run.communicate(timeout=20)
    assert "the same command collects them" in said
    assert "Traceback" not in said
    returned = sent(home, there.place.model)
    assert (returned.sent, returned.answered, there.created()) == (0, 12, 1)


def voided(home: Workspace) -> None:
    """Let half a minute pass for whoever holds a claim: of a process that stands still, nobody renews it."""
    with sqlite3.connect(home.ledger) as link:
        link.execute("update claims set until = 0")
    link.close()


@contextmanager
def asleep(there: There, home: Workspace) -> Iterator["subprocess.Popen[str]"]:
    """Start a run, stop its process where it stands while it begins a batch, and let its claim become void."""
    with running_elsewhere(home, there.place.model) as sleeper:
        creating = was_created(there)
        while sleeper.poll() is None and not creating(there.server.log()):
            time.sleep(0.01)
        sleeper.send_signal(signal.SIGSTOP)
        try:
            voided(home)
            yield sleeper
        finally:
            if sleeper.poll() is None:
                sleeper.kill()  # a test that fails would wait for ever for one that stands still


@OWN
def test_a_submitter_that_wakes_up_sends_nothing_that_was_taken_over(there: There, tmp_path: Path) -> None:
    """It stood still between two attempts for longer than its claim holds: another run has sent its calls since."""
    there.server.reset(creating=["429"], batch_s=0.3)
    home = workspace(tmp_path)
    with asleep(there, home) as sleeper:
        returned = sent(home, there.place.model)
        sleeper.send_signal(signal.SIGCONT)
        said, _ = sleeper.communicate(timeout=60)
    assert sleeper.returncode == 0, said
    assert "another run has taken over 12 calls" in said
    assert (returned.sent, returned.answered) == (12, 12)
    assert (there.created(), set(there.answered().values())) == (1, {1})
    assert spent(home).calls == 12


@OWN
def test_a_batch_that_was_begun_too_late_is_cancelled(there: There, tmp_path: Path) -> None:
    """It stood still while the provider took its time: another run sent the calls again, so the late batch goes."""
    there.server.reset(creating=["late"], hold_s=6.0, batch_s=8.0)
    home = workspace(tmp_path)
    with asleep(there, home) as sleeper, running_elsewhere(home, there.place.model) as other:
        heard(other, "sent batch")
        sleeper.send_signal(signal.SIGCONT)
        said, _ = sleeper.communicate(timeout=60)
        other.communicate(timeout=60)
    assert [sleeper.returncode, other.returncode] == [0, 0], said
    assert "was begun too late, another run sees to them; it was cancelled" in said
    assert sum(each["path"].endswith("/cancel") for each in there.server.log()) == 1
    assert set(there.answered().values()) == {1}
    assert spent(home).calls == 12


@OWN
def test_a_submitter_that_is_found_again_while_it_slept_just_goes_on(there: There, tmp_path: Path) -> None:
    """Its batch was begun, and another run has noted it meanwhile: that is its batch, and nothing is cancelled."""
    there.server.reset(hold_s=2.0, batch_s=0.3)
    home = workspace(tmp_path)
    with asleep(there, home) as sleeper:
        returned = sent(home, there.place.model)
        sleeper.send_signal(signal.SIGCONT)
        said, _ = sleeper.communicate(timeout=60)
    assert sleeper.returncode == 0, said
    assert (returned.sent, returned.answered) == (0, 12)
    assert (there.created(), set(there.answered().values())) == (1, {1})
    assert not [each for each in there.server.log() if each["path"].endswith("/cancel")]


PATIENT = Pace(first_s=0.05, longest_s=0.1, listed_s=4.0)


@OWN
def test_a_batch_that_its_provider_lists_late_is_found_all_the_same(there: There, tmp_path: Path) -> None:
    """Killed before it knew the batch's id: the list doesn't show it for a while, and it isn't sent again."""
    there.server.reset(hold_s=30.0, batch_s=0.3, unlisted_s=2.0)
    home = workspace(tmp_path)
    killed(there, home, was_created(there))
    returned = sent(home, there.place.model, pace=PATIENT)
    assert (returned.sent, returned.answered) == (0, 12)
    assert (there.created(), set(there.answered().values())) == (1, {1})


@pytest.mark.parametrize("_running", [PLACES["own"], PLACES["anthropic"]], ids=["own", "anthropic"], indirect=True)
def test_an_answer_that_was_lost_is_no_reason_to_send_again(there: There, tmp_path: Path) -> None:
    """The provider began the batch, broke off, and lists it only later: it is waited for before another attempt."""
    there.server.reset(creating=["lost"], batch_s=0.3, unlisted_s=2.0)
    returned = sent(workspace(tmp_path), there.place.model, pace=PATIENT)
    assert (returned.sent, returned.answered) == (12, 12)
    assert (there.created(), set(there.answered().values())) == (1, {1})
