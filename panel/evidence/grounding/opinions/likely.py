"""How likely a sentence is an opinion by its words alone, whatever the sources say.

The weights are fitted to labelled statements by ``benchmarks/opinion_words.py``.
"""

import re
from functools import cache

from panel.evidence import word_weights
from panel.evidence.word_weights import Words, read_words

LIKELY = 0.4
"""Chance above which a sentence that has nothing exact in it passes for an opinion."""

HARDLY = 0.1
"""Chance below which a sentence is none, whatever its turn of speech."""

_TOKEN = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:'[^\W\d_]+)?|[$€£%]")


def terms(text: str) -> frozenset[str]:
    """Return the words of a sentence in small letters, and each two that follow each other."""
    return word_weights.terms(_TOKEN.findall(text.replace("’", "'").lower()))


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
