"""Tests of panel.publish.inert."""

from hypothesis import example, given
from hypothesis import strategies as st

from panel.publish.inert import inert, inert_part


def test_leaves_clean_text_alone():
    """Text that acts on nothing comes back as it was, emoji and accents included."""
    assert inert("Café — 3 × 2 👩‍🚀 «ça»") == "Café — 3 × 2 👩‍🚀 «ça»"


def test_shows_what_would_act():
    """Escape sequences, bidi overrides and non-characters become readable."""
    assert inert("\x1b[31m \u202eexe \ufffe") == "⟨U+001B⟩[31m ⟨U+202E⟩exe ⟨U+FFFE⟩"


def test_what_is_dropped_leaves_no_space_behind():
    """A soft hyphen between spaces is gone with one of them."""
    assert inert("a \xad b \xad") == "a b"


@given(st.text())
@example("0\r\xad")
def test_nothing_that_acts_is_left(text):
    """No control character, surrogate, bidi control or non-character survives, and no second line."""
    kept = inert(text)
    assert not [c for c in kept if ord(c) < 32 or 0x7F <= ord(c) <= 0x9F or 0xD800 <= ord(c) <= 0xDFFF]
    assert not [c for c in kept if 0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069]
    assert not [c for c in kept if ord(c) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(c) <= 0xFDEF]
    assert kept == kept.strip()


def test_parts_keep_the_spaces_that_join_them():
    """A part of a sentence keeps one space at each edge."""
    assert inert_part("  and\n") == " and "
    assert inert_part("and") == "and"
    assert inert_part("  ") == " "
