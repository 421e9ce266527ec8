"""Shares with an interval: known values, bounds, coverage of what was counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel.stats.proportion import whole_percent, wilson_interval


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        pytest.param(0, 10, 0.0, 0.2775, id="none of ten"),
        pytest.param(81, 263, 0.2553, 0.3662, id="Newcombe 1998, table 1"),
        pytest.param(15, 148, 0.0624, 0.1605, id="Newcombe 1998, table 1, second"),
        pytest.param(1, 29, 0.0061, 0.1718, id="Newcombe 1998, table 1, fourth"),
        pytest.param(0, 0, 0.0, 1.0, id="nothing counted"),
    ],
)
def test_known_intervals(hits, total, low, high):
    """Wilson's interval as R. G. Newcombe tabulated it (Statistics in Medicine 17, 1998), continuity uncorrected."""
    assert wilson_interval(hits, total) == pytest.approx((low, high), abs=5.1e-5)


@given(st.integers(1, 5_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.floats(0.5, 0.999))
def test_an_interval_holds_its_share_within_0_and_1(counted, level):
    """Whatever is counted, the share lies in its interval and the interval in 0 … 100 %."""
    hits, total = counted
    low, high = wilson_interval(hits, total, level)
    assert 0 <= low <= hits / total <= high <= 1
    percent, (bottom, top) = whole_percent(hits, total, level)
    assert 0 <= bottom <= percent <= top <= 100


@pytest.mark.parametrize(("hits", "total", "level"), [(3, 2, 0.95), (-1, 2, 0.95), (1, 2, 1.0), (1, 2, 0)])
def test_the_impossible_is_refused(hits, total, level):
    """More hits than votes, or a level that is none, is a mistake of ours."""
    with pytest.raises(ValueError, match=r"impossible|level"):
        wilson_interval(hits, total, level)
