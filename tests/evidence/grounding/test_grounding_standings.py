"""Where something came in a test, against where a source says that it came."""

import pytest

THIRD = "Heron 2 came third of seven in our blind test, with a word error rate of 7.1%; Egret was first with 5.2%."
BOTH = "Heron 2 ranks fourth overall and first for battery life in the spring roundup."
LANGUAGES = "From Dutch to Danish it came first of five. From Dutch to Swedish it came third of five."
QUICK = "Copying took 11 minutes, the second-fastest in the field. Stoat was faster."

WRONG = {
    "first": ("Heron 2 came first in the blind test.", THIRD),
    "won": ("It won the blind test.", THIRD),
    "took": ("Heron 2 took first place in the blind test.", THIRD),
    "second": ("It came second in the blind test.", THIRD),
    "lowest": ("It had the lowest error rate of the seven.", THIRD),
    "best": ("Heron 2 had the best error rate of all seven.", THIRD),
    "overall": ("It came first overall in the spring roundup.", BOTH),
    "listeners": ("Listeners put Heron 2 ahead of every rival in the blind test.", THIRD),
    "fastest": ("At copying it was the fastest in the test.", QUICK),
    "last": ("It came first of four in Portugal.", "In Portugal Heron 2 came last of four."),
}

RIGHT = {
    "third": ("Heron 2 came third in the blind test.", THIRD),
    "other": ("Egret won the blind test.", THIRD),
    "overall": ("It came fourth overall in the roundup.", BOTH),
    "condition": ("From Dutch to Danish it came first.", LANGUAGES),
    "condition second": ("From Dutch to Swedish it came third.", LANGUAGES),
    "another contest": ("It was the quietest of the nine fans.", THIRD),
    "another field": ("It was the most accurate of the five.", THIRD),
    "last": ("It had the lowest score of the four.", "Heron 2 came last of four, with a score of 31."),
    "no test": ("It was first sold in Portugal.", "In Portugal Heron 2 came last of four."),
}


@pytest.mark.parametrize("case", WRONG)
def test_another_rank_than_a_source_gives_is_wrong(judge, case):
    """Show that who came third didn't win."""
    statement, said = WRONG[case]
    assert judge(statement, said).grounded is False


@pytest.mark.parametrize("case", RIGHT)
def test_a_rank_that_the_sources_leave_room_for_is_not_flagged(judge, case):
    """Show that a rank in one contest says nothing of another."""
    statement, said = RIGHT[case]
    assert judge(statement, said).kind != "contradicted"
