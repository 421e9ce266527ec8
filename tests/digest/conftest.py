"""A workspace with a full week (2026-W17), and a digest of it."""

import datetime as dt
from pathlib import Path

import pytest

from panel.domain.verdict import Event
from panel.hearing.compare import compare
from panel.store.records import write_record
from panel.store.workspace import Workspace
from tests.cli.here import runner
from tests.publish.examples import lamp, qwen, spark

WEEK = "2026-W17"
SITE = "https://reviews.example.org/"
TOML = f"""\
[votes]
threshold = 3
[site]
title = "Ship or Skip, weekly"
base_url = "{SITE}"
[digest]
sender = "Ship or Skip, weekly <digest@example.org>"
unsubscribe = "https://reviews.example.org/leave?x=1&y=2"
"""


def went_live(verdict, day, **more):
    """Return a verdict that an editor published on a day."""
    event = Event(at=dt.datetime.combine(day, dt.time(9), dt.UTC), who="mira", state="published", why="went live")
    return verdict.model_copy(update={"state": "published", "history": (event,), **more})


def turned_spark():
    """Muse Spark, judged again after its price was told: the developer ships now."""
    verdict = spark()
    source = verdict.release.sources[0]
    told = "Since April anybody can get a key, at 2 dollars per million tokens."
    source = source.model_copy(update={"hash": "aa" * 32, "cited": {**source.cited, "S1.90": told}})
    first = verdict.ballots[0]
    claim = first.claims[0].model_copy(update={"text": "Anybody can get a key.", "cites": ("S1.90",)})
    ballot = first.model_copy(update={"vote": "ship", "claims": (claim,)})
    tally = verdict.tally.model_copy(
        update={"ship_percent": 50, "ship": 2, "skip": 2, "interval": (25, 100), "headline": "50 % ship: 2 of 4 seats"}
    )
    release = verdict.release.model_copy(update={"sources": (source, *verdict.release.sources[1:])})
    return verdict.model_copy(update={"release": release, "ballots": (ballot, *verdict.ballots[1:]), "tally": tally})


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    """A workspace in whose week 17 Qwen was new, Muse Spark was judged again, and both were compared."""
    (tmp_path / "panel.toml").write_text(TOML)
    home = Workspace(tmp_path)
    fresh, again = went_live(qwen(), dt.date(2026, 4, 21)), went_live(turned_spark(), dt.date(2026, 4, 24))
    home.save(fresh)
    home.save(again)
    home.save(lamp())
    write_record(home.verdict_file("muse-spark").parent / "past" / "1.json", went_live(spark(), dt.date(2026, 4, 9)))
    pair = compare([again, fresh])
    event = again.history[0]
    released = {"state": "published", "history": (event,)}
    write_record(home.comparisons_folder / f"{pair.slug}.json", pair.model_copy(update=released))
    return home


@pytest.fixture
def voted(home: Workspace, shipskip) -> Workspace:
    """The same, after readers voted: on Qwen two of eight would ship, all but one of them in week 17."""
    lines = [f"qwen3-6-27b,r{n},{'ship' if n < 2 else 'skip'},2026-04-22\n" for n in range(7)]
    lines += ["qwen3-6-27b,r7,skip,2026-04-29\n", "muse-spark,r1,skip,2026-04-23\n"]
    (home.root / "v.csv").write_text("release,voter,vote,at\n" + "".join(lines))
    assert shipskip("votes", "import", "v.csv").code == 0
    return home


@pytest.fixture
def shipskip(home: Workspace, monkeypatch, capsys):
    """Return a function that runs the command line in the workspace, in this process."""
    for name in ("SHIPSKIP_SMTP_URL", "SHIPSKIP_SMTP_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    return runner(home.root, monkeypatch, capsys)
