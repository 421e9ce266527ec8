"""Undo, redo, and conflicts: no step and no editor's work is lost."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from panel.domain.verdict import Verdict
from panel.editorial.editing import Edit, ballot_of, edit
from panel.editorial.revision import revision_of
from panel.editorial.undoing import redo, undo
from panel.errors import Conflict, DeclarationError
from panel.store.records import read_record

ROOT = Path(__file__).resolve().parents[2]
FIRST, SECOND = "The paid plan costs $6 per month.", "It has a public API that anyone can call."


def said(verdict):
    """What the skeptic is quoted with."""
    return ballot_of(verdict, "skeptic").quote


def test_steps_are_taken_back_one_by_one_and_again(home, by):
    """Undo goes back step by step, redo forward again, and the history keeps all of it."""
    start = home.verdict("larkspur")
    edit(home, "larkspur", "skeptic", Edit(quote=FIRST), by("Ann"))
    edit(home, "larkspur", "skeptic", Edit(quote=SECOND), by("Ben"))
    assert said(undo(home, "larkspur", by("Cy"))) == FIRST
    bare = undo(home, "larkspur", by("Cy"))
    assert bare.model_copy(update={"history": ()}) == start.model_copy(update={"history": ()})
    with pytest.raises(DeclarationError, match="nothing to undo"):
        undo(home, "larkspur", by())
    assert said(redo(home, "larkspur", by())) == FIRST
    last = redo(home, "larkspur", by())
    assert said(last) == SECOND
    with pytest.raises(DeclarationError, match="nothing to do again"):
        redo(home, "larkspur", by())
    assert said(undo(home, "larkspur", by())) == FIRST
    told = [event.why for event in home.verdict("larkspur").history]
    assert len(told) == len(start.history) + 7
    assert sum(why.startswith("undid") for why in told) == 3


def test_a_new_step_after_an_undo_is_undone_first(home, by):
    """What was undone stays undone; the new step is the one that goes."""
    edit(home, "larkspur", "skeptic", Edit(quote=FIRST), by())
    undo(home, "larkspur", by())
    edit(home, "larkspur", "skeptic", Edit(quote=SECOND), by())
    with pytest.raises(DeclarationError, match="nothing to do again"):
        redo(home, "larkspur", by())
    assert said(undo(home, "larkspur", by())) not in (FIRST, SECOND)


def test_the_second_of_two_editors_is_told(home, by, record):
    """Whoever saves on an old revision gets a conflict that names the other; theirs isn't touched."""
    seen = revision_of(home.verdict("larkspur"))
    edit(home, "larkspur", "skeptic", Edit(quote=FIRST), by("Ann", expected=seen))
    before = record()
    with pytest.raises(Conflict, match="Ann has saved"):
        edit(home, "larkspur", "skeptic", Edit(quote=SECOND), by("Ben", expected=seen))
    assert record() == before


def test_of_many_at_once_exactly_one_wins(home, by):
    """Eight threads on one revision: one step is taken, seven conflicts."""
    seen = revision_of(home.verdict("larkspur"))
    results = []

    def try_it(number):
        try:
            edit(home, "larkspur", "skeptic", Edit(quote=f"{FIRST} {number}."), by(f"Editor {number}", expected=seen))
            results.append("saved")
        except Conflict:
            results.append("conflict")

    threads = [threading.Thread(target=try_it, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == ["conflict"] * 7 + ["saved"]


WRITER = """
import sys
from panel.editorial.editing import Edit, edit
from panel.editorial.saving import Step
from panel.store.workspace import Workspace
from pathlib import Path

home = Workspace(Path(sys.argv[1]))
print("ready", flush=True)
for number in range(int(sys.argv[3])):
    text = f"The paid plan costs $6 per month. Round {number} of {sys.argv[2]}."
    edit(home, "larkspur", "skeptic", Edit(quote=text), Step(who=sys.argv[2]))
    print(number, flush=True)
"""


def writer(home, name, rounds):
    """Start a process that edits again and again."""
    command = [sys.executable, "-c", WRITER, str(home.root), name, str(rounds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})


def test_two_processes_lose_nothing(home):
    """Each of twelve edits by two processes stands in the history, and each replaced record is kept."""
    before = len(home.verdict("larkspur").history)
    with writer(home, "Ann", 6) as ann, writer(home, "Ben", 6) as ben:
        ann.communicate(timeout=60)
        ben.communicate(timeout=60)
    after = home.verdict("larkspur")
    assert [event.who for event in after.history[before:]].count("Ann") == 6
    assert [event.who for event in after.history[before:]].count("Ben") == 6
    folder = home.verdict_file("larkspur").parent / "edits"
    assert {event.replaced for event in after.history[before:]} == {each.stem for each in folder.iterdir()}


@pytest.mark.parametrize("pause", [0.0, 0.013, 0.029, 0.047, 0.071], ids=str)
def test_a_killed_writer_leaves_a_whole_record(home, pause):
    """SIGKILL at any moment of a save leaves the old or the new record, and the next editor can go on."""
    with writer(home, "Ann", 1000) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(2)]
        assert lines[0] == "ready\n"
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
    found = read_record(home.verdict_file("larkspur"), Verdict)
    assert found.history[-1].who == "Ann"
    for kept in (home.verdict_file("larkspur").parent / "edits").glob("*.json"):
        assert revision_of(read_record(kept, Verdict)) == kept.stem
    undo_to = undo(home, "larkspur", _step())
    assert undo_to.history[:-1] == found.history


def _step():
    from panel.editorial.saving import Step

    return Step(who="Ben")
