"""Bad input gets one clear sentence, exit code 2, nothing written, no request made."""

import socket
import threading

import pytest

GOOD = "---\nname: Good\n---\nIt has a public API.\n"
PERSONA = """\
id: grump
name: The Grump
title: a tester
motto: Show me.
lens: Does it work?
excited_by: [tests]
tired_of: [promises]
moves:
  - name: check
    instruction: Say whether it works as told.
ships_when: [it works]
skips_when: [it breaks]
voice: [short]
"""


@pytest.fixture
def listener():
    """A server that only counts who knocks: nobody may, before everything is known to be good."""
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    knocks, stop = [], threading.Event()

    def listen():
        while not stop.is_set():
            try:
                knocks.append(server.accept())
            except TimeoutError:
                continue

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/v1", knocks
    stop.set()
    thread.join()
    for connection, _ in knocks:
        connection.close()
    server.close()


def files(folder):
    """Every file below a folder with its bytes."""
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


CASES = {
    "missing file": ({}, ["review", "releases/nosuch.md"], ["nosuch.md"]),
    "missing file, near miss": ({}, ["review", "releases/god.md"], ["god.md", "good"]),
    "empty file": ({"releases/empty.md": b""}, ["review", "releases/empty.md"], ["empty.md", "empty"]),
    "binary file": ({"releases/bin.md": bytes(range(256)) * 8}, ["review", "releases/bin.md"], ["bin.md"]),
    "unknown key": (
        {"releases/key.md": b"---\nname: X\nvendorr: Y\n---\nText.\n"},
        ["review", "releases/key.md"],
        ["key.md", "line 3", "'vendorr'", "vendor"],
    ),
    "front matter without end": (
        {"releases/open.md": b"---\nname: X\nText.\n"},
        ["review", "releases/open.md"],
        ["open.md"],
    ),
    "broken YAML": (
        {"releases/yaml.md": b"---\nname: [X\n---\nText.\n"},
        ["review", "releases/yaml.md"],
        ["yaml.md", "line"],
    ),
    "front matter and no text": (
        {"releases/bare.md": b"---\nname: X\n---\n"},
        ["review", "releases/bare.md"],
        ["bare.md"],
    ),
    "empty folder": ({"releases/hollow/.keep": b""}, ["review", "releases/hollow"], ["hollow"]),
    "misspelt persona key": (
        {"personas/grump.yaml": PERSONA.replace("motto:", "moto:").encode()},
        ["review", "releases/good.md", "--seats", "grump"],
        ["grump.yaml", "line 4", "'moto'", "motto"],
    ),
    "persona without moves": (
        {
            "personas/grump.yaml": PERSONA.replace("moves:\n  - name: check\n", "")
            .replace("    instruction: Say", "# ")
            .encode()
        },
        ["review", "releases/good.md", "--seats", "grump"],
        ["grump.yaml", "moves"],
    ),
    "undefined template variable": (
        {"prompts/ballot.j2": b'{% extends "shipped:ballot.j2" %}{% block system %}{{ relase.name }}{% endblock %}\n'},
        ["review", "releases/good.md", "--model", "openai/any"],
        ["ballot.j2", "'relase'"],
    ),
    "template syntax": (
        {"prompts/ballot.j2": b"{% block system %}\n{{ release.name \n{% endblock %}\n"},
        ["review", "releases/good.md", "--model", "openai/any"],
        ["ballot.j2", "line"],
    ),
    "unknown persona": ({}, ["review", "releases/good.md", "--seats", "sceptic"], ["'sceptic'", "skeptic"]),
    "unknown model": ({}, ["review", "releases/good.md", "--model", "frobnicate-9"], ["frobnicate-9"]),
    "no key": ({}, ["review", "releases/good.md", "--model", "anthropic/claude-sonnet-4-5"], ["ANTHROPIC_API_KEY"]),
    "no key, hosted openai": ({}, ["review", "releases/good.md", "--model", "openai/gpt-5"], ["OPENAI_API_KEY"]),
    "samples out of range": ({}, ["review", "releases/good.md", "--samples", "0"], ["samples"]),
    "unknown verb": ({}, ["revue"], ["revue"]),
    "unknown option": ({}, ["review", "releases/good.md", "--modle", "x"], ["--modle"]),
    "unknown setting": (
        {"panel.toml": b'model = "builtin"\nsampels = 3\n'},
        ["review", "releases/good.md"],
        ["panel.toml", "'sampels'", "samples"],
    ),
    "settings that are no TOML": (
        {"panel.toml": b"model = \n"},
        ["review", "releases/good.md"],
        ["panel.toml", "line 1"],
    ),
    "compare with itself": ({}, ["compare", "releases/good.md", "releases/good.md"], ["itself"]),
    "compare of one": ({}, ["compare", "releases/good.md"], ["two"]),
    "unknown prompt seat": ({}, ["prompt", "render", "releases/good.md", "--seat", "nobody"], ["'nobody'"]),
    "persona show of nobody": ({}, ["persona", "show", "nobody"], ["'nobody'"]),
    "which of nothing": ({}, ["which", "prompt", "nothing.j2"], ["nothing.j2"]),
    "slug that would leave its folder": ({}, ["review", "../../../etc"], ["etc"]),
    "second release bad": ({}, ["review", "releases/good.md", "releases/nosuch.md"], ["nosuch.md"]),
    "key held, address without model": (
        {},
        ["review", "releases/good.md", "--model", ""],
        ["model"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_sentence_exit_2_nothing_written_no_request(case, shipskip, workspace, listener):
    """Each kind of bad input is refused before anything is asked or written."""
    made, argv, says = CASES[case]
    for name, content in made.items():
        file = workspace / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    before = files(workspace)
    url, knocks = listener
    env = {} if "no key" in case else {"OPENAI_BASE_URL": url, "OPENAI_API_KEY": "sk-test"}

    ran = shipskip(*argv, env=env)

    assert ran.code == 2, ran
    assert ran.out == ""
    assert len(ran.err.strip().splitlines()) == 1, ran.err
    assert ran.err.startswith("shipskip: ")
    for word in says:
        assert word in ran.err, ran.err
    assert files(workspace) == before
    assert knocks == []


def test_no_traceback_for_a_key_in_an_error(shipskip, workspace):
    """A key in the environment never reaches stderr."""
    secret = "sk-verysecret1234567890"
    ran = shipskip(
        "review",
        "releases/good.md",
        "--model",
        "openai/x",
        env={"OPENAI_API_KEY": secret, "OPENAI_BASE_URL": "http://127.0.0.1:9/v1"},
    )
    assert secret not in ran.out + ran.err
