"""Tests of panel.publish.lines."""

import io

import pytest
from rich.console import Console
from rich.text import Text

from panel.publish.lines import Lines


def printed(fill, **how) -> str:
    """Return what a terminal or a pipe gets."""
    out = io.StringIO()
    lines = Lines(Console(file=out, **how))
    fill(lines)
    lines.print()
    return out.getvalue()


def test_paragraphs_hang():
    """The first line and the others have margins of their own, and no line ends in a space."""
    text = printed(lambda lines: lines.add("mark ", "word " * 30, indent=2, hang=7))
    first, *others = text.splitlines()
    assert first.startswith("  mark word")
    assert others
    assert all(line.startswith("       word") for line in others)
    assert all(line == line.rstrip() for line in text.splitlines())


@pytest.mark.parametrize("width", [40, 80, 140])
def test_a_pipe_is_100_columns_wide(width):
    """Through a pipe the text is the same, whatever the environment says of columns."""
    text = printed(lambda lines: lines.add("word " * 60), width=width)
    assert max(map(len, text.splitlines())) == 99  # 20 words of five columns, less the last space


@pytest.mark.parametrize("width", [40, 80])
def test_a_screen_is_never_exceeded(width):
    """On a screen every line fits."""
    text = printed(lambda lines: lines.add("word " * 60), width=width, force_terminal=True, color_system=None)
    assert max(map(len, text.splitlines())) <= width


def test_tables_align_wide_characters():
    """Columns line up by what a terminal shows, not by characters."""
    text = printed(lambda lines: lines.table(("A", "B"), [("日本", "x"), ("abc", "y")]))
    assert text == "A     B\n日本  x\nabc   y\n"


def test_tables_that_do_not_fit_become_paragraphs():
    """Where columns don't fit, every row is told with its labels."""
    text = printed(lambda lines: lines.table(("Name", "Price"), [("lamp", "x" * 98)]))
    assert text.splitlines()[:2] == ["lamp", "  Price"]


def test_gaps_do_not_add_up():
    """Two gaps are one empty line, and none stands at the top."""

    def fill(lines):
        lines.gap()
        lines.add("a")
        lines.gap()
        lines.gap()
        lines.add("b")

    assert printed(fill) == "a\n\nb\n"


def test_plain_words_are_inert_and_styled_ones_keep_their_style():
    """Markup and escapes in plain words are shown; only our own styles colour anything."""
    text = printed(
        lambda lines: lines.add("[red]x[/red] \x1b[31m", Text(" y", "red")),
        force_terminal=True,
        color_system="standard",
        no_color=False,
    )
    assert text == "[red]x[/red] ⟨U+001B⟩[31m\x1b[31m y\x1b[0m\n"
