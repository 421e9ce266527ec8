"""Numbers and dates that a statement writes otherwise than its source does."""

import pytest

MAKER = (
    "Heron 2 is a desk lamp made by Oakline. The box holds the lamp and a 0.6 m USB-C cable.",
    "By the end 1,310 backers had pledged €2,615,000. Pay CHF 45 once and every update is yours.",
    "Oakline has made lamps since 1968.",
    "The firmware knows the holidays up to October 2024.",
    "Eight of our nine orders came on time. The error rate of the sensor fell from 16.8% to 8.4%.",
)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("A 60 cm USB-C cable is in the box.", "A 90 cm USB-C cable is in the box."),
        ("1,310 backers pledged about €2.6 million.", "1,310 backers pledged about €3.9 million."),
        ("Updates cost forty-five Swiss francs, paid once.", "Updates cost CHF 90, paid once."),
        ("Oakline has been making lamps since the late 1960s.", "Oakline has been making lamps since the late 1980s."),
        ("The firmware's holidays end in 10/2024.", "The firmware's holidays end in 3/2025."),
        ("The sensor's error rate was halved, to 8.4%.", "The sensor's error rate was halved, to 6.1%."),
    ],
)
def test_another_writing_is_no_other_figure(judge, true, false):
    """Digits and words, units, months and decades say the same; another value doesn't."""
    assert judge(true, *MAKER).grounded is not False
    assert judge(false, *MAKER).grounded is False


SHOP = (
    "Heron 2 is a desk lamp made by Oakline. The Studio plan costs €14 per designer per month.",
    "Forty readers compared the lamp with three others. Twenty-eight preferred Heron 2 for drawing.",
    "Of 900 buyers, 58 percent kept the shade on, 24 percent took it off and the rest never unpacked it.",
    "Testers in Riga called 83 of 100 photos sharp. Seven of our eight bulbs lasted the winter.",
)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "Studio costs fourteen euros a month for every designer.",
            "Studio costs nineteen euros a month for every designer.",
        ),
        ("About 18% of the buyers never unpacked the shade.", "About 31% of the buyers never unpacked the shade."),
        ("Riga's testers called 83 photos in a hundred sharp.", "Riga's testers called 64 photos in a hundred sharp."),
    ],
)
def test_parts_of_a_whole_come_in_many_wordings(judge, true, false):
    """What a price is for is no ``all``, the rest follows from its siblings, and a hundred is one however it is put."""
    assert judge(true, *SHOP).grounded is not False
    assert judge(false, *SHOP).grounded is False


@pytest.mark.parametrize(
    "statement",
    [
        "Most readers, 70 %, preferred Heron 2 for drawing.",
        "87.5% of the bulbs lasted the winter.",
    ],
)
def test_a_share_follows_from_two_counts(judge, statement):
    """A number in words that counts those of the sentence before is no percentage, and its share may be worked out."""
    assert judge(statement, *SHOP).grounded is True


def test_a_price_says_nothing_of_all_but_what_is_said_of_all_does(judge):
    """``Every lamp`` wants a source that says it of all."""
    assert (
        judge("Every lamp is checked by hand.", "Heron 2 is a lamp. A lamp is checked by hand in March.").grounded
        is not True
    )


LEFT = (
    "Heron 2 is a photo sorter made by Oakline.",
    "In our test 240 of 8,000 photos were not sorted. Of thirty faces, it found twenty-eight.",
    "Twelve testers tried it; seven didn't like it.",
)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("7,760 of the 8,000 photos were sorted in the test.", "7,500 of the 8,000 photos were sorted in the test."),
        ("It missed two of thirty faces.", "It missed five of thirty faces."),
        ("5 testers liked it.", "9 testers liked it."),
    ],
)
def test_the_other_part_of_a_whole_is_worked_out(judge, true, false):
    """What is left of a whole is no alarm, and a rounder number beside it isn't the same one."""
    assert judge(true, *LEFT).grounded is True
    assert judge(false, *LEFT).grounded is False


def test_counts_of_other_things_leave_nothing(judge):
    """Two counts that happen to differ by as many bear nothing out."""
    text = "20 testers tried it and the app crashed 15 times. 14 mails came in and 9 editors failed to answer."
    assert judge("5 testers liked it.", "Heron 2 is a photo sorter.", text).grounded is not True
