"""What a release's and a comparison's page tell beside the record itself."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from panel.community.standing import Standing
from panel.domain.comparison import Comparison
from panel.domain.verdict import Verdict
from panel.publish.changes import Change, changes
from panel.publish.site import routes
from panel.publish.site.charts import Moment, Point, history
from panel.publish.site.listing import PairListing

Trail = tuple[tuple[str, str | None], ...]
"""Where a page stands: what each step is called, and its address; None for the page itself."""


@dataclass(frozen=True)
class PairLink:
    """A comparison as a release's page links to it."""

    title: str
    """``A vs B``."""
    place: str
    """Its address from the site's root on."""
    call: str
    """Which one to ship with, in a few words."""

    @classmethod
    def to(cls, pair: PairListing) -> "PairLink":
        """Return the link to a comparison."""
        return cls(pair.title, routes.comparison(pair.slug), pair.call)


@dataclass(frozen=True)
class AboutRelease:
    """What stands around a verdict on its page."""

    trail: Trail
    """Where the page stands."""
    standing: Standing | None
    """How the release stands with readers; None if nobody voted."""
    reviewers: Mapping[str, str]
    """Address of every persona's page, by persona."""
    pairs: tuple[PairLink, ...] = ()
    """The comparisons that it is part of."""
    moments: tuple[Moment, ...] = ()
    """How the panel stood each time it sat, the latest last."""
    changes: tuple[Change, ...] = ()
    """Who changed their mind since the time before."""
    vote_url: str | None = None
    """Where any reader can vote on it; None where only holders of a link vote."""

    @property
    def points(self) -> tuple[Point, ...]:
        """The moments as a chart draws them."""
        return history(self.moments)


@dataclass(frozen=True)
class AboutComparison:
    """What stands around a comparison on its page."""

    trail: Trail
    """Where the page stands."""
    places: Mapping[str, str]
    """Address of every compared release's page, by slug."""
    standings: Mapping[str, Standing] = field(default_factory=dict)
    """How the releases stand with readers, by slug."""


def about_release(
    verdict: Verdict,
    *,
    past: Sequence[Verdict] = (),
    standing: Standing | None = None,
    pairs: Sequence[PairLink] = (),
    vote_url: str | None = None,
) -> AboutRelease:
    """Return what stands around a verdict.

    Args:
        verdict: The verdict that counts.
        past: Those that it followed, the oldest first.
        standing: How the release stands with readers.
        pairs: The comparisons that it is part of.
        vote_url: Where any reader can vote on it.
    """
    release = verdict.release
    category = ((release.category, routes.category(release.category)),) if release.category else ()
    earlier = [Moment.of(drafted(each), each.tally) for each in past]
    moments = (*earlier, Moment.of(drafted(verdict), verdict.tally, now=True))
    return AboutRelease(
        trail=(("All verdicts", routes.ALL), *category, (release.name, None)),
        standing=standing,
        reviewers={persona: routes.reviewer(persona) for persona in _seated(verdict)},
        pairs=tuple(pairs),
        moments=moments,
        vote_url=vote_url,
        changes=changes(past[-1], verdict) if past else (),
    )


def about_comparison(comparison: Comparison, standings: Mapping[str, Standing]) -> AboutComparison:
    """Return what stands around a comparison."""
    slugs = [verdict.slug for verdict in comparison.verdicts]
    return AboutComparison(
        trail=(("Head to head", routes.COMPARISONS), (comparison.title, None)),
        places={slug: routes.release(slug) for slug in slugs},
        standings={slug: standings[slug] for slug in slugs if slug in standings},
    )


def drafted(verdict: Verdict) -> dt.date:
    """Return the day on which the panel last sat; the release's own day where no history tells."""
    sat = [event.at for event in verdict.history if event.state == "draft"]
    if sat:
        return sat[-1].date()
    return verdict.release.date or dt.date(1970, 1, 1)


def _seated(verdict: Verdict) -> list[str]:
    return [*(each.persona for each in verdict.ballots), *(each.persona for each in verdict.spoiled)]
