"""A sitting: releases come before their panels, and every verdict is saved as soon as it is reached."""

import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from panel.domain.ballot import Ballot, SpoiledBallot
from panel.domain.call import Request
from panel.domain.persona import Persona
from panel.domain.release import Dossier, Release
from panel.domain.seating import Panel, Seat
from panel.domain.verdict import Event, Finding, Verdict
from panel.evidence.dossier import read_dossier
from panel.evidence.staleness import staleness
from panel.hearing.convene import Examine, convene, findings_on
from panel.hearing.poll import Bench, recipes, unanswered
from panel.llm.ledger import Ledger
from panel.llm.quote import Quote, quote
from panel.llm.room import Gateway
from panel.llm.rooms import open_gateway, open_ledger
from panel.publish.saving import save_verdict
from panel.stats.effective import mean_correlation
from panel.store.ballot_history import past_votes
from panel.store.examinations import kept_examination
from panel.store.seating import declared_places, seat_panel
from panel.store.settings import Place, Settings
from panel.store.workspace import Workspace
from panel.store.writable import check_writable

Watch = Callable[[Release, Seat, Ballot | SpoiledBallot], None]
"""Told of every seat that has voted."""

Keep = Callable[[Verdict], Awaitable[Verdict]]
"""Writes a verdict's record and pages and returns what now stands; :func:`save_verdict` does it on this very thread."""


@dataclass(frozen=True)
class Case:
    """A release and the panel that is seated for it."""

    release: Release
    """What is judged."""
    panel: Panel
    """Who judges it."""


class Sitting:
    """Reads a docket of releases, checks everything, then hears them: one after the other, or as a batch has them.

    Args:
        home: The workspace.
        models: The models for every seat, several being a jury; empty for what the workspace says.
        seats: Personas in order; None for what the workspace says.
        samples: Ballots per seat; None for what the workspace says.
        adaptive: Whether further samples are cast only where they matter; None for what the workspace says.
        watch: Told of every seat that has voted.
        notice: Told, in a sentence, what an editor should know before a stored verdict is replaced.
        clock: Tells the time for the verdicts' history.

    Raises:
        DeclarationError: The workspace's settings or personas can't be used.
    """

    def __init__(
        self,
        home: Workspace,
        *,
        models: Sequence[str] = (),
        seats: str | None = None,
        samples: int | None = None,
        adaptive: bool | None = None,
        watch: Watch | None = None,
        notice: Callable[[str], None] | None = None,
        clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        self.home = home
        settings = home.panel_settings()
        self._settings = settings if adaptive is None else settings.model_copy(update={"adaptive": adaptive})
        self._personas = home.personas()
        self._models, self._seats, self._samples = models, seats, samples
        self._watch, self._notice, self._clock = watch, notice, clock

    def summon(self, place: str | Path) -> Case:
        """Read a release and seat its panel.

        Raises:
            DeclarationError: The release can't be read, or a persona isn't known.
        """
        return self.seat(self.home.release(place))

    def seat(self, release: Release) -> Case:
        """Seat the panel for a release.

        Raises:
            DeclarationError: A persona isn't known.
        """
        panel = seat_panel(
            self._settings, release, self._personas, models=self._models, seats=self._seats, samples=self._samples
        )
        return Case(release, panel)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The seats with their alternatives.

        Raises:
            DeclarationError: A persona isn't known.
        """
        return declared_places(self._settings, self._personas, self._seats)

    @property
    def personas(self) -> Mapping[str, Persona]:
        """Every persona by id."""
        return self._personas

    @property
    def settings(self) -> Settings:
        """What the workspace says, as this sitting takes it."""
        return self._settings

    def panel_of(self, seated: Sequence[str]) -> Panel | None:
        """Return the panel on which these personas sit, whatever the release; None if they can't be seated today."""
        if len(seated) != len(self.places):
            return None
        chosen = list(zip(self.places, seated, strict=True))
        if any(name not in place.personas or name not in self._personas for place, name in chosen):
            return None
        return seat_panel(
            self._settings,
            Release(slug="any", name="any"),  # where every seat has one persona, no release decides
            self._personas,
            models=self._models,
            seats=[place.model_copy(update={"personas": (name,)}) for place, name in chosen],
            samples=self._samples,
        )

    async def hear(self, docket: Sequence[Case], *, save: bool) -> list[Verdict]:
        """Return the verdict on every case, in order; nothing is asked before all of them can be.

        A verdict that an editor has worked on stands, unless the panel, its prompts or the dossier have changed since.

        Raises:
            DeclarationError: A model or a prompt can't be used, or a verdict couldn't be written.
        """
        for case in docket if save else ():
            check_writable(self.home.verdict_file(case.release.slug).parent)
        async with self.bench() as bench:
            self.check(docket, bench)
            return [await self._reviewed(case, bench, save=save) for case in docket]

    async def price(self, docket: Sequence[Case]) -> list[Quote]:
        """Return for every model what hearing the docket would cost, without asking anybody; stored answers are free.

        Raises:
            DeclarationError: A model or a prompt can't be used.
        """
        async with self.bench() as bench:
            self.check(docket, bench)
            wanted: dict[str, list[Request]] = {}
            for case in docket:
                dossier = read_dossier(case.release)
                for seat in case.panel.seats:
                    for model, requests in (await unanswered(seat, dossier, bench)).items():
                        wanted.setdefault(model, []).extend(requests)
            return [quote(requests, model, bench.gateway) for model, requests in wanted.items()]

    @asynccontextmanager
    async def bench(self, gateway: Callable[[Ledger], Gateway] | None = None) -> AsyncIterator[Bench]:
        """Open the prompts, the way to the models and the ledger; they are closed with the block.

        Args:
            gateway: Opens the way to the models; the one that the settings describe, if not given.
        """
        calls = self._settings.calls
        ledger = open_ledger(self.home.ledger_place(calls.ledger))
        way = gateway(ledger) if gateway is not None else open_gateway(calls, ledger)
        try:
            yield Bench(self.home.prompts(), way, ledger, calls.parameters)
        finally:
            await way.close()
            await ledger.close()

    def check(self, docket: Iterable[Case], bench: Bench) -> None:
        """Find out whether a docket can be heard, before anything is asked.

        Raises:
            DeclarationError: A model or a prompt can't be used.
        """
        models = dict.fromkeys(model for case in docket for seat in case.panel.seats for model in seat.models)
        bench.gateway.warm(models)
        if any(bench.gateway.rules(model) is None for model in models):
            bench.prompts.check()
        bench.gateway.check(models)

    def stands(self, stored: Verdict, case: Case, bench: Bench) -> bool:
        """Whether asking again would ask exactly what a stored verdict was made from."""
        return _stands(stored, case, bench)

    async def convened(
        self,
        case: Case,
        bench: Bench,
        stored: Verdict | None,
        *,
        correlation: float | None = None,
        examine: Examine | None = None,
    ) -> Verdict:
        """Put a case before its panel; the verdict takes over the history of the stored one, and isn't saved.

        Raises:
            DeclarationError: A template or a model's name can't be used, or the ledger can't.
        """
        if stored is not None:
            self._tell_stale(stored, case)
        verdict = await convene(
            case.release,
            case.panel,
            bench,
            correlation=correlation,
            progress=partial(self._tell, case.release),
            examine=examine,
        )
        event = Event(at=self._clock(), who="shipskip", state="draft", why=_why(verdict, stored))
        past = stored.history if stored is not None else ()
        return verdict.model_copy(update={"history": (*past, event)})

    async def _reviewed(self, case: Case, bench: Bench, *, save: bool) -> Verdict:
        slug = case.release.slug
        stored = self.home.verdict(slug)
        if stored is not None and stored.state != "draft" and _stands(stored, case, bench):
            return stored
        correlation = mean_correlation(past_votes(self.home.verdicts_folder, without=slug))
        verdict = await self.convened(case, bench, stored, correlation=correlation, examine=self._examine)
        return save_verdict(self.home, verdict) if save else verdict

    async def _examine(
        self, dossier: Dossier, ballots: Sequence[Ballot], personas: Mapping[str, Persona]
    ) -> tuple[Finding, ...]:
        """Return what an editor should look at; sources that were examined before aren't read again."""
        return findings_on(dossier, ballots, personas, kept_examination(self.home, dossier))

    def _tell_stale(self, stored: Verdict, case: Case) -> None:
        if self._notice is None:
            return
        for stale in staleness(stored, read_dossier(case.release), self._personas):
            title = stored.titles.get(stale.persona, stale.persona)
            self._notice(f"{case.release.name}: the stored ballot of {title} is stale. {' '.join(stale.reasons)}")

    def _tell(self, release: Release, seat: Seat, outcome: Ballot | SpoiledBallot) -> None:
        if self._watch is not None:
            self._watch(release, seat, outcome)


def _stands(stored: Verdict, case: Case, bench: Bench) -> bool:
    """Whether asking again would ask exactly what the stored verdict was made from."""
    dossier: Dossier = read_dossier(case.release)
    seats = [(seat, model) for seat in case.panel.seats for model in seat.models]
    now = {recipe.id for seat, model in seats for recipe in recipes(seat, model, dossier, bench)}
    then = {recipe for ballot in stored.ballots for recipe in ballot.asked_by}
    then |= {sample.recipe for spoiled in stored.spoiled for sample in spoiled.samples}
    return now == then or (case.panel.adaptive and then <= now)


def _why(verdict: Verdict, stored: Verdict | None) -> str:
    models = " and ".join(verdict.provenance.models)
    if stored is None:
        return f"first panel, by {models}"
    if stored.provenance.dossier != verdict.provenance.dossier:
        return f"convened again by {models}: the dossier changed"
    if stored.provenance.personas != verdict.provenance.personas:
        return f"convened again by {models}: the panel's personas changed"
    return f"convened again by {models}"
