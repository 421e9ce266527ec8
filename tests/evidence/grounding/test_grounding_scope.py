"""Tables, lists of plans, names in the place of others, and how far a statement reaches."""

import pytest

TABLE = """
| | Solo | Family | Studio |
|---|---|---|---|
| Version history | 90 days | 1 year | unlimited |
| Phone support | no | no | yes |
"""
PLANS = "Plus: $10 a month, 500 edits.\n\nPro: $25 a month, unlimited edits and indemnity."


@pytest.mark.parametrize(
    ("statement", "text", "grounded"),
    [
        ("The Family plan has unlimited version history.", TABLE, False),
        ("Phone support is included in every plan.", TABLE, False),
        ("Version history goes back 90 days on the Solo plan.", TABLE, True),
        ("The Plus plan comes with unlimited edits.", PLANS, False),
        (
            "Oakline was founded in Ghent.",
            "Oakline, founded in Leuven in 2021, has 38 employees. Ghent has a port.",
            False,
        ),
        ("Oakline was sued by Liam Oduya.", "Oakline was sued in March by the photographer Liam Oduya.", True),
        ("Heron 2 beat both rivals in all 20 pairs.", "Heron 2 beat both rivals in 14 of 20 pairs.", False),
        ("The folio cover is included in the price.", "The stylus is included; the folio cover is £49.", False),
        ("ARM builds run on Windows.", "ARM builds run on macOS and Linux only.", False),
        ("The maps are updated daily.", "The maps are updated every two weeks.", False),
        ("Cirro was the cheapest platform.", "Atrium was the cheapest platform, ahead of Cirro.", False),
    ],
    ids=["cell", "every", "own cell", "plan", "place", "agent", "all", "extra", "only", "how often", "superlative"],
)
def test_where_who_and_how_far(judge, statement, text, grounded):
    """What is true of one column, place or part isn't true of another."""
    assert judge(statement, text).grounded is grounded


@pytest.mark.parametrize(
    ("statement", "grounded"),
    [
        ("Egret 5 is faster than Heron 2.", True),
        ("Heron 2 is faster than Egret 5.", False),
        ("Heron 2 is better than Egret 5 at chess.", None),
    ],
    ids=["right way", "wrong way", "not compared"],
)
def test_comparisons_are_worked_out_or_left_open(judge, statement, grounded):
    """Fewer seconds are faster; what no figure compares is not called wrong."""
    assert judge(statement, "In our test Heron 2 needed 41 seconds and Egret 5 needed 38 seconds.").grounded is grounded
