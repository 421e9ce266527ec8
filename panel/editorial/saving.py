"""Saving an editor's step: nobody's work is written over, and every step can be taken back."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from panel.domain.noun import Noun
from panel.domain.verdict import Event, Verdict
from panel.editorial.revision import revision_of
from panel.errors import Conflict, DeclarationError
from panel.publish.pages import verdict_html, verdict_markdown
from panel.store.locks import locked
from panel.store.records import read_record, record_text, write_if_new, write_new_text, write_text_atomically
from panel.store.verdicts import earlier_verdict
from panel.store.workspace import Workspace

LONGEST_NAME = 80
"""Characters of an editor's name."""
LONGEST_REASON = 2_000
"""Characters of a reason."""
EDITS = "edits"
"""Folder beside a verdict with the records that editors' steps have replaced, by revision."""


class Step(Noun):
    """One editor's step, as it is asked for."""

    who: str
    """The editor's name."""
    why: str = ""
    """The reason, in the editor's words."""
    expected: str | None = None
    """Revision that the editor was looking at; None to take whatever stands there."""


def standing(home: Workspace, slug: str) -> Verdict:
    """Return the verdict on a release.

    Raises:
        DeclarationError: There is none, or its record is damaged.
    """
    verdict = home.verdict(slug)
    if verdict is None:
        raise DeclarationError(f"there is no verdict on {slug!r}; make one with 'shipskip review {slug}'")
    return verdict


def save_step(
    home: Workspace,
    slug: str,
    step: Step,
    work: Callable[[Verdict], Verdict],
    done: str,
    *,
    restored: str | None = None,
    redone: str | None = None,
) -> Verdict:
    """Change a stored verdict and write it with its pages; return what stands now.

    The record that is replaced is kept as ``edits/<revision>.json`` first. A step that changes nothing isn't recorded.

    Args:
        home: The workspace.
        slug: Which verdict.
        step: Who takes the step, why, and on which revision.
        work: Returns the changed verdict; its last event's state is the new verdict's.
        done: What is done, in a few words, for the history.
        restored: Revision that the step goes back to, if it is an undo.
        redone: Revision that the step goes to, if it takes an undo back.

    Raises:
        Conflict: Somebody has saved another revision in between; nothing was written.
        DeclarationError: The step isn't allowed, or can't be written.
    """
    who = checked_name(step.who)
    why = one_reason(step.why)
    folder = home.verdict_file(slug).parent
    with locked(folder):
        stored = standing(home, slug)
        found = revision_of(stored)
        if step.expected is not None and step.expected != found:
            raise Conflict(_conflict(stored))
        changed = work(stored)
        if changed == stored:
            return stored
        event = Event(
            at=dt.datetime.now(dt.UTC),
            who=who,
            state=changed.state,
            why=f"{done}: {why}" if why else done,
            replaced=found,
            restored=restored,
            redone=redone,
        )
        changed = changed.model_copy(update={"history": (*stored.history, event)})
        write_new_text(folder / EDITS / f"{found}.json", record_text(stored))
        write_text_atomically(folder / "verdict.json", record_text(changed))
        write_pages(folder, changed)
    return changed


def replaced_record(home: Workspace, slug: str, revision: str) -> Verdict:
    """Return the record that an editor's step replaced.

    Raises:
        DeclarationError: It isn't kept any more, or is damaged.
    """
    if not (revision.isalnum() and revision.isascii() and len(revision) <= 64):
        raise DeclarationError(f"{revision!r} is no revision")
    file = home.verdict_file(slug).parent / EDITS / f"{revision}.json"
    if not file.is_file():
        raise DeclarationError("the record before this step isn't kept any more, so it can't be undone", file=file)
    return read_record(file, Verdict)


def write_pages(folder: Path, verdict: Verdict) -> None:
    """Write a verdict's pages beside its record.

    Raises:
        DeclarationError: They can't be written.
    """
    earlier = earlier_verdict(folder / "verdict.json")
    write_if_new(folder / "verdict.md", verdict_markdown(verdict, earlier))
    write_if_new(folder / "verdict.html", verdict_html(verdict, earlier))


def checked_name(who: str) -> str:
    """Return an editor's name on one line.

    Raises:
        DeclarationError: There is none, or it is too long.
    """
    name = " ".join(who.split())
    if not name:
        raise DeclarationError("every step has somebody's name; give yours")
    if len(name) > LONGEST_NAME:
        raise DeclarationError(f"a name has at most {LONGEST_NAME} characters, and this one has {len(name)}")
    return name


def one_reason(why: str) -> str:
    """Return a reason on one line; empty if there is none.

    Raises:
        DeclarationError: It is too long.
    """
    reason = " ".join(why.split())
    if len(reason) > LONGEST_REASON:
        raise DeclarationError(f"a reason has at most {LONGEST_REASON} characters, and this one has {len(reason)}")
    return reason


def needed_reason(why: str, what: str) -> str:
    """Return a reason that must be given.

    Raises:
        DeclarationError: There is none.
    """
    reason = one_reason(why)
    if not reason:
        raise DeclarationError(f"{what} needs a reason; say why")
    return reason


def _conflict(stored: Verdict) -> str:
    last = stored.history[-1] if stored.history else None
    if last is None:
        return "somebody else has saved this verdict since you opened it; look at theirs, then repeat your step"
    return (
        f"{last.who} has saved this verdict since you opened it ({last.why}, {last.at:%H:%M} UTC); "
        "nothing of theirs was written over: look at it, then repeat your step"
    )
