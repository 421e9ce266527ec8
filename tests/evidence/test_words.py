"""An expression of many words finds the longest of them, as one that lists them does."""

import re

import pytest

from panel.evidence.words import any_of

WORDS = ("mar", "march", "may", "no more than", "no", "s/.", "s/", "$")


@pytest.mark.parametrize("text", [*WORDS, "marching", "mayor", "no moreover", "m", "s", "S/.5", "us$"])
def test_the_longest_word_is_found(text):
    """Branches find what a list of all words finds, longest first."""
    listed = "|".join(re.escape(word) for word in sorted(WORDS, key=len, reverse=True))
    assert re.findall(any_of(WORDS), text, re.IGNORECASE) == re.findall(listed, text, re.IGNORECASE)
