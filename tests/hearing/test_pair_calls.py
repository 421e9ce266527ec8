"""What verdicts and head-to-head answers say together: the table of docs/comparing.md, case by case."""

import pytest

from panel.domain.head_to_head import HeadToHead, PairCount
from panel.hearing.pairs import call_pairs
from tests.publish.examples import pair


def duel(named, masked):
    """A pair asked head to head, with the winners of both ways of asking."""
    count = {"a": 2, "tie": 0, "b": 2}
    one, other = (verdict.slug for verdict in pair().verdicts)
    return HeadToHead(
        a=one,
        b=other,
        named=PairCount(**count, winner=named),
        masked=PairCount(**count, winner=masked),
        winner=named if named == masked else None,
    )


ONE, OTHER = (verdict.slug for verdict in pair().verdicts)


@pytest.mark.parametrize(
    ("ahead", "named", "masked", "winner"),
    [
        (OTHER, OTHER, OTHER, OTHER),
        (OTHER, None, None, OTHER),
        (OTHER, None, OTHER, OTHER),
        (OTHER, ONE, ONE, None),
        (OTHER, OTHER, None, None),
        (OTHER, OTHER, ONE, None),
        (OTHER, None, ONE, None),
        (None, ONE, ONE, ONE),
        (None, ONE, None, None),
        (None, None, None, None),
    ],
    ids=[
        "both agree",
        "choice too close",
        "hidden agrees",
        "they disagree",
        "only with names",
        "names turn it round",
        "hidden disagrees",
        "verdicts level",
        "level, only with names",
        "nothing",
    ],
)
def test_the_table(ahead, named, masked, winner):
    """One measure may call it unless the other says the opposite, or names decide."""
    one, other = pair().verdicts
    if ahead is None:
        other = other.model_copy(update={"tally": one.tally, "ballots": one.ballots})
    call = call_pairs([one, other], [duel(named, masked)])[ONE, OTHER]
    assert call.by_verdicts == ahead
    assert call.winner == winner
