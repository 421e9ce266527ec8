"""JSON objects in what a model wrote: between thoughts, fences and prose, mended only where nothing must be guessed."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from panel.errors import Unreadable

MOST_OBJECTS = 500
"""Objects in the open beyond which a reply isn't read."""

_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\Z)'
_CURLY_STRING = r"“[^”\\]*+(?:\\.[^”\\]*+)*+(?:”|\Z)"
_COMMENT = r"//[^\n]*+|/\*(?:.*?\*/|.*)"

_INSIDE = re.compile(f"{_STRING}|{_CURLY_STRING}|{_COMMENT}|[{{}}]", re.DOTALL)
"""What matters within an object; whatever is in a string or a comment opens and closes nothing."""

_OUTSIDE = re.compile(
    r"<(?:think|thinking|thought|reasoning)>|\[THINK\]"
    r"|(?P<end></(?:think|thinking|thought|reasoning)>|\[/THINK\]|<\|channel\|>final\s*<\|message\|>)"
    r"|(?P<object>\{(?=\s*[\"“}/]))",
    re.IGNORECASE,
)
"""What matters in prose: a thought's beginning or end, and a brace that could open a JSON object."""

_MENDED = re.compile(f"{_STRING}|(?P<curly>{_CURLY_STRING})|(?P<comment>{_COMMENT})", re.DOTALL)
_TRAILING = re.compile(rf"{_STRING}|(?P<comma>,)(?=\s*[}}\]])", re.DOTALL)
_BARE_QUOTE = re.compile(r'\\.|(?P<bare>")', re.DOTALL)


class Fields(dict[str, Any]):
    """A JSON object with its keys in lower case, which remembers the keys it was given twice with different values."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__()
        self.disputed: set[str] = set()
        for name, value in pairs:
            key = name.strip().lower()
            if key in self and (self[key] != value or type(self[key]) is not type(value)):
                self.disputed.add(key)
            self[key] = value


_JSON = json.JSONDecoder(object_pairs_hook=Fields, strict=False)
"""Strict, but for control characters in strings: a raw line break there means nothing else."""


@dataclass(frozen=True)
class Reply:
    """A reply taken apart."""

    objects: tuple[Fields, ...] = ()
    """Every complete JSON object that stands in the open, in order."""
    mended: bool = False
    """Whether one of them was no strict JSON (comments, trailing commas, curly quotes)."""
    broken: tuple[str, ...] = ()
    """Stretches that look like JSON objects and aren't, and the reason why the first one isn't."""
    complaint: str | None = None
    """What is wrong with the first broken stretch."""
    unfinished: bool = False
    """Whether it breaks off within an object."""
    lost_in_thought: bool = False
    """Whether it breaks off within a thought."""
    prose: str = ""
    """What stands around the objects, thoughts left out."""


@dataclass
class _Parts:
    """What has been found so far; forgotten when all of it turns out to have been a thought."""

    objects: list[Fields] = field(default_factory=list)
    mended: bool = False
    broken: list[str] = field(default_factory=list)
    complaint: str | None = None
    prose: list[str] = field(default_factory=list)


def take_apart(text: str) -> Reply:
    """Find the JSON objects in a reply, in one pass from left to right.

    An object is looked for only in the open: not within a thought, and not within an object that can't be read, whose
    inner objects mean nothing by themselves. The end of a thought that never began makes all before it a thought.

    Raises:
        Unreadable: There are too many objects for one of them to be meant.
    """
    parts, at = _Parts(), 0
    while mark := _OUTSIDE.search(text, at):
        parts.prose.append(text[at : mark.start()])
        if mark["end"]:
            parts, at = _Parts(), mark.end()
        elif mark["object"]:
            end = _end_of_object(text, mark.start())
            if end is None:
                parts.prose.append(text[mark.start() :])
                return _reply(parts, unfinished=True)
            _add(parts, text[mark.start() : end])
            if len(parts.objects) + len(parts.broken) > MOST_OBJECTS:
                raise Unreadable(f"the reply holds more than {MOST_OBJECTS} JSON objects; it must hold one")
            at = end
        else:
            close = next((m for m in _OUTSIDE.finditer(text, mark.end()) if m["end"]), None)
            if close is None:
                return _reply(parts, lost_in_thought=True)
            at = close.end()
    parts.prose.append(text[at:])
    return _reply(parts)


def _reply(parts: _Parts, *, unfinished: bool = False, lost_in_thought: bool = False) -> Reply:
    return Reply(
        objects=tuple(parts.objects),
        mended=parts.mended,
        broken=tuple(parts.broken),
        complaint=parts.complaint,
        unfinished=unfinished,
        lost_in_thought=lost_in_thought,
        prose=" ".join(parts.prose),
    )


def _end_of_object(text: str, start: int) -> int | None:
    depth = 0
    for mark in _INSIDE.finditer(text, start):
        if mark.group() == "{":
            depth += 1
        elif mark.group() == "}":
            depth -= 1
            if depth == 0:
                return mark.end()
    return None


def _add(parts: _Parts, span: str) -> None:
    loaded = _load(span)
    if isinstance(loaded, str):
        mended = _load(_mend(span))
        if isinstance(mended, str):
            parts.broken.append(span)
            parts.complaint = parts.complaint or loaded
            return
        loaded, parts.mended = mended, True
    parts.objects.append(loaded)


def _load(span: str) -> Fields | str:
    """Return a JSON object, or what is wrong with it."""
    try:
        loaded: Fields = _JSON.decode(span)
    except RecursionError:
        return "it is nested too deeply"
    except ValueError as error:
        return str(error)
    return loaded


def _mend(span: str) -> str:
    """Drop comments and trailing commas, and straighten curly quotes that stand for the delimiters of a string."""
    return _TRAILING.sub(lambda m: "" if m["comma"] else m.group(), _MENDED.sub(_straight, span))


def _straight(mark: re.Match[str]) -> str:
    if mark["comment"]:
        return " "
    if mark["curly"] and mark.group().endswith("”") and len(mark.group()) > 1:
        inner = _BARE_QUOTE.sub(lambda m: r"\"" if m["bare"] else m.group(), mark.group()[1:-1])
        return f'"{inner}"'
    return mark.group()


def inner_objects(fields: Fields) -> Iterator[Fields]:
    """Yield the objects that are direct values of an object."""
    return (value for value in fields.values() if isinstance(value, Fields))
