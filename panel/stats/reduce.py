"""From the samples of one seat to its one vote."""

from collections.abc import Iterable

from panel.domain.ballot import Choice, Vote


def reduce_votes(votes: Iterable[Vote | None]) -> Choice | None:
    """Return the strict majority of one seat's samples.

    Spoiled samples (None) don't count. A tie abstains: which side came first must not decide. Without any vote there
    is nothing to reduce, and the answer is None.
    """
    cast = [vote for vote in votes if vote is not None]
    if not cast:
        return None
    ship = cast.count("ship")
    skip = len(cast) - ship
    return "abstain" if ship == skip else "ship" if ship > skip else "skip"
