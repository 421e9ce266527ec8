"""Files of lines on their way to a provider: written model by model, and removed once they are submitted."""

import contextlib
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

OUTGOING = "outgoing-"
STALE_S = 86_400
"""Age in seconds at which a folder of files to be uploaded is taken for one that a killed run left."""


@dataclass
class Parcel:
    """A file of lines that is being written."""

    file: Path
    """Where it is."""
    content: BinaryIO
    """What it is written through."""
    requests: dict[str, None] = field(default_factory=dict)
    """The ids of its lines' requests, in order."""
    size: int = 0
    """Its bytes."""

    def add(self, request: str, line: bytes) -> None:
        """Write a line, unless its request has one."""
        if request in self.requests:
            return
        self.content.write(line)
        self.requests[request] = None
        self.size += len(line)


class Parcels:
    """One file per model, in a folder of this run's own.

    Args:
        folder: Where that folder is made, once there is something to write.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / f"{OUTGOING}{secrets.token_hex(4)}"
        self._open: dict[str, Parcel] = {}

    @property
    def models(self) -> list[str]:
        """The models that have a file."""
        return list(self._open)

    def of(self, model: str) -> Parcel:
        """Return a model's file, a new one if there is none."""
        if model not in self._open:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = self._folder / f"{secrets.token_hex(6)}.jsonl"
            self._open[model] = Parcel(file, file.open("wb"))
        return self._open[model]

    def is_full(self, model: str, more: int, *, requests: int, size: int) -> bool:
        """Whether a line of so many bytes is one too many for what a model's file may hold."""
        parcel = self._open.get(model)
        return parcel is not None and (len(parcel.requests) >= requests or parcel.size + more > size)

    @contextmanager
    def dispatched(self, model: str) -> Iterator[Parcel]:
        """Give a model's file, whole; it is removed with the block."""
        parcel = self._open.pop(model)
        parcel.content.close()
        try:
            yield parcel
        finally:
            parcel.file.unlink(missing_ok=True)

    def close(self) -> None:
        """Remove what was not dispatched."""
        for parcel in self._open.values():
            parcel.content.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove what runs that were killed left to be uploaded."""
    for left in folder.glob(f"{OUTGOING}*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > STALE_S:
                shutil.rmtree(left)
