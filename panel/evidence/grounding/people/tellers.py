"""Who said it: a remark that a statement puts into another's mouth than the sentence that has it."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import Unit, has_unit, units_of
from panel.evidence.measures import agree
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Passage

_TELLS = re.compile(
    r"(?:,[^,]{3,60},)?\s(?:has\s|had\s|also\s)?(?:said|says|told|tells|put|puts|blamed|blames|called|calls|estimated|estimates|reckoned|reckons|warned|warns|argued|argues|claimed|claims|"
    r"denied|denies|promised|promises|wrote|writes|thinks|thought|believes|believed|explained|explains|conceded|concedes|admitted|admits|spoke of|complained|complains|praised|praises|"
    r"added|adds|insisted|insists|predicted|predicts|described|describes|expects|expected|hopes|hoped)\b"
)
"""What somebody does with a remark."""

_TELLER = re.compile(r"\b(?:said|says|told|added|adds|wrote|writes|according to)\s(?:[a-z-]+\s){0,4}$", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:\b[Hh]e|\b[Ss]he)\s(?:also\s)?(?:said|says|puts?|blamed|called|calls|estimate[sd]|reckon(?:s|ed)|warn(?:s|ed)|told)\b|\b(?:said|says|told) (?:he|she)\b"
)
ENOUGH = 0.65
"""Share of a remark that a sentence must have to be the one that tells it."""

ELSEWHERE = 0.35
"""Share of it from which another sentence with the statement's speaker may be what it means."""


def check_tellers(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check whether what a statement has somebody say is said by somebody else.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    who = next((name for name in claim.names if name.sure), None)
    told = _TELLS.match(claim.text, _end(claim, who)) if who is not None else None
    if who is None or told is None or who.key in evidence.publishers or evidence.subject.is_ours(who.key):
        return
    having = evidence.named_at(who.key)
    rest = [unit for unit in units_of(claim) if unit.span[0] >= told.end()]
    if not having or any(evidence.passages[place].cite.startswith("F.") for place in having):
        return
    if sum(unit.strong for unit in rest) + len(claim.quantities) < LEAST:
        return
    shares = {place: _share(claim, rest, evidence, place) for place in {*places, *having}}
    best = max(places, key=lambda place: shares[place], default=None)
    if best is None or shares[best] < ENOUGH or best in having:
        return
    if any(shares[place] > ELSEWHERE and _may_tell(evidence.passages[place], who) for place in having):
        return
    if any(_AGREES.search(evidence.passages[place].text) for place in (*having, best)):
        return
    other = _teller(evidence, best)
    if other is not None and not same_name(other.key, who.key):
        yield Finding("contradicted", claim.text, best, evidence.passages[best].text, fit=1.0)


_AGREES = re.compile(
    r"\b(?:so (?:did|does|do)|agree[sd]?|confirm(?:s|ed)|likewise|too|as well|gives?|repeats?)\b", re.IGNORECASE
)
"""What makes somebody another who says so."""

LEAST = 2
"""Telling words and figures that a remark must have."""


def _share(claim: Passage, rest: Sequence[Unit], evidence: Evidence, place: int) -> float:
    """Return how much of a remark a sentence has."""
    said = evidence.said(place)
    total = got = 0.0
    for unit in rest:
        weight = 1.0 if unit.strong else 0.3
        total += weight
        got += weight * has_unit(said, unit)
    for quantity in claim.quantities:
        total += 1.5
        got += 1.5 * any(agree(quantity, other) for other in evidence.passages[place].quantities)
    return got / total if total else 0.0


_PARTICLE = re.compile(r"(?:\s(?:van|von|de|der|den|da|di|del|la|le|bin|al|ter|ten|dos|do)){1,2}\s[A-Z][\w'’-]+")
"""The rest of a name with a particle: ``Joost van Rijn``."""


def _end(passage: Passage, name: Name) -> int:
    """Return where a name ends, what follows a particle included."""
    match = _PARTICLE.match(passage.text, name.span[1])
    return match.end() if match else name.span[1]


def _may_tell(passage: Passage, who: Name) -> bool:
    """Whether a sentence has somebody say something."""
    return any(same_name(who.key, name.key) for name in _tellers(passage))


def _tellers(passage: Passage) -> Iterator[Name]:
    """Yield who says something in a sentence."""
    for name in passage.names:
        if name.sure and (
            _TELLS.match(passage.text, _end(passage, name)) or _TELLER.search(passage.text[: name.span[0]])
        ):
            yield name


def _teller(evidence: Evidence, place: int) -> Name | None:
    """Return the one who tells a sentence, the person whom its pronoun means among them; None for several."""
    passage = evidence.passages[place]
    found = [name for name in _tellers(passage) if len(name.key) <= NAMED and not name.key <= evidence.subject.name]
    if found:
        return found[0] if len(found) == 1 else None
    if _PRONOUN.search(passage.text):
        people = [name for name in passage.names if name.sure and not evidence.subject.is_ours(name.key)]
        return people[0] if people else None
    return None


NAMED = 3
"""Words of a person's name, at most."""
