"""A built site with something of every kind on it."""

import csv
import datetime as dt
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from panel.community.importing import import_votes
from panel.domain.verdict import Event, Finding
from panel.hearing.compare import compare
from panel.publish.site.build import Built, build_site
from panel.store.workspace import Workspace
from tests.publish.examples import asked, qwen, spark
from tests.publish.hostile import HOSTILE, carrying
from tests.site.made import keep_past, put, put_comparison, put_pair, verdict, workspace

BASE = "https://example.org/v/"
KINDS = {
    "home": "",
    "older": "latest/2/",
    "all": "all/",
    "category": "categories/ai-models/",
    "categories": "categories/",
    "release": "releases/juniper-bench/",
    "voted": "releases/amber-bench/",
    "changed": "releases/harbour-bench/",
    "hostile": "releases/hostile-1/",
    "comparisons": "compare/",
    "comparison": "compare/amber-bench-vs-cobalt-bench/",
    "duel": "compare/muse-spark-vs-qwen3-6-27b/",
    "reviewers": "reviewers/",
    "reviewer": "reviewers/skeptic/",
    "methodology": "methodology/",
    "missing": "404.html",
}
"""One page of every kind."""


class Site(NamedTuple):
    """A built site."""

    home: Workspace
    """Its workspace."""
    out: Path
    """Its folder."""
    built: Built
    """What the build came to."""

    def page(self, place: str) -> str:
        """Return a page's HTML."""
        return (self.out / place / "index.html" if place.endswith("/") or not place else self.out / place).read_text()


def hostile(number: int):
    """Return a published verdict that carries a hostile text everywhere."""
    made = carrying(HOSTILE[number])
    release = made.release.model_copy(update={"slug": f"hostile-{number}"})
    at = dt.datetime(2026, 2, number + 1, tzinfo=dt.UTC)
    event = Event(at=at, who=HOSTILE[number], state="published", why=HOSTILE[number])
    return made.model_copy(update={"release": release, "state": "published", "history": (event,)})


def vote(home: Workspace, release: str, ship: int, skip: int) -> None:
    """Let readers vote."""
    file = home.root / "votes.csv"
    with file.open("w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["release", "voter", "vote", "at"])
        rows.writerows(
            [release, f"reader {n}", "ship" if n < ship else "skip", "2026-03-01"] for n in range(ship + skip)
        )
    import_votes(home, [file])


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Site:
    """A site with verdicts of every kind, hostile texts, comparisons, changed minds and readers' votes."""
    home = workspace(tmp_path_factory.mktemp("workspace"), 30, pairs=3)
    for number in range(len(HOSTILE)):
        put(home, hostile(number))
    found = Finding(kind="unsupported", text="Cut.", passage=HOSTILE[1], resolution="read again and kept")
    put_comparison(home, compare([hostile(1), hostile(8)]).model_copy(update={"findings": (found,)}))
    put(home, verdict(40, state="draft"))
    keep_past(home, verdict(4, votes="ssss"))
    put(home, verdict(4, votes="skks"))
    put_pair(home, verdict(4, votes="skks"), verdict(5))
    for made in (spark(), qwen()):
        put(home, made.model_copy(update={"state": "published"}))
    put_comparison(home, asked(reason=HOSTILE[1]).model_copy(update={"state": "published"}))
    vote(home, "amber-bench", 9, 5)
    vote(home, "cobalt-bench", 2, 1)
    out = home.root / "site"
    built = build_site(home, out=out, base_url=BASE)
    return Site(home, out, built)


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """Where a plain web server shows the site, in a folder as its address says."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def translate_path(self, path):
            return super().translate_path(path.removeprefix("/v"))

    handler = functools.partial(Quiet, directory=str(site.out))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/v/"
        server.shutdown()
        thread.join()
