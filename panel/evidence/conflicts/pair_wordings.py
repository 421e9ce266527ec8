"""What the words tell that two sentences share, or that only one of them has.

``beta`` or ``per seat`` in one alone tells of two things, ``never`` in one alone of a contradiction. What each tells was learnt
from labelled pairs (``benchmarks/pair_weights.py``).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from panel.evidence.passages import Passage
from panel.evidence.word_weights import Words, plain, read_words

PAIR_WORDINGS = "wordings"
"""The sign of what they tell."""


def pair_wordings(one: Passage, two: Passage) -> frozenset[str]:
    """Return the words of two sentences, each with whether both have it, and what only one says in two words."""
    ours, theirs = one.line.stems, two.line.stems
    here, there = set(ours), set(theirs)
    alone = (f"one {plain(word)}" for word in here ^ there)
    shared = (f"both {plain(word)}" for word in here & there)
    return frozenset((*alone, *shared, *_alone(ours, there), *_alone(theirs, here)))


def _alone(said: Sequence[str], others: set[str]) -> Iterator[str]:
    """Yield two words in a row of one sentence that the other hasn't both."""
    for one, two in pairwise(said):
        if one not in others or two not in others:
            yield f"one {plain(one)} {plain(two)}"


@cache
def words() -> Words:
    """Return what each of them tells: log odds of a contradiction."""
    return read_words(__package__ or "", "wordings.json")
