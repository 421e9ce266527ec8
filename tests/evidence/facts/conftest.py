"""A function that reads the facts of a few sentences."""

import datetime as dt

import pytest

from panel.domain.release import Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.facts import read_facts


@pytest.fixture
def facts():
    """Return what is read from sources that say this and that; the first is the maker's own."""

    def read(*texts, name="Heron 2", **stated):
        publishers = ("Oakline", "A paper")
        sources = tuple(
            Source(key=f"S{n}", text=text, date=dt.date(2026, 5, 4), publisher=publishers[min(n, 2) - 1])
            for n, text in enumerate(texts, start=1)
        )
        return read_facts(read_dossier(Release(slug="heron", name=name, sources=sources, **stated)))

    return read
