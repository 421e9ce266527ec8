"""One line of a batch's input: where a release is, or the release itself, or why there is none."""

from pathlib import Path
from typing import Any

from panel.domain.noun import Noun


class Entry(Noun):
    """A release that a batch has before it."""

    place: str
    """Where it was named, for people: a path, or ``launches.jsonl, line 12``."""
    slug: str = ""
    """Name of its folder under ``verdicts/``; empty if it can't be told."""
    path: Path | None = None
    """The release's file or folder; the list's file, if the release came as a row of one."""
    line: int | None = None
    """The row's line in the list, counted from 1."""
    row: dict[str, Any] | None = None
    """The release as a row of a JSONL or CSV file; None if it is a file or folder of its own."""
    content: str = ""
    """Hash of what it was read from: the bytes of its files, or its row; empty if they can't be read."""
    problem: str | None = None
    """Why it can't be heard, in one sentence; None if it can."""
