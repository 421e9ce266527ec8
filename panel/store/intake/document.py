"""A document as it was read: its words, and what it says about itself."""

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True)
class Document:
    """One document's words, and what it says about itself."""

    text: str
    """The main text, as Markdown, without navigation, cookie notices and related links."""
    title: str | None = None
    """Its headline."""
    url: str | None = None
    """Where it was published."""
    publisher: str | None = None
    """Who published it."""
    author: str | None = None
    """Who wrote it."""
    date: dt.date | None = None
    """When it was published."""
    language: str | None = None
    """BCP 47 tag."""
    hidden: str | None = None
    """What it says without showing it."""

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return {**asdict(self), "date": self.date.isoformat() if self.date else None}

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> Self:
        """Return the document that JSON holds."""
        return cls(**{**said, "date": dt.date.fromisoformat(said["date"]) if said["date"] else None})
