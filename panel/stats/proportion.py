"""How far a share that was counted among independent voters can be trusted."""

import math
from statistics import NormalDist


def wilson_interval(hits: int, total: int, level: float = 0.95) -> tuple[float, float]:
    """Return the score interval of a share, both ends from 0 to 1; (0, 1) where nothing was counted.

    Unlike the textbook interval it stays within 0 and 1 and means something for a handful of votes, or for all alike.

    Args:
        hits: Those counted, 0 to ``total``.
        total: All of them.
        level: Probability that the interval should hold, between 0 and 1.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
    """
    if not 0 <= hits <= total:
        raise ValueError(f"{hits} of {total} is impossible")
    if not 0 < level < 1:
        raise ValueError(f"an interval's level lies between 0 and 1, not {level!r}")
    if total == 0:
        return 0.0, 1.0
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, spread = hits / total, z * z / total
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * math.sqrt(share * (1 - share) / total + spread / (4 * total))
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))


def whole_percent(hits: int, total: int, level: float = 0.95) -> tuple[int, tuple[int, int]]:
    """Return a share and its interval in whole percent, the interval rounded outward; ``total`` is at least 1."""
    low, high = wilson_interval(hits, total, level)
    return math.floor(100 * hits / total + 0.5), (math.floor(100 * low + 1e-9), math.ceil(100 * high - 1e-9))
