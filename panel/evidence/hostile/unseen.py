"""Characters that no reader sees and a model reads: changes of direction, tags, zero-width and control signs."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_OVERRIDES = re.compile("[\u202d\u202e]")
_EMBEDDINGS = re.compile("[\u202a\u202b\u2066-\u2068]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_TAGS = re.compile("(?<!\U0001f3f4)(?<![\U000e0020-\U000e007f])[\U000e0001-\U000e007f]+")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{3,}")
_RIDDLED = re.compile("(?:[A-Za-z]{1,8}[\u00ad\u200b-\u200d\u2060-\u2064\ufeff\u180e\u034f]){3,}[A-Za-z]")
_SHY = re.compile("\u00ad")
_BY_LETTER = re.compile("(?:[A-Za-z]\u00ad){4}[A-Za-z]")
"""Soft hyphens between single letters, where no word is ever parted."""
_LONG_RUN = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u180e]{6,}")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]|\x1b(?:\\[[0-9;]{0,20}[A-Za-z])?")
_NONE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
_ANY = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
"""What every one of them has; most texts have none."""


class Unseen(NamedTuple):
    """Characters that don't show."""

    what: str
    """One clause about them, with what they spell."""
    start: int
    """Where they stand in the text."""
    spells: str = ""
    """What they spell, if that can be read."""


def unseen(text: str) -> Iterator[Unseen]:
    """Yield what in a text is hidden in characters without a shape.

    Direction marks in Hebrew and Arabic, joiners in emoji and Indic scripts, soft hyphens and single zero-width spaces
    are ordinary and left alone.
    """
    if not _ANY.search(text):
        return
    for found in _TAGS.finditer(text):
        yield Unseen("tag characters", found.start(), "".join(chr(ord(c) - 0xE0000) for c in found.group()))
    for found in _SELECTORS.finditer(text):
        yield Unseen("a row of variation selectors", found.start(), _smuggled(found.group()))
    for found in _OVERRIDES.finditer(text):
        yield Unseen("an override of the direction of writing", found.start())
    if not _RIGHT_TO_LEFT.search(text):
        for found in _EMBEDDINGS.finditer(text):
            yield Unseen("an embedding of another direction of writing", found.start())
    for found in _RIDDLED.finditer(text):
        if len(_SHY.findall(found.group())) * 2 < len(_NONE.findall(found.group())):
            yield Unseen("zero-width characters within words", found.start())
    for found in _BY_LETTER.finditer(text):
        yield Unseen("soft hyphens between letters", found.start())
    for found in _LONG_RUN.finditer(text):
        yield Unseen("a row of zero-width characters", found.start())
    for found in _CONTROLS.finditer(text):
        yield Unseen("a control character", found.start())


def bare(text: str) -> str:
    """Return a text without its unseen characters and with compatibility forms made plain; lines stay lines."""
    return text if text.isascii() and "\x00" not in text else _NONE.sub("", unicodedata.normalize("NFKC", text))


def _smuggled(run: str) -> str:
    """Return the bytes that variation selectors stand for, one each, as text."""
    raw = bytes(ord(c) - 0xFE00 if ord(c) < 0xFE10 else ord(c) - 0xE0100 + 16 for c in run)
    return raw.decode("utf-8", "ignore")
