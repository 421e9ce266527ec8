"""Tests of panel.publish.escaping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from panel.publish.escaping import href, markdown
from panel.publish.inert import inert
from tests.publish.hostile import HOSTILE


def shown(text: str) -> tuple[str, set[str]]:
    """Return the words that Markdown shows for a text, and what it made of them besides a paragraph."""
    inline = [token for token in MarkdownIt("commonmark").enable("strikethrough").parse(text) if token.type == "inline"]
    children = [child for token in inline for child in token.children]
    words = "".join(child.content for child in children if child.type != "html_inline")
    return words, {child.type for child in children} - {"text", "text_special"}


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_hostile_text_as_written(text):
    """Every mark is shown, none acts; the only HTML is the empty comment that breaks links up."""
    words, made = shown(markdown(text))
    assert words == inert(text)
    assert made <= {"html_inline"}


@given(st.text(alphabet="ab1.)-+=#>*_`[]()!<&;:/@\\~|$ {}\"'", max_size=60))
def test_markdown_shows_any_text_as_written(text):
    """Whatever the punctuation, the words come back and nothing is formatted."""
    words, made = shown(markdown(text).strip())
    assert words == inert(text)
    assert made <= {"html_inline"}


@pytest.mark.parametrize("text", ["see https://evil.example", "see www.evil.example", "ask root@evil.example", "@all"])
def test_markdown_breaks_what_github_would_link(text):
    """Bare addresses, mail addresses and mentions are broken by an empty comment."""
    assert markdown(text).count("<!-- -->") == 1


def test_markdown_leaves_prose_readable():
    """Ordinary prose and version numbers aren't cluttered."""
    assert markdown("0.1.0 costs 20 %, AT&T (2026)!") == "0.1.0 costs 20 %, AT&T (2026)!"


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "//evil.example/x",
        "ftp://evil.example",
        "https://",
        "https://bank.example@evil.example/",
        "https://[::1",
        "https://evil.example:port/",
        "https://evil.example:99999/",
        'https://evil.example"onclick=x',
        "java\nscript:alert(1)",
        "https://" + "ü" * 70 + ".example",
    ],
)
def test_refuses_other_addresses(url):
    """Only plain http and https addresses are linked."""
    assert href(url) is None


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.com", "https://example.com"),
        ("HTTP://example.com/A", "http://example.com/A"),
        ("https://example.com:8443/a?b=c&d=e#f", "https://example.com:8443/a?b=c&d=e#f"),
        ("https://example.com/a b(c)<d>", "https://example.com/a%20b%28c%29%3Cd%3E"),
        ("https://example.com/a%20b%zz", "https://example.com/a%20b%25zz"),
        ("https://example.com/ä", "https://example.com/%C3%A4"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
    ],
)
def test_encodes_addresses(url, linked):
    """What an address can't hold is percent-encoded once."""
    assert href(url) == linked
