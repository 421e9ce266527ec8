"""From answers to a pair's result: juries, seats without a model, brand pull, and what is read off verdicts."""

import pytest

from panel.domain.head_to_head import Answer
from panel.domain.seating import Seat
from panel.hearing.counting_pairs import Asked, conclude_pair, read_off_verdicts
from panel.store.made_up import sample_persona
from tests.publish.examples import pair

A, B = (verdict.slug for verdict in pair().verdicts)


def seat(persona, *models):
    """A seat of a persona."""
    return Seat(persona=sample_persona().model_copy(update={"id": persona}), models=models or ("builtin",))


def answers(persona, model, named, masked):
    """A model's four answers: what it chose each time, first with names."""
    return [
        Asked(persona, model, Answer(first=first, masked=hidden, choice=choice, model=model, recipe="r", reason="So."))
        for hidden, choices in ((False, named), (True, masked))
        for first, choice in zip((A, B), choices, strict=True)
    ]


def concluded(seats, said):
    """What came of the pair."""
    return conclude_pair(*pair().verdicts, seats, said, quorum=0.5, level=0.95)


def test_a_jury_needs_a_majority():
    """Two models that differ are a tie; two of three are a preference."""
    two = answers("developer", "x", (A, A), (A, A)) + answers("developer", "y", (B, B), (A, A))
    (split,) = concluded([seat("developer", "x", "y")], two).seats
    assert (split.named, split.masked) == ("tie", A)
    three = two + answers("developer", "z", (A, A), (A, A))
    (most,) = concluded([seat("developer", "x", "y", "z")], three).seats
    assert most.named == A
    assert most.turned_by_order == ()


@pytest.mark.parametrize(
    ("named", "masked", "pull"),
    [
        ((A, A), (B, B), A),
        ((A, A), (A, B), A),
        ((A, B), (A, A), B),
        ((A, A), (A, A), None),
        ((A, B), (B, A), None),
        ((A, A), (None, None), None),
    ],
    ids=["turned round", "from neither", "to neither", "steady", "order both times", "not known"],
)
def test_brand_pull_has_a_direction(named, masked, pull):
    """It is whatever release the seat moves towards once names are shown."""
    result = concluded([seat("developer", "x")], answers("developer", "x", named, masked))
    assert result.seats[0].brand_pull == pull
    assert result.brand_pull == pull


def test_a_seat_without_a_model_is_read_off_its_votes():
    """Beside asked seats it counts with names, and isn't counted without."""
    said = answers("skeptic", "x", (A, A), (A, A))
    result = concluded([seat("developer"), seat("skeptic", "x")], said)
    assert [each.basis for each in result.seats] == ["verdicts", "asked"]
    assert result.named.a + result.named.b + result.named.tie == 2
    assert result.masked.a == 1


def test_verdicts_alone_say_so():
    """Ships one and skips the other: that one; both the same: a tie; seated once: no result."""
    result = read_off_verdicts(*pair().verdicts)
    assert result.basis == "verdicts"
    assert result.masked is None
    assert result.summary.startswith("Nobody was asked head to head")
    votes = {verdict.slug: {ballot.persona: ballot.vote for ballot in verdict.ballots} for verdict in pair().verdicts}
    for each in result.seats:
        cast = [votes[slug].get(each.persona) for slug in (A, B)]
        expected = None if None in cast else "tie" if cast[0] == cast[1] else A if cast[0] == "ship" else B
        assert each.named == expected


def test_unknown_prices_make_the_sum_unknown():
    """Costs add up only if every one is known."""
    assert concluded([seat("developer", "x")], answers("developer", "x", (A, A), (A, A))).cost_usd is None
