"""Tests of panel.publish.site.build: only what changed is written, and nothing that isn't ours is touched."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from panel.errors import DeclarationError
from panel.publish.site.build import build_site
from panel.publish.site.manifest import NAME
from panel.publish.site.shelf import read_shelf
from panel.publish.site.writing import STAGE
from tests.site.conftest import BASE, vote
from tests.site.made import keep_past, put, put_pair, verdict, workspace

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(tmp_path):
    """A workspace with twelve verdicts on three pages of lists, and two comparisons."""
    return workspace(tmp_path / "w", 12, pairs=2, settings="[site]\nper_page = 2\ncards = false\n")


def built(home, **how):
    """Build and return what came of it."""
    return build_site(home, **{"base_url": BASE, **how})


def files(out: Path) -> dict[str, tuple[int, bytes]]:
    """Return when every file was written, and its bytes."""
    found = {}
    for file in sorted(out.rglob("*")):
        if file.is_file() and not file.name.startswith("."):
            found[file.relative_to(out).as_posix()] = (file.stat().st_mtime_ns, file.read_bytes())
    return found


def touched(before: dict, after: dict) -> set[str]:
    """Return the files that were written or removed between two looks."""
    return {path for path in {*before, *after} if before.get(path) != after.get(path)}


def edit(home, number: int, **changes: object) -> None:
    """Change a stored verdict's release."""
    made = verdict(number)
    put(home, made.model_copy(update={"release": made.release.model_copy(update=changes)}))


def test_a_second_build_writes_nothing(home):
    """Without a change no file is written, removed or touched."""
    out = home.root / "site"
    first = built(home)
    before = files(out)
    second = built(home)
    assert first.written == first.files == len(before)
    assert (second.written, second.removed, second.files) == (0, 0, first.files)
    assert touched(before, files(out)) == set()


def test_an_edit_rewrites_only_what_shows_it(home):
    """A release's changed text rewrites its page and comparison; what lists don't show of it leaves them alone."""
    built(home)
    before = files(home.root / "site")
    edit(home, 0, licence="MIT-0")
    built(home)
    assert touched(before, files(home.root / "site")) == {
        "releases/amber-bench/index.html",
        "compare/amber-bench-vs-cobalt-bench/index.html",
    }


def test_a_new_tagline_reaches_its_lists_and_no_other_release(home):
    """What lists show of a release is rewritten where it is listed: its category, the feed, the index."""
    built(home)
    before = files(home.root / "site")
    edit(home, 11, tagline="Something else altogether")
    built(home)
    changed = touched(before, files(home.root / "site"))
    slug = verdict(11).slug
    assert {f"releases/{slug}/index.html", "index.html", "feed.xml", "search.json"} <= changed
    assert {path for path in changed if path.startswith("releases/")} == {f"releases/{slug}/index.html"}
    assert {path for path in changed if path.startswith("compare/")} == set()
    assert "methodology/index.html" not in changed
    assert sum(path.startswith("latest/") for path in changed) == 0
    assert sum(path.startswith("all/") for path in changed) == 1


def test_a_withdrawn_verdict_leaves_no_trace(home):
    """Its page, its comparison and its empty folders go; a comparison with it isn't shown any more."""
    built(home)
    put(home, verdict(0, state="draft"))
    again = built(home)
    out = home.root / "site"
    assert not (out / "releases" / "amber-bench").exists()
    assert not (out / "compare" / "amber-bench-vs-cobalt-bench").exists()
    assert again.waiting == 1
    assert again.removed >= 2
    assert not [path for path, (_, raw) in files(out).items() if b"amber-bench/" in raw]


def test_readers_votes_rewrite_the_release_s_page_only(home):
    """A new vote changes the page that shows it, and its comparisons; no list."""
    built(home)
    before = files(home.root / "site")
    vote(home, "amber-bench", 8, 4)
    built(home)
    assert touched(before, files(home.root / "site")) == {
        "releases/amber-bench/index.html",
        "compare/amber-bench-vs-cobalt-bench/index.html",
    }


def test_a_comparison_that_no_longer_holds_is_left_out_and_told(home):
    """If a panel votes otherwise since, its comparison goes, and the editor is told how to get it back."""
    put(home, verdict(0, votes="kkkk"))
    put_pair(home, verdict(0, votes="ssss"), verdict(1))
    again = built(home)
    assert not (home.root / "site" / "compare" / "amber-bench-vs-cobalt-bench").exists()
    (told,) = again.notices
    assert "run 'shipskip compare amber-bench cobalt-bench' again" in told


def test_files_of_others_are_never_touched(home):
    """What a build didn't write stays, also when pages beside it go; a file in the way stops the build."""
    out = home.root / "site"
    built(home)
    (out / "CNAME").write_text("example.org")
    (out / "releases" / "amber-bench" / "notes.txt").write_text("mine")
    put(home, verdict(0, state="draft"))
    built(home)
    assert (out / "CNAME").read_text() == "example.org"
    assert (out / "releases" / "amber-bench" / "notes.txt").read_text() == "mine"
    (out / "releases" / "amber-bench" / "index.html").write_text("mine too")
    put(home, verdict(0))
    with pytest.raises(DeclarationError, match=r"'releases/amber-bench/index\.html' stands there already"):
        built(home)
    assert (out / "releases" / "amber-bench" / "index.html").read_text() == "mine too"
    built(home, force=True)
    assert "Amber Bench" in (out / "releases" / "amber-bench" / "index.html").read_text()


@pytest.mark.parametrize("where", [".", "..", "releases", "verdicts/compare", "templates/x", ".shipskip"])
def test_a_site_is_never_built_over_the_workspace(home, where):
    """The workspace itself, what it stands in, and its own folders are refused."""
    before = files(home.root)
    with pytest.raises(DeclarationError, match="the workspace's own files are there"):
        built(home, out=home.root / where, force=True)
    assert files(home.root) == before


def test_a_manifest_can_not_lead_out_of_the_site(home):
    """A manifest that names files elsewhere is refused, and they stay."""
    built(home)
    other = home.root / "panel.toml"
    manifest = home.root / "site" / NAME
    data = json.loads(manifest.read_text())
    data["files"]["../panel.toml"] = {"key": "x", "size": 1}
    manifest.write_text(json.dumps(data))
    with pytest.raises(DeclarationError, match="manifest is damaged"):
        built(home)
    assert other.exists()


def test_a_damaged_or_missing_file_is_made_again(home):
    """What was cut short or removed is written again, and nothing else."""
    built(home)
    out = home.root / "site"
    before = files(out)
    (out / "index.html").write_text("<p>cut")
    (out / "feed.xml").unlink()
    assert built(home).written == 2
    assert {path: raw for path, (_, raw) in files(out).items()} == {path: raw for path, (_, raw) in before.items()}


@pytest.mark.parametrize("phase", ["making", "moving"])
def test_a_killed_build_is_finished_by_the_next(home, phase):
    """After SIGKILL in the middle every page is whole, and the next build ends as an uninterrupted one would."""
    script = (
        "import os, signal, sys; from pathlib import Path; import panel.publish.site.writing as writing\n"
        "from panel.publish.site.build import build_site; from panel.store.workspace import Workspace\n"
        "phase, told, move = sys.argv[2], [], writing._move\n"
        "def stop(*of):\n"
        "    told.append(of)\n"
        "    if len(told) == 20: os.kill(os.getpid(), signal.SIGKILL)\n"
        "if phase == 'moving': writing._move = lambda *of: (stop(), move(*of))\n"
        f"build_site(Workspace(Path(sys.argv[1])), base_url={BASE!r}, progress=stop if phase == 'making' else None)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(home.root), phase], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    out = home.root / "site"
    halfway = {path: raw for path, (_, raw) in files(out).items() if not path.startswith(STAGE)}
    assert len(halfway) == {"making": 0, "moving": 19}[phase]
    assert (out / STAGE).exists()
    again = built(home)
    assert again.written == again.files
    assert not (out / STAGE).exists()
    built(home, out=home.root / "other")
    whole = {path: raw for path, (_, raw) in files(home.root / "other").items()}
    assert {path: raw for path, (_, raw) in files(out).items()} == whole
    assert halfway.items() <= whole.items()


def test_a_mistake_on_one_page_leaves_all_others(home):
    """A template that fails on the last page only has changed none of those made before it."""
    built(home)
    before = files(home.root / "site")
    theme = home.root / "templates" / "methodology.html.j2"
    theme.parent.mkdir()
    theme.write_text('{% extends "shipped:methodology.html.j2" %}{% block community %}{{ 1 / 0 }}{% endblock %}')
    edit(home, 11, tagline="Made anew before the mistake is met")
    with pytest.raises(DeclarationError, match=r"methodology\.html\.j2, line 1: division by zero"):
        built(home)
    assert files(home.root / "site") == before
    theme.unlink()
    assert built(home).written > 1


def test_two_builds_at_once_take_turns(home):
    """Builds that start together end in the same whole site, and each page is written once."""
    found = []
    threads = [threading.Thread(target=lambda: found.append(built(home))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(each.written for each in found) == [0, 0, found[0].files]


def test_a_mistake_leaves_the_site_as_it_was(home):
    """A record that can't be read stops the build before anything is written."""
    built(home)
    before = files(home.root / "site")
    home.verdict_file("cobalt-bench").write_text('{"schema_version": 1}')
    with pytest.raises(DeclarationError, match=r"cobalt-bench/verdict\.json: this is no sound Verdict record"):
        built(home)
    assert touched(before, files(home.root / "site")) == set()


def test_only_changed_records_are_read_again(home, monkeypatch):
    """The shelf parses a record once, and again only when its bytes are others."""
    import panel.publish.site.shelf as shelf

    parsed = []
    read = shelf.read_record
    monkeypatch.setattr(shelf, "read_record", lambda path, noun: parsed.append(path.parent.name) or read(path, noun))
    first = read_shelf(home)
    assert len(parsed) == 12 + 2
    parsed.clear()
    for file in home.verdicts_folder.rglob("*.json"):
        os.utime(file, ns=(1, 1))
    assert read_shelf(home) == first
    assert parsed == []
    edit(home, 3, name="Renamed")
    assert read_shelf(home).by_slug[verdict(3).slug].name == "Renamed"
    assert parsed == [verdict(3).slug]


def test_a_record_in_another_s_folder_is_told(home):
    """A verdict whose folder has another name is refused, since its page would overwrite the other's."""
    made = verdict(1)
    put(home, made.model_copy(update={"release": made.release.model_copy(update={"slug": "elsewhere"})}))
    home.verdict_file("elsewhere").rename(home.verdict_file(made.slug))
    with pytest.raises(DeclarationError, match="'elsewhere', but its folder is called 'cobalt-bench'"):
        built(home)


def test_a_past_verdict_that_readers_never_got_is_not_told(home):
    """Only published sittings are part of the history that readers see."""
    keep_past(home, verdict(5, votes="kkkk", state="edited"))
    built(home)
    slug = verdict(5).slug
    assert "How the verdict changed" not in (home.root / "site" / "releases" / slug / "index.html").read_text()


def test_an_empty_workspace_has_an_honest_site(tmp_path):
    """Without a verdict every list says so, and every page is there."""
    home = workspace(tmp_path, 0)
    assert built(home).verdicts == 0
    assert "No verdict is published yet" in (tmp_path / "site" / "index.html").read_text()
    assert "No verdict is published yet" in (tmp_path / "site" / "all" / "index.html").read_text()
    assert (tmp_path / "site" / "reviewers" / "skeptic" / "index.html").is_file()


def test_without_an_address_there_is_a_site_without_feed(tmp_path):
    """No address is made up: what needs one is left out, and that is told."""
    home = workspace(tmp_path, 2)
    told = build_site(home)
    assert "base_url in [site]" in told.notices[0]
    assert not (tmp_path / "site" / "feed.xml").exists()
    assert 'rel="canonical"' not in (tmp_path / "site" / "index.html").read_text()
    assert build_site(home, base_url=BASE).written > 0
