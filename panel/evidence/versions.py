"""Which words of a dossier are about an earlier version of the release, or about what is over since."""

import re
from collections.abc import Iterable, Iterator, Mapping

from panel.evidence.polarity import Reading
from panel.evidence.stems import Row
from panel.evidence.version_numbers import version_numbers
from panel.evidence.words import words

_NUMBER = re.compile(r"v?(\d{1,3}(?:\.\d{1,3}){0,3})", re.IGNORECASE)
_BEFORE = frozenset(words("that in and but while with : , . ; – — although though whereas because"))
"""What may stand before an earlier version that a clause is about; ``from version 2`` and ``than 2`` aren't."""

_PRONOUNS = frozenset(words("it they there its"))
_WAS = frozenset(words("was were had did could"))
_IS = frozenset(words("is are has have does can now will"))
_OPENINGS = tuple(
    tuple(opening.split())
    for opening in ("until now", "until today", "until this", "up to now", "before this", "until version", "till now")
)
_TAKEN_BACK = re.compile(
    r"\W*(?:(?:none|nothing) of (?:this|that|it|these|those) (?:is|are|holds?|applies|apply|remains?)\b"
    r"|(?:this|that|all this|all of (?:this|that|these|it)|both|these|those|they) "
    r"(?:is|are|has|have|was|were) (?:all |now |since |both |been |no ){0,3}"
    r"(?:gone|fixed|over|longer|solved|resolved|history|changed|repaired|mended)\b"
    r"|(?:this|that|all of (?:this|that)) no longer\b)",
    re.IGNORECASE,
)
_TAKES_BACK = 4
"""Sentences before it that a ``none of this is true any more`` may take back."""

Version = tuple[int, ...]


def earlier_versions(names: Iterable[str], readings: Iterable[Reading]) -> Mapping[Reading, frozenset[int]]:
    """Return, by sentence, which of its tokens speak of what was so before this release.

    Args:
        names: The names of the release and of its vendor; a number at the end of one is the release's version.
        readings: Every sentence of the dossier, in order.
    """
    names, readings = list(names), list(readings)
    version = next((found for name in names if (found := _version(name.split()[-1] if name.split() else ""))), None)
    own = {word.lower() for name in names for word in name.split()}
    past: dict[Reading, frozenset[int]] = {}
    earlier = False
    for number, reading in enumerate(readings):
        line = reading.line
        whole = frozenset(range(len(line.stems)))
        if _opens_in_the_past(line) or (earlier and _goes_on(line)):
            past[reading] = whole
        elif version and (places := frozenset(_about_earlier(reading, version, own))):
            past[reading] = places
            earlier = 0 in places
        else:
            earlier = False
        if _TAKEN_BACK.match(line.text[:80]):
            past[reading] = whole
            for each in _taken_back(readings[max(0, number - _TAKES_BACK) : number], past):
                past[each] = frozenset(range(len(each.line.stems)))
    return past


def _version(word: str) -> Version | None:
    found = _NUMBER.fullmatch(word)
    return version_numbers(found[1]) if found else None


def _older(one: Version, other: Version) -> bool:
    """Whether one version is older; ``3`` is not older than ``3.1``, because it may mean all of that series."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]


def _about_earlier(reading: Reading, version: Version, own: set[str]) -> Iterator[int]:
    """Yield the tokens of clauses from where an earlier version is named as what they are about."""
    line = reading.line
    clause, start = -1, 0
    for place, number in enumerate(reading.clauses):
        if place and reading.clauses[place - 1] != number:
            start = place
        if clause != number and _names_earlier(line, place, version, own):
            clause = number
            yield from range(start if place - start <= len(own) + 1 else place, place)
        if clause == number:
            yield place


def _names_earlier(line: Row, place: int, version: Version, own: set[str]) -> bool:
    mentioned = _version(line.word(place))
    if mentioned is None or not _older(mentioned, version):
        return False
    first = place
    if not line.word(place).startswith("v"):
        if not place:
            return False
        if line.stems[place - 1] not in ("version", "releas", "v") and line.word(place - 1) not in own:
            return False
        first -= 1
    while first and (line.word(first - 1) in own or line.stems[first - 1] == "the"):
        first -= 1
    before = line.stems[first - 1] if first else "."
    return before in _BEFORE and not (first > 1 and line.stems[first - 2] in ("as", "than"))


def _opens_in_the_past(line: Row) -> bool:
    opening = tuple(line.word(place) for place in range(min(2, len(line.stems))))
    return opening in _OPENINGS


def _goes_on(line: Row) -> bool:
    """Whether a sentence goes on with what an earlier version was like: ``It was … and had no …``."""
    said = {line.word(place) for place in range(len(line.stems))}
    return bool(line.stems) and line.word(0) in _PRONOUNS and bool(_WAS & said) and not _IS & said


def _taken_back(before: list[Reading], found: Mapping[Reading, frozenset[int]]) -> Iterator[Reading]:
    """Yield, from the last back, the sentences that tell how something was."""
    for reading in reversed(before):
        said = {reading.line.word(place) for place in range(len(reading.line.stems))}
        if reading not in found and (not _WAS & said or _IS & said):
            return
        yield reading
