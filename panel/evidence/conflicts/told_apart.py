"""Whether two figures that disagree needn't clash: one is of an older version or day, or stays within what the other limits."""

import re

from panel.evidence.conflicts.older_ones import old_stretch
from panel.evidence.lowered import word_set
from panel.evidence.measures import Quantity
from panel.evidence.words import words

_MORE = r"(?:above|beyond|over|past|(?:more|longer|larger|bigger|higher|further|greater|deeper|heavier|faster) than)"
_TRY = (
    r"(?:try|tried|tests?|tested|go|gone|went|push|pushed|run|ran|measured?|used?|need|needed|load|loaded|send|sent|feed|fed|"
    r"have|had|stor(?:e|ed)|import|imported|record|recorded|cross|crossed|exceed|exceeded)"
)
_UNTRIED = re.compile(
    rf"(?:\bnever|\b(?:did|have|has|had)(?:n['’]t| not)(?: yet)?)(?: (?:yet|really|actually|ever|even|have|been able to))? {_TRY}\b[^.;]{{0,30}}?\b{_MORE}\b|"
    rf"\b{_TRY} (?:\w+ ){{0,3}}?(?:nothing|no \w+|none) {_MORE}\b|\b(?:exceeded|crossed)\b",
    re.IGNORECASE,
)
"""What nobody has tried."""
_UNTRIED_CUES = frozenset(words("never not t nothing no none exceeded crossed"))
_SUPERLATIVE = re.compile(
    r"\b(?:longest|largest|biggest|most|highest|heaviest|deepest|fullest|maximum|busiest)\b[^.;:]{0,40}?"
    r"\b(?:I|we|our \w+|my \w+)(?:['’]ve| have| had|['’]d)? (?:ever |actually |yet |\w+ly )?"
    r"(?:got|saw|seen|had|tried|tested|measured|sent|made|wrote|written|received|built|ran|run|loaded|fed|imported|recorded|needed|"
    r"found|kept|met|used|came across|opened|asked for|stored|put)\b",
    re.IGNORECASE,
)
"""The most that somebody has come across, which says nothing of how much there may be."""
_SUPERLATIVES = frozenset(words("longest largest biggest most highest heaviest deepest fullest maximum busiest"))
_STOPS = re.compile(
    r"\b(?:could|couldn|able|possible|allow\w*|accept\w*|would|lets?|works?|worked|before|limit\w*|refus\w*|reject\w*|error\w*|"
    r"whatever|fail\w*|cap(?:s|ped)?|only|just|at most|no more)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words of what wouldn't go any further."""

_TRIED = re.compile(r"\b(?:I|we|us|our|ours|my|mine|me|tests?|measured)\b", re.IGNORECASE)
_TRIERS = frozenset(words("i we us our ours my mine me test tests measured"))
ENDED = re.compile(
    r"\b(?:stop\w*|refus\w*|limit\w*|cap(?:s|ped)?|(?<!power[ -])cuts?(?! out)|fail\w*|fell|flat|empty|ended|gave up|died|dead|full|no more|only|just|"
    r"barely|hardly|merely|at most|at best|never|not|maximum|before|beyond|past|ran out|short of|reject\w*|error\w*|instead|less than|"
    r"within|kill\w*|allow\w*|cover\w*|permit\w*|lets?|includ\w+|supports?|holds?|up to|far from|nowhere|away from|promis\w+|claim\w*|"
    r"advertis\w+|said|says|whatever|instead of|rather than)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words of what came to its end, of a limit, or of somebody who compares with what was said."""
_UNLIMITED = frozenset(("money", "percent", "multiple"))
"""Kinds of figures whose limits are compared otherwise."""
_BOUNDS = frozenset(("upto", "under", "nearly"))
"""What a figure has before it that is a bound itself."""


def told_apart(a: str, one: Quantity, b: str, other: Quantity, own: frozenset[str]) -> bool:
    """Whether two figures of one measure can both be true, because of when, of what or of which trial they are.

    Args:
        a: One sentence.
        one: Its figure.
        b: The other.
        other: The other's figure.
        own: Lower-case words of the release's and its vendor's names.
    """
    return _apart(a, one, b, other, own) or _apart(b, other, a, one, own)


def _apart(text: str, told: Quantity, beside: str, limit: Quantity, own: frozenset[str]) -> bool:
    return (
        _is_old(text, told, beside, own)
        or (told.value <= limit.value and (_is_untried(text, told) or _is_most_seen(text, told)))
        or _is_within(text, told, beside, limit)
    )


def _is_old(text: str, told: Quantity, beside: str, own: frozenset[str]) -> bool:
    """Whether a figure is an older version's or an earlier day's."""
    stretch = old_stretch(text, beside, own)
    return stretch is not None and stretch[0] <= told.span[0] < stretch[1]


def _is_untried(text: str, told: Quantity) -> bool:
    """Whether a figure is one above which nobody has tried it."""
    if _UNTRIED_CUES.isdisjoint(word_set(text)):
        return False
    return any(0 <= told.span[1] - each.end() <= len(told.text) + 12 for each in _UNTRIED.finditer(text))


def _is_most_seen(text: str, told: Quantity) -> bool:
    """Whether a figure is the most that somebody came across: ``the longest answer we got had 11,200 tokens``."""
    if _SUPERLATIVES.isdisjoint(word_set(text)):
        return False
    found = _SUPERLATIVE.search(text, 0, told.span[0])
    return found is not None and not _STOPS.search(text, found.start())


def _is_within(text: str, told: Quantity, beside: str, limit: Quantity) -> bool:
    """Whether a figure is what somebody made of what the other sentence says may be up to more."""
    if limit.hedge != "upto" or told.hedge in _BOUNDS or limit.kind in _UNLIMITED or told.value >= limit.value:
        return False
    if _TRIERS.isdisjoint(word_set(text)) or _TRIED.search(beside):
        return False
    return _TRIED.search(text) is not None and not ENDED.search(text)
