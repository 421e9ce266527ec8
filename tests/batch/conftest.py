"""What the tests of batches share: a protocol server, to which the workspace's model leads."""

import pytest

from tests.batch.runs import KEYS
from tests.servers import running


@pytest.fixture(scope="session")
def _slow():
    with running("chat", "--latency", "0.1") as server:
        yield server


@pytest.fixture
def server(_slow, monkeypatch):
    """A server that answers each request after 100 ms, without faults."""
    import os

    for name in [name for name in os.environ if any(key in name for key in KEYS)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOSTED_VLLM_API_BASE", _slow.base)
    _slow.reset()
    return _slow
