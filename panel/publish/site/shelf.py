"""The Shelf: what a site shows, read from the workspace; only records that changed are read again."""

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, TypeVar

from pydantic import Field

from panel.domain.comparison import Comparison
from panel.domain.noun import Noun
from panel.domain.verdict import Verdict
from panel.errors import DeclarationError
from panel.publish.site import routes
from panel.publish.site.listing import Listing, PairListing, listing, pair_listing
from panel.store.records import read_record, write_text_atomically
from panel.store.slugs import checked_slug
from panel.store.workspace import Workspace
from panel.version import __version__

MEMORY: Final = "shelf.json"
"""Name of the file, beside the ledger, that remembers what was read; it may be removed at any time."""
_UNSURE_NS: Final = 2_000_000_000
"""A file that changed less than two seconds before it was read may change again without a new time."""

Kept = TypeVar("Kept", Listing, PairListing)


class Seen(Noun):
    """A record as it was when it was last read."""

    mtime_ns: int
    """When its file had changed."""
    size: int
    """Bytes of its file."""
    read_ns: int
    """When it was read."""
    record: str
    """SHA-256 of its bytes."""


class SeenVerdict(Seen):
    """A verdict as it was when it was last read."""

    kept: Listing
    """What lists show of it."""


class SeenPair(Seen):
    """A comparison as it was when it was last read."""

    kept: PairListing
    """What lists show of it."""


class Memory(Noun):
    """All that was read when the shelf was last put together."""

    made_by: str = __version__
    """Version of shipskip that read it; another one reads everything again."""
    verdicts: dict[str, SeenVerdict] = Field(default_factory=dict)
    """By slug."""
    pairs: dict[str, SeenPair] = Field(default_factory=dict)
    """By name."""


@dataclass(frozen=True)
class Shelf:
    """What a site shows."""

    home: Workspace
    """The workspace."""
    verdicts: tuple[Listing, ...]
    """The verdicts, the latest first."""
    pairs: tuple[PairListing, ...]
    """The comparisons, the latest first."""
    left_out: tuple[str, ...] = ()
    """What isn't shown, and why, one sentence each."""
    waiting: int = 0
    """Verdicts that aren't shown because no editor has published them."""

    @cached_property
    def by_slug(self) -> Mapping[str, Listing]:
        """The verdicts by slug."""
        return {each.slug: each for each in self.verdicts}

    @cached_property
    def by_name(self) -> tuple[Listing, ...]:
        """The verdicts in order of their names."""
        return tuple(sorted(self.verdicts, key=lambda each: (each.name.casefold(), each.slug)))

    @cached_property
    def categories(self) -> Mapping[str, tuple[str, tuple[Listing, ...]]]:
        """What every category is called and its verdicts, by its address; in order of names."""
        found: dict[str, list[Listing]] = {}
        for each in self.verdicts:
            if each.category:
                found.setdefault(routes.category(each.category), []).append(each)
        named = {place: (str(shelf[0].category), tuple(shelf)) for place, shelf in found.items()}
        return dict(sorted(named.items(), key=lambda entry: entry[1][0].casefold()))

    @cached_property
    def pasts(self) -> Mapping[str, str]:
        """What changes with a release's earlier verdicts, by slug; only of releases that have some."""
        told = ((each.slug, past_digest(self.home, each.slug)) for each in self.verdicts)
        return {slug: digest for slug, digest in told if digest}

    @cached_property
    def pairs_of(self) -> Mapping[str, tuple[PairListing, ...]]:
        """The comparisons that a release is part of, by slug."""
        found: dict[str, list[PairListing]] = {}
        for pair in self.pairs:
            for slug in pair.names:
                found.setdefault(slug, []).append(pair)
        return {slug: tuple(pairs) for slug, pairs in found.items()}

    def verdict(self, slug: str) -> Verdict:
        """Return a whole verdict.

        Raises:
            DeclarationError: If its record is damaged.
        """
        return read_record(self.home.verdict_file(slug), Verdict)

    def comparison(self, slug: str) -> Comparison:
        """Return a whole comparison, with its verdicts as they are now.

        Raises:
            DeclarationError: If its record is damaged.
        """
        stored = read_record(self.home.comparisons_folder / f"{slug}.json", Comparison)
        return stored.model_copy(update={"verdicts": tuple(self.verdict(each.slug) for each in stored.verdicts)})

    def past(self, slug: str) -> tuple[Verdict, ...]:
        """Return the verdicts on a release that readers were once given, the oldest first.

        Raises:
            DeclarationError: If a record is damaged.
        """
        records = (read_record(path, Verdict) for path in past_files(self.home, slug))
        return tuple(each for each in records if each.state == "published")


def past_files(home: Workspace, slug: str) -> list[Path]:
    """Return the files of the verdicts that a release had before, the oldest first."""
    folder = home.verdict_file(slug).parent / "past"
    return sorted((path for path in folder.glob("*.json") if path.stem.isdigit()), key=lambda path: int(path.stem))


def past_digest(home: Workspace, slug: str) -> str:
    """Return what changes whenever one of a release's earlier verdicts does; empty if there is none."""
    told = ((path, path.stat()) for path in past_files(home, slug))
    return " ".join(f"{path.name}:{stat.st_size}:{stat.st_mtime_ns}" for path, stat in told)


def read_shelf(home: Workspace, *, drafts: bool = False) -> Shelf:
    """Read what a site shows, and remember it for the next time.

    Args:
        home: The workspace.
        drafts: Whether to show what no editor has published.

    Raises:
        DeclarationError: A record is damaged, or says that it belongs elsewhere.
    """
    file = home.ledger_file.with_name(MEMORY)
    old = _remembered(file)
    verdicts = {slug: _verdict(path, slug, old.verdicts.get(slug)) for slug, path in _verdict_files(home)}
    pairs = {name: _pair(path, name, old.pairs.get(name)) for name, path in _pair_files(home)}
    new = Memory(verdicts=verdicts, pairs=pairs)
    if new != old:
        write_text_atomically(file, new.model_dump_json())
    every = [seen.kept for seen in verdicts.values()]
    shown = {each.slug: each for each in every if drafts or each.state == "published"}
    chosen, left_out = _choose([seen.kept for seen in pairs.values()], shown, drafts=drafts)
    return Shelf(home, _latest(shown.values()), _latest(chosen), left_out, len(every) - len(shown))


def _choose(
    pairs: list[PairListing], shown: Mapping[str, Listing], *, drafts: bool
) -> tuple[list[PairListing], tuple[str, ...]]:
    """Return the comparisons to show, and why others aren't."""
    chosen, left_out = [], []
    for pair in pairs:
        if not set(pair.names) <= set(shown):
            continue
        changed = [shown[slug].name for slug, votes in pair.votes.items() if shown[slug].votes != votes]
        if changed:
            left_out.append(
                f"{pair.title} isn't shown: the panel on {changed[0]} votes otherwise since; run 'shipskip compare "
                f"{' '.join(pair.names)}' again"
            )
        elif not drafts and not pair.released:
            left_out.append(f"{pair.title} isn't shown: an editor hasn't published its texts")
        else:
            chosen.append(pair)
    return chosen, tuple(left_out)


def _latest(listings: Iterable[Kept]) -> tuple[Kept, ...]:
    """Return listings with the latest first; equal times in order of their slugs."""
    return tuple(sorted(sorted(listings, key=lambda each: each.slug), key=lambda each: each.first, reverse=True))


def _verdict_files(home: Workspace) -> Iterator[tuple[str, Path]]:
    for slug in _names(home.verdicts_folder):
        path = home.verdicts_folder / slug / "verdict.json"
        if slug != home.comparisons_folder.name and path.is_file():
            yield checked_slug(slug), path


def _pair_files(home: Workspace) -> Iterator[tuple[str, Path]]:
    for name in _names(home.comparisons_folder):
        if name.endswith(".json"):
            yield name.removesuffix(".json"), home.comparisons_folder / name


def _names(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        return sorted(each.name for each in entries if not each.name.startswith("."))


def _remembered(file: Path) -> Memory:
    """Return what was remembered; nothing where the file is missing, damaged, or of another version."""
    try:
        memory = Memory.model_validate_json(file.read_bytes())
    except (OSError, ValueError):
        return Memory()
    return memory if memory.made_by == __version__ else Memory()


def _verdict(path: Path, slug: str, seen: SeenVerdict | None) -> SeenVerdict:
    def read(record: str) -> SeenVerdict:
        verdict = read_record(path, Verdict)
        if verdict.slug != slug:
            problem = f"it is a verdict on {verdict.slug!r}, but its folder is called {slug!r}; make them equal"
            raise DeclarationError(problem, file=path)
        return SeenVerdict(mtime_ns=0, size=0, read_ns=0, record=record, kept=listing(slug, verdict, record))

    return _seen(path, seen, read)


def _pair(path: Path, name: str, seen: SeenPair | None) -> SeenPair:
    def read(record: str) -> SeenPair:
        kept = pair_listing(name, read_record(path, Comparison), record)
        return SeenPair(mtime_ns=0, size=0, read_ns=0, record=record, kept=kept)

    return _seen(path, seen, read)


SeenRecord = TypeVar("SeenRecord", SeenVerdict, SeenPair)


def _seen(path: Path, seen: SeenRecord | None, read: Callable[[str], SeenRecord]) -> SeenRecord:
    """Return a record as it is now; its file is read only if it may have changed, and parsed only if it did."""
    stat = path.stat()
    same = seen is not None and (seen.mtime_ns, seen.size) == (stat.st_mtime_ns, stat.st_size)
    if seen is not None and same and seen.mtime_ns < seen.read_ns - _UNSURE_NS:
        return seen
    now = time.time_ns()
    record = hashlib.sha256(path.read_bytes()).hexdigest()
    fresh = seen if seen is not None and seen.record == record else read(record)
    return fresh.model_copy(update={"mtime_ns": stat.st_mtime_ns, "size": stat.st_size, "read_ns": now})
