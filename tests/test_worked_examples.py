"""The committed verdicts and comparisons are what the code makes today."""

import json
import shutil
from pathlib import Path

import pytest

import panel
from panel.publish.pages import comparison_html, comparison_markdown, verdict_html, verdict_markdown

ROOT = Path(__file__).resolve().parents[1]
PUBLISHED = {
    "muse-spark": {"developer": "skip", "skeptic": "skip", "futurist": "skip", "creator": "ship"},
    "qwen3-6-35b-a3b": {"developer": "ship", "skeptic": "skip", "futurist": "ship", "creator": "ship"},
    "qwen3-6-27b": {"developer": "ship", "skeptic": "ship", "futurist": "ship", "business": "ship"},
}
PERCENT = {"muse-spark": 25, "qwen3-6-35b-a3b": 75, "qwen3-6-27b": 100}
COMPARED = [("muse-spark", "qwen3-6-35b-a3b"), ("muse-spark", "qwen3-6-27b")]


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A copy of the repository's workspace without its verdicts."""
    root = tmp_path_factory.mktemp("workspace")
    shutil.copytree(ROOT / "releases", root / "releases")
    shutil.copy(ROOT / "panel.toml", root)
    return root


def without_history(record):
    """A record without the times at which it was made."""
    if isinstance(record, dict):
        return {key: without_history(value) for key, value in record.items() if key != "history"}
    return [without_history(value) for value in record] if isinstance(record, list) else record


@pytest.mark.parametrize("slug", PUBLISHED)
def test_the_panel_reads_its_way_to_the_published_votes(slug, home):
    """Seat by seat the votes are those of the published pages, and so is the percentage."""
    verdict = panel.review(slug, workspace=home)
    assert {ballot.persona: ballot.vote for ballot in verdict.ballots} == PUBLISHED[slug]
    assert verdict.tally.ship_percent == PERCENT[slug]


@pytest.mark.parametrize("slug", PUBLISHED)
def test_every_claim_cites_sentences_that_exist(slug, home):
    """No claim without a citation, none that leads nowhere, none that a source contradicts."""
    verdict = panel.review(slug, workspace=home)
    assert all(claim.cites for ballot in verdict.ballots for claim in ballot.claims)
    about_ballots = [finding for finding in verdict.findings if finding.persona is not None]
    assert about_ballots == []


@pytest.mark.parametrize("slug", PUBLISHED)
def test_committed_verdicts_are_current(slug, home):
    """``verdict.json`` and the pages in the repository are byte for byte what today's code writes."""
    folder = ROOT / "verdicts" / slug
    record = json.loads((folder / "verdict.json").read_text(encoding="utf-8"))
    made = panel.review(slug, workspace=home)
    assert without_history(record) == without_history(json.loads(made.model_dump_json()))
    kept = panel.Verdict.model_validate(record)
    assert (folder / "verdict.md").read_text(encoding="utf-8") == verdict_markdown(kept)
    assert (folder / "verdict.html").read_text(encoding="utf-8") == verdict_html(kept)


@pytest.mark.parametrize("pair", COMPARED)
def test_committed_comparisons_are_current(pair, home):
    """So are the side-by-side pages."""
    stem = ROOT / "verdicts" / "compare" / "-vs-".join(pair)
    record = json.loads(stem.with_name(f"{stem.name}.json").read_text(encoding="utf-8"))
    made = panel.compare(pair, workspace=home)
    assert without_history(record) == without_history(json.loads(made.model_dump_json()))
    kept = panel.Comparison.model_validate(record)
    assert stem.with_name(f"{stem.name}.md").read_text(encoding="utf-8") == comparison_markdown(kept)
    assert stem.with_name(f"{stem.name}.html").read_text(encoding="utf-8") == comparison_html(kept)
