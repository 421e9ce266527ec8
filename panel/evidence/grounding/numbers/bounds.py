"""Bounds in two wordings: ``no order costs less than £20`` of ``the minimum order is £20``."""

import re
from typing import Literal

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage

_MORE = r"more|over|above|longer|higher|larger|bigger|heavier|beyond|exceed\w*|later|older|further"
_LESS = r"less|fewer|under|below|shorter|lower|smaller|lighter|earlier|younger|short of"
_NOT = r"\b(?:no|not|never|none|nobody|nothing|cannot|without)\b|n['’]t\b"
_AT_LEAST = re.compile(rf"(?:{_NOT})[^,;.]{{0,60}}\b(?:{_LESS})\b", re.IGNORECASE)
_AT_MOST = re.compile(rf"(?:{_NOT})[^,;.]{{0,60}}\b(?:{_MORE})\b", re.IGNORECASE)
_LEAST = re.compile(
    r"\b(?:minimum|at least|from|starts?|starting|min|or more|least|required|requires?|needs?|and up|cheapest|smallest|shortest)\b",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:maximum|at most|up to|limit\w*|max|or less|or fewer|most|capped|cap|within|longest|largest|dearest)\b",
    re.IGNORECASE,
)


ROUNDED = 0.02
"""How far two equal bounds may be apart, as a share of them."""


def bound(claim: Passage, finding: Finding, evidence: Evidence) -> Literal["same", "wrong"] | None:
    """Say whether a statement denies what lies beyond a number that a sentence calls the least or the most there is.

    Args:
        claim: The statement.
        finding: Its number, and where it was found.
        evidence: The dossier.

    Returns:
        ``wrong`` where it denies what the sentence allows; None where it says no such thing.
    """
    if finding.place is None or not claim.denials:
        return None
    passage = evidence.passages[finding.place]
    mine = next((each for each in claim.quantities if each.text.strip() == finding.part), None)
    theirs = next((each for each in passage.quantities if each.span == finding.span), None)
    if mine is None or theirs is None or mine.kind != theirs.kind:
        return None
    said = claim.text[: mine.span[1]]
    away = mine.value / theirs.value - 1 if theirs.value else 0.0
    for denied, told, sign in ((_AT_LEAST, _LEAST, 1), (_AT_MOST, _MOST, -1)):
        if denied.search(said) and told.search(passage.text):
            return "wrong" if sign * away > ROUNDED else "same"
    return None
