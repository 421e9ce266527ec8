import asyncio
import contextlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from panel.domain.call import Call, Request
from panel.errors import CallError, DeclarationError, RateLimited, Refused, Unreachable, Unreadable
from panel.llm.gateway import LitellmRoom
from panel.llm.reading import read_paper
from panel.llm.retrying import Patience
from panel.llm.room import Gateway
from panel.llm.schema import ballot_schema
from tests.servers import Server

Make = Callable[..., Request]

IMPATIENT = Patience(attempts=4, timeout_s=3, deadline_s=20, first_pause_s=0.01, longest_pause_s=0.05)


def ask(*requests: Request, patience: Patience = IMPATIENT) -> list[Call | CallError]:
    """Ask these requests all at once, through one gateway; errors come back in their places."""

    async def all_of_them() -> list[Call | CallError]:
        gateway = Gateway(lambda model: LitellmRoom(model, patience), at_once=20)
        try:
            answers = await asyncio.gather(*(gateway.ask(each) for each in requests), return_exceptions=True)
        finally:
            await gateway.close()
        for answer in answers:
            if isinstance(answer, BaseException) and not isinstance(answer, CallError):
                raise answer
        return answers  # type: ignore[return-value]

    return asyncio.run(all_of_them())


def answered(request: Request, patience: Patience = IMPATIENT) -> Call:
    """Ask one request that is expected to be answered."""
    (call,) = ask(request, patience=patience)
    assert isinstance(call, Call), call
    return call


def failed(request: Request, patience: Patience = IMPATIENT) -> CallError:
    """Ask one request that is expected to fail."""
    (error,) = ask(request, patience=patience)
    assert isinstance(error, CallError), error
    return error


def test_an_answer_becomes_a_call(server: Server, request_for: Make) -> None:
    """Text, model, usage, rung and times arrive; the price of a server of one's own is unknown, not 0."""
    request = request_for()
    call = answered(request)
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


def test_what_goes_out_is_what_was_asked(server: Server, request_for: Make) -> None:
    """The server gets the messages, the schema, the limit and a stand-in key; no cache marks and nothing else."""
    request = request_for()
    answered(request)
    (received,) = server.log()
    body = received["body"]
    assert set(body) == {"model", "messages", "max_tokens", "response_format"}
    assert body["model"] == "any"
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert body["response_format"]["json_schema"]["schema"] == request.schema_ == ballot_schema()
    assert received["headers"]["Authorization"] == "Bearer unused"


def test_seats_share_their_prefix_on_the_wire(server: Server, request_for: Make) -> None:
    """The second seat's prompt begins with the same bytes, and its cached tokens are read back."""
    first, second = request_for(sample=1), request_for(sample=2)
    ask(first)
    call = answered(second)
    one, other = (json.dumps(each["body"]["messages"]) for each in server.log())
    persona = one.index("You are reviewer 1")
    assert one[:persona] == other[:persona]
    assert call.usage.cached_tokens
    assert call.usage.cached_tokens > 0


MENDED = ["429", "429-date", "500", "503", "reset", "drop", "html"]


@pytest.mark.parametrize("fault", MENDED)
def test_passing_faults_are_asked_again(fault: str, server: Server, request_for: Make) -> None:
    """Pauses, server faults, broken connections and pages instead of answers are mended by a retry."""
    server.reset(retry_after=0.1)
    server.next(fault)
    call = answered(request_for())
    assert call.attempts == 2
    assert len(server.log()) == 2
    assert read_paper(call.text, request_for().persona).vote in ("ship", "skip")


def test_a_server_that_hangs_is_asked_again(server: Server, request_for: Make) -> None:
    """An attempt ends after its time, and the next one is answered."""
    server.next("hang")
    answered_call = answered(request_for(), Patience(attempts=2, timeout_s=1.5, deadline_s=10, first_pause_s=0))
    assert answered_call.attempts == 2


READ = {
    "prose": None, "think": None, "truncated": "breaks off", "enum": 'must be "ship" or "skip"',
    "two": "both ship and skip", "empty": "is empty",
}  # fmt: skip


@pytest.mark.parametrize(("fault", "complaint"), READ.items())
def test_odd_answers_are_answers(fault: str, complaint: str | None, server: Server, request_for: Make) -> None:
    """What the server answered is returned as it is, asked once, and left to the reader; no vote is guessed."""
    server.next("ok", fault)
    good = answered(request_for())
    call = answered(request_for())
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
def test_declined_answers_are_kept_and_refused(fault: str, reason: str, server: Server, request_for: Make) -> None:
    """A refusal was paid for: it comes back as a call, and reading it says that it was declined."""
    server.next(fault)
    call = answered(request_for())
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
    model: str, settings: dict[str, object], fault: str, says: str, server: Server, request_for: Make
) -> None:
    """What a retry can't mend is sent once, and the sentence says what to do about it."""
    server.reset(**settings)
    server.next(fault)
    error = failed(request_for(model))
    assert type(error) is Refused
    assert says in error.problem
    assert error.problem.startswith(f"{model}: ")
    assert len(server.log()) == 1


def test_patience_ends(server: Server, request_for: Make) -> None:
    """A server that keeps failing is given up after the attempts, with their number."""
    server.reset(faults=1.0, kinds=["500"])
    error = failed(request_for())
    assert type(error) is Unreachable
    assert "(after 4 attempts)" in error.problem
    assert len(server.log()) == 4


def test_a_long_pause_is_not_waited_for(server: Server, request_for: Make) -> None:
    """A Retry-After beyond the deadline fails at once and keeps its number."""
    server.reset(retry_after=500)
    server.next("429")
    error = failed(request_for())
    assert isinstance(error, RateLimited)
    assert error.retry_after == 500
    assert len(server.log()) == 1


def test_nobody_listens(monkeypatch: pytest.MonkeyPatch, bare: None, request_for: Make) -> None:
    """A refused connection is unreachable, in one line."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setenv("OPENAI_BASE_URL", f"http://127.0.0.1:{port}/v1")
    error = failed(request_for())
    assert type(error) is Unreachable
    assert "\n" not in error.problem


@pytest.mark.parametrize(
    ("settings", "rung", "wasted"),
    [({}, "schema", 0), ({"schema": False}, "tool", 1), ({"schema": False, "tools": False}, "prompt", 2)],
)
def test_a_panel_finds_its_rung_together(
    settings: dict[str, bool], rung: str, wasted: int, server: Server, request_for: Make
) -> None:
    """Eight seats at once cost one rejected request for each rung that the provider lacks, not one per ballot."""
    server.reset(latency=0.05, **settings)
    calls = ask(*(request_for(sample=number) for number in range(1, 9)))
    assert {call.rung for call in calls if isinstance(call, Call)} == {rung}
    statuses = [entry["status"] for entry in server.log()]
    assert statuses.count(400) == wasted
    assert statuses.count(200) == 8
    for call in calls:
        assert isinstance(call, Call)
        assert read_paper(call.text, request_for().persona).vote in ("ship", "skip")


def test_secrets_never_come_out(server: Server, request_for: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A provider that repeats the key in its error doesn't bring it into ours."""
    secret = "sk-proj-very-secret-0123456789abcdef"
    monkeypatch.setenv("OPENAI_API_KEY", secret)
    server.next("401")
    error = failed(request_for())
    assert server.log()[0]["headers"]["Authorization"] == f"Bearer {secret}"
    assert "secret" not in f"{error} {error!r} {error.problem} {error.args} {error.__cause__!r}"


def test_a_model_that_cannot_be_asked_asks_nobody(
    server: Server, request_for: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a key the check fails, and so does asking; no request goes out."""
    monkeypatch.delenv("OPENAI_BASE_URL")
    with pytest.raises(DeclarationError, match="set OPENAI_API_KEY"):
        LitellmRoom("openai/any").check()
    with pytest.raises(DeclarationError, match="set OPENAI_API_KEY"):
        ask(request_for())
    assert server.log() == []


def test_a_third_of_the_requests_may_fail(server: Server, request_for: Make) -> None:
    """With 30 % faults of every kind, each seat ends as a readable answer, a complaint, or an error of ours."""
    server.reset(faults=0.3, seed="48", retry_after=0.1)
    patience = Patience(attempts=5, timeout_s=1.5, deadline_s=20, first_pause_s=0.01)
    outcomes = ask(*(request_for(sample=number) for number in range(1, 31)), patience=patience)
    read = 0
    for outcome in outcomes:
        if isinstance(outcome, Call):
            with contextlib.suppress(Unreadable, Refused):
                read_paper(outcome.text, request_for().persona, finish_reason=outcome.finish_reason)
                read += 1
    assert len({entry["fault"] for entry in server.log()} - {"ok"}) >= 8
    assert len(outcomes) == 30
    assert read >= 15


PROGRAM = """
import asyncio, sys
from panel.domain.call import Request
from panel.llm.gateway import LitellmRoom
from panel.llm.retrying import Patience

request = Request.model_validate_json(sys.stdin.read())

async def main():
    room = LitellmRoom("openai/any", Patience(attempts=2, timeout_s=5, first_pause_s=0))
    room.warm()
    for _ in range(3):
        try:
            print((await room.ask(request)).finish_reason)
        except Exception as error:
            print(type(error).__name__)
    await room.close()

asyncio.run(main())
asyncio.run(main())
"""


def test_stderr_stays_silent(server: Server, request_for: Make, tmp_path: Path) -> None:
    """Answers, retries and refusals print nothing, not even at the end; event loops may follow each other."""
    server.next("ok", "500", "ok", "401", "ok", "html", "reset", "ok")
    given = request_for().model_dump_json(by_alias=True)
    told = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "LITELLM_LOG": "DEBUG"}
    done = subprocess.run(
        [sys.executable, "-W", "default::ResourceWarning", "-c", PROGRAM],
        input=given, capture_output=True, text=True, env=told, cwd=tmp_path, timeout=90, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.split() == ["stop", "stop", "Refused", "stop", "Unreachable", "stop"]


def test_importing_the_house_does_not_import_litellm() -> None:
    """Seconds are paid when a model is asked, not before."""
    modules = sorted(f"panel.llm.{path.stem}" for path in Path("panel/llm").glob("*.py") if path.stem != "__init__")
    assert "panel.llm.gateway" in modules
    program = f"import sys, importlib\nfor m in {modules}: importlib.import_module(m)\nprint('litellm' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_reading_and_rehearsing_import_no_database() -> None:
    """A review by the builtin reviewer pays for neither SQLAlchemy nor tenacity nor asyncio's clients."""
    program = (
        "import sys, panel.llm.rooms, panel.llm.reading, panel.llm.schema, panel.llm.rehearsal\n"
        "print([m for m in ('sqlalchemy', 'tenacity', 'litellm', 'aiohttp', 'httpx') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
