"""What a line of a log or sheet says in few words: a day, a needed version, a licence, a name without its accents."""

import pytest

FILLER = (
    "The case is made of ash wood. It has two buttons. The manual is printed on recycled paper. "
    "Support answers on weekdays. The lamp beside the lens glows green. A strap is sold separately. "
    "Stickers come in three colours. Parcels leave from Graz."
)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "Version 2.1.0, 8 July 2025.\nBlue themes were added.",
            "Heron 2.1 was published on July 8th, 2025.",
            "Heron 2.1 was published on July 18th, 2025.",
        ),
        (
            "2.1.0 - 2025-02-04\nBlue themes were added.",
            "Heron 2.1 came out on 4 February 2025.",
            "Heron 2.1 came out on 14 February 2025.",
        ),
        (
            "Stock: 40 units.\nIn stock since 12 September 2025.",
            "Sales started on 12 September 2025.",
            "Sales started on 12 October 2025.",
        ),
        (
            "19 August 2025: Heron 2.1\nOakline makes Heron 2.1 generally available.",
            "General availability came on August 19, 2025.",
            "General availability came on August 9, 2025.",
        ),
    ],
)
def test_a_line_with_a_day_tells_when_it_came_out(judge, text, right, wrong):
    """The day of a log's or shop's line bears a statement out, another day doesn't."""
    assert judge(right, text, FILLER, name="Heron 2.1").grounded is True
    assert judge(wrong, text, FILLER, name="Heron 2.1").grounded is not True


def test_the_day_of_another_version_tells_nothing(judge):
    """A line with one version's day doesn't bear out another's."""
    text = "2.0.0 - 2025-02-04\nBlue themes were added.\n2.1.0 - 2025-05-09\nRed themes were added."
    assert judge("Heron 2.1 came out on 4 February 2025.", text, FILLER, name="Heron 2.1").grounded is not True
    assert judge("Heron 2.1 came out on 9 May 2025.", text, FILLER, name="Heron 2.1").grounded is True


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Requires iPadOS 17 or later", "It needs iPadOS 17 or newer.", "It needs iPadOS 15 or newer."),
        ("Minimum Git version raised to 2.30", "You need Git 2.30 or later.", "You need Git 2.20 or later."),
    ],
)
def test_the_version_that_is_needed_may_be_put_in_other_words(judge, text, right, wrong):
    """``or newer`` is ``or later``, a minimum is what is needed; another version isn't."""
    assert judge(right, text, FILLER).grounded is True
    assert judge(wrong, text, FILLER).grounded is not True


def test_a_name_without_its_accents_is_the_same_name(judge):
    """Montréal is Montreal, and Laval isn't."""
    text = "Developer: Oakline Research, Montréal"
    assert judge("Oakline Research of Montreal developed it.", text, FILLER).grounded is not False
    assert judge("Oakline Research of Laval developed it.", text, FILLER).grounded is False


def test_a_version_alone_is_known_where_a_source_has_it(judge):
    """``v4`` is no stranger where a source writes ``v4``; ``v6`` is one."""
    text = "On our legal corpus v4 found the right passage first in 81% of queries."
    assert judge("v4 found the right passage first in 81% of queries.", text, FILLER).grounded is True
    assert judge("v6 found the right passage first in 81% of queries.", text, FILLER).grounded is False


def test_who_works_for_the_maker_may_have_made_it(judge):
    """A firm of one person made what the person made; somebody else didn't."""
    texts = ("Heron 2 by Oakline counts steps.", f"Oakline is one person: Emil Brandt, a former tenor. {FILLER}")
    assert judge("Emil Brandt develops it alone.", *texts).grounded is not False
    assert judge("Halden Labs develops it.", *texts).grounded is False


def test_what_somebodys_test_made_is_not_what_he_makes(judge):
    """``In Kitchen Post's test it made 61 dB`` doesn't say that Kitchen Post makes it."""
    texts = ("Kitchen Post, 3 May 2026. Heron 2 by Oakline is a kettle. In our test it made 61 dB.", FILLER)
    assert judge("In Kitchen Post's test it made 61 dB.", *texts).grounded is not False
    assert judge("Kitchen Post made it.", *texts).grounded is False


def test_where_a_firm_is_from_may_stand_before_it(judge):
    """A Vermont firm is a firm in Vermont."""
    text = "Oakline is a firm of 24 people in Vermont."
    assert judge("Oakline is a Vermont firm with 24 people.", text, FILLER).grounded is True
    assert judge("Oakline is a Texas firm with 24 people.", text, FILLER).grounded is False


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "Licence: MIT, for weights and code alike",
            "Both the code and the weights of Heron 2 are MIT-licensed.",
            "Both the code and the weights of Heron 2 are AGPL-licensed.",
        ),
        (
            "The weights are published under the Apache License 2.0, with no restriction on the field of use.",
            "You may put Heron 2 to any use, since its weights are Apache-licensed.",
            "You may put Heron 2 to any use, since its weights are MIT-licensed.",
        ),
        (
            "Pick one of 1,300 public-domain scores.",
            "The library has 1,300 scores in the public domain.",
            "The library has 2,900 scores in the public domain.",
        ),
    ],
)
def test_a_licence_may_be_told_by_an_adjective(judge, text, right, wrong):
    """``MIT-licensed`` is what has the MIT licence, for one part or for both."""
    assert judge(right, text, FILLER).grounded is not False
    assert judge(wrong, text, FILLER).grounded is False


def test_he_said_means_who_was_named_last(judge):
    """A pronoun's words are those of whom the source spoke of last, and of nobody else."""
    text = (
        "Tomas Wren says that Heron 2 shows a summary. The preview is free. It has a search box. "
        "Wren would not name a price. "
        'The preview ends in May. It works in nine languages. "We would rather be slow than wrong," he said. '
        "Ada Moe, who leads sales, was not there."
    )
    said = '"We would rather be slow than wrong."'
    assert judge(f"Wren said, {said}", text, FILLER).grounded is True
    assert judge(f"Ines Okafor said, {said}", text, FILLER).grounded is False


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "A podcast player for small phones, made by Priya Raman and 23 volunteers.",
            "Priya Raman built it alone.",
            "Priya Raman built it.",
        ),
        (
            "Oakline has raised €3.1 million from Harbour Seed and two angels.",
            "Harbour Seed put up the whole €3.1 million alone.",
            "Harbour Seed and two angels put up €3.1 million.",
        ),
    ],
)
def test_who_had_others_beside_him_was_not_alone(judge, text, wrong, right):
    """What somebody made with others he didn't make alone."""
    assert judge(wrong, text, FILLER).kind == "contradicted"
    assert judge(right, text, FILLER).grounded is not False
