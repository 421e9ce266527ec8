"""Watching feeds: every new item becomes a release, or one more source of the release that has it."""

import asyncio
import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from panel.domain.intake import FeedRead, Taken, Watched
from panel.domain.noun import fingerprint
from panel.errors import CallError, DeclarationError
from panel.store.intake.feed_items import Content, Item
from panel.store.intake.feed_list import Feed, read_feed_list
from panel.store.intake.feed_memory import TRIES, FeedMemory, Pending, memories_file, read_memories, write_memories
from panel.store.intake.reading import Arrival
from panel.store.intake.release_folder import release_with, slug_for
from panel.store.intake.shelf import Original
from panel.store.intake.take_in import Door, check_place
from panel.store.releases import read_release
from panel.store.workspace import Workspace

if TYPE_CHECKING:
    from panel.store.intake.fetch import Fetched, Fetcher

AT_ONCE = 8
"""Feeds that are fetched at the same time."""


def watch(
    feed_list: Path,
    home: Workspace,
    *,
    now: dt.datetime,
    allow_private: bool = False,
    fetcher: "Fetcher | None" = None,
) -> Watched:
    """Read every feed once and take its new items in; a feed that fails doesn't stop the others.

    Args:
        feed_list: The file that declares the feeds.
        home: The workspace.
        now: When this happens.
        allow_private: Whether private, loopback and link-local addresses may be fetched from.
        fetcher: Fetches the feeds; made as needed if not given.

    Raises:
        DeclarationError: If the file or what is remembered can't be read; nothing was fetched or written.
    """
    feeds = read_feed_list(feed_list)
    for feed in feeds:
        check_place(feed.url)
    read_memories(memories_file(home.root))
    return asyncio.run(_watch(feeds, home, now, allow_private=allow_private, fetcher=fetcher))


async def _watch(
    feeds: tuple[Feed, ...], home: Workspace, now: dt.datetime, *, allow_private: bool, fetcher: "Fetcher | None"
) -> Watched:
    file = memories_file(home.root)
    memories = read_memories(file)
    gate = asyncio.Semaphore(AT_ONCE)
    async with Door(home, today=now.date(), allow_private=allow_private, fetcher=fetcher) as door:
        await door.fetcher()

        async def fetched(feed: Feed) -> "Fetched | Exception":
            known = memories.feeds.get(feed.url, FeedMemory())
            async with gate:
                try:
                    return await (await door.fetcher()).get(feed.url, etag=known.etag, modified=known.modified)
                except (DeclarationError, CallError) as error:
                    return error

        answers = await asyncio.gather(*map(fetched, feeds))
        said: list[FeedRead] = []
        for feed, answer in zip(feeds, answers, strict=True):
            memory = memories.feeds.get(feed.url, FeedMemory())
            reading = Reading(door, feed, memory)
            said.append(await reading.take(answer))
            if reading.memory != memory:
                memories = memories.having(feed.url, reading.memory)
                write_memories(file, memories)
    return Watched(feeds=tuple(said))


@dataclass
class Reading:
    """One reading of one feed."""

    door: Door
    """Where its items come in."""
    feed: Feed
    """The feed as it is declared."""
    memory: FeedMemory
    """What is remembered of it; what it should be afterwards, once its items are taken."""

    async def take(self, answer: "Fetched | Exception") -> FeedRead:
        """Take in what is new; what goes wrong stands in the answer."""
        again = await self._pending()
        if isinstance(answer, Exception):
            return FeedRead(url=self.feed.url, outcome="failed", taken=again, problem=str(answer))
        if answer.unchanged:
            return FeedRead(url=self.feed.url, outcome="unchanged", taken=again)
        try:
            feed = Arrival(answer.url, answer.body, answer.url, answer.mime, answer.charset)
            content = await self.door.reader.read_feed(feed)
        except DeclarationError as error:
            return FeedRead(url=self.feed.url, outcome="failed", taken=again, problem=str(error))
        return await self._items(content, answer, again)

    async def _items(self, content: Content, answer: "Fetched", again: tuple[Taken, ...]) -> FeedRead:
        known = set(self.memory.seen)
        new = [item for item in content.items if not known.intersection(item.keys)]
        wanted = [item for item in new if self._wants(item)]
        batch = wanted[: self.feed.max_items]
        taken = list(again)
        failed: set[str] = set()
        for item in reversed(batch):  # feeds begin with the newest
            taken.append(await self._item(item))
            if taken[-1].outcome == "failed":
                failed.update(item.keys)
        left = len(wanted) - len(batch)
        passed_over = [item for item in new if item not in wanted]
        done = (key for item in (*batch, *passed_over) for key in item.keys if key not in failed)
        told = {key for item in content.items if known.intersection(item.keys) for key in item.keys}
        self.memory = self.memory.having_seen((*told, *done))
        complete = not left and not failed  # else what is left would hide behind the server's "not modified"
        conditions = (
            {"etag": answer.etag, "modified": answer.modified} if complete else {"etag": None, "modified": None}
        )
        self.memory = self.memory.model_copy(update=conditions)
        return FeedRead(
            url=self.feed.url,
            outcome="read",
            title=content.title,
            taken=tuple(taken),
            seen=len(content.items) - len(new),
            passed_over=len(passed_over),
            left=left,
        )

    def _wants(self, item: Item) -> bool:
        words = f"{item.title}\n{item.document.text}"
        includes = [pattern for pattern in self.feed.include if re.search(pattern, words, re.IGNORECASE)]
        excludes = [pattern for pattern in self.feed.exclude if re.search(pattern, words, re.IGNORECASE)]
        return bool(includes or not self.feed.include) and not excludes

    async def _item(self, item: Item) -> Taken:
        """Take an item in: the page that it links to if that is wanted and can be had, else what the feed says."""
        original = Original(item.page.encode("utf-8", "backslashreplace"), ".html", None)
        try:
            slug = release_with(self.door.home, item.link, original) or self._slug(item)
            if self.feed.fetch and item.link:
                page = await self.door.take(item.link, slug, facts=self._facts(item))
                if page.outcome != "failed":
                    return page
                self._remember(Pending(link=item.link, release=slug))
                said = await self.door.put(item.document, original, item.link, slug, facts=self._facts(item))
                return said.model_copy(update={"problem": f"only its summary was taken in: {page.problem}"})
            return await self.door.put(item.document, original, item.link or item.title, slug, facts=self._facts(item))
        except DeclarationError as error:
            return Taken(place=item.link or item.title, outcome="failed", title=item.title, problem=str(error))

    def _slug(self, item: Item) -> str:
        """Return the release of an item: the one of its name, unless another item of this publisher has that name."""
        slug = slug_for(item.title)
        path = self.door.home.release_paths().get(slug)
        if path is None or item.document.publisher not in {each.publisher for each in read_release(path).sources}:
            return slug
        return f"{slug}-{item.document.date or fingerprint([item.id])[:8]}"

    def _facts(self, item: Item) -> dict[str, Any]:
        return {
            "name": item.title,
            "category": self.feed.category,
            "tags": list(self.feed.tags),
            "links": [item.link] if item.link else [],
        }

    def _remember(self, pending: Pending) -> None:
        self.memory = self.memory.model_copy(update={"pending": (*self.memory.pending, pending)})

    async def _pending(self) -> tuple[Taken, ...]:
        """Ask again for the linked pages that couldn't be had; return those that came or that are given up."""
        due, told = self.memory.pending, []
        self.memory = self.memory.model_copy(update={"pending": ()})
        for page in due:
            said = await self.door.take(page.link, page.release)
            if said.outcome == "failed" and page.tries + 1 < TRIES:
                self._remember(page.model_copy(update={"tries": page.tries + 1}))
            else:
                told.append(said)
        return tuple(told)
