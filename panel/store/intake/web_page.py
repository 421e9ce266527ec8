"""A web page's main text, and what the page says about itself."""

import datetime as dt
import logging
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from panel.evidence.visible import one_line, visible
from panel.store.hidden_text import parse, take_hidden
from panel.store.html_text import html_text
from panel.store.intake.document import Document
from panel.store.intake.language import guess_language
from panel.store.intake.page_date import published_on
from panel.store.intake.page_frame import is_article, take_frame, words_in

MOST_HIDDEN = 4_000
"""Characters of hidden text that are kept beside a source; the original has all of it."""

_OF_ARTICLES = 0.4
"""Share of an article's words that the extraction must have kept; what is left out is mostly teasers."""

_OF_PAGES = 0.8
"""The same for other pages (plans, comparisons, release notes), whose facts stand in boxes and tables."""

_MOST_ELEMENTS = 30_000
"""Elements above which a page is read plainly: what takes its time with them isn't an article."""

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|mc_[ce]id|igshid|ref_src|yclid|msclkid")
_HEADINGS = re.compile(r"^#+ ", re.MULTILINE)
_TABLE_ROW = re.compile(r"^(?![-#|]).* \| .*$", re.MULTILINE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def read_page(page: str, *, url: str | None = None, language: str | None = None, today: dt.date) -> Document:
    """Read a web page.

    Args:
        page: Its HTML.
        url: Where it was fetched from, if it was.
        language: Language that the server gave.
        today: No date after this one is believed.
    """
    tree = parse(page)
    if tree is None:
        return Document("")
    usual = sum(1 for _ in tree.iter()) <= _MOST_ELEMENTS
    about, date = _metadata(tree, url) if usual else {}, published_on(tree, today)
    address, stated = _canonical(tree, url), _language(tree, language)
    headline = about.get("title") or _first(tree, "//h1") or _first(tree, "//title")
    passages = take_hidden(tree)
    take_frame(tree)
    text = (_main_text(tree) if usual else _plain_text(tree)) or plain_markdown(page)
    return Document(
        text=text,
        title=headline,
        url=address,
        publisher=_publisher(about.get("sitename"), address),
        author=about.get("author"),
        date=date,
        language=stated or guess_language(text),
        hidden=_unsaid(passages, text),
    )


def clean_address(url: str) -> str:
    """Return an address without its fragment and without what only counts visitors."""
    parts = urlsplit(url)
    query = [
        (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(name)
    ]
    kept = urlencode(query) if len(query) != len(parse_qsl(parts.query, keep_blank_values=True)) else parts.query
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", kept, ""))


def quiet_libraries() -> None:
    """Keep what extraction libraries have to say about odd pages off the terminal."""
    for name in ("trafilatura", "htmldate", "courlan", "justext", "readability", "pypdf", "mammoth"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _main_text(tree: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return the main text: the library's reading, or the plain one where that has left out too much of the page."""
    import trafilatura  # a quarter of a second: loaded where a page is read, and not before

    quiet_libraries()
    try:
        main = trafilatura.extract(
            tree, output_format="markdown", include_formatting=True, include_comments=False, include_tables=True
        )
    except Exception:  # noqa: BLE001 - a page that this library chokes on is read plainly
        main = None
    main, plain = _tidy(main or ""), _plain_text(tree)
    enough = _OF_ARTICLES if is_article(tree) else _OF_PAGES
    whole = words_in(main) >= enough * words_in(plain) and 2 * len(_HEADINGS.findall(main)) >= len(
        _HEADINGS.findall(plain)
    )
    return main if whole else plain


def _plain_text(tree: Any) -> str:  # noqa: ANN401
    import lxml.html

    return plain_markdown(lxml.html.tostring(tree, encoding="unicode"))


def plain_markdown(page: str) -> str:
    """Return all words of an HTML page as Markdown, the rows of its tables marked as such."""
    return _tidy(_TABLE_ROW.sub(r"| \g<0> |", html_text(page)))


def _tidy(text: str) -> str:
    """Return extracted Markdown with its items, rows and blank lines as people write them."""
    text = re.sub(r"[ \t]+$", "", visible(text), flags=re.MULTILINE)
    text = re.sub(r"^(?P<mark>[-|]) (?P<rest>.*)\n\n(?=(?P=mark) )", r"\g<mark> \g<rest>\n", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n" if text.strip() else ""


def _metadata(tree: Any, url: str | None) -> dict[str, str]:  # noqa: ANN401
    """Return title, author and sitename, where the page states them."""
    import trafilatura

    quiet_libraries()
    try:
        found = trafilatura.extract_metadata(tree, default_url=url, extensive=False)
    except Exception:  # noqa: BLE001 - what this library chokes on states nothing
        return {}
    said = {name: getattr(found, name, None) for name in ("title", "author", "sitename")}
    return {
        name: one_line(visible(value))[:300] for name, value in said.items() if isinstance(value, str) and value.strip()
    }


def _first(tree: Any, path: str) -> str | None:  # noqa: ANN401
    found = tree.xpath(path)
    return one_line(visible(found[0].text_content()))[:300] or None if found else None


def _language(tree: Any, given: str | None) -> str | None:  # noqa: ANN401
    """Return the language that the page states, else the one that the server states."""
    stated = [tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), tree.get("xml:lang")]
    stated += [
        meta.get("content") for meta in tree.iter("meta") if meta.get("http-equiv", "").lower() == "content-language"
    ]
    stated.append((given or "").partition(",")[0])
    tags = (tag.strip().replace("_", "-") for tag in stated if tag)
    return next((tag for tag in tags if _LANGUAGE.fullmatch(tag)), None)


def _canonical(tree: Any, url: str | None) -> str | None:  # noqa: ANN401
    """Return the address that a page gives as its own; a fetched one may only name another page of its host."""
    for stated in _stated_addresses(tree):
        address = urljoin(url or "", stated.strip())
        try:
            parts, asked = urlsplit(address), urlsplit(url or address)
            sound = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", address)
            same = parts.hostname == asked.hostname and (parts.path.strip("/") or not asked.path.strip("/"))
        except ValueError:
            continue
        if sound and same and visible(address) == address:
            return clean_address(address)
    return clean_address(url) if url else None


def _stated_addresses(tree: Any) -> Iterator[str]:  # noqa: ANN401
    for link in tree.iter("link"):
        if link.get("rel", "").lower() == "canonical" and link.get("href"):
            yield link.get("href")
    for meta in tree.iter("meta"):
        if meta.get("property", "").lower() == "og:url" and meta.get("content"):
            yield meta.get("content")


def _publisher(stated: str | None, url: str | None) -> str | None:
    """Return who published a page: the name that it states, else its host."""
    parts = urlsplit(url or "")
    host = (parts.hostname or "").removeprefix("www.") or None
    return host if not stated or stated.lower() in (parts.netloc, host) else stated


def _unsaid(passages: list[str], text: str) -> str | None:
    """Return the hidden passages that the main text doesn't have anyway.

    Where there are too many, those go first that command their reader: no flood of words may hide them.
    """
    said = " ".join(re.findall(r"\w+", text.lower()))
    new = [line for line in dict.fromkeys(passages) if " ".join(re.findall(r"\w+", line.lower())) not in said]
    if sum(map(len, new)) > MOST_HIDDEN:
        from panel.evidence.hostile.commands import command  # hundreds of phrases: few pages need them here
        from panel.evidence.hostile.folding import fold

        new.sort(key=lambda line: command(fold(line)) is None)
    return "\n".join(new)[:MOST_HIDDEN] or None
