"""Whose licence it is and when, and what is known of a release by who published its pages."""

import datetime as dt

import pytest

from panel.domain.release import Pricing, Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.facts import read_facts


def dossier_of(*pages):
    """The dossier of a release from (text, publisher, day) of its pages."""
    sources = tuple(
        Source(key=f"S{n}", text=text, publisher=publisher, date=day)
        for n, (text, publisher, day) in enumerate(pages, start=1)
    )
    return read_dossier(Release(slug="heron-2", name="Heron 2", sources=sources))


@pytest.mark.parametrize(
    "text",
    [
        "Heron 2 moves from MIT to the Business Source License 1.1. Last release under MIT.",
        "Heron 2 is under the Business Source License 1.1. Each release turns into Apache 2.0 after four years.",
        "Heron 2 is licensed under the Business Source License 1.1; versions up to 1.9 remain under Apache 2.0.",
    ],
    ids=["the last one", "later", "older versions"],
)
def test_the_licence_is_the_one_that_holds_now(facts, text):
    """Not the one that a former version had, nor the one that comes after years."""
    assert facts(text).licence.value == "BUSL-1.1"


def test_who_alone_published_several_pages_is_the_maker():
    """Where no sentence says who makes a release, two pages by one publisher do."""
    pages = [("Prompts and answers are sorted into eleven kinds.", "Tern Safety", None)] * 2
    assert read_facts(dossier_of(*pages, ("It was quick in our rerun.", "A paper", None))).vendor.value == "Tern Safety"
    assert read_facts(dossier_of(pages[0], ("It was quick in our rerun.", "A paper", None))).vendor.value is None
    reviews = [("Our review: it sorts into eleven kinds.", "Sound Weekly", None)] * 2
    assert read_facts(dossier_of(*reviews)).vendor.value is None


def test_the_makers_first_page_dates_a_release_that_nothing_else_dates():
    """Unless it says that the release is still to come."""
    day = dt.date(2026, 5, 4)
    out = "Heron 2 is a small recorder, made by Oakline. It has two microphones."
    to_come = "Heron 2 is a small recorder, made by Oakline. It will be available in the autumn."
    prototype = "Heron 2 is a small recorder, made by Oakline. Coming soon."
    assert read_facts(dossier_of((prototype, "Oakline", day))).release_date.value is None
    assert read_facts(dossier_of((out, "Oakline", day))).release_date.value == "2026-05-04"
    assert read_facts(dossier_of((to_come, "Oakline", day))).release_date.value is None


@pytest.mark.parametrize(
    ("text", "billing"),
    [
        ("Heron 2 costs $9 a month.", "monthly"),
        ("Heron 2 costs $90 a year.", "annual"),
        ("Heron 2 costs $349.", "one-time"),
        ("Heron 2 costs $2 per million tokens.", "usage"),
        ("Heron 2 costs $8 a month, billed annually.", "annual"),
        ("Heron 2 costs $3 a week.", None),
    ],
)
def test_a_price_is_billed_as_such_prices_are(facts, text, billing):
    """Where no source says another way, and such prices have a usual one."""
    assert facts(text).entry_price.value.billing == billing


def test_front_matter_without_billing_is_billed_as_its_sources_say():
    """``8 USD a month`` of a page that says ``billed annually`` isn't billed monthly."""
    text = "Heron 2 costs $8 a month, billed annually. It is a recorder."
    pricing = Pricing(currency="USD", amount=8, period="month")
    release = Release(slug="heron-2", name="Heron 2", pricing=pricing, sources=(Source(key="S1", text=text),))
    assert read_facts(read_dossier(release)).entry_price.value.billing == "annual"


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("Software: proprietary.", "proprietary"),
        ("Terms: proprietary; results may not be resold.", "proprietary"),
        ("It's a proprietary hosted service.", "proprietary"),
        ("Heron 2 is licensed commercially, per ward.", "proprietary"),
        ("The app is source-available but proprietary.", "proprietary"),
        ("Oakline opens Heron 2 on 8 May 2026: a proprietary REST API.", "proprietary"),
        ("The service is proprietary; the command-line agent is open source under the MIT licence.", "proprietary"),
        ("The weights come under the Oakline Community Licence 1.0.", "Oakline Community Licence 1.0"),
        ("Anyone can download the weights of Heron 2 under CC BY-NC 4.0.", "CC-BY-NC-4.0"),
        ("Heron 2 is under AGPL-3.0. A commercial licence costs £120 a year.", "AGPL-3.0"),
        ("Outbound port 25 is closed and won't be opened.", None),
        ("Books are closed by the tenth of each month.", None),
        ("A dashboard in five languages is there; an app isn't.", None),
        ("The command line tool is open source. The service isn't.", "proprietary"),
    ],
)
def test_terms_are_read_wherever_they_are_told(facts, text, licence):
    """In labels, in passing, beside those of a part; what is closed otherwise isn't proprietary."""
    assert facts(f"Heron 2 is out. {text}").licence.value == licence


def test_a_first_version_has_the_licence_of_a_release_without_a_number(facts):
    """And a licence is told with the version that another page has."""
    assert facts("Version 1.0 came out on 9 July 2025 under MIT.", name="Heron").licence.value == "MIT"
    found = facts("Heron 2 comes under CC BY-NC 4.0.", "The licence, CC BY-NC, rules out selling it.")
    assert found.licence.value == "CC-BY-NC-4.0"


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("Heron 2 is under CC BY-NC 4.0. It was trained on licensed and public-domain text.", "CC-BY-NC-4.0"),
        ("Heron 2 is under MIT. The service isn't offered in Alaska.", "MIT"),
        ("The service isn't offered in Alaska.", None),
        ("Heron 2 sorts bills by software, and the week is closed on Friday.", None),
        ("Heron 2 is under CC BY-NC 4.0, and no commercial licence is on sale.", "CC-BY-NC-4.0"),
        ("Memory ..... 14 days\n\nSoftware ..... proprietary; exports CSV", "proprietary"),
        ("Heron 2 is under the Business Source License 1.1.\n\n1.x stays under Apache 2.0.", "BUSL-1.1"),
        ("What does Heron 2 hear with?\n\nA small version of Whisper, under its MIT licence.", None),
    ],
    ids=["trained", "not offered", "nothing else", "a week", "no other", "dots", "older", "inside"],
)
def test_a_licence_is_the_releases_own(facts, text, licence):
    """Not that of texts, of an older line, or of what is inside; and what isn't offered isn't closed."""
    assert facts(text).licence.value == licence


def test_a_readme_counts_more_than_a_forum():
    """As does any page that goes under the release's name."""
    pages = (("[jo_t] Heron is GPL-3.0, so we can't have it.", None), ("Heron sorts mail.\n\nLicence\n\nMIT.", "heron"))
    sources = tuple(Source(key=f"S{n}", text=text, title=title) for n, (text, title) in enumerate(pages, start=1))
    assert read_facts(read_dossier(Release(slug="heron", name="Heron", sources=sources))).licence.value == "MIT"


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("Heron sorts mail. Version 1.0 came out under MIT.", "MIT"),
        ("Heron sorts mail. Version 3 of its parser is under MIT. Heron is proprietary.", "proprietary"),
        ("PostgreSQL keeps its rows. Version 16 is under MIT.", None),
    ],
    ids=["its own", "a parser's", "another's"],
)
def test_a_version_is_that_of_what_was_spoken_of(facts, text, licence):
    """The release's, where nothing else was."""
    assert facts(text, name="Heron").licence.value == licence


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("Heron 2 is under the GPL, version 3 or later.", "GPL-3.0-or-later"),
        ("Licence: GPL-2.0-or-later", "GPL-2.0-or-later"),
        ("Heron 2 is under GPL-3.0. Version 2 or later is needed.", "GPL-3.0"),
        ("Heron 2 is under MIT or Apache-2.0, at your option.", "MIT OR Apache-2.0"),
        ("Heron 2 is under MIT; its SDK is under Apache-2.0.", "MIT"),
    ],
    ids=["or later", "identifier", "another sentence", "choice", "two things"],
)
def test_a_licence_is_spelt_as_its_sentence_does(facts, text, licence):
    """With later versions, or one of two."""
    assert facts(text).licence.value == licence
