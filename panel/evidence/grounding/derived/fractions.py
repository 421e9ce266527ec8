"""A share in words beside one in figures: ``half of its rules`` of ``95 of the 380``, ``all calls`` of ``94% of calls``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.derived.parts import WHOLE, is_other_part
from panel.evidence.grounding.derived.settling import WORKED_OUT
from panel.evidence.grounding.numbers.amounts import COUNTS
from panel.evidence.grounding.numbers.comparable import is_margin
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit, said_by, units_of
from panel.evidence.lowered import lowered
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.passages import Passage

NEAR = 6
"""Sentences that are looked into."""

ENOUGH = 0.6
"""Share of what each of two sentences tells that the other must tell too."""

_PARTS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
_MANY = {"two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
_WORDED = re.compile(
    r"(?:\b(?P<hedge>more than|over|just over|well over|less than|fewer than|under|just under|nearly|almost|about|around|roughly|at least)\s)?"
    rf"\b(?:(?:an?|one)\s|(?P<many>{'|'.join(_MANY)})[\s-])?(?P<part>half|third|quarter|fifth|tenth)s?"
    r"\sof\s(?=(?:the|its|their|our|his|her|all|them|those|these)\b(?!\s(?:price|rate|cost|size|time|way)\b)|[A-Z][\w-]*['’]s?\s|[a-z]+s\b)"
    r"|(?P<all>\b(?:all(?=\s(?:of\s)?(?:the\s|its\s|their\s)?[a-z]+s\b)|every\s(?!(?:day|week|month|year|hour|minute|second|night)\b)|the (?:whole|entire)\b|entirely\b|wholly\b|completely\b|without exception\b))"
    r"|(?P<most>\b(?:the majority|most of (?:the|its|their)|most(?=\s[a-z]+s\b)))",
    re.IGNORECASE,
)
_SPREAD = {
    "more than": (1.0, 1.9),
    "over": (1.0, 1.9),
    "just over": (1.0, 1.2),
    "well over": (1.0, 2.0),
    "at least": (0.98, 3.0),
}
_SPREAD |= dict.fromkeys(("less than", "fewer than", "under"), (0.0, 1.0)) | {"just under": (0.85, 1.0)}
_SPREAD |= dict.fromkeys(("nearly", "almost"), (0.85, 1.02)) | dict.fromkeys(
    ("about", "around", "roughly"), (0.82, 1.18)
)

Shares = tuple[float, float]
"""The least and the greatest percentage that words allow."""


def check_fractions(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check a statement's share in words against sentences that have figures for it.

    Args:
        claim: The statement; a limited one is left alone.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    match = _WORDED.search(claim.text)
    if match is None or _LIMITED.search(claim.text):
        return
    low, high = _range(match)
    part = match.group().strip()
    against: int | None = None
    for place in places[:NEAR]:
        passage = evidence.passages[place]
        shares = list(_shares(passage))
        if len(shares) != 1 or is_other_part(claim, passage) or not _is_about(claim, passage, match, evidence):
            continue
        if low <= shares[0] <= high:
            yield Finding("supported", part, place, said=WORKED_OUT, fit=1.0)
            return
        if against is None and bool(claim.denials) == bool(passage.denials):
            against = place
    if against is not None:
        yield Finding("contradicted", claim.text, against, evidence.passages[against].text, fit=1.0)


_LIMITED = re.compile(r"\b(?:only|except|apart from|not|never|nearly all|almost all|almost every)\b", re.IGNORECASE)


def _range(match: re.Match[str]) -> Shares:
    """Return what percentages the words for a share allow."""
    if match["all"]:
        return 99.5, 100.0
    if match["most"]:
        return 50.0, 100.0
    value = _PARTS[lowered(match["part"])] * _MANY.get(lowered(match["many"] or ""), 1)
    least, most = _SPREAD.get((match["hedge"] or "").lower(), (0.9, 1.1))
    return least * value, min(100.0, most * value)


_OF_THEM = re.compile(
    r"\s?(?:[a-z]+\s)?(?:out )?of (?:them|these|those|which|whom|the|its|our|their|\d)\b|\s(?:for the first time)\b",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"\bof (?:which|whom|these|those|them|the\s[\d,]+\s\w+),?\s(?:[\w,]+\s){0,4}?$", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:by|less|more|fewer|faster|slower|cheaper|off|discount|up|down|points?|rose|fell|drop\w*|grew|improv\w+)\b",
    re.IGNORECASE,
)


def _shares(passage: Passage) -> Iterator[float]:
    """Yield the percentages of a sentence, and what percentage of a count a part of it is."""
    percents = [each for each in passage.quantities if each.kind == "percent"]
    if percents:
        yield from (each.value for each in percents if 0 < each.value <= WHOLE and not _moves(passage, each))
        return
    counts = [each for each in passage.quantities if each.kind in COUNTS]
    for part in counts:
        start, end = part.span
        if _OF_THEM.match(passage.text, end) or _OF_WHICH.search(passage.text[:start]):
            yield from (WHOLE * part.value / whole.value for whole in counts if 0 < part.value < whole.value)


_OF_IT = re.compile(
    r"[^,;.]{0,30}[,;]\s(?:of which\s)?[\d.]+\s?(?:%|percent|per cent)\sof (?:it|them|these|those)\b", re.IGNORECASE
)
"""What stands behind a whole of which a sentence has a share: ``900 hours of audio, 38% of it``."""


def _moves(passage: Passage, share: Quantity) -> bool:
    """Whether a percentage says by how much something changed."""
    start, end = share.span
    return is_margin(passage, share) or bool(_CHANGES.search(passage.text[max(0, start - 15) : end + 15]))


def _is_about(claim: Passage, passage: Passage, match: re.Match[str], evidence: Evidence) -> bool:
    """Whether two sentences tell the same but for the share, and agree in all their other numbers."""
    mine = [unit for unit in evidence.parts(claim) if not match.start() <= unit.span[0] < match.end()]
    whole = max((each.span[1] for each in passage.quantities if _OF_IT.match(passage.text, each.span[1])), default=-1)
    theirs = [unit for unit in evidence.parts(passage) if unit.strong and unit.span[0] >= whole]
    said, told = evidence.said(evidence.at[passage.cite]), said_by(units_of(claim))
    strong = [unit for unit in mine if unit.strong]
    if not strong or sum(has_unit(said, unit) for unit in strong) < ENOUGH * len(strong):
        return False
    if sum(has_unit(told, unit) for unit in theirs) < ENOUGH * len(theirs):
        return False
    others = [
        each
        for each in passage.quantities
        if each.kind not in (*COUNTS, "percent", "multiple", "rank") and each.span[0] >= whole
    ]
    return all(any(same_measure(one, two) and close_enough(one, two) for one in claim.quantities) for two in others)
