"""Short statements about a thing that the sources deny, give another plan, or have one of instead."""

import pytest

from panel.evidence.grounding.denied.lacking import lacks


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("Goat keepers are well looked after.", "Cattle and sheep are supported. Goats aren't supported."),
        ("A wall mount is included in the parcel.", "The lamp weighs 900 grams. A wall mount is not included."),
        ("An iPad edition is on sale.", "It runs on Android. There's no iOS port."),
        ("A lease option is on offer for studios.", "You buy it once. There is no lease option."),
        ("The dictation is done by a robot voice.", "None of the letters is read by a robot."),
        ("Footnotes in the appendix were kept without trouble.", "Footnotes in the appendix were dropped."),
    ],
    ids=["isn't supported", "isn't included", "one of its kind", "no", "by nobody", "dropped"],
)
def test_what_a_source_says_there_is_not_is_wrong(judge, statement, text):
    """A thing that is denied outright can't be what a statement is about."""
    assert judge(statement, text).grounded is False


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("There is no wall mount.", "A wall mount is not included."),
        ("Goats need more fence than sheep.", "Goats aren't supported."),
        ("The studio lease is cheap.", "The lease has no limit before the second year."),
    ],
    ids=["denied too", "compared", "of another thing"],
)
def test_a_denial_of_something_else_refutes_nothing(judge, statement, text):
    """Only an affirmation of the very thing is refuted."""
    assert judge(statement, text).kind != "contradicted"


def test_a_thing_that_is_lacking_is_read_with_its_scope():
    """Where or for whom it is lacking is told apart from what it is."""
    found = next(iter(lacks("There is no offline map for cyclists in Norway.")))
    assert "map" in found.stems
    assert {"cyclist", "norway"} <= set(found.scope)


PLANS = "\n\n".join(
    (
        "# Prices",
        "Nook — €0. Two boards.",
        "Loft — €9 a month. Guest access, 50 boards.",
        "Tower — talk to us. Audit trail, single sign-on.",
    )
)


@pytest.mark.parametrize(
    ("statement", "wrong"),
    [
        ("An audit trail is part of the Loft plan.", True),
        ("Guest access is part of the Nook plan.", True),
        ("Guest access is part of the Tower plan.", False),
        ("Guest access is part of the Loft plan.", False),
    ],
    ids=["dearer", "dearer than free", "cheaper", "its own"],
)
def test_what_only_a_dearer_plan_has_is_wrong(judge, statement, wrong):
    """A dearer plan mostly has what a cheaper one has, and not the other way about."""
    assert (judge(statement, PLANS).grounded is False) is wrong


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        (
            "Several editors can open a page at the same time.",
            "One editor and any reader can open a page at the same time.",
        ),
        ("Its noise was the second lowest in the shop's test.", "Its noise was the lowest in the shop's test."),
        ("Subtitles come in Polish, Czech, Slovak and Danish.", "Subtitles come in Polish, Czech, Slovak and Latvian."),
        ("The menus come in Polish and Czech.", "The menus are in Polish only."),
        ("Usage reports are on by default.", "Usage reports are off until you turn them on."),
        ("The Heron Max will cost $300.", "Heron Labs makes tablets. A Heron Max is due in 2031 for $250."),
    ],
    ids=["several", "rank", "list", "only", "default", "coming price"],
)
def test_one_in_the_place_of_another_is_wrong(judge, statement, text):
    """What excludes the other can't be said of the same thing."""
    assert judge(statement, text).grounded is False


@pytest.mark.parametrize(
    "statement",
    ["Menus come in Polish and Czech.", "Every kind of reader is a rare kind of friend."],
    ids=["same list", "maxim"],
)
def test_the_same_list_and_a_thought_are_left_alone(judge, statement):
    """Neither is refuted by a list that has both."""
    assert judge(statement, "Menus come in Polish and Czech.").grounded is not False
