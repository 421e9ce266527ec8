"""Small numbers in words: some are a way of speaking, others must stand in a source."""

import pytest


@pytest.mark.parametrize(
    ("statement", "text", "wrong"),
    [
        ("Oakline gives a six-year guarantee.", "Oakline makes the lamp. The guarantee is printed on the box.", True),
        ("Oakline gives a six-year guarantee.", "Oakline makes the lamp. The guarantee runs for six years.", False),
        ("The tank runs dry in three weeks.", "The tank holds 4 litres. Ours ran dry in 21 days.", False),
        ("The tank runs dry in three weeks.", "The tank holds 4 litres and runs dry now and then.", True),
        ("Charging took five hours.", "We charged it twice. It took five with the lid open.", False),
        ("Charging took five hours.", "We charged it twice, with the lid open.", True),
    ],
    ids=["no term", "the same term", "in days", "no time", "without its unit", "nowhere"],
)
def test_a_time_in_words_must_stand_in_a_source(judge, statement, text, wrong):
    """In another unit or without one, but somewhere."""
    assert (judge(statement, text).grounded is False) is wrong


@pytest.mark.parametrize(
    ("statement", "text", "wrong"),
    [
        ("Each scan costs two cents.", "Scans are billed by the month. Heron 2 has a scanner.", True),
        ("Each scan costs two cents.", "Each scan is billed at $0.02. Heron 2 has a scanner.", False),
    ],
    ids=["no price", "in dollars"],
)
def test_a_price_in_words_must_stand_in_a_source(judge, statement, text, wrong):
    """A sum is a sum, however small and however it is written."""
    assert (judge(statement, text).grounded is False) is wrong


@pytest.mark.parametrize(
    "statement",
    [
        "The shop version followed four months after the beta.",
        "It lasted three hours longer than its rival.",
        "The update took a week.",
        "The team grew in the twelve months to June.",
    ],
    ids=["after", "longer", "a week", "taken for granted"],
)
def test_a_time_that_may_be_worked_out_is_left_alone(judge, statement):
    """It may follow from two days or two other times."""
    text = "The beta, the shop version and the update came out, and the team grew. It lasted, like its rival."
    assert judge(statement, text).grounded is not False
