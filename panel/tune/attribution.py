"""Blind attribution by a model: it is shown cards of the reviewers and one text, and says who wrote it."""

import asyncio
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from panel.domain.call import Message, Recipe, Request
from panel.domain.noun import fingerprint
from panel.domain.persona import Persona
from panel.domain.release import Dossier, Release
from panel.errors import CallError, Unreadable
from panel.hearing.poll import Bench
from panel.llm.replies import take_apart
from panel.store.workspace import Workspace
from panel.tune.arguments import Attribution, Essay, attributed
from panel.tune.asking import asking

TEMPLATE = "attribution.j2"


class _Card(NamedTuple):
    letter: str
    persona: Persona


def attribute_by_model(
    home: Workspace,
    written: Sequence[Essay],
    personas: Mapping[str, Persona],
    model: str,
    *,
    groups: Callable[[str], str] = str,
    level: float = 0.95,
) -> Attribution:
    """Let a model say who wrote each text; the same question is never paid for twice.

    The cards come in another order for every release, by a hash, so that the place of a card tells nothing.

    Args:
        home: The workspace, for its templates, ledger and settings.
        written: The texts.
        personas: Everybody who wrote.
        model: Who judges.
        groups: What a release belongs to.
        level: Level of the interval.

    Raises:
        DeclarationError: The template or the model's name can't be used.
    """
    seats = tuple(dict.fromkeys(essay.seat for essay in written))

    async def run() -> list[str | None]:
        async with asking(home) as desk:
            desk.bench.gateway.warm([model])
            desk.bench.gateway.check([model])

            async def one(essay: Essay) -> str | None:
                async with desk.places:
                    return await _guess(essay, [personas[seat] for seat in seats], model, desk.bench)

            return list(await asyncio.gather(*(one(essay) for essay in written)))

    guesses = asyncio.run(run())
    return attributed(model, seats, written, guesses, groups=groups, level=level)


async def _guess(essay: Essay, personas: Sequence[Persona], model: str, bench: Bench) -> str | None:
    cards = _cards(essay, personas)
    request = _request(essay, cards, model, bench)
    for call in await bench.ledger.find(request):
        if (guess := _read(call.text, cards)) is not None:
            return guess
    try:
        call = await bench.gateway.ask(request)
    except CallError:
        return None
    if bench.gateway.remembers(request.recipe.model):
        await bench.ledger.record(request, call)
    return _read(call.text, cards)


def _cards(essay: Essay, personas: Sequence[Persona]) -> list[_Card]:
    def place(persona: Persona) -> str:
        return hashlib.sha256(f"{essay.release}\n{persona.id}".encode("utf-8", "surrogatepass")).hexdigest()

    return [_Card(chr(ord("A") + number), persona) for number, persona in enumerate(sorted(personas, key=place))]


def _request(essay: Essay, cards: Sequence[_Card], model: str, bench: Bench) -> Request:
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {
            "why": {"type": "string"},
            "reviewer": {"type": "string", "enum": [card.letter for card in cards]},
        },
        "required": ["why", "reviewer"],
        "additionalProperties": False,
    }
    text = bench.prompts.render(TEMPLATE, cards=cards, text=essay.text, schema=json.dumps(schema))
    recipe = Recipe(
        persona="",
        prompt=fingerprint([bench.prompts.hash_of(TEMPLATE), text]),
        dossier="",
        model=bench.gateway.identity(model),
        parameters=bench.parameters,
    )
    nothing = Dossier(release=Release(slug=essay.release, name=essay.release), sentences=())
    return Request(
        recipe=recipe, turn="checks", messages=(Message(role="user", content=text),), schema=schema, dossier=nothing
    )


def _read(text: str, cards: Sequence[_Card]) -> str | None:
    """Return whom a reply names; None where it names nobody, or not plainly one."""
    try:
        objects = take_apart(text).objects
    except Unreadable:
        return None
    named = {str(found.get("reviewer", "")).strip().upper().removeprefix("REVIEWER ") for found in objects}
    guesses = [card.persona.id for card in cards if card.letter in named]
    return guesses[0] if len(guesses) == 1 else None
