"""Things that one page says are there and another says aren't, whatever they are: the same words, turned round."""

import re
from collections.abc import Iterator
from functools import cache, partial
from itertools import groupby
from typing import NamedTuple

from panel.evidence.conflicts.concepts import concept_of
from panel.evidence.conflicts.frames import alike, frame_of
from panel.evidence.conflicts.grammar import stems_of
from panel.evidence.conflicts.spoken import Spoken
from panel.evidence.conflicts.statements import Clash, Statement, same_subject
from panel.evidence.lowered import lowered, word_set
from panel.evidence.words import words

_MOST = 7
"""Concepts of a denial; what says more than that is an argument, not a fact."""

_FEWEST = 3
"""Tokens of a sentence that states anything; what is shorter is a label."""

_OPINION = frozenset(
    words(
        "i we my our think thinks believe believes feel feels felt seem seems appear appears hope hopes should reviewer reviewers "
        "critic critics would if unless whether"
    )
)
_PERHAPS = ("complain", "disappoint", "worr", "some users")
_COMPLAINT = re.compile(r"\b(?:complain\w*|disappoint\w*|worr\w+|some users)\b")
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


def points(spoken: Spoken) -> Iterator[Statement]:
    """Yield the clauses of a sentence as concepts that are affirmed or denied."""
    if len(spoken.line.stems) < _FEWEST or _is_opinion(spoken.text) or spoken.reading.asked == "open":
        return
    plain = not spoken.reading.cues and spoken.reading.asked is None
    for _, tokens in groupby(range(len(spoken.bounds)), spoken.bounds.__getitem__):
        places = list(tokens)
        holds: dict[str, bool] = {}
        meant = {place: concept for place in places if (concept := _concept(spoken, place))}
        if len(set(meant.values())) > 3 * _MOST:
            continue
        for place, concept in meant.items():
            said = plain or spoken.says((place,))
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


def _is_opinion(text: str) -> bool:
    """Whether a sentence tells what somebody thinks or what holds on a condition."""
    if not word_set(text).isdisjoint(_OPINION):
        return True
    small = lowered(text)
    return any(map(small.__contains__, _PERHAPS)) and _COMPLAINT.search(small) is not None


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


def _denied(statement: Statement) -> list[str]:
    """Return the concepts that a clause denies, if it denies something worth looking up."""
    point = statement.value
    if not isinstance(point, Point) or not point.denied or len(point.holds) > _MOST:
        return []
    denied = [concept for concept, holds in point.holds.items() if not holds]
    return [] if _loose().issuperset(denied) else denied


def points_clash(a: Statement, b: Statement) -> Clash | None:
    """Return why one clause denies what the other affirms; None if it doesn't."""
    one, other = a.value, b.value
    if not isinstance(one, Point) or not isinstance(other, Point) or one.denied == other.denied:
        return None
    denial, claim = (one, other) if one.denied else (other, one)
    denied = _denied(a if one.denied else b)
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
