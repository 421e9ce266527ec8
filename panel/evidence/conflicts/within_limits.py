"""Signs that one figure is a limit, and the other is what somebody made of it."""

import re
from collections.abc import Iterable

from panel.evidence.conflicts.figure_signs import Met
from panel.evidence.conflicts.statements import Signs
from panel.evidence.conflicts.told_apart import ENDED
from panel.evidence.measures import Quantity
from panel.evidence.passages import Passage

_BOUND = re.compile(
    r"\b(?:up to|at (?:the )?most|at best|as (?:many|much|long|large|big|far) as|no (?:more|longer|larger|bigger) than|max(?:imum|\.)?|"
    r"limit\w*|capped|caps?|default\w*|by default|allowance|every account gets|includes?|included|holds?|free)\b",
    re.IGNORECASE,
)
"""Words of a figure that nobody need reach."""
_NEAR = 30
"""Letters between such a word and its figure at most."""

_DID = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur \w+|[Tt]hey|[Oo]ne of us)(?:['’]ve| have| had|['’]d)?(?: (?:only|just|still|even|then|\w+ly))? "
    r"(?:pair|record|upload|send|sent|import|set|us|load|stor|connect|ran|run|add|fed|fill|ma[dk]e|put|invit|shar|wr[io]t|tried|tri|"
    r"test|kept|keep|rais|turn|chang|configur|creat|scann?|bought|plac|hung|sav|made|train|index|search|ask)\w*\b|"
    r"\b(?:took|needed|finished|came (?:back|out)|was done|were done)\b"
)
"""What somebody did with it."""
_AVERAGE = re.compile(r"\b(?:averages?|on average|mean|median|typical(?:ly)?|usual(?:ly)?)\b", re.IGNORECASE)
"""Words of what is in the middle, which stays below what is most."""


def within_limits(a: Passage, b: Passage, left: Iterable[Met]) -> Signs:
    """Return whether a figure stays below another that is a limit, or was set instead of one that is a default."""
    inside = any(_within(a.text, one, b.text, other) or _within(b.text, other, a.text, one) for one, other in left)
    return {"within the limit": 1.0} if inside else {}


def _within(limit: str, most: Quantity, told: str, used: Quantity) -> bool:
    start, end = most.span
    near = limit[max(0, start - _NEAR) : start]
    bound = most.hedge == "upto" or _BOUND.search(near) or _BOUND.match(limit, end + 1)
    by_default = "default" in near.lower()
    if not bound or most.kind in ("percent", "money") or not (used.value < most.value or by_default):
        return False
    if _AVERAGE.search(told) and not _AVERAGE.search(limit):
        return True
    return _DID.search(told) is not None and not ENDED.search(told) and not _DID.search(limit)
