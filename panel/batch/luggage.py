"""What travels between a batch and the machines that hear its releases: the nodes need no shared disk."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from panel.batch.entry import Entry
from panel.batch.outcome import Outcome
from panel.domain.noun import Noun
from panel.domain.verdict import Verdict
from panel.store.releases import MANIFEST
from panel.store.workspace import Workspace


class Seating(Noun):
    """Who sits, as a batch was told; what isn't said here says the workspace."""

    models: tuple[str, ...] = ()
    """Models for every seat."""
    seats: str | None = None
    """Personas in order."""
    samples: int | None = None
    """Ballots per seat."""
    adaptive: bool | None = None
    """Whether further samples are cast only where they matter."""
    at_once: int | None = None
    """Requests that one task has under way at the same time; None for what the workspace says."""
    correlation: float | None = None
    """Mean correlation between seats over past verdicts, if known."""
    retry: bool = False
    """Whether every spoiled ballot is asked for again."""


class Parcel(Noun):
    """One release on its way to a node."""

    entry: Entry
    """Where it was named, or its row."""
    files: dict[str, bytes] = Field(default_factory=dict)
    """The bytes of its file, or of every file of its folder, by their paths from where it stands."""
    stored: bytes | None = None
    """The record of its verdict, if there is one."""


class Heard(Noun):
    """What came back for one release."""

    outcome: Outcome
    """What became of it."""
    verdict: Verdict | None = None
    """Its new verdict, which the driver writes."""


@dataclass(frozen=True)
class Luggage:
    """What every task needs."""

    version: str
    """The shipskip that packed it."""
    files: Mapping[str, bytes]
    """The workspace's settings, personas and prompts."""
    seating: Seating
    """Who sits."""
    ledger: str
    """URL of the ledger."""


def packed(home: Workspace) -> dict[str, bytes]:
    """Return the files by which a panel sits: settings, personas and prompts."""
    folders = [home.personas_folder, home.prompts_folder]
    files = [each for folder in folders if folder.is_dir() for each in folder.rglob("*") if each.is_file()]
    files += [home.settings_file] if home.settings_file.exists() else []
    return {str(each.relative_to(home.root)): each.read_bytes() for each in files}


def parcel_of(entry: Entry, home: Workspace) -> Parcel:
    """Return an entry with all that it is read from."""
    record = home.verdict_file(entry.slug) if entry.slug else None
    stored = record.read_bytes() if record is not None and record.is_file() else None
    path = entry.path
    if entry.row is not None or path is None or entry.problem is not None:
        return Parcel(entry=entry, stored=stored)
    top = top_of(path)
    within = [top] if top.is_file() else [each for each in sorted(top.rglob("*")) if each.is_file()]
    files = {str(each.relative_to(top.parent)): each.read_bytes() for each in within}
    return Parcel(entry=entry, files=files, stored=stored)


def unpacked(parcel: Parcel, folder: Path, home: Workspace) -> Entry:
    """Put a release's files where they can be read, and its verdict where it is looked for."""
    entry = parcel.entry
    if parcel.stored is not None:
        record = home.verdict_file(entry.slug)
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_bytes(parcel.stored)
    if not parcel.files or entry.path is None:
        return entry
    unpack(parcel.files, folder)
    return entry.model_copy(update={"path": folder / top_of(entry.path).name})


def top_of(path: Path) -> Path:
    """Return the file or folder that a release is."""
    return path.parent if path.name == MANIFEST else path


def unpack(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files by their names into a folder."""
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
