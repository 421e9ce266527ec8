"""Which sentences of two sources speak of the same thing, by the words that they share and few others have."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations
from math import log, sqrt
from typing import NamedTuple

from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.lowered import word_set
from panel.evidence.words import words

COMMON = 36
"""Pairs of sentences of two sources from which a word that they share tells too little to bring them together."""

FEW = 30
"""Sentences that are counted beside a dossier's own, so that words of a short one are rare too."""

LEAST = 0.1
"""Likeness below which two sentences aren't held against each other."""

SHORT = 2
"""Letters of a word that tells nothing by itself."""

_DIGITS = 9
"""Digits of a sum that count; the order in which it is summed changes the last ones."""

_NEARLY = LEAST - 1e-6
"""Likeness below which rounding lifts none to the least that counts."""

_NUMBER = re.compile(r"\d[\d.,]*(?<![.,])")
_DENYING = frozenset(words("no not never none without cannot only lack lacks"))
_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)

GLANCED = (
    "numbers in both",
    "numbers differ",
    "a number in both",
    "one denies plainly",
    "rarity shared",
    "rarest shared",
    "words shared",
    "fewer words",
    "more words",
    "likeness",
    "each the other's likest",
)
"""What is seen of two sentences at a glance: whether numbers or a denial part them, and how much they share."""

Pairs = dict[tuple[int, int], float]
"""A value for pairs of sentences, given by their numbers."""

Places = dict[str, list[int]]
"""By word the numbers of the sentences that have it."""


class Near(NamedTuple):
    """Two sentences of two sources, each or one of them the likest to the other that its source has."""

    a: int
    """Number of the one."""
    b: int
    """Number of the other."""
    strengths: tuple[float, ...]
    """How strong each sign is that is seen of them at a glance, in the order of ``GLANCED``."""


def nearest(sentences: Sequence[Spoken]) -> list[Near]:
    """Return the likest sentences of each two sources, in no order."""
    bags = _bags(sentences)
    places = _places(sentences, bags)
    rare = {word: log((len(bags) + FEW) / count) for word, count in _spread(places).items()}
    likeness = _likeness(bags, places, {word: weight**2 for word, weight in rare.items()})
    seen = [_Glance(frozenset(_NUMBER.findall(each.text)), _denies(each.text)) for each in sentences]
    return [
        Near(
            a,
            b,
            (
                *_parted(seen[a], seen[b]),
                *_shared([rare[word] for word in bags[a] & bags[b]], len(bags[a]), len(bags[b])),
                likeness[a, b],
                float(best > 1),
            ),
        )
        for (a, b), best in _best(sentences, likeness).items()
    ]


class _Glance(NamedTuple):
    """What is seen of a sentence at a glance."""

    numbers: frozenset[str]
    denies: bool


def _denies(text: str) -> bool:
    """Whether a sentence has a word that denies or limits something."""
    spelt = word_set(text)
    return not spelt.isdisjoint(_DENYING) or ("t" in spelt and _NOT.search(text) is not None)


def _parted(one: _Glance, other: _Glance) -> tuple[float, ...]:
    """Return whether numbers or a denial part two sentences."""
    both = bool(one.numbers and other.numbers)
    return (
        float(both),
        float(both and one.numbers != other.numbers),
        float(both and not one.numbers.isdisjoint(other.numbers)),
        float(one.denies != other.denies),
    )


def _shared(rare: list[float], ours: int, theirs: int) -> tuple[float, ...]:
    """Return how much two sentences share.

    Args:
        rare: How rare each word is that both have: log of how many sentences there are, and ``FEW`` more, to one that has it.
        ours: How many words the one has.
        theirs: How many the other has.
    """
    fewer, more = (ours, theirs) if ours < theirs else (theirs, ours)
    return round(sum(rare), _DIGITS), max(rare, default=0.0), float(len(rare)), float(fewer), float(more)


def _bags(sentences: Sequence[Spoken]) -> list[frozenset[str]]:
    """Return what each sentence speaks of: its concepts, and its words but the release's own names and numbers."""
    stems = frozenset(chain.from_iterable(each.stems for each in sentences))
    telling = frozenset(stem for stem in stems if len(stem) > SHORT and stem.isalpha())
    return [each.all_concepts.union((each.stems & telling) - each.own) for each in sentences]


def _places(sentences: Sequence[Spoken], bags: Sequence[frozenset[str]]) -> list[Places]:
    """Return which sentences of each source have each word."""
    places: dict[str, Places] = {}
    for number, (sentence, bag) in enumerate(zip(sentences, bags, strict=True)):
        shelf = places.setdefault(sentence.source, defaultdict(list))
        for word in bag:
            shelf[word].append(number)
    return list(places.values())


def _spread(places: Sequence[Places]) -> dict[str, int]:
    """Return how many sentences have each word: as many in two sources as in the one that has most, however many sources there are."""
    total: dict[str, int] = {}
    most: dict[str, int] = {}
    for shelf in places:
        for word, numbers in shelf.items():
            count = len(numbers)
            total[word] = total.get(word, 0) + count
            if count > most.get(word, 0):
                most[word] = count
    return {word: min(count, 2 * most[word]) for word, count in total.items()}


def _likeness(bags: Sequence[frozenset[str]], places: Sequence[Places], worth: Mapping[str, float]) -> Pairs:
    """Return how like sentences of two sources are that share a word that few of either have, where it is enough to count.

    Args:
        bags: The words of each sentence.
        places: Which sentences of each source have a word.
        worth: What it adds to a sentence's own weight, and to what two share.
    """
    length = [sqrt(sum(map(worth.__getitem__, bag))) or 1.0 for bag in bags]
    often = frozenset(word for word, one, other in _meeting(places) if len(one) * len(other) > COMMON)
    left = [bag & often for bag in bags]
    likeness: Pairs = {}
    for a, told in _met(places, often, worth).items():
        ours, long = left[a], length[a]
        for b, rare in told.items():
            both = rare if ours.isdisjoint(left[b]) else rare + sum(map(worth.__getitem__, ours & left[b]))
            like = both / (long * length[b])
            if like > _NEARLY and (rounded := round(like, _DIGITS)) >= LEAST:
                likeness[a, b] = rounded
    return likeness


def _met(places: Sequence[Places], often: frozenset[str], worth: Mapping[str, float]) -> dict[int, dict[int, float]]:
    """Return for sentences those of later sources with which they share a word that few of both have, and what such words come to.

    A word that many sentences of any two sources have isn't counted in that.
    """
    met: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for word, one, other in _meeting(places):
        if len(one) * len(other) > COMMON:
            continue
        told = 0.0 if word in often else worth[word]
        for a in one:
            shelf = met[a]
            for b in other:
                shelf[b] = shelf.get(b, 0.0) + told
    return met


def _meeting(places: Sequence[Places]) -> Iterator[tuple[str, list[int], list[int]]]:
    """Yield the words that two sources share, with the sentences of either that have them."""
    for one, other in combinations(places, 2):
        for word in one.keys() & other.keys():
            yield word, one[word], other[word]


def _best(sentences: Sequence[Spoken], likeness: Pairs) -> Counter[tuple[int, int]]:
    """Return for each pair for how many of the two the other is the likest of its source."""
    best: dict[tuple[int, str], tuple[float, int, int]] = {}
    sources = [each.source for each in sentences]
    for (a, b), like in likeness.items():
        told = like, -a, -b
        for side in ((a, sources[b]), (b, sources[a])):
            if side not in best or told > best[side]:
                best[side] = told
    return Counter((-a, -b) for _, a, b in best.values())
