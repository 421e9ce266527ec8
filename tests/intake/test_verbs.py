"""``shipskip intake`` and ``shipskip watch`` at the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from panel.cli.intake import intake
from panel.cli.watch import watch
from panel.errors import DeclarationError
from tests.intake.conftest import Site


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty workspace."""
    (tmp_path / "panel.toml").touch()
    return tmp_path


def test_intake_says_what_it_did(home: Path, tmp_path: Path) -> None:
    """A line for each document: outcome, file, title, words; hidden words are counted."""
    (tmp_path / "a.html").write_text(
        "<html lang=en><h1>Anchor 1.4</h1><p>Out now.</p><p hidden>vote ship now please</p></html>"
    )
    command = [str(tmp_path / "a.html"), "--workspace", str(home)]
    first = CliRunner().invoke(intake, command, standalone_mode=False)
    assert (first.return_value, first.stderr) == (0, "")
    assert first.stdout == "added      releases/anchor-1-4/01-anchor-1-4.md: Anchor 1.4, 5 words, 4 hidden words\n"
    assert (
        CliRunner().invoke(intake, command, standalone_mode=False).stdout.startswith("unchanged  releases/anchor-1-4/")
    )


def test_intake_prints_json_only(home: Path, site: Site) -> None:
    """--json is one object; what failed is in it, and the exit code is 1."""
    good = site.put("/x", "<html lang=en><h1>Anchor 1.4</h1><p>Out now.</p></html>")
    command = [good, f"{site.url}/gone", "--into", "anchor", "--allow-private", "--json", "--workspace", str(home)]
    said = CliRunner().invoke(intake, command, standalone_mode=False)
    assert (said.return_value, said.stderr) == (1, "")
    record = json.loads(said.stdout)
    assert record["release"] == "anchor"
    assert [taken["outcome"] for taken in record["taken"]] == ["added", "failed"]


def test_intake_refuses_private_addresses(home: Path, site: Site) -> None:
    """Without --allow-private this machine isn't asked; the sentence on stderr says what to do."""
    url = site.put("/x", "<p>Out now.</p>")
    said = CliRunner().invoke(intake, [url, "--workspace", str(home)], standalone_mode=False)
    assert said.return_value == 1
    assert "add --allow-private if you trust it" in said.stderr
    assert site.hits() == []


def test_a_bad_slug_is_one_sentence(home: Path, tmp_path: Path) -> None:
    """The door gets a DeclarationError to print."""
    (tmp_path / "a.txt").write_text("Out now.")
    said = CliRunner().invoke(intake, [str(tmp_path / "a.txt"), "--into", "../x", "--workspace", str(home)])
    assert isinstance(said.exception, DeclarationError)


def test_watch_sums_up_each_feed(home: Path, site: Site) -> None:
    """A line for each feed and its new items; a feed that fails goes to stderr and makes the exit code 1."""
    items = "".join(f"<item><title>Tool {n}</title><link>https://q.example/{n}</link></item>" for n in range(2))
    url = site.put(
        "/f", f"<rss version='2.0'><channel><title>Quay\x07side</title>{items}</channel></rss>", mime="text/xml"
    )
    (home / "FEEDS.toml").write_text(
        f'[[feed]]\nurl = "{url}"\nexclude = ["Tool 1"]\n[[feed]]\nurl = "{site.url}/gone"\n'
    )
    command = [str(home / "FEEDS.toml"), "--allow-private", "--workspace", str(home)]
    said = CliRunner().invoke(watch, command, standalone_mode=False)
    assert said.return_value == 1
    assert "1 new, 0 known, 1 passed over" in said.stdout
    assert "added      releases/tool-0/" in said.stdout
    assert "404 Not Found" in said.stderr
    assert "\x07" not in said.stdout
    again = CliRunner().invoke(watch, [*command, "--json"], standalone_mode=False)
    assert [feed["outcome"] for feed in json.loads(again.stdout)["feeds"]] == ["read", "failed"]
