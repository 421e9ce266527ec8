"""Whether a freely worded statement is borne out, where rules don't reach: its signs, weighed.

The weights are those of a logistic regression fitted to labelled statements by ``benchmarks/claim_weights.py``.
"""

from collections.abc import Mapping, Sequence
from math import exp
from types import MappingProxyType

from panel.evidence.conflicts.names import own_words
from panel.evidence.conflicts.statements import Signs
from panel.evidence.grounding.bearings import bearing_signs
from panel.evidence.grounding.evidence import Evidence
from panel.evidence.grounding.signs import Seen, word_signs
from panel.evidence.grounding.weights import BIAS, WEIGHTS
from panel.evidence.passages import Passage

UNRULED = 0.75
"""Chance above which a statement counts as wrong where no rule says so."""

RULED: Mapping[str, float] = MappingProxyType({"unsupported": 0.2, "contradicted": 0.05})
"""The same where a rule says so: a sentence that says otherwise is seldom taken back."""

ENOUGH = 0.3
"""Share of a statement without figures, names or denials that some sentence must have for it to be wrong, not an opinion."""

LONG = 11
"""Words and marks from which a statement is freely worded; rules read shorter ones well enough."""


def is_freely_worded(claim: Passage) -> bool:
    """Whether a statement is long enough to be weighed."""
    return len(claim.line.stems) >= LONG


def claim_signs(claim: Passage, evidence: Evidence, places: Sequence[int]) -> Signs:
    """Return the signs of a statement; none where nothing in the dossier has a word in common with it."""
    if not places:
        return {}
    release = evidence.dossier.release
    own = own_words(f"{release.slug.replace('-', ' ')} {release.name}")
    seen = Seen(claim, evidence, places)
    return {name: strength for name, strength in (word_signs(seen) | bearing_signs(seen, own)).items() if strength}


def weighed(found: Signs, weights: Mapping[str, float] = WEIGHTS, bias: float = BIAS) -> float:
    """Return the chance that signs come to."""
    return 1 / (1 + exp(-bias - sum(weights.get(name, 0.0) * strength for name, strength in found.items())))


def is_wrong(found: Signs, *, ruled: str, weights: Mapping[str, float] = WEIGHTS, bias: float = BIAS) -> bool:
    """Whether a statement is wrong by its signs.

    Args:
        found: Its signs.
        ruled: What the rules make of it: ``contradicted``, ``supported`` …
        weights: What each sign tells.
        bias: Where a statement stands without any sign.
    """
    chance = weighed(found, weights, bias)
    if ruled in RULED:
        return chance > RULED[ruled]
    return chance > UNRULED and (bool(_EXACT & found.keys()) or found.get("cover", 0.0) >= ENOUGH)


_EXACT = frozenset({"figures", "dates", "names", "licences", "denies"})
"""Signs of something that a source could settle."""
