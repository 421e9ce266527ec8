"""Which models can be reached: told from keys and from what answers on this machine, without asking a model."""

import http.server
import json
import threading

import pytest

from panel.llm.reach import reachable

DARK = {"OLLAMA_API_BASE": "http://127.0.0.1:9", "LM_STUDIO_API_BASE": "http://127.0.0.1:9/v1"}
"""Keeps the looks at usual local ports away from whatever runs on this machine."""


class Listing(http.server.BaseHTTPRequestHandler):
    """Answers every path with a model list in both dialects."""

    def do_GET(self):
        """Answer."""
        body = json.dumps({"data": [{"id": "tiny"}], "models": [{"name": "tiny:1b"}]}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def address():
    """A server that lists a model."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def found(environment):
    """Every way by model string."""
    return {way.model: way for way in reachable(environment)}


def test_the_builtin_reviewer_is_always_there():
    """No key and no server: builtin is ready, hosted providers say which key they need."""
    ways = found(DARK)
    assert ways["builtin"].state == "ready"
    assert (ways["anthropic/…"].state, ways["anthropic/…"].note) == ("needs", "set ANTHROPIC_API_KEY")


def test_a_key_makes_its_provider_ready_and_is_never_shown():
    """The variable is named, its value isn't."""
    way = found({**DARK, "GOOGLE_API_KEY": "very-secret"})["gemini/…"]
    assert (way.state, way.note) == ("ready", "GOOGLE_API_KEY is set")
    assert "very-secret" not in str(found({**DARK, "GOOGLE_API_KEY": "very-secret"}))


def test_a_server_is_shown_with_what_it_offers(address):
    """A server named in the environment is asked for its list; credentials in its address aren't shown."""
    ways = found({**DARK, "HOSTED_VLLM_API_BASE": f"{address}/v1"})
    assert ways["hosted_vllm/…"].note == f"{address}/v1 offers tiny"


def test_an_address_where_nothing_answers_is_told():
    """A variable that leads nowhere is named."""
    way = found({**DARK, "HOSTED_VLLM_API_BASE": "http://127.0.0.1:9/v1"})["hosted_vllm/…"]
    assert way.state == "needs"
    assert "HOSTED_VLLM_API_BASE" in way.note
