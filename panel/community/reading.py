"""Reading lists of votes: CSV or JSON lines, each line by itself, so that a bad one spoils no other."""

import csv
import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from panel.domain.ballot import Vote
from panel.errors import DeclarationError
from panel.store.nearest import listed

FIELDS = ("release", "voter", "vote", "at")
LONGEST_LINE = 10_000
"""Characters of the longest line."""
_LONGEST_VOTER = 500
_EARLIEST = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_LEEWAY = dt.timedelta(days=1)
"""How far ahead another machine's clock may be."""


class Listed(NamedTuple):
    """A vote as a list has it."""

    line: int
    """Where it stands, counted from 1."""
    release: str
    """Slug."""
    voter: str
    """The reader, in whatever form the list has."""
    vote: Vote
    """Ship or skip."""
    at: dt.datetime
    """When it was cast."""


class BadLine(NamedTuple):
    """A line that is no vote."""

    line: int
    """Which one, counted from 1."""
    problem: str
    """What is wrong with it."""


class _Problem(Exception):
    """What is wrong with one line."""


def read_votes(path: Path, now: dt.datetime) -> Iterator[Listed | BadLine]:
    """Yield the votes of a CSV file with a header, or of a file of JSON lines.

    Args:
        path: The file; what its first line looks like decides, not its name.
        now: Votes from after tomorrow are refused.

    Raises:
        DeclarationError: If it can't be read, or its header lacks a column.
    """
    try:
        with path.open("rb") as file:
            yield from _read(path, file, now)
    except OSError as error:
        raise DeclarationError(f"it can't be read ({error.strerror}); check its path", file=path) from None


def _read(path: Path, raw: Iterator[bytes], now: dt.datetime) -> Iterator[Listed | BadLine]:
    lines = ((number, _decoded(line, first=number == 1)) for number, line in enumerate(raw, start=1))
    lines = ((number, line) for number, line in lines if line is None or line.strip())
    first = next(lines, None)
    if first is None:
        return
    number, head = first
    if head is not None and head.lstrip().startswith("{"):
        yield _vote(number, head, json_fields, now)
        fields: Callable[[str], Mapping[str, Any]] = json_fields
    else:
        fields = _columns(path, number, head or "")
    for number, line in lines:
        yield BadLine(number, "this is no UTF-8 text") if line is None else _vote(number, line, fields, now)


def _decoded(line: bytes, *, first: bool) -> str | None:
    try:
        return line.decode("utf-8-sig" if first else "utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        return None


def _columns(path: Path, number: int, head: str) -> Callable[[str], Mapping[str, Any]]:
    """Return how the lines under a CSV header are read."""
    separator = max(",;\t", key=head.count)
    names = [name.strip().strip('"').lower() for name in head.split(separator)]
    missing = [name for name in FIELDS if name not in names]
    if missing:
        problem = (
            f"this is no list of votes: a CSV file's first line must name the columns {listed(FIELDS)}, and "
            f"{listed(missing)} {'is' if len(missing) == 1 else 'are'} missing; JSON lines begin with '{{'"
        )
        raise DeclarationError(problem, file=path, line=number)

    def fields(line: str) -> Mapping[str, Any]:
        try:
            cells = next(csv.reader([line], delimiter=separator, strict=True))
        except csv.Error as error:
            raise _Problem(f"this is no CSV ({error})") from None
        if len(cells) != len(names):
            raise _Problem(f"it has {len(cells)} columns, and the header has {len(names)}")
        return dict(zip(names, cells, strict=True))

    return fields


def json_fields(line: str) -> Mapping[str, Any]:
    """Return the fields of a JSON line."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        raise _Problem("this isn't valid JSON") from None
    if not isinstance(data, dict):
        raise _Problem('this is no JSON object such as {"release": …, "voter": …, "vote": "ship", "at": …}')
    return data


def _vote(number: int, line: str, fields: Callable[[str], Mapping[str, Any]], now: dt.datetime) -> Listed | BadLine:
    try:
        if len(line) > LONGEST_LINE:
            raise _Problem(f"it is longer than {LONGEST_LINE:,} characters")  # noqa: TRY301 - told as the others are
        found = fields(line)
        release, voter, vote = (_word(found, name) for name in ("release", "voter", "vote"))
        if len(voter) > _LONGEST_VOTER:
            raise _Problem(f"'voter' is longer than {_LONGEST_VOTER} characters")  # noqa: TRY301
        return Listed(number, release, voter, _choice(vote), _moment(_word(found, "at"), now))
    except _Problem as problem:
        return BadLine(number, str(problem))


def _word(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    if isinstance(value, int) and not isinstance(value, bool) and name == "voter":
        return str(value)
    if value is None or (isinstance(value, str) and not value.strip()):
        raise _Problem(f"{name!r} is missing")
    if not isinstance(value, str):
        raise _Problem(f"{name!r} must be text")
    return value.strip()


def _choice(word: str) -> Vote:
    match word.lower():
        case "ship":
            return "ship"
        case "skip":
            return "skip"
    raise _Problem(f"'vote' must be ship or skip, not {word[:40]!r}")


def _moment(word: str, now: dt.datetime) -> dt.datetime:
    """Return a moment; one without a zone is taken for UTC."""
    try:
        at = dt.datetime.fromisoformat(word)
        at = (at if at.tzinfo else at.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        raise _Problem(f"'at' must be a time such as 2026-04-16T09:30:00Z, not {word[:40]!r}") from None
    if not _EARLIEST <= at <= now + _LEEWAY:
        raise _Problem(f"'at' lies {'in the future' if at > now else 'before 1970'}: {word[:40]!r}")
    return at
