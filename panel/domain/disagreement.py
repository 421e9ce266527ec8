"""A Disagreement is a pair of statements from different places that can't both be true."""

from typing import Literal

from panel.domain.noun import Noun


class Disagreement(Noun):
    """Two sentences, or a stated fact and a sentence, that contradict each other."""

    a: str
    """Citation of the one, such as ``S1.4`` or ``F.date``; ``a`` where the sentence stands in no dossier."""
    b: str
    """Citation of the other."""
    about: str
    """What they disagree about, in a few words, such as ``number of modes``."""
    reason: str
    """One sentence that puts the two readings side by side."""
    kind: Literal["contradiction", "confusable"] = "contradiction"
    """``confusable`` where both may be true and a reader will take one for the other."""
    by: str = "rules"
    """Who found it: ``rules``, or a model."""
