"""How far a ship percentage would wander if the same panel sat again."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_GRID = 10_000
"""Shares are kept to a hundredth of a percent, which bounds the work for any weights."""


class SeatRate(NamedTuple):
    """How one seat votes from sitting to sitting."""

    weight: float
    """Weight of its vote, above 0."""
    rate: float
    """Probability that it votes ship, from 0 to 1."""


def smoothed_rate(ship: int, votes: int) -> float:
    """Estimate a seat's ship rate from its samples with Jeffreys' prior: (ship + ½) / (votes + 1).

    One sample that ships gives 0.75, five of five 0.92: a seat is never taken for certain.

    Source: H. Jeffreys, Theory of Probability (1961), on the Beta(½, ½) prior of a binomial rate.
    """
    if not 0 <= ship <= votes:
        raise ValueError(f"{ship} ship votes of {votes} is impossible")
    return (ship + 0.5) / (votes + 1)


def share_distribution(seats: Iterable[SeatRate]) -> dict[int, float]:
    """Return the probability of every ship share, in hundredths of a percent (0 to 10 000).

    The count of independent votes with unequal rates is Poisson-binomial; with weights it is a weighted sum of them.
    It is computed exactly by convolution, up to the grid.

    Source: Y. H. Wang, On the number of successes in independent trials, Statistica Sinica 3 (1993).
    """
    seats = list(seats)
    total = math.fsum(seat.weight for seat in seats)
    shares = {0.0: 1.0}
    for seat in seats:
        step = seat.weight / total
        grown: dict[float, float] = {}
        for share, chance in shares.items():
            grown[share] = grown.get(share, 0.0) + chance * (1 - seat.rate)
            more = round(share + step, 6)
            grown[more] = grown.get(more, 0.0) + chance * seat.rate
        shares = grown if len(grown) <= _GRID else _on_grid(grown)
    return dict(sorted(_rounded(shares).items()))


def ship_interval(seats: Sequence[SeatRate], estimate: float, level: float = 0.95) -> tuple[int, int]:
    """Return the central interval of the ship percentage, whole percent, outward from the estimate.

    Args:
        seats: The seats that voted, with their smoothed rates.
        estimate: The percentage counted, 0 to 100; the interval always contains it.
        level: Probability that the interval should hold, between 0 and 1.
    """
    if not 0 < level < 1:
        raise ValueError(f"an interval's level lies between 0 and 1, not {level!r}")
    tail = (1 - level) / 2
    low = high = None
    below = 0.0
    for share, chance in share_distribution(seats).items():
        below += chance
        if low is None and below > tail:
            low = share
        if high is None and below >= 1 - tail - 1e-12:
            high = share
    assert low is not None
    high = _GRID if high is None else high
    return min(_percent(low), math.floor(estimate)), max(_percent(high), math.ceil(estimate))


def _percent(share: int) -> int:
    return math.floor(share / (_GRID / 100) + 0.5)


def _on_grid(shares: dict[float, float]) -> dict[float, float]:
    return {key / _GRID: chance for key, chance in _rounded(shares).items()}


def _rounded(shares: dict[float, float]) -> dict[int, float]:
    merged: dict[int, float] = {}
    for share, chance in shares.items():
        key = round(share * _GRID)
        merged[key] = merged.get(key, 0.0) + chance
    return merged
