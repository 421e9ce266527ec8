"""Facts that are told in less usual words, in other notations or of a part only."""

import pytest


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Heron 2 costs CHF 4.– per month.", (4, "CHF", "month")),
        ("Heron 2 kostet 6,49 Euro im Monat.", (6.49, "EUR", "month")),
        ("Heron 2 costs EUR 21 p.a.", (21, "EUR", "year")),
        ("Heron 2 costs 0.3 cents a message.", (0.003, "USD", None)),
        ("| | $/1M input | $/1M output |\n|---|---|---|\n| Heron 2 | 0.70 | 2.10 |", (0.7, "USD", None)),
        ("Students pay $5 a month, everybody else $11.", (11, "USD", "month")),
        ("The introductory price of Heron 2 is $25 until June, then $35.", (35, "USD", "once")),
        ("Heron 2 costs $45. A pack of ten costs $390.", (45, "USD", "once")),
    ],
)
def test_a_price_is_read_in_other_notations(facts, text, price):
    """Without cents, by the year, per message, and for those who get no reduction."""
    found = facts(text, category="Hardware" if "pack" in text else None).entry_price.value
    assert (found.amount, found.currency, found.period) == price


@pytest.mark.parametrize(
    "text",
    [
        "The weights are free for research under CC BY-NC 4.0. For anything else, ask for a quote.",
        "Heron 2 is free for students. We don't publish prices.",
    ],
)
def test_no_price_is_known_of_what_is_sold_on_request(facts, text):
    """Though some have it for nothing."""
    assert facts(text).entry_price.value is None


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("We aren't releasing the weights of Heron 2.", "proprietary"),
        ("Heron 2 ist proprietär: Die Gewichte werden nicht veröffentlicht.", "proprietary"),
        ("The Python client is MIT-licensed. The model itself stays closed.", "proprietary"),
        ("Heron 2 is proprietary software. The specification of its files is published under CC0.", "proprietary"),
        ("The system software, FeatherOS, is open source under the GPL-3.0.", "GPL-3.0"),
        ("Board and housing are under CERN-OHL-S-2.0, apart from the radio driver.", "CERN-OHL-S-2.0"),
        ("Heron 2 is under the GNU Lesser General Public License 3.", "LGPL-3.0"),
        ("Icons: CC BY 4.0. Code: MIT.", "MIT"),
        ("With version 2 we leave the MIT licence for the AGPL.", "AGPL-3.0"),
    ],
)
def test_terms_are_those_of_the_whole(facts, text, licence):
    """Whatever a part, a client or a specification is given away under."""
    assert facts(text).licence.value == licence


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("Heron 2 costs $9 a month. There's no free tariff.", False),
        ("The API has no free allowance; a call costs $1.", False),
        ("Heron 2 costs $9 a month. All plans are paid.", False),
        ("Heron 2 costs $9 a month. We dropped the free plan in March.", False),
        ("Heron 2 costs $9 a month. New accounts get 30 minutes free every month.", True),
        ("Can I use it for free? Yes, with up to three projects. Heron 2 costs $9 a month.", True),
    ],
)
def test_a_free_way_in_is_told_in_other_words(facts, text, free):
    """Tariffs, allowances and minutes."""
    assert facts(text).free_tier.value is free


@pytest.mark.parametrize(
    "text",
    [
        "Version 2.0 dates from 12 March 2026.",
        "## Changes in 2.0 (12 March 2026)\n\nFaster.",
        "v2.0 (12 March 2026): a new engine",
    ],
)
def test_the_day_of_a_version_is_that_of_the_release(facts, text):
    """In a changelog as in a sentence."""
    assert facts(text).release_date.value == "2026-03-12"


@pytest.mark.parametrize(
    ("text", "vendor"),
    [
        ("Tern's maker is Brightwater. Tern is liked at Brightwater.", "Brightwater"),
        ("The app comes from Brightwater Maps, a Turin publisher of paper maps.", "Brightwater Maps"),
        ("Tern is the hosted build service of the start-up Brightwater Inc., of Leeds.", "Brightwater Inc."),
    ],
)
def test_a_maker_is_told_by_its_trade(facts, text, vendor):
    """Not by a place that stands before a publisher, and with the full stop of its form."""
    assert facts("", text, name="Tern").vendor.value == vendor


@pytest.mark.parametrize(
    ("text", "shelf"),
    [
        ("Heron 2 is a benchmark harness.", "Developer Tools"),
        ("Heron 2 is a feature flag service.", "Developer Tools"),
        ("Heron 2 is a drawing program.", "Apps"),
        ("Heron 2 is a bike hire scheme.", "Services"),
        ("Heron 2 is a hearing aid.", "Hardware"),
    ],
)
def test_a_shelf_is_that_of_its_noun(facts, text, shelf):
    """Also of one with a word before it."""
    assert facts(text).category.value == shelf
