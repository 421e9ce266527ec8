"""Whose a figure or deed is, and whether it was hoped or done: a false statement beside a true one each time."""

import pytest

FILLER = (
    "The case is made of ash wood. It has two buttons. The manual is printed on recycled paper. Support answers on weekdays. "
    "The lamp beside the lens glows green. A strap is sold separately. Stickers come in three colours. Parcels leave from Graz."
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
    assert judge(wrong, text, FILLER).kind == "contradicted"
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
    assert judge(wrong, text, FILLER).kind == "contradicted"
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
    assert judge(wrong, text, FILLER).kind == "contradicted"
    assert judge(right, text, FILLER).grounded is not False
