"""Who has got a week's digest already, so that nobody gets it twice when sending is taken up again."""

import json
import os
from pathlib import Path
from typing import Final

from panel.community.secret import workspace_secret
from panel.errors import DeclarationError
from panel.store.workspace import Workspace

FILE: Final = "digest-sent.jsonl"


class SentLog:
    """The recipients of one week's digest, as keyed hashes: no mail address is kept.

    Args:
        home: The workspace.
        week: The week's name.
    """

    def __init__(self, home: Workspace, week: str) -> None:
        self._folder = home.ledger_file.parent
        self._file = self._folder / FILE
        self._week = week
        self._secret = workspace_secret(self._folder)
        self._known = frozenset(self._read())

    def has(self, address: str) -> bool:
        """Whether an address has got it."""
        return self._hash(address) in self._known

    def note(self, address: str) -> None:
        """Note that an address has got it; on the disk when this returns.

        Raises:
            DeclarationError: It can't be written.
        """
        line = json.dumps({"week": self._week, "to": self._hash(address)}) + "\n"
        try:
            with self._file.open("a", encoding="ascii") as file:
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise DeclarationError(f"it can't be written ({error.strerror})", file=self._file) from None

    def _hash(self, address: str) -> str:
        return self._secret.digest("voter", f"digest\0{address.strip().lower()}")

    def _read(self) -> list[str]:
        if not self._file.exists():
            return []
        found = []
        for line in _lines(self._file):
            try:
                entry = json.loads(line)
            except ValueError:  # a line that was cut off by a crash: its mail may be sent once more
                continue
            if isinstance(entry, dict) and entry.get("week") == self._week:
                found.append(str(entry.get("to")))
        return found


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("ascii", errors="replace").splitlines()
    except OSError as error:
        raise DeclarationError(f"it can't be read ({error.strerror})", file=path) from None
