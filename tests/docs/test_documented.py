"""Docs are checked: verbs stand in the README, its commands are the Makefile's, the persona schema is current."""

import json
import re
from pathlib import Path

from panel.cli.root import VERBS
from panel.store.personas import persona_schema

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_verb_is_documented():
    """A verb that the README doesn't name can't be found."""
    assert [verb for verb in VERBS if f"shipskip {verb}" not in README] == []


def test_the_readme_names_no_verb_that_is_not_there():
    """Every ``shipskip …`` in the README is a verb."""
    named = set(re.findall(r"\bshipskip ([a-z]+)\b", "\n".join(re.findall(r"```.*?```", README, re.DOTALL))))
    assert named <= {*VERBS}


def test_the_readme_opens_with_the_two_commands():
    """Demo and test come before everything else."""
    assert README.index("make demo") < README.index("make test") < 1200


def test_the_persona_schema_for_editors_is_current():
    """``docs/persona.schema.json`` is what ``persona schema`` prints today."""
    kept = json.loads((ROOT / "docs" / "persona.schema.json").read_text(encoding="utf-8"))
    assert kept == json.loads(json.dumps(persona_schema()))


def test_every_persona_names_the_schema():
    """Editors complete persona files, because the first line says by which schema."""
    for file in (ROOT / "personas").glob("*.yaml"):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=../docs/persona.schema.json", file


def test_links_between_documents_lead_somewhere():
    """Relative links in Markdown files exist."""
    for file in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", file.read_text(encoding="utf-8")):
            if not target.startswith(("http://", "https://", "mailto:")):
                assert (file.parent / target).exists(), f"{file.name}: {target}"
