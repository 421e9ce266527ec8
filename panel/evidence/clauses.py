"""Where one statement of a sentence ends and the next begins."""

from panel.evidence.stems import Row
from panel.evidence.words import words

_CUTS = frozenset(".;:?!—–()[]|...")
_OPENERS = frozenset(
    words(
        """
        but while whereas although though however because unless until if when whenever which who whose so
        since except yet despite whether once
        """
    )
)
FINITE = frozenset(
    words(
        """
        is are was were has have had can could will would may might must shall should do does did needs need
        wants gets makes takes costs works runs says
        """
    )
)
"""Verbs that show that a stretch of words is a statement of its own rather than a member of a list."""

_SUBJECTS = frozenset(words("it they we you he she i there this these those its their one nothing nobody none no"))
_OBJECTS = frozenset(words("the a an no its their your our my every all any it them nothing"))
"""Words that follow a verb rather than the member of a list."""

_SPEAKERS = frozenset(words("we you they i there"))
_LINKS = frozenset(words("what that which how where why than as and or of for to with"))
"""What stands before the subject of a clause that goes on with the one before."""

FEW = 3
"""Words of a clause that begins with ``who`` before another subject can begin."""

_DETERMINERS = frozenset(words("the a an its their his her our your my this that these those every each all"))

_MAY_OPEN = frozenset({*_OPENERS, ",", "and"})
"""With what a clause may open."""


def clauses(line: Row) -> tuple[int, ...]:
    """Return for every token the number of the clause that it stands in.

    A comma in a list of things doesn't end a clause, so that ``no API, SDK or documentation`` stays together.
    """
    numbers: list[int] = []
    number = 0
    who = len(line.stems)
    for place, stem in enumerate(line.stems):
        if stem in _MAY_OPEN and place and _opens(line, place, stem):
            number += 1
            who = place if stem == "who" else len(line.stems)
        elif stem in _SPEAKERS and place > who + FEW and line.stems[place - 1] not in _LINKS:
            number += 1  # "for those who don't run it themselves we offer"
            who = len(line.stems)
        numbers.append(number)
        if stem in _CUTS and line.kinds[place] == ",":
            number += 1
    return tuple(numbers)


def _opens(line: Row, place: int, stem: str) -> bool:
    """Whether a new clause begins with this token."""
    if stem == ",":
        return not _lists(line, place)
    if stem in _OPENERS:
        return not (stem == "yet" and _next(line, place) == "to") and not (stem == "so" and _next(line, place) == "far")
    if stem == "and":
        return _begins_statement(line, place + 1)
    return False


def _begins_statement(line: Row, place: int) -> bool:
    """Whether a statement of its own begins here: ``it runs``, ``has no``, ``the model fails``, ``exports the``."""
    if place >= len(line.stems):
        return False
    first = line.stems[place]
    if first in _SUBJECTS or line.word(place) in FINITE:
        return True
    if first in _DETERMINERS:
        return _has_verb(line, place)
    return line.kinds[place : place + 1] == ("w",) and _next(line, place) in _OBJECTS


def _next(line: Row, place: int) -> str:
    return line.stems[place + 1] if place + 1 < len(line.stems) else ""


def _lists(line: Row, place: int) -> bool:
    """Whether the comma at this place stands between members of a list that ends with ``or``, ``nor`` or ``and``."""
    length = 0
    for at, stem in enumerate(line.stems[place + 1 : place + 40], start=place + 1):
        if stem in ("or", "nor", "and"):
            return 0 < length <= 6 or (not length and "," in line.stems[max(0, place - 7) : place])
        if stem == ",":
            if length > 6:
                return False
            length = 0
            continue
        if line.word(at) in FINITE or stem in _CUTS or stem in _OPENERS or stem in _SUBJECTS:
            return False
        length += 1
    return False


def _has_verb(line: Row, place: int) -> bool:
    for at, stem in enumerate(line.stems[place : place + 8], start=place):
        if line.word(at) in FINITE:
            return True
        if stem in _CUTS or stem == ",":
            return False
    return False
