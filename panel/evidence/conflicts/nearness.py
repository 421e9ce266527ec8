"""Which sentences of two sources speak of the same thing, by the words that they share and few others have."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, combinations, product
from math import log, sqrt
from typing import NamedTuple

from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Signs

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

_NUMBER = re.compile(r"\d[\d.,]*(?<![.,])")
_DENIAL = re.compile(r"\b(?:no|not|never|none|without|cannot|only|lacks?)\b|n['’]t\b", re.IGNORECASE)


class Near(NamedTuple):
    """Two sentences of two sources, each or one of them the likest to the other that its source has."""

    a: int
    """Number of the one."""
    b: int
    """Number of the other."""
    signs: Signs
    """What is seen of them at a glance: how much they share, and whether numbers or a denial part them."""


def nearest(sentences: Sequence[Spoken]) -> list[Near]:
    """Return the likest sentences of each two sources."""
    bags = [_words(each) for each in sentences]
    spread = _spread(sentences, bags)
    rare = {word: log((len(bags) + FEW) / count) for word, count in spread.items()}
    worth = {word: weight**2 for word, weight in rare.items()}
    length = [sqrt(sum(map(worth.__getitem__, bag))) or 1.0 for bag in bags]
    likeness = {
        (a, b): round(sum(map(worth.__getitem__, bags[a] & bags[b])) / (length[a] * length[b]), _DIGITS)
        for a, b in _meeting(sentences, bags)
    }
    seen = [_Glance(frozenset(_NUMBER.findall(each.text)), bool(_DENIAL.search(each.text))) for each in sentences]
    return [
        Near(
            a,
            b,
            _parted(seen[a], seen[b])
            | _shared([rare[word] for word in bags[a] & bags[b]], *sorted((len(bags[a]), len(bags[b]))))
            | {"likeness": likeness[a, b], "each the other's likest": float(best > 1)},
        )
        for (a, b), best in _best(sentences, likeness).items()
    ]


class _Glance(NamedTuple):
    """What is seen of a sentence at a glance."""

    numbers: frozenset[str]
    denies: bool


def _parted(one: _Glance, other: _Glance) -> Signs:
    """Return whether numbers or a denial part two sentences."""
    both = bool(one.numbers and other.numbers)
    return {
        "numbers in both": float(both),
        "numbers differ": float(both and one.numbers != other.numbers),
        "a number in both": float(not one.numbers.isdisjoint(other.numbers)),
        "one denies plainly": float(one.denies != other.denies),
    }


def _shared(rare: list[float], fewer: int, more: int) -> Signs:
    """Return how much two sentences share.

    Args:
        rare: How rare each word is that both have: log of how many sentences there are, and ``FEW`` more, to one that has it.
        fewer: How many words the one has that has fewer.
        more: How many the other has.
    """
    return {
        "rarity shared": round(sum(rare), _DIGITS),
        "rarest shared": max(rare, default=0.0),
        "words shared": float(len(rare)),
        "fewer words": float(fewer),
        "more words": float(more),
    }


def _spread(sentences: Sequence[Spoken], bags: Sequence[frozenset[str]]) -> dict[str, int]:
    """Return how many sentences have each word: as many in two sources as in the one that has most, however many sources there are."""
    by_source: dict[str, Counter[str]] = {}
    for sentence, bag in zip(sentences, bags, strict=True):
        by_source.setdefault(sentence.source, Counter()).update(bag)
    most: dict[str, int] = {}
    for words in by_source.values():
        for word, count in words.items():
            most[word] = max(most.get(word, 0), count)
    total = Counter(chain.from_iterable(bags))
    return {word: min(total[word], 2 * count) for word, count in most.items()}


def _words(sentence: Spoken) -> frozenset[str]:
    """Return what a sentence speaks of: its concepts, and its words but the release's own names and numbers."""
    said = (stem for stem in sentence.stems if len(stem) > SHORT and stem.isalpha() and stem not in sentence.own)
    return sentence.all_concepts.union(said)


def _meeting(sentences: Sequence[Spoken], bags: Sequence[frozenset[str]]) -> set[tuple[int, int]]:
    """Return the sentences of two sources that share a word that few of either have."""
    places: dict[str, dict[str, list[int]]] = {}
    for number, bag in enumerate(bags):
        source = sentences[number].source
        for word in bag:
            places.setdefault(word, {}).setdefault(source, []).append(number)
    return {
        pair
        for sources in places.values()
        for one, other in combinations(sources.values(), 2)
        if len(one) * len(other) <= COMMON
        for pair in product(one, other)
    }


def _best(sentences: Sequence[Spoken], likeness: dict[tuple[int, int], float]) -> Counter[tuple[int, int]]:
    """Return for each pair for how many of the two the other is the likest of its source."""
    best: dict[tuple[int, str], tuple[float, int, int]] = {}
    sources = [each.source for each in sentences]
    for (a, b), like in likeness.items():
        if like < LEAST:
            continue
        told = like, -a, -b
        for side in ((a, sources[b]), (b, sources[a])):
            if side not in best or told > best[side]:
                best[side] = told
    return Counter((-a, -b) for _, a, b in sorted(best.values()))
