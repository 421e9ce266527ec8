"""What a sentence says stays as it is: ``no file has to be rewritten``, ``data doesn't leave the EU``."""

import re

from panel.evidence.passages import Passage

_CHANGE = (
    r"(?:leav(?:e|es|ing)|left|chang\w+|alter\w*|modif\w+|rewrit\w+|touch\w*|mov(?:e|es|ed|ing)|los(?:e|es|t|ing)|stop\w*|"
    r"expir\w+|laps\w+|vanish\w*|disappear\w*|delet\w+|remov\w+|replac\w+|convert\w*|migrat\w+|cross(?:es|ed|ing)?|ceas\w+|fad\w+)"
)
_KEPT = re.compile(
    r"(?:\b(?:do|does|did|wo|will|is|are|was|were|has|have|need)(?:n['’]t|\snot)|\bnever)\s(?:\w+\s){0,2}?"
    + _CHANGE
    + r"\b|\b(?:no|none of|nothing)\b[^,;.:]{0,40}?\s(?:is|are|was|were|ha(?:s|ve) to be|needs? to be|must be|gets?|will be|ever)\s"
    + _CHANGE
    + r"\b|\b(?:nothing|no\s\w+(?:\s\w+)?)\s(?:ever\s)?(?:leaves|changes|vanishes|disappears|expires|lapses)\b",
    re.IGNORECASE,
)
"""A denial of what would end or change a state."""

_OF_CHANGE = re.compile(
    rf"\b(?:{_CHANGE}|got|gets|became|becomes|gr[eo]w|grown|rose|fell|more|less|fewer|new|\w{{3,}}er)\b", re.IGNORECASE
)
"""What a statement says of a change by."""


_STAYS = re.compile(
    r"\b(?:stay\w*|remain\w*|keep\w*|kept|retain\w*|unchanged|same|still|as (?:it|they) (?:is|are|was|were))\b",
    re.IGNORECASE,
)
"""What a statement says of what lasts by."""


def is_kept(claim: Passage, passage: Passage) -> bool:
    """Whether all that a sentence denies is a change of what a statement says nothing about changing: ``You keep your files``.

    Args:
        claim: The statement; one that denies or speaks of a change is left alone.
        passage: The sentence.
    """
    if claim.denials or not _STAYS.search(claim.text) or not passage.denials:
        return False
    kept = [range(match.start() - len("is"), match.end()) for match in _KEPT.finditer(passage.text)]
    if not kept or not all(any(at in each for each in kept) for at in passage.denials):
        return False
    return _OF_CHANGE.search(claim.text) is None
