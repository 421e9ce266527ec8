"""Reading a Release: one text with front matter, or a folder of sources."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from panel.domain.release import Release, Source
from panel.errors import DeclarationError
from panel.evidence.visible import one_line, visible
from panel.store.declared import Declared
from panel.store.documents import READABLE, SUFFIXES, has_words, read_document
from panel.store.facts_stated import (
    ReleaseFacts,
    SourceFacts,
    is_of_a_page,
    release_facts,
    source_facts,
    source_notices,
)
from panel.store.front_matter import Page
from panel.store.nearest import did_you_mean
from panel.store.slugs import slug_of

MANIFEST = "release.md"
"""The file of a release folder that states its facts."""

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_MARKUP = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")


def read_release(path: Path) -> Release:
    """Read a release from a file, a folder of sources, or a folder's ``release.md``.

    Raises:
        DeclarationError: One sentence with file and line about what is missing or wrong.
    """
    try:
        if path.name == MANIFEST and path.is_file():
            return _from_folder(path.parent)
        if path.is_dir():
            return _from_folder(path)
        if path.exists():
            return _from_file(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DeclarationError(f"{str(path)!r} can't be read ({reason})") from None
    raise DeclarationError(f"there is no file or folder {str(path)!r}{did_you_mean(path.name, _siblings(path))}")


def is_source(path: Path) -> bool:
    """Whether a file in a folder counts as a source: neither hidden nor of an unknown type."""
    return not path.name.startswith(".") and path.suffix.lower() in SUFFIXES and path.is_file()


def _siblings(path: Path) -> list[str]:
    try:
        return [each.name for each in path.parent.iterdir() if not each.name.startswith(".")]
    except (OSError, ValueError):
        return []


def _from_file(path: Path) -> Release:
    page = _alone(path)
    of_a_page = page.front is not None and is_of_a_page(page.front)
    facts = release_facts(page.front) if page.front and not of_a_page else ReleaseFacts()
    said = source_facts(page.front) if page.front and of_a_page else facts
    if not has_words(page.text):
        raise _says_nothing(path, page.front)
    return _release(path, facts, (_source(1, page, said),))


def _alone(path: Path) -> Page:
    """Read a file that is a release by itself; a page from elsewhere is read as loosely as it would be in a folder."""
    try:
        return read_document(path)
    except DeclarationError:
        page = read_document(path, loosely=True)
        if page.front is None or not is_of_a_page(page.front):
            raise
        return page


def _from_folder(folder: Path) -> Release:
    manifest = folder / MANIFEST
    page = Page(None, "")
    if manifest.is_file():
        _refuse_leaving(manifest, folder)
        page = read_document(manifest)
    facts = release_facts(page.front) if page.front else ReleaseFacts()
    own = [(page, facts)] if has_words(page.text) else []
    sources = tuple(_source(n, each, said) for n, (each, said) in enumerate([*own, *_beside(folder)], start=1))
    if not sources and manifest.is_file():
        raise _says_nothing(manifest, page.front)
    if not sources:
        problem = f"this folder has no sources; put the texts to be read into it as {READABLE}"
        raise DeclarationError(problem, file=folder)
    return _release(folder, facts, sources)


def _beside(folder: Path) -> Iterator[tuple[Page, SourceFacts]]:
    """Yield every source file of a folder and what it states of itself, by file name."""
    for path in sorted(each for each in folder.iterdir() if is_source(each) and each.name != MANIFEST):
        _refuse_leaving(path, folder)
        page = read_document(path, loosely=True)
        if not has_words(page.text):
            raise _says_nothing(path, page.front)
        yield page, source_facts(page.front) if page.front else SourceFacts()


def _refuse_leaving(path: Path, folder: Path) -> None:
    if not path.resolve().is_relative_to(folder.resolve()):
        raise DeclarationError("this is a link to a file outside the release's folder; copy the file here", file=path)


def _says_nothing(path: Path, front: Declared | None) -> DeclarationError:
    if front:
        return DeclarationError("there is no text below the front matter; add what the panel is to read", file=path)
    return DeclarationError("there are no words in this file; put the text to be read into it", file=path)


def _source(number: int, page: Page, facts: SourceFacts) -> Source:
    return Source(
        key=f"S{number}",
        text=page.text.strip("\n"),
        title=facts.title or _heading(page.text),
        url=facts.url,
        publisher=facts.publisher,
        author=facts.author,
        date=None if isinstance(facts, ReleaseFacts) else facts.date,  # a release's date isn't its article's
        language=facts.language,
        revised=facts.revised,
        hidden="\n".join(filter(None, (facts.hidden, page.hidden))) or None,
        notices=() if isinstance(facts, ReleaseFacts) or not page.front else source_notices(page.front),
    )


def _release(path: Path, facts: ReleaseFacts, sources: tuple[Source, ...]) -> Release:
    stated = {name: getattr(facts, name) for name in ReleaseFacts.model_fields if name in Release.model_fields}
    located = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow a link and take its target's name
    bare = located.name if located.is_dir() else located.stem
    stated["name"] = facts.name or _name_in(sources[0].text) or bare.replace("_", " ")
    return Release(slug=slug_of(located), sources=sources, **stated)


def _name_in(text: str) -> str | None:
    """Return the first heading, or a short first line, if it can be a name."""
    first = next((line for line in text.splitlines() if has_words(line)), "")
    return _short(_heading(text)) or _short(_plain(first))


def _heading(text: str) -> str | None:
    found = _HEADING.search(text)
    return _plain(found.group(1)) or None if found else None


def _short(line: str | None) -> str | None:
    fits = line and len(line) <= 60 and len(line.split()) <= 8 and not line.endswith((".", ":", ",", ";", "!", "?"))
    return line if fits else None


def _plain(line: str) -> str:
    """Return one line of Markdown without its marks."""
    return one_line(visible(_MARKUP.sub(lambda found: found.group(1) or "", line)))
