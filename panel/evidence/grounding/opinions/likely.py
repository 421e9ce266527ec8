"""How likely a sentence is an opinion by its words alone, whatever the sources say.

The weights are fitted to labelled statements by ``benchmarks/opinion_words.py``.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from panel.evidence.word_weights import NUMBER, Words, read_words

LIKELY = 0.4
"""Chance above which a sentence that has nothing exact in it passes for an opinion."""

HARDLY = 0.1
"""Chance below which a sentence is none, whatever its turn of speech."""

_TOKEN = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:'[^\W\d_]+)?|[$€£%]")


def terms(text: str) -> frozenset[str]:
    """Return the words of a sentence in small letters, and each two that follow each other."""
    said = list(_said(text))
    return frozenset(said).union(f"{one} {other}" for one, other in pairwise(said))


def _said(text: str) -> Iterator[str]:
    for token in _TOKEN.findall(text.replace("’", "'").lower()):
        yield NUMBER if token[0].isdigit() else token


@cache
def words() -> Words:
    """Return what each word tells."""
    return read_words(__package__ or "", "words.json")


def reads_like_opinion(text: str) -> bool:
    """Whether a sentence likely is an opinion by its words alone."""
    return words().chance(terms(text)) > LIKELY


def is_hardly_opinion(text: str) -> bool:
    """Whether a sentence is no opinion by its words alone."""
    return words().chance(terms(text)) < HARDLY
