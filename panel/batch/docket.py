"""What a batch is given, as a stream of entries: files, folders, patterns, and lists of releases."""

import glob
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from panel.batch.entry import Entry
from panel.batch.rows import LISTS, read_list
from panel.errors import DeclarationError
from panel.store.nearest import did_you_mean
from panel.store.releases import MANIFEST, is_source
from panel.store.slugs import slug_of
from panel.store.workspace import Workspace


def read_docket(places: Sequence[str], home: Workspace) -> Iterator[Entry]:
    """Yield an entry for every release that is named, in order; nothing is held but names.

    A place is a pattern such as ``releases/*.md``, a release's file or folder, a folder of releases, a list (``.jsonl``
    or ``.csv``), or the name of a release in the workspace.

    Raises:
        DeclarationError: A place is nothing of this; raised before the first entry.
    """
    return chain.from_iterable([_entries(place, home) for place in places])


def count_docket(places: Sequence[str], home: Workspace) -> int:
    """Return how many releases are named, without reading any; blank lines of lists count too.

    Raises:
        DeclarationError: A place is none.
    """
    return sum(_count(Path(path)) for place in places for path in _found(place, home))


def content_of(path: Path) -> str:
    """Return the hash of all that a release is read from: the bytes of its file, or of every file of its folder.

    Raises:
        OSError: It can't be read.
    """
    if not path.is_dir():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    whole = hashlib.sha256()
    with os.scandir(path) as found:
        names = sorted(each.name for each in found)
    for name in names:
        file = path / name
        if is_source(file):
            whole.update(
                f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode("utf-8", "surrogateescape")
            )
    return whole.hexdigest()


def _entries(place: str, home: Workspace) -> Iterator[Entry]:
    paths = _found(place, home)  # now, so that a wrong name is told before anything is heard
    return chain.from_iterable(_of_path(Path(path), home) for path in paths)


def _of_path(path: Path, home: Workspace) -> Iterator[Entry]:
    if path.suffix.lower() in LISTS and path.is_file():
        return (_located(entry, home) for entry in read_list(path))
    return iter([_release(str(path), path)])


def _located(entry: Entry, home: Workspace) -> Entry:
    """Return an entry for the file that a row names, if it names one: beside the list, from here, or by its slug."""
    if entry.problem is not None or entry.row is None or "release" not in entry.row:
        return entry
    assert entry.path is not None
    named = str(entry.row["release"]).strip()
    beside = entry.path.parent / named
    try:
        path = beside if beside.exists() else home.release_path(named)
    except (DeclarationError, OSError, ValueError) as error:
        problem = DeclarationError(getattr(error, "problem", str(error)), file=entry.path, line=entry.line)
        return entry.model_copy(update={"problem": str(problem)})
    return _release(entry.place, path)


def _release(place: str, path: Path) -> Entry:
    try:
        slug = slug_of(Path(os.path.abspath(path.parent if path.name == MANIFEST else path)))  # noqa: PTH100 - as read_release does
        content = content_of(path.parent if path.name == MANIFEST else path)
    except OSError as error:
        return Entry(place=place, path=path, problem=f"{path}: it can't be read ({error.strerror})")
    return Entry(place=place, slug=slug, path=path, content=content)


def _count(path: Path) -> int:
    if path.suffix.lower() not in LISTS or not path.is_file():
        return 1
    try:
        with path.open("rb") as file:
            lines = sum(block.count(b"\n") for block in iter(lambda: file.read(2**20), b""))
    except OSError:
        return 1  # reading it says why
    return max(lines - (path.suffix.lower() == ".csv"), 1)


def _found(place: str, home: Workspace) -> list[str]:
    """Return the paths that a place stands for; as texts, which take a fifth of the memory."""
    path = Path(place)
    try:
        there = bool(place.strip()) and path.exists()
    except (OSError, ValueError) as error:
        raise DeclarationError(f"{place[:100]!r} can't be read ({getattr(error, 'strerror', None) or error})") from None
    if not there and glob.has_magic(place):
        every = sorted(glob.iglob(place, recursive=True))  # noqa: PTH207 - Path.glob() takes no absolute pattern
        found = [each for each in every if _may_be(Path(each))]
        if not found:
            raise DeclarationError(f"nothing matches {place!r}; give files, folders, or lists of releases")
        return found
    if not there:
        return [str(home.release_path(place))]
    return _in_folder(path, home) if path.is_dir() else [place]


def _in_folder(folder: Path, home: Workspace) -> list[str]:
    """Return the releases of a folder; the folder itself, if it is one release."""
    at_home = folder.resolve().parent == home.releases_folder.resolve()
    if at_home or (folder / MANIFEST).is_file():
        return [str(folder)]
    try:
        found = sorted(_releases_in(folder))
    except OSError as error:
        raise DeclarationError(f"it can't be read ({error.strerror})", file=folder) from None
    if not found:
        there = [each.name for each in folder.iterdir()]
        raise DeclarationError(f"there are no releases in the folder {str(folder)!r}{did_you_mean('releases', there)}")
    return found


def _releases_in(folder: Path) -> Iterable[str]:
    with os.scandir(folder) as entries:
        for each in entries:
            if not each.name.startswith(".") and each.name.lower() != "readme.md" and _may_be(Path(each.path)):
                yield each.path


def _may_be(path: Path) -> bool:
    """Whether something may be a release, or a list of them."""
    return path.is_dir() or is_source(path) or path.suffix.lower() in LISTS
