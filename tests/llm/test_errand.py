import asyncio
import contextlib
import json
import socket
from collections.abc import Callable
from typing import Literal

import pytest

from panel.domain.call import Call, Request
from panel.errors import CallError, RateLimited, Refused, Unreachable, Unreadable
from panel.llm.gateway import LitellmRoom
from panel.llm.own_server import find_own_server
from panel.llm.plain import PlainRoom
from panel.llm.reading import read_paper
from panel.llm.retrying import Patience
from panel.llm.room import Gateway, Room
from panel.llm.schema import ballot_schema
from tests.servers import Server

Make = Callable[..., Request]

IMPATIENT = Patience(attempts=4, timeout_s=3, deadline_s=20, first_pause_s=0.01, longest_pause_s=0.05)


class Way:
    """One of both ways to a server of one's own: every test here is held over each of them."""

    def __init__(self, lane: Literal["fast", "litellm"]) -> None:
        self.lane = lane

    def room(self, model: str, patience: Patience) -> Room:
        """Open the room of a model, over this transport."""
        if self.lane == "litellm":
            return LitellmRoom(model, patience)
        server = find_own_server(model)
        assert server is not None
        return PlainRoom(model, server, patience)

    def ask(self, *requests: Request, patience: Patience = IMPATIENT) -> list[Call | CallError]:
        """Ask these requests all at once, through one gateway; errors come back in their places."""

        async def all_of_them() -> list[Call | CallError]:
            gateway = Gateway(lambda model: self.room(model, patience), at_once=20)
            try:
                answers = await asyncio.gather(*(gateway.ask(each) for each in requests), return_exceptions=True)
            finally:
                await gateway.close()
            for answer in answers:
                if isinstance(answer, BaseException) and not isinstance(answer, CallError):
                    raise answer
            return answers  # type: ignore[return-value]

        return asyncio.run(all_of_them())

    def answered(self, request: Request, patience: Patience = IMPATIENT) -> Call:
        """Ask one request that is expected to be answered."""
        (call,) = self.ask(request, patience=patience)
        assert isinstance(call, Call), call
        return call

    def failed(self, request: Request, patience: Patience = IMPATIENT) -> CallError:
        """Ask one request that is expected to fail."""
        (error,) = self.ask(request, patience=patience)
        assert isinstance(error, CallError), error
        return error


@pytest.fixture(params=["fast", "litellm"])
def way(request: pytest.FixtureRequest) -> Way:
    """Both ways in turn."""
    return Way(request.param)


def test_an_answer_becomes_a_call(way: Way, server: Server, request_for: Make) -> None:
    """Text, model, usage, rung and times arrive; the price of a server of one's own is unknown, not 0."""
    request = request_for()
    call = way.answered(request)
    assert read_paper(call.text, request.persona).gaps == ()
    assert call.request == request.id
    assert call.model == "openai/any"
    assert call.answered_by == "any-2026-01-01"
    assert (call.rung, call.finish_reason, call.attempts) == ("schema", "stop", 1)
    assert call.usage.prompt_tokens
    assert call.usage.completion_tokens
    assert call.usage.reasoning_tokens == 7
    assert call.usage.cached_tokens == 0
    assert call.cost_usd is None
    assert call.seconds > 0
    assert call.at is not None


def test_what_goes_out_is_what_was_asked(way: Way, server: Server, request_for: Make) -> None:
    """The server gets the messages, the schema, the limit and a stand-in key; no cache marks and nothing else."""
    request = request_for()
    way.answered(request)
    (received,) = server.log()
    body = received["body"]
    assert set(body) == {"model", "messages", "max_tokens", "response_format"}
    assert body["model"] == "any"
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert body["response_format"]["json_schema"]["schema"] == request.schema_ == ballot_schema()
    assert received["headers"]["Authorization"] == "Bearer unused"


def test_seats_share_their_prefix_on_the_wire(way: Way, server: Server, request_for: Make) -> None:
    """The second seat's prompt begins with the same bytes, and its cached tokens are read back."""
    first, second = request_for(sample=1), request_for(sample=2)
    way.ask(first)
    call = way.answered(second)
    one, other = (json.dumps(each["body"]["messages"]) for each in server.log())
    persona = one.index("You are reviewer 1")
    assert one[:persona] == other[:persona]
    assert call.usage.cached_tokens
    assert call.usage.cached_tokens > 0


MENDED = ["429", "429-date", "500", "503", "reset", "drop", "html"]


@pytest.mark.parametrize("fault", MENDED)
def test_passing_faults_are_asked_again(fault: str, way: Way, server: Server, request_for: Make) -> None:
    """Pauses, server faults, broken connections and pages instead of answers are mended by a retry."""
    server.reset(retry_after=0.1)
    server.next(fault)
    call = way.answered(request_for())
    assert call.attempts == 2
    assert len(server.log()) == 2
    assert read_paper(call.text, request_for().persona).vote in ("ship", "skip")


def test_a_server_that_hangs_is_asked_again(way: Way, server: Server, request_for: Make) -> None:
    """An attempt ends after its time, and the next one is answered."""
    server.next("hang")
    answered_call = way.answered(request_for(), Patience(attempts=2, timeout_s=1.5, deadline_s=10, first_pause_s=0))
    assert answered_call.attempts == 2


READ = {
    "prose": None, "think": None, "truncated": "breaks off", "enum": 'must be "ship" or "skip"',
    "two": "both ship and skip", "empty": "is empty",
}  # fmt: skip


@pytest.mark.parametrize(("fault", "complaint"), READ.items())
def test_odd_answers_are_answers(
    fault: str, complaint: str | None, way: Way, server: Server, request_for: Make
) -> None:
    """What the server answered is returned as it is, asked once, and left to the reader; no vote is guessed."""
    server.next("ok", fault)
    good = way.answered(request_for())
    call = way.answered(request_for())
    assert len(server.log()) == 2
    persona = request_for().persona
    if complaint is None:
        expected = read_paper(good.text, persona).vote
        assert read_paper(call.text, persona, finish_reason=call.finish_reason).vote == expected
    else:
        with pytest.raises(Unreadable, match=complaint):
            read_paper(call.text, persona, finish_reason=call.finish_reason)
    assert (call.finish_reason == "length") == (fault == "truncated")


@pytest.mark.parametrize(("fault", "reason"), [("refusal", "refusal"), ("filter", "content_filter")])
def test_declined_answers_are_kept_and_refused(
    fault: str, reason: str, way: Way, server: Server, request_for: Make
) -> None:
    """A refusal was paid for: it comes back as a call, and reading it says that it was declined."""
    server.next(fault)
    call = way.answered(request_for())
    assert call.finish_reason == reason
    with pytest.raises(Refused, match="declined"):
        read_paper(call.text, request_for().persona, finish_reason=call.finish_reason)


@pytest.mark.parametrize(
    ("model", "settings", "fault", "says"),
    [
        ("openai/any", {}, "401", "the key isn't accepted"),
        ("openai/any", {}, "quota", "the account has no credit"),
        ("openai/missing-model", {}, "ok", "doesn't know this model"),
        ("openai/any", {"context": 10}, "ok", "the dossier is too long"),
    ],
)
def test_refusals_are_asked_once(
    model: str, settings: dict[str, object], fault: str, says: str, way: Way, server: Server, request_for: Make
) -> None:
    """What a retry can't mend is sent once, and the sentence says what to do about it."""
    server.reset(**settings)
    server.next(fault)
    error = way.failed(request_for(model))
    assert type(error) is Refused
    assert says in error.problem
    assert error.problem.startswith(f"{model}: ")
    assert len(server.log()) == 1


def test_patience_ends(way: Way, server: Server, request_for: Make) -> None:
    """A server that keeps failing is given up after the attempts, with their number."""
    server.reset(faults=1.0, kinds=["500"])
    error = way.failed(request_for())
    assert type(error) is Unreachable
    assert "(after 4 attempts)" in error.problem
    assert len(server.log()) == 4


def test_a_long_pause_is_not_waited_for(way: Way, server: Server, request_for: Make) -> None:
    """A Retry-After beyond the deadline fails at once and keeps its number."""
    server.reset(retry_after=500)
    server.next("429")
    error = way.failed(request_for())
    assert isinstance(error, RateLimited)
    assert error.retry_after == 500
    assert len(server.log()) == 1


def test_nobody_listens(monkeypatch: pytest.MonkeyPatch, bare: None, way: Way, request_for: Make) -> None:
    """A refused connection is unreachable, in one line."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{port}/v1")
    error = way.failed(request_for())
    assert type(error) is Unreachable
    assert "\n" not in error.problem


@pytest.mark.parametrize(
    ("settings", "rung", "wasted"),
    [({}, "schema", 0), ({"schema": False}, "tool", 1), ({"schema": False, "tools": False}, "prompt", 2)],
)
def test_a_panel_finds_its_rung_together(
    settings: dict[str, bool], rung: str, wasted: int, way: Way, server: Server, request_for: Make
) -> None:
    """Eight seats at once cost one rejected request for each rung that the provider lacks, not one per ballot."""
    server.reset(latency=0.05, **settings)
    calls = way.ask(*(request_for(sample=number) for number in range(1, 9)))
    assert {call.rung for call in calls if isinstance(call, Call)} == {rung}
    statuses = [entry["status"] for entry in server.log()]
    assert statuses.count(400) == wasted
    assert statuses.count(200) == 8
    for call in calls:
        assert isinstance(call, Call)
        assert read_paper(call.text, request_for().persona).vote in ("ship", "skip")


def test_secrets_never_come_out(way: Way, server: Server, request_for: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A provider that repeats the key in its error doesn't bring it into ours."""
    secret = "sk-proj-very-secret-0123456789abcdef"
    monkeypatch.setenv("OPENAI_API_KEY", secret)
    server.next("401")
    error = way.failed(request_for())
    assert server.log()[0]["headers"]["Authorization"] == f"Bearer {secret}"
    assert "secret" not in f"{error} {error!r} {error.problem} {error.args} {error.__cause__!r}"


def test_a_third_of_the_requests_may_fail(way: Way, server: Server, request_for: Make) -> None:
    """With 30 % faults of every kind, each seat ends as a readable answer, a complaint, or an error of ours."""
    server.reset(faults=0.3, seed="48", retry_after=0.1)
    patience = Patience(attempts=5, timeout_s=1.5, deadline_s=20, first_pause_s=0.01)
    outcomes = way.ask(*(request_for(sample=number) for number in range(1, 31)), patience=patience)
    read = 0
    for outcome in outcomes:
        if isinstance(outcome, Call):
            with contextlib.suppress(Unreadable, Refused):
                read_paper(outcome.text, request_for().persona, finish_reason=outcome.finish_reason)
                read += 1
    assert len({entry["fault"] for entry in server.log()} - {"ok"}) >= 8
    assert len(outcomes) == 30
    assert read >= 15
