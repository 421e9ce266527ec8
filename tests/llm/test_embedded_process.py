"""Tests of panel.llm.embedded.llama and engine: the process, its end, and what it leaves."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from panel.domain.call import Call
from panel.errors import Unreachable
from panel.llm.embedded import Embedded
from panel.llm.reading import read_paper
from tests.llm.tiny_panel import ENGLISH, ROOT, ask, dossier_of, panel_for, write_wordwise


@pytest.fixture(scope="module")
def wordwise(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model whose tokens are words."""
    return write_wordwise(tmp_path_factory.mktemp("models"))


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_llama_cpp_that_dies_is_unreachable_and_comes_back(wordwise: Path) -> None:
    """A crash costs one answer: shipskip lives, and the next question starts llama.cpp anew."""
    request = panel_for(dossier_of(ENGLISH))[0]

    async def asked() -> Call:
        room = Embedded(f"gguf:{wordwise}")
        room.warm()
        assert room.pid is not None
        os.kill(room.pid, signal.SIGSTOP)  # so that it can't have answered before it dies
        dying = asyncio.create_task(room.ask(request))
        await asyncio.sleep(0.1)
        os.kill(room.pid, signal.SIGKILL)
        with pytest.raises(Unreachable, match="ended with status -9"):
            await dying
        try:
            return await room.ask(request)
        finally:
            await room.close()

    assert read_paper(asyncio.run(asked()).text, request.persona).vote


def test_nothing_is_left_after_close_or_a_cancelled_question(wordwise: Path) -> None:
    """No process outlives its room, and a question that nobody waits for any more stops computing."""
    request = panel_for(dossier_of(ENGLISH))[0]

    async def pids() -> Iterator[int]:
        room = Embedded(f"gguf:{wordwise}")
        room.warm()
        closed = room.pid
        await room.close()
        room.warm()
        cancelled = room.pid
        assert cancelled is not None
        os.kill(cancelled, signal.SIGSTOP)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await room.ask(request)
        assert room.pid is None
        assert closed is not None
        return iter((closed, cancelled))

    assert not any(_is_running(pid) for pid in asyncio.run(pids()))


def test_llama_cpp_ends_with_the_process_that_started_it(wordwise: Path) -> None:
    """Even when shipskip is killed and can't close anything."""
    program = (
        "import os, sys; from panel.llm.embedded import Embedded; room = Embedded('gguf:' + sys.argv[1]); "
        "room.warm(); print(room.pid, flush=True); os._exit(9)"
    )
    started = subprocess.run(
        [sys.executable, "-c", program, wordwise], cwd=ROOT, capture_output=True, text=True, check=False
    )
    pid, deadline = int(started.stdout), time.monotonic() + 10
    while _is_running(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_running(pid)


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="asks Linux for its open ports")
def test_no_port_is_ever_open(wordwise: Path) -> None:
    """llama.cpp listens on no address, not even on loopback, while its model is loaded."""

    async def asked() -> list[str]:
        room = Embedded(f"gguf:{wordwise}")
        await room.ask(panel_for(dossier_of(ENGLISH))[0])
        assert room.pid is not None
        found = _open_ports(room.pid)
        await room.close()
        return found

    assert asyncio.run(asked()) == []


def _open_ports(pid: int) -> list[str]:
    sockets = {os.readlink(each) for each in Path(f"/proc/{pid}/fd").iterdir()}
    tables = (Path(f"/proc/net/{name}") for name in ("tcp", "tcp6"))
    rows = [row.split() for table in tables if table.exists() for row in table.read_text().splitlines()[1:]]
    return [row[1] for row in rows if f"socket:[{row[9]}]" in sockets]


def test_nothing_is_printed(wordwise: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """llama.cpp's talk reaches neither stdout nor stderr."""
    ask(wordwise, panel_for(dossier_of(ENGLISH))[:1])
    assert capfd.readouterr() == ("", "")
