"""Reading ``FEEDS.toml``: which feeds are watched, and what is made of their items."""

import re
import tomllib
from pathlib import Path
from typing import Any

from pydantic import Field

from panel.domain.noun import Noun
from panel.errors import DeclarationError
from panel.store.declared import Declared
from panel.store.settle import settle
from panel.store.texts import read_text


class Feed(Noun):
    """One feed as it is declared."""

    url: str
    """Its address."""
    tags: tuple[str, ...] = ()
    """Tags of the releases that its items become."""
    category: str | None = None
    """Their category."""
    fetch: bool = False
    """Whether the page that an item links to is taken in, rather than the item's summary."""
    include: tuple[str, ...] = ()
    """Patterns of which an item's title or summary must match one; without any, every item is taken."""
    exclude: tuple[str, ...] = ()
    """Patterns of which it may match none."""
    max_items: int = Field(default=20, ge=1, le=1000)
    """New items that are taken at once; the rest comes next time."""


def read_feed_list(path: Path) -> tuple[Feed, ...]:
    """Read the feeds of a file.

    Raises:
        DeclarationError: One sentence with the file and, where it is known, the line.
    """
    text = read_text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DeclarationError(f"this isn't valid TOML ({error})", file=path) from None
    Declared(data, path).refuse_unknown(("feed",), "a list of feeds")
    tables = data.get("feed")
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        raise DeclarationError('no feed is declared; add: [[feed]] url = "https://example.org/feed.xml"', file=path)
    starts = [number for number, line in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[\s*feed\s*\]\]", line)]
    lines = dict(zip(range(len(tables)), starts, strict=False))
    feeds = tuple(_feed(table, path, lines.get(number)) for number, table in enumerate(tables))
    twice = next((feed.url for n, feed in enumerate(feeds) if feed.url in {each.url for each in feeds[:n]}), None)
    if twice:
        raise DeclarationError(f"the feed {twice!r} is declared twice; keep one", file=path)
    return feeds


def _feed(table: dict[str, Any], path: Path, line: int | None) -> Feed:
    data = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    for key in ("tags", "include", "exclude"):
        if isinstance(data.get(key), str):
            data[key] = (data[key],)
    declared = Declared(data, path, {} if line is None else {(): line})
    declared.refuse_unknown(Feed.model_fields, "a feed")
    if not isinstance(data.get("url"), str):
        raise declared.error('a feed needs its address, such as: url = "https://example.org/feed.xml"')
    feed = settle(Feed, declared)
    for pattern in (*feed.include, *feed.exclude):
        try:
            re.compile(pattern)
        except re.error as error:
            raise declared.error(
                f"{pattern!r} is no pattern ({error}); put a backslash before signs that are meant"
            ) from None
    return feed
