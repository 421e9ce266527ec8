"""What the words tell that a statement and its likest sentence share, or that only one of them has.

``only`` in the statement alone, or ``beta`` in the sentence alone, speaks against it; ``roughly`` in either means little. What
each tells was learnt from labelled statements (``benchmarks/claim_weights.py``); no word counts by itself, but for where it stands.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from panel.evidence.grounding.weighed.signs import Seen
from panel.evidence.word_weights import Words, apart, plain, read_words

_NEAR = 3
"""Sentences in which a word of the statement is looked for."""


def wordings(seen: Seen) -> frozenset[str]:
    """Return the words of a statement and of the sentence that has most of it, each with where it stands."""
    rows = seen.evidence.passages
    likest = [rows[sight.place].line.stems for sight in seen.sights[:_NEAR]]
    return frozenset(_wordings(seen.claim.line.stems, likest))


def _wordings(said: Sequence[str], likest: Sequence[Sequence[str]]) -> Iterator[str]:
    here, there = set(said), set(likest[0] if likest else ())
    near = there.union(*likest)
    for word in here:
        yield f"{'both' if word in there else 'only'} {plain(word)}"
        if word not in near:
            yield f"nowhere {plain(word)}"
    for word in there - here:
        yield f"other {plain(word)}"
    for two in apart(said, there):
        yield f"only {two}"


@cache
def words() -> Words:
    """Return what each of them tells: log odds that a statement is wrong."""
    return read_words(__package__ or "", "wordings.json")
