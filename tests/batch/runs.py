"""Workspaces with many small releases, and batches in this process or in one of their own."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from panel.batch.docket import read_docket
from panel.batch.nouns import Caps, Wanted
from panel.batch.run import run_batch
from panel.store.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
MODEL = "hosted_vllm/any"
KEYS = ("KEY", "TOKEN", "SECRET", "BASE_URL", "API_BASE", "SHIPSKIP", "_PROXY", "_proxy")


def text_of(number):
    """The words of one release."""
    return (
        f"Tool {number} has a public API and an Apache 2.0 licence. It costs {number + 1} dollars a month. "
        "It was measured at 40 ms."
    )


def make_workspace(folder, releases, settings=""):
    """Return a workspace with so many small releases."""
    (folder / "panel.toml").write_text(f'model = "{MODEL}"\n{settings}')
    (folder / "releases").mkdir()
    for number in range(releases):
        (folder / "releases" / f"tool-{number:03}.md").write_text(
            f"---\nname: Tool {number}\nvendor: Acme\npricing: ${number + 1}/month\n---\n{text_of(number)}\n"
        )
    return Workspace(folder)


def run(home, *places, caps=None, stop=None, ear=None, watch=None, **wanted):
    """Run a batch in this process; return its summary and the outcomes, in order."""
    told, said = [], []
    asked = Wanted(workers=wanted.pop("workers", 0), **wanted)
    entries = read_docket([str(home.root / place) for place in places or ("releases/*.md",)], home)
    more = {"watch": watch} if watch else {}
    summary = asyncio.run(
        run_batch(home, entries, asked, caps or Caps(), tell=told.append, say=said.append, stop=stop, ear=ear, **more)
    )
    return summary, told, said


def environment(server=None):
    """An environment without keys, in which the model leads to a server."""
    clean = {name: value for name, value in os.environ.items() if not any(key in name for key in KEYS)}
    there = {"HOSTED_VLLM_API_BASE": server.base, "OPENAI_BASE_URL": server.base} if server is not None else {}
    return {**clean, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore", **there}


def start(home, *arguments, server=None, through=()):
    """Start ``shipskip batch`` as a process of its own, in the workspace; through another program, if need be."""
    command = [*through, sys.executable, "-m", "panel.cli", "batch", *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=home.root, env=environment(server), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def finish(process, timeout=120):
    """Wait for a process; return its exit code, stdout and stderr."""
    out, err = process.communicate(timeout=timeout)
    return process.returncode, out, err


def questions(server):
    """Every request that a server received: what it asked, and when it was answered."""
    return [(str(each["body"]["messages"]), each.get("answered")) for each in server.log()]


def twice(server):
    """How many requests asked what an earlier one had asked."""
    asked = [question for question, _ in questions(server)]
    return len(asked) - len(set(asked))
