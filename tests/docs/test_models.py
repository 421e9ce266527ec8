"""docs/models.md: every line can be copied."""

import os
import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest

from panel.errors import DeclarationError
from panel.llm.own_server import find_own_server
from panel.llm.room import links
from panel.llm.rooms import open_room
from panel.store.settings import Calls

PAGE = (Path(__file__).parents[2] / "docs" / "models.md").read_text(encoding="utf-8")
COMMANDS = [
    line
    for block in re.findall(r"^```\n(.*?)^```", PAGE, re.S | re.M)
    for line in block.splitlines()
    if "--model" in line
]
NAMES = ("KEY", "TOKEN", "BASE_URL", "API_BASE")


def parts(command):
    """Return the variables that a line sets, and the models that it names."""
    words = shlex.split(command)
    given = dict(word.split("=", 1) for word in words if re.match(r"[A-Z_]+=", word))
    return given, [link for flag, name in pairwise(words) if flag == "--model" for link in links(name)]


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch):
    for name in list(os.environ):
        if any(each in name for each in NAMES):
            monkeypatch.delenv(name)


def test_there_are_lines_to_copy():
    """The page has one for each provider."""
    assert len(COMMANDS) >= 14


@pytest.mark.parametrize("command", [line for line in COMMANDS if "=" in line.partition("shipskip")[0]])
def test_the_variables_of_a_line_are_what_its_model_needs(command, monkeypatch):
    """With them the model can be asked; without its key, the error names the very same variable."""
    given, (model,) = parts(command)
    (variable,) = given
    if variable.endswith("_KEY"):
        with pytest.raises(DeclarationError, match=variable):
            open_room(model, Calls(), None).check()
    monkeypatch.setenv(variable, given[variable])
    open_room(model, Calls(), None).check()
    if variable.endswith(("BASE", "URL")):
        assert find_own_server(model).url.startswith(given[variable])


@pytest.mark.parametrize("command", [line for line in COMMANDS if "=" not in line.partition("shipskip")[0]])
def test_lines_without_variables_name_known_models(command, monkeypatch):
    """Ollama and replay need no key; juries and chains name models of the lines above."""
    for name in ("OPENAI_API_KEY", "GEMINI_API_KEY"):
        monkeypatch.setenv(name, "k")
    _, models = parts(command)
    assert models
    for model in models:
        if not model.startswith("gguf:"):
            open_room(model, Calls(), None).check()
