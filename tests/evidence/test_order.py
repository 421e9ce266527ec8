"""What is found in a dossier, and in which order, depends on its words alone."""

import os
import subprocess
import sys
from pathlib import Path

DOSSIERS = Path(__file__).parents[1] / "data" / "evidence" / "dossiers"
CHECK = """
import json, sys
from pathlib import Path
from panel.domain.release import Release, Source
from panel.evidence.conflicts import disagreements
from panel.evidence.dossier import read_dossier
from panel.evidence.facts import read_facts
from panel.evidence.hostile import hostile_findings

files = sorted(Path(sys.argv[1]).glob("*/*.md"))[:60]
sources = [Source(key=f"S{n + 1}", text="\\n\\n".join(each.read_text() for each in files[n::3])) for n in range(3)]
dossier = read_dossier(Release(slug="jay-bird-cam", name="Jay Bird", sources=tuple(sources)))
found = [*disagreements(dossier), *hostile_findings(dossier), read_facts(dossier)]
print(json.dumps([each.model_dump(mode="json") for each in found]))
"""


def test_findings_come_in_one_order_whatever_the_hash_seed():
    """A joined dossier with many disagreements gives the same JSON in processes that hash words differently."""
    told = {
        subprocess.run(
            [sys.executable, "-c", CHECK, str(DOSSIERS)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(told) == 1
    assert told.pop().count('"contradiction"') > 10
