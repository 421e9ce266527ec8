"""Opinions are recognised by their words, also where no rule knows them."""

import pytest

from panel.evidence.grounding.opinions.likely import reads_like_opinion, terms, words


@pytest.mark.parametrize(
    "sentence",
    [
        "I'd sooner carry a paper map than trust this in the hills.",
        "Nobody who has used the old one will want to go back.",
        "It feels like the first sketch of something lovely.",
        "The whole thing is more trouble than it's worth.",
    ],
)
def test_an_opinion_is_recognised(sentence):
    """Words of taste, of the one who speaks and of advice tell it together."""
    assert reads_like_opinion(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The battery lasts for nine hours.",
        "Version 2.1 was released on 4 March 2025 under the MIT licence.",
        "The vendor keeps no copy of the recordings.",
        "There is no web version.",
        "There is a driver for .NET.",
        "Teams pay $12 per user and month.",
    ],
)
def test_a_statement_is_none(sentence):
    """What could be looked up isn't taken for an opinion."""
    assert not reads_like_opinion(sentence)


def test_terms_are_words_and_pairs():
    """Numbers are one term, capitals and kinds of apostrophes make no difference."""
    assert terms("It’s 4.50 €") == {"it's", "0", "€", "it's 0", "0 €"} == terms("IT'S 12 €")


def test_no_word_alone_decides():
    """No single term makes an opinion of a sentence that has nothing else."""
    known = words()
    assert max(known.chance([term]) for term in known.weights) < 0.95


def test_words_that_speak_strongly_against_it_come_to_nothing():
    """No pile of words is too much to be told of."""
    known = words()
    against = sorted(known.weights, key=lambda each: known.weights[each])[:3000]
    assert sum(known.weights[each] for each in against) < -750
    assert known.chance(against) < 1e-300
