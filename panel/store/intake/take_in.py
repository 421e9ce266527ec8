"""Taking documents in: addresses are fetched, files are read, and each becomes a source of a release."""

import asyncio
import datetime as dt
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from panel.domain.intake import Intake, Taken
from panel.errors import CallError, DeclarationError
from panel.store.intake.document import Document
from panel.store.intake.kinds import SUFFIX
from panel.store.intake.reader import Reader
from panel.store.intake.reading import Arrival
from panel.store.intake.release_folder import release_folder, release_with, slug_for, state_facts
from panel.store.intake.shelf import Original, kept_original, shelve, standing
from panel.store.slugs import checked_slug
from panel.store.texts import read_bytes
from panel.store.workspace import Workspace

if TYPE_CHECKING:
    from panel.store.intake.fetch import Fetcher


def intake(
    places: Sequence[str],
    home: Workspace,
    *,
    into: str | None = None,
    now: dt.datetime,
    allow_private: bool = False,
    fetcher: "Fetcher | None" = None,
) -> Intake:
    """Take documents in as the sources of one release; one that fails doesn't stop the others.

    Args:
        places: Addresses and paths of files.
        home: The workspace.
        into: Slug of the release. Without it, the release that has the first document already, else a new one that is
            named after the document's title.
        now: When this happens; its day dates what has changed.
        allow_private: Whether private, loopback and link-local addresses may be fetched from.
        fetcher: Fetches the addresses; made as needed if not given.

    Raises:
        DeclarationError: If a place can be nothing that is taken in; nothing was fetched or written.
    """
    for place in places:
        check_place(place)
    slug = checked_slug(into) if into is not None else None
    return asyncio.run(_intake(places, home, slug, now, allow_private=allow_private, fetcher=fetcher))


async def _intake(
    places: Sequence[str],
    home: Workspace,
    into: str | None,
    now: dt.datetime,
    *,
    allow_private: bool,
    fetcher: "Fetcher | None",
) -> Intake:
    taken: list[Taken] = []
    async with Door(home, today=now.date(), allow_private=allow_private, fetcher=fetcher) as door:
        for place in places:
            taken.append(await door.take(place, into))
            into = into or taken[-1].release
    return Intake(release=into if any(each.release for each in taken) else None, taken=tuple(taken))


class Door:
    """Where documents come in; use it as an asynchronous context manager.

    Args:
        home: The workspace.
        today: The day that dates changes, and after which no date is believed.
        allow_private: Whether private addresses may be fetched from.
        fetcher: Fetches the addresses; made as needed if not given.
    """

    def __init__(
        self, home: Workspace, *, today: dt.date, allow_private: bool = False, fetcher: "Fetcher | None" = None
    ) -> None:
        self.home, self.today, self.reader = home, today, Reader(today=today)
        self._allow_private, self._given, self._open = allow_private, fetcher, fetcher
        self._stack = AsyncExitStack()
        self._taken: set[Path] = set()

    async def __aenter__(self) -> Self:
        await self._stack.enter_async_context(self.reader)
        if self._given:
            await self._stack.enter_async_context(self._given)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    async def fetcher(self) -> "Fetcher":
        """Return what fetches from the web; it is loaded when it is first needed."""
        if self._open is None:
            from panel.store.intake.fetch import Fetcher

            self._open = await self._stack.enter_async_context(Fetcher(allow_private=self._allow_private))
        return self._open

    async def take(self, place: str, into: str | None, *, facts: dict[str, Any] | None = None) -> Taken:
        """Take a document in; what goes wrong stands in the answer.

        Args:
            place: An address, or the path of a file.
            into: Slug of its release, if that is known.
            facts: What a new release's ``release.md`` is to state; else its name, from the title.
        """
        shown = place if is_address(place) else Path(place).name
        try:
            arrival = await self.arrive(place)
            document = await self.reader.read(arrival)
            original = Original(arrival.raw, SUFFIX[arrival.kind], None if arrival.url else Path(place).name)
            return await self.put(document, original, shown, into, facts=facts)
        except (DeclarationError, CallError) as error:
            return Taken(place=shown, outcome="failed", release=None, problem=str(error))

    async def put(
        self,
        document: Document,
        original: Original,
        place: str,
        into: str | None,
        *,
        facts: dict[str, Any] | None = None,
    ) -> Taken:
        """Put a document that was read among the sources of its release.

        Raises:
            DeclarationError: If something can't be read or written.
        """
        slug = into or release_with(self.home, document.url, original) or slug_for(document.title or place)
        folder = release_folder(self.home, slug)
        outcome, path = shelve(
            folder,
            document,
            original,
            today=self.today,
            taken=frozenset(self._taken),
            same=await self._kept(folder, document, original),
        )
        state_facts(folder, facts or {"name": document.title or slug})
        self._taken.add(path)
        return Taken(
            place=place,
            outcome=outcome,
            release=slug,
            source=path.name,
            title=document.title,
            words=len(document.text.split()),
            hidden=len((document.hidden or "").split()),
        )

    async def arrive(self, place: str) -> Arrival:
        """Fetch an address or read a file.

        Raises:
            DeclarationError: If it can't be fetched from, or read.
            CallError: If the world failed.
        """
        if not is_address(place):
            return Arrival(place=Path(place).name, raw=read_bytes(Path(place)))
        got = await (await self.fetcher()).get(place)
        return Arrival(place, got.body, got.url, got.mime, got.charset, got.language)

    async def _kept(self, folder: Path, document: Document, original: Original) -> str | None:
        """Return what the kept original of a source reads like today."""
        known = standing(folder, document.url, original, frozenset(self._taken))
        kept = kept_original(folder, known) if known and known.original != original.name else None
        if kept is None:
            return None
        try:
            return (await self.reader.read(Arrival(kept.name, read_bytes(kept), document.url))).text
        except DeclarationError:
            return None


def is_address(place: str) -> bool:
    """Whether a place is an address rather than a file."""
    return "://" in place


def check_place(place: str) -> None:
    """Raise a DeclarationError unless a place is a web address or a file that exists."""
    if is_address(place):
        from panel.store.intake.fetch import checked

        checked(place)
        return
    path = Path(place)
    if path.is_dir():
        raise DeclarationError(f"{place!r} is a folder; name the documents in it")
    if not path.is_file():
        hint = "; write the address out, such as 'https://example.org/news'" if "." in place else ""
        raise DeclarationError(f"there is no file {place!r}{hint or '; check its path'}")
