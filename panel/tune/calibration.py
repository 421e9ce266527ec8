"""Whether stated confidence means what it says."""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from panel.domain.ballot import Vote
from panel.domain.noun import Noun
from panel.tune.bootstrap import DIFFERENCE_PRIOR, SHARE_PRIOR, Parts, Scale, estimate, mean
from panel.tune.estimate import Estimate
from panel.tune.votes_table import Cell, VotesTable

BINS = 10
"""Bins of confidence, of equal width from 0 to 1."""
_CHANCE_DRAWS = 200
Places = npt.NDArray[np.intp]
"""Numbers of bins or releases."""
_BRIER_PRIOR: Parts = np.array([[0.0, 0.25], [0.125, 0.25]] * 2)


class Bin(Noun):
    """Ballots of about the same confidence."""

    low: float
    """From this confidence on."""
    high: float
    """To below this confidence; the last bin holds 1 too."""
    ballots: int
    """How many there are."""
    confidence: float
    """Their mean confidence."""
    right: Estimate
    """Share of them that turned out right."""


class Calibration(Noun):
    """Stated confidence beside what came of it."""

    who: str
    """A persona, or ``all``."""
    against: Literal["people", "itself"]
    """What right means: people vote likewise, or the seat's other samples do (consistency, not truth)."""
    ballots: int
    """Ballots that state a confidence."""
    brier: Estimate
    """Mean squared distance between confidence and outcome: 0 is perfect, 0.25 what "50 % sure" always gets."""
    overconfident: Estimate
    """Mean confidence minus share right: above 0, it is surer than it should be."""
    bins: tuple[Bin, ...]
    """The reliability diagram; empty bins are left out."""
    ece: float
    """Expected calibration error over 10 bins of equal width: mean distance between confidence and share right."""
    ece_by_chance: float
    """What the same ballots would get if their confidence were right: small samples are never at 0."""


class _Told(NamedTuple):
    release: str
    confidence: float
    right: float
    brier: float


def calibration(
    table: VotesTable,
    humans: Mapping[str, Mapping[str, Mapping[str, Vote]]] | None = None,
    *,
    groups: Callable[[str], str] = str,
    level: float = 0.95,
) -> list[Calibration]:
    """Return how each seat's confidence fits what came of its votes, and all seats together.

    A confidence is read as the chance that a person on this release votes likewise; without people's votes, that
    another sample of the same seat does. Every release counts once, whatever its samples and people.

    Args:
        table: Simulated votes with their confidence.
        humans: Persona → release → person → vote; None without people's votes.
        groups: What a release belongs to.
        level: Level of the intervals.

    Source: G. W. Brier, Verification of forecasts expressed in terms of probability, Monthly Weather Review 78 (1950).
    """
    found = []
    by_seat = {seat: _told(table, seat, None if humans is None else humans.get(seat, {})) for seat in table.seats}
    for who, rows in [*by_seat.items(), ("all", [row for own in by_seat.values() for row in own])]:
        if rows:
            found.append(_calibration(who, rows, "itself" if humans is None else "people", groups, level))
    return found


def _told(table: VotesTable, seat: str, humans: Mapping[str, Mapping[str, Vote]] | None) -> list[_Told]:
    rows = []
    for slug in table.releases:
        cast = table.cast(slug, seat)
        for cell in cast:
            if cell.vote is None or cell.confidence is None:
                continue
            if humans is None:
                others = [other.vote for other in cast if other is not cell and other.vote and _same(cell, other)]
            else:
                others = list(humans.get(slug, {}).values())
            if others:
                right = sum(vote == cell.vote for vote in others) / len(others)
                brier = right * (1 - cell.confidence) ** 2 + (1 - right) * cell.confidence**2
                rows.append(_Told(slug, cell.confidence, right, brier))
    return rows


def _same(one: Cell, other: Cell) -> bool:
    return (one.model, one.arm) == (other.model, other.arm)


def _calibration(
    who: str, rows: list[_Told], against: Literal["people", "itself"], groups: Callable[[str], str], level: float
) -> Calibration:
    slugs = sorted({row.release for row in rows})
    number = {slug: place for place, slug in enumerate(slugs)}
    of = np.array([number[row.release] for row in rows])
    share = 1 / np.bincount(of)[of]  # a release's ballots share its one count
    sure, right, brier = (np.array([getattr(row, name) for row in rows]) for name in ("confidence", "right", "brier"))
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)

    def over_releases(values: Parts, weights: Parts, scale: Scale, prior: Parts) -> Estimate:
        sums = [np.bincount(of, each, len(slugs)) for each in (values * weights, weights)]
        parts = np.stack(sums, axis=-1).astype(np.float64)
        there = parts[:, 1] > 0
        belongs = [groups(slug) for slug, has in zip(slugs, there, strict=True) if has]
        return estimate(parts[there], mean, scale=scale, prior=prior, groups=belongs, level=level)

    diagram = []
    for place in sorted(set(bins.tolist())):
        weights = share * (bins == place)
        diagram.append(
            Bin(
                low=place / BINS,
                high=(place + 1) / BINS,
                ballots=int((bins == place).sum()),
                confidence=float((sure * weights).sum() / weights.sum()),
                right=over_releases(right, weights, "share", SHARE_PRIOR),
            )
        )
    return Calibration(
        who=who,
        against=against,
        ballots=len(rows),
        brier=over_releases(brier, share, "share", _BRIER_PRIOR),
        overconfident=over_releases(sure - right, share, "correlation", DIFFERENCE_PRIOR),
        bins=tuple(diagram),
        ece=_ece(sure, right, bins, share),
        ece_by_chance=_ece_by_chance(sure, bins, share, of),
    )


def _ece(sure: Parts, right: Parts, bins: Places, share: Parts) -> float:
    gaps = np.bincount(bins, (right - sure) * share, BINS)
    return float(np.abs(gaps).sum() / share.sum())


def _ece_by_chance(sure: Parts, bins: Places, share: Parts, of: Places) -> float:
    """Return the mean of it if outcomes were drawn by the stated confidences, one draw for each release."""
    dice = np.random.default_rng(0)
    draws = [
        _ece(sure, (dice.random(of.max() + 1)[of] < sure).astype(float), bins, share) for _ in range(_CHANCE_DRAWS)
    ]
    return float(np.mean(draws))
