"""What is remembered of feeds between two readings, in ``.shipskip/feeds.json``."""

from pathlib import Path
from typing import Literal

from pydantic import Field

from panel.domain.noun import Noun
from panel.store.records import read_record, write_record

MOST_KEYS = 20_000
"""Ids and links of one feed that are remembered; the oldest are forgotten first."""

TRIES = 3
"""How often a linked page that couldn't be fetched is asked for, one reading apart."""


class Pending(Noun):
    """A linked page that is still to be fetched."""

    link: str
    """Its address."""
    release: str
    """Slug of the release that it belongs to."""
    tries: int = 1
    """How often it was asked for."""


class FeedMemory(Noun):
    """What is remembered of one feed."""

    etag: str | None = None
    """What the server wants to be asked with."""
    modified: str | None = None
    """The same, by date."""
    seen: tuple[str, ...] = ()
    """Ids and links of known items, the oldest first."""
    pending: tuple[Pending, ...] = ()
    """Linked pages that are still to be fetched."""

    def having_seen(self, keys: tuple[str, ...]) -> "FeedMemory":
        """Return the memory with some more keys."""
        seen = tuple(dict.fromkeys((*self.seen, *keys)))
        return self.model_copy(update={"seen": seen[-MOST_KEYS:]})


class FeedMemories(Noun):
    """What is remembered of all feeds."""

    schema_version: Literal[1] = 1
    """Version of this record's form."""
    feeds: dict[str, FeedMemory] = Field(default_factory=dict)
    """What is remembered of each, by its address."""

    def having(self, url: str, memory: FeedMemory) -> "FeedMemories":
        """Return the memories with one replaced."""
        return self.model_copy(update={"feeds": {**self.feeds, url: memory}})


def memories_file(root: Path) -> Path:
    """Return where a workspace remembers its feeds."""
    return root / ".shipskip" / "feeds.json"


def read_memories(path: Path) -> FeedMemories:
    """Return what is remembered; nothing if nothing was ever read.

    Raises:
        DeclarationError: If the record is damaged.
    """
    return read_record(path, FeedMemories) if path.exists() else FeedMemories()


def write_memories(path: Path, memories: FeedMemories) -> None:
    """Write down what is to be remembered.

    Raises:
        DeclarationError: If it can't be written.
    """
    write_record(path, memories)
