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


def part(text: str, file: Path, *, loosely: bool = False) -> Page:
    """Part a text from its front matter.

    Args:
        text: The text.
        file: Where it stands, for errors.
        loosely: Take a value that isn't YAML as text: ``title: Ferrybox: an interview``.

    Raises:
        DeclarationError: If the front matter has no end, or isn't YAML.
    """
    found = _edges(text, file)
    if not found:
        return Page(None, text)
    start, end, below = found
    read = _read_loosely if loosely else read_yaml
    return Page(read(text[start:end], file, first_line=text.count("\n", 0, start) + 1), text[below:])


_KEYED = re.compile(r"(?P<key>[^\W\d_][^\s:]*(?: [^\s:]+)*):(?:[ \t]+(?P<said>.*?))?[ \t]*")
"""A line that sets a key."""


def _read_loosely(front: str, file: Path, *, first_line: int) -> Declared:
    """Read front matter; if it isn't YAML, then with quotes around the values that are no YAML by themselves."""
    try:
        return read_yaml(front, file, first_line=first_line)
    except DeclarationError:
        lines = front.split("\n")
        quoted = (_quoted(line, after, file) for line, after in zip(lines, [*lines[1:], ""], strict=True))
        return read_yaml("\n".join(quoted), file, first_line=first_line)


def _quoted(line: str, after: str, file: Path) -> str:
    """Return a line with its value in quotes if it sets one that isn't YAML and doesn't go on in the line after."""
    found = _KEYED.fullmatch(line)
    if not found or not found["said"] or (after and not _KEYED.fullmatch(after)):
        return line
    try:
        read_yaml(line, file)
    except DeclarationError:
        value = found["said"].replace("'", "''")
        return f"{found['key']}: '{value}'"
    return line


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
