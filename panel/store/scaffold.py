"""A new workspace: the files that ``shipskip init`` writes, never over others."""

from pathlib import Path
from typing import NamedTuple

from panel.errors import DeclarationError
from panel.store.records import write_new_text
from panel.store.texts import read_text

_STARTER = Path(__file__).parent / "starter"
_RENAMED = {"gitignore": ".gitignore"}  # under its own name, the packager would obey it


class Scaffold(NamedTuple):
    """What became of every file of a new workspace."""

    written: tuple[Path, ...]
    """Files that were written."""
    left: tuple[Path, ...]
    """Files that stood there already and were left alone."""


def init(root: Path) -> Scaffold:
    """Write a commented ``panel.toml``, the folders of a workspace and an example release.

    Raises:
        DeclarationError: If something can't be written.
    """
    if root.exists() and not root.is_dir():
        raise DeclarationError("this is a file; name a folder, or one that is to be made", file=root)
    written: list[Path] = []
    left: list[Path] = []
    for source in sorted(each for each in _STARTER.rglob("*") if each.is_file()):
        place = source.relative_to(_STARTER)
        target = root / place.with_name(_RENAMED.get(place.name, place.name))
        (written if write_new_text(target, read_text(source)) else left).append(target)
    return Scaffold(tuple(written), tuple(left))
