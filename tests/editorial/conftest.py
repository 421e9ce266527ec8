"""A workspace with one verdict by the builtin reviewer, and the name of an editor."""

import shutil
from pathlib import Path

import pytest

import panel
from panel.editorial.saving import Step
from panel.store.workspace import Workspace
from tests.editorial.larkspur import SOURCE


@pytest.fixture(scope="session")
def _made(tmp_path_factory):
    root = tmp_path_factory.mktemp("made")
    (root / "panel.toml").write_text('model = "builtin"\n')
    (root / "releases").mkdir()
    (root / "releases" / "larkspur.md").write_text(SOURCE)
    panel.review("larkspur", workspace=root, save=True)
    return root


@pytest.fixture
def home(_made, tmp_path):
    """A workspace of its own with a draft on Larkspur."""
    shutil.copytree(_made, tmp_path / "ws")
    return Workspace(tmp_path / "ws")


@pytest.fixture
def by():
    """Return a function that makes a step."""

    def step(who="Ann", why="", expected=None):
        return Step(who=who, why=why, expected=expected)

    return step


@pytest.fixture
def record(home):
    """Return a function that reads the record as it lies on disk."""
    return lambda: Path(home.verdict_file("larkspur")).read_text(encoding="utf-8")
