"""Panels whose truth is known: rates, correlations and drift are planted, so that estimators can be held to them."""

from dataclasses import dataclass

import numpy as np

from panel.tune.gold import Gold, GoldVote
from panel.tune.votes_table import Cell, VotesTable


@dataclass(frozen=True)
class Reading:
    """How a seat reads releases: with probability ``attention`` it sees whether they are good, else it flips a coin."""

    attention: float = 0.6
    lean: float = 0.5


def slugs(n):
    """Return the names of so many releases."""
    return [f"r{number:05d}" for number in range(n)]


def grouped(n, size):
    """Return release → group, of so many releases each."""
    return {slug: f"g{number // size:05d}" for number, slug in enumerate(slugs(n))}


def appeals(dice, n, *, mean=0.5, spread=2.0, size=1):
    """Draw the share of people that each release pleases; releases of a group please alike."""
    drawn = dice.beta(mean * spread, (1 - mean) * spread, size=-(-n // size))
    return np.repeat(drawn, size)[:n]


def seat_votes(dice, appeal, reading):
    """Draw one vote per release: the better side with probability ``attention``, else a coin that leans."""
    attends = dice.random(len(appeal)) < reading.attention
    return np.where(attends, appeal > 0.5, dice.random(len(appeal)) < reading.lean)


def people(dice, appeal, most=3):
    """Draw how many people vote on each release (1 to ``most``), and how many of them ship."""
    voters = dice.integers(1, most + 1, size=len(appeal))
    return voters, dice.binomial(voters, appeal)


def gold_of(voters, ship):
    """Return people's votes as gold."""
    votes, line = [], 1
    for slug, many, ships in zip(slugs(len(voters)), voters, ship, strict=True):
        for number in range(many):
            line += 1
            vote = "ship" if number < ships else "skip"
            votes.append(GoldVote(release=slug, annotator=f"a{number}", vote=vote, line=line))
    return Gold(file="simulated", votes=tuple(votes))


def table_of(votes, *, seat="skeptic", arm="", model="simulated", confidence=None, first=1):
    """Return a table of one seat: ``votes`` is releases × samples, true for ship."""
    votes = np.atleast_2d(np.asarray(votes, dtype=bool).T).T
    cells = []
    for row, slug in enumerate(slugs(len(votes))):
        for sample in range(votes.shape[1]):
            sure = None if confidence is None else float(np.atleast_2d(confidence.T).T[row, sample])
            vote = "ship" if votes[row, sample] else "skip"
            cells.append(
                Cell(release=slug, seat=seat, arm=arm, model=model, sample=first + sample, vote=vote, confidence=sure)
            )
    return VotesTable(tuple(cells))


def panel_of(votes):
    """Return a table of several seats: ``votes`` maps each to one vote per release."""
    tables = [table_of(cast[:, None], seat=seat) for seat, cast in votes.items()]
    return VotesTable(tuple(cell for table in tables for cell in table))
