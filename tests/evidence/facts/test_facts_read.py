"""Vendor, date, licence, price and free tier, read from sources."""

import pytest


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Heron 2 costs $18 a month for 1,000 credits or $60 for 4,000.", (18, "USD", "month", None)),
        ("| | Solo | Team |\n|---|---|---|\n| Price per month | $6 | $24 |", (6, "USD", "month", None)),
        ("Heron 2 is $0.18 per million requests and $0.000011 per GB-second.", (0.18, "USD", None, "1M requests")),
        ("The Heron 2 costs £389. A spare battery is £35, and the cover is £49.", (389, "GBP", "once", None)),
        ("Heron 2 charges $95 per connector and month.", (95, "USD", "month", "connector")),
        ("From now on Heron 2 costs CHF 3 per month, billed yearly.", (3, "CHF", "month", None)),
    ],
    ids=["or", "table", "metered", "accessories", "unit and month", "francs"],
)
def test_the_cheapest_paid_way_in(facts, text, price):
    """With currency, period and unit."""
    found = facts(text, category="Hardware" if "battery" in text else None).entry_price.value
    assert (found.amount, found.currency, found.period, found.unit) == price


def test_billing_is_read_from_the_end_of_a_sentence_and_the_head_of_a_column(facts):
    """``billed yearly`` behind the last price is said of all of them."""
    assert (
        facts("Heron 2 costs €3 per month for one and €5 for two, billed yearly.").entry_price.value.billing == "annual"
    )
    table = "| Plan | Price per user and month, billed annually |\n|---|---|\n| Spark | $9 |\n| Team | $19 |"
    price = facts(table).entry_price.value
    assert (price.amount, price.period, price.unit, price.billing) == (9, "month", "user", "annual")


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("Heron 2 costs $9 a month. We do not offer a permanently free plan.", False),
        ("Heron 2 costs $9 a month. A free plan covers two users.", True),
        ("Heron 2 costs $9 a month. The first two million requests are on the house.", True),
    ],
    ids=["denied", "a plan", "on the house"],
)
def test_a_free_tier_is_affirmed_or_denied(facts, text, free):
    """A denial anywhere in the sentence counts."""
    assert facts(text).free_tier.value is free


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Today Heron 2 leaves beta.", "2026-05-04"),
        ("Heron 2 goes on sale on 12 November 2026.", "2026-11-12"),
        ("## 25 August 2026: Heron 2\n\nFaster.", "2026-08-25"),
        ("Heron 2 weighs 92 grams.", None),
    ],
    ids=["today", "on sale", "changelog", "not said"],
)
def test_the_day_of_release(facts, text, day):
    """From a date, a changelog, or the maker's own announcement."""
    assert facts(text).release_date.value == day


def test_the_maker_is_known_by_what_it_does(facts):
    """Not by who writes about it, nor by who founded it."""
    assert (
        facts("Norwegian manufacturer Tarn has started selling the Tarn Reader.", name="Tarn Reader").vendor.value
        == "Tarn"
    )
    behind = "Heron 2 is a build cache. Behind it is Anvil Software of Austin, a company of 26."
    assert facts("Heron 2 is out.", behind).vendor.value != "A paper"


def test_nothing_known_is_unknown(facts):
    """An empty answer is an answer."""
    found = facts("Somebody had lunch.")
    assert found.licence.value is None
    assert found.entry_price.value is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Out since 2 April 2026 for iPhone and Android.", "2026-04-02"),
        ("Heron 2 took its first customers on 2 April 2026.", "2026-04-02"),
        ("Heron 2 dropped on 2 April 2026.", "2026-04-02"),
        ("You can order Heron 2 as of 2 April 2026.", "2026-04-02"),
        ("Pre-orders for Heron 2 opened on 2 February 2026; the first units shipped on 2 April 2026.", "2026-04-02"),
        ("Heron 2 was audited on 2 April 2026.", None),
        ("Our team began the work on a Thursday. I'd buy it tomorrow.", None),
    ],
    ids=["out since", "first customers", "any word", "order", "pre-orders", "something else", "no day at all"],
)
def test_the_day_is_told_in_many_ways(facts, text, day):
    """A day on which something befell the release counts, unless it is plainly another thing."""
    assert facts(f"{text} We made it in Bergen.").release_date.value == day


def test_the_makers_own_word_comes_first(facts):
    """A paper's day and licence count less than the maker's."""
    own = "We launched Heron 2 on 12 April 2026. Heron 2 is licensed under AGPL-3.0."
    paper = "Heron 2 was launched on 26 April 2026. Heron 2 is licensed under the Business Source License 1.1."
    found = facts(own, paper)
    assert (found.release_date.value, found.licence.value) == ("2026-04-12", "AGPL-3.0")


def test_a_month_gives_way_to_its_day(facts):
    """Where one source has the month and another the day, the day is read."""
    assert facts("We sell Heron 2 from April 2026.", "Heron 2 went on sale on 14 April 2026.").release_date.value == (
        "2026-04-14"
    )


def test_words_of_the_name_tell_nothing(facts):
    """A Heron Review isn't a review."""
    assert facts("Today we launch Heron Review.", name="Heron Review").release_date.value == "2026-05-04"


def test_a_german_day_stays_in_one_piece(facts):
    """``15. April`` ends no sentence, whatever language a source is said to be in."""
    assert facts("Heron 2 ist am 15. April 2026 für Android erschienen.").release_date.value == "2026-04-15"


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("Our collector is open source under Apache 2.0. The hosted platform is proprietary.", "proprietary"),
        ("We keep the source code to ourselves.", "proprietary"),
        ("There are no plans to release the weights.", "proprietary"),
        ("Heron's code is MIT and its weights CC BY-NC 4.0.", "CC-BY-NC-4.0"),
        ("The server is AGPL, the clients are MIT.", "AGPL-3.0"),
        ("The file format is documented under CC0.", None),
    ],
    ids=["a part", "kept", "no plans", "code beside weights", "server and clients", "a format"],
)
def test_the_licence_is_the_releases_own(facts, text, licence):
    """Not that of a part, of code beside weights, or of a format."""
    assert facts(f"{text} We made it in Bergen.").licence.value == licence


def test_an_sdk_is_no_part_of_itself(facts):
    """What is usually given away with a release may be the release."""
    assert facts("The SDK is licensed under GPL-3.0.", name="Heron SDK").licence.value == "GPL-3.0"


@pytest.mark.parametrize(
    ("text", "shelf"),
    [
        ("Heron 2 is a folding pedalboard for organists. Its music desk holds notes.", "Hardware"),
        ("Heron 2, a grazing planner for small farms, saves kettles of tea.", "Apps"),
        ("Heron 2 is an API gateway.", "Developer Tools"),
        ("A game about draining a marsh.", "Apps"),
        ("The service counts people in camera pictures.", "Services"),
    ],
    ids=["pedalboard", "planner", "gateway", "fragment", "in passing"],
)
def test_the_shelf_is_that_of_what_it_is_said_to_be(facts, text, shelf):
    """The noun of a definition decides before words that any text may have."""
    assert facts(text).category.value == shelf


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Heron 2 sets type. © 2022–2026 Mirela Vance", "Mirela Vance"),
        ("Sundial Works, the studio behind Heron 2, has three people.", "Sundial Works"),
        ("Heron 2, from Sundial Works, runs on Fenster, made by Quarrystone.", "Sundial Works"),
        (
            "Behind Heron 2 is the Marburg Institute for Clinical Informatics.",
            "Marburg Institute for Clinical Informatics",
        ),
    ],
    ids=["copyright", "works", "another's maker", "institute"],
)
def test_the_maker_under_its_whole_name(facts, text, maker):
    """From a copyright line, with the word that ends its name, and not the maker of something else."""
    assert facts("", text).vendor.value == maker
