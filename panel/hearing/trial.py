"""One small real question to a model, asked twice, to see how it answers and whether its provider caches."""

from panel.domain.call import Call, Recipe, Request
from panel.domain.noun import Noun
from panel.domain.persona import Persona
from panel.domain.release import Dossier
from panel.errors import Unreadable
from panel.hearing.poll import Bench
from panel.llm.reading import read_paper
from panel.llm.schema import ballot_schema


class Trial(Noun):
    """How a model answered."""

    model: str
    """The model asked."""
    first: Call
    """Its first answer."""
    second: Call
    """Its answer to the same question, asked again at once."""
    trouble: str | None
    """Why the first answer is no ballot; None if it can be read."""

    @property
    def told(self) -> str:
        """The trial in one sentence."""
        return f"{self._latency}; {self._structure}; {self._cache}; {self._cost}"

    @property
    def _latency(self) -> str:
        return f"{self.first.answered_by} answered in {self.first.seconds:.1f} s and {self.second.seconds:.1f} s"

    @property
    def _structure(self) -> str:
        asked = {"schema": "by JSON schema", "tool": "by tool call", "prompt": "by prompt alone", "rules": "by rules"}
        read = "readable" if self.trouble is None else f"not readable ({self.trouble})"
        return f"structure {asked[self.first.rung]}, {read}"

    @property
    def _cache(self) -> str:
        usage = self.second.usage
        if usage.cached_tokens is None or usage.prompt_tokens is None:
            return "nothing said about caching"
        return f"{usage.cached_tokens} of {usage.prompt_tokens} prompt tokens cached the second time"

    @property
    def _cost(self) -> str:
        costs = [call.cost_usd for call in (self.first, self.second)]
        known = [cost for cost in costs if cost is not None]
        return f"cost US$ {sum(known):.5f}" if len(known) == len(costs) else "cost unknown"


async def try_model(model: str, persona: Persona, dossier: Dossier, bench: Bench) -> Trial:
    """Ask a model for one ballot on a small dossier, twice; nothing is looked up or kept in the ledger.

    Raises:
        CallError: It didn't answer.
        DeclarationError: It can't be asked.
    """
    schema = ballot_schema()
    recipe = Recipe(
        persona=persona.hash,
        prompt=bench.prompts.hash_of("ballot.j2"),
        dossier=dossier.hash,
        model=bench.gateway.identity(model),
        parameters=bench.parameters,
    )
    messages = bench.prompts.render_ballot(persona.spoken, dossier, schema)
    request = Request(recipe=recipe, messages=messages, schema=schema, persona=persona, dossier=dossier)
    first = await bench.gateway.ask(request)
    second = await bench.gateway.ask(request)
    try:
        read_paper(first.text, persona, finish_reason=first.finish_reason)
    except Unreadable as wrong:
        return Trial(model=model, first=first, second=second, trouble=str(wrong))
    return Trial(model=model, first=first, second=second, trouble=None)
