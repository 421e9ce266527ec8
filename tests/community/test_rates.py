"""Limits per address: bursts, refill, neighbourhoods, and a bounded memory."""

import pytest

from panel.community.rates import _MOST, Limiter, Rate, read_rate
from panel.errors import DeclarationError


class Clock:
    """A clock that stands still until it is told otherwise."""

    now = 1_000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


def test_a_full_burst_then_one_at_a_time():
    """Six a minute: six at once, the seventh after ten seconds."""
    clock = Clock()
    limiter = Limiter(Rate(6, 60), clock)
    assert [limiter.wait("10.0.0.1") for _ in range(6)] == [0.0] * 6
    assert limiter.wait("10.0.0.1") == pytest.approx(10)
    clock.now += 9
    assert limiter.wait("10.0.0.1") == pytest.approx(1)
    clock.now += 1
    assert limiter.wait("10.0.0.1") == 0.0
    clock.now += 3_600
    assert [limiter.wait("10.0.0.1") for _ in range(7)].count(0.0) == 6


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("10.0.0.1", "10.0.0.2", False, id="two IPv4 addresses"),
        pytest.param("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True, id="one IPv6 network"),
        pytest.param("2001:db8:1:2::1", "2001:db8:1:3::1", False, id="two IPv6 networks"),
        pytest.param("::ffff:10.0.0.1", "10.0.0.1", True, id="IPv4 in IPv6"),
        pytest.param("unknown", "unknown", True, id="no address"),
    ],
)
def test_what_counts_as_one_address(one, other, same):
    """An IPv6 customer has a whole network, and is one reader."""
    limiter = Limiter(Rate(1, 3_600), Clock())
    assert limiter.wait(one) == 0.0
    assert (limiter.wait(other) > 0) == same


def test_memory_is_bounded():
    """However many addresses come, the oldest are forgotten."""
    limiter = Limiter(Rate(1, 3_600), Clock())
    for number in range(_MOST + 10):
        limiter.wait(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}")
    assert len(limiter._buckets) == _MOST
    assert limiter.wait("10.0.0.0") == 0.0  # forgotten
    assert limiter.wait(f"10.0.{(_MOST + 9) >> 8 & 255}.{(_MOST + 9) & 255}") > 0  # remembered


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        pytest.param("30/m", Rate(30, 60), id="a minute"),
        pytest.param("5/sec", Rate(5, 1), id="a second"),
        pytest.param(" 500 / hour ", Rate(500, 3600), id="an hour"),
        pytest.param("off", None, id="off"),
    ],
)
def test_rates_are_read(text, rate):
    """A rate is a number and a time."""
    assert read_rate(text) == rate


@pytest.mark.parametrize("text", ["0/m", "30", "m/30", "-1/m", "30/d", ""])
def test_what_is_no_rate_is_refused(text):
    """What isn't one is told."""
    with pytest.raises(DeclarationError, match="is no rate"):
        read_rate(text)
