"""The folder that a release's sources are put into: found, begun, or made of a release that was one file."""

from pathlib import Path
from typing import Any

from panel.errors import DeclarationError
from panel.store.documents import read_document
from panel.store.front_matter import halves
from panel.store.intake.shelf import Original, standing
from panel.store.intake.source_text import source_text
from panel.store.records import write_bytes_atomically, write_new_text
from panel.store.releases import MANIFEST
from panel.store.slugs import LONGEST, checked_slug, slug_from
from panel.store.texts import read_bytes, read_text
from panel.store.workspace import Workspace

_VERBATIM = frozenset({".md", ".markdown", ".txt", ".text"})
_LONGEST_SLUG = 60


def release_folder(home: Workspace, slug: str) -> Path:
    """Return the folder of a release, whether it is there yet or not; a release that is one file becomes one.

    Raises:
        DeclarationError: If the slug can't name a folder, or the file can't be made into one.
    """
    path = home.release_paths().get(checked_slug(slug), home.releases_folder / slug)
    return _unfolded(path, home.releases_folder / slug) if path.is_file() else path


def state_facts(folder: Path, facts: dict[str, Any]) -> None:
    """Give a release folder its ``release.md`` with these facts and no others, unless it has one.

    Raises:
        DeclarationError: If it can't be written.
    """
    write_new_text(folder / MANIFEST, source_text(facts, "").rstrip("\n") + "\n")


def slug_for(title: str) -> str:
    """Return the slug of a release that is known by a headline, cut at a word."""
    slug = slug_from(title[:LONGEST])
    return slug if len(slug) <= _LONGEST_SLUG else slug[: _LONGEST_SLUG + 1].rpartition("-")[0] or slug[:_LONGEST_SLUG]


def release_with(home: Workspace, url: str | None, original: Original) -> str | None:
    """Return the slug of the release that has a document already, if one has."""
    for slug, path in home.release_paths().items():
        if path.is_dir():
            near = (path / original.name).exists() or (url and _mentions(path, url))
            if near and standing(path, url, original):
                return slug
        elif (url and url in _head(path)) or read_bytes(path) == original.raw:
            return slug
    return None


def _mentions(folder: Path, url: str) -> bool:
    """Whether the head of a source has an address: cheap, so that many releases can be asked."""
    return any(url in _head(path) for path in folder.glob("*.md"))


def _head(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(4096).decode("utf-8", "replace")


def _unfolded(path: Path, folder: Path) -> Path:
    """Make a release that is one file into a folder; the file goes when all of it stands there."""
    manifest = folder / MANIFEST
    suffix = path.suffix.lower()
    content = read_bytes(path) if suffix in _VERBATIM else _as_text(path).encode("utf-8", "backslashreplace")
    if manifest.exists() and read_bytes(manifest) != content:
        problem = f"there is also a folder {folder.name!r} with another {MANIFEST}"
        raise DeclarationError(f"{problem}; merge the two, then take in what is new", file=path)
    if suffix not in _VERBATIM:
        write_bytes_atomically(folder / Original(read_bytes(path), suffix).name, read_bytes(path))
    write_bytes_atomically(manifest, content)
    path.unlink()
    return folder


def _as_text(path: Path) -> str:
    """Return a document's front matter as it stands, and its words below."""
    words = read_document(path).text
    front, _ = halves(read_text(path), path) if path.suffix.lower() in (".html", ".htm") else ("", "")
    return f"---\n{front}---\n\n{words}" if front else words
