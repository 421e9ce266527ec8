"""A persona's text taken into parts that an optimiser may rewrite, and put together again."""

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml
from pydantic import ValidationError

from panel.domain.persona import Persona
from panel.errors import DeclarationError
from panel.store.records import write_new_text
from panel.store.texts import read_text
from panel.store.workspace import Workspace
from panel.store.yaml_lines import read_yaml

LISTS: Final = ("excited_by", "tired_of", "ships_when", "skips_when", "voice")
"""Parts that are lists; in a candidate they are one entry a line."""
_MOVE = "move "
_SCHEMA_LINE = "# yaml-language-server: $schema=../docs/persona.schema.json\n"


class Part(NamedTuple):
    """One part of a persona's text."""

    name: str
    """What it is called."""
    says: str
    """What it says."""
    listed: bool
    """Whether it is a list, one entry a line."""


def parts_of(persona: Persona) -> dict[str, str]:
    """Return the parts of a persona that steer its votes, by name: how it asks, what it weighs, how it argues."""
    lists = {name: "\n".join(getattr(persona, name)) for name in LISTS}
    moves = {f"{_MOVE}{move.name}": move.instruction.strip() for move in persona.moves}
    return {"lens": persona.lens, **lists, **moves}


def part(name: str, says: str) -> Part:
    """Return a part as a prompt shows it."""
    return Part(name.removeprefix(_MOVE), says, name in LISTS)


def with_parts(persona: Persona, parts: Mapping[str, str]) -> Persona | None:
    """Return the persona with these parts; None if one of them can't be a part of a persona.

    Name, title, motto, the names of its moves and its ``never_says`` stay as they are: it remains the same reviewer.
    """
    said: dict[str, Any] = {name: _entries(parts[name]) for name in LISTS}
    moves = [{**move.model_dump(), "instruction": parts[f"{_MOVE}{move.name}"].strip()} for move in persona.moves]
    try:
        return Persona.model_validate({**persona.model_dump(), **said, "lens": parts["lens"].strip(), "moves": moves})
    except ValidationError:
        return None


def draft_text(home: Workspace, persona: Persona, changed: Persona) -> tuple[str, str]:
    """Return a persona's file with the changed parts in it, and the difference line by line.

    Args:
        home: The workspace.
        persona: The persona as it is.
        changed: The persona as it should be.

    Raises:
        DeclarationError: The persona's file can't be read.
    """
    path = home.persona_paths()[persona.id]
    data = read_yaml(read_text(path), path).data
    now, then = changed.model_dump(mode="json", exclude_defaults=True), persona.model_dump(mode="json")
    wanted = {name: now[name] for name in ("lens", *LISTS, "moves") if now[name] != _plain(then[name])}
    before, after = _dumped(data), _dumped({**data, **wanted})
    difference = difflib.unified_diff(
        before.splitlines(),
        after.splitlines(),
        f"personas/{persona.id}.yaml",
        f"{persona.id} (draft)",
        lineterm="",
        n=1,
    )
    return _SCHEMA_LINE + after, "\n".join(difference)


def keep_draft(file: Path, text: str) -> Path:
    """Write a draft where nothing stands yet; return its file.

    Raises:
        DeclarationError: Something stands there already, or it can't be written.
    """
    if not write_new_text(file, text):
        raise DeclarationError(
            "there is a file already, and drafts overwrite nothing; name another by --out", file=file
        )
    return file


def _entries(text: str) -> list[str]:
    return [entry for line in text.splitlines() if (entry := line.strip().removeprefix("- ").strip())]


def _plain(value: Any) -> Any:  # noqa: ANN401
    """Drop what is at its default from a list of nouns, as ``exclude_defaults`` does."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: plain for key, each in value.items() if (plain := _plain(each)) not in ({}, [], None)}
    return value


def _dumped(data: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(data), sort_keys=False, allow_unicode=True, width=110)
