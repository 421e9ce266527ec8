"""Ask one seat: render, look in the ledger, ask, read, at most one repair turn."""

import asyncio
from dataclasses import dataclass
from functools import cached_property

from panel.domain.ballot import Ballot, Paper, SpoiledBallot
from panel.domain.call import Call, Message, Parameters, Recipe, Request
from panel.domain.noun import fingerprint
from panel.domain.persona import Persona
from panel.domain.release import Dossier
from panel.domain.seating import Seat
from panel.errors import CallError, Refused, Unreadable
from panel.evidence.consistency import discords
from panel.hearing.seat import Cast, seat_ballot
from panel.llm.reading import read_paper
from panel.llm.room import CallStore, Claiming, Gateway
from panel.llm.schema import ballot_schema
from panel.store.prompts import Prompts

BALLOT = "ballot.j2"
REPAIR = "repair.j2"
NOTE = "note.j2"
"""The template that shows a persona an editor's note."""


@dataclass(frozen=True)
class Bench:
    """What a poll works with: the prompts, the way to the models, the store of calls, and how to ask."""

    prompts: Prompts
    """Templates of everything that a model reads."""
    gateway: Gateway
    """The only way to a model."""
    ledger: CallStore
    """Where answered calls are kept."""
    parameters: Parameters
    """How models are asked to answer."""

    @cached_property
    def claiming(self) -> Claiming | None:
        """The store of calls, if several runs may use it at once; looked up once, since asking a protocol is slow."""
        return self.ledger if isinstance(self.ledger, Claiming) else None

    @cached_property
    def paper_hash(self) -> str:
        """Hash of what asks for a ballot: the prompt's templates and the ballot's schema."""
        return fingerprint([self.prompts.hash_of(self.prompts.ballot), ballot_schema()])


async def poll(seat: Seat, dossier: Dossier, bench: Bench) -> Ballot | SpoiledBallot:
    """Return a seat's vote on a dossier, or its spoiled ballot with the reason.

    Every answer is stored before it is read; a stored answer that can be read is never asked for again.

    Raises:
        DeclarationError: A template or a model's name can't be used.
    """
    return seat_ballot(seat, await casts(seat, dossier, bench))


async def casts(seat: Seat, dossier: Dossier, bench: Bench, *, first: int = 1) -> list[Cast]:
    """Return what became of every sample of a seat, before they are reduced to its vote; spoiled ones included.

    Args:
        seat: Who is asked.
        dossier: What it is asked about.
        bench: Prompts, gateway and ledger.
        first: Number of the first sample; a higher one asks for ballots that no earlier run has asked for.

    Raises:
        DeclarationError: A template or a model's name can't be used.
    """
    papers = [(model, recipe) for model in seat.models for recipe in recipes(seat, model, dossier, bench, first=first)]
    return list(await asyncio.gather(*(_cast(model, recipe, seat, dossier, bench) for model, recipe in papers)))


def recipes(seat: Seat, model: str, dossier: Dossier, bench: Bench, *, first: int = 1) -> list[Recipe]:
    """Return the recipe of every sample that one of a seat's models casts on a dossier, numbered from ``first``."""
    rules = bench.gateway.rules(model)
    prompt = rules or bench.paper_hash
    if seat.note is not None and rules is None:
        prompt = fingerprint([prompt, bench.prompts.hash_of(NOTE), seat.note])
    persona = seat.persona.hash if rules else seat.persona.spoken.hash
    return [
        Recipe(
            persona=persona,
            prompt=prompt,
            dossier=dossier.hash,
            model=bench.gateway.identity(model),
            parameters=bench.parameters,
            sample=number,
        )
        for number in range(first, first + seat.samples)
    ]


async def unanswered(seat: Seat, dossier: Dossier, bench: Bench, *, first: int = 1) -> dict[str, list[Request]]:
    """Return by model what would have to be asked for a seat: every sample of which no readable answer is stored."""
    missing: dict[str, list[Request]] = {}
    for model in seat.models:
        for recipe in recipes(seat, model, dossier, bench, first=first):
            request = _request(model, recipe, seat, dossier, bench)
            stored, _ = await _stored(request, bench)
            if stored is None or stored.paper is None:
                missing.setdefault(model, []).append(request)
    return missing


def _request(model: str, recipe: Recipe, seat: Seat, dossier: Dossier, bench: Bench) -> Request:
    schema = ballot_schema()
    rules = bench.gateway.rules(model)
    messages = () if rules else bench.prompts.render_ballot(seat.persona.spoken, dossier, schema)
    if seat.note is not None and rules is None:
        messages = (*messages, Message(role="user", content=bench.prompts.render(NOTE, note=seat.note)))
    return Request(recipe=recipe, messages=messages, schema=schema, persona=seat.persona, dossier=dossier)


async def _cast(model: str, recipe: Recipe, seat: Seat, dossier: Dossier, bench: Bench) -> Cast:
    request = _request(model, recipe, seat, dossier, bench)
    calls: tuple[Call, ...] = ()
    try:
        stored, known = await _stored(request, bench)
        if stored is not None and stored.paper is not None:
            return stored
        call = stored.calls[-1] if stored is not None else await _ask(request, bench, known)
        calls = (call,)
        paper, wrong = _attempt(call, seat.persona)
        if wrong is None:
            return Cast(request.recipe, calls, paper=paper)
        try:
            second = await _ask(_repair(request, call, wrong, bench), bench)
            calls = (call, second)
            better, still = _attempt(second, seat.persona)
            if better is None and still is not None:
                raise still
        except CallError:
            if paper is None:
                raise
            better = paper  # it can be read; what doesn't go together in it becomes a finding
        return Cast(request.recipe, calls, paper=better)
    except CallError as failed:
        return Cast(request.recipe, calls, error=failed)


async def _stored(request: Request, bench: Bench) -> tuple[Cast | None, int]:
    """Look for an answer that was paid for already; say also how many there are of any kind.

    Newest first: a ballot that can be read, or one whose repair can. Else an unreadable one whose repair was never
    asked for (an earlier run stopped there): it comes back without a paper, to be repaired. Else None: ask anew.
    """
    persona = request.persona
    assert persona is not None
    unrepaired: Call | None = None
    found = await bench.ledger.find(request)
    for call in found:
        try:
            paper, wrong = _attempt(call, persona)
        except Refused:
            continue  # it was declined then; whoever asks again wants to know whether it is still
        if wrong is None:
            return Cast(request.recipe, (call,), paper=paper), len(found)
        repairs = await bench.ledger.find(_repair(request, call, wrong, bench))
        for second in repairs:
            better = _mended(second, persona)
            if better is not None:
                return Cast(request.recipe, (call, second), paper=better), len(found)
        if paper is not None and repairs:
            return Cast(request.recipe, (call, repairs[0]), paper=paper), len(found)
        if not repairs and unrepaired is None:
            unrepaired = call
    return Cast(request.recipe, (unrepaired,)) if unrepaired is not None else None, len(found)


async def _ask(request: Request, bench: Bench, known: int = 0) -> Call:
    """Ask, and store the answer; one that another run has stored since the ledger was looked at is taken instead.

    Args:
        request: What is asked.
        bench: What it is asked with.
        known: Stored answers to it that were seen, and won't do.
    """
    if bench.claiming is None or not bench.gateway.remembers(request.recipe.model):
        return await _answered(request, bench)
    async with bench.claiming.claimed(request, known) as found:
        return found if found is not None else await _answered(request, bench)


async def _answered(request: Request, bench: Bench) -> Call:
    call = await bench.gateway.ask(request)
    if call.rung != "rules" and bench.gateway.remembers(request.recipe.model):
        await bench.ledger.record(request, call)
    return call


def _attempt(call: Call, persona: Persona) -> tuple[Paper | None, Unreadable | None]:
    """Read an answer: the paper, if there is one, and what a repair turn should mend, if anything.

    Raises:
        Refused: The model declined to answer.
    """
    try:
        paper = read_paper(call.text, persona, finish_reason=call.finish_reason)
    except Unreadable as wrong:
        return None, wrong
    found = next(discords(paper.vote, paper.quote, persona), None)
    return paper, Unreadable(f"{found.text} It is about: {found.passage!r}") if found else None


def _mended(call: Call, persona: Persona) -> Paper | None:
    try:
        return _attempt(call, persona)[0]
    except Refused:
        return None


def _repair(request: Request, call: Call, wrong: Unreadable, bench: Bench) -> Request:
    turn = bench.prompts.render_repair(str(wrong), call.text)
    said = Message(role="assistant", content=call.text)
    return request.model_copy(update={"turn": "repair", "messages": (*request.messages, said, turn)})
