"""Labelled dossiers: how often the builtin reviewer votes as a careful reader would."""

import json
from collections import Counter

import pytest

from panel.evidence.dossier import read_dossier
from panel.store.releases import read_release
from tests.builtin.conftest import ROOT

FOLDER = ROOT / "tests" / "data" / "builtin"
LABELS = [json.loads(line) for line in (FOLDER / "labels.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def outcomes(personas, reader):
    """(persona, right) of every label that isn't open."""
    found = []
    for label in LABELS:
        dossier = read_dossier(read_release(FOLDER / f"{label['slug']}.md"))
        for persona, vote in label["votes"].items():
            if vote is not None:
                found.append((persona, reader.balance(personas[persona], dossier).ship == (vote == "ship")))
    return found


def test_the_labels_are_worth_testing_against():
    """There are enough, of both kinds, for every persona."""
    votes = Counter((persona, vote) for label in LABELS for persona, vote in label["votes"].items() if vote)
    assert sum(votes.values()) > 140
    assert min(votes.values()) >= 7


@pytest.mark.parametrize("persona", ["developer", "skeptic", "futurist", "creator", "business"])
def test_each_persona_votes_as_labelled(persona, outcomes):
    """At least nine in ten on the dossiers that its vocabulary was written with."""
    mine = [right for name, right in outcomes if name == persona]
    assert sum(mine) / len(mine) >= 0.9


@pytest.mark.parametrize(
    ("slug", "percent"),
    [("muse-spark", 25), ("qwen3-6-35b-a3b", 75), ("qwen3-6-27b", 100)],
    ids=str,
)
def test_the_worked_examples_are_read_not_remembered(slug, percent, personas, reader):
    """The published percentages hold for the same texts under another name."""
    release = read_release(ROOT / "releases" / slug)
    fourth = "business" if slug == "qwen3-6-27b" else "creator"
    seats = ["developer", "skeptic", "futurist", fourth]
    dossier = read_dossier(release.model_copy(update={"slug": "another"}))
    ships = sum(reader.balance(personas[seat], dossier).ship for seat in seats)
    assert round(100 * ships / len(seats)) == percent
