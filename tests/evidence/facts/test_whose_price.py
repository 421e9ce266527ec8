"""Which of many prices is the release's own, and what it says of itself."""

import pytest


def amount(found):
    """The amount of the entry price, None where there is none."""
    return found.entry_price.value and found.entry_price.value.amount


def told(found):
    """Amount, currency, period and unit of the entry price."""
    price = found.entry_price.value
    return price and (price.amount, price.currency, price.period, price.unit)


@pytest.mark.parametrize(
    ("own", "other", "price"),
    [
        ("We sell Heron 2 for $80, once.", "Heron 2 is fine, but the library does the same for $15.", 80),
        ("We sell Heron 2 for $80, once.", "The other four apps are priced at $3, $5, $6 and $9.", 80),
        ("We present Heron 2.", "Heron 2 costs $85.", 85),
        ("Heron 2 Enterprise costs $900 a month.", "Heron 2 starts at $30 a month.", 30),
    ],
    ids=["another's", "rivals", "only others tell", "enterprise"],
)
def test_the_maker_knows_best_what_its_product_costs(facts, own, other, price):
    """Others also tell what other things cost; they count where the maker tells no plain price."""
    assert amount(facts(own, other, vendor="Oakline")) == price


@pytest.mark.parametrize(
    "text",
    [
        "Heron 2 costs $60 a month. A replacement tray is $12.",
        "Heron 2 costs $60 a month. It will cost $50 a month from June.",
        "Heron 2 costs $60 a month. Running one yourself costs $9 a month to operate.",
        "Heron 2 costs $60 a month. The median cost of a report fell to $2.",
        "Heron 2 costs $60 a month. Version 1 cost $20 a month.",
        "Heron 2 costs $60 a month, against $40 and $45 for Bodo 5.",
        "Heron 2 costs $60 a month. Coffees for the team are welcome at $4 a month.",
    ],
    ids=["a part", "later", "own running", "statistics", "older version", "held against", "a gift"],
)
def test_what_isnt_asked_for_the_release_is_left_out(facts, text):
    """However low it is."""
    assert amount(facts(text)) == 60


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Larger crews pay $7 per user monthly.", (7, "USD", "month", "user")),
        ("Usage is metered at $0.002 per request.", (0.002, "USD", None, "request")),
        ("Beds is free for one plot.\nAcre is $11 a month.", (11, "USD", "month", None)),
        ("| | Twig | Branch |\n|---|---|---|\n| Price | $0 | $18 per seat / month |", (18, "USD", "month", "seat")),
        ("| Plan | Price (EUR/month) |\n|---|---|\n| Twig | 0 |\n| Branch | 12 |", (12, "EUR", "month", None)),
        ("Three plans: Twig at $25, Branch at $60 and Tree at $90 a month.", (25, "USD", "month", None)),
        ("The Oakline API is $3 per million tokens.", (3, "USD", None, "1M tokens")),
    ],
    ids=["buyers", "usage", "lines", "columns", "bare numbers", "one month for all", "the maker's API"],
)
def test_plans_arent_taken_for_rivals(facts, text, price):
    """A word that opens a sentence, a line, a column or a row of the maker's list names what is sold."""
    assert told(facts(f"We present Heron 2.\n\n{text}", vendor="Oakline")) == price


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Heron 2 costs 1 490 zł per month.", (1490, "PLN", "month", None)),
        ("Heron 2 kostet 4,99 € im Monat.", (4.99, "EUR", "month", None)),
        ("Heron 2 is EUR45 per user, per month.", (45, "EUR", "month", "user")),
        ("Heron 2 costs $12 CAD a month.", (12, "CAD", "month", None)),
        ("Heron 2 costs 12 Australian dollars a month.", (12, "AUD", "month", None)),
        ("Heron 2 costs ¥69 a month all over China.", (69, "CNY", "month", None)),
        ("Heron 2 costs ¥128,000 in Japan.", (128_000, "JPY", "once", None)),
        ("Heron 2 costs 1.299 € once.", (1299, "EUR", "once", None)),
        ("Heron 2 costs 199 kr a month in Oslo.", (199, "NOK", "month", None)),
        ("Heron 2 costs 499 pesos a month in Manila.", (499, "PHP", "month", None)),
        ("Heron 2 costs Rs 900 a month in Lahore.", (900, "PKR", "month", None)),
        ("Heron 2 costs £9.99 pm.", (9.99, "GBP", "month", None)),
        ("Heron 2 images cost 4 cents each.", (0.04, "USD", None, "image")),
        ("Heron 2 costs $0.69 per GPU-hour.", (0.69, "USD", None, "GPU-hour")),
    ],
)
def test_a_price_is_read_as_it_is_written(facts, text, price):
    """With its currency, its thousands, and what it is per."""
    assert told(facts(text)) == price


@pytest.mark.parametrize(
    ("text", "billing"),
    [
        ("Heron 2 costs $9 a month. All plans are billed monthly.", "monthly"),
        ("Heron 2 costs $8 a month, or $96 a year.", "annual"),
        ("Heron 2 costs $10 monthly, discounted to $8 for annual subscribers.", "annual"),
        ("Heron 2 costs $8 a month if you pay for the year.", "annual"),
        ("Heron 2 costs $9 a month. Plans are billed monthly or annually.", "monthly"),
    ],
    ids=["all plans", "a twelfth", "discounted", "pay for the year", "either"],
)
def test_billing_is_told_by_another_sentence_or_the_price_of_a_year(facts, text, billing):
    """Where none says it, a price per month is billed monthly."""
    assert facts(text).entry_price.value.billing == billing


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("Heron 2 costs $30, once. Updates to version 2 are free.", None),
        ("Heron 2 is not sold to private persons. Prices are given on request.", None),
        ("Heron 2 costs $9 a month. Students get a year for free.", False),
        ("Heron 2 costs $9 a month. The free Twig plan holds two plots.", True),
        ("| Plan | Price |\n|---|---|\n| Open Source | Free |\n| Crew | $9 a month |", True),
        ("Heron 2 costs $9 a month. Gluten-free plans are there.", None),
        ("Heron 2 costs $9 a month. It is no longer free.", False),
        ("Heron 2 costs $9 a month. A free tier will follow next year.", None),
        ("Heron 2 costs $9 a month. Anyone may run 20 queries a day for free.", True),
        ("Heron 2 costs $9 a month. Test it for two weeks.", False),
    ],
    ids=[
        "updates",
        "not sold to",
        "students",
        "a named plan",
        "a row",
        "gluten-free",
        "no longer",
        "to come",
        "a day",
        "a trial",
    ],
)
def test_free_is_what_one_may_use_for_nothing(facts, text, free):
    """Not what comes with a purchase, for a time, or for a few."""
    assert facts(text).free_tier.value is free


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Heron 2 costs $12 a month. Pay for a year at once and it's $100.", (12, "month", None, "monthly")),
        ("Heron 2 is $9 a month. Pay by the year and the plan is $70.", (9, "month", None, "monthly")),
        ("In-app purchases: Heron Plus (monthly) $3.99", (3.99, "month", None, "monthly")),
        ("Heron 2 costs $9 per private repository per month.", (9, "month", "repository", "monthly")),
        ("Heron 2 costs $0.09 per compute hour.", (0.09, None, "compute hour", "usage")),
        ("Heron 2 fetches parcels. One pickup: €4.90.", (4.9, None, "pickup", "usage")),
        ("Heron 2 costs $149.\n\nWireless upgrade: +$40", (149, "once", None, "one-time")),
        ("Heron 2 costs £149. In Ireland the price will be €99.", (149, "once", None, "one-time")),
        ("Heron 2 costs €59. Schools that order fifty or more pay €49.", (59, "once", None, "one-time")),
        ("Heron 2 costs $149. It stays on sale at $99 until stocks run out.", (149, "once", None, "one-time")),
        ("Heron 2 is $6 a month. Paid yearly, membership is $60 a year.", (6, "month", None, "monthly")),
        ("With annual billing, Heron 2 costs $12 per user per month.", (12, "month", "user", "annual")),
        ("Heron 2 costs $20 a month. My bill fell from $31 to $6 a month.", (20, "month", None, "monthly")),
        ("Heron 2 costs $20 a month.\n\nPayment: credit card from $5 a month.", (20, "month", None, "monthly")),
    ],
    ids=[
        "at once", "by the year", "in brackets", "private", "compute", "pickup", "plus", "abroad", "fifty", "stocks",
        "membership", "with annual", "a bill", "a card",
    ],
)  # fmt: skip
def test_a_price_has_the_time_the_thing_and_the_buyer_of_its_sentence(facts, text, price):
    """Whatever else costs something there."""
    found = facts(text).entry_price.value
    assert (found.amount, found.period, found.unit, found.billing) == price


def test_data_is_what_one_pays_for_where_it_is_kept_or_searched(facts):
    """Else it comes on top of a plan."""
    text = "Heron 2 costs $0.35 per GB ingested. Reserved, it costs $900 a month."
    assert facts(text, tagline="Log search by the gigabyte").entry_price.value.amount == 0.35
    assert facts(text, tagline="A helpdesk").entry_price.value.amount == 900


def test_what_comes_free_with_a_thing_is_no_free_plan(facts):
    """A line of a list that costs nothing is one, in any currency."""
    assert facts("Heron 2 is $6 a month. API calls: free. No free tier.").free_tier.value is False
    assert facts("Sketch - ¥0\n\nHeron 2 Atelier - ¥1,200 per month").free_tier.value is True
