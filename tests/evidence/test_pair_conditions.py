"""What two figures were got under, of when they are, and which part of a whole they are of."""

import pytest

from tests.evidence.pair_signs import told


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("With the lamp off it runs for 40 hours.", "With the lamp on it ran for 12 hours."),
        ("It draws 9 W when tracking is disabled.", "It drew 14 W while tracking was running."),
        ("Without its sleeve it weighs 90 g.", "In its leather sleeve it weighs 130 g."),
        ("It weighs 90 g without the lid.", "Put the lid on and it weighs 110 g."),
        ("It weighs 90 g.", "It came to 120 g, strap included."),
    ],
)
def test_tried_with_something_and_without(a, b):
    """What is on in one trial and off in the other makes two figures of two things."""
    assert told(a, b, "with or without")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("With the lamp off it runs for 40 hours.", "With the lamp off it ran for 12 hours."),
        ("Without the pen it weighs 90 g.", "With no pen it came to 120 g."),
        ("With the strap it weighs 90 g.", "It came to 120 g, strap included."),
        ("It weighs 90 g.", "It came to 120 g, strap not included."),
    ],
)
def test_tried_with_the_same(a, b):
    """The same condition in other words tells nothing apart."""
    assert not told(a, b, "with or without")


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("It weighs 90 g.", "On our scales it weighs 120 g.", "one opens with a condition"),
        ("It has 30 rules.", "By our count it has 24 rules.", "one opens with a condition"),
        ("It becomes Apache-2.0 after four years.", "It turns into Apache-2.0 after two years.", "one is of later"),
        ("The firm promises 99.9% uptime.", "Its uptime commitment is 99.5%.", "one is of later"),
        ("The filter lasts four years.", "Expected life of the filter is two years.", "one is of later"),
    ],
)
def test_wording_that_sets_nothing_apart(a, b, sign):
    """A scale is no condition, and what is promised for good isn't of later."""
    assert not told(a, b, sign)


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("It weighs 90 g.", "On the stand it weighs 120 g.", "one opens with a condition"),
        ("It is proprietary.", "It becomes Apache-2.0 after two years.", "one is of later"),
        ("There is no web app.", "The firm promises a web app for spring.", "one is of later"),
        ("There is no web app.", "A web app is in the works.", "one is of later"),
    ],
)
def test_wording_that_sets_apart(a, b, sign):
    """What stands on something, and what is still to come, are other things."""
    assert told(a, b, sign)


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("It finds 80% of the errors.", "It finds 60% of errors.", "part of a whole"),
        ("The audit made nine findings.", "The audit made six findings in total.", "part of a whole"),
        ("It needs 30 seconds of speech, together with consent.", "It needs 90 seconds of speech.", "part of a whole"),
        ("Four people of the Oak Guild look after it.", "Nine people look after it.", "part of a whole"),
        ("Founded in Turin in 2020, it has 30 employees.", "It has 70 employees.", "crowd of another day"),
        ("At launch 900 shops used it.", "It had 400 shops when it launched.", "crowd of another day"),
    ],
)
def test_figures_of_one_whole_and_one_day(a, b, sign):
    """A share isn't a part, a total isn't smaller than its parts, and the year of a firm is no day of a count."""
    assert not told(a, b, sign)


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("The audit made nine findings in total.", "The audit made six grave findings.", "part of a whole"),
        ("It has nine rooms.", "Six of its rooms are heated, six rooms of its nine.", "part of a whole"),
        ("At launch 400 shops used it.", "By now 900 shops use it.", "crowd of another day"),
        ("It has 30 employees.", "It had 70 employees in 2020.", "figures told apart"),
    ],
)
def test_figures_of_a_part_or_another_day(a, b, sign):
    """What is part of a total, or was counted at another time, is another figure."""
    assert told(a, b, sign)
