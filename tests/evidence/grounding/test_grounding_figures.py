"""Numbers, dates, money and licences of statements."""

import pytest

PRICES = (
    "Heron 2 costs $12 a month. The rival Egret 5 costs $9 a month. Heron 2 weighs 410 grams and has 64 GB of storage."
)


@pytest.mark.parametrize(
    ("statement", "grounded"),
    [
        ("Heron 2 costs 12 dollars per month.", True),
        ("Heron 2 costs $9 a month.", False),
        ("Heron 2 costs $15 a month.", False),
        ("Egret 5 costs $9 a month.", True),
        ("It weighs 0.41 kg.", True),
        ("It weighs 375 grams.", False),
        ("Heron 2 has 128 GB of storage.", False),
    ],
    ids=["same", "another's", "nobody's", "the rival's own", "another unit", "another weight", "another size"],
)
def test_a_number_belongs_to_whom_it_is_said_of(judge, statement, grounded):
    """The right number of the wrong thing is as wrong as a number that nobody has."""
    assert judge(statement, PRICES).grounded is grounded


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("Heron 2 costs $10 a month when paid annually.", "Heron 2 is $12 a month, or $120 a year."),
        ("A full charge takes 150 minutes.", "A full charge takes two and a half hours."),
        ("Paying annually saves a fifth.", "Paying annually takes 20 percent off the price."),
        ("One in four clips failed.", "In the test 25 percent of the clips failed."),
        ("Ten seconds of video use up 50 credits.", "One second of video uses up five credits."),
        ("Nearly fifty thousand people use it.", "It is used by over 48,000 people."),
    ],
    ids=["month of a year", "hours", "a fifth", "one in four", "proportion", "hedges"],
)
def test_what_follows_from_a_number_is_borne_out(judge, statement, text):
    """A statement may say a number in its own way."""
    assert judge(statement, text).grounded is not False


def test_a_date_that_no_source_has_is_wrong(judge):
    """Even where the verb alone says little."""
    text = "Heron 2 was released on 17 February 2026."
    assert judge("Heron 2 came out on 27 February 2026.", text).grounded is False
    assert judge("Heron 2 came out on February 17.", text).grounded is True


def test_small_words_for_numbers_dont_make_a_claim_by_themselves(judge):
    """``two walls`` is how a thing is said, not a count that a source must have."""
    text = "Through walls the Heron 2 reaches 640 Mbit/s."
    assert judge("Heron 2 reaches 640 Mbit/s through two walls.", text).grounded is not False
