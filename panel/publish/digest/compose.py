"""Composing a week's digest from what stands in the workspace."""

import datetime as dt
from collections.abc import Mapping

from panel.community.standing import Standing, opened, standings
from panel.errors import DeclarationError
from panel.publish.changes import changes
from panel.publish.digest.edition import Digest, Entry, Pair, Revisited
from panel.publish.digest.week import Week
from panel.publish.site import routes
from panel.publish.site.listing import Listing
from panel.publish.site.settings import SiteSettings
from panel.publish.site.shelf import Shelf, read_shelf
from panel.store.workspace import Workspace

_LEAST_GAP = 10
"""Points from which panel and readers count as split."""


def compose(home: Workspace, week: Week, site: SiteSettings, *, most: int, drafts: bool, now: dt.datetime) -> Digest:
    """Return what there is to tell of a week.

    Args:
        home: The workspace.
        week: The week; the site's published verdicts and comparisons of it are told.
        site: What the site is called, and where it is.
        most: Splits that are told, of each kind.
        drafts: Whether drafts are told too, for a preview.
        now: The present moment.

    Raises:
        DeclarationError: The week hasn't begun, or a record is damaged.
    """
    if week.start > now:
        raise DeclarationError(f"{week.name} hasn't begun; it starts on {week.start.date().isoformat()}")
    shelf = read_shelf(home, drafts=drafts)
    readers = standings(home, until=week.end)
    told = [_entry(each, readers, site) for each in shelf.verdicts if week.holds(each.first)]
    revisited = [found for each in told if (found := _revisited(each, shelf)) is not None]
    again = {each.entry.about.slug for each in revisited}
    lately = _voted_on(home, week)
    voted = [
        _entry(each, readers, site)
        for each in shelf.verdicts
        if each.first < week.end and (each.slug in lately or week.holds(each.first))
    ]
    return Digest(
        week=week.name,
        days=week.days,
        end=week.end,
        title=site.title,
        home=site.address,
        new=tuple(each for each in told if each.about.slug not in again),
        revisited=tuple(sorted(revisited, key=lambda each: -len(each.changes))),
        apart=tuple(sorted((e for e in voted if (e.gap or 0) >= _LEAST_GAP), key=lambda e: -(e.gap or 0))[:most]),
        split=tuple(sorted((e for e in told if e.about.split > 0), key=lambda e: -e.about.split)[:most]),
        pairs=tuple(
            Pair(about=each, link=_link(site, routes.comparison(each.slug)))
            for each in shelf.pairs
            if week.holds(each.first)
        ),
        drafts=drafts,
        over=week.end <= now,
    )


def _entry(about: Listing, readers: Mapping[str, Standing], site: SiteSettings) -> Entry:
    return Entry(about=about, readers=readers.get(about.slug), link=_link(site, routes.release(about.slug)))


def _link(site: SiteSettings, place: str) -> str | None:
    return None if site.address is None else f"{site.address}{place}"


def _revisited(entry: Entry, shelf: Shelf) -> Revisited | None:
    """Return how a verdict differs from the one that readers had before; None if this is the first."""
    slug = entry.about.slug
    past = shelf.past(slug)
    if not past:
        return None
    return Revisited(entry=entry, was=past[-1].tally.headline, changes=changes(past[-1], shelf.verdict(slug)))


def _voted_on(home: Workspace, week: Week) -> frozenset[str]:
    """Return the releases on which readers voted in a week."""
    books = opened(home, home.panel_settings().votes)
    if books is None:
        return frozenset()
    try:
        return frozenset(books.voted_between(week.start, week.end))
    finally:
        books.close()
