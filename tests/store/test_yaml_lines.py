import contextlib
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel.errors import DeclarationError
from panel.store.yaml_lines import read_yaml


def refused(text, file, **options):
    """Return what reading YAML complains of."""
    with pytest.raises(DeclarationError) as caught:
        read_yaml(textwrap.dedent(text), file, **options)
    return caught.value


def test_lines_of_nested_keys_and_items(tmp_path):
    """Every key and list item knows its line, counted from where the YAML starts in its file."""
    text = "a: 1\nb:\n  - x: 2\n    y: 3\n  - x: 4\n"
    read = read_yaml(text, tmp_path, first_line=10)
    assert read.data == {"a": 1, "b": ({"x": 2, "y": 3}, {"x": 4})}
    assert read.line("a") == 10
    assert read.line("b", 0, "y") == 13
    assert read.line("b", 1, "x") == 14
    assert read.line("b", 1, "unheard", "of") == 14


def test_nothing_is_an_empty_mapping(tmp_path):
    """An empty document, or one of comments only, is a mapping without keys."""
    assert read_yaml("", tmp_path).data == {}
    assert read_yaml("# a comment\n", tmp_path).data == {}


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "'a' stands here a second time (first in line 1)", 3),
        ("a: 1\nb: c: d\n", "put a value that has a colon in quotes", 2),
        ("a: 1\n\tb: 2\n", "indent with spaces", 2),
        ("a: @b\n", "in quotes", 1),
        ("- a\n- b\n", "not a list", 1),
        ("just words\n", "not text", 1),
        ("a: 1\n---\nb: 2\n", "keep one document", 2),
        ("a: !!python/object:os.system x\n", "isn't understood here", 1),
        ("a: !secret x\n", "isn't understood here", 1),
        ("a: !!binary x\n", "isn't understood here", 1),
        ("x: &x {b: 1}\na:\n  <<: *x\n", "'<<'", 3),
        ("a: &a [*a]\n", "stands within what it stands for", 1),
        ("? [a]\n: b\n", "a key must be a word", 1),
        ("ok: 1\na: 2026-02-30\n", "2026-02-30 is no date or number that exists", 2),
        ("a: *nowhere\n", "undefined alias", 1),
        ("a: 'never closed\n", "this isn't valid YAML", None),
        ("a: b\x01\n", "U+0001", 1),
    ],
)
def test_mistakes_have_a_sentence_and_a_line(tmp_path, text, words, line):
    """Each mistake is one sentence with the line that it stands in."""
    error = refused(text, tmp_path / "x.yaml")
    assert words in str(error)
    assert "\n" not in str(error)
    if line is not None:
        assert error.line == line


def test_alias_bomb_is_refused_before_it_is_built(tmp_path):
    """A document that multiplies itself by aliases is refused."""
    levels = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9))
    assert "aliases" in str(refused(f"a0: &a0 [x]\n{levels}\n", tmp_path))


@pytest.mark.parametrize("deep", ["[" * 100_000, "a: " + "[" * 40 + "]" * 40, "- " * 30 + "x"])
def test_deep_nesting_is_refused(tmp_path, deep):
    """Nesting beyond sense ends in a sentence, not in a crash."""
    assert "levels deep" in str(refused(deep, tmp_path))


def test_a_few_aliases_are_fine(tmp_path):
    """An anchor used twice means the same value twice."""
    assert read_yaml("a: &x [1]\nb: *x\n", tmp_path).data == {"a": (1,), "b": (1,)}


@given(st.text())
def test_any_text_is_read_or_refused(tmp_path_factory, text):
    """Whatever stands in a file, reading it gives a mapping or a DeclarationError."""
    with contextlib.suppress(DeclarationError):
        assert isinstance(read_yaml(text, tmp_path_factory.getbasetemp() / "x").data, dict)
