"""Days as people write them in front matter."""

import datetime as dt

import pytest

from panel.errors import DeclarationError
from panel.store.releases import read_release
from panel.store.written_dates import days_meant


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("19 November 2025", dt.date(2025, 11, 19)),
        ("Feb. 25, 2025", dt.date(2025, 2, 25)),
        ("31/03/2025", dt.date(2025, 3, 31)),
        ("1.7.2025", dt.date(2025, 7, 1)),
        ("18 novembre 2025", dt.date(2025, 11, 18)),
        ("2026/04/21", dt.date(2026, 4, 21)),
    ],
)
def test_a_day_is_read_as_it_is_written(written, day):
    """Days are read in the forms and languages that pages have."""
    assert days_meant(written) == (day,)


@pytest.mark.parametrize("written", ["soon", "yesterday", "March 2026", "2026", ""])
def test_what_names_no_day_is_none(written):
    """Neither a month alone nor a word becomes a day."""
    assert days_meant(written) == ()


def test_an_ambiguous_day_of_a_release_is_asked_about(tmp_path):
    """4/8 is April or August: the author says which."""
    (tmp_path / "a.md").write_text("---\nname: A\ndate: 04/08/2026\n---\nA is out.\n", encoding="utf-8")
    with pytest.raises(DeclarationError, match=r"line 3.*may mean 2026-08-04 or 2026-04-08"):
        read_release(tmp_path / "a.md")


def test_an_ambiguous_day_of_a_source_is_unknown(tmp_path):
    """A page's date that can't be told leaves the page readable, its day unknown."""
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "release.md").write_text("---\nname: A\n---\n", encoding="utf-8")
    (folder / "1-news.md").write_text("---\ntitle: News\ndate: 04/08/2026\n---\nA is out.\n", encoding="utf-8")
    assert [source.date for source in read_release(folder).sources] == [None]
