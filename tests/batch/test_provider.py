"""Ballots in bulk, through the engine, against servers that speak OpenAI's and Anthropic's batch protocols."""

import datetime as dt
import json
import os
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path

import pytest

from panel.batch.errands import Errand
from panel.domain.call import Call, Request
from panel.errors import CallError, DeclarationError
from panel.llm.books import Books
from tests.batch.bulk_places import ANTHROPIC, OWN, There, sent, spent, workspace


def test_every_ballot_comes_back_at_the_batch_price(there: There, tmp_path: Path) -> None:
    """One batch holds all that is unanswered; its answers are in the ledger, priced; a second run sends nothing."""
    home = workspace(tmp_path)
    told: list[str] = []
    returned = sent(home, there.place.model, told.append)
    assert (returned.sent, returned.answered, returned.failed) == (12, 12, 0)
    found = spent(home)
    assert (found.calls, there.created()) == (12, 1)
    assert found.usage.prompt_tokens is not None
    assert found.usage.completion_tokens is not None
    prices = {"openai": (0.2e-6, 0.8e-6), "anthropic": (1.5e-6, 7.5e-6)}.get(there.place.name)
    if prices is None:
        assert found.unpriced == 12
    else:  # half of 0.4 and 1.6, and of 3 and 15 US dollars a million; marks cost a quarter more where they write
        plain = found.usage.prompt_tokens * prices[0] + found.usage.completion_tokens * prices[1]
        assert found.unpriced == 0
        assert plain <= found.cost_usd * 1.0001 <= plain * 1.26
    assert any("12 of 12 answers" in each for each in told)
    again = sent(home, there.place.model)
    assert (again.sent, again.answered, there.created()) == (0, 0, 1)
    assert not list((tmp_path / ".shipskip").glob("outgoing*"))


def test_only_what_failed_or_expired_is_sent_again(there: There, tmp_path: Path) -> None:
    """Batches that expire half-way, with errors on single lines: nothing answered is asked for a second time."""
    there.server.reset(expires=7, faults=0.25, kinds=["500", "429"], seed=3)
    home = workspace(tmp_path)
    returned = sent(home, there.place.model)
    answered = there.answered()
    assert returned.failed > 0
    assert set(answered.values()) == {1}
    assert spent(home).calls == len(answered) == returned.answered
    assert there.created() == 3


def test_lines_that_never_succeed_are_given_up(there: There, tmp_path: Path) -> None:
    """What failed three times isn't sent a fourth time: the direct run has to see to it."""
    there.server.reset(faults=1.0, kinds=["500"])
    home = workspace(tmp_path, releases=1)
    returned = sent(home, there.place.model)
    assert (returned.sent, returned.answered, returned.failed) == (12, 0, 12)
    assert sent(home, there.place.model).sent == 0


def test_a_batch_whose_id_was_lost_is_found_again(there: There, tmp_path: Path) -> None:
    """The provider began it and the answer never came: it is looked up before anything is sent again."""
    there.server.reset(creating=["500", "lost"])
    home = workspace(tmp_path)
    returned = sent(home, there.place.model)
    assert (returned.answered, there.created(), set(there.answered().values())) == (12, 1, {1})


def test_structure_is_asked_for_one_rung_lower_where_a_batch_is_refused_for_it(there: There, tmp_path: Path) -> None:
    """Lines that are refused for their JSON schema are sent again without it."""
    there.server.reset(schema=False)
    returned = sent(workspace(tmp_path, releases=1), there.place.model)
    assert (returned.answered, returned.failed, there.created()) == (4, 0, 2)


def test_a_large_docket_goes_in_several_batches(there: There, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No batch has more requests than the provider takes."""
    from panel.llm.bulk.anthropic import AnthropicLane
    from panel.llm.bulk.openai import OpenAILane

    there.server.reset(most=5)
    for lane in (AnthropicLane, OpenAILane):
        monkeypatch.setattr(lane, "limits", lane.limits.model_copy(update={"requests": 5}))
    returned = sent(workspace(tmp_path), there.place.model)
    assert (returned.answered, there.created()) == (12, 3)


def test_a_wrong_key_is_told_before_anything_is_lost(
    there: There, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The provider refuses; with the right key the same run sends everything, once."""
    there.server.reset(key="sk-test-1")
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY"):
        monkeypatch.setenv(name, "sk-wrong")
    home = workspace(tmp_path)
    with pytest.raises(CallError, match="the key isn't accepted"):
        sent(home, there.place.model)
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY"):
        monkeypatch.setenv(name, "sk-test-1")
    assert sent(home, there.place.model).answered == 12
    assert there.created() == 1


def test_a_cancelled_batch_stops_the_run(there: There, tmp_path: Path) -> None:
    """Somebody cancelled it at the provider: the run says so, and the next one sends the rest again."""
    there.server.reset(batch_s=30)
    home = workspace(tmp_path)

    def cancel(sentence: str) -> None:
        if "sent batch" in sentence:
            batch = sentence.split("batch ")[1].split(maxsplit=1)[0]
            url = f"{there.server.url}{there.place.creates}/{batch}/cancel"
            headers = {"x-api-key": "k", "anthropic-version": "2023-06-01"}
            request = urllib.request.Request(url, data=b"", headers=headers)
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            opener.open(request, timeout=10).close()

    with pytest.raises(DeclarationError, match="12 calls were cancelled at the provider"):
        sent(home, there.place.model, cancel)
    there.server.reset()
    assert sent(home, there.place.model).answered == 12


@OWN
def test_a_rejected_file_is_told_and_its_calls_can_be_sent_again(there: There, tmp_path: Path) -> None:
    """Validation failed: the run ends with the provider's own words, and nothing counts as asked."""
    there.server.reset(creating=["invalid"])
    home = workspace(tmp_path)
    with pytest.raises(DeclarationError, match=r"rejected batch .*not parseable as valid JSON"):
        sent(home, there.place.model)
    assert sent(home, there.place.model).answered == 12


@OWN
def test_a_full_queue_is_waited_for(there: There, tmp_path: Path) -> None:
    """The provider has no room: the calls are sent again in smaller batches, and none is given up."""
    there.server.reset(creating=["crowded"] * 4)
    told: list[str] = []
    assert sent(workspace(tmp_path), there.place.model, told.append).answered == 12
    assert sum("has no room" in each for each in told) == 4
    assert set(there.answered().values()) == {1}


@ANTHROPIC
def test_a_strangers_batch_of_the_same_size_is_not_taken_for_ours(there: There, tmp_path: Path) -> None:
    """Anthropic keeps no name of ours: a batch of as many requests, made meanwhile, turns out not to be the one."""
    params = {"model": "claude-x", "max_tokens": 5, "messages": [{"role": "user", "content": "Hello"}]}
    theirs = [{"custom_id": f"theirs-{number}", "params": params} for number in range(12)]
    request = urllib.request.Request(
        f"{there.server.url}{there.place.creates}",
        data=json.dumps({"requests": theirs}).encode(),
        headers={"x-api-key": "k", "anthropic-version": "2023-06-01", "Content-Type": "application/json"},
    )
    there.server.reset(creating=["ok", "500"])
    urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10).close()
    home = workspace(tmp_path)
    assert sent(home, there.place.model).answered == 12
    assert spent(home).calls == 12
    assert there.created() == 2


@OWN
def test_a_budget_sends_whole_releases_only(there: There, tmp_path: Path) -> None:
    """What doesn't fit isn't sent, nor is anything after it; what was sent is complete."""
    home, seen = workspace(tmp_path), list[str]()

    def fits(errands: Sequence[Errand]) -> bool:
        seen.append(errands[0].in_bulk[0].dossier.release.slug)
        return len(seen) < 2

    returned = sent(home, there.place.model, fits=fits)
    assert (returned.sent, returned.answered, returned.turned_away) == (4, 4, 2)
    assert seen == ["thing-0", "thing-1", "thing-1"]  # asked about again when what was sent is back


@OWN
def test_a_budget_lets_a_release_in_with_all_its_models(there: There, tmp_path: Path) -> None:
    """Seats of two models are let in together or not at all: no model answers for a release that isn't complete."""
    home, seen = workspace(tmp_path), list[dict[str, int]]()

    def fits(errands: Sequence[Errand]) -> bool:
        seen.append({errand.model: len(errand.in_bulk) for errand in errands})
        return len(seen) < 2

    returned = sent(home, there.place.model, also="openai/other", fits=fits)
    assert (returned.sent, returned.answered, returned.turned_away) == (8, 8, 2)
    assert seen[0] == {there.place.model: 4, "openai/other": 4}


@OWN
def test_what_was_answered_meanwhile_is_not_sent(there: There, tmp_path: Path) -> None:
    """Between the look into the ledger and the sending, somebody else brings an answer: that line stays here."""
    home = workspace(tmp_path)

    def fits(errands: Sequence[Errand]) -> bool:
        books = Books(home.ledger)
        for request in errands[0].in_bulk[:1]:
            books.write([(request, answer_to(request))])
        books.close()
        return True

    returned = sent(home, there.place.model, fits=fits)
    assert returned.sent == 9
    assert max(there.answered().values()) == 1
    assert spent(home).calls == 12


@OWN
def test_what_another_run_asks_directly_is_not_sent(there: There, tmp_path: Path) -> None:
    """A call that is claimed in the ledger right now is left out of the batch; the run that follows waits for it."""
    home, others = workspace(tmp_path), Books(workspace(tmp_path).ledger)

    def fits(errands: Sequence[Errand]) -> bool:
        others.claim({errands[0].in_bulk[0].id: 0})
        return True

    returned = sent(home, there.place.model, fits=fits)
    others.close()
    assert (returned.sent, returned.answered) == (9, 9)


@OWN
def test_a_budget_sets_aside_what_repairs_will_cost(there: There, tmp_path: Path) -> None:
    """Answers that can't be read are asked about before any later release is let in: they are to be repaired."""
    there.server.reset(faults=1.0, kinds=["truncated"])
    home, repairs = workspace(tmp_path), list[int]()

    def fits(errands: Sequence[Errand]) -> bool:
        repairs.append(sum(len(errand.directly) for errand in errands))
        return True

    sent(home, there.place.model, fits=fits)
    assert repairs == [0, 0, 0, 4, 4, 4]


@OWN
def test_what_a_killed_run_left_to_be_uploaded_is_removed_a_day_later(there: There, tmp_path: Path) -> None:
    """Yesterday's folder goes; one of today may be another run's."""
    home = workspace(tmp_path, releases=1)
    for name, age in (("outgoing-old", 100_000), ("outgoing-new", 10)):
        (tmp_path / ".shipskip" / name).mkdir(parents=True)
        os.utime(tmp_path / ".shipskip" / name, (time.time() - age,) * 2)
    sent(home, there.place.model)
    assert [each.name for each in (tmp_path / ".shipskip").glob("outgoing*")] == ["outgoing-new"]


def answer_to(request: Request) -> Call:
    """An answer as another run would store it."""
    return Call(
        request=request.id,
        model=request.recipe.model,
        answered_by=request.recipe.model,
        text="{}",
        at=dt.datetime.now(dt.UTC),
    )
