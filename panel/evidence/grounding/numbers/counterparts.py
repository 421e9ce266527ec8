"""The figures of a dossier that could be the one that a statement means, and which of them it is."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from panel.evidence.concepts import concept_of
from panel.evidence.dates import DateMention, may_be_same
from panel.evidence.grounding.numbers.amounts import COUNTS
from panel.evidence.grounding.numbers.beside import at_odds, companions
from panel.evidence.grounding.numbers.comparable import PERSONS, Figure, counts_alike
from panel.evidence.grounding.numbers.fitting import fit
from panel.evidence.grounding.numbers.joined import is_of_another, is_of_second, is_side, said_of_second
from panel.evidence.lookup.belonging import claimed_owners, may_own
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, same_measure
from panel.evidence.names import same_name
from panel.evidence.owners import nearby, subject
from panel.evidence.passages import Passage
from panel.evidence.stems import stem

ENOUGH = 0.22
"""Share of a statement's words that must stand near a figure before the figure can be the one that is meant."""

SURE = 0.45
"""How well another figure must fit to contradict one that the dossier has for something else."""

CLEARER = 1.0
"""By how much it must then fit better."""

CLEARER_IF_AGREES = 1.4
"""The same where nothing else speaks against the equal one."""

CLEARER_DATE = 1.1
"""The same of dates, which say little by being somewhere."""

PLAINLY = 0.8
"""How well another figure must fit to contradict a particular one that stands quite elsewhere."""

LARGE = 10_000
"""A count that seldom stands for something else, however round."""

RARE = 3
"""Digits that make a number a particular one."""

WHOLE = 100
"""Bare numbers above this are no percentages."""

POINT = re.compile(r"\d+\.\d+")
"""A number with a point."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A figure of the dossier that could be the one that a statement means."""

    place: int
    """Where its sentence stands."""
    figure: Figure
    """What it is."""
    fit: float
    """How much of the statement stands near it, from 0 to 1."""
    agrees: bool
    """Whether it is the same, and nothing beside it is at odds with the statement."""
    equal: bool
    """Whether it is the same."""
    own: bool
    """Whether it is of whom the statement speaks of."""
    named: bool
    """Whether the statement names whom it speaks of."""
    topical: bool
    """Whether its sentence has a telling word or a name of the statement."""


def counterparts(
    claim: Passage,
    figure: Figure,
    evidence: Evidence,
    places: Sequence[int],
    alike: Callable[[Passage, Passage, Figure], Iterator[tuple[Figure, bool]]],
) -> list[Counterpart]:
    """Return the figures of the dossier that could be the one that is meant."""
    whose = claimed_owners(claim, figure.span, evidence)
    near = nearby(claim, figure.span)
    found = []
    named = subject(claim) is not None or claim.text.startswith(("It ", "Its ", "They "))
    ahead = said_of_second(claim, figure)
    most = min(1.0, max((item.weight for item in claim.items), default=1.0))
    for place in places:
        passage = evidence.passages[place]
        for other, equal in alike(claim, passage, figure):
            if not equal and (is_of_another(claim, figure, other) or is_side(claim, figure) != is_side(passage, other)):
                continue
            if not equal and ahead and not ahead.isdisjoint(passage.line.stems):
                continue
            if not equal and is_of_second(claim, figure, passage, other):
                continue
            own = may_own(claim, whose, evidence, place, other.span)
            if not own and not equal:
                continue
            beside = companions(claim, figure, passage, other)
            agrees = (
                equal and beside >= 0 and (beside > 0 or not at_odds(claim, figure, near, evidence, passage, other))
            )
            closeness = 1.0 if beside > 0 and equal else fit(claim, figure, near, evidence, place, other)
            said = passage.concepts | passage.name_concepts
            topical = any(item.weight >= most and item.concept in said for item in claim.items)
            topical = topical or any(same_name(name.key, other.key) for name in claim.names for other in passage.names)
            found.append(Counterpart(place, other, closeness, agrees, equal, own, named, topical))
    return found


def is_clearer(against: Counterpart, equal: Counterpart) -> bool:
    """Whether another figure fits so much better than the equal one that it must be the one meant."""
    one, two = equal.figure, against.figure
    if isinstance(one, DateMention) and isinstance(two, DateMention) and may_be_same(one, two):
        return False  # "in August" leaves the 18th open
    if isinstance(one, DateMention) and isinstance(two, DateMention) and one.precision == "day" != two.precision:
        return False  # a day seldom stands in a dossier for something else, and a month is less than a day
    if equal.named and not equal.own:
        return True
    if equal.agrees and equal.own and equal.place == against.place and not isinstance(one, DateMention):
        return False  # both stand in one sentence, and nothing says that the statement's is of something else
    if isinstance(equal.figure, DateMention):
        return against.fit >= max(SURE, CLEARER_DATE * equal.fit)
    if equal.agrees and _is_rare(equal.figure):
        measured = isinstance(equal.figure, Quantity) and equal.figure.kind not in _SAID_OF_MANY
        return measured and equal.fit < ENOUGH and against.fit >= PLAINLY and equal.place != against.place
    clearer = CLEARER_IF_AGREES if equal.own and (equal.agrees or _is_rare(equal.figure)) else CLEARER
    tie = 1e-6 if equal.agrees or _is_rare(equal.figure) else -1e-6
    return against.fit >= SURE and against.fit > clearer * equal.fit + tie


_SAID_OF_MANY = frozenset({"count", "number", "money"})
"""Kinds of figures of which a particular one seldom stands for something else."""


def _is_rare(figure: Figure) -> bool:
    """Whether a number is so particular that it seldom stands for something else: a sum, ``61.4``, not ``50``."""
    digits = re.sub(r"\D", "", figure.text).strip("0") if isinstance(figure, Quantity) else ""
    if len(digits) >= RARE or not isinstance(figure, Quantity):
        return len(digits) >= RARE
    return figure.kind == "money" or (figure.kind in COUNTS and figure.value >= LARGE)


def may_contradict(claimed: Figure, stated: Figure) -> bool:
    """Whether another number can be what the dossier says instead: a count of the same things, a like measure."""
    if not isinstance(claimed, Quantity) or not isinstance(stated, Quantity):
        return True
    if claimed.kind == "count" and claimed.unit:
        return stated.kind == "count" and counts_alike(claimed, stated) and not _is_far(claimed, stated)
    if stated.kind == "percent" and claimed.kind == "number":
        return False
    if claimed.kind == "percent" and stated.kind == "number":
        return stated.value <= WHOLE and any(c.isdigit() for c in stated.text)
    return True


FAR = 200
"""How many times another count must be one, to be that of other things: four of 412,000 stops that somebody tried."""


def _is_far(claimed: Quantity, stated: Quantity) -> bool:
    small, large = sorted((claimed.value, stated.value))
    return large >= FAR * max(small, 1.0) and concept_of(stem(claimed.unit)) == concept_of(stem(stated.unit))


def counts_same(claimed: Quantity, stated: Figure) -> bool:
    """Whether two numbers count the same noun."""
    if not isinstance(stated, Quantity):
        return False
    if claimed.kind != "count":
        return same_measure(claimed, stated) and claimed.kind != "number"
    mine, theirs = (concept_of(stem(each.unit)).name for each in (claimed, stated))
    return bool(claimed.unit) and (mine == theirs or {mine, theirs} <= PERSONS)


SCALE = 1_000
"""How many times a number must be one that stands alone with a point, to be no other value of it."""


def is_of_other_scale(figure: Figure, other: Figure) -> bool:
    """Whether a number with a point stands alone, as a version's does, and another one is of a far greater scale."""
    if not isinstance(figure, Quantity) or not isinstance(other, Quantity) or figure.kind != "number":
        return False
    return bool(POINT.fullmatch(figure.text.strip(" .,;"))) and other.value > SCALE * figure.value
