"""The pages that list verdicts and comparisons: home, all verdicts, categories, head to head."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from panel.publish.changes import Change, changes
from panel.publish.site import linked_data, routes
from panel.publish.site.binder import Binder
from panel.publish.site.listing import Listing, PairListing
from panel.publish.site.manifest import Planned
from panel.publish.site.reviewers import Reviewer
from panel.publish.site.sheaf import Sheaf, sheaves
from panel.publish.site.shelf import Shelf
from panel.publish.site.views import Trail

_FEW: Final = 5
"""Entries of a list that stands beside another."""
_BRIEF: Final = 4
"""How many times more entries the list of all verdicts has on a page."""


@dataclass(frozen=True)
class Turn:
    """A verdict whose panel changed its mind."""

    listing: Listing
    """The verdict as lists show it."""
    changes: tuple[Change, ...]
    """Who changed it."""


def home_pages(binder: Binder, shelf: Shelf, reviewers: tuple[Reviewer, ...]) -> Iterator[Planned]:
    """Yield the home page, and those with older verdicts after it."""
    first, *others = sheaves(shelf.verdicts, binder.frame.settings.per_page, "")
    pairs = shelf.pairs[:_FEW]
    splits = sorted((each for each in shelf.verdicts if each.split > 0), key=lambda each: -each.split)[:_FEW]
    turned = [each for each in shelf.verdicts if each.slug in shelf.pasts][:_FEW]

    def shown() -> dict[str, Any]:
        turns = [turn for turn in (_turn(shelf, each) for each in turned) if turn.changes]
        told = {"pairs": pairs, "splits": splits, "turns": turns, "reviewers": reviewers}
        return {"sheaf": first, "waiting": shelf.waiting, **told}

    rates = [(each.name, each.place, each.rate) for each in reviewers]
    pasts = [shelf.pasts[each.slug] for each in turned]
    about = [_digests(pairs), _digests(splits), _digests(turned), pasts, rates, shelf.waiting > 0]
    frame = binder.frame.at("", picture=routes.CARD if binder.frame.cards else None)
    yield binder.page("home.html.j2", frame, [_told(first), about], shown, linked_data.of_home)
    for sheaf in others:
        older = binder.frame.at(sheaf.place)
        yield binder.page("home.html.j2", older, _told(sheaf), lambda sheaf=sheaf: {"sheaf": sheaf})  # type: ignore[misc]


def list_pages(binder: Binder, shelf: Shelf) -> Iterator[Planned]:
    """Yield the list of all verdicts, which can be searched, the categories, and the comparisons."""
    frame, per_page = binder.frame, binder.frame.settings.per_page
    for sheaf in sheaves(shelf.by_name, per_page * _BRIEF, routes.ALL):
        yield _list(binder, sheaf, "All verdicts", (("All verdicts", None),), routes.ALL)
    for place, (name, listings) in shelf.categories.items():
        for sheaf in sheaves(listings, per_page, place):
            trail: Trail = (("Categories", routes.CATEGORIES), (name, None))
            yield _list(binder, sheaf, name, trail, routes.CATEGORIES)
    kinds = [(name, place, len(listings)) for place, (name, listings) in shelf.categories.items()]
    ours = frame.at(routes.CATEGORIES, current=routes.CATEGORIES)
    trail = (("Categories", None),)
    yield binder.described_page("categories.html.j2", ours, "Categories", trail, kinds, kinds=kinds)
    for pairs in sheaves(shelf.pairs, per_page, routes.COMPARISONS):
        ours, trail = frame.at(pairs.place, current=routes.COMPARISONS), (("Head to head", None),)
        yield binder.described_page("pairs.html.j2", ours, "Head to head", trail, _told(pairs), sheaf=pairs)


def _list(binder: Binder, sheaf: Sheaf[Listing], name: str, trail: Trail, current: str) -> Planned:
    frame = binder.frame.at(sheaf.place, current=current)
    searchable = current == routes.ALL
    return binder.described_page("list.html.j2", frame, name, trail, _told(sheaf), sheaf=sheaf, searchable=searchable)


def _turn(shelf: Shelf, listing: Listing) -> Turn:
    past = shelf.past(listing.slug)
    return Turn(listing, changes(past[-1], shelf.verdict(listing.slug)) if past else ())


def _told(sheaf: Sheaf[Any]) -> list[Any]:
    """Return what changes with a page of a list."""
    return [_digests(sheaf.items), sheaf.number, sheaf.count, sheaf.total]


def _digests(listings: Iterable[Listing | PairListing]) -> list[str]:
    return [each.digest for each in listings]
