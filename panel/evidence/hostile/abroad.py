"""Commands in other languages than English, recognised by the parts that a command has, near each other."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache, reduce
from itertools import chain
from operator import or_
from typing import NamedTuple

from panel.evidence.hostile import (
    scripts,
    tongues,
    tongues_east,
    tongues_far,
    tongues_panel,
    tongues_readers,
    tongues_votes,
    tongues_votes_far,
)
from panel.evidence.hostile.abroad_table import (
    ALSO_STATEMENTS,
    COMMANDS,
    HUNDRED,
    IMPERATIVES,
    MACHINE,
    MAY_ERR,
    NEEDED,
    NEEDED_PLACES,
    NOT_ONLY_ABROAD,
    OPENS,
    PARTS,
    STEP,
    WAKING,
)
from panel.evidence.hostile.folding import fold

_TABLES = (tongues, tongues_east, tongues_readers, tongues_far, tongues_votes, tongues_votes_far, tongues_panel)

_FAR = 90
"""Characters within which the parts of a command stand where words are parted by spaces."""

_FAR_UNSPACED = 45
"""The same for the scripts that are read by substrings."""


class Found(NamedTuple):
    """A command in another language."""

    what: str
    """What it does, as the second half of ``a passage that …``."""
    start: int
    """Where it starts in the folded text."""
    end: int
    """Where it ends."""


class _Phrase(NamedTuple):
    tongue: str
    part: str
    words: str
    stem: bool


def command_abroad(folded: str, words: frozenset[str]) -> Found | None:
    """Return the first command in another language than English that a folded passage holds.

    Args:
        folded: One sentence, as ``fold`` returns it.
        words: Its words.
    """
    readings = [(places, _FAR) for places in _spaced(folded, words).values()]
    if folded.isascii():
        if not readings:
            return None
    else:
        readings += [(places, _FAR_UNSPACED) for places in _unspaced(folded)]
    for places, far in readings:
        if hundred := HUNDRED.search(folded):
            places.setdefault("full", []).append(hundred.span())
        if found := _command(places, far, folded):
            return found
    return None


@cache
def _index() -> dict[str, tuple[_Phrase, ...]]:
    """Return the phrases of the spaced languages by the first letters of their first word, four at most."""
    found: dict[str, list[_Phrase]] = defaultdict(list)
    for tongue, parts in chain.from_iterable(table.SPACED.items() for table in _TABLES):
        for part, phrases in parts.items():
            for phrase in fold(phrases).split("|"):
                found[phrase.split(" ")[0].rstrip("*")[:4]].append(
                    _Phrase(tongue, part, phrase.rstrip("*"), phrase.endswith("*"))
                )
    return {key: tuple(entries) for key, entries in found.items()}


def _spaced(folded: str, words: Iterable[str]) -> dict[str, dict[str, list[tuple[int, int]]]]:
    """Return where the parts of a command stand, by language; nothing for languages in which they can't make one."""
    signs = reduce(or_, filter(None, map(_signs, words)), 0)
    if not signs or not (likely := _likely(signs)):
        return {}
    found: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for start in words:
        for phrase in _phrases(start):
            if phrase.tongue in likely:
                places = _places(folded, start, phrase)
                found[phrase.tongue][phrase.part] += [place for place in places if _stands(folded, phrase, place[0])]
    return found


def _bits(parts: Iterable[str]) -> int:
    return sum(1 << PARTS.index(part) for part in parts if part in PARTS)


_NEEDED_BITS = tuple(map(_bits, NEEDED))


@cache
def _tongues() -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(table.SPACED for table in _TABLES)))


@cache
def _first_words() -> frozenset[str]:
    """Return the whole words with which a phrase may begin."""
    phrases = chain.from_iterable(_index().values())
    return frozenset(phrase.words.partition(" ")[0] for phrase in phrases)


@cache
def _prefixes() -> frozenset[str]:
    """Return the first letters, four at most, of the phrases that are the beginning of a word."""
    phrases = chain.from_iterable(_index().values())
    return frozenset(phrase.words[:4] for phrase in phrases if phrase.stem and " " not in phrase.words)


@lru_cache(maxsize=30_000)
def _signs(word: str) -> int:
    """Return the parts of commands that a word may begin, in every language: one bit each."""
    if word not in _first_words() and _prefixes().isdisjoint((word[:1], word[:2], word[:3], word[:4])):
        return 0
    signs = 0
    for phrase in _phrases(word):
        signs |= _bits([phrase.part]) << len(PARTS) * _tongues().index(phrase.tongue)
    return signs


@cache
def _first_bits() -> int:
    """Return the bit of every language's first part."""
    return sum(1 << len(PARTS) * number for number in range(len(_tongues())))


def _may_be_complete(signs: int) -> bool:
    """Whether any language has all the parts of a command: all languages are asked at once."""
    for shared, rest in NEEDED_PLACES:
        having = signs >> shared & _first_bits()
        if not having:
            continue
        for places in rest:
            left = having
            for place in places:
                left &= signs >> place
            if left:
                return True
    return False


@lru_cache(maxsize=5_000)
def _likely(signs: int) -> frozenset[str]:
    """Return the languages of whose commands all the parts are there."""
    if not _may_be_complete(signs):
        return frozenset()
    found = set()
    for tongue in _tongues():
        if any(signs & needed == needed for needed in _NEEDED_BITS):
            found.add(tongue)
        signs >>= len(PARTS)
    return frozenset(found)


@lru_cache(maxsize=5_000)
def _phrases(word: str) -> tuple[_Phrase, ...]:
    """Return the phrases that may begin with a word."""
    index = _index()
    return tuple(
        phrase
        for length in range(1, min(4, len(word)) + 1)
        for phrase in index.get(word[:length], ())
        if word == phrase.words.partition(" ")[0]
        or (phrase.stem and " " not in phrase.words and word.startswith(phrase.words))
    )


def _places(folded: str, word: str, phrase: _Phrase) -> Iterator[tuple[int, int]]:
    """Yield where a phrase stands that begins with a word of the passage."""
    if " " not in phrase.words:
        yield from _occurrences(folded, word)
        return
    end = "" if phrase.stem else " "
    for start, stop in _occurrences(_spoken(folded), f" {phrase.words}{end}"):
        yield start, stop - len(end) - 1


def _stands(folded: str, phrase: _Phrase, start: int) -> bool:
    """Whether a phrase may be the part of a command that it looks like."""
    if phrase.part not in IMPERATIVES or phrase.tongue not in ALSO_STATEMENTS:
        return True
    return bool(OPENS.search(folded[max(0, start - 16) : start]))


def _occurrences(text: str, phrase: str) -> Iterator[tuple[int, int]]:
    """Yield the first few places of a phrase."""
    start = text.find(phrase)
    for _ in range(8):
        if start < 0:
            return
        yield start, start + len(phrase)
        start = text.find(phrase, start + 1)


def _spoken(folded: str) -> str:
    """Return a passage with a space before it and for everything but letters and digits."""
    return re.sub(r"[\W_]", " ", f" {folded} ")


@cache
def _scripts() -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(lambda: defaultdict(tuple))
    for tongue, parts in (
        *scripts.UNSPACED.items(),
        *tongues_far.UNSPACED.items(),
        *tongues_votes_far.UNSPACED.items(),
        *tongues_panel.UNSPACED.items(),
    ):
        for part, phrases in parts.items():
            found[tongue][part] += tuple(fold(phrases).split("|"))
    return found


@cache
def _waking_letters() -> frozenset[str]:
    """Return letters of which every phrase that opens a command has one: those that English lacks, if it has any."""
    phrases = (phrase for parts in _scripts().values() for part in WAKING for phrase in parts.get(part, ()))
    return frozenset(
        next(letter for letter in phrase if not letter.isascii()) for phrase in phrases if not phrase.isascii()
    )


def _unspaced(folded: str) -> Iterator[dict[str, list[tuple[int, int]]]]:
    """Yield where the parts of a command stand, for each script that has some."""
    if _waking_letters().isdisjoint(folded):
        return
    for parts in _scripts().values():
        if any(phrase in folded for part in WAKING for phrase in parts.get(part, ())):
            yield {
                part: [place for phrase in phrases for place in _occurrences(folded, phrase)]
                for part, phrases in parts.items()
            }


def _command(places: dict[str, list[tuple[int, int]]], far: int, folded: str) -> Found | None:
    for what, needed in COMMANDS:
        if not all(places.get(part) for part in needed):
            continue
        if "forget" in needed and "orders" in needed and STEP.search(folded) and not MACHINE.search(folded):
            continue
        if needed == ("address", "ai", "must") and MAY_ERR.search(folded):
            continue
        for anchor in places[needed[0]]:
            near = _near(anchor, [places[part] for part in needed[1:]], far)
            if near and _is_abroad(folded, near):
                return Found(what, min(near)[0], max(end for _, end in near))
    return None


def _near(anchor: tuple[int, int], others: list[list[tuple[int, int]]], far: int) -> list[tuple[int, int]] | None:
    """Return one place for each part within reach of the first, none of them shared."""
    near = [anchor]
    for places in others:
        free = [p for p in places if abs(p[0] - anchor[0]) <= far and all(p[1] <= q[0] or p[0] >= q[1] for q in near)]
        if not free:
            return None
        near.append(min(free, key=lambda place: abs(place[0] - anchor[0])))
    return near


def _is_abroad(folded: str, near: list[tuple[int, int]]) -> bool:
    """Whether the words aren't such as an English sentence may have by chance."""
    words = [folded[start:end].strip() for start, end in near]
    foreign = [word for word in words if word not in NOT_ONLY_ABROAD and not HUNDRED.fullmatch(word)]
    between = folded[min(near)[0] : max(end for _, end in near)]
    return words[0] in foreign or len(foreign) >= 2 or (len(foreign) == 1 and _SMALL.search(between) is not None)


_SMALL = re.compile(r"\b(?:les|tes|vos|ces|las|los|sus|tus|tutte|tutti|gli|die|der|deine|het|suas|dine)\b")
"""Small words that English lacks."""
