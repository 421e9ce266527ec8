"""The pages that tell one thing each: a release, a comparison, a reviewer, how we count."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from panel.community.addresses import voting_address
from panel.community.standing import Standing
from panel.publish.sheet import Sheet, sheets
from panel.publish.site import linked_data, routes
from panel.publish.site.binder import Binder
from panel.publish.site.listing import Listing, PairListing
from panel.publish.site.manifest import Planned
from panel.publish.site.reviewers import Cast, Reviewer
from panel.publish.site.shelf import Shelf
from panel.publish.site.views import PairLink, Trail, about_comparison, about_release
from panel.store.settings import Settings, Votes

_FEW: Final = 5
"""Votes against the whole panel that a reviewer's page lists."""
_RECORD: Final = 50
"""Votes that a reviewer's page lists."""


def release_page(binder: Binder, shelf: Shelf, listing: Listing, standing: Standing | None, votes: Votes) -> Planned:
    """Return the plan of a release's page.

    Args:
        binder: Plans pages.
        shelf: What the site shows.
        listing: The verdict as lists show it.
        standing: How the release stands with readers; None if nobody voted.
        votes: How readers vote.
    """
    place = routes.release(listing.slug)
    pairs = [PairLink.to(pair) for pair in shelf.pairs_of.get(listing.slug, ())]
    past = shelf.pasts.get(listing.slug, "")
    vote_url = voting_address(votes, listing.slug) if listing.state == "published" else None
    frame = binder.frame.at(place, current=routes.ALL, picture=f"{place}{routes.CARD}" if binder.frame.cards else None)

    def shown() -> dict[str, Any]:
        verdict = shelf.verdict(listing.slug)
        earlier = shelf.past(listing.slug) if past else ()
        about = about_release(verdict, past=earlier, standing=standing, pairs=pairs, vote_url=vote_url)
        site = frame.describing(linked_data.of_release(frame, verdict, listing, about.trail))
        return {"site": site, "sheet": Sheet(verdict), "about": about}

    told = [listing.record, past, standing, vote_url, [(pair.title, pair.place, pair.call) for pair in pairs]]
    return binder.page("verdict.html.j2", frame, told, shown)


def comparison_page(binder: Binder, shelf: Shelf, pair: PairListing, standings: Mapping[str, Standing]) -> Planned:
    """Return the plan of a comparison's page.

    Args:
        binder: Plans pages.
        shelf: What the site shows.
        pair: The comparison as lists show it.
        standings: How releases stand with readers, by slug.
    """
    place = routes.comparison(pair.slug)
    picture = f"{place}{routes.CARD}" if binder.frame.cards else None
    frame = binder.frame.at(place, current=routes.COMPARISONS, picture=picture)
    ours = {slug: standings[slug] for slug in pair.names if slug in standings}

    def shown() -> dict[str, Any]:
        comparison = shelf.comparison(pair.slug)
        about = about_comparison(comparison, ours)
        site = frame.describing(linked_data.of_comparison(frame, comparison, pair, about.trail))
        return {"site": site, "comparison": comparison, "sheets": sheets(comparison.verdicts), "about": about}

    records = [shelf.by_slug[slug].record for slug in pair.names]
    return binder.page("comparison.html.j2", frame, [pair.record, records, ours], shown)


def reviewer_pages(binder: Binder, reviewers: tuple[Reviewer, ...]) -> Iterator[Planned]:
    """Yield the page of every reviewer, and the one that lists them."""
    trail: Trail = (("Reviewers", None),)
    frame = binder.frame.at(routes.REVIEWERS, current=routes.REVIEWERS)
    every = [(each.name, each.place, each.rate, each.written) for each in reviewers]
    yield binder.described_page("reviewers.html.j2", frame, "Reviewers", trail, every, reviewers=reviewers)
    for each in reviewers:
        latest, alone = each.cast[:_RECORD], each.alone[:_FEW]
        counts = [each.count(vote) for vote in ("ship", "skip", "abstain", "spoiled")]
        trail = (("Reviewers", routes.REVIEWERS), (each.name, None))
        place = binder.frame.at(each.place, current=routes.REVIEWERS)
        told = [each.written, counts, len(each.alone), _told(latest), _told(alone)]
        shown = {"reviewer": each, "latest": latest, "alone": alone}
        yield binder.described_page("reviewer.html.j2", place, each.name, trail, told, **shown)


def standing_pages(binder: Binder, panel: Settings) -> Iterator[Planned]:
    """Yield the pages that stand whatever is published: how we count, and the one for what is missing."""
    frame = binder.frame.at(routes.METHODOLOGY, current=routes.METHODOLOGY)
    told = [panel.quorum, panel.interval_level, panel.votes.threshold]
    trail: Trail = (("How we count", None),)
    yield binder.described_page("methodology.html.j2", frame, "How we count", trail, told, panel=panel)
    yield binder.page("missing.html.j2", binder.frame.at(routes.MISSING), None, dict)


def _told(cast: Cast) -> list[tuple[str, str]]:
    return [(listing.digest, seat.vote) for listing, seat in cast]
