"""One card while it is drawn: words that fit, a percentage on its track, the seats, and who really voted."""

import io
from typing import TYPE_CHECKING, Final

from panel.publish.site.card_fonts import Fonts
from panel.publish.site.listing import Listing

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

WIDTH: Final = 1200
HEIGHT: Final = 630
_EDGE: Final = 80
PAGE: Final = "#faf9f6"
INK: Final = "#1c1c1a"
SOFT: Final = "#5b5a55"
LINE: Final = "#dcd9d0"
ACCENT: Final = "#1f4f8f"
SHIP: Final = "#14693f"
SKIP: Final = "#a12c20"
_STEPS: Final = 32
"""Shades between a colour and the page: what smooth edges need."""


class CardSheet:
    """One card while it is drawn, from its top down.

    Args:
        fonts: Its letters.
        title: What the site is called.
    """

    def __init__(self, fonts: Fonts, title: str) -> None:
        from PIL import Image, ImageDraw

        self._fonts, self._title = fonts, title
        self._picture = Image.new("RGB", (WIDTH, HEIGHT), PAGE)
        self._draw = ImageDraw.Draw(self._picture)
        self._draw.rectangle((0, 0, WIDTH, 12), fill=ACCENT)
        self._y = _EDGE

    def words(self, text: str, sizes: tuple[int, int], *, colour: str = INK, lines: int) -> None:
        """Write a paragraph in the largest size in which it fits; what doesn't fit in the smallest is cut."""
        text = self._fonts.drawable(text)
        if not text:
            return
        largest, smallest = sizes
        for size in range(largest, smallest - 1, -4):
            font, wrapped = self._fonts.sized(size), self._wrapped(text, self._fonts.sized(size))
            if len(wrapped) <= lines:
                break
        if len(wrapped) > lines:
            wrapped = [*wrapped[: lines - 1], self._cut(" ".join(wrapped[lines - 1 :]), font)]
        for line in wrapped:
            self._draw.text((_EDGE, self._y), line, font=font, fill=colour)
            self._y += round(font.size * 1.25)
        self._y += 14

    def count(self, listing: Listing) -> None:
        """Draw the percentage, its interval on a track, and the seats."""
        self._y = max(self._y + 10, 376)
        number = self._fonts.sized(96)
        self._draw.text((_EDGE, self._y - 14), listing.count, font=number, fill=INK)
        left = _EDGE + max(self._draw.textlength(listing.count, font=number), 200) + 40
        self._draw.text((left, self._y - 8), "simulated panel ship", font=self._fonts.sized(28), fill=SOFT)
        if listing.interval is not None and listing.percent is not None:
            self._track(left + 8, self._y + 62, listing.percent, listing.interval)
        for number_, seat in enumerate(listing.seats[:8]):
            self._seat(WIDTH - _EDGE - 46 * (min(len(listing.seats), 8) - number_) + 6, self._y + 40, seat.vote)

    def foot(self, disclosure: str) -> None:
        """Write who really voted, and whose site it is."""
        self._draw.line((_EDGE, HEIGHT - 122, WIDTH - _EDGE, HEIGHT - 122), fill=LINE, width=2)
        small, title = self._fonts.sized(24), self._fonts.sized(28)
        self._draw.text((_EDGE, HEIGHT - 102), self._cut(disclosure, small), font=small, fill=SOFT)
        self._draw.text((_EDGE, HEIGHT - 66), self._cut(self._title, title), font=title, fill=ACCENT)

    def png(self) -> bytes:
        """Return the picture; a palette of its few colours keeps it small."""
        from PIL import Image

        colours = Image.new("P", (1, 1))
        colours.putpalette(palette())
        out = io.BytesIO()
        flat = self._picture.quantize(palette=colours, dither=Image.Dither.NONE)
        flat.save(out, "PNG", compress_level=6)
        return out.getvalue()

    def _track(self, x: float, y: float, percent: int, interval: tuple[int, int]) -> None:
        low, high = (x + 4.2 * each for each in interval)
        self._draw.rounded_rectangle((x, y - 6, x + 420, y + 6), 6, fill=LINE)
        self._draw.rounded_rectangle((low, y - 6, max(high, low + 1), y + 6), 6, fill=ACCENT)
        middle = x + 4.2 * percent
        self._draw.ellipse((middle - 15, y - 15, middle + 15, y + 15), fill=ACCENT, outline=PAGE, width=4)

    def _seat(self, x: float, y: float, vote: str) -> None:
        """Draw one seat: a full square with a tick for ship, an empty one with a cross for skip, else a dash."""
        box = (x, y, x + 38, y + 38)
        if vote == "ship":
            self._draw.rounded_rectangle(box, 7, fill=SHIP)
            self._draw.line((x + 10, y + 20, x + 17, y + 27, x + 28, y + 12), fill=PAGE, width=4, joint="curve")
        elif vote == "skip":
            self._draw.rounded_rectangle(box, 7, outline=SKIP, width=3)
            self._draw.line((x + 12, y + 12, x + 26, y + 26), fill=SKIP, width=4)
            self._draw.line((x + 12, y + 26, x + 26, y + 12), fill=SKIP, width=4)
        else:
            self._draw.rounded_rectangle(box, 7, outline=SOFT, width=2)
            self._draw.line((x + 12, y + 19, x + 26, y + 19), fill=SOFT, width=4)

    def _wrapped(self, text: str, font: "FreeTypeFont") -> list[str]:
        """Return a text's lines; a word that is wider than the card is cut."""
        lines: list[str] = []
        for word in text.split():
            piece = self._cut(word, font)
            longer = f"{lines[-1]} {piece}" if lines else piece
            if lines and self._draw.textlength(longer, font=font) <= WIDTH - 2 * _EDGE:
                lines[-1] = longer
            else:
                lines.append(piece)
        return lines

    def _cut(self, text: str, font: "FreeTypeFont") -> str:
        """Return as much of a text as fits on one line, with an ellipsis where something is missing."""
        room, text = WIDTH - 2 * _EDGE, self._fonts.drawable(text)
        if self._draw.textlength(text, font=font) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self._draw.textlength(f"{text[:middle].rstrip()}…", font=font) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        return f"{text[:low].rstrip()}…"


def palette() -> list[int]:
    """Return the red, green and blue of every colour on its way to the page."""
    values: list[int] = []
    page = _rgb(PAGE)
    for colour in (INK, SOFT, LINE, ACCENT, SHIP, SKIP):
        for step in range(_STEPS):
            blend = zip(_rgb(colour), page, strict=True)
            values += [round(one + (other - one) * step / (_STEPS - 1)) for one, other in blend]
    return values


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
