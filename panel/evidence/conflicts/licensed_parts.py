"""Which part of a release a sentence that names a licence begins with: its code, its weights, its documentation."""

import re
from functools import lru_cache

from panel.evidence.conflicts.statements import Signs
from panel.evidence.words import words

_JOINED = re.compile(r",| and | or ")
"""What joins the first part to others, so that the licence is of all of them."""

_LICENSED = re.compile(
    r"\b(weights?|models?|checkpoints?|code|scripts?|datasets?|data|texts?|corpus|recordings|docs?|documentation|fonts?|icons?|artwork|hardware|schematics|"
    r"firmware|clients?|servers?|sdks?|cli|librar(?:y|ies)|plug-?ins?|examples?|app|engine|core|runtime|tokeni[sz]er|configurator|"
    r"schedulers?|runners?|dashboard|console|control plane|back-?end|front-?end|agents?|operator|enterprise edition|samples?|schemas?|"
    r"website|bootloader|drivers?)\b",
    re.IGNORECASE,
)
"""What a licence may be of."""


_TERMS = re.compile(
    r"\b(?:open[- ]sourced?|closed[- ]source|proprietary|licen[cs]\w*|source[- ]available|A?GPL\w*|MIT|Apache|BSD|MPL|BU?SL|Open Font)\b",
    re.IGNORECASE,
)


def terms_told(a: str, b: str) -> bool:
    """Whether two sentences both say under which terms something is."""
    return _tells_terms(a) and _tells_terms(b)


@lru_cache(maxsize=2_048)
def _tells_terms(text: str) -> bool:
    return _TERMS.search(text) is not None


def _first(text: str) -> re.Match[str] | None:
    """Return the first part that a sentence names; a capital within it makes a name of the word."""
    return next((each for each in _LICENSED.finditer(text) if each[0].islower() or each.start() <= _LEAD), None)


_LEAD = 4
"""Letters before the first word of a sentence at most: ``The Weights``."""


def parts_led(a: str, b: str) -> bool:
    """Whether two sentences that name licences begin with different parts of a release: its code, its weights."""
    first = [_first(each) for each in (a, b)]
    told = [each[1].lower().rstrip("s") if each else "" for each in first]
    together = any(each and _JOINED.match(text, each.end()) for each, text in zip(first, (a, b), strict=True))
    return bool(told[0] and told[1]) and told[0] != told[1] and not together


_SUBJECT = re.compile(
    r"^\W*(?:(?:no|yes|but|and|only|so|also|note that)\b,? )?(the |its |our |their |all |an? |these |your )?"
    r"((?:[\w'’+-]+ ){0,3}?[\w+-]+)(?: (?:that|which|itself|themselves|for|in|of|on|from|behind|you|we)(?: [\w'’-]+){0,5}?)?"
    r"(?: (is|are|was|were|has|have|came|comes?|stays?|remains?|carr(?:y|ies)|may|can|ships?|falls?|uses?|under)\b|: (?=\W*(?:MIT|Apache|BSD|[AL]?GPL|MPL|CC|proprietary|open[- ]source|closed[- ]source)\b))",
    re.IGNORECASE,
)
"""Whose licence a sentence tells: the words before its verb."""
_WHOLE = frozenset(
    words(
        "it they everything all this that which software product project code codebase source repository repo model models weights "
        "weight checkpoint checkpoints tool app application program programme package framework system release version licence "
        "license we you i he she who there terms company firm vendor site page notice everyone nobody nothing use whole library engine database "
        "editor language compiler toolkit suite game kernel file files source sources binary binaries build builds plugin plug-in extension add-on"
    )
)
"""Subjects that stand for the release."""
_HOSTED = frozenset(words("service platform cloud hosting backend back-end server servers dashboard console"))
"""What runs at the vendor's, whatever may be had of the rest."""


def other_parts(a: str, b: str, own: frozenset[str]) -> Signs:
    """Return whether two sentences tell the licence of two things: of the whole and of a part, or of two parts.

    Args:
        a: One sentence.
        b: The other.
        own: Lower-case words of the release's and its vendor's names.
    """
    if not terms_told(a, b):
        return {}
    one, other = _subject(a, own), _subject(b, own)
    apart = one and other and one != other and not _ALL.search(f"{a} {b}") and _of_two(a, one, b, other)
    return {"other parts licensed": 1.0} if apart else {}


_ALL = re.compile(
    r"\b(?:everything|entire(?:ly)?|whole|all of it|every part|throughout|all parts|both)\b", re.IGNORECASE
)
_RELEASE = "the release"


def _of_two(a: str, one: str, b: str, other: str) -> bool:
    """Whether neither subject is spoken of in the other sentence."""
    told = _has(b, one), _has(a, other)
    return not any(told)


def _has(text: str, subject: str) -> bool:
    return subject != _RELEASE and re.search(rf"\b{re.escape(subject)}", text, re.IGNORECASE) is not None


def _subject(text: str, own: frozenset[str]) -> str:
    """Return whose licence a sentence tells: a part, or the release; nothing if that isn't plain."""
    found = _SUBJECT.match(text)
    if not found or _JOINED.search(found[2]):
        return ""
    told = [word.removesuffix("'s").removesuffix("’s") for word in found[2].split()]
    head = told[-1].lower()
    if head in _HOSTED and found[1]:
        return head
    called = not {word.lower() for word in told}.isdisjoint(own)
    if (called and (head in own or head in _WHOLE or not told[-1].islower())) or (len(told) == 1 and head in _WHOLE):
        return _RELEASE
    if head in _WHOLE or not (told[-1].islower() or _SHORT.fullmatch(told[-1]) or (len(told) == 1 and not found[1])):
        return ""
    several = len(told) <= _FEW and head.endswith("s") and found[3] not in _SINGULAR
    return head.removesuffix("s") if found[1] or several or called else ""


_SHORT = re.compile(r"[A-Z]{2,4}s?")
"""A part that is called by its initials: ``SDKs``."""
_SINGULAR = (None, "is", "was", "has", "comes", "stays", "remains", "carries", "ships", "falls", "uses")
_FEW = 2
"""Words of a part that has no article: ``Rule packs``."""
