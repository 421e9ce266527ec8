"""Signs in how two sentences speak: of what is to come, on a condition, of a year's bill, in comparison."""

import re
from functools import cache

from panel.evidence.conflicts.statements import Signs
from panel.evidence.lowered import lowered, word_set
from panel.evidence.words import words

_LATER = re.compile(
    r"\b(?:plan(?:s|ning)? (?:to|for)|planned|(?<!or )(?<!and )later(?! than)|will|follow\w*|roadmap|promis\w+(?!(?:[^.;]|\.(?=\d)){0,40}(?:\b(?:years?|months|days|hours|uptime|no|never)\b|%|per ?cent))|expect\w*(?! (?:an? |life))|due (?:in|next|this|later|out|for)|upcoming|under consideration|in the works|in development|under way|underway|being (?:built|developed|prepared)|working on|target\w*|goals?|aims?|coming|soon|intends?|"
    r"(?:turns?|converts?|changes?) (?:in)?to|becomes?)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?:With|Without|If|When|While|For|In|On|At|By|From|During|After|Before|Until|Since|Under|As|Among|"
    r"Idle|Our|Some(?! \d))\b"
)
_BY_THE_YEAR = re.compile(
    r"\b(?:billed|paid|pays?|paying|invoiced|charged)\b[^.,;]{0,25}\b(?:annual(?:ly)?|year(?:ly)?)\b"
    r"|\b(?:annual(?:ly)?|yearly)\b (?:plans?|billing|subscriptions?|payment|commitment|contract)|\b(?:commit\w*|sign\w*|contract) (?:\w+ ){0,2}(?:a|one|twelve|12|full) (?:months|year)\b|\bby the year\b|\bfor (?:the|a) (?:whole|full|entire) year\b|\byear up front|\bannually\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:than|twice(?! an?\b)|half (?:the|that|as|of what|what|its)|times (?:as|the|that|more|less|better|larger|\w+er)|as \w+ as|"
    r"compared|versus)\b",
    re.IGNORECASE,
)

_DISPUTED = re.compile(
    r"\b(?:not the|contrary to|unlike what|despite (?:what|the)|than (?:promised|advertised|claimed|stated|announced)|instead of the|"
    r"short of the|rather than the|(?:careful|beware|be warned|mind that|mind you|actually|in fact|in truth|"
    r"wrongly|mistaken|misleading|untrue|doesn['’]t hold|as (?:promised|advertised|claimed)))\b",
    re.IGNORECASE,
)
"""Words of somebody who knows what the other side says, and differs."""

_RECEIVED = re.compile(
    r"\b(?:mine|ours|(?:my|our) (?:\w+ )?(?:copy|order|unit|parcel|box|set|pair|device|review unit))\b[^.;]{0,30}"
    r"\b(?:arrived|came|got here|turned up|was delivered|reached|landed|shipped)\b|\b(?:I|we) (?:got|received|had) (?:mine|ours|my|our)\b",
    re.IGNORECASE,
)
"""Words of somebody who tells when their own came, which says nothing of when the first ones did."""

_OF_ONE = {
    "one disputes": _DISPUTED,
    "one is of later": _LATER,
    "one bills by the year": _BY_THE_YEAR,
    "one compares": _COMPARED,
    "one received": _RECEIVED,
}
"""By sign: what one sentence has and the other hasn't."""
_CUES = {
    "one disputes": words(
        "not contrary unlike despite than instead short rather careful beware warned mind actually fact truth wrongly mistaken "
        "misleading untrue hold promised advertised claimed"
    ),
    "one is of later": words(
        "plan plans planning planned later will roadmap due upcoming consideration works development way underway being working goal "
        "goals aim aims coming soon intend intends turn turns convert converts change changes become becomes"
    ),
    "one bills by the year": words("annual annually year yearly months"),
    "one compares": words("than twice half times as compared versus"),
    "one received": words("mine ours my our"),
}
"""By sign: words of which a sentence has one that may have it."""
_LATER_PARTS = ("follow", "promis", "expect", "target")
"""Letters of other words of what is to come."""


@cache
def _signs_of() -> dict[str, tuple[str, ...]]:
    """Return by word the signs that a sentence with it may have."""
    return {
        word: tuple(sign for sign, told in _CUES.items() if word in told) for each in _CUES.values() for word in each
    }


def _told(text: str) -> frozenset[str]:
    """Return the signs that the words of a sentence come to."""
    signs_of, spelt = _signs_of(), word_set(text)
    may = {sign for word in signs_of.keys() & spelt for sign in signs_of[word]}
    if any(part in lowered(text) for part in _LATER_PARTS):
        may.add("one is of later")
    return frozenset(sign for sign in may if _OF_ONE[sign].search(text))


def wording(a: str, b: str) -> Signs:
    """Return the signs in two sentences' wording."""
    ours, theirs = _told(a), _told(b)
    found = {name: float((name in ours) != (name in theirs)) for name in _OF_ONE}
    return found | {"one opens with a condition": float(_condition(a, b) != _condition(b, a))}


def _condition(text: str, other: str) -> bool:
    """Whether a sentence opens with a condition that the other doesn't name, and that isn't the figure itself that it gives."""
    found = _CONDITION.match(text)
    if not found or _BY_WHOM.match(text) or (_FIGURE.match(text) and len(_NUMBER.findall(text)) == 1):
        return False
    opening = _WORD.findall(_END.split(text[found.end() :].strip(), maxsplit=1)[0].lower())[:_OPENING]
    told = {word for word in opening if len(word) > 2 and word not in _SMALL}
    return not told or not told <= set(_WORD.findall(other.lower()))


_FIGURE = re.compile(r"(?:With|At) (?:(?:its|about|around|only|just|over|some|nearly|almost|a mere) )*[$€£]?\d")
_BY_WHOM = re.compile(
    r"(?:On|By|In|At|From) (?:(?:our|my|the|a|an|their|his|her) )(?:\w+ )?"
    r"(?:scales?|count|reckoning|stopwatch|ruler|meter|(?:spec|data) ?sheet|label|invoice)\b"
)
"""What somebody measured with, or read it on, which is no condition."""
_NUMBER = re.compile(r"\d[\d.,]*")
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[,;:]| (?:is|was|are|were|has|had|the|it|we|you|its) ")
_OPENING = 5
"""Words of an opening that tell its condition."""
_SMALL = frozenset(words("the and our its their this that your per with for test run own"))
