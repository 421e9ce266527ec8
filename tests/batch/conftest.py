"""What the tests of batches share: a protocol server, to which the workspace's model leads."""

import os
from collections.abc import Iterator

import pytest

from tests.batch.bulk_places import PLACES, There, at
from tests.batch.runs import KEYS
from tests.servers import running

VARIABLES = ("OPENAI", "ANTHROPIC", "HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy", "SHIPSKIP")


@pytest.fixture(scope="session")
def _slow():
    with running("chat", "--latency", "0.1") as server:
        yield server


@pytest.fixture
def server(_slow, monkeypatch):
    """A server that answers each request after 100 ms, without faults."""
    for name in [name for name in os.environ if any(key in name for key in KEYS)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOSTED_VLLM_API_BASE", _slow.base)
    _slow.reset()
    return _slow


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
