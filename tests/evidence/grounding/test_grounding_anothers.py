"""A figure that a source has, and has of another plan, part, column, place or time."""

import pytest

ROW = "| Plan | Price | Jobs |\n|---|---|---|\n| Free | $0 | 3 |\n| Crew | $14 per user per month | 25 |\n"
STORING = "Storing more costs €0.03 per GB per month.\n\nFrom 5 TB a month the price falls to €0.21 per GB. The base price is €0.29 per GB."
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
