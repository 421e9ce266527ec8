"""What no source speaks of: the words of a statement that occur nowhere, whatever they are put as."""

import re
from collections.abc import Sequence

from panel.evidence.grounding.words.familiar import is_familiar
from panel.evidence.grounding.words.wording import Likeness
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.owners import subject
from panel.evidence.passages import Item, Passage

TOLD = 0.6
"""Share of a statement's words that one sentence and its neighbours must have for it to be spoken of."""

LONGEST = 11
"""Words and marks of a statement that says one plain thing; longer ones are put in too many ways."""

_HEDGED = re.compile(
    r"^(?:For|With|At|On|In|By|After|Before|Without|As)\b|\b(?:more|less|fewer|than|most|least|better|worse|\w{3,}er than|higher|lower|faster|"
    r"slower|weaker|stronger)\b",
    re.IGNORECASE,
)
"""What compares, or says under which circumstances."""

_FEATURE = re.compile(
    r"\b(?:has(?! to)|have(?! to)|supports?|offers?|includes?|accepts?|understands?|generates?|provides?|features?|comes? with|runs? on|works? with|syncs?|"
    r"connects?|integrates?|translates?|recogni[sz]es|processes|is available|are available|can be|is (?:certified|compatible|waterproof|"
    r"open|written|built))\b",
    re.IGNORECASE,
)
"""What says that something can be done with it."""

ROOT = 5
"""Letters that two words of one family share."""


def is_unheard_of(claim: Passage, evidence: Evidence, found: Sequence[Likeness]) -> bool:
    """Whether a statement says something of its own: a telling word that occurs nowhere, and no sentence near it.

    Args:
        claim: The statement.
        evidence: The dossier.
        found: How it compares with the sentences that have most in common with it.
    """
    if len(claim.line.stems) > LONGEST or _HEDGED.search(claim.text) or _is_others(claim, evidence):
        return False
    verb = _FEATURE.search(claim.text)
    if verb is None or any(
        name.sure and not evidence.subject.is_ours(name.key) and is_familiar(name, evidence) for name in claim.names
    ):
        return False
    absent = [
        item
        for item in claim.items
        if item.weight >= 1 and item.span[0] >= verb.start() and not _occurs(item, evidence)
    ]
    return bool(absent) and all(_told(claim, evidence, each.place) < TOLD for each in found[:8])


def _is_others(claim: Passage, evidence: Evidence) -> bool:
    """Whether a statement is about somebody else than the release, whom a source names."""
    about = subject(claim)
    return about is not None and about.sure and not evidence.subject.is_ours(about.key) and is_familiar(about, evidence)


def _occurs(item: Item, evidence: Evidence) -> bool:
    """Whether a word or one of its family occurs anywhere."""
    return bool(evidence.places(item.concept)) or evidence.has_family(
        item.word[:ROOT] if len(item.word) > ROOT else item.word
    )


def _told(claim: Passage, evidence: Evidence, place: int) -> float:
    """Return the share of a statement's words that a sentence and what stands round it have."""
    there = evidence.passages[place].concepts | evidence.around(place)
    weights = {item.concept: item.weight * evidence.rarity(item.concept) for item in claim.items}
    total = sum(weights.values())
    return sum(weight for concept, weight in weights.items() if concept in there) / total if total else 1.0
