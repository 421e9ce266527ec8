"""Numbers that follow from a share, a pack, a clock or a date, and the same numbers with another one in their place."""

import pytest

from panel.domain.release import Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.grounding import ground_statement
from panel.evidence.quantities import read_quantities
from tests.evidence.grounding.ruled import ruled

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
def lamp():
    """The two pages."""
    sources = tuple(Source(key=f"S{at}", text=text) for at, text in enumerate((MAKER, REVIEW), start=1))
    return read_dossier(Release(slug="wrenfield", name="Wrenfield", tagline="A garden lamp", sources=sources))


@pytest.fixture(scope="module")
def judge(lamp):
    """Return a function that judges a statement against the two pages."""
    return lambda statement: ground_statement(statement, lamp).grounded


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
            "Only 97 percent of the signals arrived.",
        ),
        ("8% of letters wait longer than two days.", "17% of letters wait longer than two days."),
        ("In 2024 the average donor gave £50.", "In 2024 the average donor gave £65."),
        ("Of the donations of 2024, £30,000 went into tools.", "Of the donations of 2024, £45,000 went into tools."),
        ("Schools pay 50% less for Sync.", "Schools pay 30% less for Sync."),
    ],
)
def test_a_number_follows_from_a_share_and_its_whole(lamp, true, false):
    """What shares, packs, means and clocks come to is no alarm; what they don't come to is one."""
    assert ground_statement(true, lamp).grounded is not False
    assert ruled(false, lamp) is False


DATES = """On 12 March 2026 Wrenfield went on sale. Ada Moss founded the firm in October 2022.
Work on the lamp began seven months after the founding. Its patent was granted in 2025, a year after it was filed.
Security updates are promised for six years.
"""
SHEET = """How heavy may a parcel be? Up to 60 pounds. Its chip reaches 12 TOPS (INT8) and 3.5 watts.
On LightBench the lamp scores 68.4%. That is 5.2 points ahead of Marlow 3 and two points behind Pike Pro.
The lamp costs $36 a year, 25% less than Wrenfield One. In a study its mean score was 3.9, Nimbus 3.4.
"""


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Work on the lamp began in May 2023.", "Work on the lamp began in September 2023."),
        ("The patent was filed in 2024.", "The patent was filed in 2021."),
        ("Security updates are promised until about 2032.", "Security updates are promised until about 2035."),
        ("Parcels of up to about 27 kg are accepted.", "Parcels of up to about 60 kg are accepted."),
        ("The chip reaches 12 trillion operations a second.", "The chip reaches 26 trillion operations a second."),
        ("Marlow 3 reaches 63.2% on LightBench.", "Marlow 3 reaches 66.2% on LightBench."),
        ("Pike Pro reaches 70.4% on LightBench.", "Pike Pro reaches 73.4% on LightBench."),
        ("Wrenfield One cost $48 a year.", "Wrenfield One cost $54 a year."),
    ],
)
def test_a_number_follows_from_a_distance_or_another_unit(true, false):
    """Days, margins of the sentence before, percentages less and other units are reckoned with."""
    sources = tuple(Source(key=f"S{at}", text=text) for at, text in enumerate((DATES, SHEET), start=1))
    dossier = read_dossier(Release(slug="wrenfield", name="Wrenfield", tagline="A garden lamp", sources=sources))
    assert ruled(true, dossier) is not False
    assert ruled(false, dossier) is False


def test_a_margin_over_somebody_counts_nothing_of_theirs():
    """``0.5 above Nimbus's`` is half a point, not half a Nimbus; a verb in small letters is no unit."""
    dossier = read_dossier(Release(slug="w", name="Wrenfield", sources=(Source(key="S1", text=SHEET),)))
    assert ground_statement("Its mean score was 0.5 above Nimbus's.", dossier).grounded is not False
    assert [each.unit for each in read_quantities("It was 0.5 above Nimbus's.")] == [""]
    assert [each.value for each in read_quantities("Heron 2 tops the list of 40 lamps.")][-1] == 40
    assert [each.value for each in read_quantities("It reaches 4.5 TFLOPS.")] == [4.5e12]


SHARES = """Wrenfield ships with 240 scenes, and 60 of them can dim the porch.
Training took 800 hours of recordings, 36% of it in gardens other than ours.
93% of the lamps in our trial survived the winter.
Of the 50 bulbs we tried, 40 came back without a single broken wire. 82% of the range is made in Leeds.
The lamp uses 30% less power than the first one.
"""


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("A quarter of its scenes can dim the porch.", "Half of its scenes can dim the porch."),
        (
            "About a third of the recordings are in gardens other than ours.",
            "More than half of the recordings are in gardens other than ours.",
        ),
        ("Most lamps in the trial survived the winter.", "All lamps in the trial survived the winter."),
        ("Most of the range is made in Leeds.", "The whole range is made in Leeds."),
    ],
)
def test_a_share_in_words_is_held_against_figures(true, false):
    """Halves, most and all are held against the share that a sentence gives for the same."""
    dossier = read_dossier(Release(slug="w", name="Wrenfield", sources=(Source(key="S1", text=SHARES),)))
    assert ground_statement(true, dossier).grounded is not False
    assert ground_statement(false, dossier).grounded is False


@pytest.mark.parametrize(
    "true",
    [
        "Four fifths of the bulbs that were tried came back with every wire whole.",
        "All scenes are in the box.",
        "All the power comes from the sun.",
        "Almost all lamps in the trial survived the winter.",
    ],
)
def test_a_share_in_words_needs_a_share_of_the_same(true):
    """What is said of all of another thing, or of nearly all, meets no share; two faults undone are none."""
    dossier = read_dossier(Release(slug="w", name="Wrenfield", sources=(Source(key="S1", text=SHARES),)))
    assert ground_statement(true, dossier).grounded is not False


BOUNDS = """The minimum order for the garden shop is £30. A parcel may weigh 12 kg at most.
A lamp is delivered within four days. Wrenfield was made by Ashby Works of Leeds and weighs 310 grams.
"""


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("No order in the shop costs less than £30.", "No order in the shop costs less than £45."),
        ("No parcel weighs more than 12 kg.", "No parcel weighs more than 18 kg."),
    ],
)
def test_a_bound_is_one_in_two_wordings(true, false):
    """Nothing less than the minimum, nothing more than the maximum."""
    dossier = read_dossier(Release(slug="w", name="Wrenfield", sources=(Source(key="S1", text=BOUNDS),)))
    assert ground_statement(true, dossier).grounded is not False
    assert ground_statement(false, dossier).grounded is False


DISTANCES = """On LightBench the lamp scores 81.4 points, up from 78.2 for our earlier Wrenfield One.
The Ashby cloud costs £0.20 per thousand small frames and £0.60 per thousand large frames.
The lamp uses 30% less power than the first one. Wrenfield is made by Ashby Works of Leeds.
"""


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "The lamp gained about three points on LightBench over Wrenfield One.",
            "The lamp gained seven points on LightBench over Wrenfield One.",
        ),
        (
            "In the Ashby cloud large frames cost three times as much as small frames.",
            "In the Ashby cloud large frames cost twice as much as small frames.",
        ),
    ],
)
def test_a_distance_is_that_of_the_two_numbers_of_a_sentence(true, false):
    """Points gained and multiples are held against the two numbers that they set apart."""
    dossier = read_dossier(Release(slug="w", name="Wrenfield", sources=(Source(key="S1", text=DISTANCES),)))
    assert ground_statement(true, dossier).grounded is not False
    assert ground_statement(false, dossier).grounded is False


def test_a_number_before_than_is_not_that_of_the_one_behind():
    """``At 1.6 seconds, quicker than Marlow`` isn't refuted by Marlow's time; the two times swapped are."""
    text = "Median switching time was 1.6 seconds; Marlow took 2.9 seconds and was second."
    dossier = read_dossier(Release(slug="w", name="Wrenfield", sources=(Source(key="S1", text=text),)))
    assert ground_statement("At 1.6 seconds it was 1.3 seconds quicker than Marlow.", dossier).grounded is not False
    assert ground_statement("At 3.8 seconds it was quicker than Marlow.", dossier).grounded is False


def test_a_line_of_a_sheet_bears_out_a_weight_without_its_words():
    """``Weight: 1.4 kg`` is what ``it weighs 1,400 grams`` says, whatever else speaks of the thing."""
    texts = ("- Weight: 1.4 kg\n- Height: 31 cm", "The maker of the frame said: it is a lamp, not a screen.")
    sources = tuple(Source(key=f"S{at}", text=text) for at, text in enumerate(texts, start=1))
    dossier = read_dossier(Release(slug="w", name="Wrenfield", sources=sources))
    assert ground_statement("The frame weighs 1,400 grams.", dossier).grounded is not False
    assert ground_statement("The frame weighs 2,600 grams.", dossier).grounded is False
