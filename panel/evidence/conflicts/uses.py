"""Signs that two sentences speak of two uses: one may be free and another paid, one allowed and another not."""

import re

from panel.evidence.conflicts.statements import Signs
from panel.evidence.lowered import lowered

_UNPAID = re.compile(
    r"\bnon-?commercial\w*|\b(?:personal|private|academic|educational|hobby|home) (?:use|purposes|projects?)\b|"
    r"\bresearch(?:[- ]only)? (?:use|purposes|licen[cs]e)|\bfor (?:research|teaching|students|hobbyists|individuals|private persons)\b",
    re.IGNORECASE,
)
_PAID = re.compile(
    r"(?<!non)(?<!non-)\bcommercial(?:ly)?\b|\bfor[- ]profit\b|\b(?:companies|businesses|enterprises|firms|broadcasters?)\b|\bbusiness use\b",
    re.IGNORECASE,
)
_EARNING = ("commercial", "profit", "compan", "business", "enterprise", "firm", "broadcaster")
"""Letters of which any sentence has some that speaks of those who earn money with it."""
_AT_A_PRICE = re.compile(
    r"\b(?:pays?|paying|paid|fees?|buy|bought|purchase|costs?|charged?|separate(?:ly)?|needs? (?:\w+ ){0,2}licen[cs]e|requires? (?:\w+ ){0,2}licen[cs]e|contact (?:us|sales))\b|"
    r"\b(?:not (?:allowed|permitted|covered)|forbidden|prohibited|ruled out|excluded|barred)\b|n['’]t (?:allowed|permitted|covered)\b|[$€£]",
    re.IGNORECASE,
)
"""What is asked of those who earn money with it."""
_FREELY = re.compile(
    r"\bwithout (?:paying|a fee|a licen[cs]e|charge)\b|\bfree of charge\b|\bfor free\b|\b(?:no|pays? nothing|need not|needn['’]t|don['’]t have to)\b",
    re.IGNORECASE,
)
_EVERYONE = re.compile(
    r"\b(?:any (?:use|purpose)|every (?:use|purpose)|everyone|everybody|all uses|anyone)\b", re.IGNORECASE
)

_WEIGHTS = re.compile(r"\b(?:weights?|checkpoints?)\b", re.IGNORECASE)
_MADE = re.compile(
    r"\b(?:made|generated|produced|created|rendered) (?:through|with|by|via|over|in|on) (?:\w+ ){0,3}?(?:API|service|plan|app|website|studio)\b|"
    r"\b(?:through|via|over) (?:\w+ ){0,2}API\b|\boutputs? of (?:\w+ ){0,2}(?:API|service)\b",
    re.IGNORECASE,
)


def uses(a: str, b: str) -> Signs:
    """Return whether two sentences speak of two uses: by those who earn money with it, and by those who don't."""
    spelt = lowered(a) + lowered(b)
    if not any(word in spelt for word in _EARNING):
        return {}
    apart = _for_others(a, b) or _for_others(b, a) or _of_output(a, b) or _of_output(b, a)
    return {"other uses": 1.0} if apart else {}


def _for_others(free: str, paid: str) -> bool:
    """Whether one sentence says what may be done without earning money, and the other what those pay who do."""
    return bool(
        _UNPAID.search(free)
        and not _PAID.search(free)
        and _PAID.search(paid)
        and not _UNPAID.search(paid)
        and _AT_A_PRICE.search(paid)
        and not _FREELY.search(paid)
        and not any(_EVERYONE.search(each) for each in (free, paid))
    )


def _of_output(weights: str, output: str) -> bool:
    """Whether one sentence is about the weights, and the other about what the service makes."""
    return bool(
        _PAID.search(weights)
        and _PAID.search(output)
        and _WEIGHTS.search(weights)
        and not _WEIGHTS.search(output)
        and _MADE.search(output)
        and not _MADE.search(weights)
    )
