"""A persona as it was: from git with all that it extends, or from a file of any name."""

import pytest

from panel.errors import DeclarationError
from panel.store.workspace import Workspace
from panel.tune.versions import read_version
from tests.tune.conftest import MOVES, persona_text
from tests.tune.test_session import git


@pytest.fixture
def home(planted):
    """A workspace below the top of a git repository; the persona extends another, and both changed."""
    top = planted(releases=1)
    folder = top / "inner"
    folder.mkdir()
    (top / "personas").rename(folder / "personas")
    (folder / "personas" / "base.yaml").write_text(persona_text("base", 10, MOVES["skeptic"]))
    (folder / "personas" / "heir.yaml").write_text("id: heir\nextends: base\nmotto: Old.\n")
    git(top, "init", "-q")
    git(top, "add", "inner")
    git(top, "commit", "-qm", "First")
    (folder / "personas" / "base.yaml").write_text(persona_text("base", 20, MOVES["skeptic"]))
    (folder / "personas" / "heir.yaml").write_text("id: heir\nextends: base\nmotto: New.\n")
    (folder / "personas" / "late.yaml").write_text(persona_text("late", 10, MOVES["skeptic"]))
    git(top, "commit", "-qam", "Second")
    return Workspace(folder)


def test_a_revision_brings_what_it_extends(home):
    """Old heir, old base; new heir, new base."""
    old, new = read_version(home, "heir@HEAD~1"), read_version(home, "heir")
    assert (old.persona.motto, new.persona.motto) == ("Old.", "New.")
    assert "right 10 times" in old.persona.lens
    assert "right 20 times" in new.persona.lens
    assert old.label == "heir@HEAD~1"


def test_a_draft_of_any_name(home):
    """A file called otherwise than its persona is read all the same, with what it extends beside it."""
    draft = home.personas_folder / "heir.candidate.yaml"
    draft.write_text("id: heir\nextends: base\nmotto: Drafted.\n")
    version = read_version(home, str(draft))
    assert version.persona.id == "heir"
    assert version.persona.motto == "Drafted."


@pytest.mark.parametrize(
    ("name", "says"),
    [
        pytest.param("heir@nowhere", "check the revision", id="no such revision"),
        pytest.param("late@HEAD~1", "no personas/late.yaml at revision 'HEAD~1'", id="not yet there"),
        pytest.param("heir@", "names no version", id="no revision"),
        pytest.param("../heir@HEAD", "names no version", id="a path"),
    ],
)
def test_what_cannot_be_read_is_told(home, name, says):
    """One sentence, and nothing of a temporary folder in it."""
    with pytest.raises(DeclarationError, match=says):
        read_version(home, name)


def test_a_mistake_in_an_old_text_is_told_by_its_revision(home):
    """The sentence names the version that was asked for, and the line."""
    (home.personas_folder / "heir.yaml").write_text("id: heir\nextends: base\nmoto: Wrong.\n")
    git(home.root, "commit", "-qam", "Third")
    with pytest.raises(DeclarationError) as told:
        read_version(home, "heir@HEAD")
    assert str(told.value).startswith("heir@HEAD, line 3: unknown key 'moto'")
