"""How often the simulated panel sides with readers, over time and seat by seat; the two are compared, never pooled."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from panel.community.standing import Standing
from panel.domain.noun import Noun
from panel.domain.verdict import Verdict
from panel.stats.proportion import whole_percent

FEWEST: Final = 5
"""Comparisons from which a share is shown."""
UNDATED: Final = "undated"


class Sided(Noun):
    """How often the panel, or one seat of it, sided with readers."""

    about: str
    """Which: a month such as ``2026-04``, a persona's id, or ``all``."""
    title: str
    """What a table calls it."""
    compared: int
    """Releases on which both took a side."""
    sided: int
    """Those on which it was the same side."""
    percent: int | None
    """Share of them, whole percent; None below five comparisons."""
    interval: tuple[int, int] | None
    """Wilson's interval around it, whole percent; None below five comparisons."""
    gap: float | None = None
    """Mean distance of the two ship percentages, in points; None for a seat, which has no percentage."""


class Calibration(Noun):
    """The simulated panel held against readers."""

    overall: Sided
    """All releases together."""
    months: tuple[Sided, ...]
    """Month by month: when the verdict was published, or else when the release came out."""
    so_far: tuple[Sided, ...]
    """All up to the end of each of these months."""
    personas: tuple[Sided, ...]
    """Seat by seat."""
    ties: int
    """Releases left out because the panel or the readers stand at 50 %."""
    waiting: int
    """Releases left out because too few readers have voted, or because the panel has no percentage."""
    interval_level: float
    """Probability that the intervals are meant to hold."""
    fewest: int = FEWEST
    """Comparisons from which a share is shown."""

    @property
    def enough(self) -> bool:
        """Whether there is enough to say anything."""
        return self.overall.percent is not None

    @property
    def headline(self) -> str:
        """One sentence for people."""
        overall, low_high = self.overall, self.overall.interval
        if overall.percent is None or low_high is None:
            return (
                f"Too little to say how often the panel sides with readers: {overall.compared} "
                f"{'release has' if overall.compared == 1 else 'releases have'} enough readers' votes on them, and "
                f"{self.fewest} are needed."
            )
        return (
            f"The simulated panel sided with readers on {overall.sided} of {overall.compared} releases: "
            f"{overall.percent} % ({self.interval_level * 100:g} % interval {low_high[0]}–{low_high[1]} %)."
        )


class _Compared(NamedTuple):
    """One release on which panel and readers both took a side."""

    month: str
    same: bool
    gap: float


def calibration(verdicts: Iterable[Verdict], standings: Mapping[str, Standing], level: float = 0.95) -> Calibration:
    """Compare the side that the panel took on each release with the side that most readers took.

    Args:
        verdicts: The verdicts, one per release.
        standings: How releases stand with readers.
        level: Probability that the intervals should hold.
    """
    found: list[_Compared] = []
    seats: dict[str, list[bool]] = defaultdict(list)
    titles: dict[str, str] = {}
    ties = waiting = 0
    for verdict in verdicts:
        readers, panel = standings.get(verdict.slug), verdict.tally.ship_percent
        if readers is None or not readers.shown or panel is None:
            waiting += 1
            continue
        side = _side(readers.ship, readers.skip)
        if side is not None:
            for ballot in verdict.ballots:
                if ballot.vote != "abstain":
                    seats[ballot.persona].append(ballot.vote == side)
                    titles[ballot.persona] = verdict.titles.get(ballot.persona, ballot.persona)
        if side is None or panel == 50:
            ties += 1
            continue
        gap = abs(panel - 100 * readers.ship / readers.n)
        found.append(_Compared(_month(verdict), ("ship" if panel > 50 else "skip") == side, gap))
    months = sorted({each.month for each in found})
    return Calibration(
        overall=_releases("all", "All releases", found, level),
        months=tuple(_releases(m, m, [each for each in found if each.month == m], level) for m in months),
        so_far=tuple(_releases(m, m, [each for each in found if each.month <= m], level) for m in months),
        personas=tuple(_sided(p, titles[p], sum(votes), len(votes), level) for p, votes in sorted(seats.items())),
        ties=ties,
        waiting=waiting,
        interval_level=level,
    )


def _side(ship: int, skip: int) -> str | None:
    return None if ship == skip else "ship" if ship > skip else "skip"


def _month(verdict: Verdict) -> str:
    published = next((event.at for event in verdict.history if event.state == "published"), None)
    day: dt.date | None = verdict.release.date if published is None else published.date()
    return UNDATED if day is None else f"{day:%Y-%m}"


def _releases(about: str, title: str, found: list[_Compared], level: float) -> Sided:
    gap = round(sum(each.gap for each in found) / len(found), 1) if len(found) >= FEWEST else None
    sided = _sided(about, title, sum(each.same for each in found), len(found), level)
    return sided.model_copy(update={"gap": gap})


def _sided(about: str, title: str, sided: int, compared: int, level: float) -> Sided:
    percent, interval = whole_percent(sided, compared, level) if compared >= FEWEST else (None, None)
    return Sided(about=about, title=title, compared=compared, sided=sided, percent=percent, interval=interval)
