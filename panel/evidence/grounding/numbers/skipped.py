"""Numbers of a statement that aren't looked for: its release's own version, an example of a limit, the end of a model's name."""

import re
from collections.abc import Sequence

from panel.evidence.grounding.numbers.clock_times import clock_times, same_clock
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.passages import Passage


def is_skipped(claim: Passage, quantity: Quantity, evidence: Evidence, places: Sequence[int]) -> bool:
    """Whether a number says nothing that a source must bear out.

    Args:
        claim: The statement.
        quantity: Its number.
        evidence: The dossier.
        places: The sentences to look into.
    """
    if evidence.is_version(claim.text, quantity.span[0]) or _is_own_version(claim, quantity, evidence):
        return True
    if _is_of_clock(claim, quantity, evidence):
        return True
    return _is_example(claim, quantity, evidence, places) or _is_size(claim, quantity, evidence)


_VERSION = re.compile(r"\b[Vv]ersion\s$")


def _is_own_version(claim: Passage, quantity: Quantity, evidence: Evidence) -> bool:
    """Whether a number is the one in the release's own name: ``version 2`` of Sorrel Voice 2."""
    start, end = quantity.span
    return bool(_VERSION.search(claim.text[:start])) and claim.text[start:end].split(" ")[0] in evidence.subject.name


def _is_of_clock(claim: Passage, quantity: Quantity, evidence: Evidence) -> bool:
    """Whether a number is the hour of a time of day that a sentence has, if otherwise written: ``3 p.m.`` of ``15:00``."""
    if quantity.kind != "number":
        return False
    mine = [each for each in clock_times(claim.text) if each.span[0] <= quantity.span[0] < each.span[1]]
    return bool(mine) and any(
        same_clock(mine[0], each) for passage in evidence.passages for each in clock_times(passage.text)
    )


_SIZE = re.compile(r"\d+(?:\.\d+)?[BM]\b")


def _is_size(claim: Passage, quantity: Quantity, evidence: Evidence) -> bool:
    """Whether a number only tells one model from another by the end of its name: ``the 8B's answers`` of Stoat 8B."""
    size = _SIZE.match(claim.text, quantity.span[0])
    if size is None or quantity.unit:
        return False
    named = re.compile(rf"(?:[A-Z]\w* |\w-){re.escape(size.group())}\b", re.IGNORECASE)
    return any(named.search(passage.text) for passage in evidence.passages)


_EXAMPLE = re.compile(
    r"^(?:An?|Any)\s(?:(?!\b(?:may|can|could|is|are|will|must)\b)[^,;])*\b(?:with|of|making|earning|on|has)\s(?:\w+\s)?$"
)
"""What stands before a number that is an example of what lies beyond a limit: ``a company with €50 million``."""


def _is_example(claim: Passage, claimed: Quantity, evidence: Evidence, places: Sequence[int]) -> bool:
    """Whether a statement takes a number as an example where a sentence has a limit."""
    return bool(_EXAMPLE.search(claim.text[: claimed.span[0]])) and any(
        same_measure(claimed, each) and each.hedge in ("under", "over", "atleast", "upto")
        for place in places
        for each in evidence.passages[place].quantities
    )
