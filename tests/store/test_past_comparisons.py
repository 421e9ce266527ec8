"""Comparisons stored: an editor's texts survive a second comparison, and are kept where the verdicts have changed."""

import json

import pytest

import panel
from panel.editorial.comparisons import edit_comparison
from panel.editorial.saving import Step
from panel.store.workspace import Workspace

GOOD = "It has a public API. It comes under the Apache 2.0 licence, and the weights are open.\n"


@pytest.fixture
def home(tmp_path):
    """A workspace with two releases, compared and then edited."""
    for name, text in (("ash", GOOD), ("birch", "It is closed. Nobody outside can use it.\n")):
        folder = tmp_path / "releases" / name
        folder.mkdir(parents=True)
        (folder / "release.md").write_text(f"---\nname: {name.title()}\n---\n")
        (folder / "1-note.md").write_text(text)
    panel.compare(*asked(tmp_path), workspace=tmp_path, save=True)
    edit_comparison(panel_home(tmp_path), "ash-vs-birch", {"bottom_line": "Take Ash."}, Step(who="Ines", why="shorter"))
    return tmp_path


def asked(home):
    """The releases to compare."""
    return ([home / "releases" / "ash", home / "releases" / "birch"],)


def panel_home(root):
    """The workspace."""
    return Workspace(root)


def test_the_same_verdicts_leave_an_editors_comparison_alone(home):
    """Nothing has changed, so the record stays byte for byte, and what is returned is what stands."""
    file = home / "verdicts" / "compare" / "ash-vs-birch.json"
    before = file.read_bytes()
    made = panel.compare(*asked(home), workspace=home, save=True)
    assert file.read_bytes() == before
    assert made.bottom_line == "Take Ash."
    assert made.state == "edited"
    assert not (home / "verdicts" / "compare" / "past").exists()


def test_other_verdicts_replace_it_and_keep_it(home):
    """New evidence makes a new draft; the editor's one lies in past/."""
    (home / "releases" / "birch" / "2-news.md").write_text(GOOD)
    made = panel.compare(*asked(home), workspace=home, save=True)
    assert made.bottom_line != "Take Ash."
    kept = json.loads((home / "verdicts" / "compare" / "past" / "ash-vs-birch" / "1.json").read_text())
    assert kept["bottom_line"] == "Take Ash."
