"""Personas read, changed, tried side by side with today's, and saved to the workspace."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from panel.domain.ballot import Ballot, SpoiledBallot
from panel.domain.noun import Noun
from panel.domain.persona import Persona
from panel.domain.release import Dossier
from panel.domain.seating import Seat
from panel.editorial.bench import open_bench
from panel.editorial.sources import needed_dossier
from panel.errors import Conflict, DeclarationError
from panel.hearing.poll import Bench, poll
from panel.store.locks import locked
from panel.store.persona_lint import lint
from panel.store.personas import parse_persona
from panel.store.records import write_text_atomically
from panel.store.texts import read_text
from panel.store.workspace import Workspace

LONGEST = 200_000
"""Characters of a persona's file."""
MOST_TRIED = 3
"""Releases on which a persona is tried at once."""


class PersonaFile(Noun):
    """A persona's file as it is today."""

    id: str
    """Name of the persona."""
    text: str
    """Its YAML."""
    own: bool
    """Whether it is the workspace's own, not the shipped one."""
    revision: str
    """Revision of the file that would be replaced; of nothing, where the workspace has none."""


class Trial(NamedTuple):
    """How one release fares before two versions of a persona."""

    dossier: Dossier
    """What was judged."""
    today: Ballot | SpoiledBallot
    """What the persona says as it is."""
    changed: Ballot | SpoiledBallot
    """What it says as it was changed."""


def persona_file(home: Workspace, name: str) -> PersonaFile:
    """Return the file of a persona.

    Raises:
        DeclarationError: There is no such persona.
    """
    path = _known(home, name)
    text = read_text(path)
    own = path.parent == home.personas_folder
    return PersonaFile(id=name, text=text, own=own, revision=_revision(text if own else None))


def checked_persona(home: Workspace, name: str, text: str) -> tuple[Persona, list[str]]:
    """Return the persona that a text describes, and what looks like a slip in it.

    Raises:
        DeclarationError: One sentence with the line about the first mistake.
    """
    _known(home, name)
    if len(text) > LONGEST:
        raise DeclarationError(f"a persona has at most {LONGEST} characters, and this one has {len(text)}")
    persona = parse_persona(_lines(text), home.personas_folder / f"{name}.yaml")
    return persona, lint(persona)


def save_persona(home: Workspace, name: str, text: str, expected: str) -> Path:
    """Write a persona to the workspace, where it wins over the shipped one; return its file.

    Raises:
        Conflict: The file has changed since it was read.
        DeclarationError: The text has a mistake, or can't be written.
    """
    checked_persona(home, name, text)
    path = home.personas_folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path.parent):
        if _revision(read_text(path) if path.is_file() else None) != expected:
            raise Conflict(f"somebody has saved {path.name} since you opened it; look at theirs, then save again")
        write_text_atomically(path, _lines(text))
    return path


async def try_persona(
    home: Workspace, name: str, text: str, slugs: Sequence[str], models: Sequence[str] = ()
) -> list[Trial]:
    """Ask a persona as it is and as it was changed about the same releases; what the ledger has isn't asked again.

    Raises:
        DeclarationError: The text has a mistake, a release is missing, or a model can't be asked.
    """
    slugs = check_choice(slugs)
    today, (changed, _) = home.persona(name), checked_persona(home, name, text)
    asked = tuple(models) or (home.panel_settings().model,)
    dossiers = [needed_dossier(home, slug) for slug in slugs]
    async with open_bench(home, asked) as bench:
        return [await _trial(each, today, changed, asked, bench) for each in dossiers]


def check_choice(slugs: Sequence[str]) -> list[str]:
    """Return the releases that were chosen, each once.

    Raises:
        DeclarationError: There are none, or too many.
    """
    chosen = list(dict.fromkeys(slugs))
    if not 1 <= len(chosen) <= MOST_TRIED:
        raise DeclarationError(f"choose 1 to {MOST_TRIED} releases to try it on, not {len(chosen)}")
    return chosen


async def _trial(dossier: Dossier, today: Persona, changed: Persona, models: tuple[str, ...], bench: Bench) -> Trial:
    before = await poll(Seat(persona=today, models=models), dossier, bench)
    return Trial(dossier, before, await poll(Seat(persona=changed, models=models), dossier, bench))


def _known(home: Workspace, name: str) -> Path:
    paths = home.persona_paths()
    if name not in paths:
        raise DeclarationError(f"there is no persona {name!r}; there are {', '.join(paths)}")
    return paths[name]


def _revision(text: str | None) -> str:
    return "none" if text is None else hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _lines(text: str) -> str:
    """Return a text from a form with the line ends of a file."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip() + "\n"
