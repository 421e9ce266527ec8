"""What the tests of the builtin reviewer share."""

from pathlib import Path

import pytest
import yaml

from panel.domain.call import Recipe, Request
from panel.domain.persona import Move, Persona, Signal
from panel.domain.release import Pricing, Release, Source
from panel.evidence.dossier import read_dossier
from panel.llm.builtin.reader import Reader

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def personas():
    """The five shipped personas."""
    files = sorted((ROOT / "personas").glob("*.yaml"))
    return {file.stem: Persona.model_validate(yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files}


@pytest.fixture(scope="session")
def reader():
    """One reader for all tests; it keeps nothing that could change an answer."""
    return Reader()


@pytest.fixture
def dossier_of():
    """Make a dossier of texts."""

    def make(*texts, name="Lumo", vendor="Brightly", slug="lumo", price=None, **release):
        sources = tuple(Source(key=f"S{number}", text=text) for number, text in enumerate(texts, start=1))
        pricing = Pricing(entry=price)
        return read_dossier(Release(slug=slug, name=name, vendor=vendor, sources=sources, pricing=pricing, **release))

    return make


@pytest.fixture
def plain_persona():
    """Make a persona that says nothing of how it speaks."""

    def make(*signals, prior=0.0):
        return Persona(
            id="plain",
            name="The Plain One",
            title="Reader",
            motto="Read.",
            lens="What does it say?",
            excited_by=("facts",),
            tired_of=("noise",),
            moves=(Move(name="reading", instruction="Say what it says."),),
            ships_when=("good",),
            skips_when=("bad",),
            voice=("plain",),
            prior=prior,
            signals=signals
            or (Signal(name="a public API", phrases=("public api", "!private api"), affirmed=1, denied=-1),),
        )

    return make


@pytest.fixture
def request_of():
    """Make the request of a ballot."""

    def make(persona, dossier):
        recipe = Recipe(persona=persona.hash, prompt="rules", dossier=dossier.hash, model="builtin")
        return Request(recipe=recipe, messages=(), persona=persona, dossier=dossier)

    return make
