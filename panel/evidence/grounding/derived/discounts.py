"""What share of a price is left: ``half off`` against ``40 per cent off``, ``a quarter of the regular rate`` against ``half price``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lowered import lowered
from panel.evidence.owners import Span
from panel.evidence.passages import Passage

_PARTS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
_SHARE = r"(?:an?\s|one\s)?(?P<{0}>half|third|quarter|fifth|tenth|\d+(?:\.\d+)?\s?(?:%|per ?cent))"
_FULL = r"(?:regular|normal|full|usual|list|standard|ordinary|undiscounted)"
_OFF = re.compile(
    rf"\b{_SHARE.format('off')}\s(?:off|discount|rebate|reduction|less|cheaper)\b(?!\s(?:than|often))", re.IGNORECASE
)
_LEFT = re.compile(
    rf"\b{_SHARE.format('left')}\sof\s(?:the\s|their\s|its\s)?{_FULL}\s(?:price|rate|cost|fee)s?\b"
    r"|\b(?P<half>half)[ -](?:the\s)?pric(?:e|ed)\b",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"\b(?:off|discount|rebate|reduction|pays?|paying|cheaper|pric\w+|rates?|costs?|fees?)\b", re.IGNORECASE
)


def check_discounts(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what a statement leaves of a price against what sentences about the same leave of it.

    Args:
        claim: The statement; one that denies is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    mine = list(_left(claim.text))
    if not mine or claim.denials:
        return
    against: int | None = None
    for place in places[:8]:
        passage = evidence.passages[place]
        theirs = [share for share, _ in _left(passage.text)]
        if any(abs(share - other) < 1 for share, _ in mine for other in theirs):
            return
        if theirs and against is None and not passage.denials and evidence.has_half(claim, place, mine[0][1]):
            against = place
    if against is not None:
        yield Finding("contradicted", claim.text, against, evidence.passages[against].text, fit=1.0)


def same_discount(claim: Passage, passage: Passage) -> bool:
    """Whether two sentences leave the same share of a price."""
    theirs = [share for share, _ in _left(passage.text)]
    return any(abs(share - other) < 1 for share, _ in _left(claim.text) for other in theirs)


def _left(text: str) -> Iterator[tuple[float, Span]]:
    """Yield what percentages of a price a text says are left, and where."""
    if not _HINT.search(text):
        return
    for match in _OFF.finditer(text):
        yield 100 - _percent(match["off"]), match.span()
    for match in _LEFT.finditer(text):
        yield _percent(match["left"] or match["half"]), match.span()


def _percent(word: str) -> float:
    found = re.match(r"\d+(?:\.\d+)?", word)
    return float(found.group()) if found else _PARTS[lowered(word)]
