"""From the papers of one seat to its ballot."""

from collections.abc import Sequence
from dataclasses import dataclass

from panel.domain.ballot import Ballot, Juror, Paper, Sample, SpoiledBallot, Vote
from panel.domain.call import Call, Recipe, Usage
from panel.domain.seating import Seat
from panel.errors import CallError
from panel.stats.reduce import reduce_jury, reduce_votes


@dataclass(frozen=True)
class Cast:
    """What became of one sample: the calls it took, and the paper or the error it ended with."""

    recipe: Recipe
    """What determined it."""
    calls: tuple[Call, ...]
    """Every answered call, stored ones included."""
    paper: Paper | None = None
    """The paper, if one could be read."""
    error: CallError | None = None
    """Why there is none."""

    @property
    def sample(self) -> Sample:
        """The sample as the record keeps it."""
        return Sample(
            vote=self.paper.vote if self.paper else None,
            confidence=self.paper.confidence if self.paper else None,
            model=self.calls[-1].answered_by if self.calls else self.recipe.model,
            recipe=self.recipe.id,
            reason=str(self.error) if self.error else None,
        )


def seat_ballot(seat: Seat, casts: Sequence[Cast]) -> Ballot | SpoiledBallot:
    """Reduce a seat's samples to its one vote, quoting the surest paper of the winning side.

    The samples of each model are reduced first, then the models' votes: a model that is asked more often has no more
    say. A tie abstains and quotes the first paper that could be read. A seat of which no sample could be read is
    spoiled, with the first reason.
    """
    jury = _jury(casts)
    vote = reduce_jury(juror.vote for juror in jury)
    calls = [call for cast in casts for call in cast.calls]
    usage = sum((call.usage for call in calls), Usage())
    samples = tuple(cast.sample for cast in casts)
    if vote is None:
        return _spoiled(seat, casts[0], samples, usage, _cost(calls))
    chosen, paper = _quoted([(cast, cast.paper) for cast in casts if cast.paper], vote)
    return Ballot(
        persona=seat.persona.id,
        vote=vote,
        confidence=paper.confidence,
        argument=paper.argument,
        quote=paper.quote,
        claims=paper.claims,
        flips_if=paper.flips_if,
        gaps=paper.gaps,
        weight=seat.weight,
        model=chosen.calls[-1].answered_by,
        rung=chosen.calls[-1].rung,
        samples=samples,
        jury=jury if len(jury) > 1 else (),
        recipe=chosen.recipe.id,
        usage=usage,
        cost_usd=_cost(calls),
    )


def _jury(casts: Sequence[Cast]) -> tuple[Juror, ...]:
    by_model: dict[str, list[Vote | None]] = {}
    for cast in casts:
        by_model.setdefault(cast.recipe.model, []).append(cast.paper.vote if cast.paper else None)
    return tuple(
        Juror(
            model=model,
            vote=reduce_votes(votes),
            ship=votes.count("ship"),
            skip=votes.count("skip"),
            spoiled=votes.count(None),
        )
        for model, votes in by_model.items()
    )


def _quoted(read: list[tuple[Cast, Paper]], vote: str) -> tuple[Cast, Paper]:
    winners = [pair for pair in read if pair[1].vote == vote] or read[:1]
    return max(winners, key=lambda pair: pair[1].confidence or 0.0)


def _spoiled(seat: Seat, cast: Cast, samples: tuple[Sample, ...], usage: Usage, cost: float | None) -> SpoiledBallot:
    error = cast.error
    assert error is not None
    return SpoiledBallot(
        persona=seat.persona.id,
        reason=error.problem,
        kind=error.kind,
        reply=error.reply,
        weight=seat.weight,
        model=cast.recipe.model,
        samples=samples,
        recipe=cast.recipe.id,
        usage=usage,
        cost_usd=cost,
    )


def _cost(calls: Sequence[Call]) -> float | None:
    """Add up what calls cost; one unknown price makes the sum unknown, and so does a seat without any answer."""
    known = [call.cost_usd for call in calls if call.cost_usd is not None]
    return round(sum(known), 10) if calls and len(known) == len(calls) else None
