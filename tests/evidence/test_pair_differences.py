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


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("1.0.0 came out on 3 May 2025.", "0.9.2 came out on 9 June 2024.", "another update"),
        ("Oak released Heron 3 on 3 May.", "Version 3.0.4 was released on 9 June.", "another update"),
        ("Version 0.8 had 20 rules.", "The rule set of 1.0 has 30 rules.", "another update"),
        ("Heron 1.0 is under the BSL.", "Versions before 1.0 were free.", "another update"),
        ("3.0.0 (2025-05-03): first release.", "Heron 3 came out on 9 June 2025.", "one update"),
        ("It has 30 rules.", "Version 2.9 came with 20 rules.", "update of one"),
    ],
)
def test_versions_told_without_a_name(a, b, sign):
    """A number that something came out as is a version, and a patch is another one than what it mends."""
    assert read_pair(a, b, "heron 3").signs.get(sign)
    assert read_pair(b, a, "heron 3").signs.get(sign)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It weighs 1.5 kg.", "Heron 3 weighs 2.5 kg."),
        ("The $449 Heron 3 has been out since 24 May.", "Heron 3, a 10.3-inch tablet, came out in June."),
        ("It is in shops since 3 May.", "It was not sold until 17 May."),
    ],
)
def test_numbers_that_are_no_versions(a, b):
    """A weight, a size and a day are no versions."""
    found = read_pair(a, b, "heron 3").signs
    assert "another update" not in found
    assert "update of one" not in found


@pytest.mark.parametrize(
    ("limit", "used"),
    [
        ("Up to 90 lamps can be paired.", "We paired 40 lamps."),
        ("It records at most 4 hours.", "I recorded a talk of 50 minutes."),
        ("The default store is 50 GB.", "We set the store to 90 GB."),
    ],
)
def test_what_stays_within_a_limit(limit, used):
    """Who uses less than a limit, or sets something else than the default, contradicts neither."""
    assert read_pair(limit, used, "heron").signs.get("within the limit")
    assert read_pair(used, limit, "heron").signs.get("within the limit")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Up to 90 lamps can be paired.", "We paired 120 lamps."),
        ("Up to 90 lamps can be paired.", "When we had paired 40 lamps it stopped."),
        ("Up to 90 lamps can be paired.", "At most 40 lamps can be paired."),
    ],
)
def test_what_tells_another_limit(a, b):
    """Who gets beyond a limit, or is stopped before it, says that it is another one."""
    assert "within the limit" not in read_pair(a, b, "heron").signs
