"""What a source has only of a later time, or plainly has where a statement says that there is none."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.licences import same_licence
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit
from panel.evidence.measures import Quantity, agree
from panel.evidence.passages import STOP, Passage
from panel.evidence.stems import stem

_CONVERTS = re.compile(
    r"\b(?:convert\w*|becom(?:es?|ing)|turn(?:s|ing)? into|chang(?:es|ing) to|switch(?:es|ing) to|revert\w*|move(?:s)? to|"
    r"(?:after|within) (?:two|three|four|five|\d+) years?|(?:two|three|four|five|\d+) years? (?:after|later|from)|in (?:two|three|four|five|\d+) years)\b",
    re.IGNORECASE,
)
"""What says that a licence comes into force later."""

_LATER = re.compile(
    r"\b(?:later|after|years?|eventually|will|convert\w*|becom\w+|turn\w*|chang\w+|switch\w*|revert\w*|then|delayed|once|future|from 20\d\d|in 20\d\d|until)\b",
    re.IGNORECASE,
)


def check_turned(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a licence that comes into force only later, and a thing that a statement denies.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    place = _converted_at(claim, evidence)
    place = _after_other_time(claim, evidence) if place is None else place
    place = _there_at(claim, evidence, places) if place is None else place
    if place is not None:
        yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)


def _converted_at(claim: Passage, evidence: Evidence) -> int | None:
    """Return the place of a sentence by which a licence comes later, where none has it at once."""
    if len(claim.licences) != 1 or _LATER.search(claim.text) or claim.denials:
        return None
    found = [
        place
        for place, passage in enumerate(evidence.passages)
        if any(same_licence(claim.licences[0].name, each.name) for each in passage.licences)
    ]
    if found and all(_CONVERTS.search(evidence.passages[place].text) for place in found):
        return found[0]
    return None


def _after_other_time(claim: Passage, evidence: Evidence) -> int | None:
    """Return the place of a sentence by which a licence changes to another after another time, where none has a statement's."""
    times = _times(claim) if len(claim.licences) == 1 and _CONVERTS.search(claim.text) else []
    if len(times) != 1 or claim.denials:
        return None
    met = [
        (place, each)
        for place, passage in enumerate(evidence.passages)
        if any(same_licence(claim.licences[0].name, other.name) for other in passage.licences)
        and _CONVERTS.search(passage.text)
        for each in _times(passage)
    ]
    return met[0][0] if met and not any(agree(times[0], each) for _, each in met) else None


def _times(passage: Passage) -> list[Quantity]:
    return [each for each in passage.quantities if each.kind in ("time", "months")]


_NO_THING = re.compile(
    r"^(?:There(?:['’]s| is| are)|(?:It|They|(?:The\s)?[A-Z][\w-]*(?:\s[\w-]+){0,2}?)\s(?:has|have|offers?|comes? with|ships? with|gets?))\s(?:no|not an?)\s"
    r"(?:such\s|official\s|dedicated\s)?(?P<thing>[a-z-]+\s[a-z-]+)(?=[.,]|$|\s(?:for|in|on|at|with|from|to|of)\b)"
)
"""A statement that there isn't something that takes two words."""

_HARDLY = re.compile(
    r"\b(?:no|not|never|none|without|nor|neither|cannot|lacks?|lacking|missing|absent|omitted|excluded|left out|un(?:available|supported|planned)|only|unless|except|if|once|instead|rather|used to|former\w*|dropped|removed|gone|"
    r"retired|discontinued|would|could|should|might|may|rival\w*|competitor\w*|other|others|unlike|than|separate\w*|third-party)\b|n['’]t\b|[?]",
    re.IGNORECASE,
)


def _there_at(claim: Passage, evidence: Evidence, places: Sequence[int]) -> int | None:
    """Return the place of a sentence that plainly has a thing of which a statement says that there is none."""
    match = _NO_THING.match(claim.text)
    stems = [stem(each) for each in match["thing"].split()] if match else []
    if len(stems) < PAIR or any(each in STOP for each in stems):
        return None
    spoken = evidence.with_stems(stems)
    if any(evidence.passages[place].is_denied or _HARDLY.search(evidence.passages[place].text) for place in spoken):
        return None
    for place in places:
        passage = evidence.passages[place]
        line = passage.line.stems
        said = evidence.said(place)
        if not all(has_unit(said, unit) for unit in evidence.parts(claim) if unit.strong):
            continue
        if place in spoken and evidence.is_sentence(place) and not passage.later:
            at = [n for n in range(len(line) - 1) if list(line[n : n + PAIR]) == stems]
            foreign = [name for name in passage.names if name.sure and not evidence.subject.is_ours(name.key)]
            if at and not any(name.span[0] < passage.line.spans[at[0]][0] for name in foreign):
                return place
    return None


PAIR = 2
"""Words of a thing that is seldom meant by another name."""
