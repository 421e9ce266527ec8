"""A right figure beside the wrong one of two words: ``$0.60 for output`` of ``$0.60 for input and $2.40 for output``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.numbers.spelled import is_soft
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import has_unit, units_of
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.owners import Span
from panel.evidence.passages import Passage

_PAIRS = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        (r"input|inputs|prompts?|tokens? in", r"output|outputs|generated|completions?|tokens? out"),
        (r"uploads?|uploading", r"downloads?|downloading"),
        (r"reads?|reading", r"writes?|writing"),
        (r"new|additional|further|extra", r"total|in all|altogether"),
        (r"idle|idling|idles|standby|at rest", r"load|peak\w*|busy"),
        (r"switched on|turned on|enabled|on", r"switched off|turned off|disabled|off"),
        (r"indoors?|inside", r"outdoors?|outside"),
        (r"minimum|at least|least", r"maximum|at most"),
        (r"median|average|mean|typical\w*", r"worst|slowest|p95|p99|maximum"),
        (r"order\w*|pre-?order\w*", r"ship\w*|deliver\w*|receiv\w*|arriv\w*"),
        (r"wired|cable", r"wireless"),
        (r"front", r"rear|back"),
    )
)
"""Words of which a figure has one beside it and not the other."""

_MORE = re.compile(
    r"\b(?:longer|slower|dearer|heavier|rise|rises|rose|risen|grew|grows|grown|increas\w+|gain\w*|raised|climb\w*|higher)\b",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?:shorter|faster|quicker|cheaper|lighter|fall|falls|fell|fallen|drop\w*|cut|cuts|reduc\w+|sav(?:e|es|ed|ing)|lower\w*|shr[aiu]nk\w*)\b",
    re.IGNORECASE,
)
_TWO_WAYS = frozenset({"percent", "multiple", "time", "money", "number", "count"})

NEAR = 45
"""Characters between a figure and the word that is said of it."""


def check_contrasts(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check what stands beside the figures of a statement against what stands beside them in the sentences that have them.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    for quantity in claim.quantities:
        if is_soft(quantity) and quantity.kind != "multiple":
            continue
        met = [
            (place, other)
            for place in places
            for other in evidence.passages[place].quantities
            if same_measure(quantity, other) and close_enough(quantity, other)
        ]
        turned = [place for place, other in met if _is_turned(claim, quantity, evidence.passages[place], other)]
        if turned and len(turned) == len({place for place, _ in met}):
            place = turned[0]
            if _shares(claim, evidence, place):
                yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)
                return


def _is_turned(claim: Passage, quantity: Quantity, passage: Passage, other: Quantity) -> bool:
    """Whether a figure stands beside one word in a statement and beside its opposite in a sentence."""
    for one, two in _PAIRS:
        for mine, theirs in ((one, two), (two, one)):
            if not mine.search(claim.text) or theirs.search(claim.text):
                continue
            if _beside(claim, quantity.span, mine) and _nearest(passage, other.span, theirs, mine):
                return True
    if quantity.kind not in _TWO_WAYS or claim.denials or passage.denials:
        return False
    for mine, theirs in ((_MORE, _LESS), (_LESS, _MORE)):
        if _next_to(claim, quantity.span, mine) and not theirs.search(claim.text):
            return _next_to(passage, other.span, theirs) and not _next_to(passage, other.span, mine)
    return False


def _beside(passage: Passage, span: Span, word: re.Pattern[str]) -> bool:
    """Whether a word stands near a figure, or the figure is the only one."""
    if len(passage.quantities) == 1:
        return word.search(passage.text) is not None
    return word.search(passage.text[max(0, span[0] - NEAR) : span[1] + NEAR]) is not None


def _next_to(passage: Passage, span: Span, word: re.Pattern[str]) -> bool:
    """Whether a word stands right beside a figure."""
    return word.search(passage.text[max(0, span[0] - 22) : span[1] + 16]) is not None


def _nearest(passage: Passage, span: Span, theirs: re.Pattern[str], mine: re.Pattern[str]) -> bool:
    """Whether one word stands nearer to a figure than another that the sentence may have too."""
    far = 10_000
    found = []
    for word in (theirs, mine):
        gaps = [
            match.start() - span[1] if match.start() >= span[1] else (span[0] - match.end()) + 8
            for match in word.finditer(passage.text)
            if not (span[0] <= match.start() < span[1])
        ]
        inside = word.search(passage.text[span[0] : span[1]])
        found.append(0 if inside else min((gap for gap in gaps if gap >= 0), default=far))
    return found[0] < min(found[1], NEAR)


def _shares(claim: Passage, evidence: Evidence, place: int) -> bool:
    """Whether a sentence, or what stands round it, speaks of what the statement speaks of."""
    said = evidence.said(place)
    said |= evidence.around(place)
    mine = [unit for unit in units_of(claim) if unit.strong]
    return not mine or sum(has_unit(said, unit) for unit in mine) >= max(1, 0.3 * len(mine))
