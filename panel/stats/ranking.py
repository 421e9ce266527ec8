"""Ranking several releases from what beats what, pair by pair, with ties where nothing separates them."""

from collections.abc import Collection, Mapping, Sequence

Pair = tuple[str, str]


def rank(items: Sequence[str], winners: Mapping[Pair, str | None]) -> list[list[str]]:
    """Return groups of equals, best first.

    Every member of a group beats every member of the groups below it; a group can't be parted without breaking that.
    Two releases with nothing between them share a group, and so do three that beat each other in a circle, since no
    order of them would be fair to all. This is the iterated Smith set: the strongly connected parts of "isn't beaten
    by", which in a round robin always stand in one line.

    Args:
        items: What is ranked, in the order in which equals are shown.
        winners: For every pair in either order, who is ahead by more than chance; None if nobody is. Pairs that are
            missing count as undecided.

    Sources: I. J. Good, A note on Condorcet sets, Public Choice 10 (1971); J. H. Smith, Aggregation of preferences
    with variable electorate, Econometrica 41 (1973).
    """
    left, groups = list(items), []
    while left:
        group = _unbeaten(left, winners)
        groups.append([item for item in left if item in group])
        left = [item for item in left if item not in group]
    return groups


def beats(one: str, other: str, winners: Mapping[Pair, str | None]) -> bool:
    """Whether one is ahead of the other by more than chance."""
    return winners.get((one, other), winners.get((other, one))) == one


def circle(group: Sequence[str], winners: Mapping[Pair, str | None]) -> list[str] | None:
    """Return items of a group that beat each other in a circle, each the next and the last the first; None if none do.

    The shortest circle is returned, the earliest among equals.
    """
    found = (path for item in group if (path := _way_back(item, group, winners)) is not None)
    return min(found, key=len, default=None)


def _way_back(start: str, group: Sequence[str], winners: Mapping[Pair, str | None]) -> list[str] | None:
    """Return the shortest path from an item over those that each beats, back to it; None if there is none."""
    paths, seen = [[start]], {start}
    while paths:
        longer = []
        for path in paths:
            for item in group:
                if beats(path[-1], item, winners):
                    if item == start:
                        return path
                    if item not in seen:
                        seen.add(item)
                        longer.append([*path, item])
        paths = longer
    return None


def _unbeaten(items: Sequence[str], winners: Mapping[Pair, str | None]) -> Collection[str]:
    """Return the smallest group whose members all beat everybody outside it (the Smith set)."""
    smallest: set[str] = set(items)
    for start in items:
        group, waiting = {start}, [start]
        while waiting:  # whoever isn't beaten by a member belongs to the group too
            member = waiting.pop()
            for item in items:
                if item not in group and not beats(member, item, winners):
                    group.add(item)
                    waiting.append(item)
        if len(group) < len(smallest):
            smallest = group
    return smallest
