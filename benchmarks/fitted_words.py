"""Weights of words by logistic regression, for what ``panel/evidence/word_weights.py`` reads."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from panel.evidence.word_weights import Words

NOTHING = 0.02
"""Weight below which a word is left out."""


class Case(NamedTuple):
    """A labelled text."""

    terms: frozenset[str]
    """Its words and other terms."""
    first: bool
    """Whether it is of the first of the two kinds."""
    counts: float = 1.0
    """What it counts beside others."""


def fitted_words(cases: Sequence[Case], few: int, strength: float = 1.0) -> Words:
    """Return what the words of some texts come to.

    Args:
        cases: The texts.
        few: In how many of them a word must stand to be told from chance.
        strength: How far weights may go, the inverse of the penalty.
    """
    counts = Counter(term for each in cases for term in each.terms)
    known = {term: place for place, term in enumerate(sorted(term for term, count in counts.items() if count >= few))}
    places = [sorted(known[term] for term in each.terms if term in known) for each in cases]
    ends = np.cumsum([0, *map(len, places)])
    indices = np.fromiter((place for each in places for place in each), int)
    table = csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(cases), len(known)))
    model = LogisticRegression(C=strength, max_iter=2_000)
    model.fit(table, [each.first for each in cases], sample_weight=[each.counts for each in cases])
    weights = {term: round(float(model.coef_[0][place]), 3) for term, place in known.items()}
    kept = {term: weight for term, weight in weights.items() if abs(weight) >= NOTHING}
    return Words(round(float(model.intercept_[0]), 3), kept)


def write_words(words: Words, path: Path) -> None:
    """Write weights down, a line each."""
    lines = ",\n".join(f"{json.dumps(term, ensure_ascii=False)}: {weight}" for term, weight in words.weights.items())
    path.write_text(f'{{"bias": {words.bias}, "weights": {{\n{lines}\n}}}}\n', encoding="utf-8")
