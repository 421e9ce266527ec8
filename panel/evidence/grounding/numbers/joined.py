"""What belongs to which of a statement's several figures: pairs, and what is only said of a second thing."""

import re
from collections.abc import Sequence
from itertools import pairwise

from panel.evidence.dates import may_be_same
from panel.evidence.grounding.numbers.beside import second_at
from panel.evidence.grounding.numbers.comparable import Figure, comparable
from panel.evidence.licences import LicenceMention, same_licence
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.names import same_name
from panel.evidence.owners import owners
from panel.evidence.passages import Passage

_PAIRED = re.compile(
    r",?\s(?:to|against|versus|vs\.?|compared (?:with|to)|(?:out )?of|in(?=\s$))(?:\s(?:the|its|all|those|these))?(?:\s[\w’']+['’]s?)?\s"
)
"""What joins two numbers that belong together: ``18 of the 27``, ``94 to 93.1``."""


_ROUND = (10, 100, 1_000)
"""What ``74 in a hundred`` is reckoned from."""


def paired_at(
    claim: Passage, quantity: Quantity, against: int | None, evidence: Evidence, places: Sequence[int]
) -> int | None:
    """Return the place of a sentence that has both of two numbers that a statement joins; None if none has."""
    for one, two in pairwise(claim.quantities):
        joint = _PAIRED.fullmatch(claim.text[one.span[1] : two.span[0]]) if quantity in (one, two) else None
        if joint and (" in" not in joint.group() or (two.kind == "number" and two.value in _ROUND)):
            parts = " of" in joint.group()  # two parts of one whole may stand in a sentence
            for place in places:
                if parts and place == against:
                    continue
                stated = evidence.passages[place].quantities
                if all(
                    any(comparable(each, other) and close_enough(each, other) for other in stated)
                    for each in (one, two)
                ):
                    return place
    return None


def said_of_second(claim: Passage, figure: Figure) -> frozenset[str]:
    """Return the telling words of what a statement only sets its figure's owner beside: ``lighter than the old one``."""
    second = second_at(claim, figure)
    if second is None:
        return frozenset()
    first = {item.word for item in claim.items if item.span[0] < second}
    return frozenset(item.word for item in claim.items if item.span[0] >= second and item.weight >= 1) - first


def is_of_second(claim: Passage, figure: Figure, passage: Passage, other: Figure) -> bool:
    """Whether a figure of a sentence is that of somebody whom a statement only sets its figure's owner beside."""
    second = second_at(claim, figure)
    keys = [name.key for name in claim.names if name.sure and second is not None and name.span[0] >= second]
    whose = owners(passage, other.span) if keys else ()
    return any(same_name(one, two) for one in keys for two in whose)


def is_of_another(claim: Passage, figure: Figure, other: Figure) -> bool:
    """Whether a figure of the dossier is what another number of the statement is about: ``71 of 112 tickets``."""
    if isinstance(other, LicenceMention):
        return any(each is not figure and same_licence(each.name, other.name) for each in claim.licences)
    if not isinstance(other, Quantity):
        return any(each is not figure and may_be_same(each, other) for each in claim.dates)
    return any(
        each is not figure and same_measure(each, other) and close_enough(each, other) for each in claim.quantities
    )


_SIDES = re.compile(r"\s?(?:by|x|×)\s?\d")


def is_side(passage: Passage, figure: Figure) -> bool:
    """Whether a number is the first side of a picture or screen: ``1600 by 900``."""
    return bool(_SIDES.match(passage.text[figure.span[1] :]))
