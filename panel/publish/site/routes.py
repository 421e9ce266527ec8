"""Where everything stands on the site: addresses from its root on."""

from typing import Final

from panel.store.slugs import checked_slug, slug_from

ALL: Final = "all/"
COMPARISONS: Final = "compare/"
REVIEWERS: Final = "reviewers/"
CATEGORIES: Final = "categories/"
METHODOLOGY: Final = "methodology/"
MISSING: Final = "404.html"
FEED: Final = "feed.xml"
SITEMAP: Final = "sitemap.xml"
ROBOTS: Final = "robots.txt"
SEARCH: Final = "search.json"
CARD: Final = "card.png"


def release(slug: str) -> str:
    """Return where a release's page is.

    Raises:
        DeclarationError: If the slug can't name a folder.
    """
    return f"releases/{checked_slug(slug)}/"


def comparison(slug: str) -> str:
    """Return where a comparison's page is."""
    return f"{COMPARISONS}{slug}/"


def reviewer(persona: str) -> str:
    """Return where a persona's page is, whatever a record calls it."""
    return f"{REVIEWERS}{slug_from(persona)}/"


def category(name: str) -> str:
    """Return where a category's page is; names that differ only in case or marks share it."""
    return f"{CATEGORIES}{slug_from(name)}/"


def numbered(place: str, number: int) -> str:
    """Return where a page of a list is; the first one is the list's own address."""
    if number == 1:
        return place
    return f"{place}{number}/" if place else f"latest/{number}/"


def file(place: str) -> str:
    """Return the file that a server shows for an address."""
    return f"{place}index.html" if not place or place.endswith("/") else place


def place(path: str) -> str:
    """Return the address of a file that a server shows for one."""
    return path.removesuffix("index.html")


def root(place: str) -> str:
    """Return the way from a page back to the site's root, relative to that page: ``../../``, or ``./``."""
    return "../" * place.count("/") or "./"
