"""Whether a price is asked of a few only, or for a while: of students, until summer, for the first year."""

import re

from panel.evidence.lowered import lowered, word_set
from panel.evidence.measures import Quantity
from panel.evidence.owners import segment
from panel.evidence.passages import Passage
from panel.evidence.words import words

_REDUCED = re.compile(
    r"\b(?:until the end|until \w+ \d|until \d|for the first|first (?:\w+ )?months?|introductory|promotion\w*|"
    r"launch offer|discount\w*|(?<!per )(?<!a )students?|"
    r"education\w*|(?:schools|charities|libraries|universities|(?-i:[A-Z][a-z]+ )?archives|members|teachers|pupils|pensioners|seniors|children|under-\d+s) (?:pay|get)|non-?profits?|early birds?|black friday|limited time|until stocks? (?:is|are|run)|while stocks last|(?<!after the )(?<!after )pre-?orders?|owners of)\b",
    re.IGNORECASE,
)


def is_reduced(passage: Passage, quantity: Quantity) -> bool:
    """Whether a reduction is said of this price rather than of one after it."""
    sentence = passage.text
    if not _may_be_reduced(sentence) or not _REDUCED.search(sentence):
        return False
    start, end = segment(passage, quantity.span)
    clause = _ELSE.split(sentence[: quantity.span[0]].rpartition(";")[2].rpartition(". ")[2])[-1]
    if any(each.kind == "money" and each.span[1] <= quantity.span[0] for each in passage.quantities):
        clause = _THEREAFTER.split(clause)[-1]
    start = max(start, quantity.span[0] - len(clause))
    return bool(_REDUCED.search(sentence[start:end]) or _REDUCED.search(clause))


_ELSE = re.compile(
    r"\b(?:everybody|everyone|all|anybody|anyone) (?:else|others)\b|\b(?:the rest|others|otherwise)\b", re.IGNORECASE
)
"""Where a sentence passes on from the few to whom a price is reduced: ``Students pay $4, everybody else``."""


_THEREAFTER = re.compile(r"\b(?:then|afterwards|after that|thereafter|later)\b", re.IGNORECASE)
"""Where a sentence passes on from a reduced price to the lasting one: ``$30 until June, then $40``."""


def _may_be_reduced(sentence: str) -> bool:
    """Whether a sentence has one of the words without which none tells of a reduction."""
    small = lowered(sentence)
    return not word_set(sentence).isdisjoint(_WORDS_OF_REDUCTION) or any(
        each in small for each in _LETTERS_OF_REDUCTION
    )


_WORDS_OF_REDUCTION = frozenset(
    words(
        "first pay get until limited offer pre student students owners profit profits bird birds friday stocks preorder preorders "
        "introductory nonprofit nonprofits"
    )
)
_LETTERS_OF_REDUCTION = ("promotion", "discount", "education")
