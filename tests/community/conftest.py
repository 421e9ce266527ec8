"""A workspace with three releases (one verdict published, one a draft, one not judged) and a running votes endpoint."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from panel.store.workspace import Workspace
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
    """A votes endpoint in a process of its own."""

    def __init__(self, process: "subprocess.Popen[str]", at: str) -> None:
        self.process, self.at = process, at

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait(timeout=20)


@contextmanager
def endpoint(root: Path, *options: str) -> Iterator[Running]:
    """Run ``shipskip votes serve`` on a free port."""
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
    """Return a function that runs an endpoint for the rest of the test."""
    open_ones = []

    def run(*options: str) -> Running:
        entered = endpoint(home.root, *options)
        running = entered.__enter__()
        open_ones.append(entered)
        return running

    yield run
    for each in open_ones:
        each.__exit__(None, None, None)
