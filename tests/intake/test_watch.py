"""Watching feeds: new items become releases, nothing twice, one bad feed alone."""

import datetime as dt
import json
from pathlib import Path

import pytest

from panel.domain.intake import FeedRead, Watched
from panel.errors import DeclarationError
from panel.store.front_matter import part
from panel.store.intake.fetch import Fetcher, Limits
from panel.store.intake.watch import watch
from panel.store.workspace import Workspace
from tests.intake.conftest import Site

NOW = dt.datetime(2026, 5, 1, 12, 0, tzinfo=dt.UTC)
RSS = "application/rss+xml"


def rss(*items: str, title: str = "Quayside") -> str:
    """Return an RSS 2.0 feed."""
    head = f"<title>{title}</title><language>en</language>"
    return f"<?xml version='1.0'?><rss version='2.0'><channel>{head}{''.join(items)}</channel></rss>"


def item(
    name: str, link: str = "", guid: str = "", summary: str = "Out now.", date: str = "Wed, 08 Apr 2026 09:00:00 GMT"
) -> str:
    """Return one item of it."""
    link = f"<link>{link}</link>" if link else ""
    guid = f"<guid isPermaLink='false'>{guid}</guid>" if guid else ""
    said = f"<pubDate>{date}</pubDate><description><![CDATA[{summary}]]></description>"
    return f"<item><title>{name}</title>{link}{guid}{said}</item>"


def atom(*names: str) -> str:
    """Return an Atom feed."""
    entries = "".join(
        f"<entry><id>tag:{n}</id><title>{name}</title><link href='/a/{n}'/>"
        f"<published>2026-04-0{n}T09:00:00Z</published>"
        f"<content type='html'>&lt;p&gt;{name} costs &lt;b&gt;{n} dollars&lt;/b&gt;.&lt;/p&gt;</content></entry>"
        for n, name in enumerate(names, 1)
    )
    start = "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'>"
    return f"{start}<title>Harbour</title>{entries}</feed>"


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    """An empty workspace."""
    (tmp_path / "w").mkdir()
    return Workspace(tmp_path / "w")


def look(home: Workspace, *urls: str, now: dt.datetime = NOW, **options: object) -> Watched:
    """Watch feeds, this machine's own included."""
    said = "".join(f"{key} = {json.dumps(value)}\n" for key, value in options.items())
    path = home.root / "FEEDS.toml"
    path.write_text("".join(f"[[feed]]\nurl = {json.dumps(url)}\n{said}" for url in urls))
    return watch(
        path, home, now=now, fetcher=Fetcher(allow_private=True, limits=Limits(pause_s=0.01, total_s=5, attempts=2))
    )


def one(watched: Watched) -> FeedRead:
    """Return the one feed's reading."""
    (feed,) = watched.feeds
    return feed


def releases(feed: FeedRead) -> list[str | None]:
    """Return the releases that its items went to."""
    return [taken.release for taken in feed.taken]


def test_new_items_become_releases(home: Workspace, site: Site) -> None:
    """Title, link, date, publisher and summary make a source; tags, category and link stand in release.md."""
    url = site.put(
        "/feed", rss(item("Pilot 2", f"{site.url}/pilot", "g1", "<p>It costs <b>18 dollars</b>.</p>")), mime=RSS
    )
    said = one(look(home, url, tags=["ai-model"], category="AI Models"))
    assert (said.outcome, said.title, releases(said)) == ("read", "Quayside", ["pilot-2"])
    release = home.release("pilot-2")
    assert (release.name, release.category, release.tags) == ("Pilot 2", "AI Models", ("ai-model",))
    assert [link.url for link in release.links] == [f"{site.url}/pilot"]
    (source,) = release.sources
    assert (source.title, source.url, source.publisher) == ("Pilot 2", f"{site.url}/pilot", "Quayside")
    assert (source.date, source.language) == (dt.date(2026, 4, 8), "en")
    assert "It costs 18 dollars." in source.text


def test_atom_is_read_too(home: Workspace, site: Site) -> None:
    """Relative links are resolved, content goes before summaries, the oldest item is taken first."""
    said = one(look(home, site.put("/feed", atom("Pilot 2", "Anchor 1.4"), mime="application/atom+xml")))
    assert releases(said) == ["anchor-1-4", "pilot-2"]
    assert home.release("pilot-2").sources[0].url == f"{site.url}/a/1"
    assert "Anchor 1.4 costs 2 dollars." in home.release("anchor-1-4").sources[0].text


def test_nothing_is_taken_twice(home: Workspace, site: Site) -> None:
    """A second reading, a new id for an old link, and even a lost memory add no source."""
    url = site.put("/feed", rss(item("Pilot 2", "https://q.example/1", "g1"), item("No link", guid="g2")), mime=RSS)
    assert len(one(look(home, url)).taken) == 2
    again = one(look(home, url))
    assert (again.taken, again.seen) == ((), 2)
    site.put(
        "/feed", rss(item("Pilot 2!", "https://q.example/1?utm_source=rss", "g9"), item("No link", guid="g2")), mime=RSS
    )
    assert one(look(home, url)).taken == ()
    (home.root / ".shipskip" / "feeds.json").unlink()
    assert {taken.outcome for taken in one(look(home, url)).taken} <= {"unchanged", "revised"}
    assert sorted(home.release_paths()) == ["no-link", "pilot-2"]
    assert len(home.release("pilot-2").sources) == 1


@pytest.mark.parametrize("header", [{"ETag": '"v1"'}, {"Last-Modified": "Wed, 08 Apr 2026 09:00:00 GMT"}])
def test_a_feed_that_has_not_changed_is_not_sent_again(home: Workspace, site: Site, header: dict[str, str]) -> None:
    """What the server gave comes back with the next request; its 304 is no failure."""
    url = site.put("/feed", rss(item("Pilot 2", "https://q.example/1")), mime=RSS, headers=header)
    assert one(look(home, url)).outcome == "read"
    assert one(look(home, url)).outcome == "unchanged"
    asked = site.hits("/feed")[-1]["headers"]
    assert {"If-None-Match", "If-Modified-Since"} & set(asked)


def test_items_beyond_the_most_come_next_time(home: Workspace, site: Site) -> None:
    """What is left isn't forgotten behind the server's "not modified"."""
    feed = rss(*(item(f"Tool {n}", f"https://q.example/{n}") for n in range(5)))
    url = site.put("/feed", feed, mime=RSS, headers={"ETag": '"v1"'})
    first, second, third, fourth = (one(look(home, url, max_items=2)) for _ in range(4))
    assert [(len(each.taken), each.left) for each in (first, second, third)] == [(2, 3), (2, 1), (1, 0)]
    assert fourth.outcome == "unchanged"
    assert len(home.release_paths()) == 5


def test_patterns_choose_items(home: Workspace, site: Site) -> None:
    """An item must match an include pattern, if there are any, and no exclude pattern."""
    feed = rss(
        item("Pilot 2 is out", "https://q.example/1"),
        item("Pilot 2 rumours", "https://q.example/2"),
        item("Weather", "https://q.example/3"),
    )
    said = one(look(home, site.put("/feed", feed, mime=RSS), include=["pilot", "anchor"], exclude=[r"rumou?rs"]))
    assert (releases(said), said.passed_over) == (["pilot-2-is-out"], 2)


def test_one_bad_feed_fails_alone(home: Workspace, site: Site) -> None:
    """A missing feed, a page that is none, and a server in trouble are told; the good feed is read."""
    bad = [f"{site.url}/gone", site.put("/page", "<html><p>hello</p></html>"), site.put("/down", status=500)]
    good = site.put("/feed", rss(item("Pilot 2", "https://q.example/1")), mime=RSS)
    said = look(home, *bad, good)
    assert [feed.outcome for feed in said.feeds] == ["failed", "failed", "failed", "read"]
    assert "is no feed" in (said.feeds[1].problem or "")
    assert said.failed
    assert list(home.release_paths()) == ["pilot-2"]


def test_the_linked_page_is_taken_in_where_that_is_wanted(home: Workspace, site: Site) -> None:
    """With fetch = true the page is the source, with its own publisher and language."""
    link = site.put(
        "/pilot",
        "<html lang=de><body><article><h1>Pilot 2</h1><p>Pilot 2 kostet 18 Euro im Monat.</p></article></body></html>",
    )
    said = one(look(home, site.put("/feed", rss(item("Pilot 2", link)), mime=RSS), fetch=True))
    assert releases(said) == ["pilot-2"]
    (source,) = home.release("pilot-2").sources
    assert ("18 Euro" in source.text, source.language) == (True, "de")


def test_a_linked_page_that_is_away_is_asked_for_again(home: Workspace, site: Site) -> None:
    """First the summary stands in for it; when the page is back, it becomes a revision of the same source."""
    link = site.put("/pilot", status=500)
    url = site.put("/feed", rss(item("Pilot 2", link, summary="Soon more.")), mime=RSS, headers={"ETag": '"v1"'})
    first = one(look(home, url, fetch=True))
    assert "only its summary was taken in" in (first.taken[0].problem or "")
    assert "Soon more." in home.release("pilot-2").sources[0].text
    site.put("/pilot", "<html lang=en><body><h1>Pilot 2</h1><p>It costs 18 dollars a month.</p></body></html>")
    assert [taken.outcome for taken in one(look(home, url, fetch=True)).taken] == ["revised"]
    assert len(home.release("pilot-2").sources) == 1
    assert one(look(home, url, fetch=True)).taken == ()


def test_a_linked_page_that_stays_away_is_given_up(home: Workspace, site: Site) -> None:
    """After three readings nobody asks any more."""
    link = site.put("/pilot", status=404)
    url = site.put("/feed", rss(item("Pilot 2", link)), mime=RSS)
    for _ in range(5):
        look(home, url, fetch=True)
    assert len(site.hits("/pilot")) == 3


def test_a_feed_does_not_lead_into_the_private_network(home: Workspace, site: Site) -> None:
    """Neither the feed nor the pages that it links to are fetched from private addresses without leave."""
    link = site.put("/secret", "<p>secret things stand here</p>")
    feed = site.put("/feed", rss(item("Pilot 2", link)), mime=RSS)

    async def lookup(host: str, port: int) -> list[str]:
        return ["127.0.0.2"]

    path = home.root / "FEEDS.toml"
    path.write_text(
        f'[[feed]]\nurl = "http://feeds.example:{site.port}/feed"\nfetch = true\n[[feed]]\nurl = "{feed}"\n'
    )
    said = watch(path, home, now=NOW, fetcher=Fetcher(lookup=lookup, public=lambda address: address == "127.0.0.2"))
    assert [each.outcome for each in said.feeds] == ["read", "failed"]
    assert "isn't a public address" in (said.feeds[0].taken[0].problem or "")
    assert site.hits("/secret") == []
    assert "secret things" not in home.release("pilot-2").sources[0].text


def test_equal_names_of_one_publisher_are_different_releases(home: Workspace, site: Site) -> None:
    """Weekly items of one name are kept apart by their dates; another publisher's is one more source."""
    weekly = [item("Weekly update", f"https://q.example/{n}", date=f"Wed, 0{n} Apr 2026 09:00:00 GMT") for n in (1, 8)]
    look(home, site.put("/feed", rss(*weekly), mime=RSS))
    assert sorted(home.release_paths()) == ["weekly-update", "weekly-update-2026-04-01"]
    look(home, site.put("/other", rss(item("Weekly update", "https://h.example/1"), title="Harbour"), mime=RSS))
    assert len(home.release("weekly-update").sources) == 2


def test_a_link_that_all_items_share_is_no_identity(home: Workspace, site: Site) -> None:
    """Feeds that link every item to their home page still have different items."""
    said = one(
        look(
            home,
            site.put("/feed", rss(*(item(f"Tool {n}", "https://q.example/", f"g{n}") for n in range(3))), mime=RSS),
        )
    )
    assert len({*releases(said)}) == 3


@pytest.mark.parametrize(
    "feed",
    [
        *("", "<rss>", "<?xml version='1.0'?><rss version='2.0'><channel>", "{}", "\0" * 50, rss()),
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + rss(item("&a;", "https://q.example/1")),
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>"
        + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "]>"
        + rss(item("&i;")),
        rss(item("<![CDATA[\x1b[31m]]>", "javascript:alert(1)")),
        rss(item("Odd dates", "https://q.example/1", date="32 Foo 99999")),
    ],
)
def test_strange_feeds_harm_nothing(home: Workspace, site: Site, feed: str) -> None:
    """Broken, empty and hostile feeds end with a reading or one sentence; no entity is resolved."""
    said = one(look(home, site.put("/feed", feed.encode(), mime=RSS)))
    assert said.outcome in ("read", "failed")
    for path in home.releases_folder.rglob("*.md") if home.releases_folder.exists() else ():
        text = path.read_text("utf-8")
        assert "root:" not in text
        assert "javascript:" not in text
        assert "aaaaaaaaaaaaaaaaaaaaaaaaa" not in text
        part(text, path)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no feed is declared"),
        ("[[feed]]\nurl = 3\n", "a feed needs its address"),
        (
            "[[feed]]\nurl = 'https://q.example/f'\nfetsch = true\n",
            "line 1: unknown key 'fetsch'; did you mean 'fetch'?",
        ),
        ("\n\n[[feed]]\nurl = 'https://q.example/f'\ninclude = ['(']\n", r"line 3: '\(' is no pattern"),
        ("[[feed]]\nurl = 'https://q.example/f'\nmax_items = 0\n", "max_items"),
        ("[[feed]]\nurl = 'ftp://q.example/f'\n", "no http or https address"),
        ("[[feed]]\nurl = 'https://q.example/f'\n" * 2, "declared twice"),
        ("[feed\n", "isn't valid TOML"),
        ("feeds = 1\n", "unknown key 'feeds'; did you mean 'feed'?"),
    ],
)
def test_mistakes_in_the_list_are_told_before_anything_is_fetched(home: Workspace, text: str, problem: str) -> None:
    """Each mistake is one sentence."""
    path = home.root / "FEEDS.toml"
    path.write_text(text)
    with pytest.raises(DeclarationError, match=problem):
        watch(path, home, now=NOW)


def test_a_damaged_memory_is_told(home: Workspace, site: Site) -> None:
    """A record that can't be read stops the reading rather than taking everything in again."""
    (home.root / ".shipskip").mkdir()
    (home.root / ".shipskip" / "feeds.json").write_text("{")
    with pytest.raises(DeclarationError, match="isn't valid JSON"):
        look(home, site.put("/feed", rss(), mime=RSS))
    assert site.hits() == []
