"""Examinations that were made before: sources that haven't changed aren't read by the rules a second time."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

import panel
from panel.domain.examination import Examination
from panel.domain.noun import Noun, fingerprint
from panel.domain.release import Dossier
from panel.errors import DeclarationError
from panel.store.records import read_record, write_record
from panel.store.workspace import Workspace
from panel.version import __version__

FOLDER: Final = "examined"
"""Where they are, beside the ledger, a file for each release; it may be removed at any time."""
_RULES: Final = ("evidence", "domain")
"""The folders of the package whose files decide what is found."""


class Kept(Noun):
    """An examination, and what it was made from."""

    made_from: str
    """Fingerprint of the release with its sources, and of the rules that read them."""
    examination: Examination
    """What they found."""


def examined(home: Workspace, dossier: Dossier) -> Examination:
    """Return what the rules find in a dossier's sources: as it is kept, if sources and rules are as they were.

    What is found anew is kept for the next time; where it can't be written, it is found anew the next time as well.

    Args:
        home: The workspace.
        dossier: The sources of one of its releases.
    """
    if (known := kept_examination(home, dossier)) is not None:
        return known
    from panel.evidence.examining import examine  # the rules take a third of a second to load

    found = examine(dossier)
    _keep(_file(home, dossier), Kept(made_from=_made_from(dossier), examination=found))
    return found


def kept_examination(home: Workspace, dossier: Dossier) -> Examination | None:
    """Return what was found in a dossier's sources before, if sources and rules are as they were."""
    kept = _kept(_file(home, dossier))
    return kept.examination if kept is not None and kept.made_from == _made_from(dossier) else None


def _file(home: Workspace, dossier: Dossier) -> Path:
    return home.root / ".shipskip" / FOLDER / f"{dossier.release.slug}.json"


def _made_from(dossier: Dossier) -> str:
    return fingerprint([dossier.release, rules_stamp()])


@cache
def rules_stamp() -> str:
    """Return what changes with the rules: versions (of what cuts sentences too), names, sizes and times of files."""
    root = Path(panel.__file__).parent
    files = sorted((str(file.relative_to(root)), *stamp) for name in _RULES for file, *stamp in _stamps(root / name))
    return fingerprint([__version__, list(sys.version_info[:2]), version("sentencex"), files])


def _stamps(folder: Path) -> Iterator[tuple[Path, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".json")):
                at = entry.stat()
                yield Path(entry.path), at.st_mtime_ns, at.st_size
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _stamps(Path(entry.path))


def _kept(file: Path) -> Kept | None:
    try:
        return read_record(file, Kept)
    except DeclarationError:  # nothing is kept, or nothing that can be read: it is made again
        return None


def _keep(file: Path, kept: Kept) -> None:
    try:
        write_record(file, kept)
    except DeclarationError:  # a workspace that can only be read is checked all the same
        return
