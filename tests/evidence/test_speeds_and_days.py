"""Speeds by the hour and by the second, days in words, sums in Norwegian and Swedish."""

import datetime as dt

import pytest

from panel.domain.release import Release, Source
from panel.evidence.date_reading import read_dates
from panel.evidence.dossier import read_dossier
from panel.evidence.grounding import ground_statement
from panel.evidence.measures import agree
from panel.evidence.quantities import read_quantities


def one(text):
    """The only quantity of a text."""
    (found,) = read_quantities(text)
    return found


@pytest.mark.parametrize(
    ("said", "stated"), [("72 km/h", "20 m/s"), ("90 km per hour", "25 m/s"), ("30 m per minute", "0.5 m/s")]
)
def test_speeds_are_compared_by_the_second(said, stated):
    """However they are given; another speed isn't the same."""
    assert agree(one(said), one(stated))
    assert not agree(one(said), one("40 m/s"))


@pytest.mark.parametrize(("text", "currency"), [("6 millioner kroner", "DKK"), ("12 miljoner kronor", "SEK")])
def test_millions_of_the_north(text, currency):
    """A million by its Danish, Norwegian and Swedish names."""
    assert (one(text).unit, one(text).value % 1_000_000) == (currency, 0)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It launched on the second of October 2025.", dt.date(2025, 10, 2)),
        ("Out on the twenty-first of May 2026.", dt.date(2026, 5, 21)),
    ],
)
def test_days_in_words(text, day):
    """An ordinal of a month is a day."""
    (found,) = read_dates(text)
    assert (found.start, found.precision) == (day, "day")


def test_a_half_in_words_is_no_day():
    """``the second half of October 2025`` is no second of October."""
    assert [each.precision for each in read_dates("In the second half of October 2025.")] == ["month"]


@pytest.mark.parametrize(
    ("statement", "text", "grounded"),
    [
        (
            "Heron 2 came out on 30 June 2026.",
            "Heron 2 is out today, 30 June 2026. Heron 1 came out in February 2024.",
            True,
        ),
        (
            "Heron 2 came out on 12 June 2026.",
            "Heron 2 is out today, 30 June 2026. Heron 1 came out in February 2024.",
            False,
        ),
        ("Heron 2 takes winds of 72 km/h.", "Heron 2 takes winds of 20 m/s.", True),
        ("Heron 2 takes winds of 92 km/h.", "Heron 2 takes winds of 20 m/s.", False),
        (
            "40 of the 90 listeners were children.",
            "Heron was heard by 90 participants. Of the 90 participants 40 were children.",
            True,
        ),
        (
            "40 of the 80 listeners were children.",
            "Heron was heard by 90 participants. Of the 90 participants 40 were children.",
            False,
        ),
    ],
)
def test_statements_by_them(statement, text, grounded):
    """A day that stands in the dossier isn't refuted by a month; listeners may be those who take part."""
    dossier = read_dossier(Release(slug="heron", name="Heron 2", sources=(Source(key="S1", text=text),)))
    assert ground_statement(statement, dossier).grounded is grounded
