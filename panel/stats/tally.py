"""From ballots to the panel's ship percentage."""

import math
from collections.abc import Sequence

from panel.domain.ballot import Ballot, Choice, SpoiledBallot
from panel.domain.verdict import Tally
from panel.stats.effective import effective_votes
from panel.stats.interval import SeatRate, ship_interval, smoothed_rate


def tally(
    ballots: Sequence[Ballot],
    spoiled: Sequence[SpoiledBallot] = (),
    *,
    quorum: float = 0.5,
    level: float = 0.95,
    correlation: float | None = None,
) -> Tally:
    """Count a panel's ballots.

    ship % = weight of the seats that voted ship / weight of the seats that voted. Abstaining and spoiled seats are
    counted beside it, never as a skip.

    Args:
        ballots: The valid votes.
        spoiled: The seats that failed.
        quorum: More than this share of all seats must have voted, else there is no percentage; from 0 to below 1.
        level: Level of the interval, between 0 and 1.
        correlation: Mean correlation between seats from history, if known; gives the effective votes.
    """
    voted = [ballot for ballot in ballots if ballot.vote != "abstain"]
    ship = sum(ballot.vote == "ship" for ballot in voted)
    seats = len(ballots) + len(spoiled)
    percent = interval = None
    if voted and len(voted) > quorum * seats:
        share = ship_share(voted)
        percent = math.floor(share + 0.5)
        interval = ship_interval(seat_rates(voted), share, level)
    return Tally(
        ship_percent=percent,
        ship=ship,
        skip=len(voted) - ship,
        abstained=len(ballots) - len(voted),
        spoiled=len(spoiled),
        seats=seats,
        interval=interval,
        interval_level=level,
        effective_votes=_effective(len(voted), correlation),
        headline=_headline(percent, interval, level, ship, len(voted), seats, quorum),
    )


def ship_share(voted: Sequence[Ballot]) -> float:
    """Return the weighted share of ship among seats that voted, 0 to 100."""
    total = math.fsum(ballot.weight for ballot in voted)
    return 100 * math.fsum(ballot.weight for ballot in voted if ballot.vote == "ship") / total


def seat_rates(ballots: Sequence[Ballot]) -> list[SeatRate]:
    """Return each voting seat's weight and smoothed ship rate: over its samples, or over its models if several."""
    return [SeatRate(ballot.weight, _rate(ballot)) for ballot in ballots if ballot.vote != "abstain"]


def _rate(ballot: Ballot) -> float:
    if ballot.overruled is not None:  # the samples are the reviewer's, the vote is the editor's
        return smoothed_rate(int(ballot.vote == "ship"), 1)
    said: list[Choice | None] = [juror.vote for juror in ballot.jury] or [sample.vote for sample in ballot.samples]
    votes: list[Choice | None] = [vote for vote in said if vote in ("ship", "skip")] or [ballot.vote]
    return smoothed_rate(votes.count("ship"), len(votes))


def _effective(voted: int, correlation: float | None) -> float | None:
    if correlation is None or voted < 2:
        return None
    return round(effective_votes(voted, correlation), 1)


def _headline(
    percent: int | None,
    interval: tuple[int, int] | None,
    level: float,
    ship: int,
    voted: int,
    seats: int,
    quorum: float,
) -> str:
    if percent is None or interval is None:
        needed = math.floor(quorum * seats) + 1
        return f"No percentage: {voted} of {seats} seats voted, {needed} are needed"
    aside = "" if voted == seats else f" that voted, {seats} seated"
    return (
        f"{percent} % ship: {ship} of {voted} seats{aside} ({level * 100:g} % interval {interval[0]}–{interval[1]} %)"
    )
