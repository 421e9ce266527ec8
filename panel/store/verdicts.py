"""Storing verdicts, so that nothing is written without need and no editor's work is lost."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from panel.domain.verdict import Verdict
from panel.store.locks import locked
from panel.store.records import read_record, record_text, write_new_text, write_text_atomically
from panel.store.texts import read_text


def stored_verdict(path: Path) -> Verdict | None:
    """Return the verdict in a file, if there is one.

    Raises:
        DeclarationError: If the record is damaged.
    """
    return read_record(path, Verdict) if path.exists() else None


def stored_verdicts(folder: Path) -> Iterator[Verdict]:
    """Yield every verdict of a folder, by slug.

    Raises:
        DeclarationError: If a record is damaged.
    """
    for path in sorted(folder.glob("*/verdict.json")):
        yield read_record(path, Verdict)


def store_verdict(path: Path, verdict: Verdict) -> Verdict:
    """Write a verdict to its file, unless the stored one says the same; return the stored one.

    What only editors add (history, state, resolutions) doesn't count as a difference. A stored verdict that has left
    the state of a draft is first kept as ``past/<n>.json``.

    Raises:
        DeclarationError: If the stored record is damaged, or the new one can't be written.
    """
    with locked(path.parent):
        stored = stored_verdict(path)
        if stored is not None:
            if _as_drafted(stored) == _as_drafted(verdict):
                return stored
            if stored.state != "draft":
                _keep(path)
            verdict = _after(stored, verdict)
        write_text_atomically(path, record_text(verdict))
    return verdict


def _after(stored: Verdict, verdict: Verdict) -> Verdict:
    """Return a verdict with the events that were added to the stored one while its panel sat."""
    if verdict.history[: len(stored.history)] == stored.history:
        return verdict
    new = tuple(event for event in verdict.history if event not in stored.history)
    return verdict.model_copy(update={"history": (*stored.history, *new)})


def _as_drafted(verdict: Verdict) -> Verdict:
    findings = tuple(finding.model_copy(update={"resolution": None}) for finding in verdict.findings)
    return verdict.model_copy(update={"history": (), "state": "draft", "findings": findings})


def _keep(path: Path) -> None:
    """Copy a record to the first free number among the past ones."""
    text = read_text(path)
    next(number for number in count(1) if write_new_text(path.parent / "past" / f"{number}.json", text))
