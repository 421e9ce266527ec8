"""The room in which no model is asked."""

import datetime as dt
import json
import time
from functools import cached_property

from panel.domain.call import Call, Request, Usage
from panel.domain.noun import fingerprint
from panel.errors import Refused
from panel.evidence.cues import CUES
from panel.evidence.vocabulary import families
from panel.llm.builtin.reader import Reader
from panel.llm.builtin.telling import Teller

RULES_VERSION = 1
"""Raised with every change of the rules that their vocabulary doesn't show."""


class Builtin:
    """The builtin reviewer: an honest stand-in that votes by what it can read, the same way every time.

    It weighs what a dossier affirms and denies of a persona's signals and tells it in quoted sentences. It knows
    nothing that the dossier doesn't say, and it doesn't understand what it reads.
    """

    remembered = False
    """Its answers cost nothing and are made anew."""

    def __init__(self) -> None:
        self._reader = Reader()

    @cached_property
    def rules(self) -> str:
        """Hash of the rules and of the vocabulary by which it reads."""
        return fingerprint([RULES_VERSION, dict(CUES), {name: list(family) for name, family in families().items()}])

    def check(self) -> None:
        """Do nothing: it can always be asked."""

    async def ask(self, request: Request) -> Call:
        """Read the dossier by the persona's signals and answer with a ballot.

        Raises:
            DeclarationError: A signal of the persona can't be looked for.
            Refused: Something else than a ballot was asked for.
        """
        began = time.perf_counter()
        persona = request.persona
        if persona is None:
            raise Refused("the builtin reviewer casts ballots and does nothing else; name a model for this")
        balance = self._reader.balance(persona, request.dossier)
        ballot = Teller(persona, balance, request.dossier.release.slug).ballot()
        return Call(
            request=request.id,
            model=request.recipe.model,
            answered_by="builtin",
            text=json.dumps(ballot, ensure_ascii=False),
            finish_reason="stop",
            rung="rules",
            usage=Usage(),
            cost_usd=0.0,
            seconds=time.perf_counter() - began,
            at=dt.datetime.now(dt.UTC),
        )

    async def close(self) -> None:
        """Give back nothing: it holds no connection."""
