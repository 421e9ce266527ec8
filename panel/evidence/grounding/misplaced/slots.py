"""Who or where a statement puts in the place of another: ``founded in Ghent`` where a source has ``founded in Leuven``."""

import re
from collections.abc import Iterator, Sequence

from panel.evidence.grounding.numbers.finding import Finding
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.measures import Quantity, agree
from panel.evidence.names import Name, same_name
from panel.evidence.passages import Item, Passage

_BEFORE = re.compile(r"\b(by|in|from|to|at|with|for|under|on)\s(?:(?:the|a|an|its|their)\s)?(?:[a-z-]+\s){0,3}$")
"""The preposition that leads to a name, a few words of its own between them."""

_EMPTY = frozenset(
    {
        "have",
        "use",
        "cost",
        "available",
        "make",
        "do",
        "show",
        "see",
        "set",
        "get",
        "tak",
        "giv",
        "work",
        "need",
        "score",
        "new",
    }
)
"""Concepts of words that lead to anything."""

FAR = 60
"""Characters between a verb and the name that it leads to."""


def check_slots(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Iterator[Finding]:
    """Check the names that a statement's verbs and nouns lead to by a preposition.

    Contradicted is one where a sentence has the same word and the same preposition, another name behind it, and
    doesn't have the statement's name at all.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences to look into, the most likely first.
    """
    for word, preposition, name in _slots(claim):
        if evidence.subject.is_ours(name.key) or claim.sign_at(name.span) < 0:
            continue
        found = [
            (place, other)
            for place in places
            for item, lead, other in _slots(evidence.passages[place])
            if item.concept == word.concept and item.sign > 0 and lead == preposition
        ]
        if not found or any(_has(evidence, place, name, word) for place, _ in found):
            continue
        place, other = found[0]
        if _leads_otherwise(claim, other, preposition):
            continue
        if not evidence.subject.is_ours(other.key) and _about_same(claim, evidence, place, other):
            yield Finding("contradicted", name.text, place, other.text, fit=1.0)

    for quantity, preposition, name in _measured(claim):
        found = [
            (place, other)
            for place in places
            for figure, lead, other in _measured(evidence.passages[place])
            if agree(quantity, figure) and lead == preposition
        ]
        if found and not any(same_name(name.key, other.key) for _, other in found):
            place, other = found[0]
            if not any(same_name(name.key, each.key) for each in evidence.passages[place].names):
                yield Finding("contradicted", name.text, place, other.text, fit=1.0)


def _leads_otherwise(claim: Passage, other: Name, preposition: str) -> bool:
    """Whether a statement has a sentence's name too, behind another preposition: ``ran on phones with Android 14``."""
    leads = (_BEFORE.search(claim.text[: each.span[0]]) for each in claim.names if same_name(other.key, each.key))
    return any(lead is not None and lead[1] != preposition for lead in leads)


def _measured(passage: Passage) -> Iterator[tuple[Quantity, str, Name]]:
    """Yield the figures of a sentence that lead to a name: ``eight years at Kobalt``."""
    for name in passage.names:
        match = _BEFORE.search(passage.text[: name.span[0]])
        if match is None or not name.sure:
            continue
        yield from (
            (quantity, match[1], name) for quantity in passage.quantities if 0 <= match.start() - quantity.span[1] <= 1
        )


def _slots(passage: Passage) -> Iterator[tuple[Item, str, Name]]:
    """Yield the words of a sentence that lead to a name, with the preposition between them."""
    for name in passage.names:
        match = _BEFORE.search(passage.text[: name.span[0]])
        if match is None or not name.sure:
            continue
        before = [
            item
            for item in passage.items
            if item.span[1] <= match.start() + 1 and match.start() - item.span[1] < FAR and item.concept not in _EMPTY
        ]
        between = [other for other in passage.names if other.span[1] <= match.start()]
        last = before[-1] if before else None
        if last and not any(other.span[0] > last.span[1] for other in between):
            yield last, match[1], name


def _has(evidence: Evidence, place: int, name: Name, word: Item) -> bool:
    """Whether a sentence or its heading has a name, and not behind another verb or noun of another clause."""
    heading = evidence.headings.get(place)
    near = [place, *([heading] if heading is not None else [])]
    slots = list(_slots(evidence.passages[place]))
    clauses = {item.clause for item, _, _ in slots if item.concept == word.concept}
    if any(same_name(name.key, other.key) and item.clause not in clauses for item, _, other in slots):
        return False
    return any(same_name(name.key, other.key) for at in near for other in evidence.passages[at].names)


def _about_same(claim: Passage, evidence: Evidence, place: int, slot: Name) -> bool:
    """Whether a sentence is about the one that the statement is about: ours, or a name that both have."""
    theirs = [name for name in evidence.passages[place].names if name is not slot and name.sure]
    foreign = [name for name in theirs if name.span[0] < slot.span[0] and not evidence.subject.is_ours(name.key)]
    return not foreign or any(same_name(name.key, other.key) for name in claim.names for other in foreign)
