"""Numbers that a statement gives to one thing and the only sentence that has them to another: nine days, 30 hours with GPS."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.alike import quantities_alike
from panel.evidence.grounding.numbers.beside import at_odds, companions
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.numbers.spelled import is_soft
from panel.evidence.lookup.belonging import claimed_owners, may_own, owners_at
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.names import same_name
from panel.evidence.owners import nearby, subject
from panel.evidence.passages import Passage

_TURNS = re.compile(
    r"\b(?:than|from|of|instead|rather|unlike|whereas|while|against|versus|above|below|compared|total|together|altogether|combined)\b",
    re.IGNORECASE,
)


def check_astray(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check whether all sentences with a statement's number have it of something else.

    Args:
        claim: The statement; one that denies is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if claim.denials:
        return
    for quantity in claim.quantities:
        if evidence.is_version(claim.text, quantity.span[0]):
            continue
        met = [
            (place, other)
            for place in places
            for other, equal in quantities_alike(claim, evidence.passages[place], quantity)
            if equal and isinstance(other, Quantity)
        ]
        if not met:
            continue
        if all(_is_anothers(claim, quantity, evidence, place, other) for place, other in met):
            yield Finding("contradicted", quantity.text, met[0][0], evidence.passages[met[0][0]].text, fit=1.0)
            return
        if all(_is_tied_elsewhere(claim, quantity, evidence, place, other) for place, other in met):
            yield Finding("contradicted", quantity.text, met[0][0], evidence.passages[met[0][0]].text, fit=1.0)
            return


def _is_anothers(claim: Passage, quantity: Quantity, evidence: Evidence, place: int, other: Quantity) -> bool:
    """Whether a number belongs to another name than the one that a statement is about."""
    whose = owners_at(evidence, place, other.span)
    if (
        (quantity.exact or quantity.kind == "money")
        and not is_soft(quantity)
        and _is_rivals(claim, whose, evidence.passages[place])
    ):
        return True
    about = subject(claim)
    if not whose or about is None or not about.sure or is_soft(quantity) or about.key in evidence.publishers:
        return False
    if claim.text.startswith(("'s", "’s"), about.span[1]) or claim.clause_at(about.span) != claim.clause_at(
        quantity.span
    ):
        return False
    ours = evidence.subject.is_ours
    if any(same_name(key, name.key) for key in whose for name in claim.names) or (
        ours(about.key) and any(map(ours, whose))
    ):
        return False
    ahead = evidence.before(place)
    near = [place] if ahead is None or evidence.paragraph(ahead) != evidence.paragraph(place) else [place, ahead]
    if any(same_name(about.key, name.key) for at in near for name in evidence.passages[at].names):
        return False
    return not may_own(claim, claimed_owners(claim, quantity.span, evidence), evidence, place, other.span)


_RIVAL = re.compile(
    r"\b(?:rivals?|competitors?|competing\s[\w-]+|alternatives?)(?:,|:|\s[\w-]+)?\s?(?:called\s|named\s|such as\s|like\s)?$",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:rival\w*|compet\w+|alternatives?|elsewhere|others?)\b", re.IGNORECASE)


def _is_rivals(claim: Passage, whose: Sequence[frozenset[str]], passage: Passage) -> bool:
    """Whether a number belongs to somebody whom its sentence calls a rival and the statement doesn't speak of."""
    if not whose or _OTHERS.search(claim.text):
        return False
    rivals = [name for name in passage.names if _RIVAL.search(passage.text[: name.span[0]])]
    return any(name.key in whose and not any(same_name(name.key, each.key) for each in claim.names) for name in rivals)


def _is_tied_elsewhere(claim: Passage, quantity: Quantity, evidence: Evidence, place: int, other: Quantity) -> bool:
    """Whether words beside a statement's number stand beside another one in the sentence."""
    passage = evidence.passages[place]
    rivals = [
        each
        for each in passage.quantities
        if each is not other and each.kind == other.kind and same_measure(each, other) and not close_enough(each, other)
    ]
    if not rivals or any(
        same_measure(one, two) and close_enough(one, two) for one in claim.quantities for two in rivals
    ):
        return False
    if _TURNS.search(claim.text) or companions(claim, quantity, passage, other) > 0:
        return False
    near = [item for item in nearby(claim, quantity.span) if not quantity.span[0] <= item.span[0] < quantity.span[1]]
    return at_odds(claim, quantity, near, evidence, passage, other)
