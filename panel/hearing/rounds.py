"""The panel polled: all samples at once, or adaptively, round by round."""

import asyncio
from collections.abc import Callable, Sequence

from panel.domain.ballot import Ballot, SpoiledBallot
from panel.domain.release import Dossier
from panel.domain.seating import Panel, Seat
from panel.domain.verdict import Sampling
from panel.hearing.poll import Bench, poll
from panel.stats.adaptive import Standing, wants_more

Outcome = Ballot | SpoiledBallot
Progress = Callable[[Seat, Outcome], None]


async def poll_panel(
    panel: Panel, dossier: Dossier, bench: Bench, progress: Progress | None = None
) -> tuple[list[Outcome], Sampling | None]:
    """Return every seat's outcome, in order, and what adaptive sampling came to.

    Raises:
        DeclarationError: A template or a model's name can't be used.
    """
    if panel.adaptive:
        outcomes = await _rounds(panel.seats, dossier, bench)
        for seat, outcome in zip(panel.seats, outcomes, strict=True):
            _tell(progress, seat, outcome)
        return outcomes, _sampling(panel.seats, outcomes)

    async def votes(seat: Seat) -> Outcome:
        outcome = await poll(seat, dossier, bench)
        _tell(progress, seat, outcome)
        return outcome

    return list(await asyncio.gather(*(votes(seat) for seat in panel.seats))), None


async def _rounds(seats: Sequence[Seat], dossier: Dossier, bench: Bench) -> list[Outcome]:
    """Poll with one ballot a seat, then with one more wherever another is worth asking for.

    Ballots cast in an earlier round come from the ledger.
    """
    asked = [1] * len(seats)
    outcomes = list(await asyncio.gather(*(_poll(seat, 1, dossier, bench) for seat in seats)))
    while any(more := wants_more([_standing(seat, each) for seat, each in zip(seats, outcomes, strict=True)])):
        again = [place for place, wanted in enumerate(more) if wanted]
        for place in again:
            asked[place] += 1
        fresh = await asyncio.gather(*(_poll(seats[place], asked[place], dossier, bench) for place in again))
        for place, outcome in zip(again, fresh, strict=True):
            outcomes[place] = outcome
    return outcomes


async def _poll(seat: Seat, samples: int, dossier: Dossier, bench: Bench) -> Outcome:
    return await poll(seat.model_copy(update={"samples": samples}), dossier, bench)


def _standing(seat: Seat, outcome: Outcome) -> Standing:
    votes = [sample.vote for sample in outcome.samples]
    most = seat.samples * len(seat.models)
    return Standing(seat.weight, votes.count("ship"), votes.count("skip"), len(votes), most)


def _sampling(seats: Sequence[Seat], outcomes: Sequence[Outcome]) -> Sampling:
    most = sum(seat.samples * len(seat.models) for seat in seats)
    cast = sum(len(outcome.samples) for outcome in outcomes)
    return Sampling(most=most, cast=cast, saved=most - cast)


def _tell(progress: Progress | None, seat: Seat, outcome: Outcome) -> None:
    if progress is not None:
        progress(seat, outcome)
