"""What surrounds every page of the site: its name, its links, its address."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from panel.publish.site import routes
from panel.publish.site.settings import SiteSettings
from panel.version import __version__


@dataclass(frozen=True)
class Frame:
    """One page's surroundings, as the layout shows them."""

    settings: SiteSettings
    """What the site is called, and where it is."""
    place: str = ""
    """The page's address from the site's root on."""
    style: str = ""
    """Where the style sheet is, from the root on."""
    script: str = ""
    """Where the search box's script is, from the root on."""
    mark: str = ""
    """Where the site's mark is, from the root on."""
    embedded: Markup | None = None
    """The style sheet itself, for a page that is shown without its site."""
    drafts: bool = False
    """Whether this site shows drafts, and isn't for readers."""
    cards: bool = False
    """Whether there are pictures for those who share a page."""
    picture: str | None = None
    """Where the page's card is, from the root on."""
    linked_data: Markup | None = None
    """The page's JSON-LD."""
    current: str = ""
    """The part of the site that the page belongs to, as the navigation names it."""

    @property
    def tells_one_thing(self) -> bool:
        """Whether it is a page about one release or one comparison."""
        return self.place.startswith("releases/") or "-vs-" in self.place

    @property
    def title(self) -> str:
        """What the site is called."""
        return self.settings.title

    @property
    def tagline(self) -> str:
        """One line about the site."""
        return self.settings.tagline

    @property
    def language(self) -> str:
        """BCP 47 tag of the pages' language."""
        return self.settings.language

    @property
    def version(self) -> str:
        """Version of shipskip that made the site."""
        return __version__

    @property
    def root(self) -> str:
        """The way back to the site's root; absolute on the page that stands for missing ones."""
        if self.place == routes.MISSING:
            return self.base_path
        return routes.root(self.place)

    @property
    def base_path(self) -> str:
        """The site's root as a path on its server."""
        return "/" + (self.settings.address or "").partition("://")[2].partition("/")[2]

    @property
    def canonical(self) -> str | None:
        """The page's full address; None where the site has none."""
        return self.absolute(self.place)

    @property
    def picture_url(self) -> str | None:
        """The full address of the page's card."""
        return None if self.picture is None else self.absolute(self.picture)

    @property
    def has_feed(self) -> bool:
        """Whether there is a feed: it needs full addresses, and what it tells must be published."""
        return self.settings.address is not None and not self.drafts

    def absolute(self, place: str) -> str | None:
        """Return the full address of something on the site."""
        return None if self.settings.address is None else f"{self.settings.address}{place}"

    def at(self, place: str, *, current: str = "", picture: str | None = None) -> "Frame":
        """Return the surroundings of another page."""
        return replace(self, place=place, current=current, picture=picture, linked_data=None)

    def describing(self, linked_data: Markup) -> "Frame":
        """Return these surroundings with JSON-LD about the page."""
        return replace(self, linked_data=linked_data)
