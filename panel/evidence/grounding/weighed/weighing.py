"""Whether a statement is borne out, where rules alone don't tell: its signs, weighed.

The trees are fitted to labelled statements by ``benchmarks/claim_weights.py``.
"""

from collections.abc import Sequence
from functools import cache

from panel.domain.judgement import JudgementKind
from panel.evidence.conflicts.names import own_words
from panel.evidence.conflicts.statements import Signs
from panel.evidence.grounding.weighed.bearings import bearing_signs
from panel.evidence.grounding.weighed.frames import frame_signs
from panel.evidence.grounding.weighed.signs import Seen, word_signs
from panel.evidence.grounding.weighed.wordings import wordings, words
from panel.evidence.lookup.evidence import Evidence
from panel.evidence.passages import Passage
from panel.evidence.trees import Forest, read_forest

WRONG = 0.58
"""Chance above which a statement counts as wrong."""

ENOUGH = 0.3
"""Share of a statement without figures, names or denials that some sentence must have for it to be wrong, not an opinion."""

SURELY = 0.65
"""Chance above which it counts as wrong where no sentence has so much of it."""

PLAINLY = 0.7
"""Chance above which a sentence that is built like an opinion counts as wrong."""

WORDINGS = "wordings"
"""The sign of what the words tell that a statement and its likest sentence share or don't."""


def claim_signs(claim: Passage, evidence: Evidence, places: Sequence[int], ruled: JudgementKind) -> Signs:
    """Return the signs of a statement; none where nothing in the dossier has a word in common with it.

    Args:
        claim: The statement.
        evidence: The dossier.
        places: The sentences that have most in common with it.
        ruled: What the rules make of it.
    """
    if not places:
        return {}
    release = evidence.dossier.release
    own = own_words(f"{release.slug.replace('-', ' ')} {release.name}")
    seen = Seen(claim, evidence, places)
    found = word_signs(seen) | bearing_signs(seen, own) | frame_signs(claim.text) | {f"ruled {ruled}": 1.0}
    found[WORDINGS] = words().odds(wordings(seen))
    return {name: strength for name, strength in found.items() if strength}


@cache
def forest() -> Forest:
    """Return what each sign tells."""
    return read_forest(__package__ or "", "trees.json")


def is_wrong(found: Signs, *, ruled: bool) -> bool:
    """Whether a statement is wrong by its signs; what no source speaks of may be an opinion.

    Args:
        found: Its signs.
        ruled: Whether it is wrong by the rules.
    """
    settled = ruled or bool(_EXACT & found.keys()) or found.get("cover", 0.0) >= ENOUGH
    return forest().chance(found) > (WRONG if settled else SURELY)


def is_plainly_wrong(found: Signs) -> bool:
    """Whether a sentence is wrong by its signs though it is built like an opinion."""
    return bool(found) and forest().chance(found) > PLAINLY


_EXACT = frozenset({"figures", "dates", "names", "licences", "denies"})
"""Signs of something that a source could settle."""
