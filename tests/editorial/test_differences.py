"""Old and new words as one text: nothing of either is lost, and the whole reads."""

from hypothesis import given
from hypothesis import strategies as st

from panel.editorial.differences import compared

WORDS = st.lists(st.sampled_from(["one", "two", "three", "four", "five", "six,", "seven.", "eight"]), max_size=30).map(
    " ".join
)


def told(pieces, *kinds):
    """The words of some kinds of pieces, in order."""
    return " ".join("".join(f"{each.text} " for each in pieces if each.kind in kinds).split())


@given(WORDS, WORDS)
def test_both_texts_can_be_read_off(old, new):
    """Without what was added it is the old text, without what was removed the new one."""
    pieces = compared(old, new)
    assert told(pieces, "same", "removed") == old
    assert told(pieces, "same", "added") == new


def test_single_words_in_common_do_not_tear_a_change_apart():
    """A sentence that was replaced is told as one change, whatever small words both have."""
    old = "It was quick to start. The price of a seat was told on the page. That is all there is to it today."
    new = "It was quick to start. Nobody pays for a thing. That is all there is to it today."
    kinds = [each.kind for each in compared(old, new)]
    assert kinds == ["same", "removed", "added", "same"]


def test_texts_with_little_in_common_stand_one_after_the_other():
    """Two texts without common words aren't woven into each other."""
    assert [each.kind for each in compared("All of this is gone now.", "Here stand other words.")] == [
        "removed",
        "added",
    ]
    assert compared("", "New.")[0].kind == "added"
    assert compared("Same words.", "Same words.")[0].kind == "same"
