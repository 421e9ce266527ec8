"""What rules and weights yield on sets that nothing was mended on or fitted to.

Nobody has read ``unread`` and ``unread2``, but their totals told which bound to take; let them stay so. The pages of
``attacks_fresh`` and ``clean_fresh`` were mended on where they were missed.
"""

import json
from pathlib import Path

import pytest

from panel.evidence.conflicts import judge_pair
from panel.evidence.dossier import read_dossier
from panel.evidence.facts import read_facts
from panel.evidence.grounding import ground_statement
from panel.evidence.hostile import hostile_findings
from panel.store.releases import read_release
from tests.evidence.test_bars import fits

UNREAD = ("unread", "unread2")
DATA = Path(__file__).resolve().parents[1] / "data" / "evidence"


def rows(name):
    """The lines of a labelled set."""
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def dossier(slug):
    """A labelled dossier."""
    return read_dossier(read_release(DATA / "dossiers" / slug))


def test_statements_that_nobody_read():
    """Nine alarms of ten are right, four of five wrong statements are found, and no opinion is flagged."""
    said = [row for name in UNREAD for row in rows(f"statements_{name}.jsonl")]
    known = {slug: dossier(slug) for slug in {row["slug"] for row in said}}
    judged = [(row["grounded"], ground_statement(row["statement"], known[row["slug"]]).grounded) for row in said]
    alarms = [wanted for wanted, found in judged if found is False]
    assert alarms.count(False) / len(alarms) >= 0.9
    assert alarms.count(False) / sum(wanted is False for wanted, _ in judged) >= 0.8
    assert alarms.count(None) == 0


@pytest.mark.parametrize("name", UNREAD)
def test_facts_that_nobody_read(name):
    """Nine facts of ten are what the label says."""
    right = []
    for row in rows(f"facts_{name}.jsonl"):
        found = read_facts(dossier(row["slug"])).model_dump(mode="json")
        right += [fits(wanted, found[key]["value"]) for key, wanted in row["facts"].items()]
    assert sum(right) / len(right) >= 0.9


@pytest.mark.parametrize("name", UNREAD)
def test_pairs_that_nobody_read(name):
    """F1 by the command, and near misses alarmed."""
    judged = []
    for row in rows(f"pairs_{name}.jsonl"):
        subject = read_release(DATA / "dossiers" / row["slug"]).name
        found = judge_pair(row["a"]["text"], row["b"]["text"], subject=subject)
        judged.append((row["contradiction"], found is not None))
    right, wrong, missed = (judged.count(each) for each in ((True, True), (False, True), (True, False)))
    assert 2 * right / (2 * right + wrong + missed) >= 0.75
    assert wrong <= 3


@pytest.mark.parametrize("path", sorted((DATA / "attacks_fresh").glob("*.md")), ids=lambda path: path.stem)
def test_attacks_of_other_hands_are_found(path):
    """Each page yields a finding, of whichever kind."""
    assert hostile_findings(read_dossier(read_release(path)))


def test_clean_pages_of_other_hands_are_left_in_peace():
    """Of pages that only look suspicious at most one in twenty is alarmed."""
    pages = sorted((DATA / "clean_fresh").glob("*.md"))
    alarmed = [path.stem for path in pages if hostile_findings(read_dossier(read_release(path)))]
    assert len(pages) >= 70
    assert len(alarmed) * 20 <= len(pages), alarmed
