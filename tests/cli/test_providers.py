"""Every provider as people use it: ``shipskip review --model …`` over the provider's own protocol, and back."""

from collections import Counter
from contextlib import contextmanager

import pytest

from tests.cli.conftest import ROOT
from tests.servers import running
from tests.servers.providers import KEY, PROVIDERS

SPARK = ROOT / "releases" / "muse-spark"
QWEN = ROOT / "releases" / "qwen3-6-27b"
SEATS = 5


@contextmanager
def served(provider):
    """Run the provider's server; it wants the key, where there is one."""
    wants = ("--key", KEY) if provider.key else ()
    with running(*provider.server, "--latency", "0.4", *wants) as server:
        yield server


def asked(server):
    """Return the questions that a server got, without what was asked about its models."""
    return [entry for entry in server.log() if "fault" in entry]


@pytest.mark.parametrize("provider", PROVIDERS.values(), ids=PROVIDERS)
def test_a_panel_of_five_and_its_errors(provider, shipskip, workspace):
    """Five ballots come back and are recorded right; a second run pays nothing twice and tells errors apart."""
    (workspace / "panel.toml").write_text("[calls]\nattempts = 1\n")
    with served(provider) as server:
        env = provider.environment(server)
        command = ("--model", provider.model, "--seats", "all", "--json")
        first = shipskip("review", SPARK, *command, env=env)
        assert first.code == 0, first.err
        check_requests(provider, asked(server))
        check_record(provider, first.json)

        server.reset(latency=0.02)
        server.next(*["ok"] * provider.wasted, *(fault for fault, _ in provider.faults))
        second = shipskip("review", SPARK, QWEN, *command, env=env)
        again, other = second.json
        assert again == first.json
        assert len(asked(server)) == SEATS + provider.wasted, "the first release was asked about again"
        check_errors(provider, other, second.code)
    check_secrecy(workspace, first, second)


def check_requests(provider, log):
    """One request goes ahead alone, the others follow together; what is rejected is rejected once."""
    assert len(log) == SEATS + provider.wasted
    assert [entry["status"] for entry in log].count(200) == SEATS
    answered = [entry for entry in log if entry["status"] == 200]
    followers = answered[1:]
    assert all(entry["at"] >= answered[0]["answered"] for entry in followers)
    assert max(entry["at"] for entry in followers) < min(entry["answered"] for entry in followers)


def check_record(provider, record):
    """The record says who answered, how structure was asked for, and what was used and paid."""
    ballots = record["ballots"]
    assert len(ballots) == SEATS
    assert {ballot["model"] for ballot in ballots} == {provider.answered_by}
    assert {ballot["rung"] for ballot in ballots} == {provider.rung}
    used = [ballot["usage"] for ballot in ballots]
    assert all(usage["prompt_tokens"] > 3_000 and usage["completion_tokens"] > 100 for usage in used)
    cached = sorted(usage["cached_tokens"] or 0 for usage in used)
    assert [tokens > 2_000 for tokens in cached] == [False, *[provider.cached] * 4]
    assert all((usage["reasoning_tokens"] or 0) > 0 for usage in used) is provider.reasoning
    costs = [ballot["cost_usd"] for ballot in ballots]
    if provider.priced:
        assert all(costs)
        assert max(costs) > 1.8 * sorted(costs)[-2], "the first seat paid for the prefix, the others didn't"
    else:
        assert costs == [None] * SEATS


def check_errors(provider, record, code):
    """Each fault ends as its kind of error, in words."""
    kinds = Counter(kind for _, kind in provider.faults if kind)
    assert Counter(spoiled["kind"] for spoiled in record["spoiled"]) == kinds
    assert code == (1 if kinds else 0)
    for spoiled in record["spoiled"]:
        assert "{" not in spoiled["reason"], spoiled["reason"]


def check_secrecy(folder, *runs):
    """The key stands in no output and in no file."""
    for ran in runs:
        assert KEY not in ran.out + ran.err
    for file in folder.rglob("*"):
        assert not file.is_file() or KEY.encode() not in file.read_bytes(), file


def test_a_provider_dies_in_the_middle_and_the_panel_still_finishes(shipskip, workspace):
    """One seat is heard, then the first server dies: the other model answers, and the dead one is left alone."""
    (workspace / "panel.toml").write_text("[calls]\nattempts = 1\n")
    with running("chat", "--faults", "1", "--kinds", "reset") as dying, running("chat") as other:
        dying.next("ok")
        env = {"OPENAI_BASE_URL": dying.base, "HOSTED_VLLM_API_BASE": other.base}
        chain = "openai/first else hosted_vllm/second"
        ran = shipskip("review", SPARK, QWEN, "--model", chain, "--seats", "all", "--json", env=env)
        assert ran.code == 0, ran.err
        spark, qwen = ran.json
        assert Counter(ballot["model"] for ballot in spark["ballots"]) == {
            "first-2026-01-01": 1,
            "second-2026-01-01": 4,
        }
        assert {ballot["model"] for ballot in qwen["ballots"]} == {"second-2026-01-01"}
        assert len(asked(dying)) == 5, "the second release wasn't tried on it: three failures in a row were enough"
        assert len(asked(other)) == 9
