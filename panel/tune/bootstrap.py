"""Intervals of figures that are made of many releases, each of which counts as one piece of evidence."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal

import numpy as np
import numpy.typing as npt
from scipy import special  # type: ignore[import-untyped]

from panel.tune.estimate import Estimate

Parts = npt.NDArray[np.float64]
"""One row per release: what it contributes to sums of which a figure is made."""
Statistic = Callable[[Parts], Parts]
"""From sums (the last axis) to figures."""
Scale = Literal["share", "correlation", "plain"]
"""Where a figure lives: 0 to 1, −1 to 1, or anywhere."""

RESAMPLES = 1000
METHOD = "the wider of a bootstrap and a jackknife over releases"
FEWEST = 5
"""Releases below which no interval is made."""

SHARE_PRIOR: Parts = np.array([[0.25, 0.25], [0.0, 0.25]] * 2)
"""Half a release at 1 and half a release at 0, for means of rows (sum, weight)."""
DIFFERENCE_PRIOR: Parts = np.array([[0.25, 0.25], [-0.25, 0.25]] * 2)
"""The same for means of differences between −1 and 1."""
TABLE_PRIOR: Parts = 0.5 * np.eye(4)
"""Half a release in each cell, for tables of two times two."""


def mean(sums: Parts) -> Parts:
    """Return a weighted mean from sums (sum, weight)."""
    return divided(sums[..., 0], sums[..., 1])


def divided(above: Parts, below: Parts) -> Parts:
    """Divide, leaving what isn't defined as NaN."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.abs(below) > 1e-12, above / below, np.nan)


def estimate(
    parts: Parts,
    statistic: Statistic,
    *,
    scale: Scale,
    prior: Parts | None = None,
    groups: Sequence[str] | None = None,
    level: float = 0.95,
    seed: int = 0,
    why: str = "it isn't defined where everybody votes alike",
) -> Estimate:
    """Return a figure over releases with its interval.

    Releases are resampled whole, with all the votes on them: repeats and annotators don't make evidence. The interval
    is the wider of two. One is the percentile interval of a bootstrap over releases; the other a delete-one-release
    jackknife with Student's quantiles on the scale where the figure has no bounds. In both, ``prior`` stands beside
    the releases, so that a few releases which all agree don't look like certainty. The jackknife of a mean between 0
    and 1 is never wider than Wilson's interval for as many single votes as there are releases: nothing of that mean
    spreads more. Coverage is measured by ``benchmarks/coverage.py``.

    Args:
        parts: What each release contributes, one row each.
        statistic: Makes the figure of the sums of rows; works on the last axis.
        scale: Where the figure lives.
        prior: Rows that stand for what was thought before; they widen the interval and leave the figure as it is.
        groups: What each release belongs to, if releases that belong together are one piece of evidence.
        level: Share of such intervals that should hold the truth, between 0 and 1.
        seed: Starts the resampling; the same data and seed give the same interval.
        why: What to say where the figure isn't defined.

    Source: B. Efron and R. Tibshirani, An Introduction to the Bootstrap (1993), chapters 11 and 13; A. Agresti and
    B. Coull, Approximate is better than "exact", The American Statistician 52 (1998), on the added releases.
    """
    rows = parts if groups is None else _joined(parts, groups)
    n = len(rows)
    value = float(statistic(rows.sum(0))) if n else float("nan")
    if not np.isfinite(value):
        return Estimate.undefined(why if n else "there is no release to count", n=n, level=level)
    if n < FEWEST:
        few = f"{n} releases are too few for an interval; {FEWEST} are needed"
        return Estimate(value=value, level=level, n=n, method="none", why=few)
    widened = rows if prior is None else np.concatenate([rows, prior])
    low, high = _jackknife(widened, statistic, scale, level, n)
    if statistic is mean and scale == "share":
        bounds = _wilson(rows, level)
        low, high = max(low, bounds[0]), min(high, bounds[1])
    ends = [*_bootstrap(widened, statistic, level, seed), low, high]
    known = [end for end in ends if np.isfinite(end)]
    if not known:
        return Estimate(value=value, level=level, n=n, method="none", why="its interval isn't defined here")
    low, high = min(*known, value), max(*known, value)
    bottom = {"share": 0.0, "correlation": -1.0, "plain": -np.inf}[scale]
    top = np.inf if scale == "plain" else 1.0
    return Estimate(value=value, low=max(low, bottom), high=min(high, top), level=level, n=n, method=METHOD)


def mean_share(values: Sequence[float] | Parts, groups: Sequence[str] | None, level: float) -> Estimate:
    """Return the mean of one value between 0 and 1 for each release, with its interval."""
    return estimate(_counted_once(values), mean, scale="share", prior=SHARE_PRIOR, groups=groups, level=level)


def mean_change(values: Sequence[float] | Parts, groups: Sequence[str] | None, level: float) -> Estimate:
    """Return the mean of one difference between −1 and 1 for each release, with its interval."""
    parts = _counted_once(values)
    return estimate(parts, mean, scale="correlation", prior=DIFFERENCE_PRIOR, groups=groups, level=level)


def _counted_once(values: Sequence[float] | Parts) -> Parts:
    column = np.array(values, dtype=np.float64)
    return np.stack([column, np.ones(len(column))], axis=-1)


def _joined(parts: Parts, groups: Sequence[str]) -> Parts:
    """Add up the rows of releases that belong together."""
    names = {name: place for place, name in enumerate(dict.fromkeys(groups))}
    joined = np.zeros((len(names), parts.shape[1]))
    np.add.at(joined, [names[name] for name in groups], parts)
    return joined


def _bootstrap(rows: Parts, statistic: Statistic, level: float, seed: int) -> tuple[float, float]:
    n = len(rows)
    at_once = max(1, min(RESAMPLES, 5_000_000 // n))
    found = [
        statistic(_times(n, min(at_once, RESAMPLES - start), seed + start) @ rows)
        for start in range(0, RESAMPLES, at_once)
    ]
    drawn = np.concatenate(found)
    drawn = drawn[np.isfinite(drawn)]
    if len(drawn) < RESAMPLES / 2:
        return float("nan"), float("nan")
    low, high = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def _times(n: int, resamples: int, seed: int) -> Parts:
    """Return how often each of n releases comes in each resample; kept, where they are few, for the next figure."""
    return _kept_times(n, resamples, seed) if n <= _KEPT else _drawn_times(n, resamples, seed)


def _drawn_times(n: int, resamples: int, seed: int) -> Parts:
    return np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), size=resamples).astype(np.float64)


_KEPT = 500
_kept_times = lru_cache(maxsize=16)(_drawn_times)


def _jackknife(rows: Parts, statistic: Statistic, scale: Scale, level: float, releases: int) -> tuple[float, float]:
    n, total = len(rows), rows.sum(0)
    without = _free(statistic(total - rows), scale)
    without = without[np.isfinite(without)]
    if len(without) < n / 2:
        return float("nan"), float("nan")
    spread = np.sqrt((n - 1) / n * np.sum((without - without.mean()) ** 2))
    half = special.stdtrit(max(releases - 1, 1), (1 + level) / 2) * spread
    middle = _free(statistic(total), scale)
    ends = _bound(np.array([middle - half, middle + half]), scale)
    return float(ends[0]), float(ends[1])


def _wilson(rows: Parts, level: float) -> tuple[float, float]:
    """Return Wilson's interval for single votes with the mean of these rows, as many as their weights are worth."""
    share = float(mean(rows.sum(0)))
    worth = rows[:, 1].sum() ** 2 / (rows[:, 1] ** 2).sum()
    z = special.stdtrit(max(len(rows) - 1, 1), (1 + level) / 2)
    middle, spread = share + z * z / worth / 2, z * np.sqrt((share * (1 - share) + z * z / worth / 4) / worth)
    whole = 1 + z * z / worth
    return float((middle - spread) / whole), float((middle + spread) / whole)


def _free(figures: Parts, scale: Scale) -> Parts:
    """Bring figures to a scale without bounds."""
    if scale == "share":
        inside = np.clip(figures, 1e-6, 1 - 1e-6)
        return np.log(inside / (1 - inside))
    return np.arctanh(np.clip(figures, -1 + 1e-6, 1 - 1e-6)) if scale == "correlation" else figures


def _bound(figures: Parts, scale: Scale) -> Parts:
    if scale == "share":
        return 1 / (1 + np.exp(-figures))
    return np.tanh(figures) if scale == "correlation" else figures
