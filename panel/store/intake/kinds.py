"""What kind of document some bytes are: by their first bytes, then by what the server or the file's name says."""

from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import urlsplit

from panel.errors import DeclarationError

Kind = Literal["html", "markdown", "text", "pdf", "docx"]

SUFFIX: dict[Kind, str] = {"html": ".html", "markdown": ".md", "text": ".txt", "pdf": ".pdf", "docx": ".docx"}
"""How the original of each kind is stored."""

_BY_SUFFIX: dict[str, Kind] = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".md", ".markdown"), "markdown"),
    **dict.fromkeys((".txt", ".text", ".rst"), "text"),
    ".pdf": "pdf",
    ".docx": "docx",
}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BY_MIME: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "text/plain": "text",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    _WORD: "docx",
}
_SAYS_NOTHING = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/zip", "text/plain"})
"""Media types that servers give when they don't know."""


def kind_of(raw: bytes, place: str, mime: str = "") -> Kind:
    """Return what kind of document these bytes are.

    Args:
        raw: The bytes.
        place: The address or path that they come from.
        mime: Media type that the server gave.

    Raises:
        DeclarationError: If they are nothing that can be read here.
    """
    suffix = PurePosixPath(urlsplit(place).path.replace("\\", "/") or place).suffix.lower()
    if raw.lstrip()[:5] == b"%PDF-":
        return "pdf"
    if raw[:4] == b"PK\x03\x04":
        if mime == _WORD or suffix == ".docx" or b"word/" in raw[:4096]:
            return "docx"
        raise DeclarationError(f"{place!r} is an archive; unpack it and give the documents in it")
    if mime in _SAYS_NOTHING:
        known = _BY_SUFFIX.get(suffix) if mime in ("", "text/plain") or suffix in (".md", ".markdown") else None
        if known in ("html", "markdown", "text"):
            return known
        return "html" if _looks_like_html(raw) else _as_text(raw, place)
    if mime in ("application/xml", "text/xml") and _looks_like_html(raw):
        return "html"
    kind = _BY_MIME.get(mime)
    if kind in (None, "pdf", "docx"):
        problem = f"{place!r} is {mime}" if kind is None else f"{place!r} says that it is {mime} but isn't"
        raise DeclarationError(f"{problem}; intake reads HTML, Markdown, text, PDF and DOCX")
    return kind


def _looks_like_html(raw: bytes) -> bool:
    head = raw[:2048].replace(b"\0", b"").lower()
    return any(mark in head for mark in (b"<!doctype html", b"<html", b"<head", b"<body"))


def _as_text(raw: bytes, place: str) -> Kind:
    if not raw.strip():
        raise DeclarationError(f"{place!r} is empty; there is nothing to take in")
    return "text"
