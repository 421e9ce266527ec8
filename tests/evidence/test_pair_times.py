"""Figures and denials of another version, day or trial, which two sentences can both have right."""

import pytest

from panel.evidence.conflicts.given_pairs import read_pair

CLASH = "figures clash"
SIGNS = [
    ("It has 90 stamps.", "Heron 2 had 40 stamps.", f"-{CLASH}"),
    ("It has 90 stamps.", "Version 0.7 came with 40 stamps.", f"-{CLASH}"),
    ("It has 90 stamps.", "Its predecessor had 40 stamps.", f"-{CLASH}"),
    ("It has 90 stamps.", "Heron 3 had 40 stamps.", CLASH),
    ("It has 90 stamps.", "Heron 2 had a red lid; it has 40 stamps now.", CLASH),
    ("It had 90 stamps.", "Version 0.7 had 40 stamps.", CLASH),
    ("Heron 3 seals 90 letters an hour.", "Heron 2 managed 40 letters an hour.", f"-{CLASH}"),
    ("It seals 90 letters an hour.", "Version 0.7 managed 40 letters an hour.", CLASH),
    ("The club lists 90 stamps.", "The club listed 40 stamps in 2019.", f"-{CLASH}"),
    ("The club lists 90 stamps.", "The club listed 40 stamps three years ago.", f"-{CLASH}"),
    ("The club lists 90 stamps.", "The club, set up in 2019, lists 40 stamps.", CLASH),
    ("The tray takes 900 letters.", "We didn't test the tray with more than 300 letters.", f"-{CLASH}"),
    ("The tray takes 900 letters.", "The tray can't take more than 300 letters.", CLASH),
    ("The tray takes 900 letters.", "The fullest tray we had held 300 letters.", f"-{CLASH}"),
    ("The tray takes 900 letters.", "The fullest tray we could use held 300 letters.", CLASH),
    ("A charge lasts up to nine hours.", "In our power-cut test a charge lasted seven hours.", f"-{CLASH}"),
    ("A charge lasts up to nine hours.", "In our test a charge ended after seven hours.", CLASH),
    ("The tray takes up to 900 letters.", "The tray takes up to 300 of our letters.", CLASH),
    ("The file is 38 KB.", "The file is about 40 KB.", f"-{CLASH}"),
    ("The file is 34 KB.", "The file is about 40 KB.", CLASH),
    ("It costs €35.99 per year.", "It costs about €3 a month.", f"-{CLASH}"),
    ("It costs €35.99 per year.", "It costs about €4 a month.", CLASH),
    ("The weights are under the MIT licence.", "Heron 2 came under a research licence.", "update of one"),
    ("The weights are under the MIT licence.", "Heron 3 comes under a research licence.", "-update of one"),
    ("A watch app should be out in May.", "You can't get the watch app in March.", "still awaited"),
    ("A watch app is planned for May.", "There is no watch app yet.", "still awaited"),
    ("A watch app is out.", "There is no watch app yet.", "one denies"),
    ("A watch app is planned for May.", "There will be no watch app before June.", "one denies"),
    ("A watch app is planned for May.", "There is no watch app yet.", "-one denies"),
]


@pytest.mark.parametrize(("a", "b", "sign"), SIGNS)
def test_times_and_trials(a, b, sign):
    """A sign after a dash is one that the two haven't."""
    for each in ((a, b), (b, a)):
        assert bool(read_pair(*each, "heron 3").signs.get(sign.removeprefix("-"))) != sign.startswith("-")
