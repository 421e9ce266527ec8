"""From a source's file to its front matter and its words: the one place that knows file types."""

from dataclasses import replace
from pathlib import Path

from panel.errors import DeclarationError
from panel.store.front_matter import Page, part
from panel.store.texts import read_bytes, read_text

SUFFIXES = frozenset({".md", ".markdown", ".txt", ".text", ".html", ".htm", ".pdf", ".docx"})
"""Files in a folder that count as sources; others are left alone."""

READABLE = ".md, .txt, .html, .pdf or .docx"
"""The types that an author is told of."""

_PAGES = frozenset({".html", ".htm"})


def read_document(path: Path, *, loosely: bool = False) -> Page:
    """Read a source: its front matter, and its words without markup of the web.

    Args:
        path: Its file.
        loosely: Take a value of front matter that isn't YAML as text.

    Raises:
        DeclarationError: If it can't be read, or has no words.
    """
    suffix = path.suffix.lower()
    if suffix in (".pdf", ".docx"):
        return Page(None, _packed_text(path, suffix))
    text = read_text(path)
    if not text.strip():
        raise DeclarationError("it is empty; put the text to be read into it", file=path)
    page = part(text, path, loosely=loosely)
    return _shown_and_hidden(page) if suffix in _PAGES else page


def _shown_and_hidden(page: Page) -> Page:
    """Part what a web page shows from what it says without showing it."""
    from panel.store.hidden_text import parted  # most releases have no web page among their sources
    from panel.store.html_text import html_text

    shown, hidden = parted(page.text)
    return replace(page, text=html_text(shown), hidden=hidden or None)


def _packed_text(path: Path, suffix: str) -> str:
    """Return the words of a PDF or Word document; what reads them is loaded only here."""
    if suffix == ".pdf":
        from panel.store.intake.pdf import read_pdf

        return read_pdf(read_bytes(path), path.name).text
    from panel.store.intake.docx import read_docx

    return read_docx(read_bytes(path), path.name).text


def has_words(text: str) -> bool:
    """Whether there is anything to read in a text."""
    return any(c.isalnum() for c in text)
