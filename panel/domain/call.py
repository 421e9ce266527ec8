"""A Call is one request to a model: what went out, what came back, what it cost."""

import datetime as dt
from functools import cached_property
from typing import Any, Literal

from pydantic import Field

from panel.domain.noun import Noun, fingerprint
from panel.domain.persona import Persona
from panel.domain.release import Dossier


class Message(Noun):
    """One message of a conversation with a model."""

    role: Literal["system", "user", "assistant"]
    """Who speaks."""
    content: str
    """The words."""
    shared: bool = False
    """Whether every seat of the panel sends this very message first, so that a provider may cache it."""

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the words."""
        return fingerprint(self.content)


class Parameters(Noun):
    """How a model is asked to answer. None leaves it to the provider."""

    temperature: float | None = Field(default=None, ge=0, le=2)
    """Sampling temperature."""
    max_tokens: int | None = Field(default=4000, ge=1)
    """Most tokens in the answer."""


class Recipe(Noun):
    """Hashes of everything that determines a ballot."""

    persona: str
    """Hash of the persona."""
    prompt: str
    """Hash of the prompt templates and of the ballot's schema; of its rules, for the builtin reviewer."""
    dossier: str
    """Hash of the dossier."""
    model: str
    """The model asked."""
    parameters: Parameters = Parameters()
    """How it was asked."""
    sample: int = Field(default=1, ge=1)
    """Number of the sample, counted from 1."""

    @cached_property
    def id(self) -> str:
        """SHA-256 of the recipe: equal recipes are never paid for twice."""
        return fingerprint(self)

    @property
    def question(self) -> str:
        """SHA-256 of the recipe without its model: what ``replay`` looks up."""
        return fingerprint(self.model_copy(update={"model": ""}))


class Request(Noun):
    """One thing to be asked of a model."""

    recipe: Recipe
    """What determines the answer."""
    turn: Literal["ballot", "repair", "checks", "choice", "write-up"] = "ballot"
    """Whether this asks for a ballot, shows the model the error in what it gave, asks for facts to be checked, for a
    choice between two releases, or for a comparison's texts."""
    messages: tuple[Message, ...]
    """The conversation, shared prefix first."""
    schema_: dict[str, Any] = Field(alias="schema", default_factory=dict)
    """JSON Schema of the answer."""
    persona: Persona | None = None
    """Who is asked, if it is a ballot that is asked for; rooms that ask no model read this."""
    dossier: Dossier
    """What it is asked about; rooms that ask no model read this."""

    @cached_property
    def id(self) -> str:
        """SHA-256 that the ledger knows this request by: the recipe's, or one of the whole repair turn."""
        if self.turn == "ballot":
            return self.recipe.id
        return fingerprint([self.recipe, self.turn, [m.content for m in self.messages]])


class Usage(Noun):
    """Tokens that a call used, as the provider counted them. None means that it didn't say."""

    prompt_tokens: int | None = None
    """Tokens read, cached ones included."""
    completion_tokens: int | None = None
    """Tokens written, reasoning included."""
    cached_tokens: int | None = None
    """Tokens of the prompt that the provider had cached."""
    reasoning_tokens: int | None = None
    """Tokens that were thought and not shown."""

    def __add__(self, other: "Usage") -> "Usage":
        """Add field by field; unknown plus known is known."""

        def both(a: int | None, b: int | None) -> int | None:
            return None if a is None and b is None else (a or 0) + (b or 0)

        return Usage(**{name: both(getattr(self, name), getattr(other, name)) for name in Usage.model_fields})


class Call(Noun):
    """One request that was answered."""

    request: str
    """Id of the request."""
    model: str
    """The model asked."""
    answered_by: str
    """The model that says it answered."""
    text: str
    """The reply, raw."""
    finish_reason: str | None = None
    """Why it ended: ``stop``, ``length``, ``content_filter`` …"""
    rung: Literal["schema", "tool", "prompt", "rules"] = "prompt"
    """How structure was asked for."""
    usage: Usage = Usage()
    """Tokens used."""
    cost_usd: float | None = None
    """US dollars; None where the price is unknown."""
    seconds: float = Field(default=0.0, ge=0)
    """From sending to the last byte."""
    attempts: int = Field(default=1, ge=1)
    """Requests sent until this answer came."""
    at: dt.datetime | None = None
    """When the answer came (UTC)."""
