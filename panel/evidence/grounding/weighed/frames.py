"""Signs of what a freely worded statement is built like: ``is supported``, ``You can …``, ``has a …``.

What no source bears out is more often a plain thing that is said to be there than a figure of speech, a denial or a sum.
"""

import re

from panel.evidence.conflicts.statements import Signs

_FRAMES = {
    "is there": r"\b(?:is|are) (?:also |now |already |even |one of the |among the )?(?:supported|available|included|possible|provided|offered|allowed|accepted|built)\b",
    "one can": r"^(?:You|Users|Anybody|Anyone|Buyers|Teams|Customers|Owners|Banks|Students) (?:can|may|get|could)\b",
    "has": r"\b(?:has|have|offers?|includes?|comes? with|adds?|features?|gives?|sells?|provides?|supports?|accepts?|runs? on|works? with)\s",
    "also": r"\b(?:too|also|as well|even|either)\b",
    "was done": r"\b(?:was|were|has been|have been) \w+(?:ed|en|t|d)\b",
    "of it": r"^(?:It|Its|They|Their)\b",
    "of a thing": r"^(?:The|A|An)\b",
    "still": r"\b(?:still|again|already|yet|no longer|now|since)\b",
    "without": r"\b(?:without|neither|nor|no)\b",
    "from and to": r"\bfrom\b.+\bto\b",
    "of two parts": r", and |, but |;|:",
    "of all or most": r"\b(?:best|most|lowest|highest|first|fastest|smallest|largest|cheapest|least|every|all|only|never|always)\b",
}
_READ = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _FRAMES.items()}


def frame_signs(text: str) -> Signs:
    """Return what a statement is built like.

    Args:
        text: The statement.
    """
    return {f"frame: {name}": float(frame.search(text) is not None) for name, frame in _READ.items()}
