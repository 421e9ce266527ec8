"""Counting: what any panel's tally must satisfy, and worked cases by hand."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel.domain.ballot import Ballot, Sample, SpoiledBallot
from panel.stats.effective import effective_votes, mean_correlation
from panel.stats.interval import SeatRate, share_distribution, ship_interval, smoothed_rate
from panel.stats.lead import lead_chance
from panel.stats.reduce import reduce_votes
from panel.stats.tally import seat_rates, tally

votes = st.sampled_from(["ship", "skip"])
choices = st.sampled_from(["ship", "skip", "abstain"])
weights = st.floats(0.1, 10).map(lambda w: round(w, 2))
rates = st.builds(SeatRate, weights, st.floats(0.01, 0.99))


def ballot(vote, *, weight=1.0, samples=None, persona="developer"):
    """Make a ballot whose samples say what its vote says, unless told otherwise."""
    cast = samples if samples is not None else ([vote] if vote != "abstain" else ["ship", "skip"])
    papers = tuple(Sample(vote=each, model="m", recipe="r") for each in cast)
    return Ballot(persona=persona, vote=vote, quote="q", weight=weight, model="m", samples=papers, recipe="r")


def spoiled():
    """Make a spoiled ballot."""
    return SpoiledBallot(persona="skeptic", reason="no answer", kind="Unreachable", model="m", recipe="r")


ballots = st.lists(
    st.builds(lambda vote, weight: ballot(vote, weight=weight), choices, weights), min_size=1, max_size=9
)


@pytest.mark.parametrize(
    ("cast", "percent"),
    [
        (["skip", "skip", "skip", "ship"], 25),
        (["ship", "skip", "ship", "ship"], 75),
        (["ship"] * 4, 100),
        (["skip"] * 5, 0),
        (["ship", "ship", "skip"], 67),
        (["ship"] + ["skip"] * 7, 13),
    ],
)
def test_percent_is_the_share_of_seats_that_ship(cast, percent):
    """Equal seats give the plain share, rounded half up."""
    assert tally([ballot(vote) for vote in cast]).ship_percent == percent


@given(ballots)
def test_tally_accounts_for_every_seat(cast):
    """Ship, skip, abstained and spoiled add up to the seats, whatever was cast."""
    count = tally(cast, [spoiled()])
    assert count.ship + count.skip + count.abstained + count.spoiled == count.seats == len(cast) + 1


@given(ballots, st.floats(0, 0.99))
def test_percentage_and_interval_stand_or_fall_together(cast, quorum):
    """Below quorum there is neither; above it the interval contains the percentage."""
    count = tally(cast, quorum=quorum)
    voted = sum(each.vote != "abstain" for each in cast)
    if voted > quorum * len(cast):
        assert count.interval[0] <= count.ship_percent <= count.interval[1]
    else:
        assert count.ship_percent is None
        assert count.interval is None


@given(ballots)
def test_order_of_seats_does_not_matter(cast):
    """The tally is the same from whichever end it is counted."""
    assert tally(cast) == tally(cast[::-1])


@given(ballots)
def test_abstaining_and_spoiled_seats_never_lower_the_percentage(cast):
    """A seat that didn't vote is not a skip."""
    plain = tally([each for each in cast if each.vote != "abstain"] or cast, quorum=0)
    assert tally(cast, [spoiled(), spoiled()], quorum=0).ship_percent == plain.ship_percent


@given(ballots)
def test_turning_a_skip_into_a_ship_never_lowers_the_percentage(cast):
    """The percentage rises with the votes for shipping."""
    before = tally(cast, quorum=0).ship_percent
    for place, each in enumerate(cast):
        if each.vote == "skip":
            turned = [*cast[:place], ballot("ship", weight=each.weight), *cast[place + 1 :]]
            assert tally(turned, quorum=0).ship_percent >= before


def test_weights_count_by_weight():
    """A seat of weight 3 outweighs two of weight 1."""
    assert tally([ballot("ship", weight=3), ballot("skip"), ballot("skip")]).ship_percent == 60


def test_quorum_needs_more_than_the_share():
    """Two of four voting seats are not more than half."""
    assert tally([ballot("ship"), ballot("ship")], [spoiled(), spoiled()]).ship_percent is None
    assert tally([ballot("ship")] * 3, [spoiled()]).ship_percent == 100


@given(st.lists(votes, min_size=1, max_size=9), st.lists(st.none(), max_size=3))
def test_samples_are_reduced_by_strict_majority(cast, lost):
    """More ships than skips ships, fewer skips, a tie abstains; spoiled samples don't count."""
    ship, skip = cast.count("ship"), cast.count("skip")
    expected = "ship" if ship > skip else "skip" if skip > ship else "abstain"
    assert reduce_votes([*lost, *cast]) == expected


def test_nothing_read_reduces_to_nothing():
    """Without a single vote there is no choice, not a skip."""
    assert reduce_votes([None, None]) is None


def test_repeats_do_not_narrow_the_interval_like_votes():
    """Five samples of four seats are not twenty votes: the interval stays far wider than theirs."""
    seats = [ballot(v, samples=[v] * 5) for v in ("ship", "ship", "skip", "skip")]
    pooled = [ballot(v) for v in ("ship", "skip") for _ in range(10)]
    wide, narrow = tally(seats).interval, tally(pooled).interval
    assert wide[1] - wide[0] >= 50
    assert narrow[1] - narrow[0] < wide[1] - wide[0]


@given(st.lists(rates, min_size=1, max_size=8))
def test_share_distribution_is_the_enumerated_one(seats):
    """Convolution gives what counting every outcome gives."""
    total = math.fsum(seat.weight for seat in seats)
    exact = {}
    for outcome in itertools.product((0, 1), repeat=len(seats)):
        chance = math.prod(seat.rate if ship else 1 - seat.rate for seat, ship in zip(seats, outcome, strict=True))
        share = math.fsum(seat.weight for seat, ship in zip(seats, outcome, strict=True) if ship) / total
        exact[share] = exact.get(share, 0) + chance
    found = share_distribution(seats)
    assert math.isclose(math.fsum(found.values()), 1, abs_tol=1e-9)
    mean = math.fsum(share * chance for share, chance in exact.items())
    assert math.isclose(math.fsum(k / 10_000 * p for k, p in found.items()), mean, abs_tol=1e-4)


def test_equal_weights_give_the_binomial():
    """Four seats of rate ¾: the textbook probabilities."""
    found = share_distribution([SeatRate(1, 0.75)] * 4)
    assert found == pytest.approx({0: 1 / 256, 2500: 12 / 256, 5000: 54 / 256, 7500: 108 / 256, 10_000: 81 / 256})


@given(st.lists(rates, min_size=1, max_size=12), st.floats(0, 100), st.floats(0.5, 0.99))
def test_a_higher_level_never_gives_a_narrower_interval(seats, estimate, level):
    """A 99 % interval holds the 50 % one."""
    low, high = ship_interval(seats, estimate, level)
    wider_low, wider_high = ship_interval(seats, estimate, 0.995)
    assert 0 <= wider_low <= low <= high <= wider_high <= 100


def test_many_odd_weights_stay_exact_enough():
    """Thirty unequal weights are binned to the grid and still have the right mean."""
    seats = [SeatRate(1 + i * 0.137, 0.6) for i in range(30)]
    mean = math.fsum(k / 10_000 * p for k, p in share_distribution(seats).items())
    assert math.isclose(mean, 0.6, abs_tol=1e-3)


def test_smoothed_rate_is_jeffreys():
    """(ship + ½) / (votes + 1), and nonsense is refused."""
    assert smoothed_rate(1, 1) == 0.75
    assert smoothed_rate(5, 5) == pytest.approx(5.5 / 6)
    with pytest.raises(ValueError, match="impossible"):
        smoothed_rate(3, 2)


@given(st.lists(rates, min_size=1, max_size=6), st.lists(rates, min_size=1, max_size=6))
def test_leads_of_two_panels_are_complementary(one, other):
    """What one gains the other loses."""
    assert math.isclose(lead_chance(one, other) + lead_chance(other, one), 1, abs_tol=1e-6)


def test_a_two_seat_lead_of_four_is_called_and_a_one_seat_lead_is_not():
    """The stated level separates 75 against 25 from 100 against 75."""
    seats = {n: seat_rates([ballot("ship")] * n + [ballot("skip")] * (4 - n)) for n in range(5)}
    assert lead_chance(seats[4], seats[1]) > lead_chance(seats[3], seats[1]) > 0.8
    assert lead_chance(seats[4], seats[3]) < 0.8
    assert lead_chance(seats[2], seats[2]) == pytest.approx(0.5)


@given(st.integers(1, 50), st.floats(-1, 1))
def test_effective_votes_lie_between_one_and_the_seats(seats, correlation):
    """However seats correlate, they are worth at least one vote and at most their number."""
    assert 1 <= effective_votes(seats, correlation) <= seats


def test_effective_votes_by_hand():
    """Five seats correlated at 0.29 are worth about 2.3 votes; independent ones five; clones one."""
    assert effective_votes(5, 0.29) == pytest.approx(2.31, abs=0.01)
    assert effective_votes(5, 0) == 5
    assert effective_votes(5, 1) == pytest.approx(1)


def test_correlation_waits_for_history():
    """Nine shared verdicts are too few, ten give an answer; clones correlate at 1."""
    past = [{"a": v, "b": v} for v in ("ship", "skip") * 5]
    assert mean_correlation(past[:9]) is None
    assert mean_correlation(past) == pytest.approx(1)


def test_correlation_leaves_out_what_says_nothing():
    """A seat that never changes its vote and abstentions don't enter the mean."""
    past = [{"a": v, "b": w, "c": "ship", "d": "abstain"} for v, w in itertools.product(("ship", "skip"), repeat=2)] * 3
    assert mean_correlation(past) == pytest.approx(0, abs=1e-12)


def test_history_gives_the_tally_its_effective_votes():
    """Without history the tally says nothing of independence; with it, it does."""
    cast = [ballot("ship"), ballot("skip"), ballot("ship"), ballot("ship")]
    assert tally(cast).effective_votes is None
    assert tally(cast, correlation=1 / 3).effective_votes == 2.0
