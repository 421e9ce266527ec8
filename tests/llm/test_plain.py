import asyncio
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from panel.domain.call import Call, Request
from panel.errors import CallError, RateLimited, Refused, Unreachable, Unreadable
from panel.llm.own_server import OwnServer, find_own_server
from panel.llm.plain import PlainRoom
from panel.llm.reading import read_paper
from panel.llm.retrying import Patience
from tests.servers import Server, running

pytestmark = pytest.mark.usefixtures("bare")

Make = Callable[..., Request]

ONCE = Patience(attempts=1, timeout_s=5, deadline_s=10)
TWICE = Patience(attempts=2, timeout_s=5, deadline_s=10, first_pause_s=0)


@pytest.fixture(scope="module")
def odd() -> Iterator[Server]:
    """A server whose answers travel oddly."""
    with running("odd") as server:
        yield server


def asked(way: str, server: Server, request: Request, patience: Patience = ONCE) -> Call | CallError:
    """Ask the odd server in one of its ways."""
    return at(f"{server.url}/{way}/v1/chat/completions", request, patience)


def at(url: str, request: Request, patience: Patience = ONCE, key: str | None = "unused") -> Call | CallError:
    """Ask at an address."""

    async def scenario() -> Call | CallError:
        room = PlainRoom("openai/any", OwnServer(url=url, model="any", key=key), patience)
        try:
            return await room.ask(request)
        except CallError as error:
            return error
        finally:
            await room.close()

    return asyncio.run(scenario())


@pytest.mark.parametrize("way", ["plain", "gzip", "chunked", "parts"])
def test_answers_arrive_whole_however_they_travel(way: str, odd: Server, request_for: Make) -> None:
    """Packed, in pieces that end within a character, or in several parts, an answer is the same."""
    call = asked(way, odd, request_for())
    assert isinstance(call, Call)
    paper = read_paper(call.text, request_for().persona)
    assert paper.quote == "I would build on this tonight — gerne!"
    assert paper.gaps == ()
    assert call.usage.prompt_tokens is None
    assert (call.answered_by, call.finish_reason, call.cost_usd) == ("odd", "stop", None)


@pytest.mark.parametrize("way", ["huge", "bomb"])
def test_an_endless_answer_is_not_read_to_its_end(way: str, odd: Server, request_for: Make) -> None:
    """Neither 64 MiB nor a packed answer that unpacks to them is read; asking again wouldn't help."""
    error = asked(way, odd, request_for(), TWICE)
    assert type(error) is Unreadable
    assert "larger than 16 MiB" in error.problem
    assert "attempts" not in error.problem


def test_an_answer_that_breaks_off_is_asked_for_again(odd: Server, request_for: Make) -> None:
    """A connection that closes within the answer is no answer."""
    error = asked("short", odd, request_for(), TWICE)
    assert type(error) is Unreachable
    assert "(after 2 attempts)" in error.problem


SAYS: list[tuple[str, type[CallError], str]] = [
    ("error200", RateLimited, "Upstream error: overloaded"),
    ("string", Refused, "The model has crashed"),
    ("detail", Refused, "/detail/v1/chat/completions the right address?"),
    ("validation", Refused, "field required"),
    ("teapot", Refused, "I am a teapot"),
    ("conflict", Unreachable, "try again"),
    ("list", Unreachable, "not"),
    ("nothing", Unreachable, "isn't a chat completion"),
    ("no-choices", Unreachable, "any"),
    ("deep", Unreachable, "isn't a chat completion"),
    ("redirect", Refused, "it redirects to https://elsewhere.example/v1; put that into its address"),
]


@pytest.mark.parametrize(("way", "kind", "says"), SAYS)
def test_complaints_in_every_form_become_ours(
    way: str, kind: type[CallError], says: str, odd: Server, request_for: Make
) -> None:
    """Errors under status 200, as a string, as details, and answers that aren't one: each has its kind and words."""
    error = asked(way, odd, request_for())
    assert type(error) is kind
    assert says in error.problem
    assert error.problem.startswith("openai/any: ")


@pytest.mark.parametrize("way", ["odd-choices", "empty-choices"])
def test_a_completion_that_says_nothing_is_left_to_the_reader(way: str, odd: Server, request_for: Make) -> None:
    """Fields of the wrong kind count as absent; nothing is guessed and nothing breaks."""
    call = asked(way, odd, request_for())
    assert isinstance(call, Call)
    assert (call.text, call.finish_reason, call.usage.prompt_tokens) == ("", None, None)


def test_a_user_and_password_in_the_address_are_sent(odd: Server, request_for: Make) -> None:
    """A server behind basic authentication gets it, and no stand-in key."""
    url = odd.url.replace("http://", "http://me:secret@")
    assert isinstance(at(f"{url}/basic/v1/chat/completions", request_for(), key=None), Call)
    assert log_of(odd, "basic")[-1]["headers"]["Authorization"].startswith("Basic ")


def test_a_proxy_is_used_where_the_environment_names_one(
    odd: Server, request_for: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A request to another machine goes through the proxy, with its whole address; NO_PROXY exempts."""
    monkeypatch.setenv("http_proxy", odd.url)
    assert isinstance(at("http://model.invalid/proxied/v1/chat/completions", request_for()), Call)
    assert log_of(odd, "proxied")[-1]["url"] == "http://model.invalid/proxied/v1/chat/completions"
    monkeypatch.setenv("no_proxy", "model.invalid")
    assert type(at("http://model.invalid/proxied/v1/chat/completions", request_for())) is Unreachable


def test_no_proxy_stands_before_this_machine(odd: Server, request_for: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server on the loopback is asked directly, whatever the environment says."""
    monkeypatch.setenv("http_proxy", "http://proxy.invalid:3128")
    assert isinstance(asked("plain", odd, request_for()), Call)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 that nobody vouches for, with its key."""
    file = tmp_path_factory.mktemp("tls") / "server.pem"
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 "
        f"-addext subjectAltName=IP:127.0.0.1 -keyout {file} -out {file}.crt"
    )
    subprocess.run(command.split(), check=True, capture_output=True)
    file.write_text(file.read_text() + Path(f"{file}.crt").read_text())
    return file


def test_certificates_are_verified(certificate: Path, request_for: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate that nobody vouches for is refused, at once and by name; SSL_CERT_FILE vouches for it."""
    with running("odd", "--certificate", str(certificate)) as server:
        url = f"{server.url.replace('http:', 'https:')}/plain/v1/chat/completions"
        error = at(url, request_for(), TWICE)
        assert type(error) is Refused
        assert "its certificate isn't trusted" in error.problem
        assert "attempts" not in error.problem
        program = WITHOUT_LITELLM.replace("http://server", url.removesuffix("/chat/completions"))
        told = {"SSL_CERT_FILE": str(certificate), "PYTHONPATH": "."}
        done = _run(program, request_for(), told)
        assert done.stdout.split()[0] == "stop", done.stderr


WITHOUT_LITELLM = """
import asyncio, os, sys
os.environ["OPENAI_BASE_URL"] = "http://server"
from panel.domain.call import Request
from panel.llm.rooms import open_room
from panel.store.settings import Calls

async def main():
    room = open_room("openai/any", Calls(attempts=1, timeout_s=5), None)
    room.warm()
    room.check()
    call = await room.ask(Request.model_validate_json(sys.stdin.read()))
    await room.close()
    print(call.finish_reason, [name for name in ("litellm", "openai", "httpx") if name in sys.modules])

asyncio.run(main())
"""


def test_litellm_is_never_imported(odd: Server, request_for: Make) -> None:
    """From the model's name to the answer, the seconds that litellm's import takes aren't paid."""
    program = WITHOUT_LITELLM.replace("http://server", f"{odd.url}/plain/v1")
    done = _run(program, request_for(), {"PYTHONPATH": "."})
    assert done.stdout.strip() == "stop []", done.stderr
    assert done.stderr == ""


def test_a_connection_is_kept_for_the_next_question(odd: Server, request_for: Make) -> None:
    """Ten questions in a row come over one connection."""
    server = find_own_server("openai/any", {"OPENAI_BASE_URL": f"{odd.url}/kept/v1"})
    assert server is not None

    async def scenario() -> None:
        room = PlainRoom("openai/any", server, ONCE)
        for number in range(1, 11):
            await room.ask(request_for(sample=number))
        await room.close()

    asyncio.run(scenario())
    ports = [entry["port"] for entry in log_of(odd, "kept")]
    assert len(ports) == 10
    assert len(set(ports)) == 1


def log_of(server: Server, way: str) -> list[dict[str, Any]]:
    """Return the requests of a way that a server received."""
    return [entry for entry in server.log() if entry["way"] == way]


def _run(program: str, request: Request, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "default::ResourceWarning", "-c", program]
    given = request.model_dump_json(by_alias=True)
    return subprocess.run(command, input=given, env=variables, capture_output=True, text=True, timeout=60, check=False)
