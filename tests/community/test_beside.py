"""``votes show`` and ``votes calibration``: panel and readers side by side, compared and never pooled."""

import datetime as dt
import json
from xml.etree import ElementTree

import pytest

from panel.community.calibration import calibration
from panel.community.plot import calibration_svg
from panel.community.standing import standing
from panel.domain.verdict import Event
from tests.community.conftest import DRAFT, PUBLISHED, UNJUDGED
from tests.publish.examples import lamp, qwen, spark, stalled

HEAD = "release,voter,vote,at\n"


def released(verdict, slug, month):
    """Return a verdict as that of another release."""
    release = verdict.release.model_copy(update={"slug": slug, "date": dt.date(2026, month, 5)})
    return verdict.model_copy(update={"release": release, "history": ()})


def readers(ship, skip):
    """Return a standing that is shown from three votes on."""
    return standing(ship, skip, 3)


def test_both_stand_side_by_side_and_disclosed(home, shipskip):
    """Panel and readers each have a column of their own, and the disclosure stands under them."""
    lines = "".join(f"{PUBLISHED},v{n},{'ship' if n < 1 else 'skip'},2026-04-16\n" for n in range(4))
    (home.root / "v.csv").write_text(HEAD + lines)
    shipskip("votes", "import", "v.csv")
    done = shipskip("votes", "show")
    assert done.code == 0
    head, *rows = done.out.splitlines()
    assert head.split("  ")[0] == "Release"
    assert "Panel ship (simulated)" in head
    assert any("100 %" in row and "25 % (4–70 %)" in row and row.endswith("4") for row in rows)
    assert "no person voted" in done.out
    assert "never pooled" in done.out


def test_show_json_keeps_the_two_apart(home, shipskip):
    """In JSON, the panel's tally and the readers' standing are different records."""
    told = shipskip("votes", "show", PUBLISHED, UNJUDGED, "--json").json
    assert [each["release"] for each in told] == [PUBLISHED, UNJUDGED]
    assert told[0]["panel"]["ship_percent"] == 100
    assert (told[0]["readers"]["n"], told[0]["readers"]["percent"], told[1]["panel"]) == (0, None, None)


def test_an_unknown_release_is_told(shipskip):
    """A misspelt slug gets one sentence."""
    done = shipskip("votes", "show", "qwen3-6-27")
    assert (done.code, done.err) == (
        2,
        f"shipskip: there is no release 'qwen3-6-27'; did you mean {PUBLISHED!r}?\n",
    )


def test_sides_are_counted_by_hand():
    """Seven releases: four on the same side, one tie, one with too few votes; every seat has its own count."""
    verdicts = [released(qwen(), f"ship-{n}", 4 if n < 3 else 5) for n in range(6)] + [released(spark(), "skip-1", 5)]
    counted = {f"ship-{n}": readers(9, 1) for n in range(3)}
    counted |= {"ship-3": readers(1, 9), "ship-4": readers(5, 5), "ship-5": readers(1, 1), "skip-1": readers(2, 8)}
    found = calibration(verdicts, counted)
    overall = found.overall
    assert (overall.compared, overall.sided, overall.percent, overall.interval) == (5, 4, 80, (37, 97))
    assert (found.ties, found.waiting) == (1, 1)
    assert [(each.about, each.sided, each.compared, each.percent) for each in found.months] == [
        ("2026-04", 3, 3, None),
        ("2026-05", 1, 2, None),
    ]
    assert [each.compared for each in found.so_far] == [3, 5]
    seats = {each.about: (each.sided, each.compared) for each in found.personas}
    assert seats == {"developer": (4, 5), "skeptic": (4, 5), "futurist": (4, 5), "business": (3, 4), "creator": (0, 1)}
    assert overall.gap == pytest.approx((10 + 10 + 10 + 90 + 5) / 5)


def test_the_month_is_that_of_publication_where_there_is_one():
    """A verdict published in June counts in June, whenever the release came out."""
    event = Event(at=dt.datetime(2026, 6, 2, tzinfo=dt.UTC), who="mira", state="published", why="live")
    verdict = released(qwen(), "thing", 4).model_copy(update={"history": (event,)})
    assert [each.about for each in calibration([verdict], {"thing": readers(9, 1)}).months] == ["2026-06"]


def test_too_little_is_said_and_not_dressed_up():
    """One comparison gives no share; a panel below quorum or at 50 % takes no side."""
    found = calibration([spark(), lamp(), stalled()], {spark().slug: readers(1, 9), stalled().slug: readers(9, 1)})
    assert (found.enough, found.overall.percent, found.waiting) == (False, None, 2)
    assert found.headline.startswith("Too little to say")
    assert "Too little to say: 1 of the 5" in calibration_svg(found)
    assert calibration_svg(calibration([], {})).startswith("<svg")


def test_the_plot_draws_what_the_table_says(home, shipskip):
    """One point per month with enough comparisons, its interval, and a description for those who can't see it."""
    verdicts = [released(qwen(), f"r-{month}-{n}", month) for month in (4, 5, 6) for n in range(6 if month != 5 else 2)]
    for each in verdicts:
        home.save(each)
    lines = [f"{each.slug},v{n},ship,2026-07-01\n" for each in verdicts for n in range(4)]
    (home.root / "v.csv").write_text(HEAD + "".join(lines))
    shipskip("votes", "import", "v.csv")
    done = shipskip("votes", "calibration", "--svg", "plot.svg")
    assert "14 of 14 releases: 100 % (95 % interval 78–100 %)" in " ".join(done.out.split())
    plot = ElementTree.parse(home.root / "plot.svg")
    name = "{http://www.w3.org/2000/svg}"
    assert len(plot.findall(f"{name}circle")) == 2
    assert "2026-05: 2 of 2." in plot.findtext(f"{name}desc")
    words = "".join(plot.getroot().itertext())
    assert "The panel is simulated" in words
    assert "too few" in words
    told = json.loads(shipskip("votes", "calibration", "--json").out)
    assert (told["overall"]["percent"], told["waiting"]) == (100, 2)


def test_no_votes_at_all_is_said(shipskip):
    """A workspace without votes has nothing to calibrate, and that is no error."""
    done = shipskip("votes", "calibration")
    assert (done.code, "Too little to say" in done.out) == (0, True)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        pytest.param(["serve", "--rate", "fast"], "'fast' is no rate", id="rate"),
        pytest.param(["serve", "--origin", "https://a.example/path"], "is no origin", id="origin"),
        pytest.param(["serve", "--url", "ftp://a.example"], "is no address of an endpoint", id="url"),
        pytest.param(
            ["serve", "--host", "203.0.113.1", "--url", "https://v.example"],
            "can't listen at 203.0.113.1:8321",
            id="address",
        ),
        pytest.param(["link", "nope", "--url", "https://v.example"], "there is no release 'nope'", id="release"),
        pytest.param(["link", DRAFT], "nobody says where readers reach the endpoint", id="no url"),
        pytest.param(["link", DRAFT, "--url", "v.example"], "is no address", id="bare host"),
        pytest.param(
            ["link", DRAFT, "--voter", "a", "--count", "2", "--url", "https://v.example"], "makes one link", id="count"
        ),
    ],
)
def test_bad_options_get_one_sentence(home, shipskip, options, says):
    """What an operator gets wrong is told at once, exit code 2."""
    done = shipskip("votes", *options)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert says in done.err


def test_an_open_address_is_pointed_out(home, monkeypatch, shipskip):
    """Whoever listens beyond this machine without TLS is told so; behind a proxy with TLS, not."""

    async def nothing(*_: object) -> None:
        """Stand for the endpoint."""

    monkeypatch.setattr("panel.cli.votes.serve_votes", nothing)
    assert "put a proxy with TLS in front" in shipskip("votes", "serve", "--host", "0.0.0.0").err
    assert shipskip("votes", "serve", "--host", "::", "--url", "https://v.example").err == ""
    assert shipskip("votes", "serve").err == ""


def test_settings_are_the_defaults_of_links(home, shipskip):
    """``panel.toml`` says where readers reach the endpoint; a mistake in it is told with its line."""
    (home.root / "panel.toml").write_text('[votes]\nurl = "https://votes.example.org/v/"\n')
    done = shipskip("votes", "link", DRAFT, "--count", "2")
    assert [line.startswith("https://votes.example.org/v/vote/") for line in done.out.splitlines()] == [True, True]
    assert len(set(done.out.splitlines())) == 2
    (home.root / "panel.toml").write_text("[votes]\nthreshhold = 4\n")
    assert "line 2: unknown key 'threshhold' in 'votes'; did you mean 'threshold'?" in shipskip("votes", "show").err
