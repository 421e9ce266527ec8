"""``review`` and ``compare`` as people run them: the builtin reviewer, and a server that speaks OpenAI's protocol."""

import json

import pytest

from panel.domain.verdict import Verdict
from tests.cli.conftest import ROOT
from tests.servers import running

SPARK = ROOT / "releases" / "muse-spark"
QWEN = ROOT / "releases" / "qwen3-6-27b"
FIVE = ["developer", "skeptic", "futurist", "creator", "business"]


@pytest.fixture(scope="module")
def server():
    """A chat-completions server, a process of its own."""
    with running("chat") as chat:
        yield chat


@pytest.fixture
def openai(server):
    """The environment that leads to a fresh server."""
    server.reset()
    return {"OPENAI_BASE_URL": server.base, "OPENAI_API_KEY": "sk-test-only"}


def test_builtin_review_writes_record_and_pages(shipskip, workspace):
    """Without configuration a review prints a scorecard and names the files that it wrote."""
    ran = shipskip("review", SPARK)
    assert ran.code == 0, ran.err
    assert "25 % ship" in ran.out
    folder = workspace / "verdicts" / "muse-spark"
    assert sorted(file.name for file in folder.iterdir()) == ["verdict.html", "verdict.json", "verdict.md"]
    assert "verdicts/muse-spark/verdict.json" in ran.out
    assert not (workspace / ".shipskip").exists(), "nothing was paid for, so there is nothing to keep"


def test_piped_output_has_no_escapes_and_fits_its_width(shipskip, workspace):
    """What goes into a file or a pipe is plain text."""
    ran = shipskip("review", SPARK)
    assert "\x1b" not in ran.out + ran.err
    assert max(map(len, ran.out.splitlines())) <= 100
    assert ran.err == ""


def test_a_second_builtin_review_changes_nothing(shipskip, workspace):
    """The record, its history included, is byte for byte what it was."""
    shipskip("review", SPARK)
    folder = workspace / "verdicts" / "muse-spark"
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert shipskip("review", SPARK).code == 0
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_json_of_one_and_of_many(shipskip, workspace):
    """One release prints its record, several print an array; nothing else is on stdout."""
    one = shipskip("review", SPARK, "--json").json
    assert one["tally"]["ship_percent"] == 25
    many = shipskip("review", SPARK, QWEN, "--json").json
    assert [each["release"]["slug"] for each in many] == ["muse-spark", "qwen3-6-27b"]


def test_five_seats_through_the_protocol_and_a_second_run_without_a_request(shipskip, workspace, server, openai):
    """All five seats vote through a real server; the second run asks nothing and prints the same record."""
    ran = shipskip("review", SPARK, "--model", "openai/any", "--seats", "all", "--json", env=openai)
    assert ran.code == 0, ran.err
    verdict = Verdict.model_validate(ran.json)
    assert sorted(ballot.persona for ballot in verdict.ballots) == sorted(FIVE)
    assert len(server.log()) == 5
    assert verdict.provenance.models != ("builtin",)
    again = shipskip("review", SPARK, "--model", "openai/any", "--seats", "all", "--json", env=openai)
    assert again.json == ran.json
    assert len(server.log()) == 5


def test_the_stored_record_is_the_printed_one(shipskip, workspace, openai):
    """``verdict.json`` holds what ``--json`` printed."""
    ran = shipskip("review", SPARK, "--model", "openai/any", "--json", env=openai)
    stored = json.loads((workspace / "verdicts" / "muse-spark" / "verdict.json").read_text(encoding="utf-8"))
    assert stored == ran.json


def test_nobody_is_asked_where_no_verdict_can_be_written(shipskip, workspace, server, openai):
    """A file in the folder's place is found before the panel is paid; one sentence says which."""
    (workspace / "verdicts").write_text("not a folder")
    ran = shipskip("review", SPARK, "--model", "openai/any", env=openai)
    assert (ran.code, server.log()) == (2, [])
    folder = workspace / "verdicts"
    assert ran.err.splitlines() == [f"shipskip: {folder}: a file stands where a folder should be: move it away"]


def test_replay_answers_from_the_ledger_alone(shipskip, workspace, server, openai):
    """After one paid run, ``replay`` reaches the same votes without any request or key."""
    paid = shipskip("review", SPARK, "--model", "openai/any", "--json", env=openai).json
    asked = len(server.log())
    replayed = shipskip("review", SPARK, "--model", "replay", "--json").json
    assert [b["vote"] for b in replayed["ballots"]] == [b["vote"] for b in paid["ballots"]]
    assert len(server.log()) == asked


def test_faults_end_as_ballots_or_spoiled_ballots(shipskip, workspace, server, openai):
    """With 30 % of requests failing in every way, each seat is accounted for and no raw reply is lost."""
    (workspace / "panel.toml").write_text("[calls]\ntimeout_s = 2\ndeadline_s = 20\nattempts = 3\n")
    spoiled = 0
    for seed in range(4):
        server.reset(faults=0.3, seed=seed)
        ran = shipskip(
            "review", SPARK, "--model", f"openai/any-{seed}", "--seats", "all", "--samples", "2", "--json", env=openai
        )
        record = ran.json
        assert sorted(b["persona"] for b in [*record["ballots"], *record["spoiled"]]) == sorted(FIVE)
        assert ran.code == (1 if record["spoiled"] else 0), ran.err
        samples = [sample for b in [*record["ballots"], *record["spoiled"]] for sample in b["samples"]]
        assert len(samples) == 10
        assert all((sample["vote"] is None) == bool(sample["reason"]) for sample in samples)
        for lost in record["spoiled"]:
            assert lost["reason"]
            assert lost["reply"] or lost["kind"] != "Unreadable"
        spoiled += sum(sample["vote"] is None for sample in samples)
    faults = [entry["fault"] for entry in server.log()]
    assert any(fault != "ok" for fault in faults)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [("truncated", "Unreadable"), ("enum", "Unreadable"), ("empty", "Unreadable"), ("refusal", "Refused")],
)
def test_an_answer_that_stays_bad_is_spoiled_and_never_a_vote(fault, kind, shipskip, workspace, server, openai):
    """A seat whose every answer is bad ends spoiled, with exit code 1 and no percentage."""
    server.next(*[fault] * 12)
    ran = shipskip("review", SPARK, "--model", "openai/any", "--seats", "skeptic", "--json", env=openai)
    record = ran.json
    assert ran.code == 1
    assert record["ballots"] == []
    assert record["tally"]["ship_percent"] is None
    assert record["spoiled"][0]["kind"] == kind


def test_keys_stand_in_no_file(shipskip, workspace, openai):
    """Neither record, page nor ledger holds the key, whether answers came or not."""
    shipskip("review", SPARK, "--model", "openai/any", env=openai)
    for file in workspace.rglob("*"):
        if file.is_file():
            assert b"sk-test-only" not in file.read_bytes(), file


def test_compare_writes_the_side_by_side(shipskip, workspace):
    """The comparison names both, recommends the one that is clearly ahead and names its files."""
    ran = shipskip("compare", SPARK, QWEN)
    assert ran.code == 0, ran.err
    assert "Muse Spark 25 % · Qwen3.6-27B 100 %" in ran.out
    assert "Ship with Qwen3.6-27B" in ran.out
    names = sorted(file.name for file in (workspace / "verdicts" / "compare").iterdir())
    assert names == [f"muse-spark-vs-qwen3-6-27b.{kind}" for kind in ("html", "json", "md")]


def test_compare_of_equals_is_too_close_to_call(shipskip, workspace):
    """Two releases with the same evidence get no recommendation."""
    text = (workspace / "releases" / "good.md").read_text()
    (workspace / "releases" / "twin.md").write_text(text.replace("Good", "Twin"))
    record = shipskip("compare", "good", "twin", "--json").json
    assert record["recommendation"] is None
    assert "Too close to call" in record["bottom_line"]


def test_an_edited_verdict_stands_until_something_changes(shipskip, workspace):
    """What an editor has worked on is neither overwritten nor lost."""
    shipskip("review", "good")
    file = workspace / "verdicts" / "good" / "verdict.json"
    record = json.loads(file.read_text())
    record["state"] = "edited"
    record["ballots"][0]["quote"] = "An editor's words."
    file.write_text(json.dumps(record, indent=2))
    edited = file.read_bytes()

    assert shipskip("review", "good").code == 0
    assert file.read_bytes() == edited

    source = workspace / "releases" / "good.md"
    source.write_text(source.read_text() + "\nIt has no documentation.\n")
    shipskip("review", "good")
    assert file.read_bytes() != edited
    assert (workspace / "verdicts" / "good" / "past" / "1.json").read_bytes() == edited
