"""Two that a statement compares, held against a figure of either: ``fewer errors than B`` beside 6.1% and, of B, 8.4%."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.compared.versus_pairs import pairs_of
from panel.evidence.grounding.compared.versus_read import Side, Versus, read_versus
from panel.evidence.grounding.compared.versus_sentences import RIGHTLY, WRONG, Pair
from panel.evidence.grounding.numbers.comparable import is_margin
from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.grounding.numbers.paired_figures import literal
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.lookup.parts import Unit, has_unit, units_of
from panel.evidence.measures import agree
from panel.evidence.names import same_name
from panel.evidence.passages import Passage
from panel.evidence.stems import stem
from panel.evidence.words import words

_DELAY = re.compile(
    r"\b(?:latency|lag|delay|took|takes?|taking|needs?|needed|seconds? to|minutes? to|boots?|loads?|answer\w*|repl\w+|respon\w+|off by|within|time)\b",
    re.I,
)
_LASTS = re.compile(r"\b(?:battery|lasts?|lasted|endurance|runtime|charge|uptime)\b", re.IGNORECASE)
_NOISE = re.compile(r"\bnoise\b", re.IGNORECASE)
_OFTEN = re.compile(r"(?:often|frequently)\b")
_MORE = re.compile(r"[,;]\s|\s(?:and|but|which|who|because|since|so|though|although|while)\s", re.IGNORECASE)
"""What says more than which of two has more."""

_BY_KIND = {"weight": "weight", "sound": "sound", "light": "light"}
_COSTS_MORE = frozenset({"bytes", "money", "weight", "power", "sound"})
EVEN = 0.1
"""By how large a share two figures may differ that are said to be the same."""

_TESTERS = frozenset(
    stem(word) for word in words("independent tester testers reviewer test tests trial measured found")
)
"""Stems of what tells who compared, rather than what."""


def check_versus(claim: Passage, evidence: Evidence) -> Iterator[Finding]:
    """Check which of two a statement says has more against the figures that the dossier has of them.

    Args:
        claim: The statement.
        evidence: The dossier.
    """
    asked = read_versus(claim, evidence)
    if asked is None:
        return
    told = [
        unit
        for unit in units_of(claim)
        if (unit.strong or unit.concept == "")
        and unit.stems.isdisjoint(_TESTERS)
        and not asked.word[0] <= unit.span[0] < asked.word[1]
        and not evidence.subject.is_ours(unit.key)
        and not _OFTEN.match(claim.text, unit.span[0])
        and not _is_teller(claim, unit, evidence)
        and not _is_side(unit, asked.left)
        and not _is_side(unit, asked.right)
    ]
    found = [
        (shared, pair, way)
        for pair in pairs_of(asked, evidence)
        if (way := _way(asked, pair, claim, evidence)) is not None
        and (shared := _shared(claim, asked, told, pair, evidence)) is not None
    ]
    if not found:
        return
    top = max(shared for shared, _, _ in found)
    best = [(pair, way) for shared, pair, way in found if shared == top]
    ways = {way == asked.sign for _, way in best}
    if len(ways) == 1:
        place = best[0][0].place
        if ways == {False}:
            yield Finding("contradicted", claim.text, place, evidence.passages[place].text, fit=1.0)
        elif not _figures_besides(claim, asked) and not _MORE.search(claim.text, asked.than):
            yield Finding("supported", claim.text, place, evidence.passages[place].text, fit=1.0)


def _figures_besides(claim: Passage, asked: Versus) -> bool:
    """Whether a statement has figures that name none of the two: ``3.2`` does in ``quicker with 3.2 than with 3.1``."""
    sides = asked.left.stems | asked.right.stems
    return any(each.text.strip(" .") not in sides for each in claim.quantities)


def _is_teller(claim: Passage, unit: Unit, evidence: Evidence) -> bool:
    """Whether a statement begins with who says it: ``Inkwell found that``, ``Inkwell's restore was``."""
    if unit.span[0]:
        return False
    return any(name.span[0] == 0 and any(name.key <= key for key in evidence.publishers) for name in claim.names)


def _is_side(unit: Unit, side: Side) -> bool:
    return bool(unit.stems <= side.stems or (side.key and not unit.concept and same_name(unit.key, side.key)))


def _shared(claim: Passage, asked: Versus, told: Sequence[Unit], pair: Pair, evidence: Evidence) -> float | None:
    """Return how much of what else a statement says stands with two figures; None where too little does."""
    said = frozenset().union(*(evidence.said(place) | evidence.around(place) for place in {pair.place, pair.other}))
    told = [
        unit
        for unit in told
        if unit.concept or not (evidence.publishes(unit.key, pair.place) or evidence.publishes(unit.key, pair.other))
    ]
    here = frozenset().union(*(evidence.said(place) for place in {pair.place, pair.other}))
    heads = [evidence.headings.get(place) for place in (pair.place, pair.other)]
    here = here.union(*(evidence.said(head) for head in heads if head is not None))
    met = [unit for unit in told if has_unit(said, unit)]
    named = [
        unit
        for unit in told
        if not has_unit(here, unit) and (not unit.concept or (claim.text[unit.span[0]].isupper() and unit.span[0]))
    ]
    of_what = [
        unit
        for unit in told
        if asked.word[1] <= unit.span[0] < asked.than
        and not has_unit(said, unit)
        and not WRONG.match(claim.text, unit.span[0])
    ]
    if named or of_what:
        return None
    if not (pair.both and asked.by_place) and (
        2 * len(met) < len(told) or not (met or _is_meant(claim, asked, pair, evidence))
    ):
        return None
    return sum(has_unit(here, unit) for unit in met) + len(met) - 0.5 * (pair.place != pair.other)


def _is_meant(claim: Passage, asked: Versus, pair: Pair, evidence: Evidence) -> bool:
    """Whether a statement shares any word at all with the sentences of two figures, or says itself what is measured."""
    if asked.scale not in ("literal", "good"):
        return True
    here = frozenset().union(*(evidence.said(place) for place in {pair.place, pair.other}))
    return any(has_unit(here, unit) for unit in units_of(claim) if unit.concept)


def _way(asked: Versus, pair: Pair, claim: Passage, evidence: Evidence) -> int | None:
    """Return 1 where the left one's figure is more on the statement's scale, -1 where it is less, None where that is unclear."""
    one, two = pair.one.value, pair.two.value
    if pair.one.kind != pair.two.kind:
        one, two = literal(pair.one), literal(pair.two)
    if any(is_margin(claim, each) and agree(each, other) for each in claim.quantities for other in pair[:2]):
        return None
    order = (one > two) - (one < two)
    text = " ".join(evidence.passages[place].text for place in {pair.place, pair.other})
    kinds = {pair.one.kind, pair.two.kind}
    if not asked.sign and "money" not in kinds:
        return 0 if abs(one - two) <= EVEN * max(one, two) else order
    if not order or ("money" in kinds) != (asked.scale == "price"):
        return None
    if asked.scale == "price":
        return order if pair.one.unit == pair.two.unit and pair.one.per == pair.two.per else None
    if asked.scale in _BY_KIND:
        noise = asked.scale == "sound" and _NOISE.search(text)
        return order if noise or kinds == {_BY_KIND[asked.scale]} else None
    if asked.scale == "fast":
        rate = pair.one.per or pair.two.per or kinds == {"multiple"}
        return -order if "time" in kinds else order if rate else None
    if pair.counted and asked.scale == "literal":
        return order
    wrong = bool(WRONG.search(text))
    if wrong and RIGHTLY.search(text):
        return None  # errors that were found are no errors that were made
    if asked.scale == "good":
        return _better(order, kinds, text)
    return order if wrong == bool(WRONG.search(claim.text)) else -order


def _better(order: int, kinds: set[str], text: str) -> int | None:
    """Return the order of two figures turned round where less of what they measure is better."""
    if "time" in kinds:
        lasts, waits = _LASTS.search(text) is not None, _DELAY.search(text) is not None
        return None if lasts == waits else order if lasts else -order
    return -order if WRONG.search(text) or kinds & _COSTS_MORE else order
