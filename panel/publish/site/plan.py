"""The plan of a whole site: every file, what it is made from, and how."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial

from panel.community.standing import standings
from panel.domain.noun import fingerprint
from panel.publish.site import routes
from panel.publish.site.binder import Binder
from panel.publish.site.cards import Cards, cards_can_be_drawn
from panel.publish.site.feed import atom, merged, place_of
from panel.publish.site.frame import Frame
from panel.publish.site.indexes import robots, search_index, sitemaps
from panel.publish.site.lists import home_pages, list_pages
from panel.publish.site.manifest import Planned
from panel.publish.site.pages import comparison_page, release_page, reviewer_pages, standing_pages
from panel.publish.site.reviewers import reviewers
from panel.publish.site.settings import SiteSettings
from panel.publish.site.sheaf import sheaves
from panel.publish.site.shelf import Shelf
from panel.publish.site.theme import Theme
from panel.store.texts import read_bytes
from panel.store.workspace import Workspace

_NO_PICTURES = "no pictures are made for those who share a page; they need: pip install 'shipskip[site]'"
_NO_ADDRESS = "the site has no feed, site map and pictures: they need its address, base_url in [site] or --base-url"


def plan_site(
    home: Workspace, shelf: Shelf, settings: SiteSettings, *, drafts: bool
) -> tuple[list[Planned], list[str]]:
    """Return every file of a site, and what an editor should know about it, one sentence each.

    Args:
        home: The workspace.
        shelf: What is shown.
        settings: What the site is called, and where it is.
        drafts: Whether drafts are shown.

    Raises:
        DeclarationError: A setting, a persona or a template has a mistake.
    """
    theme = Theme(home)
    with_cards = settings.cards and settings.address is not None and cards_can_be_drawn()
    assets = list(_assets(theme))
    style, script, mark = (each.path for each in assets)
    frame = Frame(settings=settings, style=style, script=script, mark=mark, drafts=drafts, cards=with_cards)
    pages = list(_pages(home, shelf, Binder(theme, frame)))
    places = [routes.place(each.path) for each in pages if each.path != routes.MISSING]
    plan = [*assets, *pages, *_lookups(frame, shelf), *_addressed(frame, shelf, places)]
    if with_cards:
        plan += Cards(home, settings).planned(shelf)
    taken = {each.path for each in plan}
    plan += [each for each in _static(theme) if each.path not in taken]
    notices = [_NO_ADDRESS] if settings.address is None else []
    if settings.cards and settings.address is not None and not with_cards:
        notices.append(_NO_PICTURES)
    return plan, notices


def _pages(home: Workspace, shelf: Shelf, binder: Binder) -> Iterator[Planned]:
    panel, stands = home.panel_settings(), standings(home)
    records = reviewers(home.personas(), shelf.verdicts)
    yield from home_pages(binder, shelf, records)
    yield from list_pages(binder, shelf)
    for listing in shelf.verdicts:
        yield release_page(binder, shelf, listing, stands.get(listing.slug), panel.votes)
    for pair in shelf.pairs:
        yield comparison_page(binder, shelf, pair, stands)
    yield from reviewer_pages(binder, records)
    yield from standing_pages(binder, panel)


def _assets(theme: Theme) -> Iterator[Planned]:
    """Yield style sheet, script and mark; their names change with their words, so that none is kept too long."""
    for name, text in (("style-{}.css", theme.style), ("search-{}.js", theme.script), ("mark-{}.svg", theme.mark)):
        raw = text.encode("utf-8", "backslashreplace")
        digest = hashlib.sha256(raw).hexdigest()
        yield Planned(f"assets/{name.format(digest[:12])}", digest, lambda raw=raw: raw)  # type: ignore[misc]


def _lookups(frame: Frame, shelf: Shelf) -> Iterator[Planned]:
    """Yield the search index, and the rules for robots."""
    yield Planned(
        routes.SEARCH, fingerprint([each.digest for each in shelf.by_name]), lambda: search_index(shelf.by_name)
    )
    rules = robots(frame)
    yield Planned(routes.ROBOTS, fingerprint(rules.decode()), lambda: rules)


def _addressed(frame: Frame, shelf: Shelf, places: Sequence[str]) -> Iterator[Planned]:
    """Yield what needs the site's address: the feed, and the site map. A site with drafts has no feed.

    Args:
        frame: What surrounds every page.
        shelf: What is shown.
        places: Addresses of all pages that can be found.
    """
    if frame.settings.address is None or frame.drafts:
        return
    for sheaf in sheaves(merged(shelf.verdicts, shelf.pairs), frame.settings.feed_entries, ""):
        told = [each.digest for each in sheaf.items]
        key = fingerprint([frame.settings, frame.version, sheaf.number, sheaf.count, told])
        yield Planned(place_of(sheaf.number), key, partial(atom, frame, sheaf))
    changed = {routes.release(each.slug): each.updated for each in shelf.verdicts}
    changed |= {routes.comparison(each.slug): each.updated for each in shelf.pairs}
    days = {place: time.date().isoformat() for place, time in changed.items()}
    addresses = [(f"{frame.settings.address}{place}", days.get(place)) for place in places]
    for path, raw in sitemaps(addresses, frame.settings.address):
        yield Planned(path, hashlib.sha256(raw).hexdigest(), lambda raw=raw: raw)  # type: ignore[misc]


def _static(theme: Theme) -> Iterator[Planned]:
    """Yield the workspace's own files."""
    for path, file in theme.static.items():
        stat = file.stat()
        yield Planned(path, f"{stat.st_mtime_ns}:{stat.st_size}", partial(read_bytes, file))
