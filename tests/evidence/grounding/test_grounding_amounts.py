"""Amounts that a statement has otherwise than its source: terms, limits, allowances, spans of a price."""

import pytest

TERMS = "Goods come back to us at no cost for up to 14 days. The battery is good for 45 days."
LOGS = "Logs are kept for 60 days on Crew and for 10 days on Solo."
HOURS = "New members receive six free hours once; after that every hour is charged."
PLAN = "Heron Crew costs €4.99 per month."
SPEED = "In our test the median build time fell from 10 minutes to 4 minutes."
STORAGE = "Extra storage costs $0.03 per GB per month. From 20 TB a month the price falls to $0.27 per GB."
HOUSE = "Heron Free: households of up to three people, ten lists."
CREW = "The Crew plan needs at least three seats."
FIELD = (
    "Under normal use a charge lasts 21 days, says Oakline. Our unit ran for 16 days on the first charge in our test."
)


@pytest.mark.parametrize(
    ("statement", "source", "wrong"),
    [
        ("You can send the goods back within 40 days.", TERMS, True),
        ("You can send the goods back within 14 days.", TERMS, False),
        ("Its shutter needs half a second.", "Shutter time 0.2 seconds.", True),
        ("Its shutter needs half a second.", "Shutter time 0.5 seconds.", False),
        ("Recordings can last up to eight hours.", "How long may a recording be? Three hours.", True),
        ("Recordings can last up to three hours.", "How long may a recording be? Three hours.", False),
        ("Crew customers see their logs for a full year.", LOGS, True),
        ("Every member gets six free hours a month.", HOURS, True),
        ("Every new member gets six free hours.", HOURS, False),
        ("Heron Crew is €4.99 a year.", PLAN, True),
        ("Heron Crew is €4.99 a month.", PLAN, False),
        ("Heron Crew comes to €59.88 a year.", PLAN, False),
        ("In the test the median build time fell by 40%.", SPEED, True),
        ("In the test the median build time fell by 60%.", SPEED, False),
        ("Extra storage costs $0.30 per GB per month.", STORAGE, True),
        ("Extra storage costs $0.03 per GB per month.", STORAGE, False),
        ("The free plan is for up to five people.", HOUSE, True),
        ("The free plan is for up to three people.", HOUSE, False),
        ("The Crew plan can't be bought for fewer than five seats.", CREW, True),
        ("The Crew plan can't be bought for fewer than three seats.", CREW, False),
        ("In the test the first charge lasted 21 days.", FIELD, True),
        ("In the test the first charge lasted 16 days.", FIELD, False),
    ],
)  # fmt: skip
def test_another_amount_is_wrong(judge, statement, source, wrong):
    """A term, limit, allowance or price that the source has otherwise is wrong; the source's own isn't."""
    assert (judge(statement, source).grounded is False) is wrong


CUTOFF = "Order before 15:00 and a rider comes the same evening, between 17:00 and 21:00."


@pytest.mark.parametrize(
    ("statement", "source", "wrong"),
    [
        ("You have to order before noon.", CUTOFF, True),
        ("You have to order before 3 p.m.", CUTOFF, False),
        ("You have to order before three o'clock.", CUTOFF, False),
        ("The rider comes between 5 p.m. and nine in the evening.", CUTOFF, False),  # two times are left alone
    ],
)  # fmt: skip
def test_another_time_of_day_is_wrong(judge, statement, source, wrong):
    """A time of day that the source has otherwise is wrong; other words for it aren't."""
    assert (judge(statement, source).grounded is False) is wrong
