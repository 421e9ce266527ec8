"""Facts checked by a model: only what the rules leave open, and always marked as the model's word."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from panel.domain.call import Message, Recipe, Request
from panel.domain.disagreement import Disagreement
from panel.domain.judgement import Judgement
from panel.domain.noun import fingerprint
from panel.domain.release import Dossier
from panel.errors import Unreadable
from panel.evidence.fence import fenced
from panel.hearing.poll import Bench
from panel.llm.reading_checks import Answer, Check, Pair, read_checks
from panel.llm.schema import checks_schema

VERIFY = "verify.j2"
"""The template that asks for facts to be checked."""


class Verified(NamedTuple):
    """What a model makes of what the rules left open."""

    by: str
    """The model that answered."""
    judgements: tuple[Judgement, ...]
    """Its readings, in the order of the statements."""
    disagreements: tuple[Disagreement, ...]
    """Pairs of lines from different places that it takes for a disagreement; both exist."""


async def verify(dossier: Dossier, statements: Sequence[str], model: str, bench: Bench) -> Verified:
    """Ask a model about statements that the rules couldn't settle, and for disagreements between the sources.

    The answer is stored before it is read; the same question is never paid for twice. Citations that don't exist are
    dropped, and a reading that rests on none of those that do is taken for ``unsupported``.

    Raises:
        CallError: No answer came, or none that can be read.
        DeclarationError: The template or the model's name can't be used.
    """
    request = _request(dossier, statements, model, bench)
    for call in await bench.ledger.find(request):
        try:
            return _verified(call.answered_by, _read(call.text, call.finish_reason, statements), statements, dossier)
        except Unreadable:
            continue
    call = await bench.gateway.ask(request)
    if bench.gateway.remembers(request.recipe.model):
        await bench.ledger.record(request, call)
    return _verified(call.answered_by, _read(call.text, call.finish_reason, statements), statements, dossier)


def _request(dossier: Dossier, statements: Sequence[str], model: str, bench: Bench) -> Request:
    schema = checks_schema()
    text = bench.prompts.render(
        VERIFY, release=dossier.release, fenced=fenced(dossier), statements=list(statements), schema=_json(schema)
    )
    recipe = Recipe(
        persona="",
        prompt=fingerprint([bench.prompts.hash_of(VERIFY), schema, list(statements)]),
        dossier=dossier.hash,
        model=bench.gateway.identity(model),
        parameters=bench.parameters,
    )
    messages = (Message(role="user", content=text),)
    return Request(recipe=recipe, turn="checks", messages=messages, schema=schema, dossier=dossier)


def _read(text: str, finish_reason: str | None, statements: Sequence[str]) -> Answer:
    return read_checks(text, len(statements), finish_reason=finish_reason)


def _verified(by: str, answer: Answer, statements: Sequence[str], dossier: Dossier) -> Verified:
    judgements = [_judgement(check, said, dossier) for check, said in zip(answer.checks, statements, strict=True)]
    pairs = [pair for pair in answer.pairs if _two_places(pair, dossier)]
    return Verified(by, tuple(judgements), tuple(_disagreement(pair) for pair in pairs))


def _judgement(check: Check, statement: str, dossier: Dossier) -> Judgement:
    cites = tuple(cite for cite in check.cites if cite in dossier.by_cite)
    kind = check.kind
    if kind in ("supported", "contradicted") and not cites:
        kind = "unsupported"
    grounded = None if kind == "opinion" else kind == "supported"
    reason = check.why or "The model gave no reason."
    return Judgement(statement=statement, grounded=grounded, reason=reason, cites=cites, kind=kind)


def _two_places(pair: Pair, dossier: Dossier) -> bool:
    known = pair.a in dossier.by_cite and pair.b in dossier.by_cite
    return known and pair.a.partition(".")[0] != pair.b.partition(".")[0]


def _disagreement(pair: Pair) -> Disagreement:
    return Disagreement(
        a=pair.a, b=pair.b, about=pair.about or "unnamed", reason=pair.why or "The model gave no reason."
    )


def _json(schema: object) -> str:
    return json.dumps(schema, ensure_ascii=False)
