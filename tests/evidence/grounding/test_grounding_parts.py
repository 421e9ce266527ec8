"""Numbers that follow from a share, a pack, a clock or a date, and the same numbers with another one in their place."""

import pytest

from panel.domain.release import Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.grounding import ground_statement

MAKER = """Wrenfield is a garden lamp made by Ashby Works of Leeds.
The base weighs 310 grams and the shade 145. A lamp costs £48; a pack of four is £160.
The Grove plan costs £30 a month and includes 400 minutes of video.
Support answers between 20:00 and 06:00, every night of the year.
Before the launch 900 backers pledged £240,000, or 160% of our goal.
"""
REVIEW = """In a trial with 250 gardens, 64% still used Wrenfield after a winter.
In our nine weeks the lamp lost 0.6 percent of its signals. 92% of letters are answered within two days.
In 2024 the firm received £75,000 from 1,500 donors. 40% of it went into tools.
Sync is half price for schools, checked once a year. The rain sensor has been tried by three readers.
"""


@pytest.fixture(scope="module")
def judge():
    """Return a function that judges a statement against the two pages."""
    sources = tuple(Source(key=f"S{at}", text=text) for at, text in enumerate((MAKER, REVIEW), start=1))
    dossier = read_dossier(Release(slug="wrenfield", name="Wrenfield", tagline="A garden lamp", sources=sources))
    return lambda statement: ground_statement(statement, dossier).grounded


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Base and shade together weigh 455 grams.", "Base and shade together weigh 520 grams."),
        ("Bought as a four-pack, each lamp costs £40.", "Bought as a four-pack, each lamp costs £44."),
        (
            "With Grove a minute of video comes to 7.5 pence.",
            "With Grove a minute of video comes to 9 pence.",
        ),
        ("Support covers ten hours of every night.", "Support covers thirteen hours of every night."),
        ("The goal of the backers' campaign was £150,000.", "The goal of the backers' campaign was £180,000."),
        (
            "After a winter, 160 gardens still used Wrenfield.",
            "After a winter, 190 gardens still used Wrenfield.",
        ),
        (
            "More than 99 percent of the signals arrived.",
            "About 97 percent of the signals arrived.",
        ),
        ("8% of letters wait longer than two days.", "17% of letters wait longer than two days."),
        ("In 2024 the average donor gave £50.", "In 2024 the average donor gave £65."),
        ("Of the donations of 2024, £30,000 went into tools.", "Of the donations of 2024, £45,000 went into tools."),
        ("Schools pay 50% less for Sync.", "Schools pay 30% less for Sync."),
    ],
)
def test_a_number_follows_from_a_share_and_its_whole(judge, true, false):
    """What shares, packs, means and clocks come to is no alarm; what they don't come to is one."""
    assert judge(true) is not False
    assert judge(false) is False
