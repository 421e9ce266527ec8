"""The queue for people: stored verdicts in the order in which they need somebody, with the reasons."""

import heapq
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from panel.domain.noun import Noun
from panel.domain.persona import Persona
from panel.domain.verdict import State, Verdict
from panel.errors import DeclarationError
from panel.evidence.dossier import read_dossier
from panel.evidence.staleness import staleness
from panel.hearing.attention import Reason, attention, urgency
from panel.store.releases import read_release
from panel.store.workspace import Workspace


class Queued(Noun):
    """One verdict in the queue."""

    slug: str
    """Name of its folder."""
    name: str
    """What its vendor calls it."""
    ship_percent: int | None
    """Ship %, if there is one."""
    headline: str
    """The verdict in one line."""
    state: State
    """Where it stands on its way to readers."""
    urgency: float = Field(ge=0)
    """How far up it stands."""
    reasons: tuple[Reason, ...]
    """What it needs somebody for, most urgent first."""


class Queue(Noun):
    """The queue for people."""

    verdicts: int = Field(default=0, ge=0)
    """Verdicts looked at."""
    waiting: int = Field(default=0, ge=0)
    """Those that need somebody."""
    queue: tuple[Queued, ...] = ()
    """The first of them, most urgent first."""
    damaged: tuple[str, ...] = ()
    """What is wrong with records that can't be read."""


class _Ranked(NamedTuple):
    urgency: float
    order: tuple[int, ...]
    queued: Queued


def report(home: Workspace, *, most: int | None = 50, slugs: frozenset[str] | None = None) -> Queue:
    """Return the verdicts that need somebody, most urgent first.

    Args:
        home: The workspace.
        most: How many are returned; None for all.
        slugs: The verdicts to look at; None for all.
    """
    looked = waiting = 0
    damaged: list[str] = []
    best: list[_Ranked] = []
    personas, paths = home.personas(), home.release_paths()
    for found in _verdicts(home, slugs):
        if isinstance(found, str):
            damaged.append(found)
            continue
        looked += 1
        reasons = (*attention(found), *_stale(found, paths.get(found.slug), personas))
        if not reasons:
            continue
        waiting += 1
        reasons = tuple(sorted(reasons, key=lambda reason: -reason.weight))
        queued = Queued(
            slug=found.slug,
            name=found.release.name,
            ship_percent=found.tally.ship_percent,
            headline=found.tally.headline,
            state=found.state,
            urgency=urgency(reasons),
            reasons=reasons,
        )
        ranked = _Ranked(queued.urgency, tuple(-ord(c) for c in found.slug), queued)
        if most is None or len(best) < most:
            heapq.heappush(best, ranked)
        else:
            heapq.heappushpop(best, ranked)
    queue = tuple(each.queued for each in sorted(best, reverse=True))
    return Queue(verdicts=looked, waiting=waiting, queue=queue, damaged=tuple(damaged))


def _verdicts(home: Workspace, slugs: frozenset[str] | None) -> Iterator[Verdict | str]:
    """Yield every verdict; of a damaged one what is wrong with it."""
    for path in sorted(home.verdicts_folder.glob("*/verdict.json")):
        slug = path.parent.name
        if slugs is not None and slug not in slugs:
            continue
        try:
            found = home.verdict(slug)
        except DeclarationError as error:
            yield str(error)
            continue
        if found is not None:
            yield found


def _stale(verdict: Verdict, path: Path | None, personas: Mapping[str, Persona]) -> tuple[Reason, ...]:
    """Return what has changed since the panel sat, where the release is in the workspace."""
    if path is None:
        return ()
    try:
        stale = staleness(verdict, read_dossier(read_release(path)), personas)
    except DeclarationError:
        return ()
    if not stale:
        return ()
    many = f"{len(stale)} ballots are stale" if len(stale) > 1 else "a ballot is stale"
    return (Reason(need="stale", text=f"{many}: {stale[0].reasons[0].rstrip('.')}", count=len(stale)),)
