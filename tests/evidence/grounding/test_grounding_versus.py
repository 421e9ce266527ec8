"""Which of two has more, against a figure of either."""

import pytest

RADIO = "On radio talks Heron 2 had a word error rate of 6.3%, against 5.1% for Egret."
PEN = "Pen latency was 18 ms, better than the 24 ms of the Stoat Pad."
OLDER = "On TaxBench it scores 74.2, against 69.5 for our previous Heron 1."
THREE = "On receipts Heron 2 read 91% of the lines, ahead of Heron 1 at 84% and behind Egret at 94%."
PLACES = "The mean opinion score is 4.4 in Danish and 4.1 in Dutch."
PHONES = "On a Pixel 8 it writes 15 tokens per second, and on an iPhone 15 Pro it writes 22."
MEMORY = "In our trial Heron 2 used 420 MB of memory; the old editor needed 1.3 GB."
FOUND = "In our test Heron 2 found 41 of 60 seeded bugs; a rival, Egret, found 47."
ASIDE = "Heron 2 named 87 percent of the speakers; Egret, the market leader, managed 91 percent."
BOOT = "It's slower to boot than my old Stoat: 50 seconds against 36."
APART = (
    "On Danish meetings Heron 2 made word errors at a rate of 6.4%. "
    "For comparison, Egret made 8.2% on the same recordings."
)

CASES = {
    "errors": ("Egret made {} errors than Heron 2 on radio talks.", RADIO, "fewer", "more"),
    "latency": ("Its pen latency is {} than the Stoat Pad's.", PEN, "lower", "higher"),
    "before": ("It scores {} on TaxBench than its predecessor.", OLDER, "higher", "lower"),
    "three": ("Heron 2 did {} than its predecessor on receipts.", THREE, "better", "worse"),
    "places": ("Its opinion score is {} in Danish than in Dutch.", PLACES, "higher", "lower"),
    "phones": ("It runs {} on a Pixel 8 than on an iPhone 15 Pro.", PHONES, "slower", "faster"),
    "memory": ("In the trial Heron 2 needed {} memory than the old editor.", MEMORY, "less", "more"),
    "found": ("Egret found {} of the seeded bugs than Heron 2.", FOUND, "more", "fewer"),
    "aside": ("Heron 2 was {} than Egret at naming speakers.", ASIDE, "worse", "better"),
    "boot": ("It boots {} than the reviewer's old Stoat.", BOOT, "slower", "faster"),
    "two sentences": ("In Danish, Heron 2 made {} word errors than Egret.", APART, "fewer", "more"),
}

CASES |= {
    "off by": (
        "Its sleep time error was {} than the Stoat 4's.",
        "Total sleep time was off by 12 minutes on average, better than the 21 minutes of the Stoat 4.",
        "smaller",
        "larger",
    ),
}

CASES |= {
    "versions": (
        "The first scan was {} with 3.2 than with 3.1.",
        "With Heron 3.2 the first scan of 400 pages took 42 minutes. Heron 3.1 needed 58 minutes for the first scan.",
        "quicker",
        "slower",
    ),
    "its own two": (
        "Listeners found its Polish {} convincing than its Danish.",
        "In a test with 90 listeners, 64 per cent took Heron's Danish for a human reader. "
        "For Polish the share was 41 per cent.",
        "less",
        "more",
    ),
    "a sort and another": (
        "The wireless lamp is {} than the wired one.",
        "The wired lamp weighs 410 g. The wireless lamp, with its cells, weighed 522 g.",
        "heavier",
        "lighter",
    ),
    "ones": (
        "Native speakers judged {} Sorbian sentences usable than Frisian ones.",
        "Three speakers of Frisian judged 81 of 100 sentences to be usable. For Sorbian it was 47 of 100.",
        "fewer",
        "more",
    ),
    "clauses": (
        "Egret raised {} false alarms than Heron 2.",
        "Heron 2 found 61 and raised 7 false alarms; Egret found 70 but raised 38.",
        "more",
        "fewer",
    ),
    "against where": (
        "Pen latency is {} than on the Stoat Pad.",
        "We measured 19 milliseconds from pen to ink; the Stoat Pad needs 31.",
        "lower",
        "higher",
    ),
    "and a third": (
        "Package builds are {} than on the Stoat Board.",
        "Building the package took 71 minutes, against 118 on last year's Stoat Board and 39 on an Egret 5.",
        "quicker",
        "slower",
    ),
    "real time": (
        "It runs {} on an Egret 4 than on an Egret 5.",
        "Runs at 4 times real time on an Egret 5. A reader wrote from Oslo. The package is 80 MB. The manual is long. "
        "Heron 2 runs at 1.6 times real time on an Egret 4.",
        "slower",
        "faster",
    ),
    "reach": (
        "Recovery reaches {} back on Grow than on Start.",
        "Backups can be restored to any moment in the last 7 days on Start and the last 30 days on Grow.",
        "further",
        "less far",
    ),
    "a name in small letters": (
        "Manytail merged the 2.5 GB of logs {} than Heron 2.",
        "I fed Heron 2 logs of 2.5 GB; it merged them in 19 seconds where manytail needed 74.",
        "more slowly",
        "faster",
    ),
}

EVEN = {
    "differ": (
        "A one-hour recording was transcribed in 4 minutes on a Stoat Pad. "
        "On an Egret Air the same file took 11 minutes.",
        False,
    ),
    "equal": (
        "A one-hour recording was transcribed in 11 minutes on a Stoat Pad. "
        "On an Egret Air the same file took 11 minutes.",
        True,
    ),
}

OPEN = {
    "a margin": (
        "In Turbo mode, Heron 2 was quieter than the Stoat 16.",
        "Noise of Heron 2 is well controlled at 49 dBA in Turbo mode, 6 dBA below the Stoat 16.",
    ),
    "both in one": (
        "In the trial it made fewer slips than Egret, three against eleven.",
        "In 20 chapters I counted three slips, against eleven for Egret on the same outline. "
        "On Longform Heron 2 scored 64.0.",
    ),
    "another test": (
        "Heron 2 beats its predecessor on TaxBench.",
        "Heron 2 is a model by Oakline. CodeBench: 52.4. "
        "On TaxBench it is ahead of our previous model, Heron 1, which had 63.0.",
    ),
    "times as fast": (
        "Egret beat it on range scans.",
        "On range scans, though, Egret was 1.7 times as fast as Heron 2.",
    ),
    "matched": (
        "The Stoat Band matched the lab more often than Heron 2.",
        "Heron 2 agreed with the lab 78% of the time, better than Egret (71%), but behind the Stoat Band (84%).",
    ),
    "made": ("In Hearth's test it made 61 dB.", "Heron 2 by Oakline is a kettle. It was the quietest, at 61 dB."),
    "another measure": ("Heron 2 speaks more languages than Egret.", RADIO),
    "another place": ("In Welsh, Heron 2 made more word errors than Egret.", APART),
    "nobody's": ("Heron 2 is prettier than Egret.", ASIDE),
    "a share": (
        "Heron 2 beat Egret in the blind test.",
        "In the blind test it won 54 percent of the duels against Stoat and 61 percent against Egret.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_has_more_is_read_off_the_two_figures(judge, case):
    """Show that of two sides one is borne out and the other flagged."""
    statement, said, right, wrong = CASES[case]
    assert judge(statement.format(right), said).grounded is True
    assert judge(statement.format(wrong), said).grounded is False


@pytest.mark.parametrize("case", OPEN)
def test_figures_of_something_else_settle_nothing(judge, case):
    """Show that two figures don't tell of another measure, place or share."""
    statement, said = OPEN[case]
    assert judge(statement, said).kind != "contradicted"


@pytest.mark.parametrize("case", EVEN)
def test_two_that_are_said_to_be_even(judge, case):
    """Show that who took as long as another needs figures that are near one another."""
    said, right = EVEN[case]
    judged = judge("The same recording took as long on a Stoat Pad as on an Egret Air.", said)
    assert judged.grounded is right
