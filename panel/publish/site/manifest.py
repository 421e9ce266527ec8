"""What a build wrote, and from what: the next one rewrites only what changed, and removes only what is its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final, Literal, NamedTuple

from pydantic import Field, field_validator

from panel.domain.noun import Noun
from panel.errors import DeclarationError
from panel.store.records import write_text_atomically

try:
    import fcntl
except ImportError:  # Windows: two builds at once into one folder aren't kept apart there
    fcntl = None  # type: ignore[assignment]

NAME: Final = ".shipskip-site.json"
"""The manifest's file in the folder of the site; it names nothing that the site doesn't show."""
LOCK: Final = ".shipskip-site.lock"
"""Held while a site is being built."""
PENDING: Final = ""
"""Key of a file that is about to be written: ours already, and not to be trusted."""


class Planned(NamedTuple):
    """A file of the site before it is made."""

    path: str
    """Where it goes, from the site's root on."""
    key: str
    """Hash of everything that it is made from."""
    make: Callable[[], bytes]
    """Makes it."""


class Written(Noun):
    """A file of the site as it was written."""

    key: str
    """Hash of everything that it was made from; empty while it is being written."""
    size: int = 0
    """Its bytes."""


class Manifest(Noun):
    """Every file that builds wrote into a folder."""

    schema_version: Literal[1] = 1
    """Version of this record's form."""
    files: dict[str, Written] = Field(default_factory=dict)
    """By path from the site's root on."""

    @field_validator("files")
    @classmethod
    def _inside(cls, value: dict[str, Written]) -> dict[str, Written]:
        for path in value:
            pure = PurePosixPath(path)
            if pure.is_absolute() or ".." in pure.parts or "\\" in path or not pure.parts:
                raise ValueError(f"{path!r} leads out of the site")
        return value


def read_manifest(out: Path) -> Manifest:
    """Return what was written into a folder; nothing where there is no manifest.

    Raises:
        DeclarationError: If it is damaged.
    """
    file = out / NAME
    if not file.exists():
        return Manifest()
    try:
        return Manifest.model_validate_json(file.read_bytes())
    except (OSError, ValueError):
        problem = "this site's manifest is damaged; remove the folder of the site, or this file and use --force"
        raise DeclarationError(problem, file=file) from None


def write_manifest(out: Path, files: dict[str, Written]) -> None:
    """Write down which files are ours.

    Raises:
        DeclarationError: If it can't be written.
    """
    write_text_atomically(out / NAME, Manifest(files=dict(sorted(files.items()))).model_dump_json())


def stands(out: Path, planned: Planned, written: Written | None) -> bool:
    """Return whether a file is there already, made from the same things."""
    if written is None or written.key != planned.key:
        return False
    try:
        return (out / planned.path).stat().st_size == written.size
    except OSError:
        return False


@contextmanager
def held(out: Path) -> Iterator[None]:
    """Keep a folder for one build at a time; a second one waits for the first.

    Raises:
        DeclarationError: If the folder can't be made or written to.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        file = (out / LOCK).open("wb")
    except OSError as error:
        raise DeclarationError(f"no site can be written there ({error.strerror})", file=out) from None
    with file:
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
