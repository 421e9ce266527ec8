"""The readable text of a web page: paragraphs, headings and list items, as Markdown lines."""

from html.parser import HTMLParser

_NO_TEXT = frozenset({"script", "style", "template", "noscript", "svg"})
"""What holds no words for people."""

_FRAME = frozenset({"nav", "header", "footer", "aside", "form", "button"})
"""What stands around a document without being part of it."""

_BLOCKS = frozenset(
    {
        *("address", "article", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "figcaption"),
        *("figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p", "pre", "section", "summary"),
        *("table", "tbody", "tfoot", "thead", "title", "tr", "ul"),
    }
)
"""What stands on lines of its own."""


def html_text(page: str) -> str:
    """Return the text of a page; its title becomes a heading if the page has none of the first level.

    Where nothing is left without the page's frame (a page that never closes its ``nav``), the frame is read too.
    """
    lines = _read(page, _NO_TEXT | _FRAME) or _read(page, _NO_TEXT)
    return "\n\n".join(lines) + "\n" if lines else ""


def _read(page: str, skipped: frozenset[str]) -> list[str]:
    reader = _Reader(skipped)
    reader.feed(page)
    reader.close()
    reader.end_line()
    if reader.lines and reader.title and not any(line.startswith("# ") for line in reader.lines):
        return [f"# {reader.title}", *reader.lines]
    return reader.lines


class _Reader(HTMLParser):
    """Collects one line per block of text."""

    def __init__(self, skipped: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.lines: list[str] = []
        self._skipped = skipped
        self._within: list[str] = []
        self._words: list[str] = []
        self._mark = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002, RUF100
        """Open a block, a cell or a line."""
        if tag in self._skipped:
            self._within.append(tag)
        elif tag in _BLOCKS:
            self.end_line()
            self._mark = _mark(tag)
        elif tag in ("td", "th") and "".join(self._words).strip():
            self._words.append(" | ")
        elif tag == "br":
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Close a block, or the nearest skipped element of that name with all that is open within it."""
        if tag in self._within:
            while self._within.pop() != tag:
                pass
        elif tag in _BLOCKS:
            if tag == "title" and not self._within:
                self.title = self.title or " ".join("".join(self._words).split())
                self._words.clear()
            self.end_line()

    def handle_data(self, data: str) -> None:
        """Take words, unless they stand in something skipped."""
        if not self._within:
            self._words.append(data)

    def end_line(self) -> None:
        """Finish the line that is being collected."""
        line = " ".join("".join(self._words).split())
        if line:
            self.lines.append(f"{self._mark}{line}")
            self._mark = ""
        self._words.clear()


def _mark(tag: str) -> str:
    """Return how Markdown begins such a line."""
    if tag == "li":
        return "- "
    return f"{'#' * int(tag[1])} " if tag in ("h1", "h2", "h3", "h4", "h5", "h6") else ""
