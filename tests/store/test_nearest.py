from panel.store.nearest import did_you_mean, listed


def test_a_near_word_is_suggested():
    """The nearest known word is suggested, whatever its case; the word itself and far ones aren't."""
    assert did_you_mean("skeptik", ["developer", "skeptic"]) == "; did you mean 'skeptic'?"
    assert did_you_mean("Skeptic", ["skeptic"]) == "; did you mean 'skeptic'?"
    assert did_you_mean("skeptic", ["skeptic"]) == ""
    assert did_you_mean("zebra", ["skeptic"]) == ""


def test_lists_read_like_a_sentence():
    """Words are joined with commas and an and."""
    assert [listed(words) for words in ("", "a", "ab", "abc")] == ["none", "a", "a and b", "a, b and c"]
