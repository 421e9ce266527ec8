"""A document cut into numbered sentences, so that ``S2.14`` means the same words to everyone."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Literal

import sentencex

from panel.domain.release import Sentence
from panel.evidence.visible import one_line, visible

Kind = Literal["prose", "heading", "item", "row"]

LONGEST = 2_000
"""Characters of the longest sentence; what is longer (a dump, a table without ends) is cut at a space."""

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*$")
_ITEM = re.compile(r"\s*(?:[-*+•‣▪●–]|\(?\d{1,3}[.)])\s+(.*)")
_RULE = re.compile(r"[-*_=\s:|]*$")
_LINK = re.compile(r"!?\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\)")
_CODE = re.compile(r"(`[^`\n]{1,500}`)")
_MARKS = re.compile(r"(?<![\w.])(\*{1,3}|__?|~~)(?=\S)([^*_~\n]{1,500}?)(?<=\S)\1(?!\w)")
_MARKED = re.compile(r"[`*_~]|\]\(")
"""What every one of these marks has; most texts have none."""
_PORTION = 8_000
"""Characters of a paragraph that are cut into sentences at once."""

_LABEL = re.compile(r"(?:\*\*|__)[^*_\n]{2,40}:\s?(?:\*\*|__)|(?:\*\*|__)[^*_\n]{2,40}(?:\*\*|__):")
"""A line that begins with a label in bold, as model cards and price lists have them."""

_ENDS = re.compile(r"[.!?:;…。！？|][\"'”’»)\]*_]*$")
"""How a line ends that ends a sentence."""

_WRAP = 120
"""Widest line that is taken for one of a hard-wrapped paragraph."""


def cut(text: str, key: str, language: str | None = None) -> tuple[Sentence, ...]:
    """Cut a document into numbered sentences.

    Markdown headings, list items and table rows are sentences of their own; hard-wrapped lines are joined. Splitting
    follows the language's abbreviations (sentencex); an unknown language is read as English.

    Args:
        text: The document, plain text or Markdown.
        key: The source's key, such as ``S2``.
        language: BCP 47 tag; only its first part counts.
    """
    code = (language or "en").partition("-")[0].lower() or "en"
    pieces = (
        (kind, paragraph, piece)
        for paragraph, (kind, block) in enumerate(_blocks(visible(text)))
        for piece in _sentences(kind, block, code)
    )
    return tuple(
        Sentence(cite=f"{key}.{number}", text=piece, kind=kind, paragraph=paragraph)
        for number, (kind, paragraph, piece) in enumerate(pieces, start=1)
    )


def _sentences(kind: Kind, block: str, language: str) -> Iterator[str]:
    whole = one_line(_plain(block))
    for part in [whole] if kind in ("heading", "row") else _segmented(whole, language):
        rest = part.strip()
        while len(rest) > LONGEST:
            end = rest.rfind(" ", LONGEST // 2, LONGEST)
            end = end if end > 0 else LONGEST
            yield rest[:end]
            rest = rest[end:].lstrip()
        if any(c.isalnum() for c in rest):
            yield rest


_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.\s*$")
_MONTH_NEXT = re.compile(
    r"(?:Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b|(?:April|August|September|November)\s(?:19|20)\d\d\b"
)
"""What goes on with a day as German has it, whatever language the source is said to be in: ``am 15. Oktober``."""


_FORM = re.compile(r"\b(?:sp|z o|spol|s r|[Gg]es|m\.b|a|Inc|Ltd|Co|Corp)\.\s*$")
"""What a firm's legal form is cut after, with small letters going on: ``Meteorika sp. z o.o.``."""


_ROUND_PRICE = re.compile(r"(?:CHF|Fr\.|[€$£]|EUR)\s?\d[\d'’]*\.$")
"""What a Swiss price is cut after: ``CHF 3.– per month``."""


def _segmented(text: str, language: str) -> Iterator[str]:
    """Yield the sentences of a paragraph, days and the names of firms in one piece."""
    held = ""
    for piece in _portions(text, language):
        day = _MONTH_NEXT.match(piece) and _ORDINAL.search(held)
        price = piece[:1] in "-–—" and _ROUND_PRICE.search(held)
        goes_on = (piece[:1].islower() and _FORM.search(held)) or (piece[:1].isalpha() and held.endswith(" ."))
        if held and not day and not price and not goes_on:
            yield held
            held = ""
        held += piece
    if held:
        yield held


def _portions(text: str, language: str) -> Iterator[str]:
    """Yield the sentences of a paragraph; a monstrous one goes in portions, for sentencex takes square time."""
    while len(text) > _PORTION:
        end = max(text.rfind(mark, _PORTION // 2, _PORTION) for mark in (". ", "! ", "? ", "。"))
        end = end if end > 0 else text.rfind(" ", _PORTION // 2, _PORTION)
        end = end + 1 if end > 0 else _PORTION
        yield from sentencex.segment(language, text[:end])
        text = text[end:]
    yield from sentencex.segment(language, text)


def _blocks(text: str) -> Iterator[tuple[Kind, str]]:
    """Yield (kind, text) of every heading, item, row and paragraph."""
    lines = text.splitlines()
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        if not blank:
            yield from _paragraphs([line.rstrip() for line in group])


def _paragraphs(lines: list[str]) -> Iterator[tuple[Kind, str]]:
    width = max(len(line) for line in lines)
    kind: Kind = "prose"
    held: list[str] = []
    for line in lines:
        start, words = _opening(line)
        joins = held and start == "prose" and _continues(held[-1], line.lstrip(), width)
        if not joins:
            if held:
                yield kind, " ".join(held)
            kind, held = start, []
        if words:
            held.append(words)
    if held:
        yield kind, " ".join(held)


def _opening(line: str) -> tuple[Kind, str]:
    """Return what a line starts, and its words without the mark."""
    if _RULE.match(line):
        return "row", ""
    if heading := _HEADING.match(line):
        return "heading", heading.group(1)
    if line.lstrip().startswith("|"):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        return "row", " | ".join(cell for cell in cells if cell)
    if item := _ITEM.match(line):
        return "item", item.group(1)
    return "prose", re.sub(r"^\s*(?:>\s?)+", "", line).strip()


def _continues(previous: str, line: str, width: int) -> bool:
    """Whether a line goes on with the one before: in a hard-wrapped block, or where that breaks off in mid-sentence."""
    if _LABEL.match(line):
        return False
    if width <= _WRAP:
        return len(previous) >= 0.6 * width
    broken = not _ENDS.search(previous)
    return broken and (line[:1].islower() or len(previous) >= 0.85 * width)


def _plain(text: str) -> str:
    """Return Markdown's words without its marks; what stands in a code span keeps its own."""
    if not _MARKED.search(text):
        return text
    parts = _CODE.split(_LINK.sub(r"\1", text) if "](" in text else text)
    for place in range(0, len(parts), 2):
        for _ in range(2):  # emphasis may stand within emphasis
            parts[place] = _MARKS.sub(r"\2", parts[place])
    return "".join(parts).replace("`", "")
