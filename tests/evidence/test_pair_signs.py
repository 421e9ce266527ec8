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
    ],
)
def test_signs_of_two_sentences(a, b, sign):
    """Each sign is seen in two sentences, and not in one of them held against itself."""
    assert read_pair(a, b, "heron-2").signs.get(sign)
    assert not read_pair(a, a, "heron-2").signs.get(sign)


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("It weighs 300 g.", "The Heron Garden weighs 400 g.", "relative of one"),
        ("It needs 9 watts without the lamp.", "With the lamp it needs 12 watts.", "with or without"),
        ("There are 40 billion parameters.", "It uses 6 billion of its parameters at a time.", "part of a whole"),
        ("It answers in 2 seconds.", "We waited 5 seconds for an answer.", "one figure tried"),
        ("The firm has 300 customers.", "By now 420 customers pay for it.", "crowd of another day"),
        ("Heron 2 sings 90 songs.", "Heron 1 sang 40 songs.", "another version"),
        ("Sold in Norway since 3 May.", "In Sweden sales began on 9 June.", "clash + other places"),
        ("A type B lamp draws 20 watts.", "A type C lamp draws 35 watts.", "codes"),
        ("It runs on MsgPack files.", "It doesn't read MsgPack files.", "turned"),
        ("It runs on MsgPack files.", "It doesn't read MsgPack files.", "turned name"),
        ("Photos are erased after 9 days.", "It holds on to photos for 30 days.", "figures of one quality"),
        ("A charge lasts 9 days.", "Photos are erased after 30 days.", "figures of other qualities"),
        ("It needs PostgreSQL 14 or newer.", "PostgreSQL from version 12 on is enough.", "other least version"),
        ("It runs on Linux and on macOS.", "It runs on Linux only.", "more than only"),
        ("It sings in Norwegian.", "Only in Danish does it sing.", "other than only"),
        ("It sings.", "The charger hums.", "part of one"),
        ("It holds 90 songs.", "We loaded 40 songs.", "one figure used"),
        ("It sings 90 songs.", "It sings 40 songs, the others it hums.", "the rest in one"),
        ("It can sing.", "Contrary to what they say, it hums.", "one disputes"),
        ("Crew: $50 a month.", "We're on Watch for $70.", "tiers"),
        ("It sings.", "Version 1.2 hums.", "version of one"),
        ("Loud songs are sung.", "Soft songs are sung.", "modified otherwise"),
        ("It sings.", "The case doesn't sing.", "denial + part of one"),
    ],
)
def test_signs_of_what_only_one_speaks_of(a, b, sign):
    """What only one sentence speaks of is seen in two sentences, whichever comes first, and not in one by itself."""
    assert read_pair(a, b, "heron 2").signs.get(sign)
    assert read_pair(b, a, "heron 2").signs.get(sign)
    assert not read_pair(a, a, "heron 2").signs.get(sign)


@pytest.mark.parametrize(
    ("a", "b", "sort"),
    [
        ("It reads 20 languages.", "It reads 30 languages.", "laid down"),
        ("Files are kept for 20 days.", "Files are kept for 30 days.", "laid down"),
        ("It finds 80 percent of them.", "It finds 60 percent of them.", "measured"),
        ("It costs $5.", "It costs $7.", "of price"),
        ("It has 300 testers.", "It has 500 testers.", "of a crowd"),
    ],
)
def test_sorts_of_figures(a, b, sort):
    """Figures that disagree are laid down, measured, a price or a head count."""
    found = read_pair(a, b, "heron-2").signs
    assert [name for name in found if name in SORTS] == [f"figures {sort}"]


SORTS = ("figures laid down", "figures measured", "figures of price", "figures of a crowd")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It weighs 2.9 grams.", "Ours weighed 3 grams."),
        ("It costs $2 per million characters.", "We paid $0.002 per 1,000 characters."),
    ],
)
def test_figures_that_agree(a, b):
    """A figure with fewer decimals, or of another number of pieces, may be the same one."""
    assert "figures clash" not in read_pair(a, b, "heron-2").signs
    assert read_pair(a, b, "heron-2").signs["figures agree"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Heron is a team of three.", "Five people work on it."),
        ("Twelve volunteers make it.", "It is made by eleven people."),
        ("Heron has a single maintainer.", "Three maintainers look after it."),
        ("The first batch was 800 stoves.", "The first batch was 900 units."),
        ("An hour costs €0.19.", "They bill 29 euro cents for an hour."),
        ("It costs $11 per million tokens.", "They ask $15 for a million tokens."),
    ],
)
def test_figures_that_clash_in_other_words(a, b):
    """People under any name count alike, units stand for any thing, and cents belong to whichever currency."""
    assert read_pair(a, b, "heron-2").signs["figures clash"]
    assert read_pair(b, a, "heron-2").signs["figures clash"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It sings at banks.", "It sings."),
        ("It sings without unpacking them.", "It sings."),
        ("Not only does it sing.", "It sings."),
    ],
)
def test_what_looks_like_a_denial(a, b):
    """Banks forbid nothing, and what is done without doing something else is done."""
    assert "one denies" not in read_pair(a, b, "heron-2").signs


def test_a_plan_is_known_by_its_name():
    """A name that one sentence calls a plan is the same plan where the other only names it."""
    assert read_pair("The Crew plan is $50.", "Crew costs $70.", "heron").signs["same tier"]
    assert "same tier" not in read_pair("The Crew plan is $50.", "Watch costs $70.", "heron").signs


def test_a_sign_counts_anew_by_what_clashes():
    """Shared words are one sign among figures, another among dates, and a third where only words can clash."""
    figures = read_pair("Its choir has 20 singers.", "Its choir has 30 singers.", "heron").signs
    dates = read_pair("The choir was launched on 3 May 2025.", "The choir was launched on 9 June 2025.", "heron").signs
    told = read_pair("The choir sings.", "The choir doesn't sing.", "heron").signs
    assert "shared, among figures" in figures
    assert "shared, among dates" in dates
    assert "shared, among words" in told
    assert not {"shared, among dates", "shared, among words"} & figures.keys()


def test_the_number_of_a_name_or_version_counts_nothing():
    """``Version 2.0 ships`` and ``Two Spoons`` count neither ships nor spoons."""
    assert "figures on one side" not in read_pair("Version 2.0 ships today.", "Two Spoons makes it.", "heron-2").signs


@pytest.mark.parametrize(
    ("a", "b", "subject", "clash"),
    [
        ("It weighs 300 grams.", "The first Heron weighed 400 grams.", "heron 2", False),
        ("Heron Mini has two modes.", "It has three modes.", "heron mini", True),
        ("Heron runs on Android.", "Heron runs on the iPhone alone.", "heron", True),
        ("Heron weighs 3 pounds.", "It weighs 5 pounds.", "heron", True),
    ],
)
def test_what_rules_make_of_names(a, b, subject, clash):
    """An earlier bearer of a name is somebody else; the release's own name limits nothing."""
    assert bool(read_pair(a, b, subject).clash) is clash


def test_a_licence_has_no_version_of_the_release():
    """The 3 of the AGPL tells no release apart."""
    assert "versions" not in read_pair("It is under the AGPL v3.", "Version 5 is under the BSL.", "heron-5").signs


def test_nothing_is_said_of_an_empty_sentence():
    """An empty sentence contradicts nothing."""
    assert read_pair("", "Heron has two modes.", None).clash is None
