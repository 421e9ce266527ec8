"""What a source says of something else doesn't bear a statement out."""

import pytest

PLANS = (
    "Heron Basic is free: unlimited boards and a week of history.\n\nHeron Plus adds guest access and costs $8 a month."
)
LINES = "Skipper: €9 a month, 40 scans\n\nFleet: €21 a month, 90 scans"


@pytest.mark.parametrize(
    ("statement", "text", "grounded"),
    [
        ("Guest access is included in the free Basic plan.", PLANS, False),
        ("The Plus plan comes with guest access.", PLANS, True),
        ("Skipper's €9 a month buys 90 scans.", LINES, False),
        ("Skipper's €9 a month buys 40 scans.", LINES, True),
        ("The battery lasts six days with GPS on.", "The battery lasts six days, or 22 hours with GPS on.", False),
        ("The battery lasts 22 hours with GPS on.", "The battery lasts six days, or 22 hours with GPS on.", True),
        ("Heron 2 sold 90,000 copies.", "The studio's first game, Egret, sold 90,000 copies.", False),
        ("Oakline employs 3,400 people.", "Oakline is a cooperative with 3,400 members.", False),
        ("Oakline employs 340 people.", "Oakline has a staff of 340.", True),
        ("Heron 2 runs on Windows 10.", "It is sold for Windows. It needs Windows 11.", False),
        ("Heron 1.4 came out on 3 May 2026.", "Version 1.4 is the newest. Version 1.3 came out on 3 May 2026.", False),
        ("The subscription is required.", "Nothing in it needs a subscription.", False),
        ("Heron 2 costs $30 a month.", "The price was $30 a month; it is now $20 a month.", False),
        ("Egret's G4 is €60 cheaper.", "The rival Egret G4 has no fan and costs €60 more.", False),
        ("Egret's G4 costs €60 more.", "The rival Egret G4 has no fan and costs €60 more.", True),
        ("Of the three it was the slowest to print.", "Of the three, Heron 2 was the quickest to print.", False),
        ("All test prints succeeded.", "The test prints came out well, two of them with a seam.", False),
        ("All test prints succeeded.", "Every one of the test prints succeeded.", True),
        ("It costs €0.30 for every minute of audio.", "It costs €0.30 per hour of audio.", False),
        ("The backups are hourly.", "It costs $20 a month with 10 GB of storage, and makes daily backups.", False),
        ("The planner is open source under MIT.", "The agent is open source (MIT). The planner is not.", False),
        ("Both agent and planner are open source.", "The agent is open source. The planner is proprietary.", False),
        ("The agent is open source under MIT.", "The agent is open source (MIT). The planner is not.", True),
        ("Private persons can buy Heron 2.", "Heron 2 isn't sold to private persons.", False),
    ],
    ids=[
        "plan", "own plan", "line", "own line", "mode", "own mode", "sibling", "members", "staff", "system", "version",
        "need", "former price", "margin", "same margin", "top", "all", "every", "per", "how often", "not", "closed",
        "open", "private",
    ],
)  # fmt: skip
def test_what_is_said_of_something_else_is_no_support(judge, statement, text, grounded):
    """A right figure on the wrong plan, people, version or side is wrong."""
    assert judge(statement, text).grounded is grounded


def test_a_makers_figure_is_no_testers(judge):
    """A number on the maker's own benchmark wasn't measured by a laboratory."""
    maker, lab = (
        "On the company's own benchmark of 9,000 pages, 96.2% of words were right.",
        "Fenwick Labs read it too.",
    )
    assert judge("Fenwick Labs measured 96.2% of words right.", maker, lab).grounded is False


def test_two_quoted_words_may_not_change(judge):
    """One changed word of a short quotation makes it another."""
    assert judge('Jon Arden called it "tediously vivid".', 'Jon Arden called it "strangely vivid".').grounded is False
