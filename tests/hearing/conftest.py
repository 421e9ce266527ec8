"""A dossier, a seat and a bench to poll it from: real prompts and a real ledger, scripted answers."""

from pathlib import Path

import pytest

from panel.domain.call import Parameters
from panel.domain.release import Release, Source
from panel.domain.seating import Seat
from panel.evidence.dossier import read_dossier
from panel.hearing.poll import Bench
from panel.llm.ledger import Ledger
from panel.llm.rehearsal import Rehearsal
from panel.llm.room import Gateway
from panel.store.workspace import Workspace


@pytest.fixture
def home(tmp_path):
    """A workspace of its own, with the shipped personas and prompts."""
    return Workspace(tmp_path)


@pytest.fixture
def release():
    """A release with one source."""
    source = Source(key="S1", text="Good has a public API. It costs 10 dollars a month.")
    return Release(slug="good", name="Good", vendor="Acme", sources=(source,))


@pytest.fixture
def dossier(release):
    """The dossier of the release."""
    return read_dossier(release)


@pytest.fixture
def seat(home):
    """The developer, on a scripted model."""
    return Seat(persona=home.persona("developer"), models=("scripted",))


@pytest.fixture
def bench_of(home):
    """Return a function that opens a bench on a script, every time with the same ledger file."""

    def open_bench(script, room=None):
        ledger = Ledger(Path(home.root) / ".shipskip" / "ledger.db")
        rehearsal = room or Rehearsal(script)
        return Bench(home.prompts(), Gateway(lambda _: rehearsal), ledger, Parameters()), rehearsal

    return open_bench
