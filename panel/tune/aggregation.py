"""Counting beyond the majority: weights and Dawid–Skene, beside the plain percentage and held to people's votes."""

import math
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import numpy as np

from panel.domain.ballot import Vote
from panel.domain.noun import Noun
from panel.tune.bootstrap import Parts, mean_change, mean_share
from panel.tune.estimate import Estimate
from panel.tune.gold import Gold
from panel.tune.votes_table import VotesTable

FOLDS = 5
FEWEST = 20
"""Releases with people's votes below which nothing is recommended."""

Method = Literal["plain percentage", "weighted panel", "Dawid-Skene"]
Ballots = Mapping[str, Mapping[str, Vote]]
"""Release → seat → vote."""


class Counted(Noun):
    """One way of counting, on releases that it hadn't seen the people's votes on."""

    method: Method
    """The way."""
    right: Estimate
    """Share of releases on which its side of 50 % is that of most people; a tie counts half."""
    brier: Estimate
    """Mean squared distance between its ship share and people's, from 0 to 1."""
    gain: Estimate | None
    """Share right beyond the plain percentage's, on the same releases; None for the plain percentage."""
    recommended: bool
    """Whether held-out releases say that it is better: the gain's whole interval lies above 0."""


class Weight(Noun):
    """What history says of a seat."""

    seat: str
    """Who."""
    right: float
    """Share of releases on which it votes as most people, with one release added on either side."""
    weight: float
    """Weight that follows: ln(right / wrong), at least 0; all seats' weights average 1."""


class AggregationReport(Noun):
    """Ways of counting side by side."""

    releases: int
    """Releases with votes of the panel and a majority of people."""
    folds: int
    """Parts in which they were held out in turn."""
    counted: tuple[Counted, ...]
    """The plain percentage first."""
    weights: tuple[Weight, ...]
    """The seats' weights by all releases."""
    models: tuple[str, ...]
    """The models that spoke."""
    level: float
    """Level of the intervals."""
    advice: str
    """What to do, in one sentence."""
    simulated: str = "The panel's reviewers are simulated; people's votes come from the gold file alone."
    """What must be said beside every percentage."""


def aggregation_report(
    table: VotesTable, gold: Gold, *, groups: Callable[[str], str] = str, level: float = 0.95
) -> AggregationReport:
    """Count the panel's votes in three ways and hold each to people's votes on releases that were held out.

    Weights are learnt on four fifths of the groups of releases and tried on the last fifth, in turn. Dawid–Skene never
    sees people's votes: it learns how reliable each seat is from how the seats agree. The plain percentage gives every
    seat the same weight.

    Args:
        table: Simulated votes; each seat's samples are reduced to one a release.
        gold: People's votes.
        groups: What a release belongs to; a group is held out whole.
        level: Level of the intervals.
    """
    shares = {slug: sum(v == "ship" for v in own.values()) / len(own) for slug, own in gold.humans().items() if own}
    ballots = _ballots(table)
    slugs = [slug for slug in sorted(shares) if slug in ballots and shares[slug] != 0.5]
    if not slugs:
        return _nothing(table, level)
    people = np.array([shares[slug] for slug in slugs])
    belongs = [groups(slug) for slug in slugs]
    folds = _folds(belongs)
    skene = dawid_skene({slug: ballots[slug] for slug in slugs})
    said: dict[Method, Parts] = {
        "plain percentage": np.array([_share(ballots[slug], {}) for slug in slugs]),
        "weighted panel": _held_out(ballots, slugs, shares, folds),
        "Dawid-Skene": np.array([skene[slug] for slug in slugs]),
    }
    plain = _right(said["plain percentage"], people)
    counted = [_counted(method, each, people, plain, belongs, level, len(slugs)) for method, each in said.items()]
    return AggregationReport(
        releases=len(slugs),
        folds=len(set(folds)),
        counted=tuple(counted),
        weights=tuple(_weights(ballots, slugs, shares)),
        models=table.models,
        level=level,
        advice=_advice(counted, len(slugs)),
    )


def dawid_skene(ballots: Ballots) -> dict[str, float]:
    """Return release → chance that it should ship, from how reliable the seats look by their agreement.

    Source: A. P. Dawid and A. M. Skene, Maximum likelihood estimation of observer error-rates using the EM algorithm,
    Applied Statistics 28 (1979); crowd-kit's implementation.
    """
    import pandas as pd  # type: ignore[import-untyped]
    from crowdkit.aggregation import DawidSkene

    rows = [(slug, seat, vote) for slug, own in ballots.items() for seat, vote in own.items()]
    frame = pd.DataFrame(rows, columns=["task", "worker", "label"])
    if frame["label"].nunique() < 2:
        return {slug: float(rows[0][2] == "ship") for slug in ballots}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # crowd-kit calls pandas in ways that pandas will drop
        chances = DawidSkene(n_iter=100).fit_predict_proba(frame)
    return {str(slug): float(chance) for slug, chance in chances["ship"].items()}


def seat_weight(right: float, releases: int) -> tuple[float, float]:
    """Return a seat's smoothed share right, and the weight that follows: ln(right / wrong), never below 0.

    Args:
        right: Releases on which it voted as most people.
        releases: Releases that it voted on.

    Source: S. Nitzan and J. Paroush, Optimal decision rules in uncertain dichotomous choice situations, International
    Economic Review 23 (1982).
    """
    share = (right + 1) / (releases + 2)
    return share, max(0.0, math.log(share / (1 - share)))


def _ballots(table: VotesTable) -> dict[str, dict[str, Vote]]:
    found: dict[str, dict[str, Vote]] = {}
    for seat in table.seats:
        for slug, vote in table.ballots(seat).items():
            if vote != "abstain":
                found.setdefault(slug, {})[seat] = vote
    return found


def _folds(groups: Sequence[str]) -> list[int]:
    """Deal groups into folds, as evenly as they come."""
    number = {group: place % FOLDS for place, group in enumerate(dict.fromkeys(groups))}
    return [number[group] for group in groups]


def _held_out(ballots: Ballots, slugs: Sequence[str], shares: Mapping[str, float], folds: Sequence[int]) -> Parts:
    said = np.zeros(len(slugs))
    for fold in set(folds):
        train = [slug for slug, own in zip(slugs, folds, strict=True) if own != fold]
        weights = {each.seat: each.weight for each in _weights(ballots, train, shares)}
        for place, (slug, own) in enumerate(zip(slugs, folds, strict=True)):
            if own == fold:
                said[place] = _share(ballots[slug], weights)
    return said


def _weights(ballots: Ballots, slugs: Sequence[str], shares: Mapping[str, float]) -> list[Weight]:
    seats = dict.fromkeys(seat for own in ballots.values() for seat in own)
    found = []
    for seat in seats:
        cast = [(ballots[slug][seat] == "ship") == (shares[slug] > 0.5) for slug in slugs if seat in ballots[slug]]
        found.append((seat, *seat_weight(sum(cast), len(cast))))
    total = sum(weight for _, _, weight in found)
    if total == 0:
        return [Weight(seat=seat, right=right, weight=1.0) for seat, right, _ in found]
    return [Weight(seat=seat, right=right, weight=weight * len(found) / total) for seat, right, weight in found]


def _share(own: Mapping[str, Vote], weights: Mapping[str, float]) -> float:
    total = sum(weights.get(seat, 1.0) for seat in own)
    if total == 0:
        return 0.5
    return sum(weights.get(seat, 1.0) for seat, vote in own.items() if vote == "ship") / total


def _right(said: Parts, people: Parts) -> Parts:
    sides = np.sign(np.round(said - 0.5, 9))
    return np.where(sides == 0, 0.5, (sides == np.sign(people - 0.5)).astype(float))


def _counted(
    method: Method, said: Parts, people: Parts, plain: Parts, groups: Sequence[str], level: float, releases: int
) -> Counted:
    right = _right(said, people)
    gain = None if method == "plain percentage" else mean_change(right - plain, groups, level)
    return Counted(
        method=method,
        right=mean_share(right, groups, level),
        brier=mean_share((said - people) ** 2, groups, level),
        gain=gain,
        recommended=gain is not None and gain.above(0) and releases >= FEWEST,
    )


def _advice(counted: Sequence[Counted], releases: int) -> str:
    if releases < FEWEST:
        return f"Keep the plain percentage: {releases} releases are too few to tell, {FEWEST} are needed."
    better = [each for each in counted if each.recommended]
    if not better:
        return "Keep the plain percentage: no other way of counting is better on releases that were held out."
    best = max(better, key=lambda each: each.right.value or 0.0)
    gain = "" if best.gain is None else f" by {best.gain.shown(0, factor=100)} points"
    return f"Show the {best.method} beside the plain percentage: held out, it is right more often{gain}."


def _nothing(table: VotesTable, level: float) -> AggregationReport:
    advice = "Keep the plain percentage: there is no release with both a vote of the panel and a majority of people."
    return AggregationReport(
        releases=0, folds=0, counted=(), weights=(), models=table.models, level=level, advice=advice
    )
