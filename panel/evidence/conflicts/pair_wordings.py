"""What the words tell that two sentences share, or that only one of them has.

``beta`` or ``per seat`` in one alone tells of two things, ``never`` in one alone of a contradiction. What each tells was learnt
from labelled pairs (``benchmarks/pair_weights.py``).
"""

from functools import cache
from itertools import chain

from panel.evidence.passages import Passage
from panel.evidence.word_weights import Words, apart, plain, read_words

PAIR_WORDINGS = "wordings"
"""The sign of what they tell."""


def pair_wordings(one: Passage, two: Passage) -> frozenset[str]:
    """Return the words of two sentences, each with whether both have it, and what only one says in two words."""
    ours, theirs = one.line.stems, two.line.stems
    here, there = set(ours), set(theirs)
    alone = chain(map(plain, here ^ there), apart(ours, there), apart(theirs, here))
    return frozenset(f"one {each}" for each in alone).union(f"both {plain(word)}" for word in here & there)


@cache
def words() -> Words:
    """Return what each of them tells: log odds of a contradiction."""
    return read_words(__package__ or "", "wordings.json")
