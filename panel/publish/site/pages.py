"""Every page of the site: where it goes, what it is made from, and how it is made."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, Final

from panel.community.standing import Standing
from panel.domain.noun import fingerprint
from panel.publish.changes import Change, changes
from panel.publish.sheet import Sheet, sheets
from panel.publish.site import linked_data, routes
from panel.publish.site.frame import Frame
from panel.publish.site.listing import Listing, PairListing
from panel.publish.site.manifest import Planned
from panel.publish.site.reviewers import Reviewer
from panel.publish.site.sheaf import Sheaf, sheaves
from panel.publish.site.shelf import Shelf, past_digest
from panel.publish.site.theme import LAYOUT, Theme
from panel.publish.site.views import PairLink, Trail, about_comparison, about_release
from panel.store.settings import Settings

_FEW: Final = 5
"""Entries of a list that stands beside another."""
_RECORD: Final = 50
"""Votes that a reviewer's page lists."""


@dataclass(frozen=True)
class Turn:
    """A verdict whose panel changed its mind."""

    listing: Listing
    """The verdict as lists show it."""
    changes: tuple[Change, ...]
    """Who changed it."""


@dataclass(frozen=True)
class Pages:
    """The pages of one site."""

    shelf: Shelf
    """What is shown."""
    theme: Theme
    """How it is shown."""
    frame: Frame
    """What surrounds every page."""
    reviewers: tuple[Reviewer, ...]
    """Every persona with its record."""
    standings: Mapping[str, Standing]
    """How releases stand with readers, by slug."""
    panel: Settings
    """Who sits on the panel, and how it is counted."""

    def planned(self) -> Iterator[Planned]:
        """Yield every page."""
        yield from self._home()
        yield from self._lists()
        yield from (self._release(each) for each in self.shelf.verdicts)
        yield from (self._comparison(each) for each in self.shelf.pairs)
        yield from self._reviewer_pages()
        yield self._plain("methodology.html.j2", routes.METHODOLOGY, "How we count", panel=self.panel)
        yield self._plain("missing.html.j2", routes.MISSING, "Nothing stands here")

    @cached_property
    def by_name(self) -> tuple[Listing, ...]:
        """The verdicts in order of their names."""
        return tuple(sorted(self.shelf.verdicts, key=lambda each: (each.name.casefold(), each.slug)))

    @cached_property
    def categories(self) -> dict[str, tuple[str, tuple[Listing, ...]]]:
        """The verdicts of every category by its address, and what it is called; in order of names."""
        found: dict[str, list[Listing]] = {}
        for each in self.shelf.verdicts:
            if each.category:
                found.setdefault(routes.category(each.category), []).append(each)
        named = {place: (str(shelf[0].category), tuple(shelf)) for place, shelf in found.items()}
        return dict(sorted(named.items(), key=lambda entry: entry[1][0].casefold()))

    @cached_property
    def pasts(self) -> dict[str, str]:
        """What changes with a release's earlier verdicts, by slug; only of releases that have some."""
        told = ((each.slug, past_digest(self.shelf.home, each.slug)) for each in self.shelf.verdicts)
        return {slug: digest for slug, digest in told if digest}

    def _home(self) -> Iterator[Planned]:
        few = self.shelf.pairs[:_FEW]
        splits = sorted((each for each in self.shelf.verdicts if each.split > 0), key=lambda each: -each.split)[:_FEW]
        turned = [each for each in self.shelf.verdicts if each.slug in self.pasts][:_FEW]
        rates = [(each.id, each.rate) for each in self.reviewers]
        for sheaf in sheaves(self.shelf.verdicts, self.frame.settings.per_page, ""):
            about: list[Any] = [_digests(sheaf), sheaf.number, sheaf.count, self.shelf.waiting == 0]
            if sheaf.number == 1:
                pasts = [self.pasts[each.slug] for each in turned]
                about += [_digests(few), _digests(splits), _digests(turned), pasts, rates, sheaf.total]

            def shown(sheaf: Sheaf[Listing] = sheaf) -> dict[str, Any]:
                turns = [self._turn(each) for each in turned] if sheaf.number == 1 else []
                return {
                    "sheaf": sheaf,
                    "pairs": few,
                    "splits": splits,
                    "turns": [turn for turn in turns if turn.changes],
                    "reviewers": self.reviewers,
                    "waiting": self.shelf.waiting,
                }

            frame = self.frame.at(sheaf.place, picture=routes.CARD if self._has_cards else None)
            yield self._page("home.html.j2", frame, about, shown, linked_data.of_home)

    def _lists(self) -> Iterator[Planned]:
        per_page = self.frame.settings.per_page
        for sheaf in sheaves(self.by_name, per_page * 4, routes.ALL):
            trail: Trail = (("All verdicts", None),)
            yield self._list(sheaf, "All verdicts", trail, routes.ALL, searchable=True)
        for place, (name, listings) in self.categories.items():
            for sheaf in sheaves(listings, per_page, place):
                trail = (("Categories", routes.CATEGORIES), (name, None))
                yield self._list(sheaf, name, trail, routes.CATEGORIES, searchable=False)
        kinds = [(name, place, len(listings)) for place, (name, listings) in self.categories.items()]
        yield self._plain("categories.html.j2", routes.CATEGORIES, "Categories", kinds=kinds)
        for pairs in sheaves(self.shelf.pairs, per_page, routes.COMPARISONS):
            trail = (("Head to head", None),)
            about = [_digests(pairs), pairs.number, pairs.count]
            described = partial(_described, name="Head to head", trail=trail)
            frame = self.frame.at(pairs.place, current=routes.COMPARISONS)
            shown = {"sheaf": pairs, "trail": trail}
            yield self._page("pairs.html.j2", frame, about, lambda shown=shown: shown, described)

    def _list(
        self, sheaf: Sheaf[Listing], name: str, trail: Trail, current: str, *, searchable: bool
    ) -> Planned:
        about = [name, _digests(sheaf), sheaf.number, sheaf.count, sheaf.total]
        shown = {"sheaf": sheaf, "name": name, "trail": trail, "searchable": searchable}
        described = partial(_described, name=name, trail=trail)
        return self._page("list.html.j2", self.frame.at(sheaf.place, current=current), about, lambda: shown, described)

    def _release(self, listing: Listing) -> Planned:
        place = routes.release(listing.slug)
        standing = self.standings.get(listing.slug)
        pairs = [
            PairLink(pair.title, routes.comparison(pair.slug), pair.call)
            for pair in self.shelf.pairs_of.get(listing.slug, ())
        ]
        picture = f"{place}{routes.CARD}" if self._has_cards else None
        frame = self.frame.at(place, current=routes.ALL, picture=picture)
        past = self.pasts.get(listing.slug, "")

        def shown() -> dict[str, Any]:
            verdict = self.shelf.verdict(listing.slug)
            earlier = self.shelf.past(listing.slug) if past else ()
            about = about_release(verdict, past=earlier, standing=standing, pairs=pairs)
            ours = frame.describing(linked_data.of_release(frame, verdict, listing, about.trail))
            return {"site": ours, "sheet": Sheet(verdict), "about": about}

        about = [listing.record, past, standing, [(pair.title, pair.place, pair.call) for pair in pairs]]
        return self._page("verdict.html.j2", frame, about, shown)

    def _comparison(self, pair: PairListing) -> Planned:
        place = routes.comparison(pair.slug)
        picture = f"{place}{routes.CARD}" if self._has_cards else None
        frame = self.frame.at(place, current=routes.COMPARISONS, picture=picture)
        standings = {slug: self.standings[slug] for slug in pair.names if slug in self.standings}

        def shown() -> dict[str, Any]:
            comparison = self.shelf.comparison(pair.slug)
            about = about_comparison(comparison, standings)
            first = pair.first.date().isoformat()
            ours = frame.describing(linked_data.of_comparison(frame, comparison, first, about.trail))
            return {"site": ours, "comparison": comparison, "sheets": sheets(comparison.verdicts), "about": about}

        records = [self.shelf.by_slug[slug].record for slug in pair.names]
        return self._page("comparison.html.j2", frame, [pair.record, records, standings], shown)

    def _reviewer_pages(self) -> Iterator[Planned]:
        rates = [(each.id, each.name, each.rate, each.persona and each.persona.hash) for each in self.reviewers]
        shown = {"reviewers": self.reviewers, "trail": (("Reviewers", None),)}
        frame = self.frame.at(routes.REVIEWERS, current=routes.REVIEWERS)
        described = partial(_described, name="Reviewers", trail=shown["trail"])
        yield self._page("reviewers.html.j2", frame, rates, lambda: shown, described)
        yield from (self._reviewer(each) for each in self.reviewers)

    def _reviewer(self, reviewer: Reviewer) -> Planned:
        trail: Trail = (("Reviewers", routes.REVIEWERS), (reviewer.name, None))
        latest, alone = reviewer.cast[:_RECORD], reviewer.alone[:_FEW]
        counts = [reviewer.count(vote) for vote in ("ship", "skip", "abstain", "spoiled")]
        written = reviewer.persona.hash if reviewer.persona else None
        about = [reviewer.name, written, counts, _cast(latest), _cast(alone), len(reviewer.alone)]
        shown = {"reviewer": reviewer, "latest": latest, "alone": alone, "trail": trail}
        described = partial(_described, name=reviewer.name, trail=trail)
        frame = self.frame.at(reviewer.place, current=routes.REVIEWERS)
        return self._page("reviewer.html.j2", frame, about, lambda: shown, described)

    def _plain(self, template: str, place: str, name: str, **shown: Any) -> Planned:  # noqa: ANN401 - told as it is
        trail: Trail = ((name, None),)
        described = None if place == routes.MISSING else partial(_described, name=name, trail=trail)
        frame = self.frame.at(place, current=place)
        return self._page(template, frame, [shown], lambda: {**shown, "trail": trail}, described)

    def _page(
        self,
        template: str,
        frame: Frame,
        about: Any,  # noqa: ANN401 - anything that JSON can hold
        shown: Callable[[], Mapping[str, Any]],
        described: Callable[[Frame], Any] | None = None,
    ) -> Planned:
        """Return a page's plan; it is rendered only if its key is new."""

        def make() -> bytes:
            site = frame if described is None else frame.describing(described(frame))
            known = {"site": site, "layout": LAYOUT, **shown()}
            return self.theme.render(template, **known).encode("utf-8", "backslashreplace")

        key = fingerprint([self.theme.hash_of(template), self._surroundings, frame.picture, about])
        return Planned(routes.file(frame.place), key, make)

    @property
    def _has_cards(self) -> bool:
        return self.frame.cards

    @cached_property
    def _surroundings(self) -> str:
        """What changes whenever every page must be made anew."""
        frame = self.frame
        told = [frame.style, frame.script, frame.votes_url, frame.drafts, frame.cards, frame.version]
        return fingerprint([frame.settings, told])

    def _turn(self, listing: Listing) -> Turn:
        past = self.shelf.past(listing.slug)
        return Turn(listing, changes(past[-1], self.shelf.verdict(listing.slug)) if past else ())


def _described(frame: Frame, *, name: str, trail: Trail) -> Any:  # noqa: ANN401 - a Markup
    return linked_data.of_page(frame, name, trail)


def _digests(listings: Any) -> list[str]:  # noqa: ANN401 - a sheaf or a sequence of listings
    return [each.digest for each in getattr(listings, "items", listings)]


def _cast(cast: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - pairs of a listing and a vote
    return [(listing.digest, seat.vote) for listing, seat in cast]
