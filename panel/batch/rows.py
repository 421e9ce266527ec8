"""Releases as rows: the lines of a JSONL or CSV file, read one after the other, each failing alone."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from panel.batch.entry import Entry
from panel.domain.release import Release, Source
from panel.errors import DeclarationError
from panel.store.declared import Declared
from panel.store.documents import has_words
from panel.store.facts_stated import ReleaseFacts, SourceFacts, release_facts, source_facts
from panel.store.slugs import checked_slug, slug_from

LISTS = frozenset({".jsonl", ".ndjson", ".csv"})
"""Files that are lists of releases."""

LONGEST = 16 * 2**20
"""Bytes of the longest row that is read."""


def read_list(path: Path) -> Iterator[Entry]:
    """Yield the rows of a JSONL or CSV file; one that can't be read is an entry with its problem.

    Raises:
        DeclarationError: The file can't be read, or its header says nothing.
    """
    try:
        with path.open("rb") as file:
            yield from _csv_rows(file, path) if path.suffix.lower() == ".csv" else _json_rows(file, path)
    except OSError as error:
        raise DeclarationError(f"it can't be read ({error.strerror})", file=path) from None


def release_of(entry: Entry) -> Release:
    """Return the release that a row holds inline.

    Raises:
        DeclarationError: One sentence about its first mistake, with file and line.
    """
    assert entry.row is not None
    assert entry.path is not None
    row = {key: _frozen(value) for key, value in entry.row.items() if key != "slug"}
    texts = row.pop("sources", ())
    text = row.pop("text", None)
    front = Declared(row, entry.path, {(): entry.line or 1})
    facts = release_facts(front)
    sources = [_source(front, {"text": text}, facts)] if text is not None else []
    if not isinstance(texts, tuple):
        raise front.error("'sources' must be a list of texts, or of objects with a text each")
    sources += [_beside(front, each) for each in texts]
    if not sources:
        raise front.error("this release has no text; add 'text', or 'sources' with a text each")
    stated = {name: getattr(facts, name) for name in ReleaseFacts.model_fields if name in Release.model_fields}
    stated["name"] = facts.name or entry.slug
    numbered = (each.model_copy(update={"key": f"S{number}"}) for number, each in enumerate(sources, start=1))
    return Release(slug=entry.slug, sources=tuple(numbered), **stated)


def _beside(front: Declared, given: Any) -> Source:  # noqa: ANN401 - anything that JSON holds
    said = {"text": given} if isinstance(given, str) else given
    if not isinstance(said, dict):
        raise front.error(f"a source must be a text, or an object with a text, not {str(given)[:60]!r}")
    own = front.having({key: value for key, value in said.items() if key != "text"})
    return _source(front, said, source_facts(own))


def _source(front: Declared, said: dict[str, Any], facts: SourceFacts) -> Source:
    text = said.get("text")
    if not isinstance(text, str) or not has_words(text):
        raise front.error(f"'text' must have words to be read, not {str(text)[:60]!r}")
    return Source(
        key="S1",
        text=text.strip("\n"),
        title=facts.title,
        url=facts.url,
        publisher=facts.publisher,
        author=facts.author,
        date=None if isinstance(facts, ReleaseFacts) else facts.date,
        language=facts.language,
        revised=facts.revised,
        hidden=facts.hidden,
    )


def _json_rows(file: BinaryIO, path: Path) -> Iterator[Entry]:
    for number, line in enumerate(_lines(file), start=1):
        if not line.strip():
            continue
        if len(line) > LONGEST:
            yield _bad(path, number, f"this row is longer than {LONGEST // 2**20} MiB")
            continue
        try:
            row = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except UnicodeDecodeError:
            yield _bad(path, number, "this row isn't UTF-8; convert the file")
        except (ValueError, RecursionError) as error:
            yield _bad(path, number, f"this row isn't valid JSON ({getattr(error, 'msg', 'too deep').lower()})")
        else:
            yield _entry(row, path, number, line)


def _csv_rows(file: BinaryIO, path: Path) -> Iterator[Entry]:
    with io.TextIOWrapper(file, encoding="utf-8-sig", errors="surrogateescape", newline="") as text:
        reader = csv.DictReader(text)
        try:
            names = reader.fieldnames
        except csv.Error as error:
            raise DeclarationError(f"its first line is no header ({error}); is it CSV?", file=path) from None
        if not names:
            problem = "it has no header; name the columns in its first line, such as: name,vendor,text"
            raise DeclarationError(problem, file=path)
        if any(0xDC80 <= ord(c) <= 0xDCFF or c == "\0" for name in names for c in name):
            raise DeclarationError("its first line isn't UTF-8; convert the file", file=path)
        more = True
        while more:
            try:
                cells = next(reader, None)
            except csv.Error as error:
                yield _bad(path, reader.line_num, f"this row can't be read ({error})")
                continue
            more = cells is not None
            if cells is not None:
                yield from _csv_entry(cells, path, reader.line_num)


def _csv_entry(cells: dict[Any, Any], path: Path, number: int) -> Iterator[Entry]:
    if None in cells:
        yield _bad(path, number, "this row has more cells than the header; quote texts that have commas")
        return
    row = {key.strip(): value for key, value in cells.items() if value is not None and value.strip()}
    if any(0xDC80 <= ord(c) <= 0xDCFF for value in row.values() for c in value):
        yield _bad(path, number, "this row isn't UTF-8; convert the file")
    elif row:
        yield _entry(row, path, number, json.dumps(row, sort_keys=True).encode())


def _entry(row: Any, path: Path, number: int, raw: bytes) -> Entry:  # noqa: ANN401 - anything that JSON holds
    if not isinstance(row, dict):
        return _bad(path, number, f'a row must be an object such as {{"name": …, "text": …}}, not {str(row)[:60]!r}')
    try:
        slug = _slug(row)
    except DeclarationError as error:
        return _bad(path, number, error.problem)
    place = f"{path}, line {number}"
    if "release" in row:
        return Entry(place=place, slug=slug, path=path, line=number, row=row)
    return Entry(place=place, slug=slug, path=path, line=number, row=row, content=hashlib.sha256(raw).hexdigest())


def _slug(row: dict[str, Any]) -> str:
    """Return the name of a row's verdict; empty where the row names a file, whose name it is."""
    if "release" in row:
        extra = next((key for key in row if key != "release"), None)
        if extra is not None or not isinstance(row["release"], str) or not row["release"].strip():
            raise DeclarationError("a row with 'release' holds a path and nothing else")
        return ""
    if "slug" in row:
        return checked_slug(str(row["slug"]))
    name = row.get("name")
    if not isinstance(name, str) or not name.strip():
        raise DeclarationError("this row has no 'name'; add one, or a 'slug'")
    return slug_from(name)


def _bad(path: Path, number: int, problem: str) -> Entry:
    return Entry(
        place=f"{path}, line {number}",
        path=path,
        line=number,
        problem=str(DeclarationError(problem, file=path, line=number)),
    )


def _lines(file: BinaryIO) -> Iterable[bytes]:
    """Yield lines without ever holding more of one than is read; of a longer one, its beginning."""
    while line := file.readline(LONGEST + 1):
        whole = line.endswith(b"\n")
        yield line
        while not whole and (more := file.readline(LONGEST)):
            whole = more.endswith(b"\n")


def _frozen(value: Any) -> Any:  # noqa: ANN401 - anything that JSON holds
    if isinstance(value, dict):
        return {key: _frozen(each) for key, each in value.items()}
    return tuple(_frozen(each) for each in value) if isinstance(value, list) else value
