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


def reduce_jury(votes: Iterable[Choice | None]) -> Choice | None:
    """Return the strict majority of several models on one seat, each of which counts once.

    A model that abstains or of which nothing could be read has no vote. If none has one but some abstained, the seat
    abstains.
    """
    cast = list(votes)
    decided: list[Vote | None] = [vote for vote in cast if vote in ("ship", "skip")]
    return reduce_votes(decided) or ("abstain" if "abstain" in cast else None)
