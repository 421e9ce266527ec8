"""A function that judges one statement against a few sentences."""

import datetime as dt

import pytest

from panel.domain.release import Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.grounding import ground_statement


@pytest.fixture
def judge():
    """Return what becomes of a statement against sources that say this and that."""

    def judged(statement, *texts, name="Heron 2", vendor="Oakline"):
        sources = tuple(
            Source(key=f"S{n}", text=text, date=dt.date(2026, 5, 4), publisher="A paper")
            for n, text in enumerate(texts, start=1)
        )
        return ground_statement(
            statement, read_dossier(Release(slug="heron", name=name, vendor=vendor, sources=sources))
        )

    return judged
