"""From a feed's bytes, Atom or RSS of any age, to its items."""

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, replace
from html import escape
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

from panel.errors import DeclarationError
from panel.evidence.visible import one_line, visible
from panel.store.hidden_text import hidden_text
from panel.store.html_text import html_text
from panel.store.intake.document import Document
from panel.store.intake.language import guess_language
from panel.store.intake.web_page import MOST_HIDDEN, clean_address

MOST_ITEMS = 5_000
"""Items of one feed that are looked at."""


@dataclass(frozen=True)
class Item:
    """One item of a feed."""

    id: str
    """What the feed knows it by; its link where it gives no id."""
    link: str | None
    """The page that it is about."""
    title: str
    """Its headline."""
    page: str
    """What the feed says about it, as a page of its own."""
    document: Document
    """The same as a document."""

    @property
    def keys(self) -> tuple[str, ...]:
        """What it is remembered by: its id and its link, so that a new id for an old link is no new item."""
        return tuple(dict.fromkeys(key for key in (self.id, self.link) if key))


@dataclass(frozen=True)
class Content:
    """What a feed holds."""

    title: str | None
    """What it calls itself."""
    items: tuple[Item, ...]
    """Its items, in its order."""

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return {
            "title": self.title,
            "items": [{**vars(item), "document": item.document.as_json()} for item in self.items],
        }

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> Self:
        """Return the content that JSON holds."""
        items = ({**item, "document": Document.from_json(item["document"])} for item in said["items"])
        return cls(said["title"], tuple(Item(**item) for item in items))


def read_feed(raw: bytes, url: str, mime: str, charset: str | None, today: dt.date) -> Content:
    """Read a feed.

    Args:
        raw: Its bytes.
        url: Where it was fetched from.
        mime: Media type that the server gave.
        charset: Encoding that the server gave.
        today: No date after tomorrow is believed.

    Raises:
        DeclarationError: If it is none.
    """
    import feedparser  # loaded where a feed is read, and not before

    kind = f"{mime or 'application/xml'}{f'; charset={charset}' if charset else ''}"
    said = feedparser.parse(
        raw,
        response_headers={"content-type": kind, "content-location": url},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not said.get("version") and not said.entries:
        raise DeclarationError(f"{url!r} is no feed; give the address of its Atom or RSS file")
    title = _line(said.feed.get("title"))
    language = said.feed.get("language") or None
    publisher = title or (urlsplit(url).hostname or "").removeprefix("www.") or None
    items = [_item(entry, url, publisher, language, today) for entry in said.entries[:MOST_ITEMS]]
    links = Counter(item.link for item in items if item)
    return Content(title, tuple(item if links[item.link] == 1 else _unlinked(item) for item in items if item))


def _unlinked(item: Item) -> Item:
    """Return an item without a link that it shares with others: that one leads to the feed's own home."""
    return replace(item, link=None, document=replace(item.document, url=None))


def _item(entry: Any, url: str, publisher: str | None, language: str | None, today: dt.date) -> Item | None:  # noqa: ANN401
    link = _web_address(entry.get("link"), url)
    title = _line(entry.get("title"))
    contents = [part.get("value", "") for part in entry.get("content", ()) if "html" in part.get("type", "html")]
    summary = max([*contents, entry.get("summary", "")], key=len)
    words = visible(html_text(summary)) if re.search(r"<\w|&\w+;", summary) else visible(summary)
    if not (title or words.strip()) or not (entry.get("id") or link or title):
        return None
    headline = title or one_line(words)[:80]
    language = entry.get("content", [{}])[0].get("language") or language
    return Item(
        id=str(entry.get("id") or link or title),
        link=link,
        title=headline,
        page=_page(headline, link, summary),
        document=Document(
            text=f"# {headline}\n\n{words.strip()}\n",
            title=headline,
            url=link,
            publisher=publisher,
            author=_line(entry.get("author")),
            date=_day(entry, today),
            language=language
            if language and re.fullmatch(r"[A-Za-z]{2,3}(?:-\w{2,8})*", language)
            else guess_language(words),
            hidden=hidden_text(summary)[:MOST_HIDDEN] or None if "<" in summary else None,
        ),
    )


def _page(title: str, link: str | None, summary: str) -> str:
    head = f"<title>{escape(title)}</title>" + (f'<link rel="canonical" href="{escape(link)}">' if link else "")
    return f"<!doctype html><html><head>{head}</head><body><h1>{escape(title)}</h1>\n{summary}\n</body></html>\n"


def _web_address(link: object, base: str) -> str | None:
    try:
        address = urljoin(base, str(link).strip()) if link else ""
        parts = urlsplit(address)
        sound = parts.scheme in ("http", "https") and parts.hostname and not re.search(r"\s", address)
    except ValueError:
        return None
    return clean_address(address) if sound and visible(address) == address else None


def _day(entry: Any, today: dt.date) -> dt.date | None:  # noqa: ANN401
    """Return the day of publication (UTC), if it is stated and isn't after tomorrow."""
    stated = entry.get("published_parsed") or entry.get("created_parsed") or entry.get("updated_parsed")
    try:
        day = dt.date(*stated[:3]) if stated else None
    except ValueError:
        return None
    return day if day and day <= today + dt.timedelta(days=1) else None


def _line(value: object) -> str | None:
    """Return a line of text, markup taken off."""
    text = str(value) if value else ""
    return one_line(visible(html_text(text) if "<" in text else text)).removeprefix("# ")[:300] or None
