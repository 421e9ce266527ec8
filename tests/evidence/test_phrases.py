"""Finding many phrases at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel.evidence.phrases import PhraseBook, patterns
from panel.evidence.stems import row


def found(phrase, text):
    """Whether a phrase stands in a text."""
    return bool(PhraseBook([(phrase, "x")]).find(row(text)))


@pytest.mark.parametrize(
    ("phrase", "text", "stands"),
    [
        ("public api", "Public APIs everywhere", True),
        ("public/open api", "an open API", True),
        ("open source", "It is open-source.", True),
        ("open-source", "It is open source.", True),
        ("runs * locally", "It runs quite well and locally", True),
        ("runs * locally", "It runs on four very large machines, not locally", False),
        ("runs * locally", "It runs, locally", False),
        ("runs ** locally", "It runs on any machine that you may own locally", True),
        ("private api? preview", "a private preview", True),
        ("private api? preview", "a private API preview", True),
        ("in <number> minutes", "in five minutes", True),
        ("in <number> minutes", "in 5 minutes", True),
        ("by <year>", "by 2028", True),
        ("by <year>", "by 28", False),
        ("<money> per", "$0.02 per token", True),
        ("=fixed", "It was fixed", True),
        ("=fixed", "It fixes that", False),
    ],
)
def test_what_a_phrase_stands_for(phrase, text, stands):
    """Endings, hyphens, gaps, alternatives, optional words, figures and exact words do as documented."""
    assert found(phrase, text) is stands


def test_the_longest_phrase_wins():
    """``private API preview`` is not an API."""
    book = PhraseBook([("api", "api"), ("private api preview", "closed")])
    assert [each.label for each in book.find(row("A private API preview is open; the API isn't."))] == ["closed", "api"]


def test_a_phrase_within_a_gap_is_found_too():
    """Only the words of a phrase are its own, not those that its gap leaps over."""
    book = PhraseBook([("runs * locally", "local"), ("apache 2.0", "licence")])
    assert {each.label for each in book.find(row("It runs Apache 2.0 weights locally"))} == {"local", "licence"}


@pytest.mark.parametrize("phrase", ["", "* api", "** api", "   "])
def test_a_phrase_begins_with_a_word(phrase):
    """A gap at the beginning would be found everywhere, so it is refused."""
    with pytest.raises(ValueError, match="must begin with a word"):
        PhraseBook([(phrase, "x")])


WORDS = ["the", "api", "is", "not", "a", "public", "open", "source", "tool", ",", "and", "5", "minutes", "$3", "."]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_matches_lie_within_the_sentence_and_in_order(words):
    """Whatever the sentence, places are valid, ascending, and no match lies within another's words."""
    line = row(" ".join(words))
    book = PhraseBook([("api", 1), ("public * source", 2), ("open source tool?", 3), ("in? <number> minutes", 4)])
    matches = book.find(line)
    assert matches == sorted(matches, key=lambda each: each.places)
    for match in matches:
        assert list(match.places) == sorted(set(match.places))
        assert match.places[-1] < len(line.stems)
        assert not any(set(match.places) < set(other.places) for other in matches)


def test_a_long_line_of_one_word_is_read_quickly():
    """Two thousand characters of the same phrase don't take seconds."""
    line = row("public api " * 180)
    assert len(PhraseBook([("public api", 1), ("public ** api", 2), ("api * public", 3)]).find(line)) >= 180


def test_threads_that_meet_a_word_together_find_the_same(monkeypatch):
    """A book is read by several threads: one that spells a word's phrases out hides them from nobody."""
    both = Barrier(2, timeout=10)

    def slowly(phrase):
        both.wait()
        return patterns(phrase)

    monkeypatch.setattr("panel.evidence.phrases.patterns", slowly)
    book = PhraseBook([("has * API", "interface")])
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(book.find, [row("It has a public API.")] * 2))
    assert [[each.label for each in matches] for matches in found] == [["interface"]] * 2
    assert [each.label for each in book.find(row("It has an API."))] == ["interface"]
