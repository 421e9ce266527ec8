"""Whose a figure or deed is, and whether it was hoped or done: a false statement beside a true one each time."""

import pytest

FILLER = (
    "The case is made of ash wood. It has two buttons. The manual is printed on recycled paper. "
    "Support answers on weekdays. The lamp beside the lens glows green. A strap is sold separately. "
    "Stickers come in three colours. Parcels leave from Graz."
)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "Oakline hopes to sell 32,000 units in the first year.",
            "Oakline has already sold 32,000 units.",
            "Oakline hopes to sell 32,000 units.",
        ),
        (
            "The firm aims to train 4,500 teachers by spring.",
            "Oakline has trained 4,500 teachers.",
            "Oakline aims to train 4,500 teachers.",
        ),
        (
            "In March, Oakline agreed to buy Turin-based Velluto for €9 million.",
            "Oakline completed its takeover of Velluto in March.",
            "Oakline agreed to buy Velluto in March.",
        ),
        (
            "The accessibility audit was completed in May 2026.",
            "The accessibility audit is still under way.",
            "The accessibility audit was completed in May 2026.",
        ),
    ],
)
def test_what_is_hoped_is_not_done(judge, text, wrong, right):
    """A hope, a plan or a deal that is agreed on is none that came true."""
    assert judge(wrong, text, FILLER).grounded is False
    assert judge(right, text, FILLER).grounded is not False


def test_what_was_hoped_and_came_true_is_done(judge):
    """Where another sentence has it as done, it is done."""
    texts = ("Oakline hoped to sell 32,000 units.", f"By June it had sold 32,000 units. {FILLER}")
    assert judge("Oakline has sold 32,000 units.", *texts).grounded is not False


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "The Heron 2 replaces the Egret, which sold 81,000 units and had no screen.",
            "The Heron 2 has already sold 81,000 units.",
            "The Egret sold 81,000 units.",
        ),
        (
            "It follows the Egret, of which Oakline has sold 81,000.",
            "Oakline has sold 81,000 Heron 2 cameras.",
            "Oakline has sold 81,000 of the Egret.",
        ),
        (
            "A full charge took 95 minutes, against 140 minutes for the Marabou.",
            "A full charge took 140 minutes.",
            "A full charge took 95 minutes.",
        ),
    ],
)
def test_a_forerunners_figure_is_not_the_releases(judge, text, wrong, right):
    """The number of the one that it replaces, or is set against, is not its own."""
    assert judge(wrong, text, FILLER).grounded is False
    assert judge(right, text, FILLER).grounded is not False


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "It wrote 23 tokens per second on a Pixel 9 and 41 on a Fairphone 6.",
            "On a Fairphone 6 it manages 23 tokens per second.",
            "On a Fairphone 6 it manages 41 tokens per second.",
        ),
        ("Price: €379 (Oak) or €479 (Walnut).", "The walnut one costs €379.", "The walnut one costs €479."),
        (
            "In the third quarter, Oakline had sales of $18.5 million, up from $12.1 million in the second quarter.",
            "Oakline had sales of $18.5 million in the second quarter.",
            "Oakline had sales of $12.1 million in the second quarter.",
        ),
        (
            "The test set was solved to 63.8 percent with one attempt and to 69.5 percent with five attempts.",
            "With one attempt it solves 69.5% of the test set.",
            "With five attempts it solves 69.5% of the test set.",
        ),
    ],
)
def test_each_figure_keeps_its_label(judge, text, wrong, right):
    """Of two numbers in one sentence each belongs to the label behind it."""
    assert judge(wrong, text, FILLER).grounded is False
    assert judge(right, text, FILLER).grounded is not False


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "All tight hinges were fixed in version 3.0.4.",
            "The tight hinges were fixed in version 3.1.2.",
            "The tight hinges were fixed in version 3.0.4.",
        ),
        (
            "Version 1.1, which adds Windows builds, arrived on 30 July 2024.",
            "Windows builds came with version 1.3.",
            "Windows builds came with version 1.1.",
        ),
        (
            "Heron 1.9 came out on 2 December 2024.",
            "The release before, Heron 1.8, came out on 2 December 2024.",
            "The release before, Heron 1.9, came out on 2 December 2024.",
        ),
    ],
)
def test_a_version_that_nobody_knows_is_the_wrong_one(judge, text, wrong, right):
    """Where a sentence has a thing of one version, it isn't another's that no source names."""
    assert judge(wrong, text, FILLER).grounded is False
    assert judge(right, text, FILLER).grounded is not False


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "Heron 2.0 is licensed under the AGPL-3.0. The 1.x series remains under the MIT licence.",
            "Heron 2.0 is MIT-licensed.",
            "Heron 2.0 is AGPL-licensed.",
        ),
        (
            "The control desk is closed source. The runner agent is published under the Mozilla Public License 2.0.",
            "The control desk is published under MPL 2.0.",
            "The runner agent is published under MPL 2.0.",
        ),
        (
            "The lamp's firmware is closed; the hub runs Linux, and we publish its sources under the GPL-2.0.",
            "The lamp's firmware is under the GPL-2.0.",
            "The lamp's firmware is closed.",
        ),
        (
            "Heron is now under the Business Source License 1.1; versions up to 1.9 remain under Apache 2.0.",
            "Version 1.9 is under the Business Source License.",
            "Version 1.9 is under Apache 2.0.",
        ),
    ],
)
def test_each_part_keeps_its_licence(judge, text, wrong, right):
    """What one part or version is licensed under says nothing of another that has its own."""
    assert judge(wrong, text, FILLER).grounded is False
    assert judge(right, text, FILLER).grounded is not False


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "Marleen Dekker blamed a shortage of memory for the delay. Joost van Rijn, who draws the "
            "boards, was in Graz.",
            "Joost van Rijn blamed a shortage of memory for the delay.",
            "Marleen Dekker blamed a shortage of memory for the delay.",
        ),
        (
            "Oakline was founded by Lea Brand and Tomas Wilk. Mr. Wilk was cautious: he puts the share "
            "of wrong answers at 4%.",
            "Lea Brand put the share of wrong answers at 4%.",
            "Tomas Wilk put the share of wrong answers at 4%.",
        ),
    ],
)
def test_a_remark_belongs_to_who_made_it(judge, text, wrong, right):
    """What one person says another one hasn't said."""
    assert judge(wrong, text, FILLER).grounded is False
    assert judge(right, text, FILLER).grounded is not False


def test_what_was_promised_is_not_what_was_measured(judge):
    """A promised number that a tester cites is still the maker's."""
    texts = (
        "Heron 2 by Oakline charges laptops.",
        f"Volt Digest. We measured 131 W, below the promised 140 W. {FILLER}",
    )
    assert judge("Volt Digest measured 140 W.", *texts).grounded is False
    assert judge("Volt Digest measured 131 W.", *texts).grounded is not False
