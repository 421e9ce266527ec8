"""What two figures were got under, of when they are, and which part of a whole they are of."""

import pytest

from panel.evidence.conflicts.given_pairs import read_pair


def told(a, b, sign):
    """Return whether two sentences have a sign, whichever comes first."""
    found = [bool(read_pair(*each, "heron").signs.get(sign)) for each in ((a, b), (b, a))]
    assert found[0] == found[1]
    return found[0]


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
