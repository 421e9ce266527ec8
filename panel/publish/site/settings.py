"""The table ``[site]`` of ``panel.toml``: what the site is called, and where readers find it."""

from typing import Final

from pydantic import Field

from panel.domain.noun import Noun
from panel.store.settings import read_table
from panel.store.settle import settle
from panel.store.workspace import Workspace

TABLE: Final = "site"


class SiteSettings(Noun):
    """What ``[site]`` says."""

    title: str = Field(default="Ship or skip", min_length=1, max_length=80)
    """What the site is called."""
    tagline: str = Field(default="A simulated panel reads what is written about new releases, and shows its evidence.")
    """One line about it, beneath its name."""
    base_url: str | None = Field(default=None, pattern=r"^https?://[^\s/@?#]+(/[^\s?#]*)?$", max_length=500)
    """Where readers find it, such as ``https://example.org/verdicts``; feed, site map and social cards need it."""
    language: str = Field(default="en", pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
    """BCP 47 tag of the language that its pages are written in."""
    per_page: int = Field(default=24, ge=1, le=500)
    """Verdicts on one page of a list."""
    feed_entries: int = Field(default=50, ge=1, le=1000)
    """Entries of one document of the feed; older ones stand in the documents after it."""
    cards: bool = True
    """Whether pictures are made for those who share a page."""
    card_font: str | None = Field(default=None, min_length=1)
    """A TrueType or OpenType file for those pictures, from the workspace's folder on; Pillow's own if absent."""

    @property
    def address(self) -> str | None:
        """The base URL with a slash at its end."""
        return None if self.base_url is None else f"{self.base_url.rstrip('/')}/"


def read_site_settings(home: Workspace) -> SiteSettings:
    """Return what ``[site]`` says; the defaults where it says nothing.

    Raises:
        DeclarationError: One sentence with file and line about the first mistake.
    """
    return settle(SiteSettings, read_table(home.settings_file, TABLE))
