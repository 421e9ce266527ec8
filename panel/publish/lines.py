"""Lines for a terminal: wrapped by us, so that they read the same on a screen and through a pipe."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from panel.publish.inert import inert_part

PIPED = 100
"""Columns of text that goes to a pipe or a file, whatever the environment says."""
WIDEST = 100
"""Most columns used on a screen; longer lines tire the eye."""

Words = str | Text
"""Plain words, or words that carry their own style."""


class Lines:
    """Collects lines and prints them; every plain string is made inert on its way in.

    Args:
        console: Where they go.
    """

    def __init__(self, console: Console) -> None:
        self.console = console
        self.width = min(console.width, WIDEST) if console.is_terminal else PIPED
        self._lines: list[Text] = []

    def add(self, *parts: Words, indent: int = 0, hang: int | None = None) -> None:
        """Add a paragraph, wrapped.

        Args:
            parts: What it says, one after another.
            indent: Columns before its first line.
            hang: Columns before its other lines; as the first line's, if absent.
        """
        whole = Text().join(words(part) for part in parts)
        hang = indent if hang is None else hang
        margin = Text(" " * indent)
        for line in whole.wrap(self.console, max(self.width - max(indent, hang), 20)):
            line.rstrip()
            self._lines.append(margin + line)
            margin = Text(" " * hang)

    def gap(self) -> None:
        """Add an empty line, unless there is one already."""
        if self._lines and self._lines[-1].plain:
            self._lines.append(Text())

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[Words]], indent: int = 0) -> None:
        """Add aligned columns, or a labelled paragraph per row where they don't fit side by side."""
        cells = [[words(cell) for cell in row] for row in rows]
        widths = [max(cell_len(cell.plain) for cell in column) for column in zip(words_of(heads), *cells, strict=True)]
        if indent + sum(widths) + 2 * (len(widths) - 1) > self.width:
            for row in cells:
                self.add(row[0], indent=indent)
                pairs = zip(heads[1:], row[1:], strict=True)
                told = [Text.assemble((f"{head} ", "dim"), cell) for head, cell in pairs]
                self.add(Text(" · ").join(told), indent=indent + 2)
            return
        for row in [[Text(head, "dim") for head in heads], *cells]:
            padded = (
                cell + Text(" " * (width - cell_len(cell.plain) + 2)) for cell, width in zip(row, widths, strict=True)
            )
            line = Text(" " * indent).join([Text(), Text().join(padded)])
            line.rstrip()
            self._lines.append(line)

    def print(self) -> None:
        """Print what was collected."""
        for line in self._lines:
            self.console.print(line, soft_wrap=True)


def words(part: Words) -> Text:
    """Return words as text in which no markup, escape sequence or hidden character is left to act."""
    return part if isinstance(part, Text) else Text(inert_part(part))


def words_of(parts: Sequence[Words]) -> list[Text]:
    """Return several words as text."""
    return [words(part) for part in parts]
