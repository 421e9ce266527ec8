"""Tests of what machines read: the feed, JSON-LD, the site map, robots, the search index, cards."""

import io
import json
import re

import feedparser
import pytest
from lxml import etree, html

from panel.publish.site.build import build_site
from panel.publish.site.indexes import sitemaps
from tests.needs import needs
from tests.site.atom import ATOM_SCHEMA
from tests.site.conftest import BASE, KINDS, hostile
from tests.site.made import put, verdict, workspace

SCHEMA_ORG = "https://schema.org/"
FORBIDDEN = {"Person", "Review", "UserReview", "CriticReview", "Rating", "AggregateRating", "EmployerAggregateRating"}


def graph(page: str) -> list[dict]:
    """Return the nodes of a page's JSON-LD as an independent reader sees them, with every name spelled out."""
    pytest.importorskip("pyld")
    from pyld import jsonld

    def context(url, _options):
        assert url.rstrip("/") == "https://schema.org"
        ids = dict.fromkeys(("url", "image", "item", "sameAs", "digitalSourceType"), None)
        terms = {name: {"@id": f"{SCHEMA_ORG}{name}", "@type": "@id"} for name in ids}
        return {
            "documentUrl": url,
            "contextUrl": None,
            "contentType": "application/ld+json",
            "document": {"@context": {"@vocab": SCHEMA_ORG, **terms}},
        }

    script = html.fromstring(page).xpath("//script[@type='application/ld+json']/text()")
    assert len(script) == 1
    expanded = jsonld.expand(json.loads(script[0]), {"documentLoader": context})
    return list(jsonld.flatten(expanded, None, {"documentLoader": context}))


def types(nodes: list[dict]) -> set[str]:
    """Return the types of nodes."""
    return {each.removeprefix(SCHEMA_ORG) for node in nodes for each in node.get("@type", [])}


def one(nodes: list[dict], kind: str) -> dict:
    """Return the only node of a type."""
    (found,) = [node for node in nodes if f"{SCHEMA_ORG}{kind}" in node.get("@type", [])]
    return found


def value(node: dict, name: str) -> str:
    """Return a node's only value of a name."""
    (found,) = node[f"{SCHEMA_ORG}{name}"]
    return found.get("@value", found.get("@id"))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("missing", "older")])
def test_json_ld_claims_no_person_and_no_rating(site, kind):
    """An independent reader finds no person, no review and no rating, whatever a source wrote."""
    nodes = graph(site.page(KINDS[kind]))
    assert types(nodes) & FORBIDDEN == set()
    keys = {key for node in nodes for key in node}
    assert not {key for key in keys if re.search(r"rating|review|award", key, re.IGNORECASE)}


@pytest.mark.parametrize("kind", ["release", "comparison"])
def test_json_ld_tells_the_disclosure(site, kind):
    """The article about a release says who really voted, and names how it was made."""
    article = one(graph(site.page(KINDS[kind])), "Article")
    assert "no person voted" in value(article, "abstract")
    assert value(article, "digitalSourceType").endswith("MediaDigitalSource")
    assert value(article, "url") == f"{BASE}{KINDS[kind]}"


def test_json_ld_is_about_the_release(site):
    """The release is a programme or a thing, with its maker; no count is attached to it."""
    nodes = graph(site.page(KINDS["release"]))
    made = site.home.verdict("juniper-bench").release
    (about,) = [
        node
        for node in nodes
        if {f"{SCHEMA_ORG}SoftwareApplication", f"{SCHEMA_ORG}Product"} & {*node.get("@type", [])}
    ]
    assert value(about, "name") == made.name
    assert "%" not in json.dumps(about)
    assert [value(step, "position") for step in nodes if f"{SCHEMA_ORG}ListItem" in step["@type"]] == [1, 2, 3]


def feeds(site) -> list[bytes]:
    """Return every document of the feed, in the order in which its links lead on."""
    found, name = [], "feed.xml"
    while name:
        found.append((site.out / name).read_bytes())
        links = {each["rel"]: each["href"] for each in feedparser.parse(found[-1]).feed.links}
        name = links.get("next", "").removeprefix(BASE)
    return found


def test_the_feed_is_valid_atom(site, tmp_path):
    """Every document of the feed is valid by the schema of RFC 4287."""
    schema = etree.RelaxNG(etree.fromstring(ATOM_SCHEMA))
    many = workspace(tmp_path, 5, settings="[site]\nfeed_entries = 2\n")
    build_site(many, out=tmp_path / "out", base_url=BASE)
    documents = [*feeds(site), *(file.read_bytes() for file in sorted((tmp_path / "out").glob("feed*.xml")))]
    assert len(documents) == 1 + 3
    for each in documents:
        assert schema.validate(etree.fromstring(each)), schema.error_log
    broken = feeds(site)[0].replace(b"<updated>", b"<updated>on ", 1)
    assert not schema.validate(etree.fromstring(broken))


def test_a_feed_reader_gets_every_entry_with_its_disclosure(site, tmp_path):
    """A program that knows feeds reads all verdicts and comparisons over all documents, each with who really voted."""
    entries = [entry for each in feeds(site) for entry in feedparser.parse(each).entries]
    assert len(entries) == site.built.verdicts + site.built.comparisons
    assert len({entry.id for entry in entries}) == len(entries)
    for entry in entries:
        text = entry.content[0].value
        if "hostile" not in entry.link:
            assert "no person voted" in text
        assert entry.link.startswith(BASE)
        assert "<script" not in text
        assert entry.published_parsed
        assert entry.updated_parsed
    many = workspace(tmp_path, 5, settings="[site]\nfeed_entries = 2\n")
    build_site(many, out=tmp_path / "out", base_url=BASE)
    titles = [
        e.title
        for name in ("feed.xml", "feed-2.xml", "feed-3.xml")
        for e in feedparser.parse((tmp_path / "out" / name).read_bytes()).entries
    ]
    assert len(set(titles)) == 5


def test_pages_lead_to_the_feed(site):
    """Every page names the feed, so that readers' programs find it."""
    for place in KINDS.values():
        (link,) = html.fromstring(site.page(place)).xpath("//link[@rel='alternate']/@href")
        assert link.endswith("feed.xml")


def test_the_site_map_has_every_page_and_no_other(site):
    """Each address once, full, and its page there."""
    root = etree.fromstring((site.out / "sitemap.xml").read_bytes())
    found = [loc.text for loc in root.iter("{*}loc")]
    pages = {
        f"{BASE}{file.parent.relative_to(site.out).as_posix()}/".replace("/./", "/")
        for file in site.out.rglob("index.html")
    }
    assert len(found) == len(set(found))
    assert set(found) == pages
    assert f"Sitemap: {BASE}sitemap.xml" in (site.out / "robots.txt").read_text()


def test_a_large_site_map_is_cut_into_several():
    """Beyond what one file may hold there is an index of files."""
    files = dict(sitemaps([(f"{BASE}{n}/", None) for n in range(5)], BASE, most=2))
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    index = etree.fromstring(files["sitemap.xml"])
    assert [loc.text for loc in index.iter("{*}loc")] == [f"{BASE}sitemap-{n}.xml" for n in (1, 2, 3)]
    assert sum(raw.count(b"<loc>") for name, raw in files.items() if name != "sitemap.xml") == 5


def test_drafts_are_kept_from_robots_and_feeds(tmp_path):
    """A site with drafts marks them, says noindex on every page, and has neither feed nor site map."""
    home = workspace(tmp_path, 2)
    put(home, verdict(7, state="draft"))
    built = build_site(home, drafts=True, base_url=BASE)
    assert (built.verdicts, built.waiting) == (3, 0)
    for file in (tmp_path / "site").rglob("*.html"):
        assert '<meta name="robots" content="noindex, nofollow">' in file.read_text()
    assert "Draft" in (tmp_path / "site" / "index.html").read_text()
    assert "Disallow: /\n" in (tmp_path / "site" / "robots.txt").read_text()
    assert not (tmp_path / "site" / "feed.xml").exists()
    assert not (tmp_path / "site" / "sitemap.xml").exists()


def test_cards_are_pictures_of_the_promised_size(site):
    """Each release, each comparison and the site have a card of 1200 × 630 pixels, of less than 100 kB."""
    needs("pillow")
    from PIL import Image

    cards = sorted(site.out.rglob("card.png"))
    assert len(cards) == 1 + site.built.verdicts + site.built.comparisons
    for card in cards:
        raw = card.read_bytes()
        with Image.open(io.BytesIO(raw)) as picture:
            assert picture.size == (1200, 630)
            assert len(raw) < 100_000
            edge = picture.convert("RGB").crop((1130, 20, 1200, 630)).getcolors()
            assert len(edge) == 1, f"{card} has words beyond its edge"
    (named,) = html.fromstring(site.page(KINDS["release"])).xpath("//meta[@property='og:image']/@content")
    assert named == f"{BASE}{KINDS['release']}card.png"


def test_long_names_fit_on_their_card(tmp_path):
    """Names of any length, without spaces and in any script, stay within the card's margins."""
    needs("pillow")
    from PIL import Image

    home = workspace(tmp_path, 0)
    names = ("W" * 400, "Отличная модель " * 20, "とても長い名前" * 30, "a b " * 300, "\u202eevil\u2066")
    for number, name in enumerate(names):
        made = verdict(number)
        release = made.release.model_copy(update={"name": name, "tagline": name, "category": name})
        put(home, made.model_copy(update={"release": release}))
    build_site(home, base_url=BASE)
    cards = sorted((tmp_path / "site" / "releases").rglob("card.png"))
    assert len(cards) == len(names)
    for card in cards:
        with Image.open(card) as picture:
            assert len(picture.convert("RGB").crop((1130, 20, 1200, 630)).getcolors()) == 1


def test_the_search_index_holds_every_verdict(site):
    """One row per verdict, with nothing in it that acts."""
    rows = json.loads((site.out / "search.json").read_bytes())["rows"]
    assert len(rows) == site.built.verdicts
    assert {row[1] for row in rows} == {
        f"{file.parent.relative_to(site.out).as_posix()}/" for file in site.out.glob("releases/*/index.html")
    }
    assert "\u202e" not in json.dumps(rows, ensure_ascii=False)


def test_hostile_texts_reach_no_machine(site):
    """What a source wrote can end neither the JSON-LD's element nor an entry of the feed."""
    for number in range(10):
        made = hostile(number)
        page = site.page(f"releases/{made.slug}/")
        script = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S).group(1)
        assert json.loads(script)["@graph"][0]["about"]["name"]
        assert "<" not in script
