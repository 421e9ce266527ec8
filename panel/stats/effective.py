"""How many independent votes a panel is worth."""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from panel.domain.ballot import Choice

ENOUGH = 10
"""Verdicts that two seats must have voted on together before their correlation is estimated."""


def mean_correlation(history: Iterable[Mapping[str, Choice]]) -> float | None:
    """Return the mean correlation between seats over past verdicts; None while history is too short.

    For every pair of personas, Pearson's correlation of their votes (ship 1, skip 0; φ for two-valued votes) over the
    verdicts where both voted. A pair of which one never changed its vote says nothing and is left out.

    Args:
        history: One mapping per past verdict: persona → vote. Abstentions are left out.
    """
    past = list(history)
    personas = sorted({persona for votes in past for persona in votes})
    found = [r for pair in combinations(personas, 2) if (r := _correlation(_together(past, *pair))) is not None]
    return math.fsum(found) / len(found) if found else None


def effective_votes(seats: int, correlation: float) -> float:
    """Return n / (1 + (n − 1)·ρ): how many independent votes n correlated ones are worth, from 1 to n.

    A negative ρ is taken as 0: seats that contradict each other don't make more votes than there are seats.

    Source: L. Kish, Survey Sampling (1965), the design effect of clusters.
    """
    if seats < 1:
        raise ValueError(f"a panel of {seats} seats has no votes")
    return seats / (1 + (seats - 1) * min(max(correlation, 0.0), 1.0))


def _together(past: Sequence[Mapping[str, Choice]], one: str, other: str) -> list[tuple[int, int]]:
    return [
        (int(votes[one] == "ship"), int(votes[other] == "ship"))
        for votes in past
        if votes.get(one) in ("ship", "skip") and votes.get(other) in ("ship", "skip")
    ]


def _correlation(pairs: list[tuple[int, int]]) -> float | None:
    n = len(pairs)
    if n < ENOUGH:
        return None
    mean_a, mean_b = sum(a for a, _ in pairs) / n, sum(b for _, b in pairs) / n
    spread = math.sqrt(mean_a * (1 - mean_a) * mean_b * (1 - mean_b))
    if spread == 0:
        return None
    return (sum(a * b for a, b in pairs) / n - mean_a * mean_b) / spread
