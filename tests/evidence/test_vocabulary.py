"""The builtin reviewer's vocabulary."""

import pytest

from panel.evidence.phrases import PhraseBook, patterns
from panel.evidence.stems import row
from panel.evidence.vocabulary import families, nearest_family, phrases_of


@pytest.mark.parametrize("name", families())
def test_every_phrase_can_be_looked_for(name):
    """No phrase is empty, begins with a gap, or names a list of words that doesn't exist."""
    for phrase, _ in phrases_of(families()[name]):
        assert list(patterns(phrase))
        assert "{" not in phrase


@pytest.mark.parametrize("name", families())
def test_no_phrase_says_both(name):
    """A phrase doesn't stand on both sides of its family."""
    pro = {phrase for phrase, good in phrases_of(families()[name]) if good}
    contra = {phrase for phrase, good in phrases_of(families()[name]) if not good}
    assert not pro & contra


@pytest.mark.parametrize(
    ("text", "name", "good"),
    [
        ("A REST API with keys issued on sign-up.", "access_api", True),
        ("The API is in private preview for selected partners.", "access_api", False),
        ("Released under the MIT licence.", "licence_open", True),
        ("A source-available licence.", "licence_open", False),
        ("Pricing: contact sales.", "price_clear", False),
        ("The table was made with an internal harness.", "evidence", False),
        ("An independent lab measured it.", "evidence", True),
        ("It keeps crashing.", "reliability", False),
        ("Audio is end-to-end encrypted.", "privacy", True),
        ("Recordings are used to train the model.", "privacy", False),
        ("It carries a SOC 2 report and an SLA.", "compliance", True),
        ("A thin wrapper around a rented model.", "moat", False),
        ("Everything exports as layered PSD.", "creative_export", True),
        ("Trained on scraped pictures.", "consent", False),
        ("By 2031 the default will have changed.", "forecast", True),
    ],
)
def test_things_go_by_many_names(text, name, good):
    """A family finds its thing, and its opposite, in ordinary sentences."""
    book = PhraseBook((phrase, (key, pro)) for key, family in families().items() for phrase, pro in phrases_of(family))
    assert (name, good) in {match.label for match in book.find(row(text))}


def test_a_misspelt_family_is_recognised():
    """The nearest name is offered."""
    assert nearest_family("acces_api") == "access_api"
    assert nearest_family("zzz") is None
