"""The wheel: what ``pip install .`` puts on a machine works outside the repository."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """An environment with the wheel in it; its dependencies are those of the environment that runs the tests."""
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    here = next(path for path in sys.path if path.endswith("site-packages"))
    (Path(site) / "dependencies.pth").write_text(f"{here}\n")
    return python


def run(python, *argv, cwd):
    """Run a command of the installed package, with nothing of the repository on its path."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run([python, *argv], cwd=cwd, env=env, capture_output=True, text=True, check=False)


def test_personas_and_prompts_travel_in_the_wheel(wheel):
    """Every shipped persona, prompt, template and script is in it, and no test, release or verdict."""
    names = zipfile.ZipFile(wheel).namelist()
    for kind in ("personas", "prompts"):
        for file in (ROOT / kind).rglob("*.*"):
            assert f"panel/shipped/{kind}/{file.relative_to(ROOT / kind).as_posix()}" in names
    for file in [*(ROOT / "panel").rglob("templates/*"), *(ROOT / "panel").rglob("static/*")]:
        assert file.is_dir() or file.relative_to(ROOT).as_posix() in names
    assert not [name for name in names if name.startswith(("tests/", "releases/", "verdicts/", "benchmarks/"))]
    assert [name for name in names if name.endswith("entry_points.txt")]


def test_it_reviews_outside_the_repository(installed, tmp_path):
    """A bare text in an empty folder gets its verdict, from the installed files."""
    (tmp_path / "kettle.txt").write_text(
        "Kettle\n\nKettle has a public API under the MIT licence. It needs no account.\n"
    )
    where = run(installed, "-c", "import panel; print(panel.__file__)", cwd=tmp_path)
    assert str(ROOT) not in where.stdout
    ran = run(installed, "-m", "panel.cli", "review", "kettle.txt", "--seats", "all", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "verdicts" / "kettle" / "verdict.html").is_file()


def test_init_starts_a_workspace_that_reviews(installed, tmp_path):
    """A new workspace has an example release that can be reviewed at once; a second init changes nothing."""
    assert run(installed, "-m", "panel.cli", "init", "mine", cwd=tmp_path).returncode == 0
    home = tmp_path / "mine"
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    again = run(installed, "-m", "panel.cli", "init", cwd=home)
    assert again.returncode == 0
    assert "kept" in again.stdout
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before
    (release,) = [p for p in (home / "releases").iterdir() if p.name != "README.md" and not p.name.startswith(".")]
    ran = run(installed, "-m", "panel.cli", "review", f"releases/{release.name}", cwd=home)
    assert ran.returncode == 0, ran.stderr


def test_eject_copies_a_shipped_file_and_it_then_wins(installed, tmp_path):
    """``which`` tells the shipped file before, the workspace's after; a second eject refuses."""
    run(installed, "-m", "panel.cli", "init", ".", cwd=tmp_path)
    assert "shipped" in run(installed, "-m", "panel.cli", "which", "persona", "skeptic", cwd=tmp_path).stdout
    assert run(installed, "-m", "panel.cli", "eject", "persona", "skeptic", cwd=tmp_path).returncode == 0
    assert "workspace" in run(installed, "-m", "panel.cli", "which", "persona", "skeptic", cwd=tmp_path).stdout
    assert run(installed, "-m", "panel.cli", "eject", "persona", "skeptic", cwd=tmp_path).returncode == 2
