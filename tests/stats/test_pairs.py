"""Pairs counted and releases ranked: hand-computed cases and what always holds."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel.stats.preference import SeatAnswers, count_pair, preferred
from panel.stats.ranking import beats, circle, rank


def seat(result, *choices, weight=1.0):
    """A seat with its answers."""
    return SeatAnswers(weight, result, choices or ((result, result) if result else ()))


@pytest.mark.parametrize(
    ("choices", "result"),
    [
        (("a", "a"), "a"),
        (("a", "b"), "tie"),
        (("a", "tie"), "tie"),
        (("tie", "tie"), "tie"),
        (("a", None), None),
        ((), None),
    ],
    ids=["both", "order", "half", "neither", "spoiled", "unasked"],
)
def test_what_two_orders_come_to(choices, result):
    """Only the same answer in both orders is a preference; a missing one leaves no result."""
    assert preferred(choices) == result


def test_a_count_by_hand():
    """Three of four seats: 75 %; each seat's rate is (2 + ½) / (2 + 1), so the lead holds in 91 of 100."""
    count = count_pair("a", "b", [seat("a"), seat("a"), seat("a"), seat("b")])
    assert (count.a, count.tie, count.b, count.percent) == (3, 0, 1, 75)
    up, down = 2.5 / 3, 0.5 / 3
    wins = {3: 0.0, 4: 0.0, 1: 0.0, 0: 0.0}
    for number, ways in ((3, 1), (2, 3), (1, 3), (0, 1)):
        chance = ways * up**number * down ** (3 - number)
        for more, also in ((1, down), (0, up)):
            if number + more != 2:
                wins[number + more] += chance * also
    assert count.chance == pytest.approx((wins[3] + wins[4]) / sum(wins.values()), abs=0.001)
    assert count.winner == "a"


def test_ties_count_half_and_decide_nothing():
    """Seats that change with the order leave the share at 50 % and nobody ahead."""
    count = count_pair("a", "b", [seat("tie", "a", "b")] * 4)
    assert (count.percent, count.winner, count.chance) == (50, None, 0.5)


def test_below_quorum_there_is_no_share():
    """Half of the seats without a result: no percentage, no winner, and they are counted as missing."""
    count = count_pair("a", "b", [seat("a"), seat("a"), seat(None), seat(None)])
    assert (count.missing, count.percent, count.winner) == (2, None, None)


def test_weights_count():
    """A seat of weight three outweighs two others."""
    assert count_pair("a", "b", [seat("a", weight=3), seat("b"), seat("b")]).percent == 60


RESULTS = st.lists(st.tuples(st.sampled_from(["a", "b", "tie"]), st.floats(0.1, 5)), min_size=1, max_size=7)


@given(RESULTS)
def test_a_pair_turned_round_is_the_same_pair(results):
    """Share, interval and winner of (b, a) mirror those of (a, b), and the interval holds the share."""
    seats = [seat(result, weight=weight) for result, weight in results]
    one, other = count_pair("a", "b", seats), count_pair("b", "a", seats)
    assert (one.a, one.tie, one.b) == (other.b, other.tie, other.a)
    assert abs(one.percent + other.percent - 100) <= 1
    assert one.interval[0] <= one.percent <= one.interval[1]
    assert one.winner == other.winner
    assert one.chance + other.chance == pytest.approx(1, abs=0.002)


def decided(*wins):
    """Winners of pairs, written ``ab`` for a beats b."""
    return {(win[0], win[1]): win[0] for win in wins}


@pytest.mark.parametrize(
    ("wins", "groups"),
    [
        (["ab", "bc", "ac"], [["a"], ["b"], ["c"]]),
        (["ab", "bc", "ca"], [["a", "b", "c"]]),
        (["ac", "bc"], [["a", "b"], ["c"]]),
        ([], [["a", "b", "c"]]),
        (["ab", "ac"], [["a"], ["b", "c"]]),
        (["ac"], [["a", "b", "c"]]),
    ],
    ids=["order", "circle", "level at the top", "nothing", "level below", "half known"],
)
def test_rankings_by_hand(wins, groups):
    """Decided pairs order; circles and ties share a place."""
    assert rank("abc", decided(*wins)) == groups


PAIRS = st.fixed_dictionaries({pair: st.sampled_from([pair[0], pair[1], None]) for pair in combinations("abcde", 2)})


@given(PAIRS)
def test_every_group_beats_every_lower_one(winners):
    """All above beat all below, every release has one place, and no group could be parted the same way."""
    groups = rank("abcde", winners)
    assert sorted(item for group in groups for item in group) == list("abcde")
    for upper, lower in combinations(groups, 2):
        assert all(beats(one, other, winners) for one in upper for other in lower)
    for group in groups:
        for size in range(1, len(group)):
            for top in combinations(group, size):
                rest = [item for item in group if item not in top]
                assert not all(beats(one, other, winners) for one in top for other in rest)


@given(PAIRS)
def test_a_circle_is_one(winners):
    """What is returned as a circle goes round; where there is one of three, one is returned."""
    found = circle("abcde", winners)
    if found is not None:
        assert all(beats(one, other, winners) for one, other in zip(found, [*found[1:], found[0]], strict=True))
    threes = (trio for trio in permutations("abcde", 3))
    exists = any(beats(a, b, winners) and beats(b, c, winners) and beats(c, a, winners) for a, b, c in threes)
    assert not exists or (found is not None and len(found) == 3)
