"""A workspace of releases and personas with planted habits, and a real server that plays them."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from panel.cli.root import shipskip as command
from tests.needs import needs
from tests.servers import running

ROOT = Path(__file__).resolve().parents[2]
SECRETS = ("KEY", "TOKEN", "SECRET", "BASE_URL", "API_BASE", "SHIPSKIP")


@pytest.fixture(autouse=True)
def _extra():
    """Everything here needs the packages for tuning."""
    needs("tune")


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


@pytest.fixture(scope="session")
def voters():
    """Return a server whose voters have known habits."""
    with running("voters") as server:
        yield server


@pytest.fixture
def shipskip(tmp_path):
    """Return a function that runs ``shipskip`` as a process in the test's folder."""

    def run(*argv, env=None, timeout=120):
        clean = {name: value for name, value in os.environ.items() if not any(key in name for key in SECRETS)}
        done = subprocess.run(
            [sys.executable, "-m", "panel.cli", *map(str, argv)],
            check=False,
            cwd=tmp_path,
            env={**clean, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", **(env or {})},
            capture_output=True,
            text=True,
            timeout=timeout,
            encoding="utf-8",
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def here(tmp_path, monkeypatch, capsys):
    """Return a function that runs ``shipskip`` in this process, in the test's folder: the same, without a start-up."""

    def run(*argv, env=None):
        monkeypatch.chdir(tmp_path)
        for name, value in (env or {}).items():
            monkeypatch.setenv(name, value)
        capsys.readouterr()
        code = command.main([str(each) for each in argv], standalone_mode=False)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run


def persona_text(name, right, moves):
    """Return a persona that is right so many times of 100, and argues in words of its own."""
    listed = "\n".join(f"  - name: {move}\n    instruction: {words}" for move, words in moves.items())
    return f"""id: {name}
name: The {name.capitalize()}
title: Reviewer of tests
motto: I am {name}.
lens: Did people keep it? I am right {right} times of 100.
excited_by: [People who stay]
tired_of: [People who leave]
moves:
{listed}
ships_when: [Most people kept it]
skips_when: [Most people left it]
voice: [Plain words]
"""


MOVES = {
    "skeptic": {"evidence": "Weigh measurements and conflicts of interest before anything else is believed."},
    "developer": {"primitive": "Look for interfaces, licences, latency and documentation that builders depend upon."},
    "futurist": {"trajectory": "Trace curves, decades, thresholds and civilisations that this might accelerate."},
}


@pytest.fixture
def planted(tmp_path):
    """Return a function that fills the test's folder: personas with habits, releases with a truth, and gold."""

    def fill(releases=40, people=3, **right):
        rights = {"skeptic": 90, "developer": 80, "futurist": 60, **right}
        (tmp_path / "panel.toml").write_text('seats = ["skeptic", "developer", "futurist"]\n[calls]\nat_once = 16\n')
        (tmp_path / "personas").mkdir()
        (tmp_path / "releases").mkdir()
        for name, share in rights.items():
            (tmp_path / "personas" / f"{name}.yaml").write_text(persona_text(name, share, MOVES[name]))
        lines = ["release,annotator,vote"]
        for number in range(releases):
            kept = 20 + 60 * (number % 2) + number % 7
            slug = f"thing-{number:03d}"
            (tmp_path / "releases" / f"{slug}.md").write_text(
                f"---\nname: Thing {number}\nvendor: Maker {number // 4}\n---\n"
                f"Thing {number} is a tool. After a year {kept} of 100 people kept using it. It has a price.\n"
            )
            vote = "ship" if kept >= 50 else "skip"
            other = "skip" if vote == "ship" else "ship"
            for person in range(people):
                lines.append(f"{slug},p{person},{other if person == 2 and number % 4 == 0 else vote}")
        (tmp_path / "gold.csv").write_text("\n".join(lines) + "\n")
        return tmp_path

    return fill


@pytest.fixture
def openai(voters):
    """Return the environment in which ``openai/…`` reaches the voters."""
    voters.reset()
    return {"OPENAI_BASE_URL": voters.base, "OPENAI_API_KEY": "sk-planted"}
