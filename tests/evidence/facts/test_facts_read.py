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
