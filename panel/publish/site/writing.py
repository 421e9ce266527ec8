"""Writing a site: everything is made first, then moved to its place, so that readers never meet half of a build."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from panel.errors import DeclarationError
from panel.publish.site.manifest import PENDING, Planned, Written, write_manifest

STAGE: Final = ".shipskip-stage"
"""Folder within the site in which files are made before they are moved to their places."""

Progress = Callable[[int, int], None]
"""Told how many files are made, of how many."""


def write_files(
    out: Path, due: Sequence[Planned], gone: Iterable[str], old: dict[str, Written], progress: Progress | None
) -> None:
    """Make what is due, then put it in its place and remove what is gone.

    A mistake met while files are made leaves the site as it was. What is about to be moved is written down first, so
    that it is known for ours, and made again by the next build, if this one is stopped on the way.

    Args:
        out: The site's folder.
        due: The files to be made.
        gone: Files of earlier builds that the site doesn't have any more.
        old: The files of earlier builds.
        progress: Told how far it is.

    Raises:
        DeclarationError: A file can't be made, written or removed.
    """
    with _stage(out) as stage:
        made: dict[str, Written] = {}
        for number, each in enumerate(due, start=1):
            raw = each.make()
            made[each.path] = Written(key=each.key, size=len(raw))
            if not _same(out / each.path, raw):
                _put(stage / each.path, raw)
            if progress is not None:
                progress(number, len(due))
        write_manifest(out, {**old, **{path: Written(key=PENDING) for path in made}})
        if hasattr(os, "sync"):
            os.sync()  # what is moved below is on the disk before it replaces anything
        for path in made:
            if (stage / path).exists():
                _move(stage / path, out / path)
        for path in gone:
            _remove(out, path)
        left = {path: written for path, written in old.items() if path not in gone}
        write_manifest(out, {**left, **made})


@contextmanager
def _stage(out: Path) -> Iterator[Path]:
    """Give a folder in which files can be made, empty at first and gone at last."""
    stage = out / STAGE
    shutil.rmtree(stage, ignore_errors=True)
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _same(path: Path, raw: bytes) -> bool:
    """Return whether these very bytes stand there already."""
    try:
        return path.stat().st_size == len(raw) and path.read_bytes() == raw
    except OSError:
        return False


def _put(path: Path, raw: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    except OSError as error:
        raise DeclarationError(f"it can't be written ({error.strerror})", file=path) from None


def _move(made: Path, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        made.replace(path)
    except OSError as error:
        raise DeclarationError(f"it can't be written ({error.strerror})", file=path) from None


def _remove(out: Path, path: str) -> None:
    """Remove one of our files, and the folders that it leaves empty."""
    file = out / path
    try:
        file.unlink(missing_ok=True)
        for folder in file.parents:
            if folder == out or any(folder.iterdir()):
                return
            folder.rmdir()
    except OSError:  # a folder was removed or filled meanwhile; what counts is that the file is gone
        if file.exists():
            raise DeclarationError("it can't be removed", file=file) from None
