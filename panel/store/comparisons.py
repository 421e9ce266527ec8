"""Storing comparisons, so that nothing is written without need and no editor's work is lost."""

from itertools import count
from pathlib import Path

from panel.domain.comparison import Comparison
from panel.domain.verdict import Verdict
from panel.store.locks import locked
from panel.store.records import read_record, record_text, write_new_text, write_text_atomically
from panel.store.texts import read_text


def store_comparison(path: Path, comparison: Comparison) -> Comparison:
    """Write a comparison to its file, unless the stored one was drafted of the same; return the stored one.

    What only editors add (texts, resolutions, state, history) doesn't count as a difference. A stored comparison that
    an editor has worked on is first kept as ``past/<slug>/<n>.json``.

    Raises:
        DeclarationError: If the stored record is damaged, or the new one can't be written.
    """
    with locked(path.parent):
        if path.is_file():
            stored = read_record(path, Comparison)
            if _as_drafted(stored) == _as_drafted(comparison):
                return stored
            if stored.state != "draft":
                _keep(path)
        write_text_atomically(path, record_text(comparison))
    return comparison


def _as_drafted(comparison: Comparison) -> Comparison:
    """Return a comparison as it was before editors saw it, and its verdicts likewise."""
    findings = tuple(finding.model_copy(update={"resolution": None}) for finding in comparison.findings)
    blank = {"history": (), "state": "draft", "findings": findings, "original": {}}
    verdicts = tuple(_drafted(verdict) for verdict in comparison.verdicts)
    return comparison.model_copy(update={**blank, **comparison.original, "verdicts": verdicts})


def _drafted(verdict: Verdict) -> Verdict:
    findings = tuple(finding.model_copy(update={"resolution": None}) for finding in verdict.findings)
    return verdict.model_copy(update={"history": (), "state": "draft", "findings": findings})


def _keep(path: Path) -> None:
    """Copy a record to the first free number among the past ones."""
    text, folder = read_text(path), path.parent / "past" / path.stem
    next(number for number in count(1) if write_new_text(folder / f"{number}.json", text))
