"""What a statement says is needed and a source says isn't: ``a subscription is required``, ``nothing needs one``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import Unit, has_unit, said_by, units_of
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

_MUST = re.compile(
    r"\b(?:requir(?:es?|ed|ing)|needs?|needed|necessary|mandatory|compulsory|obligatory|obliged|must|"
    r"(?:has|have|having) to|can(?:not|['’]t) (?:be used |work |run )?without|won['’]t (?:work|run) without|"
    r"indispensable|essential|depends? on|demands?)\b",
    re.IGNORECASE,
)
"""What says that something is needed."""

_NEEDLESS = re.compile(
    r"\b(?:optional(?:ly)?|voluntary|not (?:required|needed|necessary|mandatory|compulsory|obligatory)|"
    r"(?:no|nothing|none|never|nobody|neither)\b[^.;,]{0,40}?\b(?:needs?|needed|requir(?:es?|ed)|necessary)|"
    r"(?:needs?|need|requires?|takes|demands)\s(?:no|neither)\b|"
    r"(?:isn['’]t|aren['’]t|is not|are not|wasn['’]t)\s(?:required|needed|necessary|mandatory|compulsory)|"
    r"(?:doesn['’]t|don['’]t|does not|do not|needn['’]t|need not|didn['’]t)\s(?:have to|need|require|depend)|"
    r"(?:works?|runs?|usable|play\w*|used?) without|without (?:an?|any)\b|no (?:[a-z-]+\s){1,3}(?:required|needed|necessary)|no need for)\b",
    re.IGNORECASE,
)
"""What says that something isn't needed."""


_HURDLES = frozenset(
    stem(word)
    for word in words(
        "account accounts card cards subscription subscriptions registration login logins sign-up signup sign-in licence license licences licenses key keys password "
        "passwords email e-mail address app apps phone phones smartphone smartphones computer laptop internet connection connections network hub hubs "
        "bridge gateway server servers cable cables adapter adapters dongle gpu gpus docker kubernetes cloud wifi wi-fi bluetooth contract contracts "
        "deposit membership tools screws drill electrician plumber installer certificate browser extension plugin driver drivers battery batteries "
        "number form forms invitation invite permit prescription training id passport root agent middleware database daemon sim"
    )
)
"""Stems of words for what one may have to have before a thing can be used."""

_NO = re.compile(
    r"\b(?:no|without(?: an?| any| your)?|neither(?: an?)?|nor(?: an?)?)\s(?P<thing>(?:[\w-]+\s){0,2}?[\w-]+)"
    r"(?=[,.;:]|$|\s(?:and|or|nor|is|are|was|at all|needed|required|necessary|asked|either|whatsoever|involved|details)\b)",
    re.IGNORECASE,
)
"""What stands before a thing that one can do without."""

_ASKED = re.compile(
    r"(?P<thing>[^.,;:]{3,60}?)(?=[,.;:]|$|\s(?:before|to|for|in order|in|on|at|when|if|with|unless|until|while)\b)"
)
"""What a statement says is needed."""


def _is_needed(units: Sequence[Unit], evidence: Evidence, place: int) -> bool:
    """Whether a sentence says that all that a statement speaks of is needed."""
    passage, said = evidence.passages[place], evidence.said(place)
    plain = bool(_MUST.search(passage.text)) and not passage.denials and not passage.text.rstrip().endswith("?")
    return plain and all(has_unit(said, unit) for unit in units)


def _is_needless(claim: Passage, must: re.Match[str], evidence: Evidence) -> int | None:
    """Return the place of a sentence that says ``no account`` where a statement says that one needs one."""
    asked = _ASKED.match(claim.text, must.end())
    things = {stem(word.lower()) for word in asked["thing"].split()} & _HURDLES if asked else set()
    for thing in things:
        spoken = evidence.with_stems((thing,))
        if any(_MUST.search(text := evidence.passages[place].text) and not _NEEDLESS.search(text) for place in spoken):
            continue
        for place in sorted(spoken):
            passage = evidence.passages[place]
            if passage.text.rstrip().endswith("?") or passage.text.startswith("Without"):
                continue
            if any(thing in map(stem, match["thing"].lower().split()) for match in _NO.finditer(passage.text)):
                return place
    return None


def check_musts(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement says is needed.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    must = _MUST.search(claim.text)
    if must is None or _NEEDLESS.search(claim.text):
        return
    if any(not must.start() <= at < must.end() for at in claim.denials):
        return
    if (place := _is_needless(claim, must, evidence)) is not None:
        yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)
        return
    units = [unit for unit in evidence.parts(claim) if unit.strong]
    if not units or any(_is_needed(units, evidence, place) for place in places):
        return
    for place in places[:10]:
        passage = evidence.passages[place]
        needless = _NEEDLESS.search(passage.text)
        if needless is None or passage.text.rstrip().endswith("?"):
            continue
        clause = passage.clause_at(needless.span())
        near = said_by(
            unit for unit in units_of(passage) if unit.clause == clause and abs(unit.span[0] - needless.end()) < 60
        )
        met = [unit for unit in units if has_unit(near, unit)]
        if met and len(met) >= 0.5 * len(units):
            yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
            return
