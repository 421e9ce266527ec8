"""Asking a model to revise one part of a persona's text, in the light of votes on which people voted otherwise."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from panel.domain.call import Message, Recipe, Request
from panel.domain.noun import fingerprint
from panel.domain.persona import Persona
from panel.domain.release import Dossier, Release
from panel.errors import CallError, Unreadable
from panel.hearing.poll import Bench
from panel.llm.replies import take_apart
from panel.store.workspace import Workspace
from panel.tune.asking import asking
from panel.tune.drafts import Part

TEMPLATE = "revise.j2"
_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"why": {"type": "string"}, "text": {"type": "string"}},
    "required": ["why", "text"],
    "additionalProperties": False,
}


class Revision(NamedTuple):
    """What a model makes of a part."""

    text: str | None
    """The revised part; None if none could be had or read."""
    cost_usd: float | None
    """US dollars of the call; 0 where the ledger had it."""


def revise(home: Workspace, persona: Persona, part: Part, cases: Sequence[Mapping[str, Any]], model: str) -> Revision:
    """Ask a model to revise a part of a persona; what was asked before comes from the ledger.

    Args:
        home: The workspace, for its templates, ledger and settings.
        persona: Whose text it is.
        part: The part.
        cases: Ballots and people's votes, as ``revise.j2`` names them.
        model: Who revises.

    Raises:
        DeclarationError: The template or the model's name can't be used.
    """

    async def run() -> Revision:
        async with asking(home) as desk:
            desk.bench.gateway.warm([model])
            desk.bench.gateway.check([model])
            return await _revised(_request(persona, part, cases, model, desk.bench), desk.bench)

    return asyncio.run(run())


async def _revised(request: Request, bench: Bench) -> Revision:
    for call in await bench.ledger.find(request):
        if (text := _read(call.text)) is not None:
            return Revision(text, 0.0)
    try:
        call = await bench.gateway.ask(request)
    except CallError:
        return Revision(None, 0.0)
    if bench.gateway.remembers(request.recipe.model):
        await bench.ledger.record(request, call)
    return Revision(_read(call.text), call.cost_usd)


def _request(persona: Persona, part: Part, cases: Sequence[Mapping[str, Any]], model: str, bench: Bench) -> Request:
    text = bench.prompts.render(TEMPLATE, persona=persona, part=part, cases=list(cases), schema=json.dumps(_SCHEMA))
    recipe = Recipe(
        persona=persona.spoken.hash,
        prompt=fingerprint([bench.prompts.hash_of(TEMPLATE), text]),
        dossier="",
        model=bench.gateway.identity(model),
        parameters=bench.parameters,
    )
    nothing = Dossier(release=Release(slug="revision", name="Revision"), sentences=())
    return Request(
        recipe=recipe, turn="checks", messages=(Message(role="user", content=text),), schema=_SCHEMA, dossier=nothing
    )


def _read(text: str) -> str | None:
    """Return the revised part of a reply; None where there is none, or several that differ."""
    try:
        objects = take_apart(text).objects
    except Unreadable:
        return None
    found = {said.strip() for each in objects if isinstance(said := each.get("text"), str) and said.strip()}
    return found.pop() if len(found) == 1 else None
