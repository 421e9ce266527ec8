"""Short sentences that deny of one thing what the one before says of another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit, said_by, units_of
from panel.evidence.passages import Passage

_NOT = re.compile(
    r"(?:[Tt]he\s|[Ii]ts\s|[Oo]ur\s)?(?!(?:[Ff]or|[Oo]f|[Ii]n|[Oo]n)\b)[\w-]+\s(?:(?!for\b|in\b)[\w-]+\s){0,3}?"
    r"(?:(?:is|are|was|were|does|do|did|has|have|can|will)(?:\snot|n['’]t)|cannot|can['’]t|won['’]t)(?:\s(?:either|yet|so far|for now|though))?\s?\.?$"
)
"""A sentence that says of something no more than that it isn't."""

SHORT = 9
"""Words and marks up to which a sentence is short."""


def check_curt(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a statement against short sentences that deny it.

    Args:
        claim: The statement; one that denies is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first; every short denial is looked into as well.
    """
    if claim.denials or any(item.sign < 0 for item in claim.items):
        return
    if (place := _isnt_either(claim, evidence, places)) is not None:
        yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)
        return
    signs = {item.concept: item.sign for item in claim.items if item.weight >= 1}
    near = set(_denying(evidence)).union(*(evidence.places(concept) for concept in signs))
    for place in sorted(near):
        passage = evidence.passages[place]
        if len(passage.line.stems) <= SHORT and not passage.later:
            if _isnt(claim, evidence, place) or _is_closed(passage, signs):
                yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
                return


@lru_cache(maxsize=8)
def _denying(evidence: Evidence) -> tuple[int, ...]:
    """Return the places of the sentences that say of something no more than that it isn't."""
    return tuple(place for place, passage in enumerate(evidence.passages) if _NOT.fullmatch(passage.text))


def _isnt(claim: Passage, evidence: Evidence, place: int) -> bool:
    """Whether a sentence says ``The server is not`` and the one before it tells the statement of something else."""
    before = evidence.before(place)
    if before is None or place not in _denying(evidence):
        return False
    said, told = evidence.said(place), evidence.said(before)
    units = evidence.parts(claim)
    rest = [unit for unit in units if unit.strong and not has_unit(said, unit)]
    if not any(has_unit(said, unit) for unit in units):
        return False
    met = [unit for unit in rest if has_unit(told, unit)]
    licensed = bool(claim.licences and evidence.passages[before].licences)
    return (bool(met) and 2 * len(met) >= len(rest)) or licensed


_BUT_NOT = re.compile(
    r"[;,]\s(?:but\s|and\s|while\s|whereas\s)?(?P<what>(?:the|its|our|their)\s(?:[\w-]+\s){1,3}?)(?:is|are|was|were|does|do|did|has|have)(?:\snot|n['’]t)\W*$",
    re.IGNORECASE,
)
"""The end of a sentence that denies of one thing what its first part says of another."""


def _isnt_either(claim: Passage, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the place of a sentence such as ``The agent is open source; the server isn't``, of a statement about the server."""
    units = evidence.parts(claim)
    for place in places[:8]:
        passage = evidence.passages[place]
        match = _BUT_NOT.search(passage.text)
        if match is None:
            continue
        at = match.start("what")
        theirs = list(units_of(passage))
        first = said_by([unit for unit in theirs if unit.span[1] <= at])
        what = said_by([unit for unit in theirs if at <= unit.span[0] < match.end("what")])
        named = [unit for unit in units if has_unit(what, unit)]
        told = [unit for unit in units if unit.strong and unit not in named]
        telling = [unit for unit in theirs if unit.strong and at <= unit.span[0] < match.end("what")]
        if telling and not any(has_unit(said_by(units), unit) for unit in telling):
            continue  # "the server software is not" tells nothing of the client's software
        if not named or any(has_unit(first, unit) for unit in named):
            continue
        if (claim.licences and passage.licences) or (told and all(has_unit(first, unit) for unit in told)):
            return place
    return None


def _is_closed(passage: Passage, signs: Mapping[str, int]) -> bool:
    """Whether a sentence has nothing but a statement's words, one of them as its opposite: ``The server is proprietary``."""
    theirs = {item.concept: item for item in passage.items if item.weight >= 1}
    turned = [each for each, item in theirs.items() if item.denying and signs.get(each, item.sign) != item.sign]
    return bool(turned) and len(theirs) > 1 and theirs.keys() <= signs.keys()
