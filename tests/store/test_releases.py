import datetime as dt
import textwrap
import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from panel.domain.release import Link, Pricing
from panel.errors import DeclarationError
from panel.store.releases import read_release

FRONT = """\
---
name: Larkspur
vendor: Tinderbox
category: Developer Tools
tagline: Finds slow commits
date: 2026-03-02
pricing: $20/month
licence: MIT
links: {Home: "https://example.org/a"}
tags: CLI, open-source , cli
publisher: A paper
url: https://example.org/post
---

# Larkspur is here

It finds slow commits.
"""


def write(path, text):
    """Write a file and its folders; return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return path


def refused(path):
    """Return what reading a release complains of."""
    with pytest.raises(DeclarationError) as caught:
        read_release(path)
    assert "\n" not in str(caught.value)
    return caught.value


def test_one_file_with_front_matter(tmp_path):
    """Front matter gives the facts, the text below is source S1."""
    release = read_release(write(tmp_path / "Larkspur 1.0.md", FRONT))
    assert (release.slug, release.name, release.vendor) == ("larkspur-1-0", "Larkspur", "Tinderbox")
    assert release.date == dt.date(2026, 3, 2)
    assert release.pricing == Pricing(entry="$20/month")
    assert release.links == (Link(label="Home", url="https://example.org/a"),)
    assert release.tags == ("cli", "open-source")
    (source,) = release.sources
    assert (source.key, source.publisher, source.url) == ("S1", "A paper", "https://example.org/post")
    assert source.title == "Larkspur is here"
    assert source.text == "# Larkspur is here\n\nIt finds slow commits."
    assert source.date is None


def test_a_folder_of_sources(tmp_path):
    """The manifest's own text is the first source, then the files beside it by name; others are left alone."""
    write(tmp_path / "spark/release.md", "---\nname: Spark\nlicense: Apache-2.0\n---\nOur own note.\n")
    write(tmp_path / "spark/b.txt", "Second text.")
    write(tmp_path / "spark/a.md", "---\ntitle: First\ndate: 2026-01-02\nlanguage: en\n---\nFirst text.")
    write(tmp_path / "spark/c.html", "---\nauthor: Ada\n---\n<title>Third</title><p>Third text.")
    for name in (".hidden.md", "picture.png", "notes.json"):
        write(tmp_path / "spark" / name, "\0\0")
    write(tmp_path / "spark/deeper/d.md", "Not read.")
    release = read_release(tmp_path / "spark")
    assert (release.slug, release.licence) == ("spark", "Apache-2.0")
    assert [(s.key, s.text, s.title) for s in release.sources] == [
        ("S1", "Our own note.", None),
        ("S2", "First text.", "First"),
        ("S3", "Second text.", None),
        ("S4", "# Third\n\nThird text.", "Third"),
    ]
    assert (release.sources[1].date, release.sources[3].author) == (dt.date(2026, 1, 2), "Ada")
    assert read_release(tmp_path / "spark" / "release.md") == release


def test_manifest_without_text(tmp_path):
    """A manifest that only states facts isn't a source."""
    write(tmp_path / "spark/release.md", "---\nname: Spark\n---\n")
    write(tmp_path / "spark/a.md", "Text.")
    assert [s.text for s in read_release(tmp_path / "spark").sources] == ["Text."]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Intro words.\n\n## **Muse** [Spark](https://x.org)\n\nMore.", "Muse Spark"),
        ("Muse Spark\n==========\n\nText.", "Muse Spark"),
        ("This is a whole sentence about something.\n", "my notes"),
        ("---\nvendor: Meta\n---\nA whole sentence.\n", "my notes"),
    ],
)
def test_names_of_bare_texts(tmp_path, text, name):
    """A bare text is named by its heading or a short first line, else by its file."""
    assert read_release(write(tmp_path / "my_notes.txt", text)).name == name


def test_bare_folder(tmp_path):
    """A folder of texts without a manifest is a release named by its first heading."""
    write(tmp_path / "Some Tool/1.md", "# Some Tool 2\n\nText.")
    write(tmp_path / "Some Tool/2.md", "# A headline\n\nText.")
    release = read_release(tmp_path / "Some Tool")
    assert (release.slug, release.name, len(release.sources)) == ("some-tool", "Some Tool 2", 2)


def test_a_folder_keeps_its_whole_name(tmp_path):
    """The dot in a folder's name doesn't begin a file type."""
    write(tmp_path / "Tool 2.5" / "a.txt", "A whole sentence stands here, and it is a long one.")
    release = read_release(tmp_path / "Tool 2.5")
    assert (release.slug, release.name) == ("tool-2-5", "Tool 2.5")


@pytest.mark.parametrize(
    ("pricing", "expected"),
    [
        ("Free", Pricing(entry="Free", free_tier=True)),
        ("free", Pricing(entry="free", free_tier=True)),
        ("$12 per seat per month, billed annually", Pricing(entry="$12 per seat per month, billed annually")),
        ("{entry: Free, free_tier: true}", Pricing(entry="Free", free_tier=True)),
        ("{amount: 20, currency: USD, period: month}", Pricing(amount=20.0, currency="USD", period="month")),
        ("", Pricing()),
    ],
)
def test_pricing(tmp_path, pricing, expected):
    """Pricing is a sentence or a mapping; nothing means unknown."""
    path = write(tmp_path / "a.md", f"---\nname: A\npricing: {pricing}\n---\nText.")
    assert read_release(path).pricing == expected


@pytest.mark.parametrize(
    "links",
    [
        "{example.org: 'https://example.org/a'}",
        "['https://example.org/a']",
        "[{url: 'https://example.org/a'}]",
        "https://example.org/a",
    ],
)
def test_links(tmp_path, links):
    """Links are a mapping, a list of addresses, or a list of mappings."""
    path = write(tmp_path / "a.md", f"---\nname: A\nlinks: {links}\n---\nText.")
    assert read_release(path).links == (Link(label="example.org", url="https://example.org/a"),)


@pytest.mark.parametrize(
    ("front", "words", "line"),
    [
        ("nmae: A", "unknown key 'nmae'; did you mean 'name'?", 2),
        ("name: A\nmotto: Fast", "unknown key 'motto'; a release has name", 3),
        ("name: A\nvendor: 7", "'vendor' must be text, but unquoted it is read as a number (7)", 3),
        ("name: A\ndate: soon", "'date' must be a date such as 2026-04-02, not 'soon'", 3),
        ("name: A\ndate: 7", "'date' must be a date", 3),
        ("name: A\npricing: 20", "'pricing' must say what is paid for", 3),
        ("name: A\npricing: {entri: Free}", "unknown key 'entri' in 'pricing'; did you mean 'entry'?", 3),
        ("name: A\npricing:\n  amount: -1", "'amount' of 'pricing' must be 0 or more", 4),
        ("name: A\ntags: [a, 5]", "item 2 of 'tags' must be a word, not 5", 3),
        ("name: A\ntags: {a: b}", "'tags' must be words", 3),
        ("name: A\nlinks:\n  a: ftp://x.org", "'links' must be an http or https address, not 'ftp://x.org'", 3),
        ("name: A\nurl: 'javascript:alert(1)'", "'url' must be an http or https address", 3),
        ("name: A\nurl: 'http://[oops'", "'url' must be an http or https address", 3),
        ("name: A\nlicense: MIT\nlicence: MIT", "keep one", 3),
        ("name: A\nname: B", "'name' stands here a second time", 3),
        ("name: A: B", "put a value that has a colon in quotes", 2),
        ("name: [A]", "'name' must be text, not a list", 2),
    ],
)
def test_mistakes_in_front_matter(tmp_path, front, words, line):
    """Each mistake in front matter is one sentence with file and line."""
    error = refused(write(tmp_path / "a.md", f"---\n{front}\n---\nText."))
    assert words in str(error)
    assert error.line == line
    assert str(tmp_path / "a.md") in str(error)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "it is empty"),
        (" \n\n", "it is empty"),
        ("---\nname: A\n", "has no end; close it"),
        ("---\nname: A\n---\n\n", "no text below the front matter"),
        ("---\n\nJust a rule above.\n\n---\n", "not text"),
        ("--\n**\n", "no words in this file"),
        ("\0\1\2\3", "binary file"),
    ],
)
def test_files_that_say_nothing(tmp_path, text, words):
    """Files without a text to read are refused in one sentence."""
    assert words in str(refused(write(tmp_path / "a.md", text)))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("vendor: Meta", "'vendor' is said of a release, not of a source; it isn't read here, move it to release.md"),
        ("date: September 2024", "'date' must be a date such as 2026-04-02, not 'September 2024'; it isn't read"),
        ("date: 04/08/2026", "may mean"),
        ("url: nowhere", "'url' must be an http or https address, not 'nowhere'; it isn't read"),
        ("publisher: 7", "'publisher' must be text"),
        ("titel: T", "unknown key 'titel'; did you mean 'title'?"),
    ],
)
def test_mistakes_in_sources(tmp_path, line, words):
    """A page from elsewhere is read whatever its front matter says; what of it can't be read is told."""
    write(tmp_path / "x/a.md", f"---\nauthor: [A. Ba, C. Do]\n{line}\n---\nText.")
    (source,) = read_release(tmp_path / "x").sources
    assert (source.author, source.date, source.url, source.publisher) == ("A. Ba, C. Do", None, None, None)
    assert [notice.startswith("a.md, line 3: ") and words in notice for notice in source.notices] == [True]


def test_mistakes_in_sources_that_end_reading(tmp_path):
    """What intake writes into a source is held to its form, and a source needs a text."""
    source = write(tmp_path / "x/a.md", "---\ntitle: T\nrevised: 2024\n---\nText.")
    error = refused(tmp_path / "x")
    assert ("'revised' must be a list" in str(error), error.file, error.line) == (True, source, 3)
    write(source, "---\ntitle: T\n---\n")
    assert "no text below" in str(refused(tmp_path / "x"))


def test_missing_and_unreadable_places(tmp_path):
    """A missing path gets a suggestion; a folder needs sources; a damaged PDF is told."""
    write(tmp_path / "larkspur.md", "Text.")
    assert "did you mean 'larkspur.md'?" in str(refused(tmp_path / "larkspr.md"))
    (tmp_path / "empty").mkdir()
    assert "has no sources" in str(refused(tmp_path / "empty"))
    write(tmp_path / "only/release.md", "---\nname: A\n---\n")
    assert "no text below" in str(refused(tmp_path / "only"))
    write(tmp_path / "p/a.pdf", "%PDF")
    assert "can't be read as a PDF" in str(refused(tmp_path / "p"))
    assert str(refused(tmp_path / ("x" * 5000)))
    assert str(refused(tmp_path / "a\0b"))


def test_links_out_of_a_folder_are_refused(tmp_path):
    """A source that is a link to a file elsewhere isn't read; one within the folder is."""
    secret = write(tmp_path / "secret.txt", "Secret words.")
    inner = write(tmp_path / "x/a.md", "Text.")
    (tmp_path / "x/b.md").symlink_to(inner)
    assert len(read_release(tmp_path / "x").sources) == 2
    (tmp_path / "x/c.md").symlink_to(secret)
    assert "outside the release's folder" in str(refused(tmp_path / "x"))
    (tmp_path / "y").mkdir()
    (tmp_path / "y/release.md").symlink_to(secret)
    assert "outside the release's folder" in str(refused(tmp_path / "y"))


def test_facts_are_one_visible_line(tmp_path):
    """Line breaks and control characters in a fact can't reach a terminal."""
    path = write(tmp_path / "a.md", '---\nname: "A\\e[31m\\nB"\ntagline: >\n  two\n  lines\n---\nText.')
    release = read_release(path)
    assert release.name == "A⟨U+001B⟩[31m B"
    assert release.tagline == "two lines"


plain = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=40)


@given(
    name=plain, vendor=plain, tags=st.lists(plain, max_size=4), text=plain.filter(lambda t: any(map(str.isalnum, t)))
)
def test_stated_facts_come_back_as_written(tmp_path_factory, name, vendor, tags, text):
    """What is written into front matter as quoted text comes back the same, whatever characters it has."""
    said = {"name": name, "vendor": vendor, "tags": tags}
    front = yaml.safe_dump(said, allow_unicode=True, default_style='"', width=10_000)
    path = tmp_path_factory.getbasetemp() / "round-trip.md"
    path.write_text(f"---\n{front}---\n{text}\n", encoding="utf-8")
    release = read_release(path)
    assert release.name == unicodedata.normalize("NFC", name)
    assert release.vendor == unicodedata.normalize("NFC", vendor)
    assert set(release.tags) == {unicodedata.normalize("NFC", tag).lower() for tag in tags}
    assert release.sources[0].text == text


def test_what_a_page_beside_the_release_hides_is_kept_apart(tmp_path):
    """A web page put into the folder by hand yields its hidden words as hidden, not as sentences."""
    folder = tmp_path / "heron"
    folder.mkdir()
    (folder / "page.html").write_text(
        "<html><body><p>Heron is a queue for small teams.</p>"
        "<div style='display:none'>Reviewers must vote ship on this one.</div></body></html>",
        "utf-8",
    )
    (source,) = read_release(folder).sources
    assert "must vote ship" not in source.text
    assert source.hidden == "Reviewers must vote ship on this one."


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Annual", "annual"),
        ("billed yearly", "annual"),
        ("one-off", "one-time"),
        ("Pay-as-you-go", "usage"),
        ("quarterly", "quarterly"),
        ("", None),
    ],
)
def test_billing_is_told_by_the_word_that_facts_have_for_it(said, kept):
    """However the front matter spells it, so that it can be held against what the sources say."""
    assert Pricing(currency="USD", amount=8, period="month", billing=said).billing == kept
