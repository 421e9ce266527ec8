"""A workspace with three releases (one verdict published, one a draft, one not judged) and a running votes endpoint."""

import asyncio
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from panel.community.serving import serve
from panel.community.terms import Terms
from panel.store.workspace import Workspace
from tests.cli.here import runner
from tests.publish.examples import qwen, spark

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED, DRAFT, UNJUDGED = "qwen3-6-27b", "muse-spark", "fresh"


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    """The workspace."""
    (tmp_path / "panel.toml").write_text("[votes]\nthreshold = 3\n")
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / f"{UNJUDGED}.md").write_text("---\nname: Fresh <b>Thing</b>\n---\nIt has a public API.\n")
    home = Workspace(tmp_path)
    home.save(qwen())
    home.save(spark())
    return home


class Running:
    """A votes endpoint."""

    def __init__(self, process: "subprocess.Popen[str] | None", at: str) -> None:
        self.process, self.at = process, at

    def kill(self) -> None:
        """End it as a power cut would."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(timeout=20)


@contextmanager
def endpoint(root: Path, *options: str) -> Iterator[Running]:
    """Run ``shipskip votes serve`` on a free port, in a process of its own."""
    command = [sys.executable, "-m", "panel.cli", "votes", "serve", "--port", "0", "--workspace", str(root), *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=root) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            assert line.startswith("Taking votes at http://"), line
            yield Running(process, line.split()[-1])
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait(timeout=20)


@pytest.fixture
def serving(home: Workspace) -> Iterator[Callable[..., Running]]:
    """Return a function that runs an endpoint for the rest of the test, in a thread of this process."""
    loops = []

    def run(*, is_open: bool = False, rate: str = "off", **more: object) -> Running:
        given = {"url": None, "origin": None, "proxied": False, **more}
        terms = Terms.of(home.panel_settings().votes, is_open=is_open, rate=rate, **given)
        loop, address = asyncio.new_event_loop(), queue.Queue()
        stop = asyncio.Event()
        serving = serve(home, terms, "127.0.0.1", 0, address.put, until=stop)
        thread = threading.Thread(target=lambda: loop.run_until_complete(serving))
        thread.start()
        loops.append((loop, stop, thread))
        return Running(None, address.get(timeout=20))

    yield run
    for loop, stop, thread in loops:
        loop.call_soon_threadsafe(stop.set)
        thread.join(timeout=20)
        loop.close()


@pytest.fixture
def shipskip(home: Workspace, monkeypatch, capsys):
    """Return a function that runs the command line in the workspace, in this process."""
    return runner(home.root, monkeypatch, capsys)
