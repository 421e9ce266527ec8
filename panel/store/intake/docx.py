"""The text of a Word document: headings, paragraphs, lists and tables; tracked deletions left out."""

import re
import zipfile
from io import BytesIO
from typing import Any

from panel.errors import DeclarationError
from panel.evidence.visible import one_line, visible
from panel.store.intake.document import Document
from panel.store.intake.language import guess_language
from panel.store.intake.web_page import plain_markdown, quiet_libraries

LARGEST = 100 * 1024**2
"""Bytes that all parts may have together, unpacked."""

MOST_PARTS = 5_000
"""Files in the package."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_STYLES = "p[style-name='Title'] => h1:fresh"
_CELL = re.compile(r"<t([dh])\b[^>]*>.*?</t\1>", re.DOTALL)
_CORE = "docProps/core.xml"
_BODY = "word/document.xml"


def read_docx(raw: bytes, place: str) -> Document:
    """Read a Word document.

    Raises:
        DeclarationError: If it is damaged, unpacks to too much, has macros, or has no text.
    """
    import mammoth  # loaded where a document is read, and not before

    quiet_libraries()
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            _refuse_bombs(package, place)
            parts = {name: package.read(name) for name in package.namelist() if not name.endswith("/")}
        body, hidden = _without_hidden(parts[_BODY])
        about = _properties(parts.get(_CORE))
        shown = _packed({**parts, _BODY: body})
        page = mammoth.convert_to_html(shown, convert_image=_no_image, style_map=_STYLES).value
    except DeclarationError:
        raise
    except Exception as error:  # noqa: BLE001 - damaged files raise all sorts of things
        reason = one_line(str(error))[:120] or type(error).__name__
        raise DeclarationError(f"{place!r} can't be read as DOCX ({reason}); save its text as a file") from None
    text = plain_markdown(_CELL.sub(lambda cell: re.sub(r"</?p>", " ", cell.group()), page))
    if not any(c.isalnum() for c in text):
        raise DeclarationError(f"{place!r} has no text; write it out")
    heading = re.search(r"^#+ (.+)$", text, re.MULTILINE)
    return Document(
        text=text,
        title=about.get("title") or (heading.group(1) if heading else None),
        author=None if about.get("creator") == "python-docx" else about.get("creator"),
        language=about.get("language") or guess_language(text),
        hidden=hidden,
    )


def _refuse_bombs(package: zipfile.ZipFile, place: str) -> None:
    """Refuse what the package says of itself; zipfile reads no more of a part than that."""
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
        problem = f"{place!r} unpacks to more than {LARGEST // 1024**2} MB or {MOST_PARTS} parts"
        raise DeclarationError(f"{problem}; save its text as a file")
    if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
        raise DeclarationError(f"{place!r} has macros; save it without them, as .docx")


def _tree(xml: bytes) -> Any:  # noqa: ANN401 - lxml has no types
    """Return an XML part's tree; no entity in it is resolved, nothing is loaded for it."""
    from lxml import etree

    return etree.fromstring(
        xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    )


def _without_hidden(xml: bytes) -> tuple[bytes, str | None]:
    """Return the body without the runs that Word doesn't show, and their words."""
    from lxml import etree

    tree = _tree(xml)
    if tree.getroottree().docinfo.doctype:
        raise ValueError("it declares a document type")
    words: list[str] = []
    for mark in tree.iterfind(f".//{_W}r/{_W}rPr/{_W}vanish"):
        if mark.get(f"{_W}val", "1").lower() in ("0", "false", "off"):
            continue
        run = mark.getparent().getparent()
        words.append("".join(text.text or "" for text in run.iter(f"{_W}t")))
        for text in run.iter(f"{_W}t"):
            text.text = ""
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8"), one_line(visible(" ".join(words)))[
        :4000
    ] or None


def _properties(xml: bytes | None) -> dict[str, str]:
    """Return title, creator and language, as far as the document states them."""
    if xml is None:
        return {}
    tree = _tree(xml)
    said = {name: tree.findtext(f"{_DC}{name}") for name in ("title", "creator", "language")}
    return {name: one_line(visible(value))[:300] for name, value in said.items() if value and value.strip()}


def _packed(parts: dict[str, bytes]) -> BytesIO:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    file.seek(0)
    return file


def _no_image(_: Any) -> list[Any]:  # noqa: ANN401 - mammoth's image
    return []
