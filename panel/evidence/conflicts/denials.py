"""Things that one page says are there and another says aren't, whatever they are: the same words, turned round."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from itertools import groupby
from typing import NamedTuple

from panel.evidence.conflicts.concepts import concept_of
from panel.evidence.conflicts.frames import alike, frame_of
from panel.evidence.conflicts.grammar import stems_of
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Statement, same_subject
from panel.evidence.lowered import lowered
from panel.evidence.words import words

_MOST = 7
"""Concepts of a denial; what says more than that is an argument, not a fact."""

_FEWEST = 3
"""Tokens of a sentence that states anything; what is shorter is a label."""

_OPINION = re.compile(
    r"\b(?:i|we|my|our|think|thinks|believes?|feels?|felt|seems?|appears?|complain\w*|disappoint\w*|hopes?|worr\w+"
    r"|should|reviewers?|critics?|some users|would|if|unless|whether)\b"
)
_LOOSE = (
    "price cost size speed rate limit number result score quality source open closed web free weights user data "
    "model time thing way people work app release version feature "
    "support design move signal question part developer customer people person community reviewer student meta "
    "critic everyone "
    "parent child admin administrator owner buyer member employee teacher patient guest reader player customer "
    "student you anyone "
    "publish disclose share post"
)
"""Concepts too wide to carry a contradiction alone."""


_DENYING = frozenset(
    words(
        "not no never without none nothing neither nor nobody lack lacking miss absent unavailabl forbid prohibit ban "
        "refus declin impossibl unabl fail remov drop "
        "devoid cannot disabl block broken closed withdraw nowher hardly exclud omit"
    )
)


class Point(NamedTuple):
    """The concepts of a clause, each affirmed or denied."""

    holds: dict[str, bool]
    """Whether each is affirmed."""
    denied: bool
    """Whether the clause denies something."""
    words: str
    """The clause."""


@cache
def _loose() -> frozenset[str]:
    """Return the concepts that are too wide, as stems and as what these stand for."""
    stems = stems_of(_LOOSE)
    return stems | {concept_of(stem) for stem in stems}


def denies(spoken: Spoken) -> bool:
    """Whether a sentence has a word that denies something."""
    return not spoken.stems.isdisjoint(_DENYING)


def points(spoken: Spoken, *, denying: bool = False) -> Iterator[Statement]:
    """Yield the clauses of a sentence as concepts that are affirmed or denied.

    Args:
        spoken: The sentence.
        denying: Whether only those clauses are asked for that may deny something.
    """
    if len(spoken.line.stems) < _FEWEST or _OPINION.search(lowered(spoken.text)) or spoken.reading.asked == "open":
        return
    wanted = _may_deny(spoken) if denying else None
    if wanted is not None and not wanted:
        return
    for number, tokens in groupby(range(len(spoken.bounds)), spoken.bounds.__getitem__):
        if wanted is not None and number not in wanted:
            continue
        places = list(tokens)
        holds: dict[str, bool] = {}
        meant = {place: concept for place in places if (concept := _concept(spoken, place))}
        if len(set(meant.values())) > 3 * _MOST:
            continue
        for place, concept in meant.items():
            said = spoken.says((place,))
            if said is not None:
                holds[concept] = said
        yield from _lacking(spoken, places)
        if holds:
            start, end = spoken.line.spans[places[0]][0], spoken.line.spans[places[-1]][1]
            words = spoken.text[start:end]
            denied = not all(holds.values())
            keys = frozenset(f"point {concept}" for concept in holds)
            point = Point(holds, denied, words)
            yield Statement(
                "point", keys, point, spoken, partial(spoken.frame, start), partial(spoken.whose, start), start
            )


_TURNING = frozenset(("not", "gone", "little", "poor"))
"""Kinds of cues without which a sentence denies nothing."""

_SIGNS = 3
"""Clauses that signs alone can make between a thing and the word that denies it: ``Export — : none``."""


def _may_deny(spoken: Spoken) -> frozenset[int]:
    """Return the numbers of the clauses that may deny something: those with a cue for it, or right before one."""
    at = [cue.start for cue in spoken.reading.cues if cue.label in _TURNING]
    at += [place for place, stem in enumerate(spoken.line.stems) if stem == "without"]
    bounds = spoken.bounds
    return frozenset(number for place in at for number in range(bounds[place] - _SIGNS, bounds[place] + 1))


def _lacking(spoken: Spoken, places: list[int]) -> Iterator[Statement]:
    """Yield what a clause says is done without, as a denial that it is required."""
    at = next((n for n in places if spoken.line.stems[n] == "without"), None)
    if at is None:
        return
    holds = {
        concept: False
        for n in range(at + 1, min(at + 4, places[-1] + 1))
        if spoken.line.kinds[n] == "w" and (concept := _concept(spoken, n))
    }
    if holds:
        start, end = spoken.line.spans[at][0], spoken.line.spans[min(at + 3, places[-1])][1]
        words = spoken.text[start:end]
        keys = frozenset(f"point {concept}" for concept in holds)
        point = Point({**holds, "requir": False}, denied=True, words=words)
        subject = spoken.line.spans[places[0]][0]
        yield Statement(
            "point",
            keys,
            point,
            spoken,
            partial(frame_of, words.lower().removeprefix("without")),
            partial(spoken.whose, subject),
            subject,
        )


def _concept(spoken: Spoken, place: int) -> str:
    stem, kind = spoken.line.stems[place], spoken.line.kinds[place]
    if kind == "," or stem in _CUE_STEMS:
        return ""
    concept = stem if kind != "w" else "input" if stem in _TAKING else concept_of(stem)
    if not concept:
        return ""
    start, end = spoken.line.spans[place]
    return "" if spoken.text[start:end].lower() in spoken.own else concept


_TAKING = frozenset(("accept", "tak"))
_CUE_STEMS = frozenset(
    words(
        "lack miss missing without not no never none fail absent unavailabl forbid prohibit ban prevent block disabl "
        "remov drop refus declin impossibl unabl only still yet nor neither gone cancell cancel scrap dropp kill "
        "abandon "
        "withdrawn discontinu remove"
    )
)


def turned(statement: Statement) -> list[str]:
    """Return the concepts that a clause denies, if it denies something worth looking up."""
    point = statement.value
    if not isinstance(point, Point) or not point.denied or len(point.holds) > _MOST:
        return []
    denied = [concept for concept, holds in point.holds.items() if not holds]
    return [] if _loose().issuperset(denied) else denied


def may_affirm(sentence: Spoken, denial: Statement) -> bool:
    """Whether a sentence has the words that a clause needs to affirm what is denied; quicker than reading its clauses."""
    point = denial.value
    sayable = _sayable(sentence.stems)
    missing = [each for each in point.holds if each not in sayable] if isinstance(point, Point) else []
    return len(missing) < 2 and _loose().issuperset(missing)


@lru_cache(maxsize=4_096)
def _sayable(stems: frozenset[str]) -> frozenset[str]:
    """Return every concept that a clause of a sentence with these stems may be about."""
    also = () if stems.isdisjoint(_TAKING) else ("input",)
    return frozenset((*stems, *map(concept_of, stems), *also, "requir"))


def points_clash(a: Statement, b: Statement) -> Clash | None:
    """Return why one clause denies what the other affirms; None if it doesn't."""
    one, other = a.value, b.value
    if not isinstance(one, Point) or not isinstance(other, Point) or one.denied == other.denied:
        return None
    denial, claim = (one, other) if one.denied else (other, one)
    denied = turned(a if one.denied else b)
    if not denied:
        return None
    loose = _loose()
    missing = [concept for concept in denial.holds if concept not in claim.holds]
    if "request" in claim.holds and "request" not in denial.holds:
        return None  # prices on request are no published prices
    covered = [concept for concept in denied if claim.holds.get(concept)]
    if len(covered) < len(denied) or any(concept not in loose for concept in missing) or len(missing) > 1:
        return None
    if (
        len(claim.holds) > 3 * len(denial.holds) + 4
        or not same_subject(a, b)
        or not alike(a.frame, b.frame, if_both=("part", "bill"), strictly=("moment",))
    ):
        return None
    about = " ".join(denied[:4]).replace("#", "")
    return Clash(
        _spoken_words(a, b, denied) or about, f"One says {denial.words.strip()!r}, the other {claim.words.strip()!r}."
    )


def _spoken_words(a: Statement, b: Statement, denied: list[str]) -> str:
    """Return the disputed concepts in the words of the sentence that denies them."""
    denial = a if isinstance(a.value, Point) and a.value.denied else b
    line = denial.spoken.line
    wanted = set(denied)
    words = [
        denial.spoken.text[start:end]
        for n, (start, end) in enumerate(line.spans)
        if line.kinds[n] == "w" and concept_of(line.stems[n]) in wanted
    ]
    return " ".join(dict.fromkeys(words[:5]))
