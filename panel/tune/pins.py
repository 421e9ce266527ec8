"""Pins: what a panel said of chosen releases on the day it was trusted, kept to be held against later days."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

from pydantic import Field

from panel.domain.ballot import Vote
from panel.domain.noun import Noun
from panel.errors import DeclarationError
from panel.evidence.dossier import read_dossier
from panel.hearing.poll import BALLOT
from panel.store.nearest import did_you_mean
from panel.store.records import read_record, record_text, write_new_text, write_record
from panel.store.slugs import checked_slug
from panel.store.workspace import Workspace
from panel.tune.docket import Docket
from panel.tune.votes_table import Cell, VotesTable

FOLDER: Final = "sentinels"
"""Where a workspace keeps its pins, to be committed with it."""


class PinnedVote(Noun):
    """One ballot of a pin."""

    release: str
    """Slug of the release."""
    seat: str
    """Id of the persona."""
    model: str
    """The model asked."""
    answered_by: str | None = None
    """The model that said it answered: providers tell their version here."""
    sample: int = Field(ge=1)
    """Number of the sample."""
    vote: Vote | None
    """What it said; None if it was spoiled."""


class Pin(Noun):
    """What a panel said of chosen releases, and everything that it said it from."""

    schema_version: Literal[1] = 1
    """Version of this record's form."""
    name: str
    """Name of the pin."""
    at: dt.datetime
    """When it was made (UTC)."""
    models: tuple[str, ...]
    """The models asked."""
    seats: str | None = None
    """The seats as they were asked for; None for all."""
    samples: int = Field(ge=1)
    """Ballots per seat, model and release."""
    asked: int = Field(ge=1)
    """Highest number of a sample that was asked for, here or in a check: the next check begins after it."""
    dossiers: dict[str, str]
    """Release → hash of what the panel read."""
    personas: dict[str, str]
    """Persona → hash of what its model read."""
    prompt: str
    """Hash of the ballot's prompt."""
    votes: tuple[PinnedVote, ...]
    """Every ballot."""

    def table(self, arm: str) -> VotesTable:
        """Return its ballots as votes of one arm."""
        return VotesTable(tuple(Cell(arm=arm, **vote.model_dump()) for vote in self.votes))


def pin_of(
    home: Workspace, name: str, docket: Docket, table: VotesTable, *, seats: str | None, now: dt.datetime
) -> Pin:
    """Make a pin of ballots that were just cast.

    Args:
        home: The workspace.
        name: What to call it.
        docket: The releases and who judged them.
        table: The ballots.
        seats: The seats as they were asked for.
        now: The time (UTC).

    Raises:
        DeclarationError: The name can't be a file's, or a prompt can't be read.
    """
    numbers = [cell.sample for cell in table]
    known = PinnedVote.model_fields
    return Pin(
        name=checked_slug(name),
        at=now,
        models=table.models,
        seats=seats,
        samples=max(numbers) - min(numbers) + 1,
        asked=max(numbers),
        **made_from(home, docket),
        votes=tuple(PinnedVote(**{field: getattr(cell, field) for field in known}) for cell in table),
    )


def made_from(home: Workspace, docket: Docket) -> dict[str, dict[str, str] | str]:
    """Return the hashes of dossiers, personas and prompt, by the names that a pin gives them.

    Raises:
        DeclarationError: A prompt can't be read.
    """
    personas = {seat.persona.id: seat.persona.spoken.hash for panel in docket.seated.values() for seat in panel.seats}
    return {
        "dossiers": {slug: read_dossier(release).hash for slug, release in docket.releases.items()},
        "personas": personas,
        "prompt": home.prompts().hash_of(BALLOT),
    }


def changed_since(pin: Pin, today: Mapping[str, dict[str, str] | str]) -> list[str]:
    """Return what has changed besides the model, in words; votes can't be held against each other across it."""
    found = ["the ballot's prompt"] if today["prompt"] != pin.prompt else []
    for kind, then in (("persona", pin.personas), ("release", pin.dossiers)):
        now = today[f"{'dossiers' if kind == 'release' else 'personas'}"]
        assert isinstance(now, dict)
        found += [f"the {kind} {name}" for name, was in then.items() if now.get(name) != was]
    return found


def pin_file(home: Workspace, name: str) -> Path:
    """Return where a pin is kept.

    Raises:
        DeclarationError: The name can't be a file's.
    """
    return home.root / FOLDER / f"{checked_slug(name)}.json"


def pin_names(home: Workspace) -> list[str]:
    """Return the names of the pins that there are."""
    return sorted(path.stem for path in (home.root / FOLDER).glob("*.json"))


def read_pin(home: Workspace, name: str) -> Pin:
    """Read a pin.

    Raises:
        DeclarationError: There is none of that name, or it is damaged.
    """
    file = pin_file(home, name)
    if not file.exists():
        known = pin_names(home)
        hint = did_you_mean(name, known) or "; make it with: shipskip tune sentinel pin NAME RELEASE…"
        raise DeclarationError(f"there is no sentinel {name!r} under {FOLDER}/{hint}")
    return read_record(file, Pin)


def refuse_taken(home: Workspace, name: str) -> None:
    """Make sure that a name is free, before anything is paid for.

    Raises:
        DeclarationError: There is a pin of that name already.
    """
    file = pin_file(home, name)
    if file.exists():
        raise DeclarationError("this sentinel is there already; remove it to pin anew, or take another name", file=file)


def keep_pin(home: Workspace, pin: Pin) -> Path:
    """Write a new pin; return its file.

    Raises:
        DeclarationError: There is one of that name already, or it can't be written.
    """
    file = pin_file(home, pin.name)
    if not write_new_text(file, record_text(pin)):
        refuse_taken(home, pin.name)
    return file


def keep_asked(home: Workspace, pin: Pin, asked: int) -> None:
    """Note how far the samples of a pin have been asked for, so that the next check asks anew.

    Raises:
        DeclarationError: It can't be written.
    """
    if asked > pin.asked:
        write_record(pin_file(home, pin.name), pin.model_copy(update={"asked": asked}))
