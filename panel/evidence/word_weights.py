"""What each word of a text tells of which of two kinds it is.

The weights are those of a logistic regression that was fitted elsewhere, written down as JSON: ``bias`` holds the log odds of
a text without any known word, ``weights`` what each word adds to them.
"""

import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import pairwise
from math import exp, fsum
from typing import NamedTuple

NUMBER = "0"
"""What stands for any number."""

_FARTHEST = 700.0
"""How far log odds count below nothing: no float holds the exponential of much more."""


def plain(word: str) -> str:
    """Return a word, or what stands for any number or price."""
    return NUMBER if word[0].isdigit() or (word[0] in "$€£¥" and len(word) > 1) else word


def terms(said: Sequence[str]) -> frozenset[str]:
    """Return the words of a text and each two that follow each other, any number as one word."""
    words = [plain(word) for word in said]
    return frozenset(words).union(f"{one} {other}" for one, other in pairwise(words))


def apart(said: Sequence[str], others: Container[str]) -> Iterator[str]:
    """Yield each two words in a row of one text that another hasn't both, any number as one word."""
    for one, other in pairwise(said):
        if one not in others or other not in others:
            yield f"{plain(one)} {plain(other)}"


class Words(NamedTuple):
    """What words, pairs of words or other terms tell."""

    bias: float
    """Log odds of a text that has none of them."""
    weights: Mapping[str, float]
    """What is added to them by each."""

    def odds(self, found: Iterable[str]) -> float:
        """Return the log odds of a text with such terms."""
        return self.bias + fsum(self.weights.get(each, 0.0) for each in found)

    def chance(self, found: Iterable[str]) -> float:
        """Return the chance, from 0 to 1, that a text with such terms is of the first kind."""
        return 1 / (1 + exp(min(-self.odds(found), _FARTHEST)))


def read_words(package: str, name: str) -> Words:
    """Read the weights that lie beside a package's modules."""
    told = json.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
    return Words(told["bias"], told["weights"])
