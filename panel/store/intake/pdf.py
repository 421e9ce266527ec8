"""The text of a PDF: its pages as paragraphs, without running heads and page numbers."""

import re
from collections import Counter
from io import BytesIO
from typing import Any

from panel.errors import DeclarationError
from panel.evidence.visible import one_line, visible
from panel.store.intake.document import Document
from panel.store.intake.language import guess_language
from panel.store.intake.web_page import quiet_libraries

MOST_PAGES = 500
"""Pages that are read."""

LONGEST = 2_000_000
"""Characters that are read."""

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_UNTOLD = re.compile("[\ufffd\ue000-\uf8ff]")
"""What stands for signs of which a file says only how they look."""
_MOST_UNTOLD = 0.1
_NUMBER = re.compile(r"(?:page\s*|seite\s*|[-–—]\s*)?\d{1,4}(?:\s*(?:/|of|von)\s*\d{1,4})?(?:\s*[-–—])?", re.IGNORECASE)
_BROKEN = re.compile(r"(\w+)[-‐]\n([^\W\d_]+)")
_NO_TITLE = re.compile(
    r"\(?(?:untitled|anonymous|unspecified|unknown)\)?$|microsoft (?:word|powerpoint) -"
    r"|.*\.(?:docx?|pdf|indd|tex|pptx?|odt)$",
    re.IGNORECASE,
)


def read_pdf(raw: bytes, place: str) -> Document:
    """Read a PDF.

    Raises:
        DeclarationError: If it is damaged, encrypted, or has no text (a scan).
    """
    import pypdf  # loaded where a PDF is read, and not before

    quiet_libraries()
    try:
        reader = pypdf.PdfReader(BytesIO(raw))
        locked = bool(reader.is_encrypted) and not reader.decrypt("")
        pages = [] if locked else _pages(reader)
        about = None if locked else reader.metadata
        title, author = (about.title, about.author) if about else (None, None)
        language = None if locked else reader.root_object.get("/Lang")
    except Exception as error:  # noqa: BLE001 - damaged files raise all sorts of things
        reason = one_line(str(error))[:120] or type(error).__name__
        raise DeclarationError(f"{place!r} can't be read as a PDF ({reason}); save its text as a file") from None
    if locked:
        raise DeclarationError(f"{place!r} is encrypted; save it without a password")
    text = _joined(_without_heads(pages))
    if len(_UNTOLD.findall(text)) > _MOST_UNTOLD * len(text):
        raise DeclarationError(
            f"{place!r} doesn't say which letters it shows; have it recognised first, or write it out"
        )
    if not any(c.isalnum() for c in text):
        raise DeclarationError(f"{place!r} has no text, only pictures of it; have it recognised first, or write it out")
    return Document(
        text=text,
        title=_title(title) or _first_line(text),
        author=_title(author),
        language=_said(language) if isinstance(language, str) else guess_language(text),
    )


def _pages(reader: Any) -> list[list[str]]:  # noqa: ANN401 - pypdf's reader
    pages, length = [], 0
    for page in reader.pages[:MOST_PAGES]:
        text = (page.extract_text() or "").translate(_LIGATURES)
        length += len(text)
        pages.append([visible(line).strip() for line in text.replace("\0", "\ufffd").splitlines()])
        if length > LONGEST:
            break
    return pages


def _without_heads(pages: list[list[str]]) -> list[list[str]]:
    """Drop page numbers, and lines that stand at the edge of most pages."""
    edges = Counter(_blurred(line) for page in pages for line in {*_edge(page)})
    often = {line for line, count in edges.items() if count >= 3 and count > len(pages) / 2 and line[-1] not in ".!?。"}

    def kept(page: list[str]) -> list[str]:
        edge = set(_edge(page))
        return [line for line in page if line not in edge or not (_blurred(line) in often or _NUMBER.fullmatch(line))]

    return [kept(page) for page in pages]


def _edge(page: list[str]) -> list[str]:
    lines = [line for line in page if line]
    return [*lines[:2], *lines[-2:]]


def _blurred(line: str) -> str:
    """Return a line with its numbers made equal: ``Report 2026 · 3`` and ``Report 2026 · 4`` are one running head."""
    return re.sub(r"\d+", "0", line.lower())


def _joined(pages: list[list[str]]) -> str:
    """Return the pages as one text; a sentence that goes on over a page's end stays whole."""
    text = ""
    for page in pages:
        lines = "\n".join(page).strip()
        goes_on = text and lines and text[-1] not in ".!?:。！？؟।”\"'" and (lines[0].islower() or text[-1] in "-‐,;")
        text = f"{text}\n{lines}" if goes_on else f"{text}\n\n{lines}"
    words = set(re.findall(r"\w+(?:-\w+)*", text))

    def mended(found: re.Match[str]) -> str:
        whole, compound = found.group(1) + found.group(2), f"{found.group(1)}-{found.group(2)}"
        keeps = compound in words and whole not in words
        return compound if keeps or not found.group(2).islower() else whole

    return re.sub(r"\n{3,}", "\n\n", _BROKEN.sub(mended, text)).strip() + "\n"


def _title(title: object) -> str | None:
    said = _said(title)
    return None if said is None or _NO_TITLE.match(said) else said


def _first_line(text: str) -> str | None:
    line = next((line for line in text.splitlines() if line.strip()), "")
    return one_line(line) if 0 < len(line) <= 120 and not line.endswith(".") else None


def _said(value: object) -> str | None:
    return one_line(visible(str(value)))[:300] or None if value else None
