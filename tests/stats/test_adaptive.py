"""Adaptive sampling: spend ballots only where they can change something."""

from hypothesis import given
from hypothesis import strategies as st

from panel.stats.adaptive import Standing, wants_more


def seat(ship, skip, *, spoiled=0, most=5):
    """A seat of weight 1."""
    return Standing(1.0, ship, skip, ship + skip + spoiled, most)


def test_a_clear_panel_of_steady_seats_stops_after_one_ballot_each():
    """Four to nothing: no single change of mind would matter."""
    assert wants_more([seat(1, 0)] * 4) == [False] * 4


def test_a_close_panel_asks_every_open_seat_again():
    """Three to one: one change of mind would level it."""
    assert wants_more([seat(1, 0), seat(1, 0), seat(1, 0), seat(0, 1)]) == [True] * 4


def test_a_majority_that_cannot_turn_is_not_asked_again():
    """Three of five ballots agree: the other two change nothing."""
    assert wants_more([seat(3, 0), seat(0, 3)]) == [False, False]


def test_a_wavering_seat_is_asked_even_on_a_clear_panel():
    """One ship and one skip say nothing yet; so does a ballot that couldn't be read."""
    clear = [seat(1, 0)] * 5
    assert wants_more([*clear, seat(1, 1)])[-1]
    assert wants_more([*clear, seat(0, 0, spoiled=1)])[-1]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 3)), min_size=1, max_size=8))
def test_no_seat_is_ever_asked_beyond_its_limit(cast):
    """However seats stand, one that has cast all its ballots is left alone."""
    seats = [seat(a, b, spoiled=c, most=a + b + c) for a, b, c in cast]
    assert wants_more(seats) == [False] * len(seats)
