"""Which sentences of two sources speak of the same thing, by the words that they share and few others have."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import chain, combinations, product
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

Places = dict[str, dict[str, list[int]]]
"""By word and source the numbers of the sentences that have it."""


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
    rare = {word: log((len(bags) + FEW) / _spread(sources.values())) for word, sources in places.items()}
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


def _places(sentences: Sequence[Spoken], bags: Sequence[frozenset[str]]) -> Places:
    """Return which sentences of each source have each word."""
    places: Places = {word: {} for word in frozenset(chain.from_iterable(bags))}
    for number, bag in enumerate(bags):
        source = sentences[number].source
        for word in bag:
            places[word].setdefault(source, []).append(number)
    return places


def _spread(having: Collection[Sequence[int]]) -> int:
    """Return how many sentences have a word: as many in two sources as in the one that has most, however many sources there are."""
    counts = [len(numbers) for numbers in having]
    return min(sum(counts), 2 * max(counts))


def _likeness(bags: Sequence[frozenset[str]], places: Places, worth: Mapping[str, float]) -> Pairs:
    """Return how like sentences of two sources are that share a word that few of either have, where it is enough to count.

    Args:
        bags: The words of each sentence.
        places: Which sentences have a word.
        worth: What it adds to a sentence's own weight, and to what two share.
    """
    length = [sqrt(sum(map(worth.__getitem__, bag))) or 1.0 for bag in bags]
    met, often = _meeting(places, worth)
    left = [bag & often for bag in bags]
    likeness: Pairs = {}
    for (a, b), told in met.items():
        like = (told + sum(map(worth.__getitem__, left[a] & left[b]))) / (length[a] * length[b])
        if like > _NEARLY and (rounded := round(like, _DIGITS)) >= LEAST:
            likeness[a, b] = rounded
    return likeness


def _meeting(places: Places, worth: Mapping[str, float]) -> tuple[Pairs, frozenset[str]]:
    """Return the sentences of two sources that share a word that few of either have, with what such words come to.

    A word that brings only some together, or none, as many have it, isn't counted in that: these words are returned as well.
    """
    met: Pairs = {}
    often: set[str] = set()
    for word, sources in places.items():
        if len(sources) == 1:
            continue
        having = list(combinations(sources.values(), 2))
        few = [(one, other) for one, other in having if len(one) * len(other) <= COMMON]
        if len(few) < len(having):
            often.add(word)
        told = worth[word] if len(few) == len(having) else 0.0
        for pair in chain.from_iterable(product(one, other) for one, other in few):
            met[pair] = met.get(pair, 0.0) + told
    return met, frozenset(often)


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
