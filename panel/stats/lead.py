"""Whether one release is ahead of another by more than chance."""

from collections.abc import Iterable

from panel.stats.interval import SeatRate, share_distribution

DECIDED = 0.8
"""From this chance on a lead is called; below it, it is too close to call."""


def lead_chance(ahead: Iterable[SeatRate], behind: Iterable[SeatRate]) -> float:
    """Return the probability that the order holds if both panels sat again, among sittings that don't tie.

    Both panels are taken as independent with the seats' smoothed ship rates. Panels that always tie give 0.5.
    """
    first, second = share_distribution(ahead), share_distribution(behind)
    above = below = lower = 0.0
    others = iter(sorted(second.items()))
    share, chance = next(others)
    pending: tuple[int, float] | None = (share, chance)
    for mine, weight in sorted(first.items()):
        while pending is not None and pending[0] < mine:
            lower += pending[1]
            pending = next(others, None)
        same = pending[1] if pending is not None and pending[0] == mine else 0.0
        above += weight * lower
        below += weight * (1 - lower - same)
    decided = above + below
    return above / decided if decided > 1e-12 else 0.5
