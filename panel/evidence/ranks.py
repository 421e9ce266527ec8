"""Places in an order: ``ranks fourth``, ``#4``, ``second place``."""

import re
from collections.abc import Iterator
from functools import cache

from panel.evidence.lowered import lowered
from panel.evidence.measures import Quantity

_ORDINALS = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), start=1
    )
}


_LATER = frozenset(list(_ORDINALS)[2:])
_EARLIEST = frozenset(list(_ORDINALS)[:2])
_PLACING = ("rank", "plac", "finish", "come", "came", "position", "sit", "land", "spot", "overall")
_RANK_HINT = re.compile(
    r"#|\bno\.|number|rank|plac|posit|spot|overall|finish|[cl]ame?s?\b|\d(?:th|[rn]d|st)|third|th\b"
)
"""What tells that ``comes first`` and its like may be of an order, in small letters."""

_RANKING = frozenset({"rank", "ranks", "ranked", "ranking", "number"})
_NTH = re.compile(r"\d(?:st|nd|rd|th)")


@cache
def _rank_pattern() -> re.Pattern[str]:
    word = "|".join(_ORDINALS)
    later = "|".join(list(_ORDINALS)[2:])
    placed = (
        r"\b(?:rank\w*|plac(?:e[sd]?|ing)|finish\w*|comes?|came|positions?|sits?|landed|lands)\s(?:in\s|it\s|at\s)?"
    )
    return re.compile(
        rf"(?:{placed}(?:the\s|a\s)?(?:distant\s)?(?P<placed>{word}|\d{{1,3}}(?:st|nd|rd|th))\b"
        rf"|\b(?P<place>{word}|\d{{1,3}}(?:st|nd|rd|th))[\s-](?:place|overall|spot|position|rank)\b"
        r"|(?<![\w])(?:rank(?:s|ed|ing)?\s(?:at\s|is\s)?#?|#|No\.\s?|number\s)(?P<digits>\d{1,3})(?![\w.,]\d|\w)"
        rf"|\b(?P<later>{later}|\d{{1,3}}(?:st|nd|rd|th))\b(?!\s(?:quarter|party|parties|half|person|"
        rf"generation)|-part))",
        re.IGNORECASE,
    )


def may_rank(small: str, hints: frozenset[str]) -> bool:
    """Whether a text in small letters has what every rank has; the pattern itself is slow."""
    if hints:
        if not hints.isdisjoint(_LATER) or not hints.isdisjoint(_RANKING):
            return True
        if not hints.isdisjoint(_EARLIEST) and any(map(small.__contains__, _PLACING)) and _RANK_HINT.search(small):
            return True
    return "#" in small or "no." in small or _NTH.search(small) is not None


def ranks(text: str) -> Iterator[Quantity]:
    """Yield places in an order: ``ranks fourth``, ``#4``, ``second place``; a bare ``first`` is none."""
    for match in _rank_pattern().finditer(text):
        if match["later"] and _A.search(text[: match.start()]) and _OF.match(text, match.end()):
            continue  # "a third of the users"
        word = lowered(next(group for group in match.groups() if group))
        value = float(_ORDINALS.get(word) or int(re.sub(r"\D", "", word)))
        yield Quantity(match.group(), match.span(), value, value, value, "rank")


_A = re.compile(r"\b(?:a|one)\s$", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|as|less|fewer)\b")

RANK_HINTS = _LATER | _EARLIEST | _RANKING
"""Words of which an order has one, unless it is written with digits."""
