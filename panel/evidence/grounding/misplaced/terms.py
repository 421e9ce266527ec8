"""For how long something is warranted: ``a five-year warranty`` of ``a warranty of three years``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, agree
from panel.evidence.passages import Passage
from panel.evidence.quantities import read_quantities
from panel.evidence.stems import stem

_SPANS = ("year", "month", "week", "day", "hour", "minute")
_SPAN = "|".join(_SPANS)
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|sixty|ninety)"
_TERM = re.compile(
    rf"\b(?P<long>{_NUMBER}[- ](?:{_SPAN})s?)(?:-long)?[ -](?:free\s|money-back\s|limited\s)?(?P<noun>warranty|guarantee|[a-z]+)\b|"
    rf"\b(?P<full>(?:an?|one)\s(?:full|whole|entire)\s(?:{_SPAN})|{_NUMBER}\s(?:{_SPAN})s?)\sof\s(?P<of>[a-z]+(?:\s[a-z]+)?)",
    re.IGNORECASE,
)
"""A time with what is promised for it: ``a five-year warranty``, ``a full year of warranty``."""

_PROMISED = frozenset(concept_of(stem(word)).name for word in ("warranty", "guarantee"))
"""What is promised for a time, and of which a thing has one."""

_SUPPOSED = re.compile(
    r"\b(?:would|could|should|might|if|unless|than|until|wish|hope|want|need|most|other|rivals?|usual|typical|after|within)\b|[?]",
    re.IGNORECASE,
)
"""What makes a time another one than that of the thing."""


def check_terms(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check for how long a statement has something promised against the only times that sentences have for it.

    Args:
        claim: The statement; one that denies, supposes or compares is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    if not any(span in claim.text for span in _SPANS) or claim.denials or _SUPPOSED.search(claim.text):
        return
    yield from _tried(claim, evidence)
    for match in _TERM.finditer(claim.text):
        words = (match["noun"] or match["of"]).lower().split()
        thing = next((name for word in words if (name := concept_of(stem(word)).name) in _PROMISED), "")
        mine = _time(match["long"] or match["full"])
        met = list(_told(thing, evidence)) if thing and mine and not _stands(thing, mine, evidence) else []
        if mine and met and not any(agree(mine, each) for _, each in met):
            place, other = met[0]
            yield Finding("contradicted", match.group().strip(), place, other.text.strip(), fit=1.0)
            return


def _stands(thing: str, mine: Quantity, evidence: Evidence) -> bool:
    """Whether any sentence that speaks of a thing has a time, whatever else it has."""
    return any(agree(mine, each) for place in evidence.places(thing) for each in evidence.passages[place].quantities)


def _time(text: str) -> Quantity | None:
    """Return the time that words say, ``a full year`` among them."""
    said = re.sub(r"\b(?:full|whole|entire)\s", "", text.lower())
    said = re.sub(r"^an?\s", "1 ", said)
    found = read_quantities(said.replace("-", " "))
    return found[0] if len(found) == 1 and found[0].kind in ("time", "months") else None


_TO_ASK = re.compile(r"\b(?:regist\w+|claim\w*|within|report\w*|return\w*|activat\w+)\b", re.IGNORECASE)
"""What has a time of its own beside that of the thing: until when it must be asked for."""


def _told(thing: str, evidence: Evidence) -> Iterator[tuple[int, Quantity]]:
    """Yield the times of the sentences that speak of a thing and have one time only."""
    for place in sorted(evidence.places(thing)):
        passage = evidence.passages[place]
        times = [each for each in passage.quantities if each.kind in ("time", "months")]
        foreign = any(name.sure and not evidence.subject.is_ours(name.key) for name in passage.names)
        if len(times) == 1 and not foreign and not passage.later and not _TO_ASK.search(passage.text):
            yield place, times[0]


_TRIAL = re.compile(
    rf"\b(?P<long>{_NUMBER}[- ](?:{_SPAN})s?)[ -](?:(?:free|full|risk-free|no-card)\s)?(?:trial|test phase)\b|"
    rf"\btrial(?:\s(?:period|phase))?\s(?:(?:runs|lasts|goes on|is free|is|of|ends|stops|works)\s)(?:for\s|after\s|to\s)?(?:the first\s)?(?P<runs>{_NUMBER}\s(?:{_SPAN})s?)\b|"
    rf"\b(?:[Tt]ry|[Tt]ried)\s(?:(?!\bfor\b)[\w-]+\s){{1,5}}(?:for\s)?(?:free\s)?(?:for\s)?(?P<free>{_NUMBER}\s(?:{_SPAN})s?)\b",
    re.IGNORECASE,
)
"""For how long something may be tried: ``a 14-day trial``, ``the trial lasts two weeks``, ``try it for 30 days``."""


def _tried(claim: Passage, evidence: Evidence) -> Iterator[Finding]:
    """Yield a trial that is said to be longer or shorter than all sentences on it have it."""
    mine = next(_trials(claim.text), None) if "trial" in claim.text or " try " in claim.text.lower() else None
    if mine is None:
        return
    met = [
        (place, each)
        for place, passage in enumerate(evidence.passages)
        if "trial" in passage.text or "ry " in passage.text
        for each in _trials(passage.text)
    ]
    if met and not any(agree(mine, each) for _, each in met):
        place = met[0][0]
        yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)


def _trials(text: str) -> Iterator[Quantity]:
    for match in _TRIAL.finditer(text):
        if time := _time(match["long"] or match["runs"] or match["free"]):
            yield time
