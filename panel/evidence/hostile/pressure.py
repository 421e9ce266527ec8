"""Commands in English that no single phrase gives away: signs of pressure on a reader, weighed together.

An attack has to do two things. It speaks to a reader that is a machine or a judge, or with the voice of what only the
system writes; and it asks for something: a mark, praise, silence, unchecked citations, a fetched address. Each is a
sign with a weight, and a passage whose signs weigh enough is a command, however it is worded.
"""

import re
from functools import cache
from operator import attrgetter

from panel.evidence.hostile.pressure_cold import COLD
from panel.evidence.hostile.pressure_machines import MACHINES
from panel.evidence.hostile.pressure_signs import HAIL, SIGNS, Sign
from panel.evidence.hostile.pressure_tasks import TASKS

ENOUGH = 3
"""Weight from which a passage is a command."""

_ALL = (
    *SIGNS,
    *(Sign(weight, frozenset(wakes.split()), pattern) for weight, wakes, pattern in (*COLD, *MACHINES, *TASKS)),
)
_WEIGHT = attrgetter("weight")
_WEIGHTS = tuple(map(_WEIGHT, _ALL))


@cache
def _woken() -> dict[str, tuple[int, ...]]:
    """Return the numbers of the signs that a word wakes."""
    every = {word for sign in _ALL for word in sign.wakes}
    return {word: tuple(number for number, sign in enumerate(_ALL) if word in sign.wakes) for word in every}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def awake(words: frozenset[str], wakes: dict[str, tuple[int, ...]]) -> list[int]:
    """Return the numbers of the rules that the words of a passage wake, in order."""
    waking = wakes.keys() & words
    return sorted({number for word in waking for number in wakes[word]}) if waking else []


def pressure(folded: str, words: frozenset[str]) -> tuple[int, int] | None:
    """Return where the signs in an English passage begin and end, if they weigh enough to make a command.

    Args:
        folded: A sentence or two, as ``fold`` returns them.
        words: Its words.
    """
    numbers = awake(words, _woken())
    if not numbers:
        return None
    most = sum(map(_WEIGHTS.__getitem__, numbers)) + (0 if HAIL.wakes.isdisjoint(words) else HAIL.weight)
    if most < ENOUGH:
        return None
    signs = [_ALL[number] for number in numbers]
    found: list[tuple[int, tuple[int, int]]] = []
    for sign in sorted(signs, key=_WEIGHT, reverse=True):
        if match := _compiled(sign.pattern).search(folded):
            found.append((sign.weight, match.span()))
        else:
            most -= sign.weight
            if most < ENOUGH:  # what is left can't weigh enough
                return None
    weight = sum(each for each, _ in found)
    if not found or weight + HAIL.weight < ENOUGH:
        return None
    if weight < ENOUGH + 1 and (hail := _hail(folded, words)):
        read = _compiled(_ALL[0].pattern).search(folded)
        found.append((HAIL.weight - bool(read), hail.span()))
        weight += HAIL.weight - bool(read)
    return (min(s for _, (s, _) in found), max(e for _, (_, e) in found)) if weight >= ENOUGH else None


def hailed(folded: str, words: frozenset[str]) -> bool:
    """Whether a passage calls on a reader made of software, in English."""
    return _hail(folded, words) is not None


def _hail(folded: str, words: frozenset[str]) -> re.Match[str] | None:
    return None if HAIL.wakes.isdisjoint(words) else _compiled(HAIL.pattern).search(folded)
