"""Statements about a part taken for the whole, one plan for another, and who has most of a table."""

import pytest

TABLE = """| Model | Recall (English) | Error rate | Parameters |
|---|---|---|---|
| Heron 2 | 69.4 | 5.1% | 560M |
| Stork 3 | 70.1 | 6.8% | 1.2B |
| Plover | 67.0 | 7.7% | 568M |
"""


@pytest.mark.parametrize(
    ("statement", "text", "flagged"),
    [
        ("Some 3,200 firms were paying for it.", "About 3,200 firms used the beta, of which 410 paid.", True),
        ("Some 3,200 firms used the beta.", "About 3,200 firms used the beta, of which 410 paid.", False),
        ("Of 3,200 firms in the beta 410 paid.", "About 3,200 firms used the beta, of which 410 paid.", False),
        ("Some of the 3,200 firms were paying.", "About 3,200 firms used the beta, of which 410 paid.", False),
        (
            "Live captions work in 57 languages.",
            "Heron handles 57 languages, though live captions work in only 14 of them.",
            True,
        ),
        (
            "Heron handles 57 languages at launch.",
            "Heron handles 57 languages, though live captions work in only 14 of them.",
            False,
        ),
    ],
)
def test_what_is_said_of_some_is_not_said_of_all(judge, statement, text, flagged):
    """The number of the whole goes with what is said of the whole."""
    assert (judge(statement, text).grounded is False) is flagged


@pytest.mark.parametrize(
    ("statement", "flagged"),
    [
        ("Heron 2 has the best English recall of the three models.", True),
        ("Stork 3 has the best English recall of the three models.", False),
        ("Heron 2 has the lowest error rate.", False),
        ("Plover has the lowest error rate.", True),
        ("Plover has the highest error rate.", False),
        ("Heron 2 has one of the best English recall scores.", False),
    ],
)
def test_who_has_most_is_read_off_a_table(judge, statement, flagged):
    """Of an error rate the least is best; a hedge is left alone."""
    assert (judge(statement, TABLE).grounded is False) is flagged


PLANS = (
    "The Maker plan costs €11 a month for 400 images; "
    "the Atelier plan costs €32 a month for 1,500 images and has private mode."
)


@pytest.mark.parametrize(
    ("statement", "flagged"),
    [
        ("The Maker plan costs €11 a month for 1,500 images.", True),
        ("The Maker plan costs €11 a month and has private mode.", True),
        ("The Maker plan costs €11 a month for 400 images.", False),
        ("The Atelier plan costs €32 a month and has private mode.", False),
    ],
)
def test_a_plan_has_what_stands_in_its_part_of_a_sentence(judge, statement, flagged):
    """What stands under the other plan isn't the first one's."""
    assert (judge(statement, PLANS).grounded is False) is flagged


def test_a_thing_that_a_source_gives_to_several_plans_is_left_alone(judge):
    """A second sentence may give it to the first plan too."""
    statement = "The Maker plan costs €11 a month and has private mode."
    assert judge(statement, PLANS, "Private mode came to everybody in May.").grounded is not False


TEAM = ("Team costs $24 per month.", "Prices are per firm, not per user.")
RIVALS = ("Pennywise costs £6.99 a month, and Yourpot is free.",)
OLDER = (
    "The Heron 2 costs $749.",
    "The Heron 2 is the follow-up to the Heron 1 of 2023, which had a fan, cost $599 and sold well.",
)
GAIN = ("Throughput: 1.4 million a minute, 35% more than 4.6.",)


@pytest.mark.parametrize(
    ("statement", "texts", "flagged"),
    [
        ("The Team plan costs $24 per user per month.", TEAM, True),
        ("The Team plan costs $24 per month.", TEAM, False),
        ("Yourpot costs £6.99 a month.", RIVALS, True),
        ("Pennywise costs £6.99 a month.", RIVALS, False),
        ("The Heron 2 costs $599.", OLDER, True),
        ("The Heron 2 costs $749.", OLDER, False),
        ("Throughput is 35% higher than in version 4.4.", GAIN, True),
        ("Throughput is 35% higher than in version 4.6.", GAIN, False),
    ],
)
def test_a_price_or_gain_is_held_against_whom_it_is_of(judge, statement, texts, flagged):
    """Per head or not, of another product, beside another version."""
    assert (judge(statement, *texts).grounded is False) is flagged


@pytest.mark.parametrize(
    ("statement", "text", "flagged"),
    [
        (
            "Students get half off the full licence.",
            "Teachers and students get 40 per cent off the full licence.",
            True,
        ),
        (
            "Students get 40% off the full licence.",
            "Teachers and students get 40 per cent off the full licence.",
            False,
        ),
        ("Batch jobs cost a quarter of the regular rate.", "Batch jobs are half price.", True),
        ("Batch jobs cost half of the regular rate.", "Batch jobs are half price.", False),
        ("Batch jobs cost half of the regular rate.", "Students get 40 per cent off the full licence.", False),
    ],
)
def test_what_is_left_of_a_price_must_be_the_same(judge, statement, text, flagged):
    """Half price is half off, and not a quarter of the rate; a discount on something else says nothing."""
    assert (judge(statement, text).grounded is False) is flagged


def test_a_number_before_a_change_is_old_though_its_noun_is_left_out(judge):
    """``Raised from 4 to 8`` says what there is now."""
    text = "Parallel workers: default raised from 4 to 8."
    assert judge("By default it starts four parallel workers.", text).grounded is False
    assert judge("By default it starts eight parallel workers.", text).grounded is not False
