"""From the bytes of a document of any kind to its words."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from pathlib import Path

from panel.errors import DeclarationError
from panel.evidence.visible import one_line, visible
from panel.store.declared import Declared
from panel.store.facts_stated import SourceFacts, source_facts
from panel.store.front_matter import Page, part
from panel.store.intake.decoding import decode_page
from panel.store.intake.document import Document
from panel.store.intake.docx import read_docx
from panel.store.intake.kinds import Kind, kind_of
from panel.store.intake.language import guess_language
from panel.store.intake.pdf import read_pdf
from panel.store.intake.web_page import clean_address, read_page

LONGEST = 2_000_000
"""Characters of the longest text that is taken in."""

_HEADING = re.compile(r"^ {0,3}#{1,2}[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Arrival:
    """A document as it came in, and what was said about it on the way."""

    place: str
    """The address that it was fetched from, or the name of its file."""
    raw: bytes
    """Its bytes."""
    url: str | None = None
    """Where it was published, if it was fetched."""
    mime: str = ""
    """Media type that the server gave."""
    charset: str | None = None
    """Encoding that the server gave."""
    language: str | None = None
    """Language that the server gave."""

    @property
    def kind(self) -> Kind:
        """What kind of document it is.

        Raises:
            DeclarationError: If it is none that can be read.
        """
        return kind_of(self.raw, self.url or self.place, self.mime)


def read_arrival(arrival: Arrival, today: dt.date) -> Document:
    """Read a document.

    Args:
        arrival: The document.
        today: No date after this one is believed.

    Raises:
        DeclarationError: If it can't be read, or has no words.
    """
    kind = arrival.kind
    if kind == "pdf":
        document = read_pdf(arrival.raw, arrival.place)
    elif kind == "docx":
        document = read_docx(arrival.raw, arrival.place)
    else:
        text = decode_page(arrival.raw, arrival.place, charset=arrival.charset, html=kind == "html")
        if kind == "html":
            document = read_page(text, url=arrival.url, language=arrival.language, today=today)
        else:
            document = _plain(text, arrival)
    if not any(c.isalnum() for c in document.text):
        raise DeclarationError(
            f"{arrival.place!r} has no words to read; if a script writes them, save the page as shown"
        )
    if len(document.text) > LONGEST:
        problem = f"{arrival.place!r} holds {len(document.text):,} characters of text"
        raise DeclarationError(f"{problem}; save the part that matters as a file")
    return document if document.url or not arrival.url else replace(document, url=clean_address(arrival.url))


def _plain(text: str, arrival: Arrival) -> Document:
    """Read Markdown or text; what front matter says of it is believed, as far as it can be read."""
    try:
        page = part(text, Path(arrival.place), loosely=True)
    except DeclarationError:
        page = Page(None, text)  # a line of dashes that begins no front matter
    said = _stated(page.front)
    heading = _HEADING.search(page.text)
    title = heading.group(1) if heading else Path(arrival.place).stem.replace("_", " ")
    return Document(
        text=page.text,
        title=said.title or one_line(visible(title)) or None,
        url=said.url,
        publisher=said.publisher,
        author=said.author,
        date=said.date,
        language=said.language or arrival.language or guess_language(page.text),
    )


def _stated(front: Declared | None) -> SourceFacts:
    """Return what front matter says of a source; a value that can't be one is passed over."""
    facts = SourceFacts()
    for key in ("title", "name", "url", "publisher", "author", "date", "language") if front else ():
        if front and key in front.data:
            one = front.having({"title" if key == "name" else key: front.data[key]})
            try:
                said = source_facts(one)
            except DeclarationError:
                continue
            facts = facts.model_copy(update=said.model_dump(exclude_unset=True))
    return facts
