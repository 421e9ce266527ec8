"""Passages that read as if they were written for those who judge, though no rule knows their words.

The weights are those of a logistic regression over words and pairs of words, fitted to labelled passages by
``benchmarks/attack_words.py``.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from panel.domain.release import Sentence
from panel.evidence import word_weights
from panel.evidence.word_weights import Words, read_words

LIKELY = 0.8
"""Chance above which a passage is told of."""

SUSPECT = 0.1
"""Chance above which a sentence alone makes a passage with it worth looking at."""

LONGEST = 3
"""Sentences of a passage."""

_TOKEN = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:'[^\W\d_]+)?|[$€£%?!:]")


def terms(text: str) -> frozenset[str]:
    """Return the words and some marks of a text in small letters, and each two that follow each other."""
    return word_weights.terms(_TOKEN.findall(text.replace("’", "'").lower()))


def passages(sentences: Sequence[Sentence], longest: int) -> Iterator[Sequence[Sentence]]:
    """Yield all that follow each other in a source, up to some number of sentences."""
    for first in range(len(sentences)):
        for many in range(1, min(longest, len(sentences) - first) + 1):
            yield sentences[first : first + many]


def aimed(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Return the passage of a source that most reads as if it were written for those who judge; none if none does.

    Args:
        sentences: The sentences of the source, in its order.
    """
    told = words()
    said = {sentence.cite: terms(sentence.text) for sentence in sentences}
    suspect = {cite for cite, found in said.items() if told.chance(found) > SUSPECT}
    best: Sequence[Sentence] = ()
    most = LIKELY
    for each in passages(sentences, LONGEST) if suspect else ():
        if suspect.isdisjoint(sentence.cite for sentence in each):
            continue
        chance = told.chance(frozenset(chain.from_iterable(said[sentence.cite] for sentence in each)))
        if chance > most:
            best, most = each, chance
    return best


@cache
def words() -> Words:
    """Return what each word tells."""
    return read_words(__package__ or "", "words.json")
