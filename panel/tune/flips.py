"""How often a vote flips: over samples, models and wordings of the same question."""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from panel.domain.noun import Noun
from panel.tune.bootstrap import mean_change, mean_share
from panel.tune.estimate import Estimate
from panel.tune.votes_table import Cell, VotesTable

Over = Literal["samples", "models", "wordings"]


class Flips(Noun):
    """How often two answers of one seat to one release differ."""

    who: str
    """A persona."""
    over: Over
    """What differs between the two: only the sample, the model, or the wording of the prompt."""
    rate: Estimate
    """Chance that two such answers differ, from 0 to 1."""
    beyond: Estimate | None
    """What the model or wording adds to what mere repetition does; None where nothing was repeated."""


class _Cast(NamedTuple):
    ship: int
    votes: int

    @property
    def rate(self) -> float:
        return self.ship / self.votes

    @property
    def flips(self) -> float | None:
        """Chance that two different ones of these votes differ."""
        if self.votes < 2:
            return None
        return 2 * self.ship * (self.votes - self.ship) / (self.votes * (self.votes - 1))


def flips(table: VotesTable, *, groups: Callable[[str], str] = str, level: float = 0.95) -> list[Flips]:
    """Return flip rates of every seat over everything that varies in a table.

    Over samples: for two ballots of the same model and wording, 2·k·(K−k)/(K·(K−1)) of each release with k ships among
    K, which is right on average however small K. Over models and wordings: the chance that one ballot of each differs;
    ``beyond`` takes off what two ballots of one model and wording differ anyway, and is (p − q)² for ship rates p, q.

    Args:
        table: Several samples, models or wordings (arms).
        groups: What a release belongs to.
        level: Level of the intervals.
    """
    found = []
    for seat in table.seats:
        found += [
            _of(seat, "samples", table, lambda cell: (cell.model, cell.arm), lambda _: "", groups, level),
            _of(seat, "models", table, lambda cell: (cell.arm,), lambda cell: cell.model, groups, level),
            _of(seat, "wordings", table, lambda cell: (cell.model,), lambda cell: cell.arm, groups, level),
        ]
    return [each for each in found if each is not None]


def _of(
    seat: str,
    over: Over,
    table: VotesTable,
    alike: Callable[[Cell], tuple[str, ...]],
    unlike: Callable[[Cell], str],
    groups: Callable[[str], str],
    level: float,
) -> Flips | None:
    rates, beyond, belongs, belongs_beyond = [], [], [], []
    for slug in table.releases:
        settings: dict[tuple[str, ...], dict[str, _Cast]] = {}
        for cell in table.cast(slug, seat):
            if cell.vote is not None:
                kinds = settings.setdefault(alike(cell), {})
                ship, votes = kinds.get(unlike(cell), _Cast(0, 0))
                kinds[unlike(cell)] = _Cast(ship + (cell.vote == "ship"), votes + 1)
        rate, more = _release(list(settings.values()), over)
        if rate is not None:
            rates.append(rate)
            belongs.append(groups(slug))
        if more is not None:
            beyond.append(more)
            belongs_beyond.append(groups(slug))
    if not rates:
        return None
    return Flips(
        who=seat,
        over=over,
        rate=mean_share(rates, belongs, level),
        beyond=mean_change(beyond, belongs_beyond, level) if beyond else None,
    )


def _release(settings: Sequence[dict[str, _Cast]], over: Over) -> tuple[float | None, float | None]:
    """Return one release's flip rate, and what goes beyond repetition."""
    casts = [cast for kinds in settings for cast in kinds.values()]
    if over == "samples":
        return _average([cast.flips for cast in casts]), None
    rates: list[float | None] = []
    beyond: list[float | None] = []
    for kinds in settings:
        for one, other in combinations(kinds.values(), 2):
            rate = one.rate * (1 - other.rate) + other.rate * (1 - one.rate)
            rates.append(rate)
            if one.flips is not None and other.flips is not None:
                beyond.append(rate - (one.flips + other.flips) / 2)
    return _average(rates), _average(beyond)


def _average(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
