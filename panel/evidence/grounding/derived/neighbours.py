"""Numbers that follow from how far, or how many times, a sentence sets one thing apart from another."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.comparable import comparable
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.names import same_name
from panel.evidence.passages import Passage

MOST = 12
"""Numbers of a sentence that are tried."""

_MORE = re.compile(r"\s(?:[\w-]+\s)?(?:more|above|over|higher|dearer|longer|heavier|later)\b", re.IGNORECASE)
_LESS = re.compile(
    r"\s(?:[\w-]+\s)?(?:less|fewer|below|under|lower|cheaper|shorter|lighter|earlier|off)\b", re.IGNORECASE
)


def beside_margin(
    claim: Passage, quantity: Quantity, passage: Passage, figures: Sequence[Quantity], evidence: Evidence
) -> Iterator[float]:
    """Yield what another thing has by how far a sentence sets the two apart: ``$249, $50 less than the older one``."""
    for margin in figures:
        behind = passage.text[margin.span[1] :]
        yield from _before_move(passage.text, margin, figures)
        sign = 1 if _LESS.match(behind) else -1 if _MORE.match(behind) else 0
        alone = not any(one is not margin and comparable(one, margin) for one in figures)
        if sign and alone and margin.kind == "money" and _has_name(claim, passage):
            priced = (each for place in evidence.priced for each in evidence.passages[place].quantities)
            yield from (each.value + sign * margin.value for each in priced if same_measure(each, margin))
        if not sign or "than" not in behind[:60]:
            continue
        if margin.kind == "percent":
            yield from _beside_percentage(claim, margin, passage, sign)
        for one in figures:
            if one is not margin and comparable(one, margin) and comparable(quantity, one):
                yield one.value + sign * margin.value


_AHEAD = re.compile(
    r"\s?(?:percent(?:age)? |% )?(?:points?\s)?(?:(?P<more>(?:ahead|in front|clear) of|above|over|more than|higher than|better than)|"
    r"(?P<less>behind|below|under|short of|less than|lower than|worse than))\s(?P<whom>[^,;.]{2,40}?)(?=[,;.]|\sand\b|\sbut\b|$)"
)
"""What stands behind how far the thing that was last spoken of is from another: ``4.1 points ahead of Grackle``."""

_TAKES_UP = re.compile(r"(?:That|This|It|Which|The result|The score)\b")


def beside_former(claim: Passage, quantity: Quantity, place: int, evidence: Evidence) -> Iterator[float]:
    """Yield what another thing has by how far a sentence sets it from the number of the sentence before it.

    Args:
        claim: The statement.
        quantity: Its number.
        place: Where the sentence stands.
        evidence: The dossier.
    """
    passage, before = evidence.passages[place], evidence.before(place)
    if before is None or not _TAKES_UP.match(passage.text):
        return
    bases = [each for each in evidence.passages[before].quantities[:MOST] if comparable(quantity, each)]
    for margin in passage.quantities[:MOST] if len(bases) == 1 else ():
        away = _AHEAD.match(passage.text, margin.span[1])
        if (
            away
            and comparable(bases[0], margin)
            and set(_WORDS.findall(away["whom"])) & set(_WORDS.findall(claim.text))
        ):
            yield bases[0].value + (-margin.value if away["more"] else margin.value)


def _beside_percentage(claim: Passage, margin: Quantity, passage: Passage, sign: int) -> Iterator[float]:
    """Yield what another thing has than which one has so much percent less or more: ``$12, 40% less than the old one``."""
    than = _THAN_WHOM.match(passage.text, margin.span[1])
    whom = {word for word in _WORDS.findall(than["whom"]) if word[0].isupper() or word in _OLDER} if than else set()
    share = 1 - sign * margin.value / 100
    if whom & set(_WORDS.findall(claim.text)) and share > 0:
        yield from (each.value / share for each in passage.quantities[:MOST] if each.kind not in ("percent", "number"))


_THAN_WHOM = re.compile(r"\s[^,;.]{0,30}?\bthan\s(?P<whom>[^,;.]{2,40})")


def _has_name(claim: Passage, passage: Passage) -> bool:
    """Whether two sentences speak of somebody or something by one name."""
    return any(same_name(one.key, two.key) for one in claim.names for two in passage.names if one.sure and two.sure)


_OF_WHOSE = re.compile(
    r"\s(?:as\s\w+\s(?:\w+\s)?as|of\s(?:what|that)|that\sof|the\s\w+\sof|what|(?:more|less|fewer)\sthan)\s",
    re.IGNORECASE,
)
"""What stands between a multiple and the other thing: ``a third of what Pixhaven needs``."""


def beside_multiple(claim: Passage, quantity: Quantity, passage: Passage) -> Iterator[float]:
    """Yield what another thing has of which a sentence has a multiple: ``640 MB, a third of what the old one needs``."""
    for times in passage.quantities[:MOST]:
        behind = passage.text[times.span[1] :]
        if times.kind != "multiple" or not times.value or not _OF_WHOSE.match(behind):
            continue
        other = {word for word in _WORDS.findall(behind) if word[0].isupper() or word in _OLDER}
        if other & set(_WORDS.findall(claim.text)):
            alike = (each for each in passage.quantities if each is not times and same_measure(quantity, each))
            yield from (each.value / times.value for each in alike)


_WORDS = re.compile(r"[A-Za-z][\w-]+")
_OLDER = frozenset({"predecessor", "old", "older", "previous", "first", "former"})

_MOVED = re.compile(
    r"\b(?:(?P<down>falls?|fell|fallen|drops?|dropped|sinks?|sank|shrinks?|shrank|cut|reduced|lowered|decreas\w+|loses?|lost)|"
    r"rises?|rose|risen|grows?|grew|grown|climbs?|climbed|gains?|gained|improv\w+|increas\w+|raised)\s(?:by\s)?(?:about\s)?$",
    re.IGNORECASE,
)
"""What stands before how far something moved."""


def _before_move(text: str, margin: Quantity, figures: Sequence[Quantity]) -> Iterator[float]:
    """Yield from where something came of which a sentence says how far it moved and where to: ``falls by 2 points to 90``."""
    moved = _MOVED.search(text[: margin.span[0]])
    for one in figures if moved else ():
        if moved and _TO.fullmatch(text[margin.span[1] : one.span[0]]) and comparable(one, margin):
            yield one.value + margin.value if moved["down"] else one.value - margin.value


_TO = re.compile(r"\sto\s(?:just\s|about\s|only\s)?")
