"""Numbers and dates that a statement writes otherwise than its source does."""

import pytest

MAKER = (
    "Heron 2 is a desk lamp made by Oakline. The box holds the lamp and a 0.6 m USB-C cable.",
    "By the end 1,310 backers had pledged €2,615,000. Pay CHF 45 once and every update is yours. Oakline has made lamps since 1968.",
    "The firmware knows the holidays up to October 2024. They have repaired 52 lamps for me. Forty-nine were back within a week.",
    "Eight of our nine orders came on time. The error rate of the sensor fell from 16.8% to 8.4%.",
)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("A 60 cm USB-C cable is in the box.", "A 90 cm USB-C cable is in the box."),
        ("1,310 backers pledged about €2.6 million.", "1,310 backers pledged about €3.9 million."),
        ("Updates cost forty-five Swiss francs, paid once.", "Updates cost ninety Swiss francs, paid once."),
        ("Oakline has been making lamps since the late 1960s.", "Oakline has been making lamps since the late 1980s."),
        ("The firmware's holidays end in 10/2024.", "The firmware's holidays end in 3/2025."),
        ("The sensor's error rate was halved, to 8.4%.", "The sensor's error rate was halved, to 6.1%."),
    ],
)
def test_another_writing_is_no_other_figure(judge, true, false):
    """Digits and words, units, months and decades say the same; another value doesn't."""
    assert judge(true, *MAKER).grounded is not False
    assert judge(false, *MAKER).grounded is False
