"""Whether a change shows: exact tests on pairs, what they could have found, and how many releases it would take."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from statistics import NormalDist

import numpy as np
import numpy.typing as npt
from scipy import special  # type: ignore[import-untyped]

from panel.tune.bootstrap import Parts

POWER = 0.8
"""Chance to find a difference that is there, where releases are counted."""
MOST = 20_000
"""Releases beyond which nobody counts."""
_MOST_COUNTED = 1_000
"""Releases up to which power is counted exactly; beyond, the normal distribution is as good."""


def sign_flip_test(differences: Sequence[int], groups: Sequence[str] | None = None) -> float:
    """Return the two-sided p-value of paired differences, exactly.

    If before and after are alike, each group's sum might as well have had the other sign: p is the share of all ways to
    set the signs whose total is at least as far from 0. With differences of −1, 0 and 1 and a group per release, this
    is McNemar's exact test.

    Args:
        differences: One per release, whole numbers.
        groups: What each release belongs to; releases that belong together flip together.

    Source: R. A. Fisher, The Design of Experiments (1935), section 21; Q. McNemar, Psychometrika 12 (1947).
    """
    sums: dict[str, int] = {}
    for number, difference in enumerate(differences):
        name = str(number) if groups is None else groups[number]
        sums[name] = sums.get(name, 0) + difference
    sizes = sorted(abs(each) for each in sums.values() if each)
    total = sum(sizes)
    chances: Parts = np.zeros(2 * total + 1)
    chances[total] = 1.0
    for size in sizes:
        chances = (np.roll(chances, size) + np.roll(chances, -size)) / 2
    far = abs(sum(sums.values()))
    places = np.abs(np.arange(-total, total + 1))
    return min(1.0, float(chances[places >= far].sum()))


def mcnemar_exact(only_before: int, only_after: int) -> float:
    """Return McNemar's exact two-sided p-value from the pairs that differ."""
    return sign_flip_test([-1] * only_before + [1] * only_after)


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Return p-values corrected for having asked several questions at once.

    Source: S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6
    (1979).
    """
    in_order = sorted(p_values.items(), key=lambda item: item[1])
    adjusted: dict[str, float] = {}
    worst = 0.0
    for place, (name, p) in enumerate(in_order):
        worst = max(worst, min(1.0, (len(in_order) - place) * p))
        adjusted[name] = worst
    return {name: adjusted[name] for name in p_values}


def power_of_mcnemar(releases: int, differing: float, difference: float, alpha: float = 0.05) -> float:
    """Return the chance that McNemar's exact test finds a difference that is there, counted without simulation.

    Args:
        releases: How many are compared.
        differing: Share of releases on which the two votes' correctness differs, from 0 to 1.
        difference: Share that only the one gets right minus share that only the other does; at most ``differing``.
        alpha: Level of the test.
    """
    if releases < 1 or differing <= 0:
        return 0.0
    favour = 0.5 * (1 + min(1.0, abs(difference) / differing))
    pairs, need = _rejecting(releases, alpha)
    finds = special.bdtrc(need - 1, pairs, favour) + special.bdtr(pairs - need, pairs, favour)
    return float((_chance(pairs, releases, differing) * finds).sum())


def releases_needed(differing: float, difference: float, alpha: float = 0.05, power: float = POWER) -> int | None:
    """Return how many releases it takes to find a difference with a given chance; None beyond 20,000.

    Args:
        differing: See :func:`power_of_mcnemar`.
        difference: See :func:`power_of_mcnemar`.
        alpha: Level of the test.
        power: Chance to find it.
    """
    if difference == 0 or differing <= 0:
        return None
    rough = _roughly_needed(differing, difference, alpha, power)
    if rough > _MOST_COUNTED:
        return math.ceil(rough) if rough <= MOST else None
    low, high = 0, 8
    while power_of_mcnemar(high, differing, difference, alpha) < power:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        enough = power_of_mcnemar(middle, differing, difference, alpha) >= power
        low, high = (low, middle) if enough else (middle, high)
    return high


def least_difference(releases: int, differing: float, alpha: float = 0.05, power: float = POWER) -> float | None:
    """Return the smallest difference that so many releases find with a given chance; None if not even the largest.

    Args:
        releases: See :func:`power_of_mcnemar`.
        differing: See :func:`power_of_mcnemar`.
        alpha: Level of the test.
        power: Chance to find it.
    """
    if power_of_mcnemar(releases, differing, differing, alpha) < power:
        return None
    low, high = 0.0, differing
    for _ in range(20):
        middle = (low + high) / 2
        enough = power_of_mcnemar(releases, differing, middle, alpha) >= power
        low, high = (low, middle) if enough else (middle, high)
    return high


@lru_cache(maxsize=64)
def _rejecting(releases: int, alpha: float) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the numbers of differing pairs at which the exact test can reject, and how many must go one way."""
    pairs = np.arange(releases + 1)
    need = np.array([_needed(int(m), alpha) for m in pairs])
    return pairs[need <= pairs], need[need <= pairs]


@lru_cache(maxsize=10_000)
def _needed(pairs: int, alpha: float) -> int:
    """Return how many of so many differing pairs must go one way for the exact test to reject; more than all: none."""
    need = pairs // 2 + 1 + int(0.4 * math.sqrt(pairs))
    while need > pairs // 2 + 1 and special.bdtrc(need - 2, pairs, 0.5) <= alpha / 2:
        need -= 1
    while need <= pairs and special.bdtrc(need - 1, pairs, 0.5) > alpha / 2:
        need += 1
    return need


def _chance(hits: npt.NDArray[np.intp], total: int, rate: float) -> Parts:
    """Return the binomial chances of so many hits."""
    ways = special.gammaln(total + 1) - special.gammaln(hits + 1) - special.gammaln(total - hits + 1)
    return np.exp(ways + special.xlogy(hits, rate) + special.xlog1py(total - hits, -rate))  # type: ignore[no-any-return]


def _roughly_needed(differing: float, difference: float, alpha: float, power: float) -> float:
    """Return how many releases it takes, by the normal distribution.

    Source: R. J. Connor, Sample size for testing differences in proportions for the paired-sample design, Biometrics
    43 (1987).
    """
    sure, found = NormalDist().inv_cdf(1 - alpha / 2), NormalDist().inv_cdf(power)
    spread = sure * math.sqrt(differing) + found * math.sqrt(max(0.0, differing - difference**2))
    return float((spread / difference) ** 2)
