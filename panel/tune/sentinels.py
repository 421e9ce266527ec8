"""Sentinels: whether a model still votes as it did when its releases were pinned."""

from collections.abc import Iterator, Sequence

import numpy as np

from panel.domain.ballot import Choice
from panel.domain.noun import Noun
from panel.tune.bootstrap import DIFFERENCE_PRIOR, estimate, mean
from panel.tune.estimate import Estimate
from panel.tune.flips import Flips, flips
from panel.tune.paired import sign_flip_test
from panel.tune.pins import Pin
from panel.tune.splits import family
from panel.tune.votes_table import Cell, VotesTable

THEN, NOW = "pinned", "now"
ALPHA = 0.05
"""Chance that a sentinel cries though nothing but luck has changed."""


class Renamed(Noun):
    """A model whose answers bear another name than they did."""

    model: str
    """The model asked."""
    then: tuple[str, ...]
    """The names under which it answered when it was pinned."""
    now: tuple[str, ...]
    """Those under which it answers now."""


class Turned(Noun):
    """A seat whose vote on a release is another one now."""

    release: str
    """Slug of the release."""
    seat: str
    """Id of the persona."""
    then: Choice
    """Its vote when it was pinned."""
    now: Choice
    """Its vote now."""


class Watch(Noun):
    """What a check of a sentinel came to."""

    name: str
    """Name of the pin."""
    releases: int
    """Releases whose votes could be held against each other."""
    samples: int
    """Ballots per seat, model and release, then and now."""
    models: tuple[str, ...]
    """The models asked now."""
    renamed: tuple[Renamed, ...]
    """Models that answer under another name: the provider has changed what stands behind them, or another was asked."""
    turned: tuple[Turned, ...]
    """Seats whose votes are others now."""
    change: Estimate
    """Ship rate now minus ship rate then, from −1 to 1."""
    p: float
    """Chance of a change at least as large by luck alone (exact paired test over releases)."""
    beyond: tuple[Flips, ...]
    """How much more often votes differ between then and now than between two ballots of one day, seat by seat."""
    alpha: float
    """Chance of a false alarm, over everything that is looked at."""
    drifted: bool
    """Whether votes have changed by more than luck."""
    spoiled: int
    """Ballots of today of which nothing could be read."""
    cost_usd: float | None
    """US dollars of today's ballots."""
    told: str
    """What it comes to, in a sentence or two."""
    simulated: str = "The panel's reviewers are simulated."
    """What must be said beside every percentage."""


def watch(pin: Pin, today: VotesTable, *, alpha: float = ALPHA) -> Watch:
    """Hold today's ballots against a pin's.

    Two things are looked at, each at half the level: whether the seats ship more or less often than they did (an exact
    sign-flip test over releases, whole), and whether single votes turn in both directions more than repetition alone
    makes them (flips beyond repetition, which needs two ballots or more; Bonferroni over the seats).

    Args:
        pin: The ballots of the day it was pinned.
        today: Ballots of the same seats on the same releases, asked anew.
        alpha: Chance of a false alarm.
    """
    both = VotesTable((*pin.table(THEN).cells, *_in_place_of(pin.models, today)))
    places = [(slug, seat) for slug in both.releases for seat in both.seats if _met(both, slug, seat)]
    steps = [_step(both, slug, seat) for slug, seat in places]
    groups = [family(slug) for slug, _ in places]
    p = sign_flip_test([round(pin.samples * step) for step in steps], groups) if steps else 1.0
    level = 1 - alpha / max(1, len(both.seats))
    beyond = tuple(each for each in flips(both, groups=family, level=level) if each.over == "wordings")
    restless = any(each.beyond is not None and each.beyond.above(0) for each in beyond)
    change = _change(steps, groups, alpha)
    renamed = _renamed(pin, today)
    drifted = p < alpha / 2 or restless
    return Watch(
        name=pin.name,
        releases=len({slug for slug, _ in places}),
        samples=pin.samples,
        models=today.models,
        renamed=renamed,
        turned=_turned(both, places),
        change=change,
        p=p,
        beyond=beyond,
        alpha=alpha,
        drifted=drifted,
        spoiled=len(today.spoiled),
        cost_usd=today.cost_usd,
        told=_told(pin, change, renamed, drifted=drifted, met=bool(places)),
    )


def _in_place_of(models: Sequence[str], today: VotesTable) -> Iterator[Cell]:
    """Yield today's ballots under the names of the models that they stand for, where others were asked."""
    stands_for = dict(zip(today.models, models, strict=False))
    for cell in today:
        yield cell.model_copy(update={"arm": NOW, "model": stands_for.get(cell.model, cell.model)})


def _met(table: VotesTable, slug: str, seat: str) -> bool:
    return all(_votes(table, arm, slug, seat) for arm in (THEN, NOW))


def _votes(table: VotesTable, arm: str, slug: str, seat: str) -> list[Cell]:
    return [cell for cell in table.cast(slug, seat) if cell.arm == arm and cell.vote is not None]


def _rate(table: VotesTable, arm: str, slug: str, seat: str) -> float:
    votes = _votes(table, arm, slug, seat)
    return sum(cell.vote == "ship" for cell in votes) / len(votes)


def _step(table: VotesTable, slug: str, seat: str) -> float:
    return _rate(table, NOW, slug, seat) - _rate(table, THEN, slug, seat)


def _change(steps: Sequence[float], groups: Sequence[str], alpha: float) -> Estimate:
    if not steps:
        return Estimate.undefined("no seat voted both times on any release", level=1 - alpha)
    parts = np.stack([np.array(steps), np.ones(len(steps))], axis=-1)
    return estimate(parts, mean, scale="correlation", prior=DIFFERENCE_PRIOR, groups=groups, level=1 - alpha)


def _turned(table: VotesTable, places: Sequence[tuple[str, str]]) -> tuple[Turned, ...]:
    then, now = table.arm(THEN), table.arm(NOW)
    found = []
    for slug, seat in places:
        was, is_now = then.reduced(slug, seat), now.reduced(slug, seat)
        if was is not None and is_now is not None and was != is_now:
            found.append(Turned(release=slug, seat=seat, then=was, now=is_now))
    return tuple(found)


def _renamed(pin: Pin, today: VotesTable) -> tuple[Renamed, ...]:
    """Return the models whose answers bear other names; where another model was asked, that is one too."""
    then: dict[str, set[str]] = {}
    for vote in pin.votes:
        then.setdefault(vote.model, set()).add(vote.answered_by or vote.model)
    now: dict[str, set[str]] = {}
    for cell in today:
        now.setdefault(cell.model, set()).add(cell.answered_by or cell.model)
    before = {name for names in then.values() for name in names}
    return tuple(
        Renamed(model=model, then=tuple(sorted(then.get(model, before))), now=tuple(sorted(names)))
        for model, names in now.items()
        if names != then.get(model)
    )


def _told(pin: Pin, change: Estimate, renamed: Sequence[Renamed], *, drifted: bool, met: bool) -> str:
    day = pin.at.date().isoformat()
    names = "; ".join(f"{each.model} answered as {_and(each.then)} and now as {_and(each.now)}" for each in renamed)
    other = f" {names}." if names else ""
    if not met:
        return f"Nothing can be held against {day}: no seat's vote could be read both times.{other}"
    moved = f"ship rate {change.percent()} against {day}"
    if drifted:
        return f"Votes have changed by more than luck: {moved}. Don't mix percentages from before and after.{other}"
    return f"No change beyond luck: {moved}. These few releases can't rule out a small one.{other}"


def _and(names: Sequence[str]) -> str:
    return " and ".join(names)
