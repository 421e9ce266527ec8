"""Numbers that are no figures to be checked, or that stand in a sentence with nothing else of the statement."""

import re
from collections.abc import Sequence

from panel.evidence.grounding.alike import is_finer
from panel.evidence.grounding.evidence import Evidence
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.passages import Passage

_VERSION = re.compile(r"\b[Vv]ersion\s$")
POINT = re.compile(r"\d+\.\d+")


def is_own_version(claim: Passage, quantity: Quantity, evidence: Evidence) -> bool:
    """Whether a number is the one in the release's own name: ``version 2`` of Sorrel Voice 2."""
    start, end = quantity.span
    return bool(_VERSION.search(claim.text[:start])) and claim.text[start:end].split(" ")[0] in evidence.subject.name


EXACT = frozenset({"money", "percent", "length", "weight", "bytes", "frequency", "frame rate"})
"""Kinds of numbers that are looked for in all sentences before they are called missing."""


def stands(quantity: Quantity, evidence: Evidence, places: Sequence[int]) -> bool:
    """Whether a number stands in a sentence that shares no word with the statement."""
    tried = set(places)
    if quantity.kind == "money":
        others = (place for place in sorted(evidence.priced) if place not in tried)
    else:
        hint = _SHARE if quantity.kind == "percent" else _DIGIT
        others = (
            place for place, each in enumerate(evidence.passages) if place not in tried and hint.search(each.text)
        )
    return any(
        same_measure(quantity, other) and close_enough(quantity, other) and not is_finer(quantity, other)
        for place in others
        for other in evidence.passages[place].quantities
    )


_SHARE = re.compile(r"%|per ?cent|half|third|quarter|fifth|tenth|\bone in\b", re.IGNORECASE)


_DIGIT = re.compile(r"\d")


_EXAMPLE = re.compile(
    r"^(?:An?|Any)\s(?:(?!\b(?:may|can|could|is|are|will|must)\b)[^,;])*\b(?:with|of|making|earning|on|has)\s(?:\w+\s)?$"
)
"""What stands before a number that is an example of what lies beyond a limit: ``a company with €50 million``."""


def is_example(claim: Passage, claimed: Quantity, evidence: Evidence, places: Sequence[int]) -> bool:
    """Whether a statement takes a number as an example where a sentence has a limit."""
    return bool(_EXAMPLE.search(claim.text[: claimed.span[0]])) and any(
        same_measure(claimed, each) and each.hedge in ("under", "over", "atleast", "upto")
        for place in places
        for each in evidence.passages[place].quantities
    )
