"""How well a figure of the dossier fits the one that a statement has, judged by the words beside both."""

import re
from collections.abc import Sequence

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.numbers.beside import beside_others, named_apart, second_at
from panel.evidence.grounding.numbers.comparable import PERSONS, Figure
from panel.evidence.licences import LicenceMention
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity
from panel.evidence.names import Name, same_name
from panel.evidence.owners import nearby, segment
from panel.evidence.passages import Item, Passage
from panel.evidence.stems import stem

PRIOR = 0.3
"""What a figure of the right kind is worth before any word is compared."""


def fit(claim: Passage, figure: Figure, near: Sequence[Item], evidence: Evidence, place: int, other: Figure) -> float:
    """Return how much of a statement stands near a figure of the dossier, from 0 to 1."""
    passage = evidence.passages[place]
    close = {item.concept for item in nearby(passage, other.span)} | _unit_concepts(other)
    apart = beside_others(passage, other) - close if evidence.tables.get(place) is None else set()
    context = evidence.around(place)
    beside = set(map(id, near))
    clause = claim.clause_at(figure.span)
    total = got = PRIOR
    for concept in _unit_concepts(figure):
        weight = evidence.rarity(concept)
        total += weight
        alike = concept in close or (concept in PERSONS and bool(PERSONS & _unit_concepts(other)))
        got += weight * (1.0 if alike else 0.6 if concept in passage.concepts else 0.0)
    implied = {"cost", "available"} if getattr(figure, "kind", "") == "money" else set()
    for item in claim.items:
        if item.concept in implied or (isinstance(figure, LicenceMention) and item.concept == "licence"):
            continue
        if figure.span[0] <= item.span[0] < figure.span[1] and item.concept in _unit_concepts(figure):
            continue
        weight = item.weight * evidence.rarity(item.concept) * (1.0 if id(item) in beside else 0.7)
        total += weight
        inside = 1.0 if item.concept in close else 0.7 if item.concept in passage.concepts else 0.0
        inside = 0.2 if item.concept in apart else inside
        inside = max(inside, 0.8 if item.concept in passage.name_concepts else 0.0)
        got += weight * (inside or (0.4 if item.concept in context else 0.0))
    second = second_at(claim, figure)
    for name in claim.names:
        if evidence.subject.is_ours(name.key) or not name.sure or (second is not None and name.span[0] >= second):
            continue
        weight = 1.5 if claim.clause_at(name.span) == clause else 0.5
        total += weight
        got += weight * (0.2 if named_apart(name, passage, other) else _name_fit(name, passage, evidence, place))
    if _counts_other(figure, other, passage):
        got *= 0.3
    if _orders(claim, figure) - set(passage.line.stems):
        got *= 0.5
    return got / total * (0.5 if _is_past(claim, figure) != _is_past(passage, other) else 1.0)


def _counts_other(figure: Figure, other: Figure, passage: Passage) -> bool:
    """Whether a sentence counts what a statement counts with another number than this one."""
    if not isinstance(figure, Quantity) or not isinstance(other, Quantity) or figure.kind != "count":
        return False
    mine = concept_of(stem(figure.unit)).name
    theirs = concept_of(stem(other.unit)).name if other.unit else mine
    if theirs == mine or {mine, theirs} <= PERSONS:
        return False
    return other.kind == "count" or any(
        each.unit and concept_of(stem(each.unit)).name == mine for each in passage.quantities if each is not other
    )


_ORDER_WORDS = frozenset({"first", "second", "third", "original", "previous", "old"})


def _orders(claim: Passage, figure: Figure) -> set[str]:
    """Return the words beside a figure that tell one generation of a thing from another."""
    start, end = segment(claim, figure.span)
    spans = zip(claim.line.stems, claim.line.spans, strict=True)
    return {stemmed for stemmed, span in spans if stemmed in _ORDER_WORDS and start <= span[0] < end}


_PAST = re.compile(
    r"\b(?:down from|up from|instead of|(?:was|were)(?!\s\w+ed\b)|previously|used to|formerly|predecessor|"
    r"forerunner|rather than|until|before the launch|"
    r"had spoken of|originally|compared (?:with|to)|former|last year|a year earlier|earlier|old)\b",
    re.IGNORECASE,
)


_OLDER = re.compile(r"\b(?:predecessor|forerunner|last year|before|earlier|previously|originally)\b", re.IGNORECASE)


def _is_past(passage: Passage, figure: Figure) -> bool:
    """Whether a price or count is one of former times: ``down from $30``, ``was $30``."""
    if not isinstance(figure, Quantity) or figure.kind == "number":
        return False
    start, end = segment(passage, figure.span)
    before = passage.text[max(0, start - 12, figure.span[0] - 28) : figure.span[0]]
    behind = passage.text[figure.span[1] : end]
    falls = bool(_FROM.search(f"{before}{figure.text[:6]}")) and bool(re.match(r"(?:\s\w+){0,3}\sto\b", behind))
    return falls or bool(_PAST.search(re.split(r"\d", before)[-1]) or _OLDER.search(behind))


_FROM = re.compile(r"\bfrom\s[$€£¥]?[\d.]*$|\bfrom\s", re.IGNORECASE)


def _unit_concepts(figure: Figure) -> set[str]:
    if not isinstance(figure, Quantity) or figure.kind not in ("count", "money", "bytes"):
        return set()
    words = figure.noun if figure.kind == "count" else ()
    return {concept_of(stem(word)).name for word in words} | {
        concept_of(stem(word.split()[-1])).name for word in figure.per
    }


def _name_fit(name: Name, passage: Passage, evidence: Evidence, place: int) -> float:
    if any(same_name(name.key, other.key) for other in passage.names):
        return 1.0
    near = (evidence.headings.get(place), evidence.tables.get(place), evidence.before(place))
    for other in near:
        if other is not None and any(same_name(name.key, each.key) for each in evidence.passages[other].names):
            return 0.6
    return 0.0
