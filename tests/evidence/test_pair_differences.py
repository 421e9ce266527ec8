"""What tells two sentences apart that look as if they spoke of one thing, and what they can only say of one thing."""

import pytest

from panel.evidence.conflicts.given_pairs import read_pair
from panel.evidence.conflicts.qualifiers import kinds_apart


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Two findings of medium severity were made.", "Four low-severity findings were made.", "severity"),
        ("The update fixes 30 faults.", "The tracker lists 90 open faults.", "state of work"),
        ("The instruct model reads tables.", "The base model reads no tables.", "tuning"),
        ("There is no free tier.", "Try Heron free for two weeks.", "free of charge"),
        ("It has raised $9 million so far.", "Its Series B brought in $5 million.", "money in"),
        ("30 people worked on this release.", "90 people have worked on it since 2021.", "span"),
        ("Before VAT it is €50.", "I paid €60 with 20 % VAT.", "tax"),
        ("Paid month by month a seat is $9.", "On the yearly plan a seat is $7 a month.", "commitment"),
    ],
)
def test_two_of_a_kind_that_a_word_tells_apart(a, b, kind):
    """Degrees of a fault, whether it is mended, and what a sum is made of tell two things apart."""
    assert kind in kinds_apart(a, b, dates=False)
    assert kind not in kinds_apart(a, a, dates=False)
