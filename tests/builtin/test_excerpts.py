"""Quoting without altering."""

import pytest

from panel.evidence.mentions import Mention
from panel.llm.builtin.excerpts import LIMIT, excerpt, quality


def mention(text, words, *, cite="S1.1", strength=1.0):
    """A mention of some words in a text."""
    start = text.index(words)
    span = (start, start + len(words))
    return Mention(
        "thing", cite, text, span, (0, len(text)), holds=True, strength=strength, why="stated", words=len(words.split())
    )


LONG = (
    "The engine was rebuilt over the winter by a team of nine who met on Tuesdays in a room above the bakery, it now "
    "starts in a second, the interface for programs is public and documented, and the cellar in which the old one "
    "stood for more than twenty years has at last been turned into a small museum"
)


def test_a_short_sentence_is_quoted_whole():
    """Only its full stop goes."""
    assert excerpt(mention("An API is public.", "API")) == "An API is public"


def test_a_long_sentence_is_cut_at_commas_and_says_so():
    """What is left stands word for word in the sentence; the cuts are marked."""
    words = excerpt(mention(LONG, "public"))
    assert words.startswith("… ")
    assert words.endswith(" …")
    assert words.strip("… ") in LONG
    assert "public and documented" in words


@pytest.mark.parametrize(
    "opening", ["If all goes well, ", "According to its maker, ", "Unlike its rivals, ", "Nobody believes it, but "]
)
def test_nothing_that_turns_a_sentence_round_is_left_out(opening):
    """A condition, a claim or a denial before the cut keeps its sentence whole, or unquoted."""
    words = excerpt(mention(opening + LONG[0].lower() + LONG[1:], "public"))
    assert words is None or words.startswith(opening.strip(" ,")[:6])


def test_words_that_the_persona_never_says_arent_quoted():
    """Not even from a source."""
    assert excerpt(mention("A seamless API.", "API"), ["seamless"]) is None


def test_an_endless_sentence_isnt_quoted():
    """There is a limit to an excerpt."""
    text = "an API " * 100
    words = excerpt(mention(text, "API"))
    assert words is None or len(words) <= LIMIT


def test_quotation_marks_within_become_single():
    """So that they don't end the quotation."""
    assert excerpt(mention('It is "open", they say.', "open")) == "It is 'open', they say"


def test_prose_is_quoted_rather_than_stubs():
    """A sentence shows more than a heading of one word."""
    assert quality(mention("It ships a documented public API for everyone.", "documented public API")) > quality(
        mention("API", "API")
    )
