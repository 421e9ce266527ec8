"""Revisions: which state of a record an editor was looking at."""

import hashlib

from pydantic import BaseModel

from panel.store.records import record_text

DIGITS = 16
"""Hexadecimal digits of a revision."""


def revision_of(record: BaseModel) -> str:
    """Return the revision of a record: the beginning of the SHA-256 of what its file holds."""
    return hashlib.sha256(record_text(record).encode("utf-8", "backslashreplace")).hexdigest()[:DIGITS]
