"""Numbers that stand in no source and follow from two that do, or from none."""

import pytest

from panel.domain.release import Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.grounding import ground_statement
from panel.evidence.grounding.derived.derived_cues import cue_of
from panel.evidence.passages import Passage
from tests.evidence.grounding.ruled import ruled

MAKER = """Wren 3 is a home battery by Halden Energy. It stores 9.6 kWh and weighs 84 kg.
The 14.4 kWh version weighs 118 kg. Wren 3 costs €4,800; the larger version is €6,300.
The monitoring service is €4 a month or €36 a year.
In our survey of 250 owners, 195 said that they would buy it again.
On the EcoBench efficiency test Wren 3 scored 91.5, Tern 2 scored 88.0.
Halden employs 640 people, 160 of them in Norway. Last year it sold 12,000 batteries; the year before 8,000."""
REVIEW = """We ran 40 blackout tests; Wren 3 passed 34 of them. Standby power is 12 watts, against 30 watts for Wren 2.
Of 4,000 beta testers, 1,000 were in Sweden.
Two units can be stacked for 19.2 kWh. Noise is 28 dB, Tern 2 makes 34 dB."""


@pytest.fixture(scope="module")
def dossier():
    """The two pages."""
    sources = (Source(key="S1", text=MAKER), Source(key="S2", text=REVIEW))
    return read_dossier(Release(slug="wren-3", name="Wren 3", tagline="A battery", sources=sources))


@pytest.fixture(scope="module")
def judge(dossier):
    """Return a function that judges a statement against the two pages."""
    return lambda statement: ground_statement(statement, dossier).grounded


@pytest.mark.parametrize(
    "statement",
    [
        "The larger version costs €1,500 more than the small one.",
        "78% of the owners surveyed would buy it again.",
        "Wren 3 beats Tern 2 by 3.5 points on EcoBench.",
        "A quarter of Halden's staff works in Norway.",
        "480 of Halden's people work outside Norway.",
        "Sales rose 50% last year.",
        "It passed 85% of the blackout tests.",
        "Paying for the monitoring by the year saves €12.",
        "A yearly plan is 25% cheaper than paying monthly.",
        "Standby power is 60% lower than Wren 2's.",
        "Standby fell by 18 watts.",
        "3,000 of the beta testers were outside Sweden.",
        "It is 6 dB quieter than Tern 2.",
        "The larger version is 34 kg heavier.",
        "Two units cost €9,600.",
    ],
)
def test_what_follows_is_no_alarm(statement, judge):
    """Differences, shares, what is left of a whole, a year's saving and the price of several."""
    assert judge(statement) is not False


@pytest.mark.parametrize(
    "statement",
    [
        "Wren 3 beats Tern 2 by 5.5 points on EcoBench.",
        "It passed 90% of the blackout tests.",
        "It is 8 dB quieter than Tern 2.",
        "It failed four of the 40 blackout tests.",
        "The price comes to €600 per kWh.",
    ],
)
def test_what_follows_from_nothing_is_an_alarm(statement, dossier):
    """A distance or a share to which no two numbers come."""
    assert ruled(statement, dossier) is False


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It costs €300 more than the old one.", "apart"),
        ("Sales rose by 14 percent.", "apart"),
        ("It is twice as fast as Tern 2.", "times"),
        ("It solves 71 percent of the tasks.", "share"),
        ("It failed six tests.", "rest"),
        ("It costs €300.", None),
        ("It has no more than 25 seats.", None),
    ],
)
def test_how_a_number_compares(text, cue):
    """Only words beside a number tell that it says how two others compare."""
    passage = Passage("", text, frozenset())
    assert [cue_of(passage, each) for each in passage.quantities][:1] == [cue]


@pytest.mark.parametrize(
    ("source", "statement"),
    [
        ("400 teams use Wren 3.", "Wren 3 is used by 4,000 teams."),
        ("Wren 3 costs €900. It has a lid.", "Wren 3 costs €1,800 and comes with two lids."),
        ("It speaks 12 languages.", "It speaks 40 languages, more than the others."),
        ("Wren 3 solved 40 of 200 tasks. Tern 2 solved 100.", "Wren 3 solved 60% of the tasks."),
        ("Standby power is 12 watts, against 30 watts for Wren 2.", "Standby power is 150% lower than Wren 2's."),
    ],
    ids=["by whom", "another count", "a remark", "two things", "less than nothing"],
)
def test_a_number_that_compares_nothing_is_not_worked_out(source, statement):
    """Words that may tell a distance tell none of these."""
    dossier = read_dossier(Release(slug="wren-3", name="Wren 3", sources=(Source(key="S1", text=source),)))
    assert ground_statement(statement, dossier).grounded is not True


def test_how_far_numbers_are_apart_does_not_say_which_is_larger(judge):
    """The size alone bears nothing out."""
    assert judge("Sales fell 50% last year.") is not True
    assert judge("It is 6 dB louder than Tern 2.") is not True


@pytest.mark.parametrize("prices", ["$0 a month or $36 a year", "$0 a month, or $0 a year", "€4 a month or $36 a year"])
def test_prices_that_cannot_be_set_against_each_other(prices):
    """Nothing is divided by nothing."""
    text = f"Wren 3 is an app by Halden. It costs {prices}."
    dossier = read_dossier(Release(slug="wren-3", name="Wren 3", sources=(Source(key="S1", text=text),)))
    assert ground_statement("The yearly plan is 25% cheaper than paying monthly.", dossier).grounded is not True
