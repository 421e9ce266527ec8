"""How likely a sentence is an opinion by its words alone, whatever the sources say.

The weights are those of a logistic regression fitted to labelled statements by ``benchmarks/opinion_words.py``.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp, fsum
from typing import NamedTuple

LIKELY = 0.4
"""Chance above which a sentence that has nothing exact in it passes for an opinion."""

NUMBER = "0"
"""What stands for any number."""

_FARTHEST = 700.0
"""How far log odds count below nothing: no float holds the exponential of much more."""

_TOKEN = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:'[^\W\d_]+)?|[$€£%]")


class Words(NamedTuple):
    """What words and pairs of words tell."""

    bias: float
    """Log odds of an opinion that has none of them."""
    weights: Mapping[str, float]
    """What is added to them by each."""

    def chance(self, found: Iterable[str]) -> float:
        """Return the chance, from 0 to 1, that a sentence with such terms is an opinion."""
        odds = self.bias + fsum(self.weights.get(each, 0.0) for each in found)
        return 1 / (1 + exp(min(-odds, _FARTHEST)))


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
    told = json.loads(files(__package__ or "").joinpath("words.json").read_text(encoding="utf-8"))
    return Words(told["bias"], told["weights"])


def reads_like_opinion(text: str) -> bool:
    """Whether a sentence likely is an opinion by its words alone."""
    return words().chance(terms(text)) > LIKELY
