"""Two texts of one persona: as it stands, as it stood at a git revision, or in a file anywhere."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from panel.domain.persona import Persona
from panel.errors import DeclarationError
from panel.store.personas import read_persona
from panel.store.texts import read_text
from panel.store.workspace import Workspace
from panel.store.yaml_lines import read_yaml

_ID = re.compile(r"[a-z][a-z0-9_-]*")
_SECONDS = 30


@dataclass(frozen=True)
class Version:
    """One text of a persona."""

    label: str
    """How it was named, such as ``skeptic@HEAD~1``."""
    persona: Persona
    """The persona as that text has it."""


def read_version(home: Workspace, name: str) -> Version:
    """Return the version of a persona that a name stands for.

    ``skeptic`` is the persona as the workspace has it now, ``skeptic@HEAD~1`` as git has it at that revision, and
    ``drafts/skeptic.yaml`` (or any path that ends in ``.yaml``) as that file has it.

    Raises:
        DeclarationError: There is no such persona, revision or file, or it has a mistake.
    """
    if name.endswith((".yaml", ".yml")) or Path(name).is_file():
        return Version(name, _from_file(Path(name)))
    persona, at, revision = name.partition("@")
    if not at:
        return Version(name, home.persona(name))
    if not _ID.fullmatch(persona) or not revision or revision.startswith("-"):
        raise DeclarationError(f"{name!r} names no version; write PERSONA@REVISION, such as skeptic@HEAD~1")
    return Version(name, _from_git(home.root, persona, revision))


def _from_file(path: Path) -> Persona:
    """Read a persona from a file of whatever name, such as an optimiser's draft."""
    own = read_yaml(read_text(path), path).data.get("id")
    if not isinstance(own, str) or own == path.stem or not _ID.fullmatch(own):
        return read_persona(path)
    with _folder(path, str(path)) as folder:
        for beside in path.parent.glob("*.yaml"):
            shutil.copy(beside, folder / beside.name)
        shutil.copy(path, folder / f"{own}.yaml")
        return read_persona(folder / f"{own}.yaml")


def _from_git(root: Path, persona: str, revision: str) -> Persona:
    label = f"{persona}@{revision}"
    listed = _git(root, "ls-tree", "--full-tree", "--name-only", "-z", f"{revision}:./personas", label=label)
    names = [name for name in listed.split("\0") if name.endswith(".yaml")]
    if f"{persona}.yaml" not in names:
        problem = f"there is no personas/{persona}.yaml at revision {revision!r}"
        raise DeclarationError(f"{problem}; 'git log -- personas' tells where there is one", file=label)
    with _folder(root / "personas" / f"{persona}.yaml", label) as folder:
        for name in names:
            text = _git(root, "show", f"{revision}:./personas/{name}", label=label)
            (folder / Path(name).name).write_text(text, encoding="utf-8")
        return read_persona(folder / f"{persona}.yaml")


@contextmanager
def _folder(path: Path, label: str) -> Iterator[Path]:
    """Lend a folder of its own to a text; mistakes in it are told under the name that it was asked for by."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            yield Path(folder)
        except DeclarationError as error:
            raise DeclarationError(error.problem, file=label, line=error.line) from None
        except OSError as error:
            raise DeclarationError(f"it can't be read ({error.strerror})", file=path) from None


def _git(root: Path, *arguments: str, label: str) -> str:
    git = shutil.which("git")
    if git is None:
        raise DeclarationError("git isn't installed; name two files instead", file=label)
    try:
        done = subprocess.run(  # noqa: S603 - git itself, without a shell, and the revision can't begin with a dash
            [git, "-C", str(root), *arguments],
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise DeclarationError(f"git didn't answer within {_SECONDS} s; try again", file=label) from None
    if done.returncode == 0:
        return done.stdout
    said = " ".join(done.stderr.split()).removeprefix("fatal: ")
    if "not a git repository" in said:
        problem = "the workspace isn't in a git repository, so there is no revision; name two files instead"
        raise DeclarationError(problem, file=label)
    raise DeclarationError(f"git can't find personas there ({said[:200]}); check the revision", file=label)
