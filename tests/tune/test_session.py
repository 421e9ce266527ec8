"""A whole tuning session on the real command line, through a real server: from a gold file to a gated change."""

import subprocess

import pytest

from tests.tune.conftest import MOVES, persona_text

MODEL = ("--model", "openai/planted")
SEATS = ("--seats", "skeptic,developer,futurist")


def git(folder, *arguments):
    """Run git in the workspace."""
    who = ("-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repo(planted):
    """A workspace in a git repository, whose skeptic was right 55 times of 100 and is now right 95 times."""
    home = planted(skeptic=55)
    git(home, "init", "-q")
    git(home, "add", "personas", "panel.toml")
    git(home, "commit", "-qm", "Seat a poor skeptic")
    (home / "personas" / "skeptic.yaml").write_text(persona_text("skeptic", 95, MOVES["skeptic"]))
    git(home, "commit", "-qam", "Teach the skeptic")
    return home


def test_gold_to_gate(shipskip, repo, openai, voters):
    """Gold ranks personas as planted, a better text passes the gate, a worse one shuts it; nothing is paid twice."""
    gold = shipskip("tune", "gold", "gold.csv", *MODEL, *SEATS, "--json", env=openai)
    assert gold.code == 0, gold.err
    by_name = {voter["who"]: voter for voter in gold.json["voters"]}
    assert by_name["skeptic"]["raw"]["value"] > by_name["futurist"]["raw"]["value"]
    assert by_name["always ship"]["kappa"]["value"] == pytest.approx(0, abs=1e-9)
    assert gold.json["people"]["raw"]["value"] == pytest.approx(1 - 0.25 * 2 / 3)
    assert len(voters.log()) == 120

    compare = ("tune", "compare", "--gold", "gold.csv", *MODEL, "--gate")
    better = shipskip(*compare, "--persona", "skeptic@HEAD~1", "skeptic", "--json", env=openai)
    assert better.code == 0, better.err
    (matchup,) = better.json["matchups"]
    assert matchup["answer"] == "better"
    assert len(voters.log()) == 160, "the text as it stands now was paid for by the gold report"

    worse = shipskip(*compare, "--persona", "skeptic", "skeptic@HEAD~1", env=openai)
    assert worse.code == 4
    assert "the gate is shut: skeptic: WORSE" in worse.err
    assert "WORSE" in worse.out
    assert len(voters.log()) == 160


def test_a_text_in_a_file_and_a_sequential_test(shipskip, repo, openai, voters):
    """A draft of any name is compared with today's text, and asking stops as soon as the answer is there."""
    (repo / "draft.yaml").write_text(persona_text("skeptic", 5, MOVES["skeptic"]))
    ran = shipskip(
        "tune", "compare", "--persona", "skeptic", "draft.yaml", "--gold", "gold.csv", *MODEL, "--sequential", "--gate",
        "--json", env=openai,
    )  # fmt: skip
    assert ran.code == 4, ran.err
    (matchup,) = ran.json["matchups"]
    assert matchup["answer"] == "worse"
    assert matchup["stopped_early"]
    assert ran.json["asked"] < 40
    assert len(voters.log()) == 2 * ran.json["asked"]


def test_without_gold_nothing_is_called_better(here, repo, openai):
    """Without people's votes only a change of votes is told."""
    ran = here("tune", "compare", "--persona", "skeptic@HEAD~1", "skeptic", *MODEL, "--json", env=openai)
    assert ran.code == 0, ran.err
    assert ran.json["matchups"][0]["held_to"] == "nothing"
    assert ran.json["matchups"][0]["answer"] in ("ships more", "ships less", "can't tell")


def test_stability(here, planted, openai, voters):
    """Replicates are asked anew, found to flip as planted, and never paid for twice."""
    planted(releases=12, futurist=60)
    asked = ("tune", "stability", "--gold", "gold.csv", *MODEL, "--seats", "skeptic,futurist", "--samples", "4")
    ran = here(*asked, "--wordings", "plain", "--json", env=openai)
    assert ran.code == 0, ran.err
    requests = len(voters.log())
    assert requests == 12 * 2 * 2 * 4
    over = {(each["who"], each["over"]): each for each in ran.json["flips"]}
    for seat, right in (("skeptic", 0.9), ("futurist", 0.6)):
        rate = over[seat, "samples"]["rate"]
        assert rate["low"] <= 2 * right * (1 - right) <= rate["high"]
    assert ("skeptic", "wordings") in over
    sure = {each["who"]: each for each in ran.json["calibration"]}
    assert sure["skeptic"]["brier"]["value"] < sure["futurist"]["brier"]["value"]
    here(*asked, "--wordings", "plain", env=openai)
    assert len(voters.log()) == requests
    here(*asked, "--wordings", "none", "--first", "5", env=openai)
    assert len(voters.log()) == requests + 12 * 2 * 4


def test_distinct_with_a_judge(here, planted, openai):
    """Personas who argue in their own words are told apart by the classifier and by the model."""
    planted(releases=12)
    ran = here("tune", "distinct", *MODEL, *SEATS, "--judge", "openai/judge", "--json", env=openai)
    assert ran.code == 0, ran.err
    judges = {each["judge"]: each for each in ran.json["attributions"]}
    assert judges["classifier"]["right"]["value"] == 1
    assert judges["openai/judge"]["right"]["value"] == 1
    assert judges["openai/judge"]["unread"] == 0
    assert ran.json["alarms"] == []


def test_aggregate(here, planted, openai):
    """A seat that is nearly always right outweighs two that guess, and the weighted panel is recommended."""
    planted(releases=60, people=1, skeptic=97, developer=50, futurist=50)
    ran = here("tune", "aggregate", "gold.csv", *MODEL, *SEATS, "--json", env=openai)
    assert ran.code == 0, ran.err
    ways = {each["method"]: each for each in ran.json["counted"]}
    assert ways["weighted panel"]["recommended"]
    assert ways["weighted panel"]["right"]["value"] > ways["plain percentage"]["right"]["value"]
    assert "beside the plain percentage" in ran.json["advice"]


def test_a_dry_run_asks_nobody(here, planted, openai, voters):
    """``--dry-run`` prints what asking would take."""
    planted(releases=4)
    ran = here("tune", "gold", "gold.csv", *MODEL, *SEATS, "--dry-run", env=openai)
    assert ran.code == 0, ran.err
    assert "12" in ran.out
    assert voters.log() == []
