"""Many releases put before seats, sample by sample; what the ledger holds is never asked again."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

from panel.domain.call import Request
from panel.domain.release import Dossier, Release
from panel.domain.seating import Seat
from panel.evidence.dossier import read_dossier
from panel.hearing.poll import Bench, casts, recipes, unanswered
from panel.hearing.seat import Cast
from panel.llm.quote import Quote, quote
from panel.llm.rooms import open_gateway, open_ledger
from panel.store.prompts import Prompts
from panel.store.workspace import Workspace
from panel.tune.votes_table import Cell, VotesTable

Watch = Callable[[Cell, int, int], None]
"""Told of every sample that is there, how many are by now, and how many there will be."""


@dataclass(frozen=True)
class Question:
    """One seat to be asked about one release."""

    release: Release
    """What is judged; it may be a variant of a release of the workspace."""
    seat: Seat
    """Who judges, by which models, how often."""
    arm: str = ""
    """What is done differently here, for the table."""
    first: int = 1
    """Number of its first sample; a higher one asks for ballots that nobody has asked for before."""
    prompts: Prompts | None = None
    """Templates that it is asked with, if not the workspace's own."""
    dossier: Dossier | None = None
    """What is shown of the release, if not all that it says."""


@dataclass
class Asking:
    """Asks questions on one bench; a ballot that several of them need is asked for once."""

    bench: Bench
    """The way to the models, and the ledger."""
    places: asyncio.Semaphore
    """Bounds the samples under way."""
    watch: Watch | None = None
    """Told of every sample."""
    _under_way: dict[str, "asyncio.Task[Cast]"] = field(default_factory=dict)
    _dossiers: dict[int, tuple[Release, Dossier]] = field(default_factory=dict)

    async def ask(self, questions: Iterable[Question]) -> VotesTable:
        """Return every sample, in the order of the questions.

        Raises:
            DeclarationError: A template or a model's name can't be used.
        """
        singles = [single for question in questions for single in self._singles(question)]
        self._check(question for question, _ in singles)
        done = 0

        async def cell(question: Question, number: int) -> Cell:
            nonlocal done
            made = _cell(question, number, await self._cast(question, number))
            done += 1
            if self.watch is not None:
                self.watch(made, done, len(singles))
            return made

        return VotesTable(tuple(await asyncio.gather(*(cell(*single) for single in singles))))

    async def price(self, questions: Iterable[Question]) -> list[Quote]:
        """Return for every model what asking would cost; what is stored is free.

        Raises:
            DeclarationError: A template or a model's name can't be used.
        """
        missing = await self.missing(questions)
        return [quote(requests, model, self.bench.gateway) for model, requests in missing.items()]

    async def missing(self, questions: Iterable[Question]) -> dict[str, list[Request]]:
        """Return by model what would have to be asked, each request once.

        Raises:
            DeclarationError: A template or a model's name can't be used.
        """
        questions = list(questions)
        self._check(questions)
        wanted: dict[str, dict[str, Request]] = {}
        for question in questions:
            missing = await unanswered(
                question.seat, self._dossier(question), self._bench(question), first=question.first
            )
            for model, requests in missing.items():
                wanted.setdefault(model, {}).update({request.id: request for request in requests})
        return {model: list(requests.values()) for model, requests in wanted.items()}

    def _singles(self, question: Question) -> Iterable[tuple[Question, int]]:
        for model in question.seat.models:
            seat = question.seat.model_copy(update={"models": (model,), "samples": 1})
            for number in range(question.first, question.first + question.seat.samples):
                yield replace(question, seat=seat, first=number), number

    def _check(self, questions: Iterable[Question]) -> None:
        questions = list(questions)
        gateway = self.bench.gateway
        models = dict.fromkeys(model for question in questions for model in question.seat.models)
        gateway.warm(models)
        if any(gateway.rules(model) is None for model in models):
            for prompts in {id(each): each for q in questions if (each := q.prompts or self.bench.prompts)}.values():
                prompts.check()
        gateway.check(models)

    async def _cast(self, question: Question, number: int) -> Cast:
        bench, dossier, seat = self._bench(question), self._dossier(question), question.seat
        (recipe,) = recipes(seat, seat.models[0], dossier, bench, first=number)
        task = self._under_way.get(recipe.id)
        if task is None:
            task = asyncio.create_task(self._asked(seat, dossier, bench, number))
            self._under_way[recipe.id] = task
        return await task

    async def _asked(self, seat: Seat, dossier: Dossier, bench: Bench, number: int) -> Cast:
        async with self.places:
            (cast,) = await casts(seat, dossier, bench, first=number)
            return cast

    def _bench(self, question: Question) -> Bench:
        own = self.bench
        return own if question.prompts is None else Bench(question.prompts, own.gateway, own.ledger, own.parameters)

    def _dossier(self, question: Question) -> Dossier:
        if question.dossier is not None:
            return question.dossier
        release = question.release
        if id(release) not in self._dossiers:
            self._dossiers[id(release)] = release, read_dossier(release)
        return self._dossiers[id(release)][1]


@asynccontextmanager
async def asking(home: Workspace, watch: Watch | None = None) -> AsyncIterator[Asking]:
    """Open the way to a workspace's models and its ledger.

    Raises:
        DeclarationError: The workspace's settings can't be used.
    """
    calls = home.panel_settings().calls
    ledger = open_ledger(home.ledger)
    gateway = open_gateway(calls, ledger)
    try:
        bench = Bench(home.prompts(), gateway, ledger, calls.parameters)
        yield Asking(bench, asyncio.Semaphore(4 * calls.at_once), watch)
    finally:
        await gateway.close()
        await ledger.close()


def ask_all(home: Workspace, questions: Sequence[Question], watch: Watch | None = None) -> VotesTable:
    """Ask questions and return every sample, in their order.

    Raises:
        DeclarationError: A template, a model's name or the settings can't be used; nothing was asked.
    """

    async def run() -> VotesTable:
        async with asking(home, watch) as desk:
            return await desk.ask(questions)

    return asyncio.run(run())


def price_all(home: Workspace, questions: Sequence[Question]) -> list[Quote]:
    """Return for every model what asking would cost, without asking anybody.

    Raises:
        DeclarationError: As for :func:`ask_all`.
    """

    async def run() -> list[Quote]:
        async with asking(home) as desk:
            return await desk.price(questions)

    return asyncio.run(run())


def _cell(question: Question, number: int, cast: Cast) -> Cell:
    paper = cast.paper
    costs = [call.cost_usd for call in cast.calls if call.cost_usd is not None]
    return Cell(
        release=question.release.slug,
        seat=question.seat.persona.id,
        arm=question.arm,
        model=question.seat.models[0],
        answered_by=cast.calls[-1].answered_by if cast.calls else None,
        sample=number,
        vote=paper.vote if paper else None,
        confidence=paper.confidence if paper else None,
        argument=paper.argument if paper else (),
        claims=paper.claims if paper else (),
        quote=paper.quote if paper else "",
        reason=str(cast.error) if cast.error else None,
        recipe=cast.recipe.id,
        cost_usd=sum(costs) if len(costs) == len(cast.calls) else None,
    )
