"""Which of two releases the same seats prefer, and how far that can be trusted."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from panel.domain.head_to_head import TIE, PairCount
from panel.stats.interval import SeatRate, share_distribution, ship_interval
from panel.stats.lead import DECIDED

_HALF = 5_000
"""Level, in hundredths of a percent."""


class SeatAnswers(NamedTuple):
    """What one seat answered about a pair, in one way of asking."""

    weight: float
    """Weight of the seat, above 0."""
    result: str | None
    """Slug of the release that it prefers, ``tie``, or None without a result."""
    choices: tuple[str, ...]
    """Every readable answer behind it: a slug or ``tie``."""


def preferred(choices: Sequence[str | None]) -> str | None:
    """Return what answers to one question in both orders come to.

    The same release every time is preferred; anything else (a tie, or an answer that changes with the order) is a tie.
    Where an answer is missing there is no result: one order alone can't show whether the order decided.
    """
    if not choices or any(choice is None for choice in choices):
        return None
    return choices[0] if len(set(choices)) == 1 else TIE


def count_pair(a: str, b: str, seats: Sequence[SeatAnswers], *, quorum: float = 0.5, level: float = 0.95) -> PairCount:
    """Count a pair over its seats.

    The share of the first release is the weight of the seats that prefer it, ties counted half, of all seats with a
    result. Its interval and chance come from the seats' own rates, as those of a ship percentage do: each seat's
    answers, a tie half for either side, smoothed by Jeffreys' prior, (chosen + ½) / (answers + 1); asked again, the
    seats answer independently of each other (Poisson-binomial).

    Args:
        a: Slug of the one release.
        b: Slug of the other.
        seats: What every seat answered.
        quorum: More than this share of the seats must have a result, else there is no share; from 0 to below 1.
        level: Level of the interval, between 0 and 1.
    """
    heard = [seat for seat in seats if seat.result is not None]
    counts = {side: sum(seat.result == side for seat in heard) for side in (a, TIE, b)}
    count = PairCount(a=counts[a], tie=counts[TIE], b=counts[b], missing=len(seats) - len(heard))
    if not heard or len(heard) <= quorum * len(seats):
        return count
    total = math.fsum(seat.weight for seat in heard)
    share = 100 * math.fsum(seat.weight * {a: 1.0, TIE: 0.5, b: 0.0}[seat.result or TIE] for seat in heard) / total
    rates = [SeatRate(seat.weight, _rate(seat.choices, a)) for seat in heard]
    chance = _chance_above_half(rates)
    ahead = a if share > 50 else b if share < 50 else None
    sure = chance if ahead == a else 1 - chance
    return count.model_copy(
        update={
            "percent": math.floor(share + 0.5),
            "interval": ship_interval(rates, share, level),
            "chance": round(chance, 3),
            "winner": ahead if ahead is not None and sure >= DECIDED else None,
        }
    )


def _rate(choices: Sequence[str], a: str) -> float:
    chosen = math.fsum({a: 1.0, TIE: 0.5}.get(choice, 0.0) for choice in choices)
    return (chosen + 0.5) / (len(choices) + 1)


def _chance_above_half(rates: Sequence[SeatRate]) -> float:
    shares = share_distribution(rates)
    above = math.fsum(chance for share, chance in shares.items() if share > _HALF)
    below = math.fsum(chance for share, chance in shares.items() if share < _HALF)
    return above / (above + below) if above + below > 1e-12 else 0.5
