"""When a release came out, as undated pages, changelogs and shops tell it."""

import datetime as dt

import pytest

from panel.domain.release import Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.facts import read_facts


def day(text, publisher=None, date=None):
    """Return the day that is read from a page on Heron."""
    source = Source(key="S1", text=text, publisher=publisher, date=date)
    return read_facts(read_dossier(Release(slug="heron", name="Heron", sources=(source,)))).release_date.value


@pytest.mark.parametrize(
    "text",
    [
        "PRESS RELEASE, Umeå, 4 February 2025\n\nNorrby AB today opens Heron to all customers.",
        "Toronto, 4 February 2025.\n\nNorrby today made Heron, a model for forms, available to firms.",
        "Posted by loom_june, 4 February 2025\n\nHi all. Heron is public as of today.",
        "Penny & Lark - news, 4 February 2025\n\nHeron is out today.",
        "Heron sorts mail. It has been open to the public since 4 February 2025.",
        "Norrby AB sells Heron for CHF 229 from 4 February 2025.",
        "Heron measures rooms. Sold on the App Store since February 4, 2025.",
        "Version 2.0.0 (4 February 2025) adds a watch mode.",
        "## Changes\n\n2.0.0 (2025-02-04)\n\n1.9.2 (2024-11-20)",
        "Version 1.4.0 was released on 4 February 2025.",
    ],
    ids=["press", "dateline", "post", "news", "open", "sells", "store", "version", "changelog", "released"],
)  # fmt: skip
def test_the_day_of_a_release_is_read(text):
    """``Today`` is the day at the head of a page that has no date; the newest version dates what has no number."""
    assert day(text) == "2025-02-04"


def test_a_beta_that_started_dates_what_has_no_other_day():
    """On the maker's own page."""
    assert day("The public beta started on 14 April 2025.", publisher="Heron Collective") == "2025-04-14"


@pytest.mark.parametrize(
    "text",
    [
        "Last updated 4 February 2025\n\nHeron isn't out today.",
        "Comments gathered on 4 February 2025\n\nHeron is quick today.",
        "Tarn 2.0.0 (4 February 2025) adds a watch mode.",
    ],
    ids=["updated", "gathered", "another"],
)
def test_other_days_date_nothing(text):
    """Those of a page's upkeep and of somebody else's versions."""
    assert day(text) is None


def test_a_day_of_writing_counts_before_a_dateline():
    """A page that has a date is read by that."""
    assert day("Umeå, 4 February 2025\n\nHeron is out today.", date=dt.date(2025, 2, 5)) == "2025-02-05"


@pytest.mark.parametrize(
    "text",
    [
        "Heron 2 was released on 3 March 2026. The launch party is on 9 March 2026.",
        "Heron 2 was released on 3 March 2026. We show Heron 2 on our lab day, open to the public, on 9 April 2026.",
        "Heron 2 was tagged on 3 March 2026.\n\nDate: Mon, 9 Mar 2026 Subject: Re: Heron 2",
    ],
    ids=["party", "lab day", "mail"],
)
def test_a_day_beside_the_release_is_not_its_own(facts, text):
    """That of a party, an open day or a mail."""
    assert facts(text).release_date.value == "2026-03-03"
