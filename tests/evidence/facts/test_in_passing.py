"""Tests of facts that free prose tells in passing: by founders, by clauses, by the day of writing."""

import datetime as dt

import pytest

from panel.domain.release import Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.facts import read_facts


def read(text, name="Tarn", publisher="The Northern Reader", day=dt.date(2026, 5, 6)):
    """Return the facts that a paper's article tells."""
    source = Source(key="S1", text=text, title="A small thing", publisher=publisher, date=day)
    return read_facts(read_dossier(Release(slug="tarn", name=name, sources=(source,))))


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Ingrid Moe, who founded Kelpie Systems in 2019, is proud of Tarn.", "Kelpie Systems"),
        ("Ingrid Moe runs a farm. She started Kelpie Systems in 2019. Tarn is her second app.", "Kelpie Systems"),
        ("Kelpie Systems of Bergen, which released it in May, hopes that Tarn sells.", "Kelpie Systems"),
        ("Tarn, which Kelpie Inc. opened to the public, takes notes.", "Kelpie Inc."),
        ("It's by Kelpie Systems. Tarn takes notes.", "Kelpie Systems"),
        ("Moe, a teacher in Voss, works on it at night. Ingrid Moe once sold boats.", "Ingrid Moe"),
        ("Researchers at Kelpie Systems have built Tarn, a speech model.", "Kelpie Systems"),
        ("Tarn was opened in March by the Bergen company of the same name.", "Tarn"),
        ("The company behind Tarn, Kelpie, has nine employees.", "Kelpie"),
        ("Tarn was built in Bergen by Kelpie.", "Kelpie"),
        ("Tarn is Kelpie's second model.", "Kelpie"),
        (
            "Over three winters the Bergen Speech Group sent students to 2,000 homes. Tarn listens.",
            "Bergen Speech Group",
        ),
        ("Kelpie Apps, the shop from Portland, Oregon, has released Tarn.", "Kelpie Apps"),
        ("Kelpie Data, the company that Moe and her sister Hanna founded, publishes Tarn.", "Kelpie Data"),
    ],
)
def test_a_maker_is_told_in_passing(text, maker):
    """By who founded it, a clause on the release, those who work there, or as the only body in the text."""
    assert read(text).vendor.value == maker


@pytest.mark.parametrize(
    "text",
    [
        "A European launch is planned for the autumn. Tarn is small.",
        "Tarn has no lid, a decision that Moe puts down to cost.",
        "We replaced Corrie's cache with a hosted Tarn.",
    ],
)
def test_others_are_no_makers(text):
    """Peoples, those who say why, and those whose thing was replaced."""
    assert read(text).vendor.value is None


def test_a_makers_name_begins_with_a_number():
    """It is left out of names, and so comes back from the text."""
    assert read("Developer: Two Herons Pty Ltd", name="Tarn Walks").vendor.value == "Two Herons Pty Ltd"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Tarn came out on 3 November.", "2025-11-03"),
        ("It has been in stock since 3 May. Tarn is a lamp.", "2026-05-03"),
        ("Since 3 May anyone can have Tarn.", "2026-05-03"),
        ("The iPhone edition came out on 3 April 2026.", "2026-04-03"),
        ("An outage of Tarn lasted an hour. Kelpie published an account of it the next day.", None),
    ],
)
def test_a_day_is_told_in_passing(text, day):
    """Last year's where a sentence looks back, that of a part where it is the only one, no ``next day``."""
    assert read(text).release_date.value == day


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Tarn costs 39 kr (SEK) per month.", ("SEK", 39, "month")),
        ("Tarn has two plans, Pebble for €9 and Rock for €19, both by the month.", ("EUR", 9, "month")),
        ("Tarn lives off its users. Pebble, the plan for one person, is €9 a month.", ("EUR", 9, "month")),
        (
            "Tarn is a lamp. It came from 30 people, who lent between £500 and £5,000 each. It costs £249.",
            ("GBP", 249, "once"),
        ),
        ("Tarn is a lamp. Expect to pay £249 for it.", ("GBP", 249, "once")),
        ("The lamp Tarn has come down from £299 to £249.", ("GBP", 249, "once")),
        ("Tarn is a note app that costs $30 once. New walks follow as a paid add-on, at $5.", ("USD", 30, "once")),
        ("Tarn is a lamp. Our test suite cost $41 in all and the second $58. The lamp costs $70.", ("USD", 70, "once")),
    ],
)
def test_a_price_is_told_in_passing(text, price):
    """With its currency told twice, with what it is per told once, beside what others lent, spent or may add."""
    found = read(text).entry_price.value
    assert (found.currency, found.amount, found.period) == price


def test_what_is_only_paid_for_by_the_month_is_no_device():
    """Though its texts speak of little else than devices."""
    text = "Tarn steers your heat pump, your car charger and your router. Tarn costs €4 a month."
    category = read(text).category
    assert category.value == "Services"
    assert category.cites == read(text).entry_price.cites
