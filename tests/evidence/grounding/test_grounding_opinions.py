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
