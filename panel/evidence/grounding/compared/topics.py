"""What a comparison is about beside the two that it compares, and how much of that a sentence has."""

import re

from panel.evidence.concepts import concept_of
from panel.evidence.grounding.compared.comparisons import Comparison
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.names import same_name
from panel.evidence.passages import Item, Passage
from panel.evidence.stems import stem


def _near(evidence: Evidence, place: int, passage: Passage) -> tuple[int | None, ...]:
    """Return the heading of a sentence, and the sentence before if it is gone on with."""
    goes_on = re.match(r"(?:It|They|There|This|Both)\b", passage.text)
    return evidence.headings.get(place), evidence.before(place) if goes_on else None


def is_within(item: Item, asked: Comparison) -> bool:
    """Whether a word is the one that compares, or an adverb beside it."""
    return asked.span[0] - 1 <= item.span[0] < asked.span[1] + 1


_TURN = re.compile(r"[,;]\s(?:but|while|whereas|though)\s|;\s", re.IGNORECASE)


def _stands_with(span: tuple[int, int], asked: Comparison, claim: Passage) -> bool:
    """Whether a word stands in the same half of a sentence as a comparison: ``A leads in maths, but B in coding``."""
    start, end = sorted((span[0], asked.span[0]))
    return _TURN.search(claim.text, start, end) is None


def topic_of(asked: Comparison, claim: Passage, passage: Passage, evidence: Evidence, place: int) -> float:
    """Return how many of a statement's further names a sentence has, or 1 if there are none."""
    pair = [key for key in (asked.left, asked.right) if key]
    others = [
        name
        for name in claim.names
        if name.sure
        and not evidence.subject.is_ours(name.key)
        and not any(same_name(name.key, key) for key in pair)
        and not evidence.publishes(name.key, place)
        and _stands_with(name.span, asked, claim)
    ]
    near = [
        passage,
        *(evidence.passages[at] for at in _near(evidence, place, passage) if at is not None),
    ]
    topics = [
        item.concept
        for item in claim.items
        if item.weight >= 1 and not is_within(item, asked) and _stands_with(item.span, asked, claim)
    ]
    heads = [evidence.headings.get(place), evidence.tables.get(place)]
    said = passage.concepts.union(*(evidence.passages[head].concepts for head in heads if head is not None))
    said |= {concept_of(stem(word)).name for name in passage.names for word in name.key}
    names = [
        name
        for name in claim.names
        if name.sure and not any(same_name(name.key, key) for key in pair) and _stands_with(name.span, asked, claim)
    ]
    if topics and len(names) < 2 and not any(topic in said for topic in topics):
        return 0.0
    got = [name for name in others if any(same_name(name.key, each.key) for one in near for each in one.names)]
    return len(got) / len(others) if others else 1.0
