"""What is asked, wished or supposed, and how much of a sentence isn't."""

import re

from panel.evidence.grounding.opinions.subjects import VERDICT
from panel.evidence.passages import Passage, Span

FIRST_PERSON = re.compile(
    r"(?:(?<![\w’'.])I(?:['’](?:d|m|ll|ve))?(?![\w.])|\b(?:my|me|myself|let's|let’s)\b|"
    r"\b[Ww]e(?:['’]d|\s(?:(?:also|still|really|rather|quite|do)\s)?(?:think|find|feel|love|like|prefer|hope|wish|suspect|believe|admire|adore|miss))\b)"
)
MODAL = re.compile(
    r"\b(?:should|ought|would|could|might|shouldn['’]t|wouldn['’]t|couldn['’]t|had better|perhaps|"
    r"maybe|probably|arguably|"
    r"hopefully|presumably|apparently|undoubtedly|surely|frankly|honestly|sadly|luckily|thankfully|unfortunately)\b",
    re.IGNORECASE,
)
FORECAST = re.compile(
    r"\b(?:will|won['’]t|going to|is set to|bound to|soon|sooner|someday|within (?:[a-z]+ )?(?:days?|weeks?|"
    r"months?|years?))\b",
    re.I,
)


def is_question(text: str) -> bool:
    """Whether a sentence asks."""
    return text.rstrip(" \"'”’)").endswith("?") and not _ECHO.match(text)


_ECHO = re.compile(
    r"(?!(?:who|whom|whose|what|why|how|where|when|which|is|are|was|were|am|does|do|did|can|could|will|would|should|shall|may|might|must|has|have|had|and|or|but|so|if|isn|aren|doesn|don|didn|won|wouldn|anyone|anybody|really)\b)"
    r"(?=[^?]*\d)(?:(?!\b(?:is|are|was|were|do|does|did|can|could|will|would|should|you|I|we|right|anyone|anybody|enough|too|or)\b)[^?,;:!])+\?\W*$",
    re.IGNORECASE,
)
"""A figure that is repeated in wonder rather than asked for: ``£349 plus a subscription?``"""


def is_guess(claim: Passage) -> bool:
    """Whether a sentence supposes, wishes or asks, so that a figure in it need not be one of the dossier's."""
    text = claim.text
    return bool(is_question(text) or FIRST_PERSON.search(text) or MODAL.search(text) or FORECAST.search(text))


_PART = re.compile(
    r"[;:!?—]\s|,\s(?:so|and|but|yet|while|which|where|though|although)\s|\s(?:but|because|while|though|although|whereas)\s"
)
"""Where a part of a sentence ends that has a verb of its own."""

_ASSERTS = re.compile(
    rf"[,;:—]\s|\b(?:isn|aren|wasn|did|had|costs?|showed|found|said|got|took|{VERDICT})\b|\bI(?:['’]m|\s(?:am|do|don['’]t|can|can['’]t|cannot|find|see|trust))\b"
)
"""A verb that asserts something of what stands before it."""


def is_guessed(claim: Passage, span: Span) -> bool:
    """Whether a figure is part of a supposition, wish or question: what a speaker would do with it is said behind its verb.

    Args:
        claim: The sentence.
        span: Where the figure stands.
    """
    if is_question(claim.text):
        return True
    ends = [found.end() for found in _PART.finditer(claim.text, 0, span[0])]
    before, behind = claim.text[ends[-1] if ends else 0 : span[0]], claim.text[span[1] :]
    supposed = (FIRST_PERSON, MODAL, FORECAST, _CONDITION)
    if any(each.search(before) for each in supposed):
        return True
    if _DEFINITE.search(before):
        return False
    asserted = _ASSERTS.search(behind)
    reach = behind[: asserted.start()] if asserted else behind
    return any(each.search(reach) for each in supposed)


_DEFINITE = re.compile(
    r"(?:\b(?:its|their|the|this|these|those)|(?<!\bit)(?<!\bthat)(?<!\bthere)(?<!\bhere)(?<!\bwhat)(?<!\bhe)(?<!\bshe)['’]s)\s(?:[\w-]+\s)?$",
    re.IGNORECASE,
)
"""What stands before something that is there, whatever is supposed of it: ``its AGPL licence might …``."""


def unsupposed(text: str) -> str:
    """Return what a sentence says before what its speaker supposes or likes: the subject of ``is the sort of change I enjoy``.

    Args:
        text: The sentence.
    """
    markers = [found.start() for each in (FIRST_PERSON, MODAL, FORECAST) if (found := each.search(text))]
    asserted = (
        [found.start() for found in _ASSERTS.finditer(text, 0, min(markers, default=len(text)))] if markers else []
    )
    return text[: asserted[-1]].strip() if asserted else ""


_CONDITION = re.compile(r"\b(?:if|unless|whether|suppose|imagine)\b", re.IGNORECASE)
