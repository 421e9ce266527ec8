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

    What only editors add (history, state, resolutions) doesn't count as a difference. A stored verdict is first kept as
    ``past/<n>.json`` if it has left the state of a draft, or if the dossier or a vote has changed since.

    Raises:
        DeclarationError: If the stored record is damaged, or the new one can't be written.
    """
    with locked(path.parent):
        stored = stored_verdict(path)
        if stored is not None:
            if _as_drafted(stored) == _as_drafted(verdict):
                return stored
            if stored.state != "draft" or _moved(stored, verdict):
                _keep(path)
            verdict = _after(stored, verdict)
        write_text_atomically(path, record_text(verdict))
    return verdict


def past_files(path: Path) -> list[Path]:
    """Return the files of the verdicts that stood in a verdict's place before, the oldest first."""
    found = (each for each in (path.parent / "past").glob("*.json") if each.stem.isdigit())
    return sorted(found, key=lambda each: int(each.stem))


def earlier_verdict(path: Path) -> Verdict | None:
    """Return the verdict that stood in a verdict's place before the present one, if one is kept.

    Raises:
        DeclarationError: If its record is damaged.
    """
    kept = past_files(path)
    return stored_verdict(kept[-1]) if kept else None


def _moved(stored: Verdict, verdict: Verdict) -> bool:
    """Whether a panel judged other evidence, or voted otherwise."""
    votes = [{ballot.persona: ballot.vote for ballot in each.ballots} for each in (stored, verdict)]
    return votes[0] != votes[1] or stored.provenance.dossier != verdict.provenance.dossier


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
