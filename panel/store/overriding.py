"""Which file wins, the workspace's or the shipped one; and copying a shipped one in order to change it."""

from pathlib import Path
from typing import Literal, NamedTuple

from panel.errors import DeclarationError
from panel.store.nearest import did_you_mean, listed
from panel.store.records import write_new_text
from panel.store.shipped import Kind, shipped_folder
from panel.store.texts import read_text

Declaration = Literal["persona", "prompt"]

_FOLDERS: dict[Declaration, Kind] = {"persona": "personas", "prompt": "prompts"}
_SUFFIXES: dict[Declaration, str] = {"persona": ".yaml", "prompt": ".j2"}


class Found(NamedTuple):
    """The file that wins."""

    path: Path
    """Where it is."""
    hash: str
    """SHA-256 that recipes and verdicts know it by, with all that it builds on."""
    origin: Literal["workspace", "shipped"]
    """Whose it is."""


def winning_file(root: Path, kind: Declaration, name: str) -> tuple[Path, Literal["workspace", "shipped"]]:
    """Return the file that a persona's or prompt's name stands for in a workspace, and whose it is.

    Raises:
        DeclarationError: If there is none.
    """
    own, shipped = root / _FOLDERS[kind], shipped_folder(_FOLDERS[kind])
    if found := _files(own, kind).get(_bare(kind, name)):
        return found, "workspace"
    if found := _files(shipped, kind).get(_bare(kind, name)):
        return found, "shipped"
    known = sorted({*_files(own, kind), *_files(shipped, kind)})
    hint = did_you_mean(_bare(kind, name), known) or f"; there are {listed(known)}"
    raise DeclarationError(f"there is no {kind} {name!r}{hint}")


def copy_shipped(root: Path, kind: Declaration, name: str) -> Path:
    """Copy a shipped persona or prompt into a workspace, where it wins from now on; return the copy.

    Raises:
        DeclarationError: If there is no such shipped file, or the workspace has its own already.
    """
    files = _files(shipped_folder(_FOLDERS[kind]), kind)
    source = files.get(_bare(kind, name))
    if source is None:
        hint = did_you_mean(_bare(kind, name), files) or f"; there are {listed(files)}"
        raise DeclarationError(f"no {kind} {name!r} comes with shipskip{hint}")
    target = root / _FOLDERS[kind] / source.name
    if not write_new_text(target, read_text(source)):
        raise DeclarationError(
            f"the workspace has its own {kind} {source.stem!r} already; change that one", file=target
        )
    return target


def _files(folder: Path, kind: Declaration) -> dict[str, Path]:
    if not folder.is_dir():
        return {}
    return {path.stem: path for path in sorted(folder.glob(f"*{_SUFFIXES[kind]}")) if not path.name.startswith(".")}


def _bare(kind: Declaration, name: str) -> str:
    return name.removesuffix(_SUFFIXES[kind])
