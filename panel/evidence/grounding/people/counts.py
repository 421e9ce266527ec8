"""Which people a number counts: staff, members, users, those who took part in a test."""

from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.numbers.spelled import is_soft
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, close_enough
from panel.evidence.passages import Passage
from panel.evidence.words import words

_GROUPS = {
    word: group
    for group, listed in (
        ("staff", "employee employees staff staffers worker workers colleague colleagues headcount payroll"),
        ("members", "member members shareholder shareholders"),
        (
            "users",
            "user users customer customers subscriber subscribers client clients buyer buyers owner owners household households",
        ),
        (
            "testers",
            "tester testers participant participants volunteer volunteers patient patients respondent respondents judge judges juror jurors",
        ),
    )
    for word in words(listed)
}
"""Groups of people that are counted apart."""

NEAR = 30
"""Characters before a number in which an ``employs`` says whom it counts."""


def check_groups(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check whether sources count the same people as a statement.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    for quantity in claim.quantities:
        mine = "" if is_soft(quantity) else _group(claim, quantity)
        if not mine:
            continue
        met = [
            (place, each)
            for place in places
            for each in evidence.passages[place].quantities
            if each.kind in ("count", "number") and close_enough(quantity, each)
        ]
        if met and all(_group(evidence.passages[place], each) not in ("", mine) for place, each in met):
            yield Finding("contradicted", quantity.text, met[0][0], met[0][1].text, fit=1.0)
            return


def _group(passage: Passage, quantity: Quantity) -> str:
    """Return the group that a number counts, by its noun or an ``employs`` before it; empty if that isn't said."""
    found = {_GROUPS[word.lower()] for word in (*quantity.noun, quantity.unit) if word.lower() in _GROUPS}
    if not found and any(
        item.word == "employ" and 0 <= quantity.span[0] - item.span[1] < NEAR for item in passage.items
    ):
        return "staff"
    return next(iter(found)) if len(found) == 1 else ""
