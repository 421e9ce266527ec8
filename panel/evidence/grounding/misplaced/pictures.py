"""How fine a picture is: ``4K video`` of a camera that records 1080p."""

import re
from collections.abc import Iterator

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage

_FINE = re.compile(
    r"(?<![\w.$€£])(?:(?P<lines>480|576|720|1080|1440|2160|4320)[pi]|(?P<thousands>[4568]|2\.7)\s?K|(?P<name>full[- ]HD|FHD|QHD|WQHD|UHD|ultra[- ]HD))\b"
    r"(?!\s(?:tokens?|context|users?|lines|rows|words|samples|reads|writes|blocks?|pages?|characters?|people|downloads|stars|per)\b)",
    re.IGNORECASE,
)
_THOUSANDS = {"2.7": 1520, "4": 2160, "5": 2880, "6": 3160, "8": 4320}
_NAMES = {"fhd": 1080, "fullhd": 1080, "qhd": 1440, "wqhd": 1440, "uhd": 2160, "ultrahd": 2160}
_FILM = re.compile(
    r"\b(?:videos?|footage|films?|filming|filmed|records?|recording|recorded|shoots?|shot|clips?|streams?|streaming|camera|webcam|frames)\b",
    re.I,
)
_SCREEN = re.compile(r"\b(?:displays?|monitors?|screens?|panels?|TVs?|televisions?|projectors?|projects)\b", re.I)


def check_pictures(claim: Passage, evidence: Evidence) -> Iterator[Finding]:
    """Check how fine a film or a screen is said to be against the only ones that sources have.

    Args:
        claim: The statement; one that denies is left alone.
        evidence: The dossier.
    """
    mine = _lines(claim.text)
    sort = next((each for each in (_FILM, _SCREEN) if each.search(claim.text)), None)
    if not mine or sort is None or claim.denials:
        return
    met = [(place, found) for place, each in enumerate(evidence.passages) if (found := _lines(each.text))]
    if any(not mine.isdisjoint(found) for _, found in met):
        return
    for place, _ in met:
        passage = evidence.passages[place]
        foreign = any(name.sure and not evidence.subject.is_ours(name.key) for name in passage.names)
        if sort.search(passage.text) and not foreign and not passage.denials and not passage.later:
            yield Finding("contradicted", claim.text, place, passage.text, fit=1.0)
            return


def _lines(text: str) -> frozenset[int]:
    """Return of how many lines the pictures are that a text names."""
    return frozenset(
        int(match["lines"] or 0)
        or _THOUSANDS.get(match["thousands"] or "", 0)
        or _NAMES.get(re.sub(r"[- ]", "", match["name"] or "").lower(), 0)
        for match in _FINE.finditer(text)
    )
