"""With which letters an expression's finds can begin, so that it need not look where no word begins so."""

import re
from collections.abc import Hashable, Iterator, Mapping
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)

_PLAIN = re.compile(r"\w\w(?![?*{])|\w(?=[ -](?![?*{])|$)")
"""The first two letters of a word, or a word of one letter."""
_RUN = re.compile(r"(\w\w?)[\w-]*")
"""Letters and hyphens in a row, by their opening; no whole word begins within them but behind a hyphen."""


class Openings(Generic[Key]):
    """Expressions for whole words, found by the words of a text.

    Args:
        expressions: What is sought, by whatever name: alternatives parted by ``|``, each beginning at a word.
    """

    def __init__(self, expressions: Mapping[Key, str]) -> None:
        self._keys = tuple(expressions)
        self._always: list[int] = []
        self._by_opening: dict[str, list[int]] = {}
        for number, expression in enumerate(expressions.values()):
            found = openings(expression)
            if found is None:
                self._always.append(number)
            for opening in found or ():
                self._by_opening.setdefault(opening, []).append(number)

    def places(self, small: str) -> list[tuple[Key, list[int] | None]]:
        """Return the expressions that may find something in a text in small letters, in their order, and where that may begin.

        None stands for anywhere. Nothing is looked for right behind a hyphen.
        """
        found: dict[int, list[int] | None] = dict.fromkeys(self._always)
        by_opening = self._by_opening
        for run in _RUN.finditer(small):
            for number in by_opening.get(run[1], ()):
                if number not in found:
                    found[number] = [run.start()]
                elif (places := found[number]) is not None:
                    places.append(run.start())
        return [(self._keys[number], found[number]) for number in sorted(found)]


def finds(pattern: re.Pattern[str], text: str, places: list[int] | None) -> list[re.Match[str]]:
    """Return what an expression finds in a text where its finds can begin only at some places; None for anywhere."""
    if places is None:
        return list(pattern.finditer(text))
    found: list[re.Match[str]] = []
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(text, place)):
            found.append(match)
            end = match.end()
    return found


def openings(expression: str) -> frozenset[str] | None:
    """Return the letters, two or a word of one, in small, with which all finds of an expression begin; None if others may."""
    found = [_opening(alternative) for alternative in _alternatives(expression)]
    known = [each for each in found if each is not None]
    return frozenset().union(*known) if len(known) == len(found) else None


def _opening(alternative: str) -> frozenset[str] | None:
    if plain := _PLAIN.match(alternative):
        return frozenset({plain.group().lower()})
    if not alternative.startswith("(?:"):
        return None
    end = next(place for place, depth in _depths(alternative) if depth == 0)
    if alternative[end + 1 : end + 2] in ("?", "*", "{"):
        return None
    inner = openings(alternative[3:end])
    # a group that ends after a letter may be the beginning of a longer word
    return inner if inner is not None and all(len(each) > 1 for each in inner) else None


def _alternatives(expression: str) -> Iterator[str]:
    """Yield what ``|`` parts, but within brackets."""
    start = 0
    for place, depth in _depths(expression):
        if depth == 0 and expression[place] == "|":
            yield expression[start:place]
            start = place + 1
    yield expression[start:]


def _depths(expression: str) -> Iterator[tuple[int, int]]:
    """Yield each place of an expression that is no escape, with how many brackets are open behind it."""
    depth, within, escaped = 0, False, False
    for place, letter in enumerate(expression):
        if escaped:
            escaped = False
            continue
        escaped = letter == "\\"
        if within:
            within = letter != "]"
        elif letter == "[":
            within = True
        elif letter in "()":
            depth += 1 if letter == "(" else -1
        if not escaped:
            yield place, depth + within
