"""What the tests of panel.llm share: a reviewer, requests, and a server that speaks the protocol."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from panel.domain.call import Call, Message, Parameters, Recipe, Request
from panel.domain.persona import Move, Persona
from panel.domain.release import Dossier, Release, Sentence
from panel.llm.schema import ballot_schema
from tests.servers import Server, running

KEYS = ("OPENAI", "ANTHROPIC", "GEMINI", "GOOGLE", "GROQ", "AZURE", "OLLAMA", "HOSTED_VLLM", "LM_STUDIO", "LITELLM")


@pytest.fixture(scope="session")
def persona() -> Persona:
    """A reviewer with two moves."""
    return Persona(
        id="developer",
        name="The Developer",
        title="builds with what is released",
        motto="Show me the first command.",
        lens="What can I build on it by tonight?",
        excited_by=("primitives",),
        tired_of=("wrappers",),
        moves=(
            Move(name="primitive", instruction="Name the primitive that this gives to builders."),
            Move(name="moment_of_truth", instruction="Say what happens at the first command."),
        ),
        ships_when=("it can be built on",),
        skips_when=("it can't",),
        voice=("short sentences",),
    )


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    """A dossier of three sentences."""
    texts = ("It has a public API.", "It costs $20 a month.", "It was released in May.")
    sentences = tuple(Sentence(cite=f"S1.{number}", text=text) for number, text in enumerate(texts, start=1))
    return Dossier(release=Release(slug="thing", name="Thing"), sentences=sentences)


@pytest.fixture
def request_for(persona: Persona, dossier: Dossier) -> Callable[..., Request]:
    """Make a request; equal arguments make equal requests."""

    def make(model: str = "openai/any", *, sample: int = 1, **changes: Any) -> Request:
        read = "\n".join(f"[{each.cite}] {each.text}" for each in dossier.sentences)
        moves = "\n".join(f"- {move.name}: {move.instruction}" for move in persona.moves)
        asked = Request(
            recipe=Recipe(
                persona=persona.hash,
                prompt="0" * 64,
                dossier=dossier.hash,
                model=model,
                parameters=Parameters(),
                sample=sample,
            ),
            messages=(
                Message(role="system", content="Vote ship or skip.", shared=True),
                Message(role="user", content=read, shared=True),
                Message(role="user", content=f"You are reviewer {sample}. Your moves:\n{moves}"),
            ),
            schema=ballot_schema(),
            persona=persona,
            dossier=dossier,
        )
        return asked.model_copy(update=changes)

    return make


@pytest.fixture
def answer() -> Callable[..., Call]:
    """Make an answered call."""

    def make(request: Request, text: str = "{}", **changes: Any) -> Call:
        model = request.recipe.model
        return Call(request=request.id, model=model, answered_by=model, text=text).model_copy(update=changes)

    return make


def ballot(**changes: Any) -> dict[str, Any]:
    """Return a valid ballot as a model would write it."""
    return {
        "argument": [
            {"move": "primitive", "text": "An API that does one thing."},
            {"move": "moment_of_truth", "text": "One command and it runs."},
        ],
        "claims": [{"text": "It has a public API.", "cites": ["S1.1"]}],
        "vote": "ship",
        "confidence": 80,
        "quote": "I would build on this tonight.",
        "flips_if": "The API were closed.",
    } | changes


@pytest.fixture
def valid_ballot() -> Callable[..., str]:
    """Write a valid ballot, changed where the test wants it."""
    return lambda **changes: json.dumps(ballot(**changes), ensure_ascii=False)


@pytest.fixture(scope="session")
def _chat() -> Iterator[Server]:
    with running("chat") as server:
        yield server


@pytest.fixture
def server(_chat: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """A chat-completions server without faults, to which every model of ``openai/`` leads; no keys are set."""
    _forget_keys(monkeypatch)
    monkeypatch.setenv("OPENAI_BASE_URL", _chat.base)
    _chat.reset()
    return _chat


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment without keys and addresses."""
    _forget_keys(monkeypatch)


def _forget_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    for name in list(os.environ):
        if name.startswith(KEYS) and not name.startswith("LITELLM_LOCAL"):
            monkeypatch.delenv(name)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
