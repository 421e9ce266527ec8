"""Whether two given sentences can both be true, where no single rule says so: their signs, weighed.

The weights are those of a logistic regression fitted to labelled pairs by ``benchmarks/pair_weights.py``.
"""

from collections.abc import Collection
from math import exp

from panel.evidence.conflicts.signs import GROUNDS, Signs, signs
from panel.evidence.conflicts.weights import BIAS, WEIGHTS
from panel.evidence.passages import Passage

UNRULED = 0.55
"""Chance above which a pair counts as a contradiction where no rule says so."""

RULED = 0.35
"""The same where a rule says so: rules are right in two of three cases at first sight."""


def read_pair(a: str, b: str) -> tuple[Passage, Passage]:
    """Return two sentences ready to be held against each other."""
    known = {word for text in (a, b) for word in text.split() if word == word.lower()}
    return Passage("", a, known), Passage("", b, known)


def chance(a: Passage, b: Passage, own: Collection[str]) -> float:
    """Return the chance, from 0 to 1, that two sentences about one release can't both be true.

    Args:
        a: One sentence.
        b: The other.
        own: Lower-case words of the release's and its vendor's names.
    """
    return weighed(signs(a, b, own))


def weighed(found: Signs) -> float:
    """Return the chance that signs come to; none where nothing clashes and one says no more than the other."""
    if not clashes(found):
        return 0.0
    return 1 / (1 + exp(-BIAS - sum(WEIGHTS.get(name, 0.0) * strength for name, strength in found.items())))


def clashes(found: Signs) -> bool:
    """Whether there is any ground for a contradiction."""
    return "apart" in found or any(ground in found for ground in GROUNDS)
