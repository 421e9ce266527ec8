"""Prices side by side: like with like, nothing converted silently."""

import pytest

from panel.domain.release import Pricing
from panel.domain.verdict import Subject
from panel.evidence.price_read import price_read


def subject(name, **price):
    """A release with a price."""
    return Subject(slug=name.lower(), name=name, pricing=Pricing(**price))


SEAT = {"currency": "USD", "unit": "seat"}


@pytest.mark.parametrize(
    ("one", "other", "said", "cheapest"),
    [
        (
            {"amount": 20, "period": "month", **SEAT},
            {"amount": 25, "period": "month", **SEAT},
            "Like for like, Ash is the cheaper paid way in.",
            "ash",
        ),
        (
            {"amount": 20, "period": "month", **SEAT},
            {"amount": 200, "period": "year", **SEAT},
            "Over twelve months, Ash 12 × 20 = USD 240 a year. Like for like, Birch is the cheaper paid way in.",
            "birch",
        ),
        (
            {"amount": 20, "period": "month", **SEAT},
            {"amount": 18, "period": "month", "currency": "EUR", "unit": "seat"},
            "The prices are in USD and EUR; nothing is converted here, so they aren't compared.",
            None,
        ),
        (
            {"amount": 20, "period": "month", **SEAT},
            {"amount": 3, "currency": "USD", "unit": "1M tokens"},
            "They are priced per seat and per 1M tokens, which buy different things, so they aren't compared.",
            None,
        ),
        (
            {"amount": 299, "period": "once", "currency": "USD"},
            {"amount": 10, "period": "month", "currency": "USD"},
            "They are paid once and per month, which aren't set against each other.",
            None,
        ),
        (
            {"amount": 20, "period": "month", "billing": "annual", **SEAT},
            {"amount": 20, "period": "month", "billing": "monthly", **SEAT},
            "The same price, like for like. Billing differs: Ash annual and Birch monthly.",
            None,
        ),
        (
            {"entry": "Free"},
            {"amount": 9, "period": "month", "currency": "USD"},
            "Ash has a way in that costs nothing; for Birch none is stated.",
            None,
        ),
        ({"free_tier": True}, {"entry": "Free"}, "Both have a way in that costs nothing.", None),
        ({}, {"entry": "$20/month", "amount": 20}, "Ash: no price stated; Birch: $20/month.", None),
        (
            {"entry": "Free", "amount": 12, "period": "month", **SEAT},
            {},
            "Ash: Free, cheapest paid tier USD 12 per seat per month; Birch: no price stated.",
            None,
        ),
    ],
    ids=["alike", "over a year", "currencies", "units", "periods", "billing", "free", "both free", "unknown", "tier"],
)
def test_what_is_said_of_two_prices(one, other, said, cheapest):
    """Only what is alike is compared; what isn't is named, with the reason."""
    read = price_read([subject("Ash", **one), subject("Birch", **other)])
    assert said in read.text
    assert read.cheapest == cheapest
