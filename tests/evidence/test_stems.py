"""Sentences as rows of stems."""

import pytest

from panel.evidence.stems import row, stem


@pytest.mark.parametrize(
    "words",
    [
        "crash crashes crashed crashing",
        "colour color colours",
        "licence license licences licensed licensing",
        "company companies",
        "freeze freezes froze frozen freezing",
        "drop dropped dropping",
        "organise organize organised organized",
        "api apis",
    ],
)
def test_forms_of_a_word_share_a_stem(words):
    """Endings and the two spellings of English don't keep a phrase from being found."""
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("them", "needs"), ("data", "date"), ("process", "procession"), ("bus", "bu")]
)
def test_different_words_keep_different_stems(one, other):
    """Stemming stops short of making two words one."""
    assert stem(one) != stem(other)


def test_negations_are_cut_off_their_verbs():
    """What is contracted is read as two words, so that a negation is always seen."""
    assert row("It isn't; it can't, won't and don’t.").stems == (
        "it", "is", "not", ";", "it", "can", "not", ",", "will", "not", "and", "do", "not", ".",
    )  # fmt: skip


def test_figures_can_be_found_by_what_they_are():
    """Money, percentages, years and numbers carry the names by which phrases ask for them."""
    line = row("It cost $1.50 or 3 % in 2027, for two 4x jobs")
    assert line.kinds == tuple("ww$w%w@,w#www"[: len(line.kinds)])
    assert "<money>" in line.keys[2]
    assert "<percent>" in line.keys[4]
    assert {"<year>", "<number>", "<amount>"} <= set(line.keys[6])


def test_every_token_points_to_its_place():
    """Quoting relies on it."""
    text = "Open-source “weights”: yes, they’re out — llama.cpp too."
    line = row(text)
    for (start, end), found in zip(line.spans, line.stems, strict=True):
        assert text[start:end].strip()
        assert found


@pytest.mark.parametrize("text", ["", "…", "\u202e", "日本語のテキスト", "a" * 100_000, "🙂" * 50])
def test_odd_texts_are_read(text):
    """Nothing that a page may hold makes the cutting fail."""
    assert row(text).text == text
