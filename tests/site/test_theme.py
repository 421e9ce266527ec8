"""Tests of themes and of ``[site]``: the workspace's own files win, and mistakes are told with file and line."""

import json
import re

import pytest

from panel.cli.root import main
from panel.errors import DeclarationError
from panel.publish.pages import verdict_html
from panel.publish.site.build import build_site
from panel.publish.site.ejecting import eject_template
from panel.publish.site.preview import comparison_page, release_page
from panel.publish.site.settings import SiteSettings, read_site_settings
from tests.cli.conftest import Ran
from tests.publish.examples import pair, spark
from tests.site.conftest import BASE
from tests.site.made import workspace

MACROS = """
{% macro disclosed() %}<p>Nobody voted.</p>{% endmacro %}
{% macro rows(site, all, level="h3") %}{% endmacro %}
{% macro feature(site, each) %}{% endmacro %}
{% macro row(site, each, level, vote) %}{% endmacro %}
{% macro pair(site, each, level) %}{% endmacro %}
"""
BARE = "{% extends layout %}{% block title %}{% endblock %}{% block summary %}{% endblock %}{% block page %}\n"
BROKEN = {
    "unknown": ("home", BARE + "\n{{ nobody }}{% endblock %}", "line 3: 'nobody' is unknown"),
    "syntax": ("home", "one\n{% if %}", "line 2: the template can't be read"),
    "include": (
        "home",
        "\n\n{% include 'homee.html.j2' %}",
        "line 3: there is no template 'homee.html.j2'; did",
    ),
    "field": ("verdict", BARE + "{{ sheet.verdict.relese }}{% endblock %}", "line 2: a Verdict has no 'relese'"),
    "sandbox": ("list", "{{ sheaf.__class__.__mro__ }}", "templates run in a sandbox"),
    "macro": ("chrome", "{% macro addresses(site) %}\n{{ 1 / 0 }}\n{% endmacro %}", "line 2: division by zero"),
}
"""What is wrong with a template: its name, its text, what is told."""


@pytest.fixture
def home(tmp_path):
    """A workspace with three verdicts."""
    (tmp_path / "templates").mkdir()
    return workspace(tmp_path, 3, settings="[site]\ncards = false\n")


def own(home, name: str, text: str) -> None:
    """Write a template of the workspace's own."""
    file = home.root / "templates" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def page(home, place: str = "") -> str:
    """Return a built page."""
    return (home.root / "site" / place / "index.html").read_text()


def test_a_workspace_template_builds_on_the_shipped_one(home):
    """A theme changes one block and keeps the rest; only pages that show it are written again."""
    build_site(home)
    own(
        home,
        "methodology.html.j2",
        '{% extends "shipped:methodology.html.j2" %}{% block simulated %}<p>Ours.</p>{% endblock %}',
    )
    again = build_site(home)
    assert "<p>Ours.</p>" in page(home, "methodology/")
    assert "Readers may vote too" in page(home, "methodology/")
    assert again.written == 1


def test_a_changed_macro_rewrites_every_page_that_shows_it(home):
    """What pages import counts as theirs."""
    build_site(home)
    own(
        home,
        "rows.html.j2",
        MACROS,
    )
    assert build_site(home).written > 5
    assert "<p>Nobody voted.</p>" in page(home)
    assert "Nobody voted" not in page(home, "methodology/")


def test_styles_and_files_of_the_workspace_are_taken_over(home):
    """theme.css comes after the shipped style; what stands in static/ is copied, and gone when it goes."""
    build_site(home)
    own(home, "theme.css", "h1 { color: teal; }")
    own(home, "static/logo/mark.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    build_site(home)
    (style,) = (home.root / "site" / "assets").glob("style-*.css")
    assert style.read_text().endswith("h1 { color: teal; }")
    assert style.name in page(home)
    assert (home.root / "site" / "logo" / "mark.svg").is_file()
    (home.root / "templates" / "static" / "logo" / "mark.svg").unlink()
    build_site(home)
    assert not (home.root / "site" / "logo").exists()


@pytest.mark.parametrize(("name", "text", "told"), BROKEN.values(), ids=BROKEN)
def test_a_broken_theme_is_told_in_one_sentence(home, name, text, told):
    """Whatever is wrong with a template, its file and line are named, and the site stays as it was."""
    build_site(home)
    before = page(home)
    own(home, f"{name}.html.j2", text)
    with pytest.raises(DeclarationError) as raised:
        build_site(home)
    assert str(raised.value).startswith(str(home.root / "templates" / f"{name}.html.j2"))
    assert told in str(raised.value)
    assert page(home) == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[site]\ntitel = "x"', r"panel\.toml, line 3: unknown key 'titel'; did you mean 'title'"),
        ("[site]\nper_page = 0", r"panel\.toml, line 3: 'per_page'"),
        ('[site]\n\nbase_url = "example.org"', r"panel\.toml, line 4: 'base_url'"),
        ("site = 3", r"panel\.toml, line 2: 'site' must be a table"),
        ('[site]\ncard_font = "no.ttf"\nbase_url = "https://x.example"', r"panel\.toml: the cards' font '.*no\.ttf'"),
    ],
    ids=["misspelt", "range", "address", "no-table", "font"],
)  # fmt: skip
def test_a_mistake_in_the_settings_is_told_with_its_line(tmp_path, text, told):
    """One sentence, with file and line; nothing is written."""
    home = workspace(tmp_path, 0)
    home.settings_file.write_text(f'seats = ["skeptic"]\n{text}\n')
    with pytest.raises(DeclarationError, match=told):
        build_site(home)


def test_settings_have_defaults(tmp_path):
    """A workspace without panel.toml, and one without [site], have the defaults."""
    home = workspace(tmp_path, 0)
    assert read_site_settings(home) == SiteSettings()
    home.settings_file.unlink()
    assert read_site_settings(home) == SiteSettings()


def test_a_preview_stands_alone_and_looks_like_the_site(home):
    """The desk's preview of a release or comparison has the site's look and loads nothing."""
    for shown in (release_page(home, spark()), comparison_page(home, pair())):
        assert "Skip to the content" in shown
        assert "<style>" in shown
        assert not re.search(r"<script|<link|<img|src=", shown)
    own(home, "theme.css", "h1 { content: '</style><script>alert(1)</script>'; }")
    assert "</style><script>" not in release_page(home, spark())


def test_the_page_beside_the_record_and_the_site_s_share_their_parts(home):
    """The write-up beside the record has the same scorecard as the site's page, and the editor's findings besides."""
    site, alone = release_page(home, spark()), verdict_html(spark())
    for part in (r"<blockquote.*?</blockquote>", r"<ul class=\"claims\">.*?</ul>"):
        assert re.findall(part, site, re.S) == re.findall(part, alone, re.S)
    assert "For the editor" in alone
    assert "For the editor" not in site


def test_the_command_line_builds_and_reports(home, monkeypatch, capsys):
    """Counts on stdout, notices on stderr; --json prints JSON only; a bad address is told with exit code 2."""

    def ran(*words: str) -> Ran:
        monkeypatch.setattr("sys.argv", ["shipskip", *words, "--workspace", str(home.root)])
        with pytest.raises(SystemExit) as left:
            main()
        out = capsys.readouterr()
        return Ran(left.value.code, out.out, out.err)

    first = ran("site", "build")
    assert first.code == 0
    assert "3 verdicts · 0 comparisons" in first.out
    assert "base_url in [site]" in first.err
    second = ran("site", "build", "--json", "--base-url", BASE)
    assert json.loads(second.out)["verdicts"] == 3
    bad = ran("site", "build", "--base-url", "ftp://example.org")
    assert (bad.code, bad.out) == (2, "")
    assert "'ftp://example.org' is no address of a site" in bad.err
    empty = ran("site", "serve", "--out", str(home.root / "nowhere"))
    assert empty.code == 2
    assert "run 'shipskip site build' first" in empty.err


def test_a_shipped_template_is_ejected_once(home):
    """The copy wins from then on, says the same, and is never overwritten; a wrong name is told."""
    build_site(home)
    copy = eject_template(home, "reviewer")
    assert copy == home.root / "templates" / "reviewer.html.j2"
    before = page(home, "reviewers/skeptic/")
    build_site(home)
    assert page(home, "reviewers/skeptic/") == before
    copy.write_text("mine")
    with pytest.raises(DeclarationError, match=r"has its own template 'reviewer\.html\.j2' already"):
        eject_template(home, "reviewer.html.j2")
    assert copy.read_text() == "mine"
    for name in ("reviwer.html.j2", "../pages.py", "/etc/passwd"):
        with pytest.raises(DeclarationError, match="comes with shipskip"):
            eject_template(home, name)


def test_a_release_that_readers_may_vote_on_says_where(home):
    """With an open endpoint the published page links to its own vote; without one there is no such link."""
    build_site(home)
    assert "Vote on it yourself" not in page(home, "releases/amber-bench/")
    with home.settings_file.open("a") as settings:
        settings.write('[votes]\nurl = "https://votes.example.org/"\nopen = true\n')
    again = build_site(home)
    assert 'href="https://votes.example.org/votes/amber-bench"' in page(home, "releases/amber-bench/")
    assert again.written == 3
