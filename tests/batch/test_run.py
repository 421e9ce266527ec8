"""Runs: every release gets its verdict, nothing is asked twice, and what is wrong with one release stays its own."""

import asyncio
import datetime as dt
import json
import tracemalloc

import pytest

from panel.batch.entry import Entry
from panel.batch.nouns import Caps, Wanted
from panel.batch.run import run_batch
from panel.batch.stop import Stop
from tests.batch.runs import MODEL, make_workspace, questions, run, text_of, twice


def records(home):
    """The bytes and times of everything under ``verdicts/``."""
    return {
        str(path.relative_to(home.root)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(home.verdicts_folder.rglob("*"))
        if path.is_file()
    }


def test_every_release_gets_its_verdict_and_the_second_run_asks_nothing(tmp_path, server):
    """Twenty releases before five seats; run again, everything stands and nothing is touched."""
    home = make_workspace(tmp_path, 20)
    summary, told, _ = run(home, seats="all", at_once=50, workers=1)
    assert (summary.done, summary.failed, summary.asked, summary.exit_code) == (20, 0, 100, 0)
    assert {each.slug for each in told} == {f"tool-{number:03}" for number in range(20)}
    assert all(each.seats == 5 and each.asked == 5 for each in told)
    assert twice(server) == 0
    before = records(home)
    server.reset()
    again, told, _ = run(home, seats="all", at_once=50)
    assert (again.unchanged, again.asked, again.done) == (20, 0, 0)
    assert all(each.state == "unchanged" and each.seats == 5 for each in told)
    assert server.log() == []
    assert records(home) == before


def test_without_its_journal_a_finished_batch_is_known_by_its_verdicts(tmp_path, server):
    """Who clones a workspace with verdicts, but without ledger and journal, pays for nothing again."""
    home = make_workspace(tmp_path, 5)
    run(home)
    before = records(home)
    for file in (tmp_path / ".shipskip").iterdir():
        file.unlink()
    server.reset()
    summary, _, _ = run(home)
    assert (summary.unchanged, summary.asked) == (5, 0)
    assert server.log() == []
    assert records(home) == before


def test_a_fifth_of_the_answers_may_fail(tmp_path, server):
    """With faults in 20 % of the answers every release still gets its verdict; what is spoiled says so."""
    server.reset(faults=0.2, retry_after=0.05, latency=0.02)
    home = make_workspace(tmp_path, 20, "[calls]\ntimeout_s = 3\n")
    summary, told, _ = run(home, seats="all", at_once=40)
    assert (summary.releases, summary.done, summary.failed) == (20, 20, 0)
    for each in told:
        verdict = home.verdict(each.slug)
        assert len(verdict.ballots) + len(verdict.spoiled) == 5
        assert each.spoiled == len(verdict.spoiled)
    assert summary.exit_code == (1 if summary.spoiled else 0)


def test_one_bad_release_fails_alone(tmp_path, server):
    """A release that can't be read is told with its file and line; all others are heard."""
    home = make_workspace(tmp_path, 3)
    (tmp_path / "releases" / "bad.md").write_text("---\nname: Bad\nvendor: [1\n---\nWords.\n")
    (tmp_path / "releases" / "empty.md").write_text("")
    summary, told, _ = run(home)
    failed = {each.slug: each.reason for each in told if each.state == "failed"}
    assert set(failed) == {"bad", "empty"}
    assert "bad.md, line" in failed["bad"]
    assert "empty.md" in failed["empty"]
    assert (summary.done, summary.failed, summary.exit_code) == (3, 2, 1)


def test_rows_are_releases(tmp_path, server):
    """JSONL and CSV rows hold releases inline, or name files; each bad row fails alone, with its line."""
    home = make_workspace(tmp_path, 1)
    rows = [
        json.dumps({"name": "Inline One", "vendor": "Acme", "text": text_of(1), "tags": ["apis"]}),
        "",
        json.dumps({"slug": "two", "name": "Two", "sources": [text_of(2), {"text": text_of(3), "title": "News"}]}),
        "{not json",
        json.dumps({"name": "No Text"}),
        json.dumps({"release": "releases/tool-000.md"}),
        json.dumps({"release": "nowhere.md"}),
        json.dumps({"name": "Odd", "text": text_of(1), "colour": "red"}),
    ]
    (tmp_path / "list.jsonl").write_text("\n".join(rows))
    (tmp_path / "list.csv").write_text(f'name,vendor,text\nComma,Acme,"{text_of(4)}"\nShort,Acme\nLong,a,b,c\n')
    _, told, _ = run(home, "list.jsonl", "list.csv")
    state = {(each.place.removeprefix(str(tmp_path) + "/"), each.slug): each for each in told}
    done = {slug for (_, slug), each in state.items() if each.state == "done"}
    assert done == {"inline-one", "two", "tool-000", "comma"}
    reasons = [each.reason for each in told if each.state == "failed"]
    for line, what in ((4, "JSON"), (5, "text"), (7, "nowhere.md"), (8, "colour")):
        assert any(f"list.jsonl, line {line}:" in reason and what in reason for reason in reasons), (line, reasons)
    for line in (3, 4):
        assert any(f"list.csv, line {line}:" in reason for reason in reasons), (line, reasons)
    assert len(home.verdict("two").release.sources) == 2
    again, _, _ = run(home, "list.jsonl", "list.csv")
    assert (again.unchanged, again.asked) == (4, 0)


def test_two_releases_of_one_name_are_no_secret(tmp_path, server):
    """A release named twice is heard once; another one of its name fails, and nothing is overwritten."""
    home = make_workspace(tmp_path, 2)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "tool-000.md").write_text("Something else entirely, with words.\n")
    summary, told, _ = run(home, "releases/*.md", "releases/tool-001.md", "more/*.md")
    assert (summary.done, summary.failed) == (2, 1)
    (failed,) = [each for each in told if each.state == "failed"]
    assert "another release of this run is named 'tool-000'" in failed.reason
    assert home.verdict("tool-000").release.name == "Tool 0"


def test_an_edited_verdict_stays(tmp_path, server):
    """A verdict that an editor has worked on is kept while the panel would be asked the same."""
    home = make_workspace(tmp_path, 2)
    run(home)
    record = home.verdict_file("tool-000")
    data = json.loads(record.read_text())
    data["state"] = "edited"
    record.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n")
    before = record.read_bytes()
    server.reset()
    summary, _, _ = run(home)
    assert (summary.kept, summary.unchanged, summary.asked) == (1, 1, 0)
    assert record.read_bytes() == before
    again, _, _ = run(home)
    assert again.kept == 1


def test_a_provider_that_is_down_spoils_no_verdict(tmp_path, server):
    """Where no seat can be reached nothing is stored, and the run ends instead of failing a million releases."""
    home = make_workspace(tmp_path, 40, "[calls]\nattempts = 1\ntimeout_s = 30\n")
    server.reset(faults=1.0, kinds=["500"], latency=0)
    summary, told, _ = run(home, at_once=2)
    assert summary.stopped == "unreachable"
    assert summary.exit_code == 1
    assert all(each.state == "failed" and each.kind == "Unreachable" for each in told)
    assert 10 <= len(told) < 40
    assert not list(home.verdicts_folder.glob("*"))
    server.reset(latency=0)
    summary, _, _ = run(home, at_once=20)
    assert (summary.done, summary.failed) == (40, 0)


def test_what_failed_in_passing_is_asked_again(tmp_path, server):
    """The next run asks only for the seats that a provider's fault had spoiled."""
    home = make_workspace(tmp_path, 1, "[calls]\nattempts = 1\ntimeout_s = 30\n")
    server.next("500")
    first, told, _ = run(home)
    assert (first.done, first.spoiled, told[0].spoiled_by) == (1, 1, ("Unreachable",))
    server.reset()
    second, told, _ = run(home)
    assert (second.asked, second.spoiled, told[0].from_ledger) == (1, 0, 3)
    assert home.verdict("tool-000").tally.spoiled == 0


def test_a_stop_finishes_what_is_under_way(tmp_path, server):
    """Asked to end, a run begins nothing new; what it began is whole, and the next run does the rest."""
    home = make_workspace(tmp_path, 30)
    stop = Stop()
    told = []

    def tell(outcome):
        told.append(outcome)
        stop.now("interrupted", "enough")

    entries = [
        Entry(place=path.name, slug=path.stem, path=path, content="x")
        for path in sorted((tmp_path / "releases").iterdir())
    ]
    summary = asyncio.run(run_batch(home, entries, Wanted(workers=0, at_once=8), tell=tell, stop=stop))
    assert summary.stopped == "interrupted"
    assert summary.exit_code == 130
    assert summary.left is None
    assert 0 < len(told) < 30
    assert all(home.verdict(each.slug).tally.seats == 4 for each in told)
    rest, _, _ = run(home, at_once=50)
    assert rest.releases == 30
    assert twice(server) == 0


def test_a_deadline_ends_a_run(tmp_path, server):
    """After the deadline nothing is begun; the exit code says that there is more to do."""
    home = make_workspace(tmp_path, 3)
    summary, told, _ = run(home, caps=Caps(until=dt.datetime.now(dt.UTC)))
    assert (summary.stopped, summary.exit_code, told) == ("deadline", 3, [])
    assert server.log() == []


def test_a_stream_is_never_held(tmp_path):
    """Six thousand releases from a generator take hardly more memory than two thousand."""
    home = make_workspace(tmp_path, 1)
    run(home, models=("builtin",))
    path, peaks = tmp_path / "releases" / "gone.md", []
    for releases in (500, 2_000, 6_000):
        entries = (
            Entry(place=f"row {number}", slug=f"r{number}", path=path, problem="it isn't there")
            for number in range(releases)
        )
        tracemalloc.start()
        summary = asyncio.run(run_batch(home, entries, Wanted(models=("builtin",), workers=0)))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert summary.failed == releases
    assert peaks[2] < 1.5 * peaks[1]  # what is remembered of each is 16 bytes and their place in two sets


@pytest.mark.parametrize("model", [MODEL])
def test_models_take_turns_and_share_nothing(tmp_path, server, model):
    """A jury of two models asks both of them as often."""
    home = make_workspace(tmp_path, 4)
    summary, _, _ = run(home, models=(model, "hosted_vllm/other"), seats="skeptic", at_once=4)
    asked = [each["body"]["model"] for each in server.log()]
    assert (asked.count("any"), asked.count("other"), summary.asked) == (4, 4, 8)
    assert len(questions(server)) == 8


def test_a_provider_that_asks_for_pauses_spoils_nothing(tmp_path, server):
    """A third of the requests is refused with 429 and Retry-After: they are asked again until they are answered."""
    server.reset(faults=0.33, kinds=["429"], retry_after=0.05, latency=0.01)
    home = make_workspace(tmp_path, 6, "[calls]\nattempts = 1\n")
    summary, _, _ = run(home, at_once=20)
    assert (summary.done, summary.spoiled, summary.failed, summary.asked) == (6, 0, 0, 24)
    assert summary.pauses["hosted_vllm"] == len(server.log()) - 24 > 0


def test_a_rate_that_is_declared_is_kept(tmp_path, server):
    """[calls.limits] of panel.toml: no second sees more requests than its share, and one second's worth beside."""
    server.reset(latency=0)
    home = make_workspace(tmp_path, 4, "[calls.limits.hosted_vllm]\nrequests_per_minute = 480\n")
    summary, _, _ = run(home, at_once=20)
    at = sorted(each["at"] for each in server.log())
    assert (summary.done, len(at)) == (4, 16)
    assert at[-1] - at[0] > 0.75  # 16 requests at 8 a second, of which 8 may go at once
