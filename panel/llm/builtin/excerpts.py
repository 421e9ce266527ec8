"""Words quoted from a sentence: short, unaltered, and never without what turns them round."""

import re
from collections.abc import Collection

from panel.evidence.mentions import Mention

LONGEST = 150
"""Characters up to which a sentence is quoted whole."""

LIMIT = 220
"""Characters of the longest excerpt."""

_TURNING = re.compile(
    r"\b(if|unless|until|except|although|though|whereas|unlike|without|not|never|no|nor|neither|nobody|none|nothing"
    r"|hardly|only|claims?|says?|said|according|allegedly|reportedly|would|may|might|could|plans?|promises?|but)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r"^(?:and|but|which|while|so|or|yet|because|though|although)\s+", re.IGNORECASE)
_BREAK = re.compile(r"[,;:—–]\s+|\s+[—–]\s+")


def excerpt(mention: Mention, never: Collection[str] = ()) -> str | None:
    """Return the words to quote for a mention, or None if they can't be quoted fairly.

    A short sentence is quoted whole. A long one is cut at commas round the mention, with ``…`` where words are left
    out, but only if nothing that is left out could turn the rest round.

    Args:
        mention: The place.
        never: Words that the quoting persona never says.
    """
    text = mention.text.strip()
    words = text if len(text) <= LONGEST else _cut(text, mention.span)
    if words is None or len(words) > LIMIT or _says(words, never):
        return None
    return words.rstrip(" .:;,").replace('"', "'").replace("“", "‘").replace("”", "’")


def _says(words: str, never: Collection[str]) -> bool:
    lower = words.lower()
    return any(each.lower() in lower for each in never)


def _cut(text: str, span: tuple[int, int]) -> str | None:
    """Return the stretch between commas that holds a mention, with as much beside it as fits."""
    breaks = [0, *(found.end() for found in _BREAK.finditer(text)), len(text)]
    first = max(number for number, at in enumerate(breaks[:-1]) if at <= span[0])
    last = next(number for number, at in enumerate(breaks) if at >= span[1])
    while last + 1 < len(breaks) and breaks[last + 1] - breaks[first] <= LONGEST:
        last += 1
    while first and breaks[last] - breaks[first - 1] <= LONGEST:
        first -= 1
    inner, before, after = text[breaks[first] : breaks[last]], text[: breaks[first]], text[breaks[last] :]
    if _TURNING.search(before) or re.match(r"(?:but|unless|until|except|if|although|though|only)\b", after):
        return text if len(text) <= LIMIT else None
    inner = _HEAD.sub("", inner.strip(" ,;:—–"))
    return f"{'… ' if before else ''}{inner}{' …' if after else ''}"


def quality(mention: Mention) -> float:
    """Return how well a sentence shows what it is quoted for: plain, specific, prose, neither a stub nor a scroll."""
    length = len(mention.text)
    stub = max(0, 45 - length) / 45
    scroll = min(1.0, max(0, length - LONGEST) / LONGEST)
    fact = 0.25 if mention.cite.startswith("F.") else 0.0
    vague = 0.3 if mention.words == 1 else 0.0
    return mention.strength + 0.1 * min(mention.words, 4) - vague - 0.4 * stub - 0.5 * scroll - fact
