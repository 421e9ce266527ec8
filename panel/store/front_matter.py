"""Front matter: the YAML between two ``---`` lines at the head of a text."""

import re
from dataclasses import dataclass
from pathlib import Path

from panel.errors import DeclarationError
from panel.store.declared import Declared
from panel.store.yaml_lines import read_yaml

_OPENING = re.compile(r"(?:[ \t]*\n)*---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """A text, parted from its front matter."""

    front: Declared | None
    """Its front matter, if it has one."""
    text: str
    """What stands below."""
    hidden: str | None = None
    """What it says without showing it, one passage a line."""


def part(text: str, file: Path) -> Page:
    """Part a text from its front matter.

    Raises:
        DeclarationError: If the front matter has no end, or isn't YAML.
    """
    found = _edges(text, file)
    if not found:
        return Page(None, text)
    start, end, below = found
    front = read_yaml(text[start:end], file, first_line=text.count("\n", 0, start) + 1)
    return Page(front, text[below:])


def halves(text: str, file: Path) -> tuple[str, str]:
    """Return front matter and text as they are written; the front matter is empty if there is none.

    Raises:
        DeclarationError: If the front matter has no end.
    """
    found = _edges(text, file)
    if not found:
        return "", text
    start, end, below = found
    return text[start:end], text[below:]


def _edges(text: str, file: Path) -> tuple[int, int, int] | None:
    """Return where front matter starts, where it ends, and where the text below it starts."""
    opening = _OPENING.match(text)
    if not opening:
        return None
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        problem = "the front matter that begins here has no end; close it with a line '---'"
        raise DeclarationError(problem, file=file, line=text.count("\n", 0, opening.end()))
    return opening.end(), closing.start(), closing.end()
