"""Whether files can be written in a folder, found out before anything is paid for them."""

import errno
import os
import tempfile
from pathlib import Path

from panel.errors import DeclarationError, NoRoom

SAMPLE = bytes(64 * 1024)
"""What is written to see whether there is room: about as much as a verdict with its pages."""

_IN_THE_WAY = frozenset({errno.ENOTDIR, errno.EEXIST})
_CROWDED = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def check_writable(folder: Path) -> None:
    """Write a file without a name into a folder, or into the one in which the folder would be made.

    Raises:
        NoRoom: It can't be written; says why and what to do.
    """
    there = folder
    while not os.path.lexists(there) and there != there.parent:
        there = there.parent
    try:
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(SAMPLE)
            file.flush()
    except OSError as error:
        raise NoRoom(_sentence(error, folder, there)) from None


def check_verdict_writable(verdicts: Path, slug: str) -> None:
    """See whether a verdict can be written, before its panel is paid.

    Raises:
        NoRoom: No verdict can be written in this folder.
        DeclarationError: Others can, but not this one.
    """
    try:
        check_writable(verdicts / slug)
    except NoRoom as error:
        check_writable(verdicts)
        raise DeclarationError(error.problem) from None


def _sentence(error: OSError, folder: Path, there: Path) -> str:
    if error.errno in _IN_THE_WAY:
        return f"{there}: a file stands where a folder should be: move it away"
    if error.errno in _CROWDED:
        return f"{folder}: nothing can be written here ({error.strerror}): make room"
    return f"{folder}: nothing can be written here ({error.strerror}): make {there} writable"
