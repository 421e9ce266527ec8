"""What an author declared: a mapping that remembers the file and the line of every key."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from panel.errors import DeclarationError
from panel.store.nearest import did_you_mean, listed

Where = tuple[str | int, ...]
"""The way to a value: keys of mappings and numbers of list items, such as ``("moves", 2, "name")``."""


@dataclass(frozen=True)
class Declared:
    """A mapping from a file, with lists as tuples, and the line of everything in it."""

    data: dict[str, Any]
    """The mapping."""
    file: Path
    """The file that it stands in."""
    lines: dict[Where, int] = field(default_factory=dict)
    """Line of every key and list item, counted from 1."""

    def line(self, *where: str | int) -> int | None:
        """Return the line of a value, or of the nearest thing around it whose line is known."""
        for end in range(len(where), 0, -1):
            if where[:end] in self.lines:
                return self.lines[where[:end]]
        return self.lines.get(())

    def error(self, problem: str, *where: str | int) -> DeclarationError:
        """Return the error to raise about a value."""
        return DeclarationError(problem, file=self.file, line=self.line(*where))

    def having(self, data: dict[str, Any]) -> "Declared":
        """Return the same declaration with other data, for keys that were put into their usual form."""
        return replace(self, data=data)

    def refuse_unknown(self, known: Iterable[str], of: str) -> None:
        """Raise a DeclarationError about the first key that isn't known.

        Args:
            known: The keys that may stand here.
            of: What has those keys, such as ``a release``.
        """
        known = list(known)
        for key in self.data:
            if key not in known:
                hint = did_you_mean(key, known) or f"; {of} has {listed(known)}"
                raise self.error(f"unknown key {key!r}{hint}", key)
