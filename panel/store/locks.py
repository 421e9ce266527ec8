"""Locks between processes: one writer at a time in a folder."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder's lock while the body runs; wait for whoever holds it.

    The system gives the lock back when its holder ends, however it ends. Threads of one process keep each other out
    too. A folder that isn't there yet has nothing to protect and isn't locked.
    """
    handle = _handle(folder)
    if handle is None:
        yield
        return
    try:
        _acquire(handle)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":

    def _handle(folder: Path) -> int | None:
        return os.open(folder / ".lock", os.O_RDWR | os.O_CREAT) if folder.is_dir() else None

    def _acquire(handle: int) -> None:
        while True:
            try:
                msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # gives up after ten seconds
            except OSError:
                continue
            return

else:

    def _handle(folder: Path) -> int | None:
        try:
            return os.open(folder, os.O_RDONLY)  # the folder itself can be locked: no file is left lying about
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _acquire(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)
