"""The signs by which two given sentences are seen to clash, or to speak of two different things."""

import pytest

from panel.evidence.conflicts.given_pairs import judge_pair, read_pair
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
        ("Paid by the month it is $9 per seat.", "With an annual contract it is $7 per seat per month.", "commitment"),
        ("On an iPhone it takes a second.", "An Android phone needs three.", "platform"),
    ],
)
def test_two_members_of_a_kind(a, b, kind):
    """Different members of one kind are told apart, the same one isn't; what a month costs is no way of billing."""
    assert kind in kinds_apart(a, b, dates=False)
    assert kind not in kinds_apart(a, a, dates=False)


def test_stages_tell_dates_apart_and_nothing_else():
    """Two stages have two dates; what ships with five lenses may well be what was released with six."""
    assert "stage" in kinds_apart("It was unveiled in May.", "It went on sale in June.", dates=True)
    assert "stage" not in kinds_apart("It was released with five lenses.", "It ships six.", dates=False)
    assert "stage" in kinds_apart("A beta was released in May.", "It was released in June.", dates=True)


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
        ("It sings 90 songs, and nobody minds.", "It sings 40 songs.", "one denies what the other leaves"),
        ("It sings.", "It can't sing German carols in church.", "denied words left"),
        ("A Lark 5 sings 9 songs.", "On a Lark 7a we heard 6 songs.", "numbered otherwise"),
        ("Sung in the Wood Hall.", "In the Old Wood Hall they hum.", "name narrowed"),
        ("Wood songs last 5 minutes.", "Iron songs last 9 minutes.", "opened otherwise"),
        ("Wood songs are kept for 5 days.", "Iron songs are kept for 9 days.", "other things"),
        ("Each half weighs 90 g.", "It weighs 180 g.", "one piece"),
        ("It finds 60% with our own wire cage.", "Without any wire cage it finds 40%.", "with or without"),
        ("It weighs 90 g.", "They weigh 180 g in all.", "part of a whole"),
        ("It shipped on 3 May.", "Mine arrived on 9 June.", "one received"),
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


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("Firmware checks run once an hour.", "Firmware is checked every ten minutes.", "figures clash"),
        ("A wash takes a full hour.", "A wash takes 20 minutes.", "figures clash"),
        ("The lid is wholly made of wood.", "The lid is made of 40 percent wood.", "figures clash"),
        ("The least speed is a quarter of the original.", "The least speed is 25 %.", "figures agree"),
        ("It answers in less than 0.3 seconds.", "It answers in 270 ms.", "figures agree"),
        ("The 4 GB board is $30.", "The 4 GB board costs $35.", "same tier"),
        ("**Crew**: $9 a month", "Crew is $12 a month.", "same tier"),
        ("We paid for Kite and got a year.", "The Crew plan keeps a month.", "tiers"),
        ("It needs Ruby 3.2 or newer.", "On Ruby 3.0 it worked on my server.", "other least version"),
        ("It weighs 300 g with its strap.", "It weighs 280 g.", "with or without"),
        ("The older Osprey Trail has a lamp.", "It has no lamp.", "relative of one"),
        ("The first attempt had two lamps.", "It has one lamp.", "relative of one"),
        ("The smaller sibling has a lamp.", "Its predecessor has two.", "relative of one"),
        ("By June 40 barns had signed up.", "22 barns have signed up.", "crowd of another day"),
        ("Across both shops 900 were sold.", "The one shop sold 400.", "part of a whole"),
        ("It understands three: Czech, Polish and Slovak.", "It understands Czech and Dutch.", "one says only"),
    ],
)
def test_what_one_sentence_says_in_its_own_way(a, b, sign):
    """What is told by a whole hour, a round bound, a plan's name or a relative is read for what it is."""
    assert read_pair(a, b, "heron-2").signs.get(sign)


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("The window is 64,000 tokens, up from 32,000 in Heron 1.", "Heron 2 reads 64,000 tokens.", "versions"),
        ("It holds 90 files, up from 60.", "It holds 60 files.", "figures agree"),
        ("Heron is under the Business Source License 1.1.", "Heron is under Apache 2.0.", "variant of one"),
        ("We learn from it to train our next model.", "It learns from nobody.", "relative of one"),
        ("It was opened 500 times.", "It was opened by 90 people.", "one compares"),
        ("Needs macOS 13 or later.", "Runs on macOS 13.", "one is of later"),
        ("It has 12 dials.", "It had 16 dials, so I had to learn.", "one figure used"),
        ("Manufacturer's cover: two years.", "The cover is for three years.", "one is another's"),
        ("The app shows rain.", "It shows no rain.", "part of one"),
    ],
)
def test_what_tells_nothing(a, b, sign):
    """What a sentence compares with, a licence's version or the word app makes it no statement about something else."""
    assert not read_pair(a, b, "heron-2").signs.get(sign)


def test_licences_of_two_parts():
    """Two licences clash where they may be of one thing, and not where each sentence begins with another part."""
    docs, code = "The docs are under CC BY 4.0, like all docs.", "The code beside the docs is under MIT."
    assert read_pair(docs, code, "heron-2").signs["kinds apart"]
    assert not read_pair(code, code.replace("MIT", "GPL-3.0"), "heron-2").signs.get("kinds apart")


def test_times_of_other_amounts_of_work():
    """What takes longer with more to do contradicts nothing."""
    a, b = "Sorting of 500 letters takes 4 seconds.", "Sorting of 90 letters takes 1 second."
    assert judge_pair(a, b, weigh=False) is None
    assert judge_pair(a, b.replace("90", "500"), weigh=False)
