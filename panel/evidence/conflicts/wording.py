"""Signs in how two sentences speak: absolutely, of what is to come, on a condition, from experience."""

import re

from panel.evidence.conflicts.statements import Signs

_LATER = re.compile(
    r"\b(?:plan(?:s|ning)? (?:to|for)|planned|later|will|follow\w*|roadmap|promis\w+|expect\w*|coming|soon|intends?)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?:With|Without|If|When|While|For|In|On|At|By|From|During|After|Before|Until|Since|Under|As|Among|"
    r"Idle|Our|Some)\b"
)
_MORE = re.compile(
    r"\b(?:also|as well|too|besides|adds?|added|extra|additional(?:ly)?|another|others?|second|next|follow(?:s|ed)"
    r"|larger|bigger|smaller|older|newer|earlier|former(?:ly)?|previous(?:ly)?|had been|used to|planned|bundle\w*"
    r"|alone|itself)\b",
    re.IGNORECASE,
)
"""Words by which a sentence goes on to something else than has been spoken of, or to another time."""

_BY_THE_YEAR = re.compile(
    r"\b(?:billed|paid|pays?|paying|invoiced|charged)\b[^.,;]{0,25}\b(?:annual(?:ly)?|year(?:ly)?)\b"
    r"|\bannual(?:ly)?\b (?:plans?|billing|subscriptions?|payment)|\bby the year\b|\byear up front|\bannually\b",
    re.IGNORECASE,
)
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

_BOUND = re.compile(
    r"\b(?:from|starts?|starting|begins?|cheapest|lowest|up to|at least|at most|or more|minimum|maximum)\b",
    re.IGNORECASE,
)
"""Words that say where a range begins or ends."""

_COMPARED = re.compile(r"\b(?:than|twice|half|times|as \w+ as|compared|versus)\b", re.IGNORECASE)

_OF_ONE = {
    "one opens with a condition": re.compile(rf"^{_CONDITION.pattern}"),
    "one is of later": _LATER,
    "one adds": _MORE,
    "one sets a bound": _BOUND,
    "one bills by the year": _BY_THE_YEAR,
    "one speaks absolutely": _ABSOLUTE,
    "one compares": _COMPARED,
}
"""By sign: what one sentence has and the other hasn't."""

_OF_BOTH = {"both set a limit": _LIMIT}
"""By sign: what both sentences have."""


def wording(a: str, b: str) -> Signs:
    """Return the signs in two sentences' wording."""
    one = {name: float(bool(told.search(a)) != bool(told.search(b))) for name, told in _OF_ONE.items()}
    return one | {name: float(bool(told.search(a) and told.search(b))) for name, told in _OF_BOTH.items()}
