"""Numbers, dates and licences of a statement, each set beside the one in the dossier that it must be about."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from panel.evidence.dates import DateMention, may_be_same
from panel.evidence.grounding.belonging import claimed_owners, may_own
from panel.evidence.grounding.evidence import Evidence
from panel.evidence.grounding.fitting import Figure, at_odds, companions, comparable, fit, is_margin
from panel.evidence.licences import LicenceMention, same_licence
from panel.evidence.measures import Quantity, close_enough, same_measure
from panel.evidence.owners import nearby
from panel.evidence.passages import Passage

Found = Literal["supported", "contradicted", "unsupported"]

ENOUGH = 0.22
"""Share of a statement's words that must stand near a figure before the figure can be the one that is meant."""

NEAR = 0.8
"""How near to the best match an agreeing figure must come."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one checkable part of a statement."""

    kind: Found
    """Whether it is borne out."""
    part: str
    """The words that were checked."""
    place: int | None = None
    """Where the sentence stands that decides it."""
    said: str = ""
    """What that sentence says instead."""
    span: tuple[int, int] | None = None
    """Where in that sentence the figure stands."""
    fit: float = 0.0
    """How much of the statement stands near what was found, from 0 to 1."""
    quantity: Quantity | None = None
    """The number that was checked, if it is one."""


@dataclass(frozen=True, slots=True)
class _Rival:
    place: int
    figure: Figure
    fit: float
    agrees: bool


def check_figures(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check every number, date and licence of a statement.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    for quantity in claim.quantities:
        yield _decided(claim, quantity, _rivals(claim, quantity, evidence, places, _quantities))
    for mention in claim.dates:
        if mention.start or mention.month:
            yield _decided(claim, mention, _rivals(claim, mention, evidence, places, _dates))
    for licence in claim.licences:
        everywhere = [place for place in range(len(evidence.passages)) if evidence.passages[place].licences]
        yield _decided(claim, licence, _rivals(claim, licence, evidence, everywhere, _licences))


def _decided(claim: Passage, figure: Figure, rivals: Sequence[_Rival]) -> Finding:
    part = claim.text[slice(*figure.span)].strip()
    quantity = figure if isinstance(figure, Quantity) else None
    best = max(rivals, key=lambda rival: (rival.fit, rival.agrees), default=None)
    agreeing = max((rival for rival in rivals if rival.agrees), key=lambda rival: rival.fit, default=None)
    if agreeing and best and agreeing.fit >= max(ENOUGH, NEAR * best.fit):
        return Finding("supported", part, agreeing.place, span=agreeing.figure.span, fit=agreeing.fit)
    if best and best.fit >= ENOUGH and not best.agrees:
        return Finding("contradicted", part, best.place, best.figure.text.strip(), fit=best.fit, quantity=quantity)
    return Finding("unsupported", part, quantity=quantity)


def _rivals(
    claim: Passage,
    figure: Figure,
    evidence: Evidence,
    places: Sequence[int],
    alike: Callable[[Passage, Passage, Figure], Iterator[tuple[Figure, bool]]],
) -> list[_Rival]:
    """Return the figures of the dossier that could be the one that is meant."""
    whose = claimed_owners(claim, figure.span, evidence)
    near = nearby(claim, figure.span)
    found = []
    for place in places:
        passage = evidence.passages[place]
        for other, equal in alike(claim, passage, figure):
            if not equal and _is_of_another(claim, figure, other):
                continue
            if may_own(claim, whose, evidence, place, other.span):
                beside = companions(claim, figure, passage, other)
                agrees = (
                    equal and beside >= 0 and (beside > 0 or not at_odds(claim, figure, near, evidence, passage, other))
                )
                closeness = 1.0 if beside > 0 and equal else fit(claim, figure, near, evidence, place, other)
                found.append(_Rival(place, other, closeness, agrees))
    return found


def _is_of_another(claim: Passage, figure: Figure, other: Figure) -> bool:
    """Whether a figure of the dossier is what another number of the statement is about: ``71 of 112 tickets``."""
    if not isinstance(other, Quantity):
        return False
    return any(
        each is not figure and same_measure(each, other) and close_enough(each, other) for each in claim.quantities
    )


def _quantities(claim: Passage, passage: Passage, figure: Figure) -> Iterator[tuple[Figure, bool]]:
    assert isinstance(figure, Quantity)
    margin = is_margin(claim, figure) and figure.kind != "multiple"
    for other in passage.quantities:
        if comparable(figure, other) and margin == (is_margin(passage, other) and other.kind != "multiple"):
            yield other, close_enough(figure, other) and _same_period(figure, other)


_PERIODS = frozenset({"month", "year", "week", "day", "hour", "minute", "second"})


def _same_period(a: Quantity, b: Quantity) -> bool:
    one, two = _PERIODS & set(a.per), _PERIODS & set(b.per)
    return not one or not two or bool(one & two)


def _dates(_: Passage, passage: Passage, figure: Figure) -> Iterator[tuple[Figure, bool]]:
    assert isinstance(figure, DateMention)
    for other in passage.dates:
        if other.start or other.month:
            yield other, may_be_same(figure, other) and not _finer(figure, other)


def _finer(claimed: DateMention, stated: DateMention) -> bool:
    """Whether a statement is more exact than its source."""
    order = ("day", "week", "month", "quarter", "half", "year")
    return order.index(claimed.precision) < order.index(stated.precision)


def _licences(_: Passage, passage: Passage, figure: Figure) -> Iterator[tuple[Figure, bool]]:
    assert isinstance(figure, LicenceMention)
    for other in passage.licences:
        yield other, same_licence(figure.name, other.name)
