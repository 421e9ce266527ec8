"""What tells two sentences apart that look as if they spoke of one thing, and what they can only say of one thing."""

import pytest

from panel.evidence.conflicts.given_pairs import judge_pair, read_pair
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


@pytest.mark.parametrize(
    ("denies", "tells"),
    [
        ("Latvian is not covered.", "It understands Estonian, Latvian and Finnish."),
        ("There is no lamp.", "A small lamp sits under the lid."),
        ("Dropbox: not supported.", "It copies files to Dropbox and Box."),
        ("It doesn't accept pictures.", "You can hand it pictures too."),
        ("Phone calls aren't possible yet; mail is.", "I made phone calls with it all week."),
        ("No web client.", "We opened the web client in Firefox."),
    ],
)
def test_a_thing_that_is_said_not_to_be_there(denies, tells):
    """Who speaks of a thing in passing says that it is there."""
    assert read_pair(denies, tells, "heron").signs.get("denied thing told")
    assert read_pair(tells, denies, "heron").signs.get("denied thing told")


@pytest.mark.parametrize(
    ("denies", "tells"),
    [
        ("Latvian is not covered.", "Latvian will follow in spring."),
        ("There is no lamp.", "There isn't any lamp on it."),
        ("Zsh is not supported on Windows.", "Zsh runs well on Linux."),
        ("The small model has no lamp.", "The large one has a lamp."),
        ("There is no lamp.", "A lamp is sold separately."),
        ("No web client.", "The desktop client works."),
    ],
)
def test_a_thing_that_may_not_be_there_all_the_same(denies, tells):
    """What is to come, is sold by itself, is elsewhere or belongs to another variant contradicts no denial."""
    assert "denied thing told" not in read_pair(denies, tells, "heron").signs


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Available since 3 May 2025.", "Oak did not put it on sale until 17 May 2025."),
        ("In stores from 3 May 2025.", "It reached the shops on 9 June 2025."),
        ("Heron opened on 3 May 2025.", "The launch of Heron was on 9 June 2025."),
    ],
)
def test_two_days_of_coming_out(a, b):
    """A release comes out once, by whatever words."""
    assert read_pair(a, b, "heron").signs.get("both came out")
    assert read_pair(b, a, "heron").signs.get("both came out")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Available since 3 May 2025.", "Orders opened on 9 June 2025."),
        ("The beta opened on 3 May 2025.", "It was released on 9 June 2025."),
        ("It was released on 3 May 2025.", "The Linux build was released on 9 June 2025."),
        ("Heron 1.0 was released on 3 May 2025.", "Heron 1.1 was released on 9 June 2025."),
        ("Available since 3 May 2025.", "It has been available since 3 May 2025."),
    ],
)
def test_days_of_two_events(a, b):
    """A beta, an order, another build and another version have days of their own."""
    assert "both came out" not in read_pair(a, b, "heron").signs


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("It lasts 9 months.", "Mine died after 5 months, far short of the 9 on the box.", "one quotes and differs"),
        ("It weighs 620 g.", "It weighs 655 g, more than the 620 g the maker says.", "one quotes and differs"),
        ("The body is sealed to IP67.", "It is rated IP54.", "another value"),
        ("It is written in Zig.", "The source is all Rust.", "another value"),
        ("The frame is titanium.", "Its frame is made of stainless steel.", "another value"),
        ("The guides are employees.", "Every guide is a freelancer.", "another value"),
        ("It works offline.", "Without a connection it shows an error.", "another value"),
        ("It runs with no signal.", "It needs an internet connection.", "another value"),
        ("It is built on Llama 3.", "It was fine-tuned from Mistral 7B.", "another value"),
        ("On 8 cores it reads 900 rows a second.", "On 32 cores it reads 3,000 rows a second.", "other setting"),
        ("A 200 GB table loads in 9 seconds.", "Our 60 GB table loaded in 3 seconds.", "other setting"),
        ("We promise 99.95% uptime.", "They guarantee an uptime of 99.9%.", "figures clash"),
        ("It becomes free four years after its release.", "Versions become free after three years.", "figures clash"),
        ("The trial had 400 participants.", "300 people took part in the trial.", "figures clash"),
        ("One licence is for three computers.", "The licence is for two machines.", "figures clash"),
        ("It has two 2.5-gigabit ports.", "The board carries a single 2.5-gigabit port.", "figures clash"),
        ("Parameters: 500 million.", "Heron v3 has 900 million parameters.", "figures clash"),
    ],
)
def test_what_only_one_of_can_hold(a, b, sign):
    """What is quoted to deny it, what a thing has one of, and figures in other words are held side by side."""
    assert read_pair(a, b, "heron").signs.get(sign)
    assert read_pair(b, a, "heron").signs.get(sign)
    assert not read_pair(a, a, "heron").signs.get(sign)


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("It lasts 9 months.", "It lasts 9 months, as the box says.", "one quotes and differs"),
        ("It works offline.", "It needs no connection.", "another value"),
        ("It is sealed to IP67.", "IP67, says the label.", "another value"),
        ("The steel ring is $90.", "The titanium ring is $120.", "another value"),
        ("It was trained on 8 GPUs.", "It was trained on 16 GPUs.", "other setting"),
        ("We promise 99.9% uptime.", "They guarantee an uptime of 99.9%.", "figures clash"),
        ("Old code loads without any change.", "Old code loads.", "one denies"),
    ],
)
def test_what_both_can_hold(a, b, sign):
    """The same value in other words, two variants and what is clashed about itself are no such sign."""
    assert not read_pair(a, b, "heron").signs.get(sign)


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("It scores 80 in the Oak test.", "In the Oak test it scored 60.", "one opens with a condition"),
        ("It weighs 120 g.", "At 180 g it is heavy.", "one opens with a condition"),
        ("Heron scores 80 in the Oak Report.", "In the Oak Report Heron scored 60.", "other subjects"),
        ("Its owner, Oak Holding, has 9 percent.", "Oak Holding has 12 percent.", "one is another's"),
    ],
)
def test_what_both_name_sets_neither_apart(a, b, sign):
    """A condition or somebody else that both sentences name, and the figure itself, are no difference."""
    assert not read_pair(a, b, "heron").signs.get(sign)


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("It scores 80.", "In the Elm test it scored 60.", "one opens with a condition"),
        ("It reads 900 rows.", "At 9 volts it reads 600 rows.", "one opens with a condition"),
        ("Its owner has 9 percent.", "Oak Holding has 12 percent.", "one is another's"),
    ],
)
def test_what_one_names_sets_the_two_apart(a, b, sign):
    """A condition or somebody else in one sentence only may be why they differ."""
    assert read_pair(a, b, "heron").signs.get(sign)


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("It needs iOS 17 or later.", "I tried it on iOS 18.", "newer than asked"),
        ("Support for Windows 7 was dropped.", "It runs on Windows 10.", "newer than asked"),
        ("Layout is kept in DOCX only.", "The layout of our ODT files was lost.", "only as the other says"),
        ("It writes proofs in Lean 4.", "It doesn't speak Coq, only Lean 4.", "only as the other says"),
        ("It now reads 38 languages, up from 22 in version 2.", "Heron 2 reads 22 languages.", "another update"),
        ("The minimum Ruby version is now 3.2.", "Ruby 3.0 and later will do.", "other least version"),
        ("Five ports: three large, two small.", "It has three ports in all.", "figures clash"),
        ("It weighs 620 g.", "It weighs 655 g, more than the 620 g on the box.", "figures clash"),
    ],
)
def test_what_one_asks_for_and_the_other_has(a, b, sign):
    """A newer version meets what is asked for, a rest is lost where only one thing is kept, and a part is no whole."""
    assert read_pair(a, b, "heron 3").signs.get(sign)
    assert read_pair(b, a, "heron 3").signs.get(sign)


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("It needs iOS 17 or later.", "I tried it on iOS 16.", "newer than asked"),
        ("Support for Windows 7 was dropped.", "It runs on Windows 7.", "newer than asked"),
        ("Layout is kept in DOCX only.", "The layout of our DOCX files was lost.", "only as the other says"),
        ("It now reads 38 languages, up from 22 in version 2.", "Heron 3 reads 22 languages.", "another update"),
        ("It needs a card.", "With 1.2 billion parameters it needs a card.", "other least version"),
        ("It weighs 620 g.", "It weighs 620 g, less than the 700 g on the box.", "figures clash"),
    ],
)
def test_what_one_asks_for_and_the_other_has_not(a, b, sign):
    """An older version doesn't meet what is asked for, and what is lost isn't kept."""
    assert not read_pair(a, b, "heron 3").signs.get(sign)


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("The firmware is under the GPL.", "The desktop configurator is closed source.", True),
        ("The runner is MIT.", "The hosted scheduler is proprietary.", True),
        ("The weights are under Apache 2.0.", "The Heron Code 7B weights are non-commercial, says the licence.", False),
    ],
)
def test_terms_of_two_parts(a, b, apart):
    """One part of a release may be open and another closed; a word within a name is no part."""
    assert (
        "clash + none apart" not in read_pair(a, b, "heron").signs
        and "denial + none apart" not in read_pair(a, b, "heron").signs
    ) is apart


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        ("The free plan holds 60 notes.", "Without paying you get 30 notes.", "same tier"),
        ("**Basic** is free and holds 60 notes.", "The free plan stops at 30 notes.", "same tier"),
        ("Parameters: 500 million.", "It has 900 million parameters.", "figures of one quality"),
        ("Water resistant to 100 metres.", "It is rated for depths down to 50 metres.", "figures of one quality"),
        ("Logs are kept for 30 days.", "Logs disappear after seven days.", "figures of one quality"),
        ("Jobs may run for at most 6 hours.", "A job is cut off after 3 hours.", "figures of one quality"),
        ("Today it is for iOS only.", "An Android version should follow.", "only + one is of later"),
    ],
)
def test_one_thing_in_other_words(a, b, sign):
    """A plan that costs nothing, a label, a depth and an end of keeping are told in many words."""
    assert read_pair(a, b, "heron").signs.get(sign)
    assert read_pair(b, a, "heron").signs.get(sign)


def test_a_tier_beside_another():
    """The number of another tier is no part of a count."""
    a, b = "It allows 60 calls on Nest and 600 on Flock.", "Flock: raised from 400 to 600 calls."
    assert read_pair(a, b, "heron").signs.get("figures agree")
    assert "same tier" not in read_pair("The Nest plan holds 60 notes.", "Without paying you get 30.", "heron").signs


def test_a_closed_test_is_no_opening():
    """A test among friends comes before a release and has a day of its own."""
    a, b = "Heron opens to everyone on 3 May 2025.", "The closed test began on 9 June 2024."
    assert "stage" in kinds_apart(a, b, dates=True)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sign in with a password.", "You sign in with passwords."),
        ("It has a mini-LED panel.", "It has a miniLED panel."),
        ("The code of Heron is written in Rust.", "To build from source, you can go to the releases page."),
        ("Heron needs an internet connection.", "Heron joins devices in one network."),
        ("Heron works offline.", "Offline, Heron stops nagging."),
        ("Heron has a titanium case.", "Heron comes in a cardboard box."),
        ("Heron is configured in a YAML file.", "Heron's settings can be exported as JSON."),
        ("Heron is built on SQLite.", "Heron is built for Android."),
        ("Heron is a non-profit.", "The maker of Heron is a charity."),
    ],
)
def test_one_value_in_two_spellings_or_of_two_matters_is_no_contradiction(a, b):
    """Plurals, hyphens and other names of one value, and values of two things."""
    assert judge_pair(a, b, subject="Heron") is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Heron is written in Rust.", "Heron is written in Go."),
        ("The case is titanium.", "The case is plastic."),
        ("Heron works offline.", "Heron needs an internet connection."),
    ],
)
def test_two_values_of_one_matter_contradict(a, b):
    """What a thing has one of."""
    assert judge_pair(a, b, subject="Heron") is not None
