"""Two releases before the same seats: each says which one it would ship, in both orders, with names and without."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from panel.domain.call import Call, Recipe, Request
from panel.domain.head_to_head import TIE, Answer, HeadToHead, Preference
from panel.domain.noun import fingerprint
from panel.domain.persona import Persona
from panel.domain.release import Dossier
from panel.domain.seating import Panel, Seat
from panel.domain.verdict import Finding, Verdict
from panel.evidence.accounts import Account, called
from panel.evidence.masking import Masked, mask
from panel.evidence.sentences import cut
from panel.evidence.write_ups import strange_figures
from panel.hearing.asking import Heard, hear, recall
from panel.hearing.counting_pairs import Asked, conclude_pair
from panel.hearing.poll import Bench
from panel.llm.reading_choice import read_choice
from panel.llm.schema import choice_schema
from panel.store.prompts import HEAD_TO_HEAD

Told = Callable[[str], None]
"""Told, in a few words, of every pair that is through."""


@dataclass(frozen=True)
class Pairing:
    """Two dossiers that are set against each other."""

    a: Dossier
    """The one that stands first on the page."""
    b: Dossier
    """The other."""

    @cached_property
    def hidden(self) -> Masked:
        """Both without names."""
        return mask([self.a, self.b])

    def shown(self, first: str, *, masked: bool) -> tuple[Dossier, Dossier]:
        """Return both dossiers in the order in which they are shown."""
        a, b = self.hidden.dossiers if masked else (self.a, self.b)
        return (a, b) if first == a.release.slug else (b, a)

    def original(self, slug: str) -> Dossier:
        """Return a dossier with its names."""
        return self.a if slug == self.a.release.slug else self.b


@dataclass(frozen=True)
class Question:
    """One way of asking a seat about a pair."""

    pairing: Pairing
    """What it is about."""
    seat: Seat
    """Who is asked."""
    model: str
    """The model that speaks for it."""
    first: str
    """Slug of the release that is shown first."""
    masked: bool
    """Whether names are hidden."""


def all_seats(panels: Sequence[Panel]) -> tuple[Seat, ...]:
    """Return everyone who sits on any of these panels, once, in order: the same seats judge every pair."""
    seats: dict[str, Seat] = {}
    for panel in panels:
        for seat in panel.seats:
            seats.setdefault(seat.persona.id, seat)
    return tuple(seats.values())


async def face_off(
    pairing: Pairing, seats: Sequence[Seat], verdicts: Mapping[str, Verdict], panel: Panel, bench: Bench
) -> tuple[HeadToHead, tuple[Finding, ...]]:
    """Ask every seat about two releases: both orders, with names and masked.

    Seats for which no model speaks aren't asked: their preference is read off their votes.

    Args:
        pairing: The two releases.
        seats: Who is asked.
        verdicts: What the panels concluded, by slug.
        panel: Its quorum and the level of its interval hold here too.
        bench: Prompts, gateway and ledger.

    Raises:
        DeclarationError: A template or a model's name can't be used.
    """
    questions = list(questions_on(pairing, seats, bench))
    heard = await asyncio.gather(*(_put(question, bench) for question in questions))
    answers = [_asked(each, said) for each, said in zip(questions, heard, strict=True)]
    findings = [found for each, said in zip(questions, heard, strict=True) for found in _findings(each, said)]
    if questions and pairing.hidden.leaks:
        text = f"The mask left names readable: {', '.join(pairing.hidden.leaks)}."
        findings.append(Finding(kind="mask-leak", text=text))
    result = conclude_pair(
        verdicts[pairing.a.release.slug],
        verdicts[pairing.b.release.slug],
        seats,
        answers,
        quorum=panel.quorum,
        level=panel.interval_level,
    )
    return result.model_copy(update={"cited": _cited(result, pairing)}), tuple(dict.fromkeys(findings))


async def put(question: Question, bench: Bench) -> Asked:
    """Put one question to a seat, unless a readable answer to it is stored.

    Raises:
        DeclarationError: A template or a model's name can't be used.
    """
    return _asked(question, await _put(question, bench))


async def unasked(pairing: Pairing, seats: Sequence[Seat], bench: Bench) -> dict[str, list[Request]]:
    """Return by model what would have to be asked about a pair: every question without a readable stored answer."""
    return await unasked_of(questions_on(pairing, seats, bench), bench)


async def unasked_of(questions: Iterable[Question], bench: Bench) -> dict[str, list[Request]]:
    """Return by model which of these questions would have to be asked."""
    missing: dict[str, list[Request]] = {}
    for question in questions:
        request = _request(question, bench)
        stored = await recall(request, partial(_read, question.seat.persona), bench)
        if stored is None or stored.said is None:
            missing.setdefault(question.model, []).append(request)
    return missing


def questions_on(pairing: Pairing, seats: Sequence[Seat], bench: Bench) -> Iterator[Question]:
    """Yield every question about a pair; those over the same prompt stand together."""
    spoken = [(seat, model) for seat in seats for model in seat.models if bench.gateway.rules(model) is None]
    for masked in (False, True):
        for first in (pairing.a.release.slug, pairing.b.release.slug):
            for seat, model in spoken:
                yield Question(pairing, seat, model, first, masked)


async def _put(question: Question, bench: Bench) -> Heard[Preference]:
    heard = await hear(_request(question, bench), partial(_read, question.seat.persona), bench)
    if heard.said is None:
        return heard
    shown = question.pairing.shown(question.first, masked=question.masked)
    return replace(heard, said=_checked(heard.said, shown))


def _read(persona: Persona, call: Call) -> Preference:
    return read_choice(call.text, persona, finish_reason=call.finish_reason)


def _request(question: Question, bench: Bench) -> Request:
    first, second = question.pairing.shown(question.first, masked=question.masked)
    schema = choice_schema()
    persona = question.seat.persona.spoken
    recipe = Recipe(
        persona=persona.hash,
        prompt=fingerprint([bench.prompts.hash_of(HEAD_TO_HEAD), schema]),
        dossier=fingerprint([first.hash, second.hash]),
        model=bench.gateway.identity(question.model),
        parameters=bench.parameters,
    )
    messages = bench.prompts.render_choice(persona, first, second, schema)
    return Request(
        recipe=recipe, turn="choice", messages=messages, schema=schema, persona=question.seat.persona, dossier=first
    )


def _checked(said: Preference, shown: tuple[Dossier, Dossier]) -> Preference:
    """Drop citations that lead nowhere, and note them."""
    places = {f"{letter}.{cite}" for letter, dossier in zip("AB", shown, strict=True) for cite in dossier.by_cite}
    unknown = [cite for cite in said.cites if cite not in places]
    if not unknown:
        return said
    gaps = [f"The reason cites {cite}, which isn't in the dossiers." for cite in unknown]
    cites = tuple(cite for cite in said.cites if cite in places)
    return said.model_copy(update={"cites": cites, "gaps": (*said.gaps, *gaps)})


def _asked(question: Question, heard: Heard[Preference]) -> Asked:
    return Asked(question.seat.persona.id, question.model, _answer(question, heard))


def _answer(question: Question, heard: Heard[Preference]) -> Answer:
    said = heard.said
    first, second = (each.release.slug for each in question.pairing.shown(question.first, masked=question.masked))
    slugs = {"A": first, "B": second}
    return Answer(
        first=first,
        masked=question.masked,
        choice=None if said is None else {"first": first, "second": second, "tie": TIE}[said.choice],
        confidence=said.confidence if said else None,
        argument=said.argument if said else (),
        reason=said.reason if said else (heard.error.problem if heard.error else ""),
        cites=tuple(f"{slugs[cite[0]]}:{cite[2:]}" for cite in said.cites) if said else (),
        model=heard.answered_by,
        recipe=heard.request.recipe.id,
        usage=heard.usage,
        cost_usd=heard.cost_usd,
    )


def _findings(question: Question, heard: Heard[Preference]) -> Iterator[Finding]:
    """Yield what an editor should look at in an answer: gaps, and figures that its dossiers don't have."""
    said, who = heard.said, question.seat.persona.id
    if said is None:
        return
    for gap in said.gaps:
        yield Finding(kind="incomplete-answer", text=gap, persona=who)
    shown = question.pairing.shown(question.first, masked=question.masked)
    account = Account(shown, (), {}, None, names=called([dossier.release for dossier in shown]))
    for sentence in cut(said.reason, "S0"):
        for wrong in strange_figures(sentence.text, account):
            yield Finding(kind="unsupported", text=wrong, persona=who, passage=sentence.text)


def _cited(result: HeadToHead, pairing: Pairing) -> dict[str, str]:
    """Return the text of every cited sentence as its source has it, names and all."""
    wanted = dict.fromkeys(cite for seat in result.seats for answer in seat.answers for cite in answer.cites)
    return {each: pairing.original(slug).by_cite[cite] for each in wanted for slug, _, cite in [each.partition(":")]}
