"""What the rules leave open, checked by a model and marked as the model's word."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

from panel.domain.judgement import Judgement
from panel.domain.release import Dossier
from panel.errors import CallError, DeclarationError
from panel.hearing.checking import Checked, cited
from panel.hearing.poll import Bench
from panel.hearing.verify import verify
from panel.llm.rooms import open_gateway, open_ledger
from panel.store.workspace import Workspace

Result = TypeVar("Result")


def verify_sources(home: Workspace, checked: Checked, dossier: Dossier, model: str) -> Checked:
    """Ask a model for what the rules didn't find: further disagreements, marked as the model's.

    Raises:
        DeclarationError: The prompt or the model can't be used, or gave no answer that can be read.
    """
    return _with_model(home, model, lambda bench: _verify_sources(checked, dossier, model, bench))


def verify_statements(
    home: Workspace, judged: Sequence[Judgement], dossiers: Sequence[Dossier], model: str
) -> list[Judgement]:
    """Ask a model about the statements that the rules found neither borne out nor contradicted.

    Raises:
        DeclarationError: The prompt or the model can't be used, or gave no answer that can be read.
    """
    return _with_model(home, model, lambda bench: _verify_statements(judged, dossiers, model, bench))


async def _verify_sources(checked: Checked, dossier: Dossier, model: str, bench: Bench) -> Checked:
    passages = [each.passage for each in checked.findings if each.kind == "unsupported" and each.passage]
    verified = await verify(dossier, passages, model, bench)
    known = {frozenset((each.a, each.b)) for each in checked.disagreements}
    fresh = [
        each.model_copy(update={"by": verified.by})
        for each in verified.disagreements
        if frozenset((each.a, each.b)) not in known
    ]
    return checked.model_copy(
        update={
            "disagreements": (*checked.disagreements, *fresh),
            "statements": verified.judgements,
            "checked_by": ("rules", verified.by),
            "cited": checked.cited | cited(dossier, fresh),
        }
    )


async def _verify_statements(
    judged: Sequence[Judgement], dossiers: Sequence[Dossier], model: str, bench: Bench
) -> list[Judgement]:
    settled = list(judged)
    groups: dict[str, list[int]] = {}
    for place, judgement in enumerate(judged):
        if judgement.kind == "unsupported":
            groups.setdefault(dossiers[place].hash, []).append(place)
    for places in groups.values():
        statements = [judged[place].statement for place in places]
        verified = await verify(dossiers[places[0]], statements, model, bench)
        for place, judgement in zip(places, verified.judgements, strict=True):
            settled[place] = judgement.model_copy(update={"by": verified.by})
    return settled


def _with_model(home: Workspace, model: str, work: Callable[[Bench], Coroutine[Any, Any, Result]]) -> Result:
    calls = home.panel_settings().calls

    async def run() -> Result:
        ledger = open_ledger(home.ledger)
        gateway = open_gateway(calls, ledger)
        bench = Bench(home.prompts(), gateway, ledger, calls.parameters)
        try:
            gateway.warm([model])
            bench.prompts.check()
            gateway.check([model])
            return await work(bench)
        except CallError as failed:
            raise DeclarationError(f"{model} didn't check it ({failed.kind}): {failed}") from None
        finally:
            await gateway.close()
            await ledger.close()

    return asyncio.run(run())
