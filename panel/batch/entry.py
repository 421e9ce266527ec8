"""One line of a batch's input: where a release is, or the release itself, or why there is none."""

from pathlib import Path

from panel.domain.noun import Noun
from panel.domain.release import Release


class Entry(Noun):
    """A release that a batch has before it."""

    place: str
    """Where it was named, for people: a path, or ``launches.jsonl, line 12``."""
    slug: str
    """Name of its folder under ``verdicts/``; empty if it can't be told."""
    path: Path | None = None
    """The release's file or folder; None if the release came inline."""
    release: Release | None = None
    """The release, if it came inline, as a row of a JSONL or CSV file."""
    content: str
    """Hash of what it was read from: the bytes of its files, or of its row; empty if they can't be read."""
    problem: str | None = None
    """Why it can't be heard, in one sentence; None if it can."""
