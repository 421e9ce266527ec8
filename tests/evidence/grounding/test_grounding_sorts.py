"""What a thing is of, who somebody is, and in which version it came: each set beside what the sources have."""

import pytest

WEEKS = "It was trained on 11 billion words over nine weeks using 2,048 cards."
UPDATES = (
    "Heron 2 is on sale from 4 May 2026. It carries a two-year warranty. Firmware updates: guaranteed until May 2031"
)
LOG = "## 2.1.0 (3 May 2026)\n\n- Added Welsh.\n\n## 2.0.0 (1 March 2026)\n\n- Added Breton.\n- The limit is now 8 MB."


@pytest.mark.parametrize(
    ("statement", "text", "grounded"),
    [
        ("The lid is made of plastic.", "The steel lid weighs 90 grams. It comes in two sizes.", False),
        ("The lid is made of metal.", "The steel lid weighs 90 grams. It comes in two sizes.", True),
        ("The grip is made of beech.", "The case is steel and the grip is walnut from Umbria.", False),
        ("Ada Moe, chief executive of Oakline, began it.", 'It began small. "Not so," says founder Ada Moe.', False),
        ("Ada Moe, founder of Oakline, began it.", "The founder and chief executive Ada Moe began it.", None),
        ("Founder Ada Berg says nobody should wait.", '"Nobody should wait," says founder Ada Moe.', False),
        ("Founder Ada Moe says nobody should wait.", '"Nobody should wait," says founder Ada Moe.', None),
        ("Heron 2 costs €99 plus VAT.", "Heron 2 is sold for €99 including VAT.", False),
        ("Heron 2 costs €99 with VAT.", "Heron 2 is sold for €99 including VAT.", True),
        ("Welsh came in version 2.0.", LOG, False),
        ("Welsh came in version 2.1.", LOG, True),
        ("Heron 2 runs on Python 3.9.", "Heron 2 needs Python 3.10 or newer.", False),
        ("Heron 2 runs on Python 3.12.", "Heron 2 needs Python 3.10 or newer.", True),
        ("Heron 2 builds with Rust 1.70.", "Heron 2 is quick. The minimum Rust version is now 1.74.", False),
        ("Training took nine months on 2,048 cards.", WEEKS, False),
        ("Duties have added $170 to its price.", "They have added $70 to its price.", False),
        ("You can pay by the year.", "Can I pay yearly?\n\nNot yet. All plans are billed monthly.", False),
        ("You can pay by the month.", "Can I pay monthly?\n\nYes, by card.", True),
        ("There is a driver for .NET.", "There are drivers for Go. There is no driver for .NET. It is quick.", False),
        ("It built faster than an Egret 5.", "Building took 52 minutes, against 31 minutes on an Egret 5.", False),
        ("The median build became slower.", "The median build fell from 11 minutes to 7.", False),
        ("The median build became faster.", "The median build fell from 11 minutes to 7.", True),
        ("Its price went up.", "Its price went from $30 a month to $20.", False),
    ],
)  # fmt: skip
def test_a_sort_is_set_beside_that_of_the_sources(statement, text, grounded, judge):
    """Materials, posts, taxes, versions, units and answers contradict what gives another one."""
    found = judge(statement, text).grounded
    assert found is grounded if grounded is False else found is not False


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("A full charge takes an hour and ten minutes.", "A full charge took 70 minutes."),
        ("A year of support costs just under £60.", "Support costs £4.99 a month. The Heron itself costs £89."),
        ("Additional mail costs 60 cents per thousand messages.", "Extra emails cost $0.60 per 1,000."),
        (
            "Heron 2 made Oakline's cold build almost three times as fast.",
            "Oakline releases Heron 2, a cache. On its own code it cut a cold build from 14 minutes to 5 minutes.",
        ),
        ("Old 4.x boards still work.", "Boards from 4.x still work."),
        ("Oakline guarantees firmware updates for about five years from launch.", UPDATES),
        ("Shipping was set for 8 June 2026 in Canada.", "Oakline will ship Heron 2 on June 8, 2026, in Canada."),
        ("Team customers get a 99.95% SLA.", "Team: $79 per month. 250 boards, an IP address and a 99.95% SLA."),
    ],
)  # fmt: skip
def test_the_same_in_another_shape_is_no_alarm(statement, text, judge):
    """What follows from a source, or says the same of it, contradicts nothing."""
    assert judge(statement, text).grounded is not False
