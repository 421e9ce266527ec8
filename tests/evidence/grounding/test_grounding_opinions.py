"""What is nobody's to check, and what no source speaks of."""

import pytest

TEXT = "Oakline released Heron 2 on 4 May 2026. It costs $12 a month and runs on Linux."


@pytest.mark.parametrize(
    "statement",
    [
        "Twelve dollars for that is a steal.",
        "Heron 2 is hard to recommend.",
        "This will never beat the incumbents.",
        "If you hate waiting, skip it.",
        "The strongest case yet for small tools.",
    ],
    ids=["price", "advice", "forecast", "condition", "fragment"],
)
def test_opinions_are_left_alone(judge, statement):
    """Taste, advice and forecasts are neither right nor wrong."""
    assert judge(statement, TEXT).grounded is None


def test_an_opinion_with_a_price_that_nobody_asks_is_flagged(judge):
    """The sum in it is a fact."""
    assert judge("At $49 a month it is a steal.", TEXT).grounded is False


def test_a_plain_feature_that_no_source_speaks_of_is_unsupported(judge):
    """``It has``, ``it supports``: that must stand somewhere."""
    assert judge("Heron 2 supports holograms.", TEXT).kind == "unsupported"


def test_a_name_that_no_source_has_is_unsupported(judge):
    """An alias or the initials of a name that a source has will do."""
    assert judge("Heron 2 was bought by Microsoft.", TEXT).grounded is False
    assert judge("Heron 2 is sold in the EU.", "Heron 2 is sold in Europe.").grounded is not False


def test_quoted_words_must_stand_in_a_source(judge):
    """To the letter."""
    text = 'Anna Berg of Oakline said: "we fixed storage and nothing else".'
    assert judge('Anna Berg said that they "fixed storage and nothing else".', text).grounded is True
    assert judge('Anna Berg said that they "rewrote all of it from scratch".', text).grounded is False


@pytest.mark.parametrize(
    "statement",
    [
        "Spare parts belong in the box of every lamp.",
        "Honestly, a thousand times yes.",
    ],
)
def test_a_turn_of_speech_that_judges_is_left_alone(judge, statement):
    """What is said in praise or scorn needs no word of taste to be an opinion."""
    assert judge(statement, "The lamp costs €79. Spare parts are not sold. It has two lamps.").grounded is None


@pytest.mark.parametrize(
    ("statement", "grounded"),
    [
        ("It made 9 mistakes in a thousand words.", False),
        ("It made serious errors in 9 of 100 letters.", False),
        ("The 8,500 people who ordered in advance pay less.", False),
        ("Without thinking it answers in 9 seconds.", False),
        ("The maker hopes to sell 9,000 of them in a year.", False),
        ("Buying it was a mistake.", None),
    ],
)
def test_what_is_counted_is_no_taste(judge, statement, grounded):
    """A mistake that was counted, or people who did something, is a fact."""
    source = (
        "It made 4 mistakes in a thousand words. It made errors in 5 of 100 letters. "
        "6,500 people ordered in advance and pay less. "
        "Without thinking it answers in 3 seconds. The maker sold 4,000 in a year."
    )
    assert judge(statement, source).grounded is grounded


SORTER = (
    "Sortwell had the second-best recall of the five sorters in Mail Lab's test. It has been installed 40,000 times. "
    "Finns could sign up on the first day; Danes had to wait for a month. Mail Lab gave it 7 out of 10 for speed. "
    "The --quick flag has been removed. On OldMail it falls 2.1 points short of the previous best."
)


@pytest.mark.parametrize(
    ("statement", "checked"),
    [
        ("It had the best recall of all 9 sorters in Mail Lab's test.", True),
        ("It has been installed over a million times.", True),
        ("Mail Lab gave it 9 out of 10 for speed.", True),
        ("It is 4.5 points above the previous best on OldMail.", True),
        ("A million times yes to this one.", False),
        ("Nine out of ten for nerve.", False),
        ("It's the best thing to happen to my inbox.", False),
        ("The best sorter of my ten years in offices.", False),
    ],
)
def test_what_is_ranked_or_counted_is_no_taste(judge, statement, checked):
    """The best of five, a million times and eight out of ten can be looked up where they count something."""
    assert (judge(statement, SORTER).grounded is False) is checked


def test_what_is_true_of_ranks_and_counts_is_left_alone(judge):
    """What a source says so of is not flagged for being said with a word of taste."""
    for statement in (
        "It had the second-best recall of the five sorters in Mail Lab's test.",
        "On OldMail it falls 2.1 points short of the previous best.",
        "Mail Lab gave it 7 out of 10 for speed.",
        "Finns could sign up on the first day.",
    ):
        assert judge(statement, SORTER).grounded is not False
