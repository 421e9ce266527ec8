"""Who somebody is: ``chief executive of Halden`` against ``head of research at Halden``, a speaker that no source knows."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.opinions.told import is_told
from panel.evidence.grounding.words.leftover import unknown_names
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Passage

_TITLES = (
    ("chief executive", r"chief executive(?: officer)?|CEO|managing director"),
    ("founder", r"(?:co-?)?founders?"),
    ("technology", r"chief (?:technology|technical) officer|CTO|technical director"),
    ("finance", r"chief financial officer|CFO|finance director"),
    (
        "research",
        r"(?:head|director|vice[- ]president|VP) of research|research (?:director|lead|head)|chief scientist|lead researcher",
    ),
    (
        "product",
        r"(?:head|director|vice[- ]president|VP) of product|product (?:manager|lead|head)|chief product officer",
    ),
    ("design", r"(?:head|director) of design|(?:lead|chief|industrial) designer|design (?:director|lead|head)"),
    (
        "engineering",
        r"(?:head|director|vice[- ]president|VP) of engineering|(?:lead|chief) engineer|engineering (?:manager|lead|head)",
    ),
    (
        "sales",
        r"(?:head|director|vice[- ]president|VP) of (?:sales|marketing)|(?:sales|marketing) (?:director|manager|lead|head)",
    ),
    ("security", r"(?:head|director) of security|chief information security officer|CISO|security (?:lead|head)"),
    ("chair", r"chair(?:man|woman|person)?"),
)
_TITLE = re.compile("|".join(f"(?P<t{place}>{words})" for place, (_, words) in enumerate(_TITLES)), re.IGNORECASE)
_HINT = re.compile(
    r"chief|head|direct|found|officer|C[ETF]O|lead|design|engineer|manage|president|chair|research", re.IGNORECASE
)
_BEFORE = re.compile(r"\W?\s?$")
_BEHIND = re.compile(r"(?:,\s|\s\(|\sis\s|\swas\s)(?:(?:the|its|their|a)\s)?(?:\w+['’]s?\s)?$")


def check_titles(claim: Passage, evidence: Evidence, _places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement calls somebody, and whether anybody knows a speaker.

    Args:
        claim: The statement.
        evidence: The dossier.
    """
    if is_told(claim) and (unknown := unknown_names(claim, evidence)) and claim.names[0].text == unknown[0]:
        yield Finding("unsupported", unknown[0])
        return
    if not _HINT.search(claim.text):
        return
    for name, title in _titled(claim):
        known = [
            (place, other)
            for place in evidence.named_at(name.key)
            for one, other in _titled(evidence.passages[place])
            if same_name(name.key, one.key)
        ]
        if known and all(other != title for _, other in known) and not _may_hold(title, evidence, name):
            place = known[0][0]
            yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)
            return


def _may_hold(title: str, evidence: Evidence, name: Name) -> bool:
    """Whether any sentence that names somebody has a title in it too."""
    words = re.compile(dict(_TITLES)[title], re.IGNORECASE)
    return any(words.search(evidence.passages[place].text) for place in evidence.named_at(name.key))


def _titled(passage: Passage) -> Iterator[tuple[Name, str]]:
    """Yield everybody with the title that stands right before or behind."""
    if not _HINT.search(passage.text):
        return
    for found in _TITLE.finditer(passage.text):
        kind = next(_TITLES[int(group[1:])][0] for group, said in found.groupdict().items() if said)
        for name in passage.names:
            before = passage.text[found.end() : name.span[0]] if found.end() <= name.span[0] else None
            behind = passage.text[name.span[1] : found.start()] if name.span[1] <= found.start() else None
            if (before is not None and _BEFORE.fullmatch(before)) or (behind is not None and _BEHIND.fullmatch(behind)):
                yield name, kind
