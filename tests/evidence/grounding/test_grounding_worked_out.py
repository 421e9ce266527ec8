"""Numbers that a reader works out: rates, sums, what is left, bounds and units."""

import pytest

from panel.domain.release import Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.grounding import ground_statement
from tests.evidence.grounding.ruled import ruled

MAKER = """Lowry is a self-hosted photo library made by Fenwick Labs of Cork. It was released on 14 May 2025.
The Home plan costs €6 per user per month. The Studio plan costs €15 per user per month, or €144 per user per year.
The first 1,000 uploads a month are free, after that an upload costs €0.002. Non-profits pay half.
The Lowry Box, a small server, costs €289. A wall mount is sold separately for €24.
Delivery of the Box within Ireland costs an extra €8. One minute of video takes 4 credits.
The camera module costs €35; a pack of three costs €90. The Box is silent and costs €70 less than the Pixhaven Tower.
The Pro licence covers five devices and costs CA$75. The lamp of the frame shifts from 2,700 K to 5,000 K."""
REVIEW = """We uploaded 8,000 photos: Lowry sorted 7,760 of them correctly.
Its memory is 8 GB, of which 3 GB are free after a start. It found three critical, five major and eleven minor faults.
In a survey with 50 readers, 31 would switch.
The case reached 41 °C. More than 5,400 households use Lowry. It crashed twice in 50 days.
Memory use was 640 MB, a third of what Pixhaven needs. Our reviewer paid €289 plus €24 for the mount."""
TABLE = """| Runner | Cores | Price per minute |
| --- | --- | --- |
| Small | 2 | €0.005 |
| Large | 8 | €0.018 |"""
PLANS = """| Limit | Hobby | Crew |
| --- | --- | --- |
| Price per month (USD) | 7 | 17 |
| Albums | 20 | 500 |"""


@pytest.fixture(scope="module")
def dossier():
    """The four pages."""
    texts = (MAKER, REVIEW, TABLE, PLANS)
    sources = tuple(Source(key=f"S{at}", text=text) for at, text in enumerate(texts, start=1))
    return read_dossier(Release(slug="lowry", name="Lowry", tagline="A photo library", sources=sources))


@pytest.fixture(scope="module")
def judge(dossier):
    """Return a function that judges a statement against the four pages."""
    return lambda statement: ground_statement(statement, dossier).grounded


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("A team of ten pays €150 a month for Studio.", "A team of ten pays €120 a month for Studio."),
        ("Five thousand uploads in a month cost €8.", "Five thousand uploads in a month cost €20."),
        ("A user with 800 uploads a month pays nothing.", "A user with 1,800 uploads a month pays nothing."),
        ("Non-profits pay €7.50 per user a month for Studio.", "Non-profits pay €9 per user a month for Studio."),
        ("With the wall mount the Box is €313.", "With the wall mount the Box is €333."),
        ("The Box with wall mount and delivery comes to €321.", "The Box with wall mount and delivery comes to €341."),
        ("The reviewer spent €313, mount included.", "The reviewer spent €340, mount included."),
        ("Three minutes of video take 12 credits.", "Three minutes of video take 20 credits."),
        ("The Pixhaven Tower costs €359.", "The Pixhaven Tower costs €399."),
        ("The Pro licence costs 75 Canadian dollars.", "The Pro licence costs 95 Canadian dollars."),
        ("The light runs from 2700 to 5000 kelvin.", "The light runs from 2700 to 6500 kelvin."),
        ("Of the 8,000 photos, 240 were not sorted correctly.", "Of the 8,000 photos, 640 were not sorted correctly."),
        ("5 GB of the memory is taken after a start.", "6 GB of the memory is taken after a start."),
        ("Nineteen faults were found.", "Twenty-nine faults were found."),
        ("The case got hotter than 40 °C.", "The case got hotter than 45 °C."),
        ("Over 5,000 households use Lowry.", "Exactly 6,200 households use Lowry."),
        ("It crashed two times in 50 days.", "It crashed five times in 50 days."),
        ("Pixhaven needs 1.9 GB of memory.", "Pixhaven needs 1.2 GB of memory."),
        ("An hour on the large runner costs €1.08.", "An hour on the large runner costs €2.16."),
        ("The Hobby plan is $7 a month.", "The Hobby plan is $9 a month."),
        ("Studio costs €144 a year per user.", "Studio costs €164 a year per user."),
    ],
)
def test_a_number_is_worked_out(judge, dossier, true, false):
    """What follows from a dossier's numbers is no alarm, and what doesn't is one."""
    assert judge(true) is not False
    assert ruled(false, dossier) is False


def test_what_a_pack_saves_is_worked_out(judge):
    """Three modules one by one cost €15 more than a pack of them; what no numbers come to isn't borne out."""
    assert judge("The pack of three camera modules saves €15.") is True
    assert judge("The pack of three camera modules saves €33.") is not True


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("62% of readers ready to switch is splendid.", None),
        ("81% of readers ready to switch is splendid.", False),
    ],
)
def test_a_share_in_an_opinion_is_worked_out_too(judge, statement, expected):
    """An opinion's percentage may follow from two counts as any other may."""
    assert judge(statement) is expected


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("It comes with a two-year warranty.", True),
        ("It comes with a five-year warranty.", False),
        ("A five-year warranty would be nicer.", None),
    ],
)
def test_a_warranty_has_one_term(statement, expected):
    """For how long something is warranted is a fact; a wish for more is none."""
    text = f"{MAKER} Warranty: 24 months."
    dossier = read_dossier(
        Release(slug="lowry", name="Lowry", vendor="Fenwick Labs", sources=(Source(key="S1", text=text),))
    )
    assert ground_statement(statement, dossier).grounded is expected
