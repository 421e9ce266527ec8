"""Signs in how two sentences speak: absolutely, of what is to come, on a condition, from experience."""

import re

from panel.evidence.conflicts.statements import Signs

LATER = re.compile(
    r"\b(?:plan(?:s|ning)? (?:to|for)|planned|later|will|follow\w*|roadmap|promis\w+|expect\w*|coming|soon|intends?)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"\byet\b|\bat the moment\b|\bfor now\b|\bso far\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"(?:With|Without|If|When|While|For|In|On|At|By|From|During|After|Before|Until|Since|Under|As|Among|"
    r"Idle|Our|Some)\b"
)
_OTHERS = re.compile(
    r"\b(?:rivals?|competitors?|competition|predecessors?|(?:its|their|the) (?:first|old|"
    r"previous) (?-i:[A-Z])\w+|other (?:models?|tools?|apps?|vendors?)|elsewhere)\b",
    re.IGNORECASE,
)
_TELLER = re.compile(r"\b(?:I|my|we|our|us|me)\b", re.IGNORECASE)
_ABSOLUTE = re.compile(
    r"\b(?:never|always|every|any|anyone|all|only(?! (?:\d|two|three|four|five|about|some))|nobody|"
    r"nothing|none|whatsoever|at all|entirely|completely|must|cannot|no way|exactly)\b|can['’]t",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:up to|at most|no more than|more than|maximum|limit\w*|ceiling|cap(?:ped)?|above|beyond|"
    r"longer than|most|reject\w*|cut off|"
    r"as many as|tops out|may have|can have|won['’]t|less than|least|minimum|just|needs?)\b",
    re.IGNORECASE,
)
"""Words that set a limit."""

_COMPARED = re.compile(r"\b(?:than|twice|half|times|as \w+ as|compared|versus)\b", re.IGNORECASE)

_OF_ONE = {
    "one opens with a condition": re.compile(rf"^{_CONDITION.pattern}"),
    "one is of later": LATER,
    "one is not yet so": _NOT_YET,
    "strangers": _OTHERS,
    "one tells of itself": _TELLER,
    "one speaks absolutely": _ABSOLUTE,
    "one compares": _COMPARED,
}
"""By sign: what one sentence has and the other hasn't."""

_OF_BOTH = {"both speak absolutely": _ABSOLUTE, "both set a limit": _LIMIT}
"""By sign: what both sentences have."""


def wording(a: str, b: str) -> Signs:
    """Return the signs in two sentences' wording."""
    one = {name: float(bool(told.search(a)) != bool(told.search(b))) for name, told in _OF_ONE.items()}
    return one | {name: float(bool(told.search(a) and told.search(b))) for name, told in _OF_BOTH.items()}
