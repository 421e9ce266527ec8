"""Slugs: the names of folders, made from paths, and never able to leave their folder."""

import hashlib
import re
import unicodedata
from pathlib import Path

from panel.errors import DeclarationError
from panel.store.documents import SUFFIXES

LONGEST = 100
"""Characters of the longest slug that is made here."""

_FORM = re.compile(r"[a-z0-9][a-z0-9._-]*")
_RESERVED = frozenset({"compare", "readme", "past"})


def slug_of(path: Path) -> str:
    """Return the slug of a release's file or folder: ``Qwen3.6-27B.md`` becomes ``qwen3-6-27b``.

    What ASCII can't spell leaves a short hash behind, so that two such names stay apart.
    """
    name = path.stem if path.suffix.lower() in SUFFIXES else path.name
    return slug_from(name)


def slug_from(name: str) -> str:
    """Return the slug of a name."""
    folded = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(c for c in folded if not unicodedata.combining(c)).lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    lost = any(c.isalnum() and not c.isascii() for c in plain)
    if lost or not slug or len(slug) > LONGEST or slug in _RESERVED:
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        slug = f"{slug[: LONGEST - 9].rstrip('-') or 'release'}-{digest}"
    return slug


def checked_slug(slug: str) -> str:
    """Return a slug that someone typed, if it can name a folder.

    Raises:
        DeclarationError: If it could leave its folder, or isn't lower case.
    """
    if len(slug) <= 120 and _FORM.fullmatch(slug) and slug not in _RESERVED:
        return slug
    raise DeclarationError(f"{slug!r} is no slug; a slug has lower-case letters, digits, '-', '.' and '_' only")
