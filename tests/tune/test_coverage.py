"""Estimators recover planted truths within their intervals; the gate keeps its level and finds what it says it finds.

A smaller ``benchmarks/coverage.py`` with fixed seeds: 30 to 100 simulations a line here, 1,000 there.
"""

import math

import pytest

from benchmarks.coverage import coverage_lines, rate_lines, share_of

RUNS = 100
LINES = {
    "persona and people (even), 30 releases": None,
    "persona and people (near-perfect), 30 releases": None,
    "persona and people (even), 120 releases of 40 vendors": None,
    "people among themselves, 60 releases": 30,
    "flips, 40 releases": 30,
    "confidence, 60 releases": 30,
    "seats, 60 releases": 40,
    "attribution, 40 releases": None,
    "difference of two texts, 90 releases of 30 vendors": 30,
    "favour, however early one stops": None,
}


def beyond_chance(share, runs):
    """Return how far a count of so many simulations may lie off by chance, once in 2,000 lines."""
    return 3.3 * math.sqrt(share * (1 - share) / runs) + 0.5 / runs


@pytest.mark.parametrize("line", LINES)
def test_intervals_hold_the_truth(line):
    """About 95 of 100 intervals hold what was planted."""
    runs = LINES[line] or RUNS
    for figure, share in share_of(coverage_lines()[line], runs, seed=0).items():
        assert share >= 0.95 - beyond_chance(0.95, runs), figure


@pytest.mark.parametrize(
    "line",
    [
        "an answer: texts alike, 80 releases, 5 repeats",
        "an answer: texts alike, 120 releases of 30 vendors",
        "sequential, an answer: texts alike, up to 500 releases",
    ],
)
def test_the_gate_keeps_its_level(line):
    """Texts that are alike get an answer at most five times of 100, with repeats, vendors and peeking included."""
    runs = RUNS if line.startswith("sequential") else 60
    (share,) = share_of(rate_lines()[line][0], runs, seed=0).values()
    assert share <= 0.05 + beyond_chance(0.05, runs)


@pytest.mark.parametrize(
    "line",
    ["the same with repeats pooled, which isn't done", "the same with vendors forgotten, which isn't done"],
)
def test_what_the_gate_avoids_would_ring_falsely(line):
    """Counting repeats, or releases of one vendor, as evidence of their own would break the level."""
    (share,) = share_of(rate_lines()[line][0], RUNS, seed=0).values()
    assert share > 0.05 + beyond_chance(0.05, RUNS)


def test_the_gate_has_its_power():
    """A difference is found about as often as was counted beforehand."""
    name, (line, _) = next((name, line) for name, line in rate_lines().items() if name.startswith("worse by 15"))
    (share,) = share_of(line, 40, seed=0).values()
    assert abs(share - 0.8) <= beyond_chance(0.8, 40), name


def test_sequential_mode_finds_it_too():
    """Stopping early finds a difference of 15 points among 500 releases nearly always."""
    name = "sequential: better by 15 points, up to 500 releases"
    (share,) = share_of(rate_lines()[name][0], RUNS, seed=0).values()
    assert share > 0.9
