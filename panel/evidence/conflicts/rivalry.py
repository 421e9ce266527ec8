"""Who beats whom at what."""

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from panel.evidence.conflicts.concepts import concepts
from panel.evidence.conflicts.frames import alike, frame_of
from panel.evidence.conflicts.grammar import stems_of
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Statement, same_subject

_AHEAD = (
    r"outperforms?|beats?|surpass\w*|exceeds?|tops|leads|is (?:\w+ )?(?:better|faster|cheaper|stronger) than|ahead of"
    r"|wins against|edges out|overtakes?|outscores?|outpaces?"
)
_BEHIND = (
    r"trails?|lags?(?: behind)?|loses to|falls short of|falls behind|is (?:\w+ )?(?:worse|slower|dearer|weaker|more "
    r"expensive) than|behind|underperforms?|is beaten by|can't match|cannot match|does not match"
)
_LEVEL = r"matches|equals|ties with|is on par with|on a par with"
_RIVALRY = re.compile(
    rf"\b(?:(?P<ahead>{_AHEAD})|(?P<behind>{_BEHIND})|(?P<level>{_LEVEL}))\s(?:the |its |of "
    rf")?(?P<rival>(?-i:[A-Z])[\w.-]*(?: (?-i:[A-Z\d])[\w.-]*)*)",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\b(?:on|in|at|for)\s(?:the\s)?((?:[\w-]+\s?){1,3}?)(?=\s?(?:\b(?:it|the|they|and|but|while|this|is|by)\b|[,.;:]"
    r"|$))",
    re.IGNORECASE,
)


_ANCHORS = (
    "outperforms outperform beats beat surpasses exceeds exceed tops leads better faster cheaper stronger ahead wins "
    "edges overtakes outscores outpaces trails trail lags lag loses "
    "falls worse slower dearer weaker expensive behind underperforms beaten match matches equals ties par"
)


class Rivalry(NamedTuple):
    """How the release stands against a rival in a field."""

    rival: str
    """The rival."""
    stand: int
    """1 ahead, 0 level, -1 behind."""
    field: frozenset[str]
    """At what."""
    words: str
    """The words that say so."""


def rivalries(spoken: Spoken) -> Iterator[Statement]:
    """Yield how a sentence ranks the release against others."""
    if spoken.stems.isdisjoint(stems_of(_ANCHORS)):
        return
    for found in _RIVALRY.finditer(spoken.text):
        stand = 1 if found.group("ahead") else -1 if found.group("behind") else 0
        if not spoken.says((spoken.token(found.start()),)):
            continue
        field = frozenset(
            each for match in _FIELD.finditer(spoken.text) for each in concepts(match.group(1), spoken.own)
        )
        rival = found.group("rival").lower().rstrip(".,")
        rivalry = Rivalry(rival, stand, field, found.group())
        frame, others = partial(frame_of, spoken.unnamed), partial(spoken.others, found.start())
        yield Statement("rivalry", frozenset({f"rival {rival}"}), rivalry, spoken, frame, others)


def rivalries_clash(a: Statement, b: Statement) -> Clash | None:
    """Return why the release can't be both ahead of a rival and behind it."""
    one, other = a.value, b.value
    if (
        not isinstance(one, Rivalry)
        or not isinstance(other, Rivalry)
        or one.rival != other.rival
        or one.stand * other.stand != -1
    ):
        return None
    if one.field != other.field or not same_subject(a, b) or not alike(a.frame, b.frame):
        return None
    return Clash(f"comparison with {one.rival}", f"One says {one.words!r}, the other {other.words!r}.")
