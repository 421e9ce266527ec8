"""What a run would touch, and why: ballots, verdicts, comparisons, pages, and what it would cost. Nobody is asked."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from itertools import islice
from typing import Literal

from pydantic import Field

from panel.batch.budget import Price, price_of
from panel.batch.entry import Entry
from panel.batch.hear import Hearings, case_of, needs_hearing, open_hearings
from panel.batch.journal import Journal
from panel.batch.nouns import Wanted
from panel.batch.outcome import PASSING
from panel.batch.panel_hash import PanelHash
from panel.batch.refreshing import Comparisons
from panel.batch.sifting import Sieve
from panel.domain.ballot import Ballot, SpoiledBallot
from panel.domain.noun import Noun
from panel.domain.release import Dossier
from panel.domain.seating import Seat
from panel.domain.verdict import Verdict
from panel.errors import DeclarationError
from panel.evidence.dossier import read_dossier
from panel.evidence.staleness import dossier_changes, staleness
from panel.hearing.poll import BALLOT, recipes
from panel.sitting import Case, Sitting
from panel.store.workspace import Workspace

SAMPLE = 40
"""Releases from which the cost of a run is forecast."""


class BallotImpact(Noun):
    """A ballot that would be cast anew."""

    persona: str
    """Whose."""
    why: tuple[str, ...]
    """Why, in sentences."""


class Impact(Noun):
    """What a run would do to one release."""

    place: str
    """Where it was named."""
    slug: str
    """Name of its verdict's folder; empty if it can't be told."""
    state: Literal["new", "changed", "recounted", "unreadable"]
    """``new``: there is no verdict yet; ``changed``: ballots would be cast anew; ``recounted``: the same ballots would
    be counted otherwise; ``unreadable``: it would fail."""
    ballots: tuple[BallotImpact, ...] = ()
    """Ballots that would be cast anew."""
    comparisons: tuple[str, ...] = ()
    """Comparisons in which it stands."""
    pages: tuple[str, ...] = ()
    """Files that would be written anew, from the workspace."""
    price: Price = Price()
    """What its unanswered calls would cost."""
    reason: str | None = None
    """Why it would fail, if it would."""


class Plan(Noun):
    """What a run would come to."""

    releases: int = Field(default=0, ge=0)
    """Releases looked at."""
    untouched: int = Field(default=0, ge=0)
    """Those among them to which nothing would happen."""
    affected: int = Field(default=0, ge=0)
    """Verdicts that would be written."""
    unreadable: int = Field(default=0, ge=0)
    """Releases that would fail."""
    ballots: int = Field(default=0, ge=0)
    """Ballots that would be cast anew."""
    comparisons: tuple[str, ...] = ()
    """Comparisons that would be overtaken."""
    price: Price = Price()
    """What it would cost."""


class Forecast(Noun):
    """What a run is likely to cost, from its first releases."""

    looked_at: int
    """Releases looked at."""
    affected: int
    """Those among them that would be heard."""
    releases: int
    """Releases in all."""
    price: Price
    """What all of them would cost, if the rest is like the first."""


async def forecast(home: Workspace, entries: Iterable[Entry], wanted: Wanted, releases: int) -> Forecast:
    """Price the first releases of a stream as a run would meet them, and take the rest to be alike.

    Args:
        home: The workspace.
        entries: The releases.
        wanted: Who sits, and how models are asked.
        releases: How many there are.

    Raises:
        DeclarationError: As for :func:`plan_batch`.
    """
    plan = Plan()
    async with plan_batch(home, islice(entries, SAMPLE), wanted) as impacts:
        async for _, so_far in impacts:
            plan = so_far
    times = releases / plan.releases if plan.releases else 0.0
    price = plan.price
    return Forecast(
        looked_at=plan.releases,
        affected=plan.affected,
        releases=releases,
        price=Price(
            calls=round(price.calls * times),
            usd_low=None if price.usd_low is None else round(price.usd_low * times, 6),
            usd_high=None if price.usd_high is None else round(price.usd_high * times, 6),
            tokens_low=round(price.tokens_low * times),
            tokens_high=round(price.tokens_high * times),
            unpriced=price.unpriced,
        ),
    )


@asynccontextmanager
async def plan_batch(
    home: Workspace, entries: Iterable[Entry], wanted: Wanted
) -> AsyncIterator[AsyncIterator[tuple[Impact | None, Plan]]]:
    """Go through a stream of releases as a run would, and say what it would touch.

    Yields, within the block, for every release its impact (None if it would be left alone) and the sums so far.

    Args:
        home: The workspace.
        entries: The releases.
        wanted: Who sits, and how models are asked.

    Raises:
        DeclarationError: The workspace, the ledger or the journal can't be used.
    """
    sitting = Sitting(home, models=wanted.models, seats=wanted.seats, samples=wanted.samples, adaptive=wanted.adaptive)
    journal = Journal(home.root / ".shipskip" / "batch.db")
    try:
        async with open_hearings(sitting, retry=wanted.retry) as hearings:
            hashes = PanelHash(sitting, hearings.bench)
            sieve = Sieve(entries, journal, hashes.of_seats, home.verdict_file, retry=wanted.retry)
            yield _impacts(sieve, hearings, Comparisons(home))
    finally:
        await journal.close()


async def _impacts(
    sieve: Sieve, hearings: Hearings, comparisons: Comparisons
) -> AsyncIterator[tuple[Impact | None, Plan]]:
    plan = Plan()
    while chunk := await asyncio.to_thread(sieve.next):
        for entry, known in chunk:
            impact: Impact | None = None
            if known is not None and known.state == "failed":
                impact = _unreadable(entry, known.reason or "")
            elif known is None:
                impact = await _impact(entry, hearings, comparisons)
            plan = _with(plan, impact)
            yield impact, plan


async def _impact(entry: Entry, hearings: Hearings, comparisons: Comparisons) -> Impact | None:
    try:
        case = await asyncio.to_thread(case_of, entry, hearings.sitting)
        stored = hearings.sitting.home.verdict(case.release.slug)
    except DeclarationError as error:
        return _unreadable(entry, str(error))
    if not needs_hearing(stored, case, hearings):
        return None
    ballots = affected(stored, case, hearings)
    standing = comparisons.of(case.release.slug)
    return Impact(
        place=entry.place,
        slug=case.release.slug,
        state="new" if stored is None else "changed" if ballots else "recounted",
        ballots=ballots,
        comparisons=tuple(member.name for member in standing),
        pages=_pages(case.release.slug, [member.name for member in standing]),
        price=await price_of(case, hearings.bench),
    )


def affected(stored: Verdict | None, case: Case, hearings: Hearings) -> tuple[BallotImpact, ...]:
    """Return the ballots that a panel would cast anew on a release, with the reasons.

    Args:
        stored: Its verdict, if there is one.
        case: The release, and who sits today.
        hearings: What it would be heard with.
    """
    dossier = read_dossier(case.release)
    cast: dict[str, Ballot | SpoiledBallot] = {}
    if stored is not None:
        cast |= {each.persona: each for each in stored.spoiled}
        cast |= {each.persona: each for each in stored.ballots}
    found = []
    for seat in case.panel.seats:
        before = cast.get(seat.persona.id)
        asked_by = {recipe.id for model in seat.models for recipe in recipes(seat, model, dossier, hearings.bench)}
        then = _asked_by(before)
        if before is not None and (then == asked_by or (case.panel.adaptive and then <= asked_by)):
            if isinstance(before, SpoiledBallot) and (before.kind in PASSING or hearings.retry):
                why = (f"It was spoiled ({before.kind}), and is asked for again.",)
                found.append(BallotImpact(persona=seat.persona.id, why=why))
            continue
        found.append(BallotImpact(persona=seat.persona.id, why=_why(seat, before, stored, dossier, hearings)))
    return tuple(found)


def _asked_by(before: Ballot | SpoiledBallot | None) -> set[str]:
    if isinstance(before, Ballot):
        return set(before.asked_by)
    return {sample.recipe for sample in before.samples} if before is not None else set()


def _why(
    seat: Seat,
    before: Ballot | SpoiledBallot | None,
    stored: Verdict | None,
    dossier: Dossier,
    hearings: Hearings,
) -> tuple[str, ...]:
    if stored is None:
        return ("There is no verdict yet.",)
    if before is None:
        return (f"{seat.persona.id!r} wasn't seated.",)
    reasons: list[str] = []
    if isinstance(before, Ballot):
        bench = hearings.bench
        rules = {bench.gateway.rules(model) for model in seat.models}
        prompt = rules.pop() or bench.prompts.hash_of(BALLOT) if len(rules) == 1 else None
        known = staleness(stored, dossier, hearings.sitting.personas, prompt)
        reasons += [text for stale in known if stale.persona == seat.persona.id for text in stale.reasons]
    else:
        reasons += [change.sentence for change in dossier_changes(stored, dossier)]
    asked = {sample.model for sample in before.samples}
    now = {hearings.bench.gateway.identity(model) for model in seat.models}
    if not reasons and len(before.samples) != seat.samples * len(seat.models):
        reasons.append(f"{seat.samples * len(seat.models)} ballots are wanted, and {len(before.samples)} were cast.")
    if not reasons:
        reasons.append(f"It is asked of {_named(now)} with today's settings; before, {_named(asked)} answered.")
    return tuple(reasons)


def _named(models: set[str]) -> str:
    return " and ".join(sorted(models))


def _pages(slug: str, comparisons: Sequence[str]) -> tuple[str, ...]:
    own = tuple(f"verdicts/{slug}/{name}" for name in ("verdict.json", "verdict.md", "verdict.html"))
    return own + tuple(f"verdicts/compare/{name}.{kind}" for name in comparisons for kind in ("json", "md", "html"))


def _unreadable(entry: Entry, reason: str) -> Impact:
    return Impact(place=entry.place, slug=entry.slug, state="unreadable", reason=reason)


def _with(plan: Plan, impact: Impact | None) -> Plan:
    if impact is None:
        return plan.model_copy(update={"releases": plan.releases + 1, "untouched": plan.untouched + 1})
    unreadable = impact.state == "unreadable"
    return Plan(
        releases=plan.releases + 1,
        untouched=plan.untouched,
        affected=plan.affected + (not unreadable),
        unreadable=plan.unreadable + unreadable,
        ballots=plan.ballots + len(impact.ballots),
        comparisons=tuple(dict.fromkeys((*plan.comparisons, *impact.comparisons))),
        price=plan.price + impact.price,
    )
