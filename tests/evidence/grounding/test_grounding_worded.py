"""Freely worded statements: refusals, promises, overclaims, opposite words, figures in another shape."""

import pytest


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("Owners can put Spotify on it.", "Spotify can't be installed."),
        ("You get an editor for Sketch as well as for Figma.", "There's an editor for Figma, but none for Sketch."),
        ("A Linux build is planned for spring.", "There is no build for Linux, and we aren't working on one."),
        ("The old XML settings still load.", "XML settings are no longer read."),
        ("There's a desktop app for people with large screens.", "A desktop app is on the way but isn't here yet."),
        ("Oakline sells a hosted gateway beside the code.", "There is no hosted gateway from us."),
        (
            "It measures your body temperature at night.",
            "It does not measure body temperature and isn't a medical device.",
        ),
    ],
    ids=["can't", "none for", "not working on one", "no longer", "isn't here yet", "from us", "and isn't"],
)
def test_what_a_source_refuses_is_flagged_in_other_words(judge, statement, text):
    """The sentence that says so is cited."""
    found = judge(statement, text)
    assert (found.grounded, found.kind, found.cites) == (False, "contradicted", ("S1.1",))


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        ("The makers speak of a Windows build.", "There is no Linux build, but one for Windows."),
        ("Owners can use it with Windows.", "It can't be used with Linux, but with Windows."),
        ("Kestrel's rival has a hosted gateway.", "There is no hosted gateway from us."),
        ("It records sleep and pulse.", "It records sleep and pulse, not body temperature."),
        ("Owners had to wait for Spotify.", "Spotify doesn't work yet."),
        ("Nobody says how many are sold.", "Oakline doesn't say how many are sold."),
        ("Maps can be stored.", "Maps can't be stored unless you subscribe."),
    ],
    ids=["another build", "another system", "of another", "what is there", "had to wait", "silence", "unless"],
)
def test_what_a_source_refuses_otherwise_is_left_alone(judge, statement, text):
    """A denial of something else, of somebody else, or under a condition refutes nothing."""
    assert judge(statement, text).grounded is not False


def test_a_refusal_falls_where_another_source_has_the_thing(judge):
    """Two sources that disagree don't make a statement wrong."""
    statement, refused = "Owners can put Spotify on it.", "Spotify can't be installed."
    assert judge(statement, refused).grounded is False
    assert judge(statement, refused, "Since June owners can install Spotify.").grounded is not False


@pytest.mark.parametrize(
    ("statement", "text", "flagged"),
    [
        ("Sadly, there's no API.", "There's an API, a CLI and a Terraform provider.", True),
        (
            "Pictures of the paid plans carry no C2PA marks.",
            "Every picture carries C2PA marks, on every plan.",
            True,
        ),
        ("SSO isn't part of the Solo plan.", "SSO is included in Studio.", False),
        ("There's no API.", "An API is promised for next year.", False),
    ],
    ids=["has", "on every plan", "another plan", "promised"],
)
def test_a_denial_is_flagged_where_a_source_has_the_thing(judge, statement, text, flagged):
    """Not where it is promised, or had on another plan."""
    assert (judge(statement, text).grounded is False) == flagged


@pytest.mark.parametrize(
    ("statement", "text", "flagged"),
    [
        ("The whole service is open source under MPL 2.0.", "The CLI is open source (MPL 2.0).", True),
        ("The CLI is open source under MPL 2.0.", "The CLI is open source (MPL 2.0).", False),
        (
            "Every line of the firmware is under GPLv3.",
            "The firmware is under GPLv3, apart from the radio stack.",
            True,
        ),
        ("The weights are under the MIT licence.", "The scripts are MIT-licensed, unlike the weights.", True),
        (
            "Old versions of files are kept for a year, whichever plan you choose.",
            "Old versions of files are kept for 90 days, or a year on the Large plan.",
            True,
        ),
        (
            "Refunds within a month are given to everyone.",
            "Refunds are given to everyone within a month.",
            False,
        ),
    ],
    ids=["whole", "its part", "but for", "another part", "one plan", "everyone"],
)
def test_what_is_said_of_all_is_flagged_where_a_source_says_it_of_some(judge, statement, text, flagged):
    """A licence holds for the part that it is given to."""
    assert (judge(statement, text).grounded is False) == flagged


def test_what_a_sentence_says_of_another_is_flagged(judge):
    """The sentence that has the rest of the statement names somebody else."""
    texts = (
        "Training ran on 128 accelerators for 19 days in the Kiruna data centre.",
        "The office is in Umea.",
    )
    assert judge("Training ran for 19 days on 128 accelerators in Umea.", *texts).grounded is False
    assert judge("Training ran for 19 days on 128 accelerators in Kiruna.", *texts).grounded is True


@pytest.mark.parametrize(
    ("statement", "text", "flagged"),
    [
        ("Bitbucket works today.", "GitLab is supported as well; Bitbucket is next, in Q2.", True),
        ("Bitbucket is planned.", "GitLab is supported as well; Bitbucket is next, in Q2.", False),
        ("The audit report is confidential.", "The full audit report is public.", True),
        ("The audit report is public.", "The full audit report is public.", False),
        (
            "A million tokens of output cost $0.60.",
            "It costs $0.60 per million input tokens and $2.40 per million output tokens.",
            True,
        ),
        (
            "A million tokens of input cost $0.60.",
            "It costs $0.60 per million input tokens and $2.40 per million output tokens.",
            False,
        ),
        ("Reviews take 28% longer now.", "Reviews got faster: their time dropped by 28%.", True),
        ("The hub talks Matter 1.2.", "The hub talks Matter 1.4 and Thread.", True),
        ("The hub talks Matter 1.4.", "The hub talks Matter 1.4 and Thread.", False),
    ],
    ids=["promised", "as promised", "opposite", "same", "output", "input", "longer", "version", "same version"],
)
def test_one_wrong_word_is_flagged(judge, statement, text, flagged):
    """A promise, an opposite, the word beside a figure, a version."""
    assert (judge(statement, text).grounded is False) == flagged


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        (
            "Ink appears sooner: 26 ms against 38.",
            "Ink appears after 26 ms. It beats my Palimpsest, at 38.",
        ),
        (
            "The licence changes from the Business Source License to AGPLv3.",
            "It comes under AGPL v3 rather than the Business Source License.",
        ),
        ("87% of the bookings were filed correctly.", "Out of 150 bookings, 131 were filed correctly."),
        (
            "The plan drops from $24 to $20 per seat when billed annually.",
            "Team: $24 per seat per month, or $20 billed annually.",
        ),
        (
            "It turns into Apache 2.0 in May 2030.",
            "On 4 May 2026 it was released. It turns into Apache 2.0 four years after its release.",
        ),
        ("The fix for 4.0.0 came later.", "The fix came in 4.0.1 after 800 reports."),
        ("The Icelandic site stayed up.", "The site in Reykjavik stayed up."),
        (
            "It lands between Sable 2 and Meridian Pro.",
            "It is better than Sable 2 (57.9), though short of the 66.0 of Meridian Pro.",
        ),
        ("The app is AGPL; the server stays closed.", "Our app is open source (AGPL-3.0). The server is not."),
        ("It found one high-severity problem.", "It found no critical problems and one high-severity problem."),
    ],
    ids=[
        "bare",
        "from to",
        "share",
        "annually",
        "years after",
        "version",
        "people",
        "between",
        "halves",
        "no critical",
    ],
)
def test_what_follows_from_the_sources_raises_no_alarm(judge, statement, text):
    """A figure without its unit, a share, a price or date that is worked out, a country for its city."""
    assert judge(statement, text).grounded is not False


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        (
            "Redaction of card and phone numbers is switched on by default and costs nothing extra.",
            "Automatic redaction of card numbers and phone numbers, off by default.",
        ),
        ("Maps and advisory locks now work without any patches.", "Maps are still missing, and so are advisory locks."),
        ("There's no API, not even for Office customers.", "Office has a read-only REST API for reports."),
    ],
    ids=["denies elsewhere", "without", "read-only"],
)
def test_a_denial_elsewhere_in_a_statement_hides_nothing(judge, statement, text):
    """What is denied in another clause doesn't keep the rest from being read."""
    found = judge(statement, text)
    assert (found.grounded, found.cites) == (False, ("S1.1",))


REVIEW = """| Service | Word error rate | Time taken |
|---|---|---|
| Heron 2 (batch) | 6.1% | 1 min 48 s |
| Verbatim Nova | 7.4% | 2 min 30 s |
"""


@pytest.mark.parametrize(
    ("statement", "texts"),
    [
        (
            "Batch jobs cost $0.0035 per minute, and captions are included in that.",
            (
                "Batch jobs cost $0.0035 per minute and streaming $0.0058 per minute.",
                "Captions are included in both; redaction adds $0.0010 per minute.",
            ),
        ),
        ("In A paper's test, Heron 2 made fewer errors than Verbatim Nova and finished sooner as well.", (REVIEW,)),
        (
            "After the move, Ferry's median CI build was two minutes and 45 seconds shorter.",
            ("At Ferry the median CI build went from 6 min 40 s to 3 min 55 s.",),
        ),
        (
            "You only need an account if you want Relay, Oakline's own remote access.",
            (
                "Does it need an account? No. You only need one for Relay.",
                "The system is free software. Relay, the remote-access service, is not.",
                "Remote access through Relay is free.",
            ),
        ),
        (
            "Stoat 12B stays ahead in maths, but Heron 2 edges it out on HumanEval by a little over a point.",
            (
                "Against the bigger Stoat 12B the picture is mixed: Stoat is ahead in maths, Heron in coding.",
                "| | Heron 2 | Stoat 12B |\n|---|---|---|\n| GSM8K | 86.3 | 88.9 |\n| HumanEval | 71.3 | 70.1 |",
            ),
        ),
    ],
    ids=["included in", "a publisher's test", "min and s", "is not", "two halves"],
)
def test_what_is_true_in_other_words_is_left_alone(judge, statement, texts):
    """Things included, publishers, seconds, short denials and comparisons of two halves."""
    assert judge(statement, *texts).grounded is not False


def test_the_slower_of_a_row_of_seconds_is_not_the_faster(judge):
    """Seconds put as ``s`` are compared as such."""
    table = (
        "| | Heron 2 | Postbox 3 |\n|---|---|---|\n| Median delivery | 1.4 s | 1.2 s |\n| Free mails | 4,000 | 3,000 |"
    )
    assert judge("Heron 2 delivered faster than Postbox 3.", table).grounded is False
    assert judge("Postbox 3 delivered faster than Heron 2.", table).grounded is not False
