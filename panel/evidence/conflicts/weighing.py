"""How likely two given sentences can't both be true: their signs, weighed.

The weights are those of a logistic regression fitted to labelled pairs by ``benchmarks/pair_weights.py``.
"""

from math import exp

from panel.evidence.conflicts.statements import Signs
from panel.evidence.conflicts.weights import BIAS, WEIGHTS

GROUNDS = (
    "ruled",
    "ruled on plain sentences",
    "opposed",
    "one relation + other names",
    "figures clash",
    "dates clash",
    "licences clash",
    "turned",
    "one denies",
    "one denies what the other leaves",
    "other names",
    "other least version",
    "another value",
    "denied thing told",
    "one quotes and differs",
    "both came out",
    "one says only",
)
"""Signs of which a contradiction has one, where the two don't say different things of what both speak of."""

LEAST = 0.5
"""Chance above which a pair counts as a contradiction."""


def chance(found: Signs) -> float:
    """Return the chance, from 0 to 1, that signs come to; none where nothing clashes and one says no more."""
    if not clashes(found):
        return 0.0
    return 1 / (1 + exp(-BIAS - sum(WEIGHTS.get(name, 0.0) * strength for name, strength in found.items())))


def clashes(found: Signs) -> bool:
    """Whether there is any ground for a contradiction."""
    beside = "shared" in found and ("apart" in found or "more in one" in found)
    return beside or any(ground in found for ground in GROUNDS)
