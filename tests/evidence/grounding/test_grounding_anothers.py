"""A figure that a source has, and has of another plan, part, column, place or time."""

import pytest

ROW = "| Plan | Price | Jobs |\n|---|---|---|\n| Free | $0 | 3 |\n| Crew | $14 per user per month | 25 |\n"
STORING = (
    "Storing more costs €0.03 per GB per month.\n\n"
    "From 5 TB a month the price falls to €0.21 per GB. The base price is €0.29 per GB."
)
HOME = "Heron Home is for households of up to three people.\n\nHeron Plus allows up to nine people in a household."
CHARGES = "Our unit ran for 18 days on its first charge.\n\nWith everything off, the battery lasts 24 days."
LATENCY = "Typing latency over Bluetooth was 14 ms on average, and 4 ms over the cable."


@pytest.mark.parametrize(
    ("statement", "source", "wrong"),
    [
        ("Crew is $25 per user a month.", ROW, True),
        ("Crew is $14 per user a month.", ROW, False),
        ("Storing more costs €0.30 per GB per month.", STORING, True),
        ("Storing more costs €0.03 per GB per month.", STORING, False),
        ("The home plan is for up to five people.", HOME, True),
        ("The home plan is for up to three people.", HOME, False),
        ("The first charge of the unit lasted 24 days.", CHARGES, True),
        ("The first charge of the unit lasted 18 days.", CHARGES, False),
        ("Over the cable, latency was 4 milliseconds.", LATENCY, False),
        ("Over Bluetooth, typing latency was 14 milliseconds.", LATENCY, False),
    ],
)  # fmt: skip
def test_a_figure_of_another_is_none_of_this(judge, statement, source, wrong):
    """A number that stands in another column, or is another's, bears nothing out."""
    assert (judge(statement, source).grounded is False) is wrong


WARRANTY = "Warranty: 6 years on the rack, 3 on the winch. The winch lifts 90 kg."
SCREENS = "Two 4K monitors run at 60 Hz side by side. It has three USB ports."
GIVEN = "New accounts receive twelve free hours once; after that every hour is charged."
TURNS = "Three years after its release, each version changes to the Apache License 2.0."
REFUNDS = (
    "It works offline for 30 days.\n\nMaps are drawn anew each week.\n\n"
    "## Can I get a refund?\n\nWithin 14 days, through the store."
)


@pytest.mark.parametrize(
    ("statement", "source", "wrong"),
    [
        ("The winch has a 6-year warranty.", WARRANTY, True),
        ("The winch has a 3-year warranty.", WARRANTY, False),
        ("The rack has a 6-year warranty.", WARRANTY, False),
        ("It drives three 4K monitors at 60 Hz.", SCREENS, True),
        ("It drives two 4K monitors at 60 Hz.", SCREENS, False),
        ("Every account gets twelve free hours a month.", GIVEN, True),
        ("Every new account gets twelve free hours.", GIVEN, False),
        ("Refunds can be had within 30 days through the store.", REFUNDS, True),
        ("Refunds can be had within 14 days through the store.", REFUNDS, False),
    ],
)  # fmt: skip
def test_what_a_number_is_said_of_is_read(judge, statement, source, wrong):
    """A unit that is left out, how many pictures of a size, and that something is given but once."""
    assert (judge(statement, source).grounded is False) is wrong


PLANS = (
    "Crew costs $19 per seat per month, billed annually.\n\n"
    "Fleet costs $42 per seat per month, billed annually.\n\nSolo is free."
)
NEVER = "Fleet costs $42 per seat per month.\n\nThere is no month-to-month billing."
BOX = "The scanner costs CHF 380 including the stand. The bag costs CHF 45 extra."
TRIAL = "Logs are kept for 30 days.\n\nEvery new account has a 14-day trial with 50 GB."
LATER = "Each version changes to the Apache License 2.0 four years after its release. The core is written in Rust."
UPGRADES = "Rolling upgrades from 1.8 or later. Older versions have to upgrade to 1.8 first."


@pytest.mark.parametrize(
    ("statement", "source", "wrong"),
    [
        ("The Fleet plan can be paid month to month.", PLANS, True),
        ("The Fleet plan is billed annually.", PLANS, False),
        ("The Solo plan is billed monthly.", PLANS, False),
        ("Fleet can be paid month to month.", NEVER, True),
        ("The bag is included in the price of CHF 380.", BOX, True),
        ("The stand is included in the price of CHF 380.", BOX, False),
        ("The trial runs for 30 days.", TRIAL, True),
        ("The trial runs for 14 days.", TRIAL, False),
        ("There is a 30-day free trial.", TRIAL, True),
        ("The trial lasts two weeks.", TRIAL, False),
        ("Each version turns into Apache 2.0 two years after its release.", LATER, True),
        ("Each version turns into Apache 2.0 four years after its release.", LATER, False),
        ("Rolling upgrades work directly from version 1.5.", UPGRADES, True),
        ("Rolling upgrades work directly from version 1.8.", UPGRADES, False),
        ("Rolling upgrades work from version 1.9.", UPGRADES, False),
    ],
)  # fmt: skip
def test_the_terms_of_a_plan_a_licence_and_an_upgrade_are_its_own(judge, statement, source, wrong):
    """How something is billed, what its price has in it, for how long it may be tried, when its licence turns."""
    assert (judge(statement, source, vendor="A paper").grounded is False) is wrong


TONGUES = "It reads signs.\n\n- 5 languages: Danish, English, French, Polish, Welsh\n- 40 MB"
PLAIN = "It reads signs.\n\n- Languages: Danish, English, French, Polish, Welsh\n- 40 MB"
MAKING = "The iPad version is still being designed; I can't give a date. The Android version is out."


@pytest.mark.parametrize(
    ("statement", "source", "wrong"),
    [
        ("Italian is among its five languages.", TONGUES, True),
        ("Polish is among its five languages.", TONGUES, False),
        ("It knows seven languages, Polish among them.", PLAIN, True),
        ("It knows five languages, Polish among them.", PLAIN, False),
        ("An iPad version is already out.", MAKING, True),
        ("An Android version is already out.", MAKING, False),
    ],
)  # fmt: skip
def test_what_is_listed_or_being_made(judge, statement, source, wrong):
    """Who is no member of a whole list, how many they are, and what nobody can have yet."""
    assert (judge(statement, source).grounded is False) is wrong
