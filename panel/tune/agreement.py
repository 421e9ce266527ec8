"""Agreement of two voters, from tables of two times two that releases add up to.

A table's four cells are: both ship; the first ships and the second skips; the first skips and the second ships; both
skip. Where several people voted on a release, they share its one count. The functions take any number of tables at
once (the last axis), because a bootstrap asks for thousands; they are checked against scikit-learn and krippendorff.
"""

from collections.abc import Mapping, Sequence
from itertools import permutations

import numpy as np

from panel.domain.ballot import Choice, Vote
from panel.tune.bootstrap import SHARE_PRIOR, TABLE_PRIOR, Parts, Scale, Statistic, divided, estimate, mean
from panel.tune.estimate import Estimate


def raw_agreement(table: Parts) -> Parts:
    """Return the share of equal votes, from 0 to 1."""
    return divided(table[..., 0] + table[..., 3], table.sum(-1))


def balanced_accuracy(table: Parts) -> Parts:
    """Return the mean of two shares: what the second ships that the first ships too, and the same of skips.

    Always voting alike gives ½, however lopsided the second's votes are.
    """
    ship = divided(table[..., 0], table[..., 0] + table[..., 2])
    skip = divided(table[..., 3], table[..., 1] + table[..., 3])
    return (ship + skip) / 2


def cohens_kappa(table: Parts) -> Parts:
    """Return κ: agreement beyond what chance gives two voters with these ship rates; 1 full, 0 chance, below 0 worse.

    Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20
    (1960).
    """
    n = table.sum(-1)
    first, second = table[..., 0] + table[..., 1], table[..., 0] + table[..., 2]
    chance = divided(first * second + (n - first) * (n - second), n * n)
    return divided(raw_agreement(table) - chance, 1 - chance)


def krippendorffs_alpha(table: Parts) -> Parts:
    """Return α for two voters and two-valued votes: 1 full agreement, 0 chance, below 0 systematic disagreement.

    Source: K. Krippendorff, Content Analysis (2004), chapter 11.
    """
    return alpha_of(2 * table[..., 0], table[..., 1] + table[..., 2], 2 * table[..., 3])


def alpha_of(both_ship: Parts, unlike: Parts, both_skip: Parts) -> Parts:
    """Return α from coincidences: values in pairs of ships, half of those in unlike pairs, in pairs of skips."""
    ship, skip = both_ship + unlike, both_skip + unlike
    return 1 - divided((ship + skip - 1) * unlike, ship * skip)


def pair_table(one: Vote, others: Sequence[Vote]) -> Parts:
    """Return one release's table: a vote beside people's, who share one count."""
    ship = sum(vote == "ship" for vote in others) / len(others)
    row = np.zeros(4)
    row[:2] = (ship, 1 - ship)
    return row if one == "ship" else np.roll(row, 2)


def tables(said: Mapping[str, Choice | None], humans: Mapping[str, Mapping[str, Vote]]) -> tuple[list[str], Parts]:
    """Return the releases on which both a simulated vote and people's are there, and each one's table."""
    shared = [slug for slug in sorted(humans) if said.get(slug) in ("ship", "skip") and humans[slug]]
    rows = [pair_table(_vote(said[slug]), list(humans[slug].values())) for slug in shared]
    return shared, np.array(rows).reshape(-1, 4)


def human_tables(humans: Mapping[str, Mapping[str, Vote]]) -> tuple[list[str], Parts]:
    """Return the releases that several people voted on, and each one's table of a person beside another.

    Every ordered pair of different people shares the release's one count, so that the table tells what can be asked of
    a simulated voter: how often one person votes as another does.
    """
    shared = [slug for slug in sorted(humans) if len(humans[slug]) > 1]
    rows = []
    for slug in shared:
        pairs = list(permutations(humans[slug].values(), 2))
        rows.append(sum(pair_table(one, [other]) for one, other in pairs) / len(pairs))
    return shared, np.array(rows).reshape(-1, 4)


def coincidences(humans: Mapping[str, Mapping[str, Vote]]) -> Parts:
    """Return each release's coincidences among people, (both ship, unlike, both skip), as α counts them."""
    rows = []
    for slug in sorted(humans):
        m = len(humans[slug])
        ship = sum(vote == "ship" for vote in humans[slug].values())
        if m > 1:
            rows.append(
                [ship * (ship - 1) / (m - 1), ship * (m - ship) / (m - 1), (m - ship) * (m - ship - 1) / (m - 1)]
            )
    return np.array(rows, dtype=float).reshape(-1, 3)


def human_alpha(humans: Mapping[str, Mapping[str, Vote]], *, groups: Sequence[str] | None, level: float) -> Estimate:
    """Return Krippendorff's α among people, releases with more of them weighing more, as its textbook has it."""
    prior = np.array([[1.0, 0, 0], [0, 1.0, 0], [0, 0, 1.0]])
    return estimate(
        coincidences(humans),
        lambda sums: alpha_of(sums[..., 0], sums[..., 1], sums[..., 2]),
        scale="correlation",
        prior=prior,
        groups=groups,
        level=level,
    )


def agreement(
    rows: Parts, statistic: Statistic, *, groups: Sequence[str] | None = None, level: float = 0.95
) -> Estimate:
    """Return an agreement figure over releases with its interval."""
    if statistic is raw_agreement:
        parts = np.stack([rows[:, 0] + rows[:, 3], rows.sum(-1)], axis=-1)
        return estimate(parts, mean, scale="share", prior=SHARE_PRIOR, groups=groups, level=level)
    scale: Scale = "share" if statistic is balanced_accuracy else "correlation"
    return estimate(rows, statistic, scale=scale, prior=TABLE_PRIOR, groups=groups, level=level)


def _vote(choice: Choice | None) -> Vote:
    assert choice in ("ship", "skip")
    return "ship" if choice == "ship" else "skip"
