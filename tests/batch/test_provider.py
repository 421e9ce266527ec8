"""Ballots in bulk, through the engine, against servers that speak OpenAI's and Anthropic's batch protocols."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from panel.errors import CallError, DeclarationError
from tests.batch.bulk_places import PLACES, There, at, sent, spent, workspace

VARIABLES = ("OPENAI", "ANTHROPIC", "HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy", "SHIPSKIP")


@pytest.fixture(scope="module", params=PLACES.values(), ids=PLACES)
def _running(request: pytest.FixtureRequest) -> Iterator[There]:
    with at(request.param) as there:
        yield there


@pytest.fixture
def there(_running: There, monkeypatch: pytest.MonkeyPatch) -> There:
    """A place with nothing under way, and the variables that lead there."""
    for name in [name for name in os.environ if name.startswith(VARIABLES)]:
        monkeypatch.delenv(name)
    for name, value in _running.environment().items():
        monkeypatch.setenv(name, value)
    _running.server.reset()
    return _running


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
    import urllib.request

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
