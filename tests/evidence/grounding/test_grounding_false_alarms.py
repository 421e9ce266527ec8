"""True statements in other words, units and sums than their sources: none of them is an alarm."""

import pytest


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("In 2.0 it reads 12 formats.", "Heron 2.0 is out. It reads 12 formats. Two per cent used one of them."),
        (
            "The tester closed 18 of the 27 tickets.",
            "It opened 27 tickets; I closed 18 of them, in up to three rounds.",
        ),
        ("It weighs about 0.9 pounds.", "Heron 2 weighs 410 g."),
        ("It found 14 of the 20 leaks.", "Heron 2 found the leak 14 times out of 20."),
        ("A box of 500 sheets comes to €1,000.", "Heron 2 costs €2 per sheet, in boxes of 500 sheets."),
        ("The older Heron 1 cost $299.", "Heron 2 costs $249, which is $50 less than the older Heron 1."),
        ("With the lead test, a kit comes to €95.", "A kit costs €65. The lead test is an extra €30."),
        ("A clip costs 20 credits, so a month buys 35 of them.", "A month has 700 credits. A clip costs 20 credits."),
        ("At 0.18 kg it is lighter than the first one.", "It weighs 180 grams. The first one weighed 240 grams."),
        ("The lid overshoots by 3 °C at the very most.", "The lid was never more than 3 °C off by overshoot."),
        ("Heron 2 talks the Postgres protocol.", "Heron 2 talks the Postgres protocol and scales to zero when idle."),
        ("Old boats fall outside the cover.", "Old boats are outside the cover."),
        ("Traffic is free of charge.", "Traffic isn't charged."),
        ("Additional storage is billed at 18 cents per gigabyte.", "Extra storage costs $0.18 per GB."),
    ],
)
def test_a_true_statement_in_other_words_is_no_alarm(statement, source, judge):
    """Units, sums, denials in other words, and figures of something else contradict nothing."""
    assert judge(statement, source).grounded is not False


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("It weighs about 1.9 pounds.", "Heron 2 weighs 410 g."),
        ("It found 17 of the 20 leaks.", "Heron 2 found 14 of the 20 leaks."),
        ("A box of 500 sheets comes to €1,200.", "Heron 2 costs €2 per sheet, in boxes of 500 sheets."),
        ("The older Heron 1 cost $279.", "Heron 2 costs $249, which is $50 less than the older Heron 1."),
        ("Traffic is free of charge.", "Traffic isn't free of charge."),
    ],
)
def test_a_false_statement_of_the_same_kind_still_is_one(statement, source, judge):
    """What doesn't follow is wrong all the same."""
    assert judge(statement, source).grounded is False


def test_a_verdict_is_an_opinion_whatever_a_source_denies(judge):
    """A sentence of taste has nothing in it that a source could refute."""
    assert judge("For anyone on a budget, this is a delight.", "There are no teams and no budgets.").grounded is None
