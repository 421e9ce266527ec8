"""The signs by which two given sentences are seen to clash, or to speak of two different things."""

import pytest

from panel.evidence.conflicts.given_pairs import read_pair
from panel.evidence.conflicts.qualifiers import kinds_apart
from panel.evidence.conflicts.stances import opposed


@pytest.mark.parametrize(
    ("a", "b", "matter"),
    [
        ("Scans never leave the phone.", "Every page is uploaded to a server.", "where it runs"),
        ("It needs no account.", "You must register an account first.", "need"),
        ("The weights are under Apache 2.0.", "The terms rule out commercial use.", "commercial use"),
    ],
)
def test_two_sides_of_a_matter(a, b, matter):
    """Sentences without a word in common take opposite sides, whichever comes first."""
    assert matter in opposed(a, b)
    assert matter in opposed(b, a)
    assert matter not in opposed(a, a)


def test_a_denied_word_stands_on_the_other_side():
    """What isn't free costs money."""
    assert "whether it costs" in opposed("It was never free.", "It costs nothing.")


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Input is $2.", "Output is $8.", "direction"),
        ("It was unveiled in May.", "It went on sale in June.", "stage"),
        ("On an iPhone it takes a second.", "An Android phone needs three.", "platform"),
    ],
)
def test_two_members_of_a_kind(a, b, kind):
    """Different members of one kind are told apart, the same one isn't."""
    assert kind in kinds_apart(a, b)
    assert kind not in kinds_apart(a, a)


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("Heron 1.0 has two modes.", "Heron 1.5 has three modes.", "versions"),
        ("Team is €8 when billed annually.", "Paid by the month, Team is €10.", "one bills by the year"),
        ("The 16 GB model is $90.", "It costs $60.", "clash + variant of one"),
        ("It costs $60.", "The bundle is $90.", "one adds"),
        ("The standard image is 3 cents.", "We paid eight cents for each large image.", "modified otherwise"),
        ("It is 8 MB at most.", "Anything above 2 MB is rejected.", "clash + both set a limit"),
    ],
)
def test_signs_of_two_sentences(a, b, sign):
    """Each sign is seen in two sentences, and not in one of them held against itself."""
    assert read_pair(a, b, "heron-2").signs.get(sign)
    assert not read_pair(a, a, "heron-2").signs.get(sign)


def test_a_licence_has_no_version_of_the_release():
    """The 3 of the AGPL tells no release apart."""
    assert "versions" not in read_pair("It is under the AGPL v3.", "Version 5 is under the BSL.", "heron-5").signs


def test_nothing_is_said_of_an_empty_sentence():
    """An empty sentence contradicts nothing."""
    assert read_pair("", "Heron has two modes.", None).clash is None
