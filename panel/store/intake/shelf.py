"""The shelf of a release's sources: adding one, and noticing that one is there already or has changed."""

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from panel.errors import DeclarationError
from panel.store.front_matter import part
from panel.store.intake.document import Document
from panel.store.intake.source_text import source_text, with_facts
from panel.store.records import write_bytes_atomically, write_text_atomically
from panel.store.releases import MANIFEST, is_source
from panel.store.slugs import slug_from
from panel.store.texts import read_bytes, read_text

ORIGINALS = "originals"
"""Folder of the documents as they came."""

REVISIONS = "revisions"
"""Folder of the texts that sources had before they changed."""

Outcome = Literal["added", "revised", "unchanged"]


@dataclass(frozen=True)
class Original:
    """A document as it came."""

    raw: bytes
    """Its bytes."""
    suffix: str
    """What its file's name ends in, such as ``.html``."""
    file: str | None = None
    """Name of the file that it came from, if it didn't come from the web."""

    @property
    def name(self) -> str:
        """Where it is kept, seen from the release's folder."""
        return f"{ORIGINALS}/{hashlib.sha256(self.raw).hexdigest()[:12]}{self.suffix}"


@dataclass(frozen=True)
class Shelved:
    """A source file that stands on the shelf."""

    path: Path
    """Its file."""
    url: str | None
    """Where it was published."""
    taken_from: str | None
    """Name of the file that it was made from."""
    original: str | None
    """Where the document is kept as it came."""
    revised: tuple[dt.date, ...]
    """Days on which it was found changed."""
    text: str
    """Its words; empty for what isn't text."""


def shelve(
    folder: Path,
    document: Document,
    original: Original,
    *,
    today: dt.date,
    taken: frozenset[Path],
    same: str | None = None,
) -> tuple[Outcome, Path]:
    """Put a document among the sources of a release, unless it is there; return what was done, and the source's file.

    Args:
        folder: The release's folder.
        document: The document as it was read.
        original: The document as it came.
        today: The day that a change is dated with.
        taken: Source files that were put there a moment ago; a file of the same name is another source then.
        same: What the original that is kept reads like today, if that is known: a page whose frame alone has changed,
            or whose source was corrected by hand, hasn't changed.

    Raises:
        DeclarationError: If something can't be read or written.
    """
    known = standing(folder, document.url, original, taken)
    if known is None:
        return "added", _add(folder, document, original)
    if known.original == original.name or any(
        _words(document.text) == _words(text) for text in (known.text, same) if text
    ):
        return "unchanged", known.path
    _revise(folder, known, document, original, today)
    return "revised", known.path


def standing(folder: Path, url: str | None, original: Original, taken: frozenset[Path] = frozenset()) -> Shelved | None:
    """Return the source that a document already is: by its bytes, by its address, or by its file's name."""
    shelf = [_shelved(path) for path in sorted(folder.iterdir()) if is_source(path)] if folder.is_dir() else []
    shelf_of_bytes = (each for each in shelf if each.original == original.name or _holds(each.path, original.raw))
    by_bytes = (each for each in shelf_of_bytes if not (url and each.url and each.url != url))
    by_url = (each for each in shelf if url and each.url == url)
    by_name = (each for each in shelf if not url and original.file == each.taken_from and each.path not in taken)
    return next(chain(by_bytes, by_url, by_name), None)


def kept_original(folder: Path, known: Shelved) -> Path | None:
    """Return the file of the document that a source was made from, if it is kept."""
    path = folder / known.original if known.original else folder
    return path if path.is_file() and path.resolve().is_relative_to(folder.resolve()) else None


def _shelved(path: Path) -> Shelved:
    if path.suffix.lower() in (".pdf", ".docx"):
        return Shelved(path, None, path.name, None, (), "")
    page = part(read_text(path), path, loosely=path.name != MANIFEST)
    said = page.front.data if page.front else {}
    revised = tuple(day for day in said.get("revised") or () if isinstance(day, dt.date))
    taken_from = said.get("taken_from") or (None if said.get("url") else path.name)
    return Shelved(path, said.get("url"), taken_from, said.get("original"), revised, page.text)


def _holds(path: Path, raw: bytes) -> bool:
    return path.stat().st_size == len(raw) and read_bytes(path) == raw


def _words(text: str) -> list[str]:
    return text.split()


def _add(folder: Path, document: Document, original: Original) -> Path:
    write_bytes_atomically(folder / original.name, original.raw)
    path = folder / next_name(folder, document)
    write_text_atomically(path, source_text(_facts(document, original), document.text))
    return path


def _revise(folder: Path, known: Shelved, document: Document, original: Original, today: dt.date) -> None:
    """Keep the old text under its date, then let the new one take its place."""
    if known.path.suffix.lower() in (".pdf", ".docx", ".html", ".htm"):
        problem = "this source has changed but can't be rewritten"
        raise DeclarationError(f"{problem}; remove it and take the document in anew", file=known.path)
    old = read_text(known.path)
    names = (f"{known.path.stem}.{today.isoformat()}{'' if n == 1 else f'-{n}'}.md" for n in count(1))
    kept = next(path for name in names if not (path := folder / REVISIONS / name).exists())
    write_bytes_atomically(folder / original.name, original.raw)
    write_text_atomically(kept, old)
    facts = _facts(document, original)
    changed = {key: facts[key] for key in ("original", "hidden")}
    if known.path.name != MANIFEST:  # a release's title and date aren't its article's
        changed |= {key: facts[key] for key in ("title", "date") if facts[key]}
    changed["revised"] = tuple(dict.fromkeys((*known.revised, today)))
    write_text_atomically(known.path, with_facts(known.path, changed, document.text))


def _facts(document: Document, original: Original) -> dict[str, object]:
    return {
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "author": document.author,
        "date": document.date,
        "language": document.language,
        "taken_from": None if document.url else original.file,
        "original": original.name,
        "hidden": document.hidden,
    }


def next_name(folder: Path, document: Document) -> str:
    """Return a name for a new source that comes after every other, so that no citation changes."""
    names = sorted(each.name for each in folder.iterdir() if is_source(each) and each.name != MANIFEST)
    publisher = document.publisher or urlsplit(document.url or "").hostname
    short = slug_from(publisher or document.title or "source")[:40].strip("-")
    last = names[-1] if names else ""
    number = re.match(r"(\d+)(?=\D|$)", last)
    if number:
        width, value = len(number.group(1)), int(number.group(1)) + 1
        start = f"{value:0{width}d}" if len(str(value)) <= width else f"{number.group(1)}1"
    else:
        start = "01" if not last or last < "01" else "z01"
    return f"{start}-{short}.md"
