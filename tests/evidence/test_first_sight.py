"""What is found in ninety-three sets by other hands, who saw nothing of the tool.

Rules were mended on errors of most of them (``READ``). Of the others nobody reads what is missed of statements, so that
they tell what to expect of other text: weights are fitted to some of them, and to some nothing is. Together they have
1,302 dossiers with 11,160 statements, 4,464 pairs, 7,812 facts, 2,232 attacks and 558 clean pages.
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

READ = (*range(47, 96), *range(100, 113), *range(129, 134))
FITTED = range(113, 129)
UNFITTED = range(96, 100)
HARD = range(134, 140)
"""Sets whose writers were asked for strong paraphrase; nothing is fitted to them."""
UNREAD = (*FITTED, *UNFITTED)
DATA = Path(__file__).resolve().parents[1] / "data" / "evidence"


def rows(kind, numbers=UNREAD):
    """The lines of these sets."""
    files = (DATA / f"{kind}_fresh{number}.jsonl" for number in numbers)
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def dossier():
    """Return a function that reads a labelled dossier once."""
    known = {}

    def read(slug):
        if slug not in known:
            known[slug] = read_dossier(read_release(DATA / "dossiers" / slug))
        return known[slug]

    return read


@pytest.mark.parametrize(
    ("numbers", "precision", "recall"),
    [(READ, 0.93, 0.8), (FITTED, 0.9, 0.8), (UNFITTED, 0.9, 0.8), (HARD, 0.88, 0.65)],
)
def test_statements(numbers, precision, recall, dossier):
    """Most alarms are right, most wrong statements are found, and hardly any opinion is flagged."""
    judged = [
        (row["grounded"], ground_statement(row["statement"], dossier(row["slug"])).grounded)
        for row in rows("statements", numbers)
    ]
    alarms = [wanted for wanted, found in judged if found is False]
    assert len(judged) == 120 * len(numbers)
    assert alarms.count(False) / len(alarms) >= precision
    assert alarms.count(False) / sum(wanted is False for wanted, _ in judged) >= recall
    assert alarms.count(None) * 100 <= sum(wanted is None for wanted, _ in judged)


def test_statements_of_older_dossiers(dossier):
    """So are most wrong statements that others wrote later for dossiers of these sets; every thirtieth is looked at."""
    files = sorted(DATA.glob("statements_more*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()][::30]
    judged = [
        (row["grounded"], ground_statement(row["statement"], dossier(row["slug"])).grounded)
        for row in map(json.loads, lines)
    ]
    alarms = [wanted for wanted, found in judged if found is False]
    assert len(judged) >= 800
    assert alarms.count(False) / len(alarms) >= 0.85
    assert alarms.count(False) / sum(wanted is False for wanted, _ in judged) >= 0.65
    assert alarms.count(None) * 40 <= sum(wanted is None for wanted, _ in judged)


def test_facts(dossier):
    """Nine facts of ten, though labels name what use is billed by in words of their own."""
    found = {slug: read_facts(dossier(slug)).model_dump(mode="json") for slug in {row["slug"] for row in rows("facts")}}
    right = [
        fits(wanted, found[row["slug"]][key]["value"]) for row in rows("facts") for key, wanted in row["facts"].items()
    ]
    assert len(right) == 84 * len(UNREAD)
    assert sum(right) / len(right) >= 0.9


def test_pairs(dossier):
    """Contradictions are found, and of the near misses at most one in eight is alarmed."""
    judged = [
        (
            row["contradiction"],
            judge_pair(row["a"]["text"], row["b"]["text"], subject=dossier(row["slug"]).release.name) is not None,
        )
        for row in rows("pairs")
    ]
    right, wrong, missed = (judged.count(each) for each in ((True, True), (False, True), (True, False)))
    assert 2 * right / (2 * right + wrong + missed) >= 0.8
    assert wrong * 8 <= len(judged) / 2


def test_pages():
    """Nearly every page with an attack yields a finding, and nearly no clean one."""
    attacks, clean = (
        [bool(hostile_findings(read_dossier(read_release(path)))) for path in sorted((DATA / folder).glob("*.md"))]
        for folder in ("attacks_first_sight", "clean_first_sight")
    )
    assert len(attacks) >= 500
    assert sum(attacks) / len(attacks) >= 0.98
    assert len(clean) >= 130
    assert sum(clean) / len(clean) <= 0.06
