"""A panel of the shipped reviewers before a tiny model: what the tests of panel.llm.embedded share."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from panel.domain.call import Call, Parameters, Recipe, Request
from panel.domain.persona import Persona
from panel.domain.release import Dossier, Release, Source
from panel.evidence.dossier import read_dossier
from panel.llm.embedded import Embedded
from panel.llm.schema import ballot_schema
from panel.store.workspace import Workspace
from tests.llm.tiny_gguf import write_tiny_gguf

ROOT = Path(__file__).resolve().parents[2]
HOME = Workspace(ROOT)
ENGLISH = "It is fast and has a public API. It costs $20 per month. Nobody has measured it yet."
JAPANESE = "これは新しいモデルです。料金は月額20ドルです。独立した評価はまだありません。"


def dossier_of(text: str) -> Dossier:
    """Return a dossier of one source."""
    return read_dossier(Release(slug="thing", name="Thing", sources=(Source(key="S1", text=text),)))


def request_for(persona: Persona, dossier: Dossier, *, sample: int = 1, max_tokens: int = 1_200) -> Request:
    """Return what poll would ask a reviewer."""
    schema = ballot_schema()
    recipe = Recipe(
        persona=persona.hash,
        prompt="",
        dossier=dossier.hash,
        model="gguf:any",
        parameters=Parameters(max_tokens=max_tokens),
        sample=sample,
    )
    messages = HOME.prompts().render_ballot(persona, dossier, schema)
    return Request(recipe=recipe, messages=messages, schema=schema, persona=persona, dossier=dossier)


def panel_for(dossier: Dossier, *, sample: int = 1, max_tokens: int = 1_200) -> list[Request]:
    """Return what the five shipped reviewers are asked, in one round."""
    return [request_for(each, dossier, sample=sample, max_tokens=max_tokens) for each in HOME.personas().values()]


def ask(file: Path, requests: Sequence[Request], **settings: int) -> list[Call]:
    """Return the answers of a room that is opened for these requests and closed after them."""

    async def asked() -> list[Call]:
        room = Embedded(f"gguf:{file}", **settings)
        try:
            return await asyncio.gather(*(room.ask(request) for request in requests))
        finally:
            await room.close()

    return asyncio.run(asked())


def prompt_of(requests: Sequence[Request]) -> str:
    """Return all that the requests say, as prose for a vocabulary."""
    return "\n".join(message.content for request in requests for message in request.messages)


def write_wordwise(folder: Path) -> Path:
    """Write a model whose tokens are words, as in a real vocabulary."""
    prose = prompt_of(panel_for(dossier_of(ENGLISH)))
    return write_tiny_gguf(folder / "wordwise.gguf", prose=prose)
