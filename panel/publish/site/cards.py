"""Cards: pictures of 1200 by 630 pixels for those who share a page. They say that the panel is simulated."""

import importlib.util
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final

from panel.domain.noun import fingerprint
from panel.publish.site import routes
from panel.publish.site.card_fonts import Fonts
from panel.publish.site.card_sheet import ACCENT, SOFT, CardSheet
from panel.publish.site.listing import Listing, PairListing
from panel.publish.site.manifest import Planned
from panel.publish.site.settings import SiteSettings
from panel.publish.site.shelf import Shelf
from panel.store.workspace import Workspace

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
        self._title, self._tagline = settings.title, settings.tagline
        self._font = settings.card_font
        own = None if settings.card_font is None else home.root / settings.card_font
        self._fonts = Fonts(own, home.settings_file)

    def planned(self, shelf: Shelf) -> Iterator[Planned]:
        """Yield the plan of every card: one per release, one per comparison, one for the site."""
        yield Planned(routes.CARD, self._key([self._tagline]), self._of_site)
        for each in shelf.verdicts:
            told: list[Any] = [each.name, each.tagline, each.category, each.count, each.interval, each.votes]
            path = f"{routes.release(each.slug)}{routes.CARD}"
            yield Planned(path, self._key(told), partial(self._of_release, each))
        for pair in shelf.pairs:
            path = f"{routes.comparison(pair.slug)}{routes.CARD}"
            told = [list(pair.names.values()), list(pair.percents.values()), pair.call]
            yield Planned(path, self._key(told), partial(self._of_pair, pair))

    def _key(self, told: Sequence[Any]) -> str:
        return fingerprint([_FORM, self._title, self._font, list(told)])

    def _of_site(self) -> bytes:
        sheet = CardSheet(self._fonts, self._title)
        sheet.words(self._title, (90, 60), lines=2)
        sheet.words(self._tagline, (40, 30), colour=SOFT, lines=3)
        sheet.foot("Every reviewer is simulated; no person votes on the panel.")
        return sheet.png()

    def _of_release(self, listing: Listing) -> bytes:
        sheet = CardSheet(self._fonts, self._title)
        sheet.words(listing.category or "Panel verdict", (30, 24), colour=SOFT, lines=1)
        sheet.words(listing.name, (84, 48), lines=2)
        sheet.words(listing.tagline or "", (36, 28), colour=SOFT, lines=2)
        sheet.count(listing)
        sheet.foot("Simulated panel: the reviewers are written personas, and no person voted.")
        return sheet.png()

    def _of_pair(self, pair: PairListing) -> bytes:
        sheet = CardSheet(self._fonts, self._title)
        sheet.words("Head to head", (30, 24), colour=SOFT, lines=1)
        for slug, name in list(pair.names.items())[:3]:
            percent = pair.percents[slug]
            sheet.words(f"{name}  {'—' if percent is None else f'{percent} %'}", (64, 36), lines=1)
        if len(pair.names) > 3:
            sheet.words(f"and {len(pair.names) - 3} more", (36, 28), colour=SOFT, lines=1)
        sheet.words(pair.call, (44, 30), colour=ACCENT, lines=1)
        sheet.foot("Simulated panels: the reviewers are written personas, and no person voted.")
        return sheet.png()
