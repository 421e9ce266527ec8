"""Facts of short made-up dossiers, one for each way of saying a price, a date, a licence, a maker."""

import json
from pathlib import Path

import pytest

from panel.domain.release import Release, Source
from panel.evidence.dossier import read_dossier
from panel.evidence.facts import read_facts
from tests.evidence.test_bars import fits

CASES = [
    json.loads(line)
    for line in (Path(__file__).resolve().parents[2] / "data" / "evidence" / "facts_short.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def release_of(case):
    """The release that a case describes, with its sources."""
    sources = tuple(
        Source.model_validate({"key": f"S{n}", **source}) for n, source in enumerate(case["sources"], start=1)
    )
    return Release(slug=case["id"], sources=sources, **case["release"])


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_every_labelled_fact_is_read(case):
    """As a careful reader labelled it."""
    found = read_facts(read_dossier(release_of(case))).model_dump(mode="json")
    wrong = {key: found[key]["value"] for key, wanted in case["facts"].items() if not fits(wanted, found[key]["value"])}
    assert wrong == {}
