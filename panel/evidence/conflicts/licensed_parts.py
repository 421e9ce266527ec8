"""Which part of a release a sentence that names a licence begins with: its code, its weights, its documentation."""

import re

_JOINED = re.compile(r",| and | or ")
"""What joins the first part to others, so that the licence is of all of them."""

_LICENSED = re.compile(
    r"\b(weights?|models?|checkpoints?|code|scripts?|datasets?|data|texts?|corpus|recordings|docs?|documentation|fonts?|icons?|artwork|hardware|schematics|"
    r"firmware|clients?|servers?|sdks?|cli|librar(?:y|ies)|plug-?ins?|examples?|app|engine|core|runtime|tokeni[sz]er)\b",
    re.IGNORECASE,
)
"""What a licence may be of."""


def parts_led(a: str, b: str) -> bool:
    """Whether two sentences that name licences begin with different parts of a release: its code, its weights."""
    first = [_LICENSED.search(each) for each in (a, b)]
    told = [each[1].lower().rstrip("s") if each else "" for each in first]
    together = any(each and _JOINED.match(text, each.end()) for each, text in zip(first, (a, b), strict=True))
    return bool(told[0] and told[1]) and told[0] != told[1] and not together
