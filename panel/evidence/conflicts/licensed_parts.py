"""Which part of a release a sentence that names a licence begins with: its code, its weights, its documentation."""

import re

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
    return bool(_TERMS.search(a) and _TERMS.search(b))


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
