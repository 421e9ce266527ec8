"""Cards: pictures of 1200 by 630 pixels for those who share a page. They say that the panel is simulated."""

import importlib.util
import io
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from panel.domain.noun import fingerprint
from panel.errors import DeclarationError
from panel.publish.inert import inert
from panel.publish.site import routes
from panel.publish.site.listing import Listing, PairListing
from panel.publish.site.manifest import Planned
from panel.publish.site.settings import SiteSettings
from panel.publish.site.shelf import Shelf
from panel.store.workspace import Workspace

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH: Final = 1200
HEIGHT: Final = 630
_EDGE: Final = 80
_PAGE: Final = "#faf9f6"
_INK: Final = "#1c1c1a"
_SOFT: Final = "#5b5a55"
_LINE: Final = "#dcd9d0"
_ACCENT: Final = "#1f4f8f"
_SHIP: Final = "#14693f"
_SKIP: Final = "#a12c20"
_STEPS: Final = 32
"""Shades between a colour and the page: what smooth edges need."""
_FORM: Final = 3
"""Number of the cards' design; another one draws all of them again."""


def cards_can_be_drawn() -> bool:
    """Return whether Pillow is installed."""
    return importlib.util.find_spec("PIL") is not None


class Cards:
    """Draws the cards of one site.

    Args:
        home: The workspace.
        settings: What ``[site]`` says.

    Raises:
        DeclarationError: The font that ``[site]`` names can't be used.
    """

    def __init__(self, home: Workspace, settings: SiteSettings) -> None:
        self.title = settings.title
        self._tagline = settings.tagline
        self._own = None if settings.card_font is None else home.root / settings.card_font
        self._settings_file = home.settings_file
        self._fonts: dict[int, FreeTypeFont] = {}
        if self._own is not None:
            self.font(40)

    def planned(self, shelf: Shelf) -> Iterator[Planned]:
        """Yield the plan of every card: one per release, one per comparison, one for the site."""
        yield Planned(routes.CARD, self._key([self._tagline]), self._of_site)
        for each in shelf.verdicts:
            told = [each.name, each.tagline, each.category, each.count, each.interval, each.votes]
            path = f"{routes.release(each.slug)}{routes.CARD}"
            yield Planned(path, self._key(told), partial(self._of_release, each))
        for pair in shelf.pairs:
            path = f"{routes.comparison(pair.slug)}{routes.CARD}"
            told = [list(pair.names.values()), list(pair.percents.values()), pair.call]
            yield Planned(path, self._key(told), partial(self._of_pair, pair))

    def _key(self, told: Sequence[object]) -> str:
        return fingerprint([_FORM, self.title, str(self._own or ""), list(told)])

    def _of_site(self) -> bytes:
        sheet = _Sheet(self)
        sheet.words(self.title, (90, 60), lines=2)
        sheet.words(self._tagline, (40, 30), colour=_SOFT, lines=3)
        sheet.foot("Every reviewer is simulated; no person votes on the panel.")
        return sheet.png()

    def _of_release(self, listing: Listing) -> bytes:
        sheet = _Sheet(self)
        sheet.words(listing.category or "Panel verdict", (30, 24), colour=_SOFT, lines=1)
        sheet.words(listing.name, (84, 48), lines=2)
        sheet.words(listing.tagline or "", (36, 28), colour=_SOFT, lines=2)
        sheet.count(listing)
        sheet.foot("Simulated panel: the reviewers are written personas, and no person voted.")
        return sheet.png()

    def _of_pair(self, pair: PairListing) -> bytes:
        sheet = _Sheet(self)
        sheet.words("Head to head", (30, 24), colour=_SOFT, lines=1)
        for slug, name in list(pair.names.items())[:3]:
            percent = pair.percents[slug]
            sheet.words(f"{name}  {'—' if percent is None else f'{percent} %'}", (64, 36), lines=1)
        if len(pair.names) > 3:
            sheet.words(f"and {len(pair.names) - 3} more", (36, 28), colour=_SOFT, lines=1)
        sheet.words(pair.call, (44, 30), colour=_ACCENT, lines=1)
        sheet.foot("Simulated panels: the reviewers are written personas, and no person voted.")
        return sheet.png()

    def font(self, size: int) -> "FreeTypeFont":
        """Return the cards' font in a size.

        Raises:
            DeclarationError: If it can't be read.
        """
        from PIL import ImageFont

        if size not in self._fonts:
            try:
                font = ImageFont.load_default(size) if self._own is None else ImageFont.truetype(self._own, size)
            except (OSError, ValueError) as error:
                problem = f"the font of the cards, {str(self._own)!r}, can't be read ({error}); name a .ttf or .otf file"
                raise DeclarationError(problem, file=self._settings_file) from None
            assert isinstance(font, ImageFont.FreeTypeFont)
            self._fonts[size] = font
        return self._fonts[size]

    @cached_property
    def palette(self) -> "Image":
        """A picture that has the palette of all cards."""
        from PIL import Image

        picture = Image.new("P", (1, 1))
        picture.putpalette(_blends())
        return picture

    @cached_property
    def _blank(self) -> bytes:
        """What the font shows for a character that it doesn't have."""
        return bytes(self.font(40).getmask("\U0010fffd"))

    def shown(self, text: str) -> str:
        """Return a text with every character that the font lacks left out, or in its plain form."""
        return " ".join("".join(map(self._drawable, inert(text))).split())

    def _drawable(self, character: str) -> str:
        if character.isascii() or self._has(character):
            return character
        plain = unicodedata.normalize("NFKD", character)
        return "".join(each for each in plain if each.isascii() or (each != character and self._has(each)))

    def _has(self, character: str) -> bool:
        return bytes(self.font(40).getmask(character)) != self._blank


class _Sheet:
    """One card while it is drawn, from its top down."""

    def __init__(self, cards: Cards) -> None:
        from PIL import Image, ImageDraw

        self._cards = cards
        self._picture = Image.new("RGB", (WIDTH, HEIGHT), _PAGE)
        self._draw: ImageDraw = ImageDraw.Draw(self._picture)
        self._draw.rectangle((0, 0, WIDTH, 12), fill=_ACCENT)
        self._y = _EDGE

    def words(self, text: str, sizes: tuple[int, int], *, colour: str = _INK, lines: int) -> None:
        """Write a paragraph in the largest size in which it fits; what doesn't fit in the smallest ends in an ellipsis."""
        text = self._cards.shown(text)
        if not text:
            return
        largest, smallest = sizes
        for size in range(largest, smallest - 1, -4):
            font, wrapped = self._cards.font(size), self._wrapped(text, self._cards.font(size))
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
        number = self._cards.font(96)
        self._draw.text((_EDGE, self._y - 14), listing.count, font=number, fill=_INK)
        left = _EDGE + max(self._draw.textlength(listing.count, font=number), 200) + 40
        self._draw.text((left, self._y - 8), "simulated panel ship", font=self._cards.font(28), fill=_SOFT)
        if listing.interval is not None and listing.percent is not None:
            self._track(left + 8, self._y + 62, listing.percent, listing.interval)
        for number_, seat in enumerate(listing.seats[:8]):
            self._seat(WIDTH - _EDGE - 46 * (min(len(listing.seats), 8) - number_) + 6, self._y + 40, seat.vote)

    def foot(self, disclosure: str) -> None:
        """Write who really voted, and whose site it is."""
        self._draw.line((_EDGE, HEIGHT - 122, WIDTH - _EDGE, HEIGHT - 122), fill=_LINE, width=2)
        small, title = self._cards.font(24), self._cards.font(28)
        self._draw.text((_EDGE, HEIGHT - 102), self._cut(disclosure, small), font=small, fill=_SOFT)
        self._draw.text((_EDGE, HEIGHT - 66), self._cut(self._cards.title, title), font=title, fill=_ACCENT)

    def png(self) -> bytes:
        """Return the picture; a palette of its few colours keeps it small."""
        out = io.BytesIO()
        self._picture.quantize(palette=self._cards.palette, dither=0).save(out, "PNG", compress_level=6)
        return out.getvalue()

    def _track(self, x: float, y: float, percent: int, interval: tuple[int, int]) -> None:
        low, high = (x + 4.2 * each for each in interval)
        self._draw.rounded_rectangle((x, y - 6, x + 420, y + 6), 6, fill=_LINE)
        self._draw.rounded_rectangle((low, y - 6, max(high, low + 1), y + 6), 6, fill=_ACCENT)
        middle = x + 4.2 * percent
        self._draw.ellipse((middle - 15, y - 15, middle + 15, y + 15), fill=_ACCENT, outline=_PAGE, width=4)

    def _seat(self, x: float, y: float, vote: str) -> None:
        """Draw one seat: a full square with a tick for ship, an empty one with a cross for skip, with a dash for else."""
        box = (x, y, x + 38, y + 38)
        if vote == "ship":
            self._draw.rounded_rectangle(box, 7, fill=_SHIP)
            self._draw.line((x + 10, y + 20, x + 17, y + 27, x + 28, y + 12), fill=_PAGE, width=4, joint="curve")
        elif vote == "skip":
            self._draw.rounded_rectangle(box, 7, outline=_SKIP, width=3)
            self._draw.line((x + 12, y + 12, x + 26, y + 26), fill=_SKIP, width=4)
            self._draw.line((x + 12, y + 26, x + 26, y + 12), fill=_SKIP, width=4)
        else:
            self._draw.rounded_rectangle(box, 7, outline=_SOFT, width=2)
            self._draw.line((x + 12, y + 19, x + 26, y + 19), fill=_SOFT, width=4)

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
        room, text = WIDTH - 2 * _EDGE, self._cards.shown(text)
        if self._draw.textlength(text, font=font) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self._draw.textlength(f"{text[:middle].rstrip()}…", font=font) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        return f"{text[:low].rstrip()}…"


def _blends() -> list[int]:
    """Return the red, green and blue of every colour on its way to the page."""
    values: list[int] = []
    page = _rgb(_PAGE)
    for colour in (_INK, _SOFT, _LINE, _ACCENT, _SHIP, _SKIP):
        for step in range(_STEPS):
            blend = zip(_rgb(colour), page, strict=True)
            values += [round(one + (other - one) * step / (_STEPS - 1)) for one, other in blend]
    return values


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
