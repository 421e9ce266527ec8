"""Texts of releases in another language, as a model puts them; nothing is paid for twice."""

import asyncio
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from panel.domain.call import Call, Message, Recipe, Request
from panel.domain.noun import fingerprint
from panel.domain.release import Dossier, Release
from panel.errors import DeclarationError, Unreadable
from panel.hearing.asking import hear, recall
from panel.hearing.poll import Bench
from panel.llm.replies import take_apart
from panel.tune.asking import Asking
from panel.tune.probe import Probe, Translation
from panel.tune.probe_steps import texts_of

TEMPLATE = "translate.j2"
LONGEST = 4_000
"""Characters that are translated at once; longer texts are parted between paragraphs."""

_SCHEMA = {
    "type": "object",
    "properties": {"translation": {"type": "string"}},
    "required": ["translation"],
    "additionalProperties": False,
}


@dataclass(frozen=True)
class Job:
    """One text that is wanted in another language."""

    text: str
    """The text."""
    to: str
    """The language."""
    model: str
    """Who translates."""

    @property
    def parts(self) -> list[str]:
        """The text in pieces of whole paragraphs."""
        pieces: list[str] = []
        for paragraph in self.text.split("\n\n"):
            if pieces and len(pieces[-1]) + len(paragraph) <= LONGEST:
                pieces[-1] += f"\n\n{paragraph}"
            else:
                pieces.append(paragraph)
        return [piece for piece in pieces if piece.strip()]


def jobs(probes: Sequence[Probe], releases: Iterable[Release], translator: str | None) -> list[Job]:
    """Return what is to be translated, as far as somebody is named who translates; each text once.

    Args:
        probes: The probes.
        releases: The releases that they are asked about.
        translator: Who translates, whatever a probe says.
    """
    found: dict[Job, None] = {}
    for release in releases:
        for probe in probes:
            for wanted in _wanted(probe, release):
                if (model := translator or wanted.model) is not None:
                    found |= dict.fromkeys(Job(text, wanted.to, model) for text in texts_of(release))
    return list(found)


async def translated(wanted: Sequence[Job], desk: Asking) -> dict[tuple[str, str], str | None]:
    """Return (text, language) → its translation; None where none could be had.

    Raises:
        DeclarationError: The template or a model's name can't be used.
    """
    _check(wanted, desk)

    async def one(job: Job, part: str) -> str | None:
        async with desk.places:
            return (await hear(_request(job, part, desk.bench), _read, desk.bench)).said

    async def whole(job: Job) -> str | None:
        said = await asyncio.gather(*(one(job, part) for part in job.parts))
        return "\n\n".join(each for each in said if each is not None) if None not in said else None

    said = await asyncio.gather(*(whole(job) for job in wanted))
    return {(job.text, job.to): text for job, text in zip(wanted, said, strict=True)}


async def unread(wanted: Sequence[Job], desk: Asking) -> dict[str, list[Request]]:
    """Return by model what would have to be asked: every piece without a stored translation.

    Raises:
        DeclarationError: The template or a model's name can't be used.
    """
    _check(wanted, desk)
    missing: dict[str, list[Request]] = {}
    for job in wanted:
        for part in job.parts:
            request = _request(job, part, desk.bench)
            stored = await recall(request, _read, desk.bench)
            if stored is None or stored.said is None:
                missing.setdefault(job.model, []).append(request)
    return missing


def stand_ins(wanted: Sequence[Job]) -> Mapping[tuple[str, str], str]:
    """Return texts of about the right length, for a price before anything is translated."""
    return {(job.text, job.to): f"{job.text}\n\n({job.to})" for job in wanted}


def _wanted(probe: Probe, release: Release) -> Iterator[Translation]:
    for step in (*probe.base, *probe.steps(release)):
        if step.translate is not None:
            yield step.translate


def _check(wanted: Sequence[Job], desk: Asking) -> None:
    models = list(dict.fromkeys(job.model for job in wanted))
    gateway = desk.bench.gateway
    gateway.warm(models)
    for model in models:
        if gateway.rules(model) is not None:
            raise DeclarationError(f"{model!r} reads by rules and can't translate; name a model with --translator")
    gateway.check(models)


def _request(job: Job, part: str, bench: Bench) -> Request:
    text = bench.prompts.render(TEMPLATE, language=job.to, text=part, schema=json.dumps(_SCHEMA))
    recipe = Recipe(
        persona="",
        prompt=fingerprint([bench.prompts.hash_of(TEMPLATE), text]),
        dossier="",
        model=bench.gateway.identity(job.model),
        parameters=bench.parameters,
    )
    nothing = Dossier(release=Release(slug="translation", name="translation"), sentences=())
    messages = (Message(role="user", content=text),)
    return Request(recipe=recipe, turn="checks", messages=messages, schema=_SCHEMA, dossier=nothing)


def _read(call: Call) -> str:
    if call.finish_reason == "length":
        raise Unreadable("the translation breaks off before its end", reply=call.text)
    for found in take_apart(call.text).objects:
        text = found.get("translation")
        if isinstance(text, str) and text.strip():
            return text.strip()
    raise Unreadable("the key 'translation' is missing, or there is no text in it", reply=call.text)
