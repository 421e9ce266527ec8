"""Do several personas make more than one reviewer? Votes, words and evidence together, with an alarm."""

from collections.abc import Callable, Mapping, Sequence

from panel.domain.noun import Noun
from panel.domain.persona import Persona
from panel.tune.arguments import Attribution, Essay, Overlap, attribute, overlaps
from panel.tune.gold import Gold
from panel.tune.seats_apart import SeatsApart, seats_apart
from panel.tune.votes_table import VotesTable

TWINS = 0.9
"""Two seats that vote alike more often than this, the interval's lower end, are one."""
FEWEST = 10
"""Releases below which no alarm is raised."""
_ONE = 1.5
"""Three or more seats that are worth no more independent votes than this, the interval's upper end, are one."""


class DistinctReport(Noun):
    """How far seats are several reviewers."""

    releases: int
    """Releases asked about."""
    models: tuple[str, ...]
    """The models that spoke."""
    spoiled: int
    """Ballots of which nothing could be read; in no figure."""
    cost_usd: float | None
    """US dollars of all ballots, whenever they were paid."""
    level: float
    """Level of the intervals."""
    votes: SeatsApart
    """Whether they vote apart."""
    overlaps: tuple[Overlap, ...]
    """Whether they argue apart."""
    attributions: tuple[Attribution, ...]
    """Whether anybody can tell who wrote what."""
    alarms: tuple[str, ...]
    """Why personas have collapsed into one, a sentence each; empty if they haven't."""
    simulated: str = "The panel's reviewers are simulated; people's votes come from the gold file alone."
    """What must be said beside every percentage."""


def distinct_report(
    table: VotesTable,
    written: Sequence[Essay],
    personas: Mapping[str, Persona],
    *,
    gold: Gold | None = None,
    by_model: Attribution | None = None,
    groups: Callable[[str], str] = str,
    level: float = 0.95,
) -> DistinctReport:
    """Return how far the seats of a table are several reviewers.

    Args:
        table: Their votes.
        written: What they wrote, made anonymous.
        personas: Who they are, for their weights.
        gold: People's votes, which then stand for what a release explains.
        by_model: What a model made of the texts.
        groups: What a release belongs to.
        level: Level of the intervals.
    """
    people = None
    if gold is not None:
        cast = gold.humans()
        people = {slug: sum(v == "ship" for v in own.values()) / len(own) for slug, own in cast.items() if own}
    weights = {seat: personas[seat].weight for seat in table.seats}
    votes = seats_apart(table, people=people, weights=weights, groups=groups, level=level)
    by_classifier = attribute(written, groups=groups, level=level)
    attributions = tuple(each for each in (by_classifier, by_model) if each is not None)
    return DistinctReport(
        releases=len(table.releases),
        models=table.models,
        spoiled=len(table.spoiled),
        cost_usd=table.cost_usd,
        level=level,
        votes=votes,
        overlaps=overlaps(written, groups=groups, level=level),
        attributions=attributions,
        alarms=collapse(votes, attributions, len(table.seats)),
    )


def collapse(votes: SeatsApart, attributions: Sequence[Attribution], seats: int) -> tuple[str, ...]:
    """Return why personas have collapsed into one: nothing, where releases are too few to say so.

    Args:
        votes: How they vote.
        attributions: Who can tell them apart.
        seats: How many there are.
    """
    found = []
    for pair in votes.pairs:
        if pair.alike.n >= FEWEST and pair.alike.above(TWINS):
            found.append(f"{pair.seats[0]} and {pair.seats[1]} vote alike on {pair.alike.percent()} of releases.")
    worth = votes.effective_votes
    if seats > 2 and worth.n >= FEWEST and worth.below(_ONE):
        found.append(f"{seats} seats are worth {worth.shown(1)} independent votes.")
    for each in attributions:
        interval = each.right.interval
        if each.right.n >= FEWEST and interval is not None and interval[0] <= each.chance:
            who = "A classifier" if each.judge == "classifier" else each.judge
            got = f"{each.right.percent()} right, guessing gets {100 * each.chance:.0f} %"
            found.append(f"{who} can't tell who wrote what: {got}.")
    return tuple(found)
