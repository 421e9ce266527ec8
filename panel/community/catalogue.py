"""What can be voted on, as the vote page shows it: read from the workspace, remembered until its file changes."""

from typing import NamedTuple

from panel.errors import DeclarationError
from panel.evidence.visible import one_line, visible
from panel.store.slugs import checked_slug
from panel.store.workspace import Workspace

_MOST = 2_000
"""Releases remembered."""


class Shown(NamedTuple):
    """A release as the vote page shows it."""

    slug: str
    """Its slug."""
    name: str
    """What its vendor calls it."""
    about: str
    """Its tagline, vendor or category; may be empty."""
    published: bool
    """Whether its verdict is published."""
    panel: str
    """The panel's headline; empty where there is no published verdict."""
    disclosure: str
    """That the panel is simulated; empty where there is no published verdict."""


class Catalogue:
    """The releases of a workspace.

    Args:
        home: The workspace.
    """

    def __init__(self, home: Workspace) -> None:
        self._home = home
        self._known: dict[str, tuple[tuple[int, int], Shown]] = {}

    def find(self, slug: str) -> Shown | None:
        """Return a release; None if the workspace doesn't have it."""
        try:
            path = self._home.verdict_file(checked_slug(slug))
        except DeclarationError:
            return None
        try:
            found = path.stat()
            stamp = (found.st_mtime_ns, found.st_size)
        except OSError:
            stamp = (0, 0)
        known = self._known.get(slug)
        if known is not None and known[0] == stamp:
            return known[1]
        try:
            shown = self._read(slug)
        except DeclarationError:  # a damaged record; the editor learns of it elsewhere
            return None
        if shown is not None:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[slug] = (stamp, shown)
        return shown

    def _read(self, slug: str) -> Shown | None:
        verdict = self._home.verdict(slug)
        if verdict is None:
            if slug not in self._home.release_paths():
                return None
            release = self._home.release(slug)
            return Shown(slug, _inert(release.name), _inert(release.tagline or release.vendor or ""), False, "", "")
        about = verdict.release
        published = verdict.state == "published"
        return Shown(
            slug=slug,
            name=_inert(about.name),
            about=_inert(about.tagline or about.vendor or about.category or ""),
            published=published,
            panel=_inert(verdict.tally.headline) if published else "",
            disclosure=_inert(verdict.disclosure) if published else "",
        )


def _inert(text: str) -> str:
    return visible(one_line(text))
