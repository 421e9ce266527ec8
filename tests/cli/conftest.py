"""The command line as people run it: a process of its own, in a folder of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEYS = ("KEY", "TOKEN", "SECRET", "BASE_URL", "API_BASE", "SHIPSKIP")


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        """Stdout read as JSON."""
        return json.loads(self.out)


@pytest.fixture
def shipskip(tmp_path):
    """Return a function that runs ``shipskip`` in the test's folder, with no key and no address in the environment."""

    def run(*argv, env=None, cwd=None, timeout=120):
        clean = {name: value for name, value in os.environ.items() if not any(key in name for key in KEYS)}
        done = subprocess.run(
            [sys.executable, "-m", "panel.cli", *map(str, argv)],
            check=False,
            cwd=cwd or tmp_path,
            env={**clean, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore", **(env or {})},
            capture_output=True,
            text=True,
            timeout=timeout,
            encoding="utf-8",
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def workspace(tmp_path):
    """Return an empty workspace with one good release."""
    (tmp_path / "panel.toml").write_text('model = "builtin"\n')
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "good.md").write_text(
        "---\nname: Good\nvendor: Acme\n---\n"
        "Good has a public API and an Apache 2.0 licence. It costs 10 dollars a month.\n"
    )
    return tmp_path
