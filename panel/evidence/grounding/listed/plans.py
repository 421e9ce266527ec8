"""The plans of a price list: their names, their prices and what stands under each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import Name
from panel.evidence.owners import Key
from panel.evidence.passages import Passage

_OPENS = re.compile(
    r"(?:The\s|Our\s)?(?P<name>[A-Z][\w+]*(?:\s[A-Z][\w+]*){0,2})(?:\s(?:plan|tier|edition|package))?\s?"
    r"(?:\([^)]{1,40}\)\s?)?(?:[—–:|,(]|-\s|costs?\b|is\b|comes? to\b|starts? at\b|at\b)"
)
"""How a line of a price list begins."""

_PRICE = re.compile(
    r"[$€£¥₹]\s?\d|\d\s?(?:[$€£¥₹]|kr\b|zł)|\b(?:CHF|EUR|USD|GBP|NZ\$|A\$|C\$|SEK|NOK|DKK)\s?\d|\d\s?(?:CHF|EUR|USD|GBP|euros?|dollars?|pounds?|francs?)|"
    r"\bfree\b|\b(?:talk to|contact|ask|call|write to) (?:us|sales|our sales)|\bquot(?:e|ed|es)\b|\bon request\b|\bcustom pric\w+|\bnegotia\w+",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:talk|contact|ask|call|write|quot\w+|request|custom|negotia\w+)\b", re.IGNORECASE)
HEAD = 70
"""Characters of a line in which its price must begin."""


@dataclass(slots=True)
class Plan:
    """One plan of a price list."""

    key: Key
    source: str
    price: float
    """What it costs; infinite where one must ask."""
    places: list[int] = field(default_factory=list)
    """Where it is described."""


@lru_cache(maxsize=8)
def read_plans(evidence: Evidence) -> tuple[Plan, ...]:
    """Return the plans of a dossier in order; those of which a source names just one are left out."""
    found: list[Plan] = []
    last: tuple[str, int] | None = None
    for place, passage in enumerate(evidence.passages):
        paragraph = evidence.paragraph(place)
        name = opening_plan(passage, evidence)
        if name is not None and paragraph is not None:
            found.append(Plan(name.key, paragraph[0], _price(passage), [place]))
            last = paragraph
        elif last is not None and paragraph == last and place not in evidence.tables:
            found[-1].places.append(place)
        else:
            last = None
    return tuple(plan for plan in found if sum(plan.source == other.source for other in found) > 1)


def opening_plan(passage: Passage, evidence: Evidence) -> Name | None:
    """Return the plan that a line of a price list opens with."""
    match = _OPENS.match(passage.text)
    price = _PRICE.search(passage.text, match.end("name")) if match else None
    if match is None or price is None or price.start() > HEAD:
        return None
    named = (
        name for name in passage.names if name.span[0] < match.end("name") and not evidence.subject.is_ours(name.key)
    )
    return next(named, None)


def _price(passage: Passage) -> float:
    money = [quantity.value for quantity in passage.quantities if quantity.kind == "money"]
    if money:
        return money[0]
    return float("inf") if _ASKED.search(passage.text) else 0.0


def plans_named(claim: Passage, plans: Sequence[Plan]) -> Iterator[Plan]:
    """Yield the plans that a statement names."""
    said = [name.key for name in claim.names]
    yield from (plan for plan in plans if plan.key in said)
