"""Which reading of a fact counts: what front matter says, then what most sentences say, and what differs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from panel.domain.facts import Fact, Reading

Value = TypeVar("Value")
Votes = list[tuple[Value, str, float]]


def best_of(
    votes: Iterable[tuple[Value, str, float]],
    same: Callable[[Value, Value], bool],
    stated: Value | None,
    cite: str,
    least: float = 0.0,
) -> Fact[Value]:
    """Return the reading with most weight, front matter's before all, and other sources' best ones where they differ.

    Args:
        votes: Readings with the sentence and its weight.
        same: Whether two readings mean the same.
        stated: What front matter says.
        cite: How front matter is cited.
        least: Weight below which a reading of another source isn't worth showing.
    """
    found = [vote for vote in votes if vote[2] > 0]
    totals: Votes[Value] = []
    for value, _, _ in found:
        if not any(same(value, other) for other, _, _ in totals):
            weight = sum(weight for other, _, weight in found if same(value, other))
            totals.append((value, "", weight))
    if stated is None and not totals:
        return Fact[Value]()
    best = stated if stated is not None else max(totals, key=lambda total: total[2])[0]
    cites = [cite] if stated is not None else []
    cites += [where for value, where, weight in sorted(found, key=lambda vote: -vote[2]) if same(value, best)]
    return Fact[Value](value=best, cites=tuple(dict.fromkeys(cites))[:6], also=tuple(_others(found, best, same, least)))


def once_a_source(votes: Iterable[tuple[Value, str, float]]) -> Votes[Value]:
    """Return each reading of each source where it is plainest; none becomes truer by being repeated within a source."""
    best: dict[tuple[str, Value], tuple[Value, str, float]] = {}
    for value, cite, weight in votes:
        key = (cite.partition(".")[0], value)
        if key not in best or weight > best[key][2]:
            best[key] = (value, cite, weight)
    return list(best.values())


def _others(
    found: Sequence[tuple[Value, str, float]], best: Value, same: Callable[[Value, Value], bool], least: float
) -> Iterable[Reading[Value]]:
    """Yield what a source says instead, if that is the best that it says."""
    by_source: dict[str, list[tuple[Value, str, float]]] = defaultdict(list)
    for vote in found:
        by_source[vote[1].partition(".")[0]].append(vote)
    shown: list[Value] = []
    for votes in by_source.values():
        value, cite, weight = max(votes, key=lambda vote: vote[2])
        if weight >= least and not same(value, best) and not any(same(value, other) for other in shown):
            shown.append(value)
            yield Reading[Value](value=value, cites=(cite,))
