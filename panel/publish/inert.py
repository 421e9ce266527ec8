"""What sources and models wrote, made harmless wherever it is shown."""

import re

from panel.evidence.visible import one_line, visible

_NONCHARACTERS = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""Code points that Unicode will never assign and that HTML forbids."""


def inert(text: str) -> str:
    """Return a text on one line with nothing in it that acts on a terminal or a page.

    Control and bidi characters and non-characters are shown as ``⟨U+202E⟩``. Marks that mean something to HTML or
    Markdown stay: each kind of page escapes its own.
    """
    shown = one_line(visible(one_line(text)))  # a mark that is dropped may leave a space at an edge, or two together
    return _NONCHARACTERS.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", shown)


def inert_part(text: str) -> str:
    """Return part of a longer text made inert, with the spaces that join it to its neighbours."""
    core = inert(text)
    before, after = text[:1].isspace(), text[-1:].isspace() and bool(core)
    return f"{' ' * before}{core}{' ' * after}"
