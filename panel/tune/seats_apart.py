"""Do seats vote apart? Correlations, what remains of them beyond the releases, effective votes, who can be spared."""

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, product
from typing import Literal

import numpy as np

from panel.domain.noun import Noun
from panel.stats.effective import effective_votes
from panel.tune.agreement import agreement, pair_table, raw_agreement
from panel.tune.bootstrap import TABLE_PRIOR, Parts, divided, estimate, mean_change, mean_share
from panel.tune.estimate import Estimate
from panel.tune.votes_table import VotesTable

Groups = Callable[[str], str]
"""From a release to what it belongs to."""

_PARTIAL_PRIOR: Parts = 0.25 * np.array(
    [[1, a, b, z, a, b, z * z, a * b, a * z, b * z] for a, b, z in product((0, 1), repeat=3)], dtype=float
)


class SeatPair(Noun):
    """Two seats' votes on the releases that both voted on."""

    seats: tuple[str, str]
    """Who."""
    alike: Estimate
    """Share of equal votes."""
    correlation: Estimate
    """Pearson's correlation of their votes (φ), −1 to 1: what the releases cause and what the seats share."""
    beyond: Estimate
    """The same with what the release explains taken off (partial correlation)."""


class Spared(Noun):
    """What becomes of the panel's percentage without a seat."""

    seat: str
    """Who is taken away."""
    shift: Estimate
    """Mean shift of the ship share, from 0 to 1, whatever its direction."""
    turned: Estimate
    """Share of releases on which the majority turns, arises or vanishes."""


class SeatsApart(Noun):
    """How far seats are several reviewers."""

    explained_by: Literal["people", "the other seats", "nothing"]
    """What stands for the release in ``beyond``: people's ship share, or that of the seats not in the pair."""
    pairs: tuple[SeatPair, ...]
    """Every two seats."""
    correlation: Estimate
    """Mean correlation over all pairs."""
    effective_votes: Estimate
    """How many independent votes the seats are worth, from 1 to their number."""
    spared: tuple[Spared, ...]
    """Every seat taken away in turn, the one that changes least first."""
    least: str | None
    """The seat whose removal changes least."""
    margin: Estimate | None
    """How much more the removal of the next seat shifts than that of the least one; across 0, nobody can tell which."""


def phi(table: Parts) -> Parts:
    """Return the correlation of two two-valued votes from their table of two times two."""
    both, first, second, neither = (table[..., place] for place in range(4))
    a, b, c, d = both + first, second + neither, both + second, first + neither
    return divided(both * neither - first * second, np.sqrt(a * b * c * d))


def partial_correlation(sums: Parts) -> Parts:
    """Return the correlation of a and b with z taken off both, from sums of 1, a, b, z, a², b², z², ab, az, bz."""
    n = sums[..., 0]
    means = [divided(sums[..., place], n) for place in range(1, 10)]
    a, b, z, aa, bb, zz, ab, az, bz = means
    spread = [np.clip(square - value * value, 0, None) for square, value in ((aa, a), (bb, b), (zz, z))]
    r_ab = divided(ab - a * b, np.sqrt(spread[0] * spread[1]))
    r_az = np.nan_to_num(divided(az - a * z, np.sqrt(spread[0] * spread[2])))
    r_bz = np.nan_to_num(divided(bz - b * z, np.sqrt(spread[1] * spread[2])))
    return divided(r_ab - r_az * r_bz, np.sqrt(np.clip((1 - r_az**2) * (1 - r_bz**2), 0, None)))


def seats_apart(
    table: VotesTable,
    *,
    people: Mapping[str, float] | None = None,
    weights: Mapping[str, float] | None = None,
    groups: Groups = str,
    level: float = 0.95,
) -> SeatsApart:
    """Return how far the seats of a table vote apart.

    Args:
        table: Their votes; each seat's samples are reduced to one vote a release.
        people: Release → share of people who ship it, which then stands for what a release explains.
        weights: Seat → weight in the panel's percentage; 1 if absent.
        groups: What a release belongs to.
        level: Level of the intervals.
    """
    votes = {
        seat: {slug: float(vote == "ship") for slug, vote in table.ballots(seat).items() if vote != "abstain"}
        for seat in table.seats
    }
    by = "people" if people is not None else "the other seats" if len(votes) > 2 else "nothing"
    spared, least, margin = _spared(votes, weights or {}, groups, level)
    rho = _mean_correlation(votes, groups, level)
    return SeatsApart(
        explained_by=by,
        pairs=tuple(_pair(votes, pair, people, groups, level) for pair in combinations(votes, 2)),
        correlation=rho,
        effective_votes=_effective(rho, len(votes)),
        spared=spared,
        least=least,
        margin=margin,
    )


def _pair(
    votes: Mapping[str, Mapping[str, float]],
    pair: tuple[str, str],
    people: Mapping[str, float] | None,
    groups: Groups,
    level: float,
) -> SeatPair:
    one, other = votes[pair[0]], votes[pair[1]]
    shared = sorted(one.keys() & other.keys())
    rows = _tables(one, other, shared)
    belongs = [groups(slug) for slug in shared]
    known = {slug: z for slug in shared if (z := _explains(votes, pair, slug, people)) is not None}
    parts = np.array([_moments(one[slug], other[slug], z) for slug, z in known.items()]).reshape(-1, 10)
    return SeatPair(
        seats=pair,
        alike=agreement(rows, raw_agreement, groups=belongs, level=level),
        correlation=estimate(
            rows, phi, scale="correlation", prior=TABLE_PRIOR, groups=belongs, level=level, why=_ALIKE
        ),
        beyond=estimate(
            parts,
            partial_correlation,
            scale="correlation",
            prior=_PARTIAL_PRIOR,
            groups=[groups(slug) for slug in known],
            level=level,
            why=_ALIKE,
        ),
    )


_ALIKE = "one of the two always votes the same, or nothing else explains these releases"


def _explains(
    votes: Mapping[str, Mapping[str, float]], pair: tuple[str, str], slug: str, people: Mapping[str, float] | None
) -> float | None:
    if people is not None:
        return people.get(slug)
    others = [cast[slug] for seat, cast in votes.items() if seat not in pair and slug in cast]
    return sum(others) / len(others) if others else None


def _moments(a: float, b: float, z: float) -> list[float]:
    return [1, a, b, z, a * a, b * b, z * z, a * b, a * z, b * z]


def _tables(one: Mapping[str, float], other: Mapping[str, float], slugs: Sequence[str]) -> Parts:
    rows = [pair_table("ship" if one[slug] else "skip", ["ship" if other[slug] else "skip"]) for slug in slugs]
    return np.array(rows).reshape(-1, 4)


def _mean_correlation(votes: Mapping[str, Mapping[str, float]], groups: Groups, level: float) -> Estimate:
    pairs = list(combinations(votes, 2))
    slugs = sorted({slug for cast in votes.values() for slug in cast})
    if not pairs or not slugs:
        return Estimate.undefined("one seat has nobody to agree with", level=level)
    columns = []
    for one, other in pairs:
        shared = [slug for slug in slugs if slug in votes[one] and slug in votes[other]]
        rows = np.zeros((len(slugs), 4))
        rows[[slug in votes[one] and slug in votes[other] for slug in slugs]] = _tables(
            votes[one], votes[other], shared
        )
        columns.append(rows)

    def average(sums: Parts) -> Parts:
        each = phi(sums.reshape(*sums.shape[:-1], len(pairs), 4))
        known = np.isfinite(each)
        return divided(np.where(known, each, 0).sum(-1), known.sum(-1))

    prior = np.tile(TABLE_PRIOR, (1, len(pairs)))
    belongs = [groups(slug) for slug in slugs]
    rows = np.concatenate(columns, axis=1)
    return estimate(rows, average, scale="correlation", prior=prior, groups=belongs, level=level, why=_ALIKE)


def _effective(rho: Estimate, seats: int) -> Estimate:
    if rho.value is None:
        return rho
    ends = [None if each is None else effective_votes(seats, each) for each in (rho.high, rho.low)]
    return rho.model_copy(update={"value": effective_votes(seats, rho.value), "low": ends[0], "high": ends[1]})


def _spared(
    votes: Mapping[str, Mapping[str, float]], weights: Mapping[str, float], groups: Groups, level: float
) -> tuple[tuple[Spared, ...], str | None, Estimate | None]:
    slugs = sorted({slug for cast in votes.values() for slug in cast})
    slugs = [slug for slug in slugs if sum(slug in cast for cast in votes.values()) > 1]
    if len(votes) < 2 or not slugs:
        return (), None, None
    belongs = [groups(slug) for slug in slugs]
    shifts: dict[str, Parts] = {}
    found = []
    for seat in votes:
        whole = np.array([_share(votes, slug, weights) for slug in slugs])
        rest = np.array([_share({s: v for s, v in votes.items() if s != seat}, slug, weights) for slug in slugs])
        shifts[seat] = np.abs(whole - rest)
        turned = np.sign(whole - 0.5) != np.sign(rest - 0.5)
        found.append(
            Spared(
                seat=seat,
                shift=mean_share(shifts[seat], belongs, level),
                turned=mean_share(turned.astype(float), belongs, level),
            )
        )
    found.sort(key=lambda each: each.shift.value or 0.0)
    least, following = found[0].seat, found[1].seat
    margin = mean_change(shifts[following] - shifts[least], belongs, level)
    return tuple(found), least, margin


def _share(votes: Mapping[str, Mapping[str, float]], slug: str, weights: Mapping[str, float]) -> float:
    cast = [(weights.get(seat, 1.0), own[slug]) for seat, own in votes.items() if slug in own]
    return sum(weight * vote for weight, vote in cast) / sum(weight for weight, _ in cast)
