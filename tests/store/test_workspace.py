import datetime as dt
import os
from pathlib import Path

import pytest

from panel.domain.verdict import Event, Finding, Provenance, Subject, Tally, Verdict
from panel.errors import DeclarationError
from panel.store.scaffold import init
from panel.store.settings import Settings
from panel.store.shipped import shipped_folder
from panel.store.workspace import Workspace


def verdict(**changes):
    """Return a small verdict."""
    tally = Tally(ship_percent=100, ship=1, skip=0, spoiled=0, seats=1, interval=(20, 100), headline="100 %")
    made = Verdict(
        release=Subject(slug="spark", name="Spark"),
        tally=tally,
        ballots=(),
        provenance=Provenance(dossier="d", personas={}, prompt="p", models=("builtin",), shipskip="0"),
        disclosure="Simulated.",
    )
    return made.model_copy(update=changes)


def event(why):
    """Return one step of an editor's."""
    return Event(at=dt.datetime(2026, 1, 2, tzinfo=dt.UTC), who="ada", state="edited", why=why)


def release(path, text="Words to read."):
    """Write a file and its folders; return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


@pytest.fixture
def home(tmp_path):
    """A fresh workspace."""
    init(tmp_path / "home")
    return Workspace(tmp_path / "home")


def test_found_from_below(home):
    """A workspace is found from any folder in it; elsewhere, the folder itself is one."""
    below = home.root / "releases" / "deep"
    below.mkdir()
    assert Workspace.find(below) == home
    assert Workspace.find(home.root.parent).root == home.root.parent


def test_init_never_overwrites(home, tmp_path):
    """A second init leaves every file as it is, and says so."""
    (home.root / "panel.toml").write_text("samples = 3\n")
    (home.root / ".gitignore").unlink()
    again = init(home.root)
    assert [path.name for path in again.written] == [".gitignore"]
    assert home.settings_file in again.left
    assert home.panel_settings().samples == 3
    release(tmp_path / "file")
    with pytest.raises(DeclarationError, match="this is a file"):
        init(tmp_path / "file")


def test_a_fresh_workspace_works(home):
    """The settings are the defaults, the example reads, and every folder explains itself."""
    assert home.panel_settings() == Settings()
    assert list(home.release_paths()) == ["larkspur"]
    example = home.release("larkspur")
    assert (example.name, example.pricing.free_tier, example.tags[0]) == ("Larkspur", True, "developer-tools")
    assert (home.root / ".gitignore").read_text() == ".shipskip/\n/site/\n"
    assert all((home.root / name / "README.md").is_file() for name in ("personas", "prompts", "releases", "verdicts"))
    assert home.ledger_file.parent.name == ".shipskip"
    assert list(home.personas()) == sorted(path.stem for path in shipped_folder("personas").glob("*.yaml"))
    home.prompts().check()


def test_every_line_that_the_settings_comment_out_is_the_default(home, tmp_path):
    """The commented settings are valid and, but for the temperature, say what holds anyway."""
    lines = home.settings_file.read_text().splitlines()
    opened = [line.removeprefix("# ") if " = " in line and line.startswith("# ") else line for line in lines]
    cut = opened.index("# [[seat]]")
    end = next(n for n in range(cut, len(opened)) if not opened[n])
    text = "\n".join(opened[:cut] + opened[end:])
    (tmp_path / "panel.toml").write_text(text)
    settings = Workspace(tmp_path).panel_settings()
    calls = settings.calls.model_copy(update={"temperature": None})
    assert settings.model_copy(update={"calls": calls}) == Settings()


def test_the_workspace_wins_over_what_is_shipped(home):
    """An ejected persona is the workspace's own from then on, with the same hash until it is changed."""
    before = home.which("persona", "skeptic")
    copy = home.eject("persona", "skeptic")
    after = home.which("persona", "skeptic.yaml")
    assert (before.origin, after.origin, after.path) == ("shipped", "workspace", copy)
    assert before.hash == after.hash == home.persona("skeptic").hash
    copy.write_text(copy.read_text().replace("weight:", "# weight:") + "\nweight: 2.5\n")
    assert home.persona("skeptic").weight == home.personas()["skeptic"].weight == 2.5
    assert home.which("persona", "skeptic").hash != before.hash


def test_prompts_are_ejected_too(home):
    """A prompt's copy has the shipped one's hash, and is never written twice."""
    before = home.which("prompt", "ballot")
    assert home.eject("prompt", "ballot.j2") == home.prompts_folder / "ballot.j2"
    assert home.which("prompt", "ballot").hash == before.hash == home.prompts().hash_of("ballot.j2")
    with pytest.raises(DeclarationError, match="has its own prompt 'ballot' already"):
        home.eject("prompt", "ballot")


def test_unknown_declarations(home):
    """Misspelt personas and prompts get a suggestion."""
    for ask in (home.which, home.eject):
        with pytest.raises(DeclarationError, match="did you mean 'skeptic'"):
            ask("persona", "skeptik")
    with pytest.raises(DeclarationError, match="did you mean 'skeptic'"):
        home.persona("skeptik")
    with pytest.raises(DeclarationError, match=r"no prompt '\.\./\.\./etc' comes"):
        home.eject("prompt", "../../etc")


def test_releases_are_found_by_path_and_by_slug(home, monkeypatch):
    """An existing path wins; else a slug finds a file or a folder of the workspace, a file before a folder."""
    release(home.releases_folder / "Big Tool.md")
    release(home.releases_folder / "both" / "a.md", "The folder's.")
    release(home.releases_folder / "both.md", "The file's.")
    monkeypatch.chdir(home.root)
    assert home.release("big-tool").slug == "big-tool"
    assert home.release("releases/larkspur").slug == "larkspur"
    assert home.release("both").sources[0].text == "The file's."
    release(home.root / "elsewhere" / "larkspur", "Another text.")
    monkeypatch.chdir(home.root / "elsewhere")
    assert home.release("larkspur").sources[0].text == "Another text."
    assert home.release(home.releases_folder / "larkspur.md").name == "Larkspur"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("larkspr", "did you mean 'larkspur'?"),
        ("qwertyuiop", "there is no release 'qwertyuiop'; there are larkspur"),
        ("", "there is no release ''"),
        ("a\0b", "release"),
        ("x" * 5000, "can't be read"),
        ("releases", "holds releases; name one: larkspur"),
    ],
)
def test_missing_releases(home, monkeypatch, name, words):
    """A release that can't be found is one sentence with a suggestion."""
    monkeypatch.chdir(home.root)
    with pytest.raises(DeclarationError) as caught:
        home.release(name)
    assert words in str(caught.value)


def test_a_verdict_comes_back(home):
    """What is saved is what is read, by slug or all in a row."""
    assert home.verdict("spark") is None
    assert list(home.verdicts()) == []
    assert home.save(verdict()) == verdict()
    assert home.verdict("spark") == verdict()
    assert list(home.verdicts()) == [verdict()]


def test_the_same_verdict_is_not_written_again(home):
    """A verdict that differs only in what editors add leaves the stored bytes alone."""
    finding = Finding(kind="unsupported", text="Why?", resolution="It is said in S1.2.")
    edited = verdict(state="approved", history=(event("read"),), findings=(finding,))
    home.save(edited)
    file = home.verdict_file("spark")
    before = (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_ino)
    again = verdict(findings=(finding.model_copy(update={"resolution": None}),))
    assert home.save(again) == edited
    assert (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_ino) == before


def test_an_editors_work_is_never_lost(home):
    """A new verdict replaces a draft, but keeps what an editor has worked on among the past ones."""
    home.save(verdict())
    home.save(verdict(disclosure="Second."))
    folder = home.verdict_file("spark").parent
    assert not (folder / "past").exists()
    for number in (1, 2):
        home.save(verdict(state="edited", disclosure=f"Edited {number}."))
        stored = home.verdict_file("spark").read_bytes()
        home.save(verdict(disclosure=f"New {number}."))
        assert (folder / "past" / f"{number}.json").read_bytes() == stored
    assert home.verdict("spark") == verdict(disclosure="New 2.")


def test_verdicts_stay_in_their_folder(home):
    """A slug that would leave the folder of verdicts is refused."""
    for slug in ("../spark", "/etc", "a/b", "", ".", "Spark", "compare"):
        with pytest.raises(DeclarationError, match="is no slug"):
            home.verdict(slug)


def test_a_damaged_record_is_named(home):
    """A verdict that can't be read says which file it is."""
    file = home.verdict_file("spark")
    release(file, "{")
    with pytest.raises(DeclarationError) as caught:
        home.save(verdict())
    assert str(file) in str(caught.value)
    assert file.read_text() == "{"


@pytest.mark.skipif(os.name != "posix", reason="folders of other systems have no such permission")
def test_paths_are_paths(home):
    """Every folder of a workspace lies in its root."""
    folders = (home.personas_folder, home.prompts_folder, home.releases_folder, home.comparisons_folder)
    assert all(isinstance(each, Path) and each.is_relative_to(home.root) for each in folders)
