"""Tests of looking for letters and words in all sentences at once."""

from panel.evidence.lowered import lowered
from panel.evidence.told import Told


def test_sentences_are_found_once_each_and_in_order() -> None:
    """However many of the letters they have, and whatever their case."""
    told = Told(["It costs nothing, nothing at all.", "Free", "FREE and for nothing", "ſale", ""])
    assert told.having(("free", "nothing")) == [0, 1, 2]
    assert told.having(("sale",)) == [3]


def test_letters_are_not_found_across_sentences() -> None:
    """Where one sentence ends and the next begins, nothing is read together."""
    assert Told(["no", "plan"]).having(("no plan", "noplan")) == []


def test_sentences_are_found_by_whole_words() -> None:
    """Once each and in order, whatever the case, and not by a part of a word."""
    told = Told(["Free, and free again", "freely", "Nothing is FREE"])
    assert told.with_words(frozenset({"nothing", "free", "paid"})) == [0, 2]


def test_small_letters_stay_in_their_places() -> None:
    """Also those that become two when they are made small by themselves."""
    assert lowered("İST ſo") == "ist so"
