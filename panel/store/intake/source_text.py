"""A source's file as intake writes it: front matter and text, and single facts changed without touching the rest."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import yaml

from panel.store.front_matter import halves
from panel.store.texts import read_text

_WIDE = 10_000


def source_text(facts: dict[str, Any], text: str) -> str:
    """Return a file with these facts as its front matter; facts that are None, empty or unknown are left out."""
    return f"---\n{_yaml(facts)}---\n\n{text.strip()}\n"


def with_facts(file: Path, facts: dict[str, Any], text: str) -> str:
    """Return what a file holds with some facts set and another text; every other line of its front matter stays.

    Args:
        file: The file.
        facts: The facts to set; None removes one.
        text: The text to stand below.

    Raises:
        DeclarationError: If the file can't be read.
    """
    front, _ = halves(read_text(file), file)
    kept = "".join(f"{line}\n" for line in _without(front.splitlines(), set(facts)))
    return f"---\n{kept}{_yaml(facts)}---\n\n{text.strip()}\n"


def _without(lines: list[str], keys: set[str]) -> list[str]:
    """Return front matter without some of its keys, and without what belongs to them."""
    kept, dropping = [], False
    for line in lines:
        if key := re.match(r"[\"']?([A-Za-z_]+)[\"']?\s*:", line):
            dropping = key.group(1) in keys
        elif line[:1] not in (" ", "\t", "-", "") or line.startswith("#"):
            dropping = False
        if not dropping:
            kept.append(line)
    return kept


def _yaml(facts: dict[str, Any]) -> str:
    stated = {key: value for key, value in facts.items() if value not in (None, "", (), [])}
    plain = {key: list(value) if isinstance(value, tuple) else value for key, value in stated.items()}
    assert all(isinstance(value, (str, list, dict, bool, dt.date)) for value in plain.values())
    return yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=_WIDE) if plain else ""
