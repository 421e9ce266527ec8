"""What is read of dates."""

import datetime as dt

import pytest

from panel.evidence.date_reading import read_dates
from panel.evidence.dates import may_be_same

TODAY = dt.date(2026, 4, 16)  # a Thursday


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("on April 8, 2026", "2026-04-08"),
        ("8 April 2026", "2026-04-08"),
        ("the 8th of April, 2026", "2026-04-08"),
        ("2026-04-08", "2026-04-08"),
        ("8.4.2026", "2026-04-08"),
        ("04/08/2026", "2026-04-08"),
        ("13/08/2026", "2026-08-13"),
        ("am 3. März 2026", "2026-03-03"),
        ("le 3 mars 2026", "2026-03-03"),
        ("Apr 8", "2026-04-08"),
        ("April 2026", "2026-04"),
        ("Q2 2026", "2026-Q2"),
        ("as of 10/2024", "2024-10"),
        ("the second half of 2025", "2025-H2"),
        ("since 2024, users", "2024"),
        ("last Tuesday", "2026-04-14"),
        ("It shipped on Tuesday", "2026-04-14"),
        ("yesterday", "2026-04-15"),
        ("last month", "2026-03"),
        ("two days ago", "2026-04-14"),
    ],
)
def test_a_date_is_read_in_many_forms(text: str, iso: str) -> None:
    """Formats, languages and relative dates come out as ISO."""
    (mention,) = read_dates(text, TODAY)
    assert mention.iso == iso


@pytest.mark.parametrize("text", ["2000 users", "it may run 8 times", "2048 tokens", "version 2024.1.2", "31 models"])
def test_other_numbers_are_no_dates(text: str) -> None:
    """A count, a modal verb and a version aren't dates."""
    assert read_dates(text, TODAY) == ()


def test_without_a_day_of_writing_a_date_may_lack_its_year() -> None:
    """``April 8`` keeps month and day; a relative date keeps nothing but its words."""
    day, relative = read_dates("April 8 and last Tuesday")
    assert (day.month, day.day, day.start) == (4, 8, None)
    assert (relative.relative, relative.start) == (True, None)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("April 8, 2026", "2026-04-08", True),
        ("April 2026", "2026-04-08", True),
        ("04/08/2026", "4 August 2026", True),
        ("April 8", "April 8, 2026", True),
        ("April 8", "March 8, 2026", False),
        ("Q1 2026", "April 8, 2026", False),
    ],
)
def test_dates_are_compared_at_the_coarser_precision(a: str, b: str, same: bool) -> None:
    """A month holds its days; another month doesn't."""
    assert may_be_same(read_dates(a)[0], read_dates(b)[0]) is same
