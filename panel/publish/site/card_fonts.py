"""The letters of the cards: Pillow's own font, or one that the workspace names."""

import unicodedata
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from panel.errors import DeclarationError
from panel.publish.inert import inert

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont


class Fonts:
    """One font in all its sizes.

    Args:
        own: Its file; Pillow's own font, if None.
        said_by: The file that names it, for errors.

    Raises:
        DeclarationError: It can't be read.
    """

    def __init__(self, own: Path | None, said_by: Path) -> None:
        self._own, self._said_by = own, said_by
        self._sizes: dict[int, FreeTypeFont] = {}
        if own is not None:
            self.sized(40)

    def sized(self, size: int) -> "FreeTypeFont":
        """Return the font in a size, in pixels.

        Raises:
            DeclarationError: It can't be read.
        """
        from PIL import ImageFont

        if size not in self._sizes:
            try:
                font = ImageFont.load_default(size) if self._own is None else ImageFont.truetype(self._own, size)
            except (OSError, ValueError) as error:
                problem = f"the cards' font {str(self._own)!r} can't be read ({error}); name a .ttf or .otf file"
                raise DeclarationError(problem, file=self._said_by) from None
            assert isinstance(font, ImageFont.FreeTypeFont)
            self._sizes[size] = font
        return self._sizes[size]

    def drawable(self, text: str) -> str:
        """Return a text with every character that the font lacks in its plain form, or left out."""
        return " ".join("".join(map(self._drawable, inert(text))).split())

    def _drawable(self, character: str) -> str:
        if character.isascii() or self._has(character):
            return character
        plain = unicodedata.normalize("NFKD", character)
        return "".join(each for each in plain if each != character and (each.isascii() or self._has(each)))

    def _has(self, character: str) -> bool:
        return bytes(self.sized(40).getmask(character)) != self._blank

    @cached_property
    def _blank(self) -> bytes:
        """What the font shows for a character that it doesn't have."""
        return bytes(self.sized(40).getmask("\U0010fffd"))
