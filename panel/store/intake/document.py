"""A document as it was read: its words, and what it says about itself."""

import datetime as dt
from dataclasses import dataclass


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
