"""Numbers that no source states but that follow from two that it does: ``five points more``, ``trails by one``."""

import re
from collections.abc import Sequence

from panel.evidence.grounding.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage

_CUE = re.compile(
    r"\b(?:more|less|fewer|by|gap|lead|ahead|behind|difference|gains?|gained|saves?|saved|above|below|over|"
    r"under|higher|lower|better|worse|"
    r"cheaper|faster|slower|extra|additional|margin|up|down|longer|shorter|later|earlier)\b",
    re.IGNORECASE,
)


_PRICE = re.compile(r"\b(?:cost|price|expensive|cheap|dear|charge|pay|fee)", re.IGNORECASE)


def is_difference(claim: Passage, quantity: Quantity) -> bool:
    """Whether a number of a statement may say by how much two others differ."""
    start, end = quantity.span
    return quantity.kind == "multiple" or bool(_CUE.search(claim.text[max(0, start - 30) : end + 30]))


def derived_at(claim: Passage, quantity: Quantity, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the place of a sentence two of whose numbers differ by, or divide into, a quantity.

    Args:
        claim: The statement.
        quantity: Its number.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    money = _PRICE.search(claim.text)
    for place in places[:8]:
        figures = [*evidence.passages[place].quantities]
        following = place + 1
        if following < len(evidence.passages) and evidence.before(following) == place:
            figures += evidence.passages[following].quantities
        for at, one in enumerate(figures):
            for other in figures[at + 1 :]:
                if _same_scale(one, other, quantity, money=bool(money)) and _yields(one.value, other.value, quantity):
                    return place
    return _apart(claim, quantity, evidence) if quantity.kind == "money" else None


def _apart(claim: Passage, quantity: Quantity, evidence: Evidence) -> int | None:
    """Return the place of one of two prices that stand in different sentences and differ by an amount."""
    named = [place for name in claim.names for place in evidence.named_at(name.key)]
    for place in sorted(set(named) & evidence.priced):
        for one in evidence.passages[place].quantities:
            for other_place in sorted(evidence.priced):
                for other in evidence.passages[other_place].quantities:
                    if _same_scale(one, other, quantity, money=True) and _yields(one.value, other.value, quantity):
                        return place
    return None


def _same_scale(one: Quantity, other: Quantity, quantity: Quantity, *, money: bool) -> bool:
    if quantity.kind == "multiple":
        return one.kind == other.kind and one.unit == other.unit and money == (one.kind == "money")
    kinds = {one.kind, other.kind}
    loose = {"number", "percent", "count"}
    return (kinds == {quantity.kind} or (kinds <= loose and quantity.kind in loose)) and (
        quantity.kind != "money" or one.unit == other.unit == quantity.unit
    )


def _yields(one: float, other: float, quantity: Quantity) -> bool:
    if quantity.kind == "multiple":
        low, high = sorted((one, other))
        return low > 0 and quantity.low <= high / low <= quantity.high
    gap = abs(one - other)
    return gap > 0 and abs(gap - quantity.value) <= max(0.02 * quantity.value, 0.051 if quantity.value < 20 else 0.0)
