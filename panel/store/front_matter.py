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


def part(text: str, file: Path) -> Page:
    """Part a text from its front matter.

    Raises:
        DeclarationError: If the front matter has no end, or isn't YAML.
    """
    opening = _OPENING.match(text)
    if not opening:
        return Page(None, text)
    first_line = text.count("\n", 0, opening.end()) + 1
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        problem = "the front matter that begins here has no end; close it with a line '---'"
        raise DeclarationError(problem, file=file, line=first_line - 1)
    front = read_yaml(text[opening.end() : closing.start()], file, first_line=first_line)
    return Page(front, text[closing.end() :])
